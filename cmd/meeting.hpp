// What the meeting commands share: how a meeting, a café and a theme are named, and the table of questions and actions.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "model/field.hpp"
#include "output.hpp"
#include "store/catalog.hpp"
#include "yaml/tree.hpp"

namespace cafe::cmd {

/// The id of the meeting that a REF names; only meetings are looked for first. An Error of kind reference when it names
/// none, or a record of another kind.
Result<std::string> resolve_meeting(const store::Catalog& catalog, const std::string& typed, const Date& day);

/// The id of the café that a REF names; empty for `reseau`.
Result<std::string> resolve_cafe(const store::Catalog& catalog, const std::string& typed, const Date& day);

/// The theme that a word means: by id, label or synonym. An Error of kind usage, with the nearest one, when it is none.
Result<std::string> resolve_theme(const store::Catalog& catalog, const std::string& typed);

/// A mapping of texts, in order, those that are empty left out, followed by the entries of `rest` whose key is not
/// among them.
yaml::Node mapping_before(const std::vector<std::pair<std::string, std::string>>& texts, const yaml::Node& rest);

/// What programs may ask of an item of the meetings' `key`: `meeting`, its `date` and `cafe`, whether it is `open` and
/// `late`, then what the item itself says.
model::Shape raised_shape(std::string_view key);

/// Such an item: facts::Raised of a question or an action.
template <class Raised>
yaml::Node raised_tree(const Raised& item) {
    return mapping_before({{"meeting", item.meeting},
                           {"date", item.date ? item.date->iso() : ""},
                           {"cafe", item.cafe},
                           {"open", item.open ? "true" : "false"},
                           {"late", item.late ? "true" : "false"}},
                          item.tree);
}

/// Who a question is from, or who is to do an action.
inline const std::string& asked_of(const model::Question& question) {
    return question.by;
}
inline const std::string& asked_of(const model::Action& action) {
    return action.who;
}

/// Which of the questions or actions were asked for: --open --late --cafe --theme --who.
struct ItemFilter {
    bool open = false;
    bool late = false;
    bool any_cafe = true;
    std::string cafe;
    std::string theme;
    std::string who;  ///< the id of a person or partner

    /// `Raised` is facts::Raised of a question or an action.
    template <class Raised>
    [[nodiscard]] bool lets(const Raised& item, const model::Vocabulary& vocabulary) const {
        if ((open && !item.open) || (late && !item.late)) return false;
        if (!any_cafe && item.cafe != cafe) return false;
        if (!who.empty() && asked_of(item.value) != who) return false;
        if (theme.empty()) return true;
        for (const std::string& own : item.themes)
            if (vocabulary.answers(own, theme)) return true;
        return false;
    }
};

struct Arguments;
struct Option;
struct World;

/// The options that an ItemFilter reads, and those of programs.
std::vector<Option> item_options();
Result<ItemFilter> item_filter(World& world, const Arguments& arguments, const store::Catalog& catalog);

/// A table of meetings, the last one first. Ids that are unknown must not be given.
Listing meetings_listing(const store::Catalog& catalog, std::vector<std::string> ids, Lang lang);

/// The name of a person, a partner, or the words themselves, for the notebook's own people.
std::string named(const store::Catalog& catalog, const std::string& written, Lang lang = Lang::fr);

}  // namespace cafe::cmd
