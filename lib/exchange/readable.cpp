#include "exchange/readable.hpp"

#include <algorithm>
#include <utility>

namespace cafe::exchange {

store::Catalog readable(const Edition& edition) {
    const store::Catalog& catalog = edition.catalog;
    const facts::Disclosure disclosure{edition.reader, false, edition.today};
    store::Book book;
    book.settings.value = catalog.settings();
    book.network.value = catalog.network();
    book.areas.value = catalog.own_areas();
    book.vocabulary = catalog.vocabulary();
    for (const std::string& id : edition.ids)
        if (const auto partner = facts::release_partner(catalog, id, disclosure))
            book.partners.push_back({id, **partner, nullptr});
    std::sort(book.partners.begin(), book.partners.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    for (const auto& entry : catalog.people())
        if (const auto person = facts::release_person(catalog, entry.id, disclosure))
            book.people.push_back({entry.id, **person, nullptr});
    for (const store::Taught& line : catalog.taught())
        if (catalog.partner(line.target) == nullptr || store::find(book.partners, line.target) != nullptr)
            book.taught.push_back(line);
    return store::Catalog(std::move(book));
}

}  // namespace cafe::exchange
