#include "all_known.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "facts/service.hpp"
#include "model/reference.hpp"
#include "notebook.hpp"
#include "orient.hpp"
#include "orient/papers.hpp"
#include "orient/status.hpp"
#include "query/ask.hpp"
#include "render/answer.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> no_reference{"« {} » n'est pas une référence, ou il y a une faute de frappe",
                                           "'{}' is no reference, or there is a typing mistake"};
constexpr Phrase<> form_of_one{"six lettres ou chiffres, un tiret et un dernier : K7QF2M-8",
                               "six letters or digits, a hyphen and one more: K7QF2M-8"};
constexpr Phrase<std::string> not_in_journal{"la référence {} n'est pas dans votre journal",
                                             "reference {} is not in your journal"};
constexpr Phrase<> see_journal{"« cafe orient list --all » montre toutes celles qui y sont",
                               "'cafe orient list --all' shows all that are"};
constexpr Phrase<Words> purged{"effacé du journal, gardé assez longtemps : {} ; il en reste des nombres",
                               "erased from the journal, kept long enough: {}; numbers are left"};
constexpr Noun orientations{"orientation", "orientations", "orientation", "orientations"};

}  // namespace

Result<OpenJournal> open_journal(World& world, bool look_only) {
    auto catalog = open_catalog(world);
    if (!catalog) return catalog.error();
    const auto root = store::find_notebook(world.disk, world.start);
    if (!root) return root.error();
    auto folder = orient::journal_folder(world.disk, user_states(world), *root);
    if (!folder) return folder.error();
    OpenJournal open{std::move(*catalog), *root, std::move(*folder)};
    if (look_only) return open;
    // What goes leaves counts by theme: of a fiche that cannot be read there are none to leave.
    if (!all_known(open.catalog.unreadable_records())) return open;
    const auto years = orient::read_years(world.disk, open.folder);
    if (!years) return years.error();
    const auto all = orient::all_of(*years);
    if (std::none_of(all.begin(), all.end(), [&](const auto& one) { return orient::is_to_purge(one, today(world)); }))
        return open;
    const auto theme_of = orient::themes_by(open.catalog, today(world));
    std::size_t gone = 0;
    const auto done = orient::change_years(world.disk, open.folder, [&](orient::Years& now) -> Result<Done> {
        for (auto& [year, journal] : now) gone += orient::purge(journal, today(world), theme_of);
        return Done{};
    });
    if (!done) return done.error();
    world.say(purged(count(gone, orientations)));
    return open;
}

Result<orient::Orientation*> orientation_named(orient::Years& years, const std::string& typed) {
    const auto reference = model::read_reference(typed);
    if (!reference) return Error{ErrorKind::usage, no_reference(utf8::printable(typed)), form_of_one()};
    orient::Orientation* found = orient::find(years, *reference);
    if (found == nullptr) return Error{ErrorKind::reference, not_in_journal(*reference), see_journal()};
    return found;
}

bool add_event(orient::Orientation& orientation, const orient::Event& event) {
    auto& events = orientation.events;
    if (std::find(events.begin(), events.end(), event) != events.end()) return false;
    events.push_back(event);
    return true;
}

std::string destination(const store::Catalog& catalog, const std::string& to) {
    const auto [id, service] = orient::parts_of(to);
    const auto partner = facts::release_partner(catalog, id, {facts::Reader::own, false});
    return partner ? utf8::one_line(facts::title_of(**partner, id, service)) : to;
}

std::string next_best(const World& world, const store::Catalog& catalog, const orient::Orientation& orientation) {
    constexpr std::size_t most = 3;
    const auto [asked, service] = orient::parts_of(orientation.to);
    query::ParseOptions options;
    options.command = "cafe find";
    if (!orientation.theme.empty()) {
        options.themes = {orientation.theme};
    } else if (const auto way = orient::way_to(catalog, asked, service, today(world))) {
        options.themes = way->themes;
        options.themes.resize(std::min<std::size_t>(options.themes.size(), 1));
    }
    if (options.themes.empty()) return {};
    if (!orientation.area.empty()) options.touches = {orientation.area};
    const query::Lexicon lexicon(catalog);
    const std::vector<std::string> no_words;
    const auto answer = query::ask(no_words, catalog, lexicon, options, {today(world)});
    if (!answer) return {};
    std::string lines;
    std::size_t number = 0;
    for (const query::Hit& hit : answer->hits) {
        if (hit.partner == asked || hit.status != model::Status::active) continue;
        lines +=
            render::hit_in_a_line(catalog, answer->query, hit, ++number, {world.lang, false, 0, false}, today(world));
        if (number == most) break;
    }
    return lines;
}

Option dry_run_of_journal() {
    return {"--dry-run", ValueKind::none, {}, {"montrer sans rien écrire", "show, write nothing"}};
}

}  // namespace cafe::cmd
