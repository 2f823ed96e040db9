// A file by its mapping: the plan is made, told, written.
#include <algorithm>

#include "base/utf8.hpp"
#include "change.hpp"
#include "import.hpp"
#include "intake/choose.hpp"
#include "intake/said.hpp"
#include "notebook.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "store/catalog.hpp"
#include "store/traces.hpp"
#include "store/whole_file.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> as_encoded{"{} : lu et converti en UTF-8", "{}: read and turned into UTF-8"};
constexpr Phrase<std::string, std::string> other_sheets{"feuille lue : {} ; les autres : {} (--sheet)",
                                                        "sheet read: {}; the others: {} (--sheet)"};
constexpr Phrase<std::string> imported{"import de {}", "import of {}"};
constexpr Phrase<std::string> written_to{
    "les lignes qui attendent sont dans {} : décider dans cafe:fiche, puis l'importer",
    "the rows that wait are in {}: decide in cafe:fiche, then import it"};
constexpr Phrase<> write_rejects{"pour décider des lignes qui attendent : --rejects rejets.csv",
                                 "to decide on the rows that wait: --rejects rejects.csv"};
constexpr Phrase<std::string> not_rejects{"{} n'est pas un fichier de lignes rejetées : il reste tel quel",
                                          "{} is no file of rejected rows: it stays as it is"};
constexpr Phrase<> other_name{"donner un autre nom : --rejects rejets.csv ; rien n'a été importé",
                              "give another name: --rejects rejects.csv; nothing was imported"};
constexpr Phrase<> decide{"pour décider d'un conflit : cafe import --take FICHE.CHAMP, ou --keep FICHE.CHAMP",
                          "to decide on a conflict: cafe import --take REF.FIELD, or --keep REF.FIELD"};
constexpr Phrase<> reading_rows{"import", "import"};

void print_report(World& world, const Arguments& arguments, const intake::Plan& plan) {
    const auto rows = intake::report_of(plan, world.lang);
    if (arguments.value("--report") == "csv") {
        for (const auto& row : rows) world.out << render::table_row(row, render::TableFormat::csv);
        return;
    }
    std::vector<render::Json> items;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        render::JsonObject item;
        item.add("line", static_cast<std::size_t>(plan.rows[i - 1].row->row->line));
        for (std::size_t c = 1; c < rows[i].size(); ++c) item.add(rows.front()[c], rows[i][c]);
        items.push_back(item.done());
    }
    world.out << render::json_document(
        render::JsonObject().add("schema", "cafe/import/1").add("rows", render::json_lines(items)).done());
}

Result<Done> write_rejects_to(World& world, const std::string& path, const intake::Plan& plan,
                              const intake::Table& table) {
    std::string text(render::table_start(render::TableFormat::csv_excel));
    for (const auto& row : intake::rejects_of(plan, table, world.lang))
        text += render::table_row(row, render::TableFormat::csv_excel);
    return store::put_whole(world.disk, path, text);
}

}  // namespace

void tell_rows(World& world, std::size_t done, std::size_t total) {
    world.tell_progress(reading_rows(), done, total);
}

intake::Mode mode_of(const Arguments& arguments) {
    if (arguments.has("--new")) return intake::Mode::only_new;
    if (arguments.has("--update")) return intake::Mode::only_update;
    return arguments.has("--fill") ? intake::Mode::only_fill : intake::Mode::all;
}

Result<Done> check_rejects_file(World& world, const Arguments& arguments) {
    if (!arguments.has("--rejects")) return Done{};
    const std::string path = arguments.value("--rejects");
    const auto there = world.disk.info(path);
    if (!there) return there.error();
    if (!*there) return Done{};
    const auto text = world.disk.read(path, largest_file);
    if (text && store::is_rejects(*text)) return Done{};
    return Error{ErrorKind::environment, not_rejects(utf8::printable(path)), other_name()};
}

Result<int> finish_import(World& world, const Arguments& arguments, const store::Book& book, const std::string& name,
                          const intake::Table& table, intake::Plan plan) {
    for (const Words& line : intake::lines_of(plan)) world.say(line);
    const bool reports = arguments.has("--report");
    if (reports) print_report(world, arguments, plan);

    Change change;
    change.files = std::move(plan.files);
    change.said = {};
    if (!change.files.empty()) change.said = imported(utf8::printable(name));
    const bool dry = arguments.has("--dry-run");
    // A report takes the place of the difference: programs read one thing.
    if (!dry || !reports)
        if (const auto done = finish_change(world, arguments, book, std::move(change)); !done) return done;
    const bool waiting = plan.counts.unsure + plan.counts.rejected + plan.counts.twice > 0;
    if (waiting && arguments.has("--rejects")) {
        if (!dry)
            if (const auto written = write_rejects_to(world, arguments.value("--rejects"), plan, table); !written)
                return written.error();
        world.say(written_to(utf8::printable(arguments.value("--rejects"))));
    } else if (waiting) {
        world.say(write_rejects());
    }
    if (plan.counts.conflicts > 0) world.say(decide());
    return plan.waits() ? 1 : 0;
}

Result<int> import_rows(World& world, const Arguments& arguments, const store::Book& book, const GivenFile& file,
                        const std::string& name, const model::ImportMapping& mapping) {
    const std::string sheet = arguments.has("--sheet") ? arguments.value("--sheet") : mapping.sheet;
    const auto table = intake::table_for(file.read.tables, sheet, &mapping);
    if (!table) return table.error();
    intake::Request request;
    request.name = name;
    request.mode = mode_of(arguments);
    request.learn = arguments.has("--learn");
    request.as = intake::as_of(arguments.has("--as") ? arguments.value("--as") : mapping.as);
    request.today = today(world);
    request.digest = file.digest;
    request.progress = [&](std::size_t done, std::size_t total) { tell_rows(world, done, total); };

    const territory::Territory territory(store::territory_setup(book.settings.value, book.areas.value));
    const intake::Lexicon lexicon(book, territory);
    const intake::Rows rows = intake::become(**table, mapping, lexicon, request.as);
    if (request.as == intake::As::attendance) return import_attendance(world, arguments, book, mapping, rows);

    intake::Files beside{text_beside(world, book.root, intake::memory_path(name)),
                         text_beside(world, book.root, intake::conflicts_path(name)),
                         {}};
    for (const auto& other : book.mappings)
        if (other.id != name && !mapping.source.empty() && other.value.source == mapping.source)
            beside.others.push_back(text_beside(world, book.root, intake::memory_path(other.id)));
    auto plan = intake::plan_of(book, **table, mapping, rows, lexicon, request, beside);
    if (!plan) return plan.error();

    if (!file.read.encoding.empty()) world.say(as_encoded(file.read.encoding));
    if (file.read.tables.size() > 1) {
        std::string others;
        for (const intake::Table& other : file.read.tables)
            if (&other != *table) others += (others.empty() ? "" : ", ") + utf8::printable(other.sheet);
        world.say(other_sheets(utf8::printable((*table)->sheet), others));
    }
    return finish_import(world, arguments, book, file.name, **table, std::move(*plan));
}

}  // namespace cafe::cmd
