#include "edit/references.hpp"

#include <algorithm>
#include <map>

#include "edit/edit.hpp"
#include "model/fields.hpp"
#include "store/read.hpp"

#include "base/ascii.hpp"

namespace cafe::edit {

namespace {

using model::Folder;
using store::Book;
using store::Ref;
using store::Source;

template <class T>
bool has(const std::vector<store::Record<T>>& records, const std::string& id) {
    return store::find(records, id) != nullptr;
}

bool stands(const Book& book, Folder folder, const std::string& id) {
    const bool unreadable = std::any_of(book.unreadable.begin(), book.unreadable.end(), [&](const Ref& ref) {
        return ref.kind == store::kind_in(folder) && ref.id == id;
    });
    if (unreadable) return true;
    switch (folder) {
        case Folder::partners: return has(book.partners, id);
        case Folder::people: return has(book.people, id);
        case Folder::cafes: return has(book.cafes, id);
        case Folder::meetings: return has(book.meetings, id);
        case Folder::none: return false;
    }
    return false;
}

bool is_folder_of(const Ref& ref, Folder folder) {
    return folder != Folder::none && store::kind_in(folder) == ref.kind;
}

bool leads_to(const Book& book, const model::Field& field, const Ref& ref) {
    if (field.type != model::Type::reference) return false;
    if (is_folder_of(ref, field.folder)) return true;
    return is_folder_of(ref, field.other_folder) && !stands(book, field.folder, ref.id);
}

const std::string* said(const store::Met& met) {
    return met.field != nullptr && met.node.kind == yaml::Kind::scalar && !met.node.text.empty() ? &met.node.text
                                                                                                 : nullptr;
}

void each_value(const Source& source, const std::function<void(const store::Met&, const std::string&)>& visit) {
    store::walk(source.tree, model::shape_of(source.ref.kind), [&](const store::Met& met) {
        if (const std::string* text = said(met)) visit(met, *text);
    });
}

std::vector<Mention> matching(const Book& book,
                              const std::function<bool(const store::Met&, const std::string&)>& matches) {
    std::vector<Mention> found;
    for (const auto& source : book.sources)
        each_value(*source, [&](const store::Met& met, const std::string& text) {
            if (matches(met, text)) found.push_back({source.get(), met.path, place_in(*source, met.node.span)});
        });
    return found;
}

using NewTexts = std::map<const yaml::Node*, std::string>;

// The data of a tree with some of its scalars replaced.
Value with(const yaml::Node& node, const NewTexts& texts) {
    if (const auto at = texts.find(&node); at != texts.end()) return Value{at->second};
    if (node.kind == yaml::Kind::sequence) {
        List list;
        for (const yaml::Node& item : node.items) list.push_back(with(item, texts));
        return Value{std::move(list)};
    }
    if (node.kind != yaml::Kind::mapping) return yaml::to_value(node);
    Map map;
    for (const yaml::Entry& entry : node.entries) map.push_back(Member{entry.key.text, with(entry.value, texts)});
    return Value{std::move(map)};
}

// A reference that may lead to two folders and would be caught by the first under the new id.
Error caught(const std::string& new_id, const Source& source, const std::string& field) {
    static constexpr Phrase<std::string, std::string, std::string> phrase{
        "« {0} » désignerait une autre fiche dans {1} ({2})", "'{0}' would name another record in {1} ({2})"};
    static constexpr Phrase<> other{"choisir un autre identifiant", "choose another id"};
    return Error{ErrorKind::usage, phrase(new_id, source.path, field), other()};
}

}  // namespace

std::vector<Mention> mentions_of(const Book& book, const Ref& ref) {
    return matching(book, [&](const store::Met& met, const std::string& text) {
        return text == ref.id && leads_to(book, *met.field, ref);
    });
}

bool holds_id(std::string_view text, std::string_view id) {
    const auto beside = [](char c) { return ascii::is_letter_or_digit(c) || c == '-' || c == '_'; };
    for (auto at = text.find(id); !id.empty() && at != std::string_view::npos; at = text.find(id, at + 1)) {
        const std::size_t end = at + id.size();
        if ((at == 0 || !beside(text[at - 1])) && (end == text.size() || !beside(text[end]))) return true;
    }
    return false;
}

std::vector<Mention> texts_with(const Book& book, const std::string& id) {
    if (id.find('-') == std::string::npos) return {};
    return matching(book, [&](const store::Met& met, const std::string& text) {
        const bool free = met.field->type == model::Type::line || met.field->type == model::Type::markdown ||
                          (met.field->or_words && text != id);
        return free && holds_id(text, id);
    });
}

Result<store::Changes> renamed(const Book& book, const Ref& ref, const std::string& new_id,
                               const RewriteQuery& rewrite) {
    store::Changes changes;
    for (const auto& source : book.sources) {
        NewTexts texts;
        std::optional<Error> refused;
        each_value(*source, [&](const store::Met& met, const std::string& text) {
            if (met.field->type == model::Type::query) {
                if (std::string other = rewrite(text); other != text) texts[&met.node] = std::move(other);
                return;
            }
            if (text != ref.id || !leads_to(book, *met.field, ref)) return;
            if (!is_folder_of(ref, met.field->folder) && stands(book, met.field->folder, new_id))
                refused = caught(new_id, *source, met.path);
            texts[&met.node] = new_id;
        });
        if (refused) return *refused;
        const bool moves = source->ref == ref;
        if (texts.empty() && !moves) continue;
        const auto text = transform(source->text, source->tree, source->path, model::shape_of(source->ref.kind),
                                    with(source->tree, texts));
        if (!text) return text.error();
        if (!moves) {
            changes.push_back({source->path, source->text, *text});
            continue;
        }
        changes.push_back({source->path, source->text, std::nullopt});
        changes.push_back({store::path_of(Ref{ref.kind, new_id}), std::nullopt, *text});
    }
    return changes;
}

}  // namespace cafe::edit
