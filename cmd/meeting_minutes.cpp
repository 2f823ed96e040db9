#include <array>
#include <iterator>

#include "all_known.hpp"
#include "base/utf8.hpp"
#include "command.hpp"
#include "editor.hpp"
#include "facts/release.hpp"
#include "mail/message.hpp"
#include "meeting.hpp"
#include "meeting_change.hpp"
#include "meetings/minutes_text.hpp"
#include "notebook.hpp"
#include "render/markdown.hpp"
#include "render/terminal.hpp"
#include "site/site.hpp"
#include "store/layout.hpp"
#include "view/minutes.hpp"

namespace cafe::cmd {

namespace {

constexpr std::array<std::string_view, 3> formats{"md", "html", "text"};

constexpr Phrase<std::string, int, std::string, Words> asked_about{"{}:{} : « {} » : {}", "{}:{}: \"{}\": {}"};
constexpr Noun line_noun{"ligne pas comprise", "lignes pas comprises", "line not understood", "lines not understood"};
constexpr Phrase<Words> not_understood{"{}", "{}"};
constexpr Phrase<> nothing_written{"rien n'a été écrit ; corriger ces lignes et recommencer",
                                   "nothing was written; put these lines right and try again"};
constexpr Phrase<std::string> recorded{"{} : compte rendu noté", "{}: minutes recorded"};
constexpr Phrase<std::string> as_before{"{} : rien de changé", "{}: nothing changed"};
constexpr Phrase<> one_of_two{"choisir --edit ou --from, pas les deux", "choose --edit or --from, not both"};
constexpr Phrase<> render_prints{"--render imprime : sans --edit ni --from",
                                 "--render prints: without --edit and --from"};

// Each line that was not understood, with its place, as `check` shows findings.
Error say_remarks(World& world, const std::string& page, const std::vector<meetings::Remark>& remarks) {
    for (const meetings::Remark& remark : remarks)
        world.say(asked_about(utf8::printable(page), remark.line, remark.text, remark.what));
    return Error{ErrorKind::usage, not_understood(count(remarks.size(), line_noun)), nothing_written()};
}

Result<Change> change_of(const OpenNotebook& notebook, const std::string& id, const meetings::ReadMinutes& read) {
    Change change;
    change.id = id;
    change.said = recorded(id);
    change.unchanged = as_before(id);
    if (const auto added = add_edits(notebook, id, read.edits, change); !added) return added.error();
    if (const auto checked = check_change(notebook.book, change.files, Keys::any); !checked) return checked.error();
    return change;
}

Result<int> take_minutes(World& world, const Arguments& arguments) {
    auto notebook = open_notebook(world);
    if (!notebook) return notebook.error();
    const store::Catalog& catalog = notebook->catalog;
    const auto id = resolve_meeting(catalog, arguments.words.front(), today(world));
    if (!id) return id.error();
    if (const auto open = not_approved(catalog, *id); !open) return open.error();
    if (const auto known = all_known(catalog.unreadable_records()); !known) return known.error();
    const Lang lang = catalog.settings().language == "en" ? Lang::en : Lang::fr;
    const auto read = [&](const std::string& page) {
        return meetings::read_minutes(catalog, *id, source_of(notebook->book, *id)->tree, page, lang, today(world));
    };
    const bool edits = arguments.has("--edit");
    const Draft draft{notebook->book.root, "minutes-" + *id + ".md",
                      meetings::minutes_text(catalog, *id, lang, today(world)), false};
    std::string page;
    if (edits) {
        auto typed = edit_text(world, draft, [&](const std::string& now) -> Result<Done> {
            const meetings::ReadMinutes found = read(now);
            if (!found.remarks.empty()) return say_remarks(world, draft.name, found.remarks);
            const auto change = change_of(*notebook, *id, found);
            return change ? Result<Done>(Done{}) : Result<Done>(change.error());
        });
        if (!typed) return typed.error();
        if (!*typed) return 0;
        page = std::move(**typed);
    } else {
        const std::string file = arguments.value("--from");
        auto bytes = file == "-" ? Result<std::string>(std::string(std::istreambuf_iterator<char>(world.in), {}))
                                 : world.disk.read(file, store::largest_record);
        if (!bytes) return bytes.error();
        page = mail::text_of(std::move(*bytes), "");
        const meetings::ReadMinutes found = read(page);
        if (!found.remarks.empty()) return say_remarks(world, file, found.remarks);
    }
    auto change = change_of(*notebook, *id, read(page));
    if (!change) return change.error();
    auto code = finish_change(world, arguments, notebook->book, std::move(*change));
    if (!code) return edits ? with_draft_kept(world, draft, code.error()) : code.error();
    if (edits)
        if (const auto gone = forget_draft(world, draft); !gone) return gone.error();
    return code;
}

Result<int> print_minutes(World& world, const Arguments& arguments) {
    const auto catalog = open_catalog(world, {facts::Reader::partners, false});
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

Result<int> run_meeting_minutes(World& world, const Arguments& arguments) {
    const bool takes = arguments.has("--edit") || arguments.has("--from");
    if (arguments.has("--edit") && arguments.has("--from")) return Error{ErrorKind::usage, one_of_two(), {}};
    if (takes && arguments.has("--render")) return Error{ErrorKind::usage, render_prints(), {}};
    if (arguments.has("--page")) {
        const auto catalog = open_catalog(world);
        if (!catalog) return catalog.error();
        const auto id = resolve_meeting(*catalog, arguments.words.front(), today(world));
        if (!id) return id.error();
        const Lang lang = catalog->settings().language == "en" ? Lang::en : Lang::fr;
        world.out << meetings::minutes_text(*catalog, *id, lang, today(world));
        return 0;
    }
    return takes ? take_minutes(world, arguments) : print_minutes(world, arguments);
}

std::vector<Option> options_of_minutes() {
    std::vector<Option> options{
        {"--render",
         ValueKind::choice,
         {"FORMAT", "FORMAT"},
         {"text (par défaut), md (Markdown) ou html (une page entière, à joindre ou à imprimer)",
          "text (default), md (Markdown) or html (a whole page, to attach or print)"},
         {formats.begin(), formats.end()}},
        {"--edit",
         ValueKind::none,
         {},
         {"les écrire dans l'éditeur, sur une page simple où les invités sont déjà",
          "write them in the editor, on a plain page where those invited stand already"}},
        {"--from",
         ValueKind::file,
         {"FICHIER", "FILE"},
         {"lire cette page d'un fichier ; - pour l'entrée standard",
          "read that page from a file; - for standard input"}},
        {"--page", ValueKind::none, {}, {"imprimer cette page, sans rien ouvrir", "print that page, open nothing"}}};
    for (Option& option : change_options()) options.push_back(std::move(option));
    return options;
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
        .options = options_of_minutes(),
        .about =
            {"Qui était là, les nouvelles de chacun, les questions et leurs réponses (celles venues plus tard le "
             "disent), les décisions, qui fait quoi, les dates à retenir, la prochaine rencontre. Il est écrit pour "
             "les partenaires : ce qui est réservé au carnet, et les personnes qui s'y opposent, n'y sont pas. Il "
             "parle la langue du carnet. Avec --edit ou --from il s'écrit comme il se lit : une page de titres et de "
             "lignes, relue sans rien perdre ; une ligne pas comprise est demandée, et rien n'est écrit avant.",
             "Who was there, everybody's news, the questions and their answers (those that came later say so), the "
             "decisions, who does what, the dates to remember, the next meeting. It is written for the partners: "
             "what is kept to the notebook, and people who object, are not in it. It speaks the notebook's "
             "language. With --edit or --from they are written as they are read: a page of headings and lines, read "
             "back without loss; a line that is not understood is asked about, and nothing is written before."},
        .examples = {{"cafe meeting minutes fumel:last",
                      {"celui du dernier café, à coller dans un message", "of the last café, to paste into a message"}},
                     {"cafe meeting minutes fumel:last --edit", {"l'écrire", "to write them"}},
                     {"cafe meeting minutes 2026-11-06-fumel --render html",
                      {"une page à joindre ; la garder avec « > cr.html »",
                       "a page to attach; keep it with '> cr.html'"}}},
        .run = run_meeting_minutes,
        .word = ValueKind::meeting,
    };
    return command;
}

}  // namespace cafe::cmd
