// What was imported, what waits, and what somebody decides on it.
#include <set>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "change.hpp"
#include "import.hpp"
#include "intake/memory.hpp"
#include "notebook.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string, std::string, Words, Words> status_line{"{} : {}, {}, {}", "{}: {}, {}, {}"};
constexpr Phrase<std::string> never{"{} : jamais importé", "{}: never imported"};
constexpr Phrase<std::string, std::string, std::string> open_conflict{"  {}.{} : la source dit maintenant « {} »",
                                                                      "  {}.{}: the source now says '{}'"};
constexpr Noun import_noun{"import", "imports", "import", "imports"};
constexpr Phrase<std::string, Words> gone_line{"  partners/{} : absent du fichier depuis {}",
                                               "  partners/{}: absent from the file for {}"};
constexpr Phrase<> no_mapping{"aucun import : cafe import FICHIER commence", "no import: cafe import FILE begins"};
constexpr Noun rows_noun{"ligne", "lignes", "row", "rows"};
constexpr Noun conflicts_noun{"conflit ouvert", "conflits ouverts", "open conflict", "open conflicts"};

}  // namespace

std::vector<intake::Left> left_by_imports(World& world, const store::Book& book) {
    std::vector<intake::Left> left;
    const auto add = [&](const std::string& name) {
        left.push_back({name, text_beside(world, book.root, intake::memory_path(name)),
                        text_beside(world, book.root, intake::conflicts_path(name))});
    };
    for (const auto& mapping : book.mappings) add(mapping.id);
    std::set<std::string_view> built_in;
    for (const BuiltIn& mapping : built_in_mappings())
        if (built_in.insert(mapping.memory).second) add(std::string(mapping.memory));
    return left;
}

Result<int> import_status(World& world, const Arguments& arguments, const store::Book& book) {
    bool waits = false;
    bool any = !book.mappings.empty();
    for (const intake::Left& left : left_by_imports(world, book)) {
        if (!arguments.words.empty() && arguments.words.front() != left.name) continue;
        const bool is_mapping = store::find(book.mappings, left.name) != nullptr;
        if (!is_mapping && left.memory.empty() && left.conflicts.empty()) continue;
        any = true;
        const intake::Memory memory = intake::read_memory(left.memory);
        const auto conflicts = intake::read_conflicts(left.conflicts);
        if (memory.day.empty() && conflicts.empty()) {
            world.out << never(left.name).in(world.lang) << '\n';
            continue;
        }
        world.out << status_line(left.name, memory.day, count(memory.count, rows_noun),
                                 count(conflicts.size(), conflicts_noun))
                         .in(world.lang)
                  << '\n';
        for (const intake::Conflict& conflict : conflicts)
            world.out << open_conflict(utf8::printable(conflict.partner), utf8::printable(conflict.field),
                                       utf8::printable(text::join(conflict.theirs, " ; ")))
                             .in(world.lang)
                      << '\n';
        for (const auto& [key, seen] : memory.rows)
            if (seen.gone > 0)
                world.out << gone_line(utf8::printable(seen.partner), count(seen.gone, import_noun)).in(world.lang)
                          << '\n';
        waits = waits || !conflicts.empty();
    }
    if (!any) world.say(no_mapping());
    return waits ? 1 : 0;
}

Result<int> import_decide(World& world, const Arguments& arguments, const store::Book& book) {
    std::vector<intake::Decision> decisions;
    for (const std::string& word : arguments.values("--take"))
        decisions.push_back(intake::decision_of(word, intake::Side::theirs));
    for (const std::string& word : arguments.values("--keep"))
        decisions.push_back(intake::decision_of(word, intake::Side::ours));
    auto decided = intake::decide(book, left_by_imports(world, book), decisions);
    if (!decided) return decided.error();
    if (const auto checked = check_change(book, decided->files); !checked) return checked.error();
    Change change;
    change.files = std::move(decided->files);
    change.said = joined(decided->said, "\n");
    return finish_change(world, arguments, book, std::move(change));
}

}  // namespace cafe::cmd
