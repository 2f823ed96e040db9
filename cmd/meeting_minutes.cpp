#include <array>

#include "command.hpp"
#include "facts/release.hpp"
#include "meeting.hpp"
#include "notebook.hpp"
#include "render/markdown.hpp"
#include "render/terminal.hpp"
#include "site/site.hpp"
#include "view/minutes.hpp"

namespace cafe::cmd {

namespace {

constexpr std::array<std::string_view, 3> formats{"md", "html", "text"};

Result<int> run_meeting_minutes(World& world, const Arguments& arguments) {
    const auto catalog = open_catalog(world);
    if (!catalog) return catalog.error();
    const auto id = resolve_meeting(*catalog, arguments.words.front(), today(world));
    if (!id) return id.error();
    // Minutes go to the partners.
    const auto meeting = facts::release_meeting(*catalog, *id, {facts::Reader::partners, false});
    // What is generated speaks the notebook's language, whatever the terminal speaks.
    const Lang lang = catalog->settings().language == "en" ? Lang::en : Lang::fr;
    const view::Page page = view::minutes_page(*meeting, *catalog, lang);
    const std::string format = arguments.value("--render");
    if (format == "html")
        world.out << site::page_alone(page, catalog->settings());
    else if (format == "md")
        world.out << render::markdown_page(page, {}, [](const view::PageRef&) { return std::string(); });
    else
        world.out << render::terminal(page, {world.out_is_terminal ? world.width : 0, world.colour});
    return 0;
}

}  // namespace

const Command& meeting_minutes_command() {
    static const Command command{
        .name = "meeting minutes",
        .group = Group::meet,
        .summary = {"le compte rendu d'une réunion, prêt à envoyer", "the minutes of a meeting, ready to be sent"},
        .arguments = {"RÉUNION", "REF"},
        .least = 1,
        .most = 1,
        .options = {{"--render",
                     ValueKind::choice,
                     {"FORMAT", "FORMAT"},
                     {"text (par défaut), md (Markdown) ou html (une page entière, à joindre ou à imprimer)",
                      "text (default), md (Markdown) or html (a whole page, to attach or print)"},
                     {formats.begin(), formats.end()}}},
        .about =
            {"Qui était là, les nouvelles de chacun, les questions et leurs réponses (celles venues plus tard le "
             "disent), les décisions, qui fait quoi, les dates à retenir, la prochaine rencontre. Il est écrit pour "
             "les partenaires : ce qui est réservé au carnet, et les personnes qui s'y opposent, n'y sont pas. Il "
             "parle la langue du carnet.",
             "Who was there, everybody's news, the questions and their answers (those that came later say so), the "
             "decisions, who does what, the dates to remember, the next meeting. It is written for the partners: "
             "what is kept to the notebook, and people who object, are not in it. It speaks the notebook's "
             "language."},
        .examples = {{"cafe meeting minutes fumel:last",
                      {"celui du dernier café, à coller dans un message", "of the last café, to paste into a message"}},
                     {"cafe meeting minutes 2026-11-06-fumel --render html",
                      {"une page à joindre ; la garder avec « > cr.html »",
                       "a page to attach; keep it with '> cr.html'"}}},
        .run = run_meeting_minutes,
        .word = ValueKind::meeting,
    };
    return command;
}

}  // namespace cafe::cmd
