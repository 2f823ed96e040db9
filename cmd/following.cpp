#include "following.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "edit/references.hpp"
#include "model/fields.hpp"
#include "model/path.hpp"
#include "query/syntax.hpp"
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

std::string query_with_id(const std::string& query, const store::Ref& old, const std::string& new_id) {
    const auto pieces = query::pieces_of(query);
    if (!pieces) return query;
    std::string result = query;
    for (auto piece = pieces->rbegin(); piece != pieces->rend(); ++piece) {
        if (piece->kind != query::Piece::Kind::field || piece->text != old.id) continue;
        const auto path = model::RecordPath::parse(piece->key);
        const model::Field* field = path ? model::column_of(model::partner_shape(), *path) : nullptr;
        const bool by_id = piece->key == "id" && old.kind == model::RecordKind::partner;
        const bool by_field = field != nullptr && field->type == model::Type::reference &&
                              field->folder != model::Folder::none && store::kind_in(field->folder) == old.kind;
        const std::size_t at = result.rfind(old.id, piece->end);
        if ((by_id || by_field) && at != std::string::npos && at >= piece->begin)
            result.replace(at, old.id.size(), new_id);
    }
    return result;
}

}  // namespace cafe::cmd
