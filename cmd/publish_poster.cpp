#include "publish_poster.hpp"

#include "base/utf8.hpp"
#include "facts/withhold.hpp"
#include "notebook.hpp"
#include "publication.hpp"
#include "site/site.hpp"
#include "store/whole_file.hpp"
#include "view/poster.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> not_with{"--poster écrit une affiche : {} est de trop",
                                       "--poster writes a poster: {} is too much"};
constexpr Phrase<> which_file{"dans quel fichier, en .html ?", "into which file, ending in .html?"};
constexpr Phrase<> for_example{"cafe publish --poster logement affiche.html",
                               "cafe publish --poster logement poster.html"};
constexpr Phrase<std::string> others{"{} n'est pas une affiche faite par cafe : rien n'a été écrit",
                                     "{} is no poster made by cafe: nothing was written"};
constexpr Phrase<> other_name{"choisir un autre nom, ou l'enlever d'abord", "choose another name, or remove it first"};
constexpr Phrase<std::string> nobody{"personne n'est à appeler pour « {} » dans une situation qu'une fiche nomme",
                                     "nobody is to be called for '{}' in a situation that a record names"};
constexpr Phrase<> themes_are{"les thèmes : cafe list themes", "the themes: cafe list themes"};
constexpr Phrase<std::string> wrote{"{} : une affiche, à imprimer par n'importe quel navigateur",
                                    "{}: a poster, to be printed by any browser"};
constexpr Phrase<std::string> would_write{"{} : une affiche, rien n'a été écrit", "{}: a poster, nothing was written"};

std::optional<Error> refused(const Arguments& arguments) {
    for (const std::string_view option : {"-o", "--format", "--booklet", "--one-file", "--pdf", "--audience"})
        if (arguments.has(option)) return Error{ErrorKind::usage, not_with(std::string(option)), {}};
    if (arguments.words.size() != 1 || arguments.words.front().size() <= 5 ||
        !arguments.words.front().ends_with(".html"))
        return Error{ErrorKind::usage, which_file(), for_example()};
    if (arguments.value("--paper") == "a5") return Error{ErrorKind::usage, not_with("--paper a5"), {}};
    return std::nullopt;
}

Result<Done> check_file(World& world, const std::string& file) {
    const auto stands = store::own_file_at(world.disk, file, [](std::string_view bytes) {
        constexpr std::size_t head = 400;
        return bytes.substr(0, head).find(site::poster_mark) != std::string_view::npos;
    });
    if (!stands) return stands.error();
    if (*stands == store::OwnFile::others)
        return Error{ErrorKind::environment, others(utf8::printable(file)), other_name()};
    return Done{};
}

}  // namespace

Result<int> publish_poster(World& world, const Arguments& arguments) {
    if (auto wrong = refused(arguments)) return *wrong;
    const std::string file = arguments.words.front();
    auto book = open_book(world);
    if (!book) return book.error();
    if (holds_back(world, *book, arguments.has("--partial"))) return 1;
    // It hangs on a wall: everyone reads it.
    constexpr facts::Disclosure everyone{facts::Reader::everyone, false};
    auto shown = facts::for_reader(std::move(*book), everyone);
    const store::Catalog catalog(std::move(shown.book));
    const Lang lang = catalog.settings().language == "en" ? Lang::en : Lang::fr;
    const view::Directory directory = view::directory({catalog, facts::Reader::everyone, today(world), lang});
    const std::string theme = arguments.value("--poster");
    const auto page = directory.has_theme(theme) ? view::poster(directory, theme) : std::nullopt;
    if (!page) return Error{ErrorKind::usage, nobody(utf8::printable(theme)), themes_are()};
    if (const auto free = check_file(world, file); !free) return free.error();
    say_kept_back(world, shown.withheld);
    if (arguments.has("--dry-run")) {
        world.say(would_write(utf8::printable(file)));
        return 0;
    }
    const auto paper = arguments.value("--paper") == "a3" ? site::Paper::a3 : site::Paper::a4;
    if (const auto put = store::put_whole(world.disk, file, site::poster(*page, catalog.settings(), paper)); !put)
        return put.error();
    world.say(wrote(utf8::printable(file)));
    return 0;
}

}  // namespace cafe::cmd
