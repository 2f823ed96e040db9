#include "erasure.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "facts/erased.hpp"
#include "git/clone.hpp"
#include "git/purge.hpp"
#include "notebook.hpp"
#include "store/layout.hpp"
#include "store/traces.hpp"

namespace cafe::cmd {

namespace {

using model::RecordKind;

constexpr Phrase<> left_heading{"Reste dans des textes, à corriger à la main :",
                                "Left in texts, to be corrected by hand:"};
constexpr Phrase<std::string, int, int, Words, std::string> left_line{"  {0}:{1}:{2} : {3}, « {4} »",
                                                                      "  {0}:{1}:{2}: {3}, '{4}'"};
constexpr Phrase<> handed_heading{"Transmis à d'autres, que vous pouvez avertir :",
                                  "Handed to others, whom you may tell:"};
constexpr Phrase<std::string, Words> invited{"invitation à {0}, envoyée le {1}", "invitation to {0}, sent on {1}"};
constexpr Phrase<std::string, std::string, Words> given{"fiche {0} remise à {1} : {2}", "record {0} given at {1}: {2}"};
constexpr Noun present{"personne présente", "personnes présentes", "person present", "people present"};
constexpr Phrase<std::string> present_names{"à {}", "to {}"};
constexpr Phrase<> nobody_noted{"présents non notés", "those present were not noted"};
constexpr Phrase<Words> line_of{"  {}", "  {}"};
constexpr Phrase<std::string> alone_line{
    "Sans autre fiche désormais : {}. À effacer aussi avec « cafe forget », si plus rien ne les rattache au réseau.",
    "No longer in any record: {}. Erase them too with 'cafe forget', when nothing ties them to the network."};
constexpr Phrase<std::string> published_line{"Pages publiées dans {} : à refaire avec « cafe publish ».",
                                             "Pages published in {}: make them again with 'cafe publish'."};
constexpr Phrase<> git_heading{
    "L'historique de git garde tout. Pour l'en retirer : enregistrer ce changement (git commit), demander à chacun "
    "d'envoyer le sien, puis, une fois git-filter-repo installé, en haut du dépôt :",
    "git's history keeps everything. To take it out: commit this change, ask everybody to push theirs, then, with "
    "git-filter-repo installed, at the top of the repository:"};
constexpr Phrase<> everybody_clones{
    "Ensuite chacun refait son clone (git clone) et jette l'ancien ; la forge garde parfois l'ancien historique : le "
    "lui demander.",
    "Then everybody clones again (git clone) and throws the old clone away; the forge may keep the old history: ask."};
constexpr Phrase<> beyond{
    "Hors d'atteinte de cafe : les autres clones et les sauvegardes, les courriels et invitations déjà envoyés, les "
    "agendas et carnets d'adresses, les exports et pages déjà publiées, les moteurs de recherche, le papier.",
    "Out of cafe's reach: other clones and backups, mails and invitations already sent, calendars and address books, "
    "exports and pages already published, search engines, paper."};

std::string name_of_one(const store::Catalog& catalog, const std::string& who, Lang lang) {
    if (const auto erased = facts::erased_name(catalog, who)) return erased->in(lang);
    if (const model::Person* person = catalog.person(who)) return utf8::printable(person->name);
    if (const store::PartnerEntry* partner = catalog.partner(who)) return utf8::printable(partner->value.name);
    return utf8::printable(who);
}

Words names_of(const store::Catalog& catalog, const std::vector<std::string>& people) {
    std::vector<std::string> fr;
    std::vector<std::string> en;
    for (const std::string& one : people) {
        fr.push_back(name_of_one(catalog, one, Lang::fr));
        en.push_back(name_of_one(catalog, one, Lang::en));
    }
    return {text::join(fr, ", "), text::join(en, ", ")};
}

std::string day_of(const std::optional<Date>& day, Lang lang) {
    return day ? plain_date(*day).in(lang) : std::string("?");
}

std::string said(const Result<Finished>& finished) {
    return finished && finished->code == 0 ? std::string(text::trim(finished->out)) : std::string();
}

}  // namespace

Words in_words(const store::Catalog& catalog, const edit::Handed& handed) {
    if (handed.what == edit::Handed::What::invitation)
        return invited(handed.meeting, Words{day_of(handed.on, Lang::fr), day_of(handed.on, Lang::en)});
    const auto people = handed.to.size();
    if (people == 0 && handed.headcount)
        return given(handed.partner, handed.meeting, count(static_cast<std::size_t>(*handed.headcount), present));
    if (people == 0) return given(handed.partner, handed.meeting, nobody_noted());
    const Words names = names_of(catalog, handed.to);
    return given(handed.partner, handed.meeting, Words{present_names(names.fr).fr, present_names(names.en).en});
}

Result<Done> look_around(World& world, const std::string& root, const facts::KnownBy& known, Aftermath& told) {
    const auto files = store::other_files(world.disk, root);
    if (!files) return files.error();
    // What cafe keeps is cleared, not corrected by hand; it lies in the notebook where that is somebody's home folder.
    auto kept = state_folders(world, root);
    if (!kept) return kept.error();
    if (std::string cache = cache_folder(world); !cache.empty()) kept->push_back(std::move(cache));
    const auto here = world.disk.current_folder();
    if (!here) return here.error();
    const std::string whole = path::normal(path::join(*here, root));
    const auto is_kept = [&](const std::string& file) {
        return std::any_of(kept->begin(), kept->end(), [&](const std::string& folder) {
            return path::join(whole, file).starts_with(path::normal(path::join(*here, folder)) + "/");
        });
    };
    for (const std::string& file : *files) {
        if (is_kept(file)) continue;
        if (path::name(file) == store::manifest_file) {
            told.published.push_back(path::parent(file).empty() ? "." : path::parent(file));
            continue;
        }
        const auto bytes = world.disk.read(path::join(root, file), store::largest_record);
        if (!bytes || bytes->find('\0') != std::string::npos) continue;
        for (edit::Left& left : edit::spoken_in(*bytes, file, known))
            if (left.by != facts::SpokenBy::surname) told.left.push_back(std::move(left));
    }
    return Done{};
}

Result<std::vector<std::string>> recipe_of(World& world, const store::Book& book, const store::Ref& ref,
                                           const facts::KnownBy& known, const std::string& drawn) {
    const auto repository = git::find(world.disk, book.root);
    if (!repository) return repository.error();
    if (!*repository) return std::vector<std::string>{};
    git::Purge purge;
    const std::string path = git::path_in_repository(**repository, book.root, store::path_of(ref));
    purge.paths.push_back(path);
    purge.ids.push_back(ref.id);
    // The ids that the record had before, where git can tell.
    if (const auto commits = git::commits_of(world.process, **repository, path))
        for (const git::Commit& commit : *commits)
            for (const std::string& other : {commit.path, commit.before}) {
                if (std::find(purge.paths.begin(), purge.paths.end(), other) != purge.paths.end()) continue;
                purge.paths.push_back(other);
                const auto inside = git::path_in_notebook(**repository, book.root, other);
                const auto old = inside ? store::ref_at(*inside) : std::nullopt;
                if (old && old->kind == ref.kind) purge.ids.push_back(old->id);
            }
    purge.instead = drawn;
    const bool person = ref.kind == RecordKind::person;
    purge.name_instead = person ? "personne effacée" : "partenaire effacé";
    if (person) {
        const auto& value = store::find(book.people, ref.id)->value;
        purge.names.push_back(value.name);
        for (const std::string_view word :
             text::words(std::string_view(value.sort_as.empty() ? value.name : value.sort_as)))
            purge.surnames = {std::string(word)};
    } else {
        const auto& value = store::find(book.partners, ref.id)->value;
        purge.names = value.aliases;
        purge.names.push_back(value.name);
    }
    std::erase_if(purge.names, [](const std::string& name) { return text::words(std::string_view(name)).size() < 2; });
    purge.mailboxes = known.mailboxes;
    purge.numbers = known.numbers;
    purge.remote = said(git::run(world.process, **repository, {"config", "--get", "remote.origin.url"}));
    purge.branch = said(git::run(world.process, **repository, {"symbolic-ref", "--short", "--quiet", "HEAD"}));
    return git::recipe(purge);
}

std::vector<Words> lines_of(const store::Catalog& catalog, const Aftermath& told) {
    std::vector<Words> lines;
    if (!told.left.empty()) {
        lines.push_back(left_heading());
        for (const edit::Left& left : told.left)
            lines.push_back(left_line(utf8::printable(left.place.file), left.place.line, left.place.column,
                                      facts::in_words(left.by), left.words));
    }
    if (!told.handed.empty()) {
        lines.push_back(handed_heading());
        for (const edit::Handed& handed : told.handed) lines.push_back(line_of(in_words(catalog, handed)));
    }
    if (!told.alone.empty()) lines.push_back(alone_line(text::join(told.alone, ", ")));
    for (const std::string& folder : told.published) lines.push_back(published_line(utf8::printable(folder)));
    if (!told.recipe.empty()) {
        lines.push_back(git_heading());
        lines.push_back(same(""));
        for (const std::string& line : told.recipe) lines.push_back(same(line));
        lines.push_back(same(""));
        lines.push_back(everybody_clones());
    }
    lines.push_back(beyond());
    return lines;
}

std::vector<std::pair<std::string, render::Json>> members_of(const Aftermath& told, Lang lang) {
    std::vector<render::Json> left;
    for (const edit::Left& one : told.left)
        left.push_back(render::JsonObject()
                           .add("file", one.place.file)
                           .add("line", one.place.line)
                           .add("column", one.place.column)
                           .add("by", facts::key_of(one.by))
                           .add("text", one.words)
                           .done());
    std::vector<render::Json> handed;
    for (const edit::Handed& one : told.handed) {
        render::JsonObject object;
        object.add("what", one.what == edit::Handed::What::fiche ? "fiche" : "invitation").add("meeting", one.meeting);
        if (one.on) object.add("on", one.on->iso());
        if (!one.partner.empty()) object.add("partner", one.partner);
        object.add("to", render::json_list(one.to));
        handed.push_back(object.done());
    }
    return {{"left", render::json_list(left)},
            {"handed", render::json_list(handed)},
            {"published", render::json_list(told.published)},
            {"recipe", render::json_list(told.recipe)},
            {"beyond", render::json_text(beyond().in(lang))}};
}

}  // namespace cafe::cmd
