// A new orientation: a reference is drawn, the way there is shown, paper and mail are made.
#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "letters/letter.hpp"
#include "meeting.hpp"
#include "model/reference.hpp"
#include "model/values.hpp"
#include "notebook.hpp"
#include "orient.hpp"
#include "orient/papers.hpp"
#include "service_named.hpp"

namespace cafe::cmd {

namespace {

using orient::Is;
using orient::Orientation;

constexpr Phrase<std::string> closed_fiche{"{} : la fiche est fermée, on n'y envoie plus personne",
                                           "{}: the record is closed, nobody is sent there"};
constexpr Phrase<Words> not_yet{"une demande se note le jour même ou après, pas pour le {}",
                                "a request is noted on its day or later, not for {}"};
constexpr Phrase<std::string> not_its_theme{"ce service ne répond pas au thème « {} »",
                                            "this service does not answer the theme '{}'"};
constexpr Phrase<std::string> its_themes{"ses thèmes : {}", "its themes: {}"};
constexpr Phrase<> several_themes{"plusieurs thèmes possibles : --theme dit lequel, pour vos chiffres",
                                  "several themes are possible: --theme says which, for your figures"};
constexpr Phrase<std::string> would_draw{"{} : aucune référence tirée, rien n'est écrit",
                                         "{}: no reference drawn, nothing is written"};
constexpr Phrase<> note_it{"À noter dans votre propre dossier : le journal ne dit pas de qui il s'agit.",
                           "Write it into your own file: the journal does not say who it is about."};
constexpr Phrase<std::string> mail_written{"message prêt dans {}, à relire et à envoyer",
                                           "message ready in {}, to read over and send"};
constexpr Phrase<std::string> no_mailbox{"{} n'a pas d'adresse : appeler", "{} has no mailbox: call them"};
constexpr Phrase<std::string> on_platform{"demander plutôt sur {}", "ask on {} instead"};
constexpr Phrase<> call_title{"appeler", "call"};
constexpr Phrase<> write_title{"écrire", "write"};
constexpr Phrase<> steps_title{"démarche", "steps"};
constexpr Phrase<> bring_title{"apporter", "to bring"};
constexpr Phrase<> delay_title{"délai", "delay"};
constexpr Phrase<std::string, std::string> drawn{"{0} : {1}", "{0}: {1}"};

void add_line(std::string& out, const Words& title, const std::string& text, Lang lang) {
    constexpr std::size_t width = 12;
    if (!text.empty()) out += "    " + utf8::pad(title.in(lang), width) + utf8::one_line(text) + "\n";
}

std::string way_in_lines(const orient::Way& way, Lang lang) {
    std::string out;
    const auto phone = model::to_phone(way.phone);
    add_line(out, call_title(), phone ? phone->display : way.phone, lang);
    add_line(out, write_title(), way.email, lang);
    for (std::size_t i = 0; i < way.steps.size(); ++i)
        add_line(out, i == 0 ? steps_title() : Words{" ", " "}, fmt::format("{}. {}", i + 1, way.steps[i]), lang);
    add_line(out, bring_title(), text::join(way.bring, ", "), lang);
    add_line(out, delay_title(), way.delay, lang);
    return out;
}

// The theme to keep: none where the service has one only, which says it already.
Result<std::string> theme_of(const Arguments& arguments, const store::Catalog& catalog, const orient::Way& way) {
    if (!arguments.has("--theme")) return std::string();
    auto theme = resolve_theme(catalog, arguments.value("--theme"));
    if (!theme) return theme.error();
    const bool answers = std::any_of(way.themes.begin(), way.themes.end(),
                                     [&](const std::string& own) { return catalog.vocabulary().answers(own, *theme); });
    if (!answers) return Error{ErrorKind::usage, not_its_theme(*theme), its_themes(text::join(way.themes, ", "))};
    return way.themes.size() == 1 ? std::string() : *theme;
}

Result<Done> write_message(World& world, const OpenJournal& open, const Orientation& orientation,
                           const orient::Way& way, const std::string& folder) {
    if (!model::is_email(way.email)) {
        world.say(no_mailbox(utf8::one_line(way.title)));
        return Done{};
    }
    const auto from = letters::sender(open.catalog);
    if (!from) return from.error();
    const Lang lang = open.catalog.settings().language == "en" ? Lang::en : Lang::fr;
    constexpr unsigned private_mode = 0600;
    const std::string file = path::join(folder, orientation.ref + ".eml");
    if (auto made = world.disk.make_folder(folder); !made) return made;
    auto done = world.disk.create(file, orient::message(orientation, way, *from, today(world), lang), private_mode);
    if (done) world.say(mail_written(utf8::printable(file)));
    return done;
}

void print(World& world, const Arguments& arguments, const Orientation& orientation, const orient::Way& way) {
    const Words said = drawn(orientation.ref, utf8::one_line(way.title));
    if (arguments.has("--sheet")) {
        const view::Page page = orient::sheet(orientation, way, world.lang);
        world.out << (arguments.value("--format") == "html" ? orient::sheet_html(page) : orient::sheet_markdown(page));
        world.say(said);
        return;
    }
    world.out << said.in(world.lang) << "\n" << way_in_lines(way, world.lang);
    world.say(note_it());
}

}  // namespace

Result<int> begin_orientation(World& world, const Arguments& arguments) {
    const bool dry = arguments.has("--dry-run");
    const auto open = open_journal(world, dry);
    if (!open) return open.error();
    const Date day = today(world);
    const auto named = service_named(open->catalog, arguments.words.front(), day);
    if (!named) return named.error();
    const std::string service =
        named->service ? open->catalog.partner(named->partner)->value.services[*named->service].id : "";
    const auto way = orient::way_to(open->catalog, named->partner, service, day);
    if (!way) return Error{ErrorKind::reference, closed_fiche(named->partner), {}};
    Orientation orientation;
    orientation.to = service.empty() ? named->partner : named->partner + "/" + service;
    const auto on = day_of(arguments, "--on");
    if (!on) return on.error();
    orientation.asked = on->value_or(day);
    if (day < orientation.asked) return Error{ErrorKind::usage, not_yet(plain_date(orientation.asked)), {}};
    orientation.events = {{orientation.asked, Is::asked, "", ""}};
    auto theme = theme_of(arguments, open->catalog, *way);
    if (!theme) return theme.error();
    orientation.theme = std::move(*theme);
    if (arguments.has("--area")) {
        auto area = orient::wide_area(open->catalog.territory(), arguments.value("--area"));
        if (!area) return area.error();
        orientation.area = std::move(*area);
    }
    const std::string drafts = arguments.value("--draft");
    if (!drafts.empty())
        if (const auto may = orient::may_hold_references(world.disk, drafts, open->root); !may) return may.error();
    if (!way->link.empty()) world.say(on_platform(utf8::one_line(way->link)));
    if (dry) {
        world.out << would_draw(utf8::one_line(way->title)).in(world.lang) << "\n" << way_in_lines(*way, world.lang);
        return 0;
    }
    const auto done = orient::change_years(world.disk, open->folder, [&](orient::Years& years) -> Result<Done> {
        do orientation.ref = model::draw_reference(world.draw);
        while (orient::find(years, orientation.ref) != nullptr);
        years[orientation.asked.year].orientations.push_back(orientation);
        return Done{};
    });
    if (!done) return done.error();
    print(world, arguments, orientation, *way);
    if (way->themes.size() > 1 && !arguments.has("--theme")) world.say(several_themes());
    if (!drafts.empty())
        if (auto written = write_message(world, *open, orientation, *way, drafts); !written) return written.error();
    return 0;
}

}  // namespace cafe::cmd
