#include "store/unread.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "model/fields.hpp"
#include "store/read.hpp"

namespace cafe::store {

namespace {

Ref ref_of(const Unread::Fiche& fiche) {
    return {model::RecordKind::partner, std::string(fiche.id)};
}

}  // namespace

std::shared_ptr<const Source> Unread::source(const Fiche& fiche) const {
    const Ref ref = ref_of(fiche);
    return kept_source(ref, path_of(ref), fiche.kept, shelf);
}

bool Unread::read(const Fiche& fiche, model::Partner& into, Index::Window& window) const {
    if (shelf->index.read_into(fiche.kept, &into, model::partner_shape(), window)) return true;
    const auto file = source(fiche);
    const yaml::Node* tree = tree_of(file);
    if (tree != nullptr) into = store::read<model::Partner>(*tree, model::partner_shape());
    return tree != nullptr;
}

bool Unread::sketch(const Fiche& fiche, Sketch& into) const {
    if (const auto bytes = shelf->index.sketch(fiche.kept); bytes && read_sketch(*bytes, into)) {
        into.id = fiche.id;
        return true;
    }
    const std::scoped_lock lock(spare->reading);
    Index::Window window;
    model::Partner& partner = spare->partners.emplace_back();
    if (!read(fiche, partner, window)) return spare->partners.pop_back(), false;
    sketch_of(fiche.id, partner, into);
    return true;
}

Choice Unread::with_term(std::string_view beginning, const std::function<bool(std::string_view term)>& is_meant) const {
    Choice choice = Choice::none_of(fiches.size());
    const auto look_in = [&](Index::Kept::In in, const std::vector<std::uint32_t>& by_row) {
        return shelf->index.find(in, beginning, is_meant, [&](std::uint32_t row) {
            if (by_row[row] != nowhere) choice.add(by_row[row]);
        });
    };
    const bool told = shelf->index.keeps_terms() && look_in(Index::Kept::In::main, positions[0]) &&
                      look_in(Index::Kept::In::recent, positions[1]);
    return told ? choice : Choice();
}

Book all_read(Sketched sketched) {
    Book& book = sketched.book;
    if (!sketched.unread) return std::move(book);
    const Unread& unread = *sketched.unread;
    Index::Window window;
    book.partners.reserve(book.partners.size() + unread.fiches.size());
    book.sources.reserve(book.sources.size() + unread.fiches.size());
    for (const Unread::Fiche& fiche : unread.fiches) {
        // Read where it stays: these structs are large, and a notebook has many.
        Record<model::Partner>& record = book.partners.emplace_back();
        if (!unread.read(fiche, record.value, window)) {
            book.partners.pop_back();
            book.unreadable.push_back(ref_of(fiche));
            continue;
        }
        record.id = fiche.id;
        record.source = unread.source(fiche);
        book.sources.push_back(record.source);
    }
    const auto before = [](const auto& a, const auto& b) { return a.id < b.id; };
    // Mostly nothing else was read, and to sort them would move each of them twice.
    if (!std::is_sorted(book.partners.begin(), book.partners.end(), before))
        std::sort(book.partners.begin(), book.partners.end(), before);
    std::sort(book.sources.begin(), book.sources.end(), [](const auto& a, const auto& b) { return a->path < b->path; });
    return std::move(book);
}

}  // namespace cafe::store
