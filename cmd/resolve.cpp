// `cafe resolve`: the conflicts that a merge left, field by field.
#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "command.hpp"
#include "history/words.hpp"
#include "merge/merge.hpp"
#include "notebook.hpp"
#include "resolve_files.hpp"
#include "store/changes.hpp"
#include "store/layout.hpp"
#include "versions.hpp"
#include "yaml/parse.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> none{"aucun conflit : rien à trancher", "no conflict: nothing to settle"};
constexpr Phrase<std::string> not_open{"{} n'est pas en conflit", "{} is not in conflict"};
constexpr Phrase<std::string> settled{"{} : réglé", "{}: settled"};
constexpr Phrase<std::string> left{"{} : laissé en conflit", "{}: left in conflict"};
constexpr Phrase<std::string> by_hand{"{} ne peut pas être réglé champ par champ : une version ne peut pas être lue",
                                      "{} cannot be settled field by field: one version cannot be read"};
constexpr Phrase<std::string> open_it{"l'ouvrir, choisir entre les marques, puis : git add {}",
                                      "open it, choose between the markers, then: git add {}"};
constexpr Phrase<std::string> removed_once{"{} : supprimé d'un côté, changé de l'autre",
                                           "{}: removed on one side, changed on the other"};
constexpr Phrase<> now_commit{"tout est réglé ; ensuite : git commit (ou git rebase --continue)",
                              "all is settled; next: git commit (or git rebase --continue)"};
constexpr Phrase<> choose_one{"n'en garder qu'un", "keep one of them"};
constexpr Phrase<> ours_and_theirs{"--ours et --theirs se contredisent", "--ours and --theirs contradict each other"};
constexpr Phrase<> somebody{"à trancher sur un terminal, ou avec --ours, --theirs",
                            "settle it on a terminal, or with --ours, --theirs"};
constexpr Phrase<std::size_t, std::string> still_open{"{0} à régler : {1}", "{0} to settle: {1}"};
constexpr Label before_label{"avant  ", "before "};
constexpr Label here_label{"ici    ", "here   "};
constexpr Label there_label{"reçu   ", "coming "};
constexpr Label nothing_there{"(rien)", "(nothing)"};
constexpr Phrase<> ask_two{"[i]ci, [r]eçu, [m]odifier, [p]lus tard ? ", "[h]ere, [c]oming, [e]dit, [l]ater? "};
constexpr Phrase<> ask_three{"[i]ci, [r]eçu, les [d]eux, [m]odifier, [p]lus tard ? ",
                             "[h]ere, [c]oming, [b]oth, [e]dit, [l]ater? "};
constexpr Phrase<> new_value{"valeur : ", "value: "};

std::string value_in_words(const std::optional<Value>& value, Lang lang) {
    return value ? utf8::printable(history::on_one_line(*value)) : std::string(nothing_there.in(lang));
}

std::string answer(World& world, const Words& question) {
    world.err << question.in(world.lang);
    world.err.flush();
    std::string line;
    if (!std::getline(world.in, line)) return "p";
    return std::string(text::trim(line));
}

// What a person chooses at one conflict; nothing: later.
std::optional<merge::Choice> asked(World& world, const merge::Conflict& conflict, const Writers& writers) {
    using Take = merge::Choice::Take;
    world.err << '\n' << utf8::printable(merge::in_words(conflict).in(world.lang)) << '\n';
    world.err << "  " << before_label.in(world.lang) << value_in_words(conflict.base, world.lang) << '\n';
    world.err << "  " << here_label.in(world.lang) << value_in_words(conflict.ours, world.lang)
              << (writers.here.empty() ? "" : "   (" + writers.here + ")") << '\n';
    world.err << "  " << there_label.in(world.lang) << value_in_words(conflict.theirs, world.lang)
              << (writers.there.empty() ? "" : "   (" + writers.there + ")") << '\n';
    for (;;) {
        const std::string said = answer(world, conflict.both_may_stay ? ask_three() : ask_two());
        const char letter = said.empty() ? ' ' : said.front();
        if (letter == 'i' || letter == 'h') return merge::Choice{Take::ours, {}};
        if (letter == 'r' || letter == 'c') return merge::Choice{Take::theirs, {}};
        if ((letter == 'd' || letter == 'b') && conflict.both_may_stay) return merge::Choice{Take::both, {}};
        if (letter == 'm' || letter == 'e') return merge::Choice{Take::value, Value{answer(world, new_value())}};
        if (letter == 'p' || letter == 'l') return std::nullopt;
    }
}

