#include "following.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "edit/references.hpp"
#include "store/layout.hpp"

namespace cafe::cmd {

Result<Done> nothing_hidden(World& world, const store::Book& book, const std::string& id) {
    static constexpr Phrase<std::string, std::string> named_there{
        "{0} ne peut pas être lu et nomme peut-être « {1} » : rien n'a été changé",
        "{0} cannot be read and may name '{1}': nothing was changed"};
    static constexpr Phrase<std::string> mend{"le corriger d'abord : cafe edit {}", "mend it first: cafe edit {}"};
    for (const store::Ref& ref : book.unreadable) {
        const std::string path = store::path_of(ref);
        const std::string full = path::join(book.root, path);
        const auto info = world.disk.info(full);
        if (info && *info && (*info)->kind != FileKind::file) continue;  // a link is not followed: it names nothing
        const auto bytes = world.disk.read(full, store::largest_record);
        if (bytes && !edit::holds_id(*bytes, id)) continue;
        return Error{ErrorKind::reference, named_there(path, id), mend(store::name_of(ref))};
    }
    return Done{};
}

std::vector<Words> texts_left(const store::Book& book, const std::string& id) {
    static constexpr Phrase<std::string, std::string> left{"« {0} » se lit aussi dans un texte, laissé tel quel : {1}",
                                                           "'{0}' also stands in a text, left as it is: {1}"};
    constexpr std::size_t most = 8;
    std::vector<std::string> places;
    for (const edit::Mention& mention : edit::texts_with(book, id)) {
        if (places.size() == most) {
            places.emplace_back("…");
            break;
        }
        places.push_back(fmt::format("{}:{}", mention.place.file, mention.place.line));
    }
    if (places.empty()) return {};
    return {left(id, text::join(places, ", "))};
}

}  // namespace cafe::cmd
