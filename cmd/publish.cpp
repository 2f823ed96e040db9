#include <algorithm>
#include <array>
#include <optional>

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "check/check.hpp"
#include "command.hpp"
#include "facts/withhold.hpp"
#include "indexed.hpp"
#include "notebook.hpp"
#include "publication.hpp"
#include "publish_booklet.hpp"
#include "publish_news.hpp"
#include "publish_one_file.hpp"
#include "publish_poster.hpp"
#include "publish_serve.hpp"
#include "site/site.hpp"
#include "store/outputs.hpp"

namespace cafe::cmd {

namespace {

constexpr std::array<std::string_view, 2> formats{"html", "md"};
constexpr std::array<std::string_view, 3> papers{"a3", "a4", "a5"};
constexpr std::array<std::string_view, 2> audiences{"public", "partners"};

constexpr Phrase<> say_where{"dans quel dossier publier ?", "publish into which folder?"};
constexpr Phrase<> use_output{"le dire avec -o : cafe publish -o site", "say it with -o: cafe publish -o site"};
constexpr Phrase<std::string> booklet_only{"{} va avec --booklet", "{} goes with --booklet"};
constexpr Phrase<std::string> whole_only{"un dossier publié contient tout l'annuaire : « {} » est de trop",
                                         "a published folder holds the whole directory: '{}' is too much"};
constexpr Phrase<> choose_by_booklet{"quelques fiches seulement : cafe publish --booklet livret.html theme:logement",
                                     "some records only: cafe publish --booklet booklet.html theme:logement"};
constexpr Phrase<> serves_one{"--serve montre un seul carnet, -C est donné plusieurs fois",
                              "--serve shows one notebook, -C is given several times"};
constexpr Phrase<> publish_together{"plusieurs ensemble : cafe -C A -C B publish -o site",
                                    "several together: cafe -C A -C B publish -o site"};
constexpr Phrase<> sorting{"mise en ordre de l'annuaire", "sorting the directory"};
constexpr Phrase<> writing{"écriture des pages", "writing the pages"};
constexpr Phrase<Words, Words, Words> made{"{}, {}, {}", "{}, {}, {}"};
constexpr Phrase<Words, std::size_t, Words> files{"{}, {} déjà à jour, {}", "{}, {} already up to date, {}"};
constexpr Phrase<Words> edited{"dont {}", "of which {}"};
constexpr Noun written_noun{"fichier écrit", "fichiers écrits", "file written", "files written"};
constexpr Noun removed_noun{"enlevé", "enlevés", "removed", "removed"};
constexpr Noun edited_noun{"modifié à la main depuis, refait", "modifiés à la main depuis, refaits",
                           "edited by hand since, made again", "edited by hand since, made again"};
constexpr Phrase<Words> not_published{"laissé de côté : {}", "left out: {}"};
constexpr Phrase<Words> says_it_closed{"réduit à dire la fermeture et qui appeler à la place : {}",
                                       "reduced to saying that it has closed and whom to call instead: {}"};
constexpr Phrase<Words> without_address{"publié sans son adresse, confidentielle : {}",
                                        "published without its address, which is confidential: {}"};
constexpr Phrase<Words> objecting{"laissé de côté : {} (la personne s'y oppose)", "left out: {} (the person objects)"};
constexpr Phrase<std::string> open_this{"à ouvrir : {}", "open: {}"};

constexpr Noun partner_noun{"partenaire publié", "partenaires publiés", "partner published", "partners published"};
constexpr Noun to_publish_noun{"partenaire à publier", "partenaires à publier", "partner to publish",
                               "partners to publish"};
constexpr Noun theme_noun{"thème", "thèmes", "topic", "topics"};
constexpr Noun area_noun{"territoire", "territoires", "area", "areas"};
constexpr Noun fiche_noun{"fiche", "fiches", "record", "records"};
constexpr Noun contact_noun{"contact", "contacts", "contact", "contacts"};
constexpr Noun reserved_noun{"fiche à diffusion réservée", "fiches à diffusion réservée",
                             "record not for this audience", "records not for this audience"};
constexpr Noun malformed_noun{"fiche au nom de fichier impossible", "fiches au nom de fichier impossible",
                              "record with an impossible file name", "records with impossible file names"};

constexpr Phrase<std::string> names_objector{"nomme quelqu'un qui s'oppose à paraître : {}",
                                             "names somebody who objects to being shown: {}"};

// What is not in the publication, and why.
void say_left_out(World& world, const view::LeftOut& left_out) {
    const auto say = [&](std::size_t n, const Noun& noun) {
        if (n > 0) world.say(not_published(count(n, noun)));
    };
    say(left_out.not_for_reader, reserved_noun);
    say(left_out.malformed, malformed_noun);
    if (left_out.closed > 0) world.say(says_it_closed(count(left_out.closed, fiche_noun)));
    if (left_out.confidential > 0) world.say(without_address(count(left_out.confidential, fiche_noun)));
    if (left_out.objections > 0) world.say(objecting(count(left_out.objections, contact_noun)));
}

void say_counts(World& world, const view::Directory& directory, bool dry_run) {
    world.say(made(count(directory.listings.size(), dry_run ? to_publish_noun : partner_noun),
                   count(directory.themes.size(), theme_noun), count(directory.areas.size(), area_noun)));
    say_left_out(world, directory.left_out);
}

// Beside the journal, a file for each folder that was published into.
Result<store::OutputMemory> memory_of(World& world, const std::string& root, const std::string& folder) {
    const auto state = state_folder(world, root);
    if (!state) return state.error();
    const auto here = world.disk.current_folder();
    if (!here) return here.error();
    const std::string whole = path::normal(path::join(*here, folder));
    return store::OutputMemory{path::join(*state, "published-" + fingerprint(whole)), world.program};
}

Result<store::OutputReport> write_files(World& world, const site::Site& site, const std::string& root,
                                        const std::string& folder, const std::string& edition) {
    const auto memory = memory_of(world, root, folder);
    if (!memory) return memory.error();
    const std::vector<std::string> paths = site.files();
    auto output = store::OutputFolder::open(world.disk, folder, paths, *memory, edition);
    if (!output) return output.error();
    std::size_t done = 0;
    const auto put = [&](const site::File& file) {
        world.tell_progress(writing(), ++done, paths.size());
        return output->put(file.path, file.key, file.bytes);
    };
    const auto wanted = [&](const site::File& file) { return output->wants(file.path, file.key); };
    const Result<Done> rendered = site.each(put, wanted, world.threads);
    if (!rendered) return rendered.error();
    return output->finish();
}

// What only a booklet takes.
std::optional<Error> not_of_a_folder(const Arguments& arguments) {
    for (const std::string_view option : {"--pdf", "--paper"})
        if (arguments.has(option)) return Error{ErrorKind::usage, booklet_only(std::string(option)), {}};
    if (arguments.words.empty()) return std::nullopt;
    return Error{ErrorKind::usage, whole_only(utf8::printable(arguments.words.front())), choose_by_booklet()};
}

Result<int> run_publish(World& world, const Arguments& arguments) {
    if (arguments.has("--serve") && !world.beside.empty())
        return Error{ErrorKind::usage, serves_one(), publish_together()};
    if (arguments.has("--serve")) return publish_serve(world, arguments);
    if (arguments.has("--poster")) return publish_poster(world, arguments);
    if (arguments.has("--one-file")) return publish_one_file(world, arguments);
    if (arguments.has("--booklet")) return publish_booklet(world, arguments);
    if (auto wrong = not_of_a_folder(arguments)) return *wrong;
    const std::string folder = arguments.value("-o");
    if (folder.empty()) return Error{ErrorKind::usage, say_where(), use_output()};
    if (const auto placed = check_place(world, folder, "cafe publish -o site"); !placed) return placed.error();
    auto book = open_book_to_ask(world);
    if (!book) return book.error();
    if (holds_back(world, *book, arguments.has("--partial"))) return 1;
    const std::string root = book->root;
    const bool for_partners = arguments.value("--audience") == "partners";
    const auto reader = for_partners ? facts::Reader::partners : facts::Reader::everyone;
    const auto format = arguments.value("--format") == "md" ? site::Format::markdown : site::Format::html;
    const std::vector<facts::Withheld> objectors = check::texts_naming_objectors(*book);
    std::vector<history::News> news;
    if (world.beside.empty() && site::Site::may_have_news(book->settings.value, reader, format)) {
        auto told = news_of(world, *book, {reader, false, today(world)});
        if (!told) return told.error();
        news = std::move(*told);
    }
    // A sheet that is handed over holds what everyone may know, whoever prints it.
    std::optional<store::Catalog> public_catalog;
    if (for_partners) public_catalog.emplace(facts::for_reader(*book, {facts::Reader::everyone, false}).book);
    auto shown = facts::for_reader(std::move(*book), {reader, false});
    const store::Catalog catalog(std::move(shown.book));
    // What is generated speaks the notebook's language, whatever the terminal speaks.
    const Lang lang = catalog.settings().language == "en" ? Lang::en : Lang::fr;
    auto frame = frame_of(world, root);
    if (!frame) return frame.error();
    world.tell_progress(sorting(), 0, 0);
    // Counts of one notebook say nothing of what others were asked.
    const auto counted = world.beside.empty() ? store::needs_in(world.disk, root) : std::vector<store::NeedsFile>{};
    const site::Site site({catalog, reader, today(world), lang}, format, std::move(*frame),
                          facts::release_needs(counted, reader), public_catalog ? &*public_catalog : &catalog, news);
    const bool dry_run = arguments.has("--dry-run");
    const auto say_of_texts = [&] {
        say_kept_back(world, shown.withheld);
        if (!objectors.empty()) world.say(names_objector(listed(objectors)));
    };
    if (dry_run) {
        say_counts(world, site.directory(), true);
        say_of_texts();
        for (const std::string& file : site.files()) world.out << path::join(folder, file) << '\n';
        return 0;
    }
    const auto report = write_files(world, site, root, folder, for_partners ? "partners" : "public");
    if (!report) return report.error();
    say_counts(world, site.directory(), false);
    say_of_texts();
    world.say(files(count(report->written, written_noun), report->unchanged, count(report->removed, removed_noun)));
    if (report->edited > 0) world.say(edited(count(report->edited, edited_noun)));
    world.say(open_this(path::join(folder, site.first())));
    return 0;
}

}  // namespace

const Command& publish_command() {
    static const Command command{
        .name = "publish",
        .group = Group::send,
        .summary = {"l'annuaire en pages web ou en Markdown", "the directory as web pages or Markdown"},
        .arguments = {"[QUESTION…]", "[QUERY…]"},
        .options =
            {{"-o", ValueKind::folder, {"DOSSIER", "FOLDER"}, {"où écrire", "where to write"}, {}, false, "--output"},
             {"--format",
              ValueKind::choice,
              {"FORMAT", "FORMAT"},
              {"html (pages web) ou md (Markdown)", "html (web pages) or md (Markdown)"},
              {formats.begin(), formats.end()}},
             {"--audience",
              ValueKind::choice,
              {"QUI", "WHO"},
              {"public, ou partners : l'édition des professionnels", "public, or partners: the professionals' edition"},
              {audiences.begin(), audiences.end()}},
             {"--booklet",
              ValueKind::file,
              {"FICHIER.html", "FILE.html"},
              {"au lieu du site, un livret à imprimer : une fiche par page, des fiches choisies par une question",
               "instead of the site, a booklet to print: a record a page, of records that a query chooses"}},
             {"--one-file",
              ValueKind::file,
              {"FICHIER.html", "FILE.html"},
              {"au lieu du site, toute l'édition dans un seul fichier, à envoyer ou à garder",
               "instead of the site, the whole edition in a single file, to send or to keep"}},
             {"--poster",
              ValueKind::theme,
              {"THÈME", "THEME"},
              {"au lieu du site, l'affiche d'un thème dans le FICHIER.html qui suit : dans quelle situation, qui "
               "appeler",
               "instead of the site, the poster of a theme into the FILE.html that follows: in which situation, whom "
               "to "
               "call"}},
             {"--serve",
              ValueKind::none,
              {},
              {"au lieu d'écrire, montrer l'édition publique à cette machine seule, refaite quand le carnet change",
               "instead of writing, show the public edition to this machine alone, made anew when the notebook "
               "changes"}},
             {"--paper",
              ValueKind::choice,
              {"FORMAT", "SIZE"},
              {"le papier : a4 ou a5 d'un livret, a3 ou a4 d'une affiche",
               "the paper: a4 or a5 of a booklet, a3 or a4 of a poster"},
              {papers.begin(), papers.end()}},
             {"--pdf",
              ValueKind::none,
              {},
              {"le livret en PDF aussi, par le navigateur de cette machine",
               "the booklet as a PDF too, by this machine's browser"}},
             {"--partial",
              ValueKind::none,
              {},
              {"publier sans les fichiers qui ne peuvent pas être lus",
               "publish without the files that cannot be read"}},
             {"--dry-run",
              ValueKind::none,
              {},
              {"dire les fichiers sans rien écrire", "name the files, write nothing"}}},
        .about = {"Une page d'accueil, une page par fiche, par thème et par territoire, reliées entre elles et "
                  "s'ouvrent "
                  "sans serveur. Une fiche fermée n'y est pas, une fiche interrompue est marquée ; une adresse "
                  "confidentielle, "
                  "une note interne ou une personne qui s'y oppose n'y sont jamais. Publier de nouveau n'écrit que ce "
                  "qui a changé. Si un fichier ne peut pas être lu, rien n'est écrit ni enlevé (code 1), sauf avec "
                  "--partial. Chaque édition a son dossier, qui n'est qu'à elle.",
                  "A home page, one page per partner, per topic and per area, linked to each other and readable "
                  "without a server. "
                  "A closed partner is left out, a suspended one is marked; a confidential address, an internal note "
                  "or a person "
                  "who objects is never there. Publishing again writes only what changed. When a file cannot be read, "
                  "nothing is "
                  "written or removed (code 1), but with --partial. Each edition has a folder of its own."},
        .examples = {{"cafe publish -o site",
                      {"le site, à ouvrir par site/index.html", "the site, to open at site/index.html"}},
                     {"cafe publish --booklet livret.html theme:logement",
                      {"les fiches du logement, à remettre sur papier",
                       "the records about housing, to hand out on paper"}},
                     {"cafe publish --one-file annuaire.html",
                      {"tout l'annuaire dans une pièce jointe", "the whole directory as an attachment"}},
                     {"cafe publish --serve",
                      {"voir le site sur cette machine pendant qu'on écrit les fiches",
                       "see the site on this machine while fiches are written"}},
                     {"cafe publish -o partenaires --audience partners --dry-run",
                      {"ce que contiendrait l'édition des partenaires", "what the partners' edition would contain"}}},
        .run = run_publish,
        .unites = true,
    };
    return command;
}

}  // namespace cafe::cmd
