// What must not be told of a confidential address, and where a text tells it.
//
// Told nowhere, whatever record it was written into: number and street, coordinates, SIRET; to each reader, the phones
// and mailboxes of the fiche that are not for them. Not told in the fiche itself nor where a text names it: the bare
// street, the postcode, the commune. Another fiche's own address is its own.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.hpp"
#include "facts/reader.hpp"
#include "model/field.hpp"
#include "store/book.hpp"

namespace cafe::facts {

/// What a text tells.
enum class Told {
    street,       ///< number and street, wherever it stands; the bare street in the fiche itself
    coordinates,  ///< latitude or longitude
    siret,
    contact,  ///< a phone or mailbox that is not for the reader
    place,    ///< the bare street, the postcode or the commune beside the fiche's name
};

/// Where a value of a record tells it: bytes of what the value says.
struct Telling {
    std::string path;  ///< "phones.0.label"
    const yaml::Node* node = nullptr;
    const model::Field* field = nullptr;   ///< null for a key that the field list does not know
    const yaml::Key* users_key = nullptr;  ///< the telling text is the user's own key, not the value
    std::vector<Span> spans;
    std::vector<Told> told;  ///< of each span
};

/// Made once of a notebook. Costs nothing where no address is confidential; elsewhere most texts are passed over by a
/// search for a few bytes.
class Secrets {
public:
    Secrets() = default;
    explicit Secrets(const std::vector<store::Record<model::Partner>>& partners);

    [[nodiscard]] bool empty() const { return secrets_.empty(); }

    /// Every value of a record that tells a reader what is not for them, in the order of the file.
    [[nodiscard]] std::vector<Telling> told_in(const store::Source& source, Reader reader) const;

    /// A text that stands in no record, as a letter, with « […] » for what is told nowhere.
    [[nodiscard]] std::string withheld(std::string_view text, Reader reader) const;

    struct Line {
        std::vector<std::string> forms;  // digits of a phone as people write it; or one mailbox
        bool mailbox = false;
        Reader widest = Reader::own;  // the widest reader who may see it
    };
    struct Secret {
        std::string id;
        std::string path;
        std::vector<std::vector<std::string>> names;  // words of its name, acronym, other names, id
        std::string number;
        std::vector<std::string> street;  // words, without the number
        std::vector<std::vector<std::string>> communes;
        std::string postcode;
        std::string siret;
        std::vector<double> coordinates;
        std::vector<Line> lines;
        std::vector<std::string> marks;  // a text that tells or names it holds one of these, once folded
    };

private:
    std::vector<Secret> secrets_;
    std::set<std::string, std::less<>> ids_;
};

/// A text with « […] » in the place of each span; neighbours that only blanks and commas part become one.
std::string without(std::string_view text, const std::vector<Span>& spans);

}  // namespace cafe::facts
