#include "intake/choose.hpp"

#include "base/did_you_mean.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "intake/columns.hpp"
#include "intake/draft.hpp"
#include "intake/words.hpp"

namespace cafe::intake {

Result<const store::Record<model::ImportMapping>*> mapping_named(const store::Book& book, const std::string& name) {
    if (const auto* found = store::find(book.mappings, name)) return found;
    static constexpr Phrase<std::string> unknown{"aucune correspondance ne s'appelle « {} »",
                                                 "no mapping is called '{}'"};
    static constexpr Phrase<> draft_one{"cafe import --draft FICHIER en écrit une",
                                        "cafe import --draft FILE writes one"};
    std::vector<std::string> names;
    for (const auto& mapping : book.mappings) names.push_back(mapping.id);
    return Error{ErrorKind::reference, unknown(utf8::printable(name)),
                 did_you_mean(text::nearest(name, names), draft_one())};
}

const store::Record<model::ImportMapping>* mapping_for(const store::Book& book, const std::string& file_name,
                                                       const std::vector<Table>& tables) {
    const auto best_fit = [&](const model::ImportMapping& mapping) {
        Fitness best;
        for (const Table& table : tables)
            if (const Fitness fit = fitness(table, mapping); fit.has > best.has) best = fit;
        return best;
    };
    for (const auto& mapping : book.mappings)
        for (const std::string& pattern : mapping.value.files) {
            const Fitness fit = best_fit(mapping.value);
            if (matches(pattern, file_name) && fit.has > fit.lacks) return &mapping;
        }
    for (const auto& mapping : book.mappings) {
        const Fitness fit = best_fit(mapping.value);
        constexpr std::size_t fewest = 2;
        if (fit.has >= fewest && fit.lacks == 0) return &mapping;
    }
    return nullptr;
}

Result<const Table*> table_for(const std::vector<Table>& tables, const std::string& sheet,
                               const model::ImportMapping* mapping) {
    if (!sheet.empty()) {
        const std::string folded = fold::text(sheet);
        for (const Table& table : tables)
            if (fold::text(table.sheet) == folded) return &table;
        static constexpr Phrase<std::string> no_sheet{"aucune feuille lisible ne s'appelle « {} »",
                                                      "no readable sheet is called '{}'"};
        static constexpr Phrase<std::string> there_are{"il y a : {}", "there are: {}"};
        std::vector<std::string> names;
        for (const Table& table : tables) names.push_back(utf8::printable(table.sheet));
        return Error{ErrorKind::usage, no_sheet(utf8::printable(sheet)), there_are(text::join(names, ", "))};
    }
    const Table* best = &tables.front();
    std::size_t most = 0;
    for (const Table& table : tables) {
        std::size_t known = 0;
        if (mapping != nullptr)
            known = fitness(table, *mapping).has;
        else
            for (const std::string& header : table.header)
                known += known_column(header, false) || known_column(header, true) ? 1 : 0;
        if (known > most) {
            most = known;
            best = &table;
        }
    }
    return best;
}

As as_of(const std::string& word) {
    if (word == "people") return As::people;
    return word == "attendance" ? As::attendance : As::partners;
}

}  // namespace cafe::intake
