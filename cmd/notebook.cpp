#include "notebook.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "facts/secrets.hpp"
#include "git/git.hpp"
#include "indexed.hpp"
#include "query/terms.hpp"
#include "store/changes.hpp"
#include "store/kept_source.hpp"
#include "yaml/parse.hpp"

namespace cafe::cmd {

std::string user_folder(const World& world, const std::string& variable, std::string_view at_home) {
    const std::string folder = world.variable(variable).value_or("");
    if (folder.starts_with("/")) return folder;
    const std::string home = world.variable("HOME").value_or("");
    return home.starts_with("/") ? path::join(home, at_home) : "";
}

std::string user_states(const World& world) {
    return user_folder(world, "XDG_STATE_HOME", ".local/state");
}

namespace {

constexpr Phrase<Words, std::string> left_out{"{0} : « {1} » dit pourquoi", "{0}: '{1}' says why"};
constexpr Phrase<std::string> taken_back{"un changement interrompu a été annulé : {} comme avant",
                                         "an interrupted change was undone: {} as before"};
constexpr Phrase<std::string> left_alone{
    "un changement interrompu n'a pas été annulé, ces fichiers ont changé depuis : {}",
    "an interrupted change was not undone, these files have changed since: {}"};
constexpr Phrase<> no_home{"pas de dossier pour le verrou et le journal : la variable HOME est vide ou absente",
                           "no folder for the lock and the journal: the variable HOME is empty or unset"};
constexpr Phrase<> set_home{"donner à HOME le chemin de votre dossier, ou à XDG_STATE_HOME celui d'un autre",
                            "set HOME to the path of your folder, or XDG_STATE_HOME to that of another"};
constexpr Phrase<std::string> named_twice{"deux carnets s'appellent « {} » ici : leurs fiches ne se distinguent pas",
                                          "two notebooks are called '{}' here: their records cannot be told apart"};
constexpr Phrase<std::string> no_name{"le dossier « {} » n'a pas de nom à mettre devant les fiches",
                                      "the folder '{}' has no name to put before its records"};
constexpr Phrase<> rename_folder{"nommer chaque carnet une fois, sous un nom de dossier à lui",
                                 "name each notebook once, under a folder name of its own"};
constexpr Phrase<> reading{"lecture des fiches", "reading the records"};
constexpr Noun unreadable_files{"fichier illisible laissé de côté", "fichiers illisibles laissés de côté",
                                "unreadable file left out", "unreadable files left out"};

// Nothing where the notebook lies in no repository and the environment names no folder of the user's.
Result<std::optional<std::string>> state_folder_if_any(World& world, const std::string& root) {
    const std::string states = user_states(world);
    auto folder = git::state_folder(world.disk, root, states.empty() ? "" : path::join(states, "cafe"));
    if (!folder) return folder.error();
    return folder->starts_with("/") ? std::optional(std::move(*folder)) : std::nullopt;
}

void settle_language(World& world, const std::string& language) {
    if (!world.lang_is_chosen) world.lang = language == "en" ? Lang::en : Lang::fr;
}

}  // namespace

void prefer_notebook_language(World& world, const std::string& start) {
    const auto root = store::find_notebook(world.disk, start);
    if (!root) return;
    const auto bytes = world.disk.read(path::join(*root, store::settings_file), store::largest_record);
    if (!bytes) return;
    const yaml::Parsed parsed = yaml::parse(*bytes, std::string(store::settings_file));
    if (!parsed.root) return;
    const yaml::Node* language = parsed.root->find("language");
    settle_language(world, language == nullptr ? "" : language->text);
}

Result<std::string> state_folder(World& world, const std::string& root) {
    auto folder = state_folder_if_any(world, root);
    if (!folder) return folder.error();
    if (!*folder) return Error{ErrorKind::environment, no_home(), set_home()};
    return std::move(**folder);
}

Result<std::vector<std::string>> state_folders(World& world, const std::string& root) {
    auto first = state_folder(world, root);
    if (!first) return first.error();
    std::vector<std::string> found{std::move(*first)};
    const std::string states = user_states(world);
    const auto here = world.disk.current_folder();
    if (!here) return here.error();
    if (!states.empty()) {
        std::string outside =
            path::join(path::join(states, "cafe"), fingerprint(path::normal(path::join(*here, root))));
        if (outside != found.front()) found.push_back(std::move(outside));
    }
    return found;
}

std::string cache_folder(const World& world) {
    const std::string caches = user_folder(world, "XDG_CACHE_HOME", ".cache");
    return caches.empty() ? "" : path::join(caches, "cafe");
}

std::optional<store::IndexPlace> index_place(const World& world) {
    const std::string folder = cache_folder(world);
    if (folder.empty() || world.program.empty() || !world.variable("CAFE_NO_INDEX").value_or("").empty())
        return std::nullopt;
    return store::IndexPlace{path::join(folder, "index"), world.program, query::terms_of};
}

Result<store::Book> load_to_ask(World& world, const std::string& root, const store::LoadOptions& options,
                                store::Trees trees) {
    auto* const disk = dynamic_cast<StampedDisk*>(&world.disk);
    const auto place = index_place(world);
    return disk != nullptr && place ? store::load_indexed(*disk, root, options, *place, trees)
                                    : store::load(world.disk, root, options);
}

namespace {

store::LoadOptions load_options(World& world) {
    return {world.threads, [&](std::size_t done, std::size_t total) { world.tell_progress(reading(), done, total); }};
}

// Settles language and today by what the notebook says.
void settle(World& world, const model::Settings& settings) {
    settle_language(world, settings.language);
    if (!world.today) world.today = world.clock(settings.timezone.empty() ? "Europe/Paris" : settings.timezone);
}

Result<store::Book> settled(World& world, Result<store::Book> book) {
    if (book) settle(world, book->settings.value);
    return book;
}

// The notebook around `start`, after what an interrupted change left was taken back.
Result<std::string> recovered_notebook(World& world, const std::string& start) {
    auto root = store::find_notebook(world.disk, start);
    if (!root) return root;
    const auto state = state_folder_if_any(world, *root);
    if (!state) return state.error();
    if (*state) {
        const auto recovered = store::recover(world.disk, {*root, **state});
        if (!recovered) return recovered.error();
        if (!recovered->undone.empty()) world.say(taken_back(text::join(recovered->undone, ", ")));
        if (!recovered->left.empty()) world.say(left_alone(text::join(recovered->left, ", ")));
    }
    return root;
}

Result<std::vector<std::string>> recovered_notebooks(World& world) {
    std::vector<std::string> starts{world.start};
    starts.insert(starts.end(), world.beside.begin(), world.beside.end());
    std::vector<std::string> roots;
    for (const std::string& start : starts) {
        auto root = recovered_notebook(world, start);
        if (!root) return root.error();
        roots.push_back(std::move(*root));
    }
    return roots;
}

// What each notebook says of language and day is the first one's to say.
Result<std::vector<store::Beside>> settled(World& world, Result<std::vector<store::Beside>> books) {
    if (books) settle(world, books->front().book.settings.value);
    return books;
}

}  // namespace

Result<std::vector<store::Beside>> each_book(const std::vector<std::string>& roots,
                                             const std::function<Result<store::Book>(const std::string&)>& read) {
    constexpr std::size_t longest = 40;
    std::vector<store::Beside> books;
    for (const std::string& root : roots) {
        const std::string name = fold::slug(path::name(root), longest);
        if (name.empty()) return Error{ErrorKind::usage, no_name(root), rename_folder()};
        const bool taken =
            std::any_of(books.begin(), books.end(), [&](const store::Beside& other) { return other.name == name; });
        if (taken) return Error{ErrorKind::usage, named_twice(name), rename_folder()};
        auto book = read(root);
        if (!book) return book.error();
        books.push_back({name, std::move(*book)});
    }
    return books;
}

Result<std::vector<store::Beside>> open_each(World& world) {
    const auto roots = recovered_notebooks(world);
    if (!roots) return roots.error();
    return settled(world, each_book(*roots, [&](const std::string& root) {
                       return store::load(world.disk, root, load_options(world));
                   }));
}

Result<store::Book> open_book_on(World& world, Disk& disk, const std::string& root) {
    return settled(world, store::load(disk, root, load_options(world)));
}

Result<store::Book> open_book(World& world) {
    const auto root = recovered_notebook(world, world.start);
    return root ? open_book_on(world, world.disk, *root) : root.error();
}

Result<store::Book> open_book_to_ask(World& world) {
    const auto roots = recovered_notebooks(world);
    if (!roots) return roots.error();
    const auto read = [&](const std::string& root) { return load_to_ask(world, root, load_options(world)); };
    if (roots->size() == 1) return settled(world, read(roots->front()));
    auto books = settled(world, each_book(*roots, read));
    return books ? store::together(std::move(*books)) : Result<store::Book>(books.error());
}

Result<store::Sketched> load_sketched_to_ask(World& world, const std::vector<std::string>& roots,
                                             const store::LoadOptions& options) {
    auto* const disk = dynamic_cast<StampedDisk*>(&world.disk);
    const auto place = index_place(world);
    if (roots.size() == 1 && disk != nullptr && place)
        return store::load_sketched(*disk, roots.front(), options, *place);
    const auto read = [&](const std::string& root) {
        return load_to_ask(world, root, options, store::Trees::when_asked);
    };
    const auto all = [&]() -> Result<store::Book> {
        if (roots.size() == 1) return read(roots.front());
        auto books = each_book(roots, read);
        return books ? store::together(std::move(*books)) : Result<store::Book>(books.error());
    };
    auto book = all();
    if (!book) return book.error();
    return store::Sketched{std::move(*book), nullptr};
}

namespace {

// What must not be told is looked for in every text.
store::Catalog catalog_for(store::Sketched sketched, facts::Disclosure disclosure, facts::Lines lines) {
    const bool any_hidden =
        (sketched.unread && sketched.unread->any_hidden) || !facts::Secrets(sketched.book.partners).empty();
    if (!any_hidden) return store::Catalog(std::move(sketched));
    store::Book book = store::all_read(std::move(sketched));
    store::make_whole(book);
    return store::Catalog(facts::for_reader(std::move(book), disclosure, lines).book);
}

}  // namespace

Result<store::Catalog> open_catalog(World& world, facts::Disclosure disclosure, facts::Lines lines) {
    const auto roots = recovered_notebooks(world);
    if (!roots) return roots.error();
    auto sketched = load_sketched_to_ask(world, *roots, load_options(world));
    if (!sketched) return sketched.error();
    settle(world, sketched->book.settings.value);
    store::Catalog catalog = catalog_for(std::move(*sketched), disclosure, lines);
    if (!catalog.unreadable_records().empty())
        world.say(left_out(count(catalog.unreadable_records().size(), unreadable_files), "cafe check"));
    return catalog;
}

Result<const store::Catalog*> catalog_to_the_end(World& world, facts::Disclosure disclosure) {
    auto catalog = open_catalog(world, disclosure);
    if (!catalog) return catalog.error();
    const auto kept = std::make_shared<const store::Catalog>(std::move(*catalog));
    world.kept.push_back(kept);
    return kept.get();
}

Date today(const World& world) {
    return world.today.value_or(Date{});
}

}  // namespace cafe::cmd
