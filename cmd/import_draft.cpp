// A file that nobody mapped yet.
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "change.hpp"
#include "import.hpp"
#include "intake/choose.hpp"
#include "intake/data_inclusion.hpp"
#include "intake/defaults.hpp"
#include "intake/draft.hpp"
#include "notebook.hpp"
#include "store/catalog.hpp"

namespace cafe::cmd {

namespace {

constexpr std::size_t rows_shown = 10;

constexpr Phrase<std::string> drafted{"correspondance écrite : {} — la relire, surtout « à relire »",
                                      "mapping written: {} — read it, above all what says « à relire »"};
constexpr Phrase<std::string> then_again{"puis, pour écrire les fiches : cafe import {}",
                                         "then, to write the records: cafe import {}"};
constexpr Phrase<Words, Words> how_many{"{}, {}", "{}, {}"};
constexpr Noun column_noun{"colonne", "colonnes", "column", "columns"};
constexpr Phrase<std::size_t, std::string> as_it_becomes{"ligne {} : {}", "line {}: {}"};
constexpr Phrase<std::size_t, Words> nameless_waits{"ligne {} : attend : {}", "line {}: waits: {}"};
constexpr Phrase<std::size_t, std::string, Words> as_it_waits{"ligne {} : {} : attend : {}", "line {}: {}: waits: {}"};
constexpr Phrase<std::string> not_taken{"colonnes laissées : {}", "columns left out: {}"};
constexpr Phrase<> reads_itself{
    "c'est du data·inclusion : cafe import --map di structures.json services.json le lit sans correspondance",
    "this is data·inclusion: cafe import --map di structures.json services.json reads it without a mapping"};
constexpr Noun rows_noun{"ligne", "lignes", "row", "rows"};

std::string in_short(const Value& value) {
    if (const std::string* text = value.text()) return utf8::one_line(*text);
    std::vector<std::string> parts;
    if (value.list() != nullptr)
        for (const Value& item : *value.list()) parts.push_back(in_short(item));
    else
        for (const Member& member : *value.map())
            if (member.key != "latitude" && member.key != "longitude") parts.push_back(in_short(member.value));
    return text::join(parts, ", ");
}

// "CCAS de Fumel · 5 rue des Fondeurs, 47500, Fumel · 05 36 49 10 20"
std::string row_in_short(const intake::Become& row, const Value& record) {
    std::vector<std::string> parts;
    for (const std::string_view key : {"name", "kind", "address", "phones", "emails", "hours", "themes"})
        if (const Value* value = record.find(key)) parts.push_back(in_short(*value));
    for (const intake::PersonRow& person : row.people) parts.push_back(person.name);
    if (!row.organisation.empty()) parts.push_back(row.organisation);
    constexpr std::size_t widest = 150;
    const std::string line = utf8::printable(text::join(parts, " · "));
    return utf8::width(line) <= widest ? line : std::string(utf8::fit(line, widest)) + "…";
}

}  // namespace

Result<int> import_draft(World& world, const Arguments& arguments, const store::Book& book, const GivenFile& file) {
    const auto table = intake::table_for(file.read.tables, arguments.value("--sheet"), nullptr);
    if (!table) return table.error();
    const territory::Territory territory(store::territory_setup(book.settings.value, book.areas.value));
    const intake::Lexicon lexicon(book, territory);
    intake::As as = file.read.format == intake::Format::vcard ? intake::As::people : intake::rows_are(**table);
    if (arguments.has("--as")) as = intake::as_of(arguments.value("--as"));
    const intake::Draft draft = intake::draft(**table, file.name, as, book, lexicon, world.lang);
    const intake::Rows rows = intake::become(**table, draft.mapping, lexicon, as);

    world.say(how_many(count((*table)->rows.size(), rows_noun), count((*table)->header.size(), column_noun)));
    for (const Words& note : (*table)->notes) world.say(note);
    if (intake::is_data_inclusion(**table)) world.say(reads_itself());
    for (std::size_t i = 0; i < std::min(rows.all.size(), rows_shown); ++i) {
        const intake::Become& row = rows.all[i];
        const bool is_fiche = as == intake::As::partners && row.record.find("name") != nullptr;
        const std::string shown =
            row_in_short(row, is_fiche ? intake::with_defaults(row, draft.mapping, lexicon) : row.record);
        world.say(row.reasons.empty() ? as_it_becomes(row.row->line, shown)
                  : shown.empty()     ? nameless_waits(row.row->line, row.reasons.front())
                                      : as_it_waits(row.row->line, shown, row.reasons.front()));
    }
    for (const Words& note : rows.notes) world.say(note);
    if (!draft.mapping.ignore.empty()) world.say(not_taken(text::join(draft.mapping.ignore, ", ")));

    const std::string path = store::path_of({model::RecordKind::mapping, draft.name});
    Change change;
    change.id = draft.name;
    change.files = {{path, std::nullopt, draft.text}};
    change.said = drafted(path);
    if (const auto checked = check_change(book, change.files); !checked) return checked.error();
    if (const auto done = finish_change(world, arguments, book, std::move(change)); !done) return done;
    world.say(then_again(file.name == "stdin" ? "-" : utf8::printable(file.name)));
    return 1;
}

}  // namespace cafe::cmd
