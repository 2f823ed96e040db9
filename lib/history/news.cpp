#include "history/news.hpp"

#include <algorithm>

#include "history/words.hpp"
#include "model/fields.hpp"
#include "store/layout.hpp"

namespace cafe::history {

namespace {

std::vector<Words> fields_in(const Revision& revision, const Versions& versions) {
    const std::string path = store::path_of({model::RecordKind::partner, revision.partner});
    const auto changes = versions.told(path, revision.before, revision.after);
    std::vector<Words> fields;
    if (!changes) return fields;
    for (const edit::FieldChange& change : *changes) fields.push_back(kind_in_words(change, model::partner_shape()));
    // A key that the field list does not know has no name but what somebody wrote.
    std::erase_if(fields, [](const Words& field) { return field.fr.empty(); });
    return fields;
}

void add_each_once(std::vector<Words>& to, const std::vector<Words>& fields) {
    for (const Words& field : fields)
        if (std::find(to.begin(), to.end(), field) == to.end()) to.push_back(field);
}

}  // namespace

std::vector<News> news_in(const std::vector<Revision>& revisions, const Versions& versions, std::size_t most) {
    std::vector<News> all;
    for (const Revision& revision : revisions) {
        const std::vector<Words> fields = fields_in(revision, versions);
        if (fields.empty()) continue;
        News news{revision.partner, revision.moment, {}};
        const auto same = std::find_if(all.begin(), all.end(), [&](const News& other) {
            return other.partner == news.partner && other.day() == news.day();
        });
        if (same == all.end() && all.size() == most) break;
        add_each_once(same == all.end() ? all.emplace_back(std::move(news)).fields : same->fields, fields);
    }
    return all;
}

}  // namespace cafe::history