// How each open file ends: its text, its removal, or nothing where it stays open.
struct Settled {
    bool done = false;
    std::optional<std::string> text;
};

Result<Settled> settle(World& world, const Arguments& arguments, const git::Repository& repository, const Open& file) {
    const bool take_ours = arguments.has("--ours");
    const bool take_theirs = arguments.has("--theirs");
    if (!file.ours || !file.theirs) {
        if (take_ours) return Settled{true, file.ours};
        if (take_theirs) return Settled{true, file.theirs};
        if (!world.ask) return Settled{};
        const Writers writers = writers_of(world, repository, file.whole);
        merge::Conflict conflict;
        conflict.reason = file.ours ? merge::Reason::removed_there : merge::Reason::removed_here;
        conflict.path.steps = {file.path};
        if (file.ours) conflict.ours = Value{file.path};
        if (file.theirs) conflict.theirs = Value{file.path};
        const auto choice = asked(world, conflict, writers);
        if (!choice || choice->take == merge::Choice::Take::value) return Settled{};
        return Settled{true, choice->take == merge::Choice::Take::theirs ? file.theirs : file.ours};
    }
    const merge::Merge first = merged(file, {});
    if (first.way == merge::Way::doubt) {
        if (take_ours) return Settled{true, file.ours};
        if (take_theirs) return Settled{true, file.theirs};
        return Error{ErrorKind::conflict, by_hand(file.path), open_it(file.path)};
    }
    std::vector<merge::Choice> choices;
    const bool asks = !take_ours && !take_theirs && !first.conflicts.empty();
    if (asks && !world.ask) return Settled{};
    const Writers writers = asks ? writers_of(world, repository, file.whole) : Writers{};
    for (const merge::Conflict& conflict : first.conflicts) {
        if (take_ours || take_theirs) {
            choices.push_back({take_ours ? merge::Choice::Take::ours : merge::Choice::Take::theirs, {}});
            continue;
        }
        const auto choice = asked(world, shown(file, conflict), writers);
        if (!choice) return Settled{};
        choices.push_back(*choice);
    }
    if (choices.empty()) return Settled{true, first.text};
    if (take_theirs) return Settled{true, first.theirs_taken};
    const merge::Merge chosen = merged(file, choices);
    if (chosen.way == merge::Way::doubt || !yaml::parse(chosen.text, file.path).root)
        return Error{ErrorKind::conflict, by_hand(file.path), open_it(file.path)};
    return Settled{true, chosen.text};
}

Result<int> list_open(World& world, const Arguments& arguments, const std::vector<Open>& files) {
    std::vector<render::Json> items;
    for (const Open& file : files) {
        const bool both = file.ours && file.theirs;
        const merge::Merge merge = both ? merged(file, {}) : merge::Merge{};
        if (arguments.has("--json")) {
            std::vector<render::Json> conflicts;
            for (const merge::Conflict& each : merge.conflicts) {
                const merge::Conflict conflict = shown(file, each);
                conflicts.push_back(render::JsonObject()
                                        .add("path", conflict.path.print())
                                        .add("base", json_of(conflict.base))
                                        .add("ours", json_of(conflict.ours))
                                        .add("theirs", json_of(conflict.theirs))
                                        .add("reason", merge::in_words(conflict).in(world.lang))
                                        .done());
            }
            items.push_back(render::JsonObject()
                                .add("file", file.path)
                                .add("readable", render::json_boolean(both && merge.way != merge::Way::doubt))
                                .add("conflicts", render::json_list(conflicts))
                                .done());
            continue;
        }
        world.out << file.path << '\n';
        if (!both) world.out << "  " << removed_once(file.path).in(world.lang) << '\n';
        for (const merge::Conflict& conflict : merge.conflicts)
            world.out << "  " << utf8::printable(merge::in_words(conflict).in(world.lang)) << '\n';
    }
    if (arguments.has("--json"))
        world.out << render::json_document(
            render::JsonObject().add("schema", "cafe/resolve/1").add("files", render::json_lines(items)).done());
    return files.empty() ? 0 : 5;
}

