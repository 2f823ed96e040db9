#include "publish_booklet.hpp"

#include "base/utf8.hpp"
#include "browser_pdf.hpp"
#include "facts/withhold.hpp"
#include "indexed.hpp"
#include "notebook.hpp"
#include "publication.hpp"
#include "query/filter.hpp"
#include "render/html_booklet.hpp"
#include "site/site.hpp"
#include "store/whole_file.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> one_or_other{"--booklet écrit un fichier, -o un dossier : l'un ou l'autre",
                                "--booklet writes a file, -o a folder: one or the other"};
constexpr Phrase<> html_only{"--format ne va pas avec --booklet : un livret est en HTML",
                             "--format does not go with --booklet: a booklet is HTML"};
constexpr Phrase<> no_a3{"un livret est en a4 ou en a5", "a booklet is a4 or a5"};
constexpr Phrase<std::string> not_html{"le nom d'un livret finit par .html : {} n'en est pas un",
                                       "the name of a booklet ends in .html: {} does not"};
constexpr Phrase<std::string> others{"{} n'est pas un livret fait par cafe : rien n'a été écrit",
                                     "{} is no booklet made by cafe: nothing was written"};
constexpr Phrase<> other_name{"choisir un autre nom, ou l'enlever d'abord", "choose another name, or remove it first"};
constexpr Phrase<Words> nothing{"rien ne correspond (sur {}) : rien n'a été écrit",
                                "nothing matches (of {}): nothing was written"};
constexpr Phrase<std::string, Words> wrote{"{0} : {1}, à imprimer par n'importe quel navigateur",
                                           "{0}: {1}, to be printed by any browser"};
constexpr Phrase<std::string, Words> would_write{"{0} : {1}, rien n'a été écrit", "{0}: {1}, nothing was written"};
constexpr Phrase<std::string> wrote_pdf{"{} : le même, en PDF", "{}: the same, as a PDF"};
constexpr Noun fiche_noun{"fiche", "fiches", "record", "records"};

std::string pdf_beside(const std::string& html) {
    return html.substr(0, html.size() - std::string_view("html").size()) + "pdf";
}

std::optional<Error> refused(const Arguments& arguments) {
    if (arguments.has("-o")) return Error{ErrorKind::usage, one_or_other(), {}};
    if (arguments.has("--format")) return Error{ErrorKind::usage, html_only(), {}};
    if (arguments.value("--paper") == "a3") return Error{ErrorKind::usage, no_a3(), {}};
    const std::string file = arguments.value("--booklet");
    if (path::name(file).size() <= 5 || !file.ends_with(".html"))
        return Error{ErrorKind::usage, not_html(utf8::printable(file)), {}};
    return std::nullopt;
}

// A PDF does not say who made it: it is ours where the page beside it is.
Result<Done> check_files(World& world, const std::string& html, bool with_pdf) {
    const auto is_ours = [](std::string_view bytes) {
        constexpr std::size_t head = 400;
        return bytes.substr(0, head).find(render::booklet_mark) != std::string_view::npos;
    };
    const auto stands = store::own_file_at(world.disk, html, is_ours);
    if (!stands) return stands.error();
    if (*stands == store::OwnFile::others)
        return Error{ErrorKind::environment, others(utf8::printable(html)), other_name()};
    if (!with_pdf || *stands == store::OwnFile::ours) return Done{};
    const auto pdf = world.disk.info(pdf_beside(html));
    if (!pdf) return pdf.error();
    if (*pdf) return Error{ErrorKind::environment, others(utf8::printable(pdf_beside(html))), other_name()};
    return Done{};
}

}  // namespace

Result<int> publish_booklet(World& world, const Arguments& arguments) {
    if (auto wrong = refused(arguments)) return *wrong;
    const std::string file = arguments.value("--booklet");
    auto book = open_book_to_ask(world);
    if (!book) return book.error();
    if (holds_back(world, *book, arguments.has("--partial"))) return 1;
    const bool for_partners = arguments.value("--audience") == "partners";
    const auto reader = for_partners ? facts::Reader::partners : facts::Reader::everyone;
    auto shown = facts::for_reader(std::move(*book), {reader, false});
    const store::Catalog catalog(std::move(shown.book));
    const auto ids = query::filter(arguments.words, catalog, model::RecordKind::partner, "cafe publish --booklet");
    if (!ids) return ids.error();
    const Lang lang = catalog.settings().language == "en" ? Lang::en : Lang::fr;
    const view::Directory directory = view::directory({catalog, reader, today(world), lang});
    std::vector<std::string> chosen;
    for (const std::string& id : *ids)
        if (directory.find(id) != nullptr) chosen.push_back(id);
    if (chosen.empty()) {
        world.say(nothing(count(directory.listings.size(), fiche_noun)));
        return 1;
    }
    const auto paper = arguments.value("--paper") == "a5" ? site::Paper::a5 : site::Paper::a4;
    const bool with_pdf = arguments.has("--pdf");
    if (const auto free = check_files(world, file, with_pdf); !free) return free.error();
    const Words fiches = count(chosen.size(), fiche_noun);
    say_kept_back(world, shown.withheld);
    if (arguments.has("--dry-run")) {
        world.say(would_write(utf8::printable(file), fiches));
        return 0;
    }
    if (const auto put = store::put_whole(world.disk, file, site::booklet(directory, chosen, paper)); !put)
        return put.error();
    world.say(wrote(utf8::printable(file), fiches));
    if (!with_pdf) return 0;
    const auto here = world.disk.current_folder();
    if (!here) return here.error();
    const std::string whole = path::normal(path::join(*here, file));
    if (const auto printed = print_pdf(world, whole, pdf_beside(whole)); !printed) return printed.error();
    world.say(wrote_pdf(utf8::printable(pdf_beside(file))));
    return 0;
}

}  // namespace cafe::cmd
