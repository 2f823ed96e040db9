#include "publish_one_file.hpp"

#include "base/utf8.hpp"
#include "facts/withhold.hpp"
#include "indexed.hpp"
#include "notebook.hpp"
#include "publication.hpp"
#include "render/html_one_file.hpp"
#include "site/site.hpp"
#include "store/whole_file.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> not_with{"--one-file écrit toute l'édition dans un fichier : {} est de trop",
                                       "--one-file writes the whole edition into a file: {} is too much"};
constexpr Phrase<std::string> not_html{"le nom du fichier finit par .html : {} non",
                                       "the name of the file ends in .html: {} does not"};
constexpr Phrase<std::string> others{"{} n'est pas un annuaire en un fichier fait par cafe : rien n'a été écrit",
                                     "{} is no directory in one file made by cafe: nothing was written"};
constexpr Phrase<> other_name{"choisir un autre nom, ou l'enlever d'abord", "choose another name, or remove it first"};
constexpr Phrase<std::string> other_edition{"{} est d'une autre édition : rien n'a été écrit",
                                            "{} is of another edition: nothing was written"};
constexpr Phrase<std::string, Words, std::size_t> wrote{"{0} : {1}, {2} Ko ; à ouvrir dans un navigateur",
                                                        "{0}: {1}, {2} KB; open it in a browser"};
constexpr Phrase<std::string, Words> would_write{"{0} : {1}, rien n'a été écrit", "{0}: {1}, nothing was written"};
constexpr Noun partner_noun{"partenaire", "partenaires", "partner", "partners"};

std::optional<Error> refused(const Arguments& arguments) {
    for (const std::string_view option : {"-o", "--format", "--booklet", "--paper", "--pdf"})
        if (arguments.has(option)) return Error{ErrorKind::usage, not_with(std::string(option)), {}};
    if (!arguments.words.empty())
        return Error{ErrorKind::usage, not_with("« " + utf8::printable(arguments.words.front()) + " »"), {}};
    const std::string file = arguments.value("--one-file");
    if (path::name(file).size() <= 5 || !file.ends_with(".html"))
        return Error{ErrorKind::usage, not_html(utf8::printable(file)), {}};
    return std::nullopt;
}

// A file of the other edition bears the same name for whoever opens it: neither takes the other's place.
Result<Done> check_file(World& world, const std::string& file, facts::Reader reader) {
    facts::Reader of_it = reader;
    const auto is_ours = [&](std::string_view bytes) {
        constexpr std::size_t head = 1200;
        const std::string_view begin = bytes.substr(0, head);
        of_it = begin.find(render::one_file_partners) != std::string_view::npos ? facts::Reader::partners
                                                                                : facts::Reader::everyone;
        return begin.find(render::one_file_mark) != std::string_view::npos;
    };
    const auto stands = store::own_file_at(world.disk, file, is_ours);
    if (!stands) return stands.error();
    if (*stands == store::OwnFile::others)
        return Error{ErrorKind::environment, others(utf8::printable(file)), other_name()};
    if (*stands == store::OwnFile::ours && of_it != reader)
        return Error{ErrorKind::environment, other_edition(utf8::printable(file)), other_name()};
    return Done{};
}

}  // namespace

Result<int> publish_one_file(World& world, const Arguments& arguments) {
    if (auto wrong = refused(arguments)) return *wrong;
    const std::string file = arguments.value("--one-file");
    auto book = open_book_to_ask(world);
    if (!book) return book.error();
    if (holds_back(world, *book, arguments.has("--partial"))) return 1;
    const auto reader = arguments.value("--audience") == "partners" ? facts::Reader::partners : facts::Reader::everyone;
    auto shown = facts::for_reader(std::move(*book), {reader, false});
    const store::Catalog catalog(std::move(shown.book));
    const Lang lang = catalog.settings().language == "en" ? Lang::en : Lang::fr;
    const view::Directory directory = view::directory({catalog, reader, today(world), lang});
    if (const auto free = check_file(world, file, reader); !free) return free.error();
    say_kept_back(world, shown.withheld);
    const Words partners = count(directory.listings.size(), partner_noun);
    if (arguments.has("--dry-run")) {
        world.say(would_write(utf8::printable(file), partners));
        return 0;
    }
    const std::string bytes = site::one_file(directory);
    if (const auto put = store::put_whole(world.disk, file, bytes); !put) return put.error();
    world.say(wrote(utf8::printable(file), partners, (bytes.size() + 999) / 1000));
    return 0;
}

}  // namespace cafe::cmd
