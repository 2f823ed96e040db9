// What may stand where somebody types: the records, terms, areas and fields of a notebook that begin so.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/disk.hpp"
#include "model/path.hpp"
#include "store/catalog.hpp"

namespace cafe::view {

/// A word that may be typed, and what it means in a few words; those may be empty.
struct Offer {
    std::string value;
    std::string says;
};
using Offers = std::vector<Offer>;

/// Offers what a notebook has for a word that was begun. Without a notebook only what the program knows itself.
class Offering {
public:
    /// `notebook` may be null and else outlives this. `day` is the one from which a next meeting is seen.
    Offering(const store::Catalog* notebook, Lang lang, Date day) : notebook_(notebook), lang_(lang), day_(day) {}

    [[nodiscard]] Offers terms(model::VocabularyKind kind, const std::string& typed) const;
    [[nodiscard]] Offers references(const std::string& typed) const;
    [[nodiscard]] Offers people_and_partners(const std::string& typed) const;
    /// The last first; then the next and the last of each café and of the network.
    [[nodiscard]] Offers meetings(const std::string& typed) const;
    [[nodiscard]] Offers cafes(const std::string& typed) const;
    /// The word for the meetings of the whole network.
    [[nodiscard]] Offers network(const std::string& typed) const;
    /// A fiche, and behind the slash its services.
    [[nodiscard]] Offers services(const std::string& typed) const;
    [[nodiscard]] Offers trainings(const std::string& typed) const;
    [[nodiscard]] Offers mailing_lists(const std::string& typed) const;
    /// The notebook's own areas always; what France has in its départements once a letter is typed: it is hundreds.
    [[nodiscard]] Offers areas(const std::string& typed) const;

    /// Values behind PATH= for a record of this shape. Nothing for a path that names no field.
    [[nodiscard]] Offers assigned_values(const model::Shape& shape, const std::string& typed) const;

private:
    [[nodiscard]] Offers values_of(const model::Field& field, const std::string& typed) const;
    [[nodiscard]] std::string name_of(const model::Meeting& meeting) const;

    const store::Catalog* notebook_;
    Lang lang_;
    Date day_;
};

/// The fields of a shape that may be assigned, as PATH=: `phones.0.nu` offers what an item of `phones` has.
Offers offered_fields(const model::Shape& whole, Lang lang, const std::string& typed);

/// The fields of a shape as columns, one behind the other with commas; `id` among them.
Offers offered_columns(const model::Shape& shape, Lang lang, const std::string& typed);

/// Those of fixed words that begin so.
Offers offered(const std::vector<std::string_view>& words, const std::string& typed);

/// Offers for what stands behind the last comma; what stands before it stays as it is and is not offered again.
Offers offered_in_list(const std::string& typed, const std::function<Offers(const std::string&)>& make);

/// Files of the disk with the folders that lead to them, or folders alone; hidden ones only when their point is typed.
Offers offered_paths(Disk& disk, FileKind kind, const std::string& typed);

}  // namespace cafe::view