Result<int> run_resolve(World& world, const Arguments& arguments) {
    if (arguments.has("--ours") && arguments.has("--theirs"))
        return Error{ErrorKind::usage, ours_and_theirs(), choose_one()};
    const auto root = store::find_notebook(world.disk, world.start);
    if (!root) return root.error();
    const auto repository = repository_of(world, *root);
    if (!repository) return repository.error();
    auto files = open_files(world, *repository, *root);
    if (!files) return files.error();
    if (!arguments.words.empty()) {
        const std::string wanted = arguments.words.front();
        std::erase_if(*files, [&](const Open& file) {
            const auto ref = store::ref_at(file.path);
            return file.path != wanted && file.path != wanted + ".yaml" && (!ref || ref->id != wanted);
        });
        if (files->empty()) return Error{ErrorKind::reference, not_open(utf8::printable(wanted)), {}};
    }
    if (arguments.has("--list") || arguments.has("--json")) return list_open(world, arguments, *files);
    if (files->empty()) {
        world.say(none());
        return 0;
    }
    const auto state = state_folder(world, *root);
    if (!state) return state.error();
    std::vector<std::string> open;
    for (const Open& file : *files) {
        const auto settled_file = settle(world, arguments, *repository, file);
        if (!settled_file) {
            world.say(settled_file.error().message);
            world.say(settled_file.error().remedy);
            open.push_back(file.path);
            continue;
        }
        if (!settled_file->done) {
            world.say(left(file.path));
            open.push_back(file.path);
            continue;
        }
        const std::string whole = path::join(*root, file.path);
        const auto info = world.disk.info(whole);
        if (!info) return info.error();
        std::optional<std::string> now;
        if (*info) {
            auto bytes = world.disk.read(whole, std::size_t{64} << 20U);
            if (!bytes) return bytes.error();
            now = std::move(*bytes);
        }
        if (now != settled_file->text)
            if (const auto done = store::commit(world.disk, {*root, *state}, {{file.path, now, settled_file->text}});
                !done)
                return done.error();
        const auto staged = git::ask(world.process, *repository, {"add", "-A", "--", ":(top,literal)" + file.whole});
        if (!staged) return staged.error();
        world.say(settled(file.path));
    }
    if (open.empty()) {
        world.say(now_commit());
        return 0;
    }
    return Error{ErrorKind::conflict, still_open(open.size(), text::join(open, ", ")), somebody()};
}

}  // namespace

const Command& resolve_command() {
    static const Command command{
        .name = "resolve",
        .group = Group::change,
        .summary = {"trancher les conflits d'une fusion, champ par champ",
                    "settle the conflicts of a merge, field by field"},
        .arguments = {"[FICHIER]", "[FILE]"},
        .most = 1,
        .options =
            {{"--ours", ValueKind::none, {}, {"garder partout la version d'ici", "keep this version everywhere"}},
             {"--theirs",
              ValueKind::none,
              {},
              {"prendre partout la version reçue", "take the incoming version everywhere"}},
             {"--list",
              ValueKind::none,
              {},
              {"ce qui reste à trancher, sans rien changer", "what is left to settle, changing nothing"}},
             {"--json",
              ValueKind::none,
              {},
              {"comme --list, un document JSON (cafe/resolve/1)", "as --list, one JSON document (cafe/resolve/1)"}}},
        .about =
            {"Pour chaque champ que deux personnes ont changé : la valeur d'avant, celle d'ici, celle reçue ; on garde "
             "l'une, les deux où c'est une liste, ou on en écrit une autre. Un fichier est écrit et confié à git "
             "quand tous ses champs sont tranchés. Le code de sortie est 5 s'il reste un conflit.",
             "For each field that two people changed: the value before, the one here, the one that came; keep one, "
             "both where it is a list, or write another. A file is written and staged once all its fields are "
             "settled. The exit code is 5 while a conflict is left."},
        .examples = {{"cafe resolve --list", {"ce qui reste à trancher", "what is left to settle"}},
                     {"cafe resolve", {"trancher un champ après l'autre", "settle one field after the other"}}},
        .run = run_resolve,
        .word = ValueKind::file,
    };
    return command;
}

}  // namespace cafe::cmd
