// Fuzzes questions: whatever is typed, the answer is an answer or an error with words, and asked again it is the same.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "query/ask.hpp"
#include "query/lexicon.hpp"
#include "query/today.hpp"
#include "store/book.hpp"
#include "support/memory_disk.hpp"

namespace {

using namespace cafe;

void require(bool holds) {
    if (!holds) std::abort();
}

const store::Catalog& network() {
    static const store::Catalog catalog = [] {
        test::MemoryDisk disk;
        disk.put("/n/cafe.yaml", "name: Essai\ndepartments: [\"47\"]\n");
        disk.put("/n/territory.yaml",
                 "areas: {circo: {name: Circo de Fumel, areas: [Fumel]}}\naliases: {Libos: Fumel}\n");
        disk.put("/n/partners/ccas-fumel.yaml",
                 "name: CCAS de Fumel\nshort_name: CCAS\nkind: ccas-cias\nthemes: [logement]\nterritory: [Fumel]\n"
                 "contacts: [{person: marie-delmas, role: responsable, as: [referent]}]\n"
                 "services: [{id: fsl, name: FSL, situations: [commandement de payer]}]\n");
        disk.put("/n/partners/caf-47.yaml",
                 "name: Caf de Lot-et-Garonne\nkind: caf\nthemes: [droits-sociaux]\nterritory: [Lot-et-Garonne]\n");
        disk.put("/n/people/marie-delmas.yaml", "name: Marie Delmas\nphones: [\"06 39 98 00 01\"]\n");
        return store::Catalog(std::move(*store::load(disk, "/n", {1})));
    }();
    return catalog;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t longest = 400;
    if (size > longest) return 0;
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (utf8::first_invalid(text)) return 0;
    static const query::Lexicon lexicon(network());
    const Date day = *Date::of(2026, 11, 23);
    const std::array words{text};
    for (const std::string& word : query::with_today(words, day)) require(!utf8::first_invalid(word));
    query::MatchOptions matching;
    matching.today = day;
    const auto answer = query::ask(words, network(), lexicon, {}, matching);
    if (!answer) {
        require(!answer.error().message.empty());
        return 0;
    }
    const auto again = query::ask(words, network(), lexicon, {}, matching);
    require(again.ok() && again->hits.size() == answer->hits.size());
    return 0;
}
