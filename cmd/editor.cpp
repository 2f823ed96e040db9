#include "editor.hpp"

#include "asking.hpp"
#include "base/command_line.hpp"
#include "base/diff.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "git/git.hpp"
#include "notebook.hpp"
#include "store/layout.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string, std::string> needs_shell{"impossible de lancer l'éditeur de {0} sans shell : {1}",
                                                       "cannot run the editor of {0} without a shell: {1}"};
constexpr Phrase<> write_script{"écrire le nom d'un programme et ses arguments, ou d'un petit script",
                                "write the name of a program and its arguments, or of a small script"};
constexpr Phrase<> no_editor{"aucun éditeur n'est choisi, et il n'y a pas de terminal",
                             "no editor is chosen, and there is no terminal"};
constexpr Phrase<> choose_editor{"dire lequel dans CAFE_EDITOR, ou changer un champ : cafe set",
                                 "say which in CAFE_EDITOR, or change a field: cafe set"};
constexpr Phrase<std::string> taken_up{"brouillon repris : {}", "draft resumed: {}"};
constexpr Phrase<std::string> file_changed{"{} a changé depuis que ce brouillon a été commencé",
                                           "{} has changed since this draft was begun"};
constexpr Phrase<std::string> join_by_hand{
    "garder ce brouillon ailleurs, l'effacer, puis reporter ses mots dans la fiche : {}",
    "keep this draft elsewhere, remove it, then copy its words into the record: {}"};
constexpr Phrase<> unchanged{"rien n'a changé", "nothing changed"};
constexpr Phrase<> emptied{"brouillon vide : abandonné, rien n'a été écrit",
                           "empty draft: given up, nothing was written"};
constexpr Phrase<> given_up{"abandonné : rien n'a été écrit", "given up: nothing was written"};
constexpr Phrase<std::string, int> failed{"l'éditeur {0} s'est terminé par une erreur ({1}) : rien n'a été écrit",
                                          "the editor {0} ended with an error ({1}): nothing was written"};
constexpr Phrase<> not_written{"rien n'a été écrit", "nothing was written"};
constexpr Phrase<std::string> draft_kept{"le brouillon est gardé, la même commande le reprend : {}",
                                         "the draft is kept, the same command resumes it: {}"};
constexpr Phrase<> what_now{"[r] rouvrir l'éditeur, [g] garder le brouillon, [a] abandonner : ",
                            "[e] edit again, [k] keep the draft, [g] give up: "};

struct Chosen {
    std::string where;
    std::string line;
};

std::string variable(const World& world, const std::string& name) {
    return world.variable(name).value_or("");
}

// The user's settings, then the system's. Those of the clone came with it: they run nothing here.
std::string of_git(World& world, const std::string& root) {
    for (const auto* whose : {"--global", "--system"}) {
        const auto asked =
            world.process.run(git::command({"config", whose, "--includes", "--get", "core.editor"}), root, "");
        if (!asked || asked->code != 0) continue;
        if (std::string line(text::trim(asked->out)); !line.empty()) return line;
    }
    return "";
}

Chosen chosen_editor(World& world, const std::string& root) {
    for (const auto* name : {"CAFE_EDITOR", "GIT_EDITOR"})
        if (std::string line = variable(world, name); !line.empty()) return {name, std::move(line)};
    if (std::string line = of_git(world, root); !line.empty()) return {"core.editor", std::move(line)};
    const bool dumb = world.variable("TERM").value_or("dumb") == "dumb";
    for (const auto* name : {"VISUAL", "EDITOR"})
        if (std::string line = variable(world, name); !line.empty() && !(dumb && std::string_view(name) == "VISUAL"))
            return {name, std::move(line)};
    return {};
}

bool is_blank(const std::string& text) {
    return text::trim(text).empty();
}

// What a draft began from stands beside it: taken up again, it may be older than its file.
std::string base_of(const std::string& path) {
    return path + ".base";
}

Result<Done> remove_draft(Disk& disk, const std::string& path) {
    if (const auto gone = disk.remove(path); !gone) return gone;
    return disk.remove(base_of(path));
}

// What a draft may grow to before it is refused: more than a record, so that it can be opened and cut down again.
constexpr std::size_t largest_draft = 8 * store::largest_record;

class Session {
public:
    Session(World& world, const Draft& draft, std::string path)
        : world_(world), draft_(draft), path_(std::move(path)) {}

    Result<std::optional<std::string>> run(const Accept& accept) {
        const auto program = editor(world_, draft_.root);
        if (!program) return program.error();
        if (const auto ready = prepare(); !ready) return ready.error();
        while (true) {
            const auto code = open(*program);
            if (!code) return given_back(code.error());
            auto now = world_.disk.read(path_, largest_draft);
            if (!now) return now.error();
            if (*code != 0) return given_back(failure(program->front(), *code), *now);
            if (is_blank(*now)) return drop(emptied());
            if (*now == draft_.text && !draft_.same_is_fine) return drop(unchanged());
            const auto accepted = accept(*now);
            if (accepted) return std::optional<std::string>(std::move(*now));
            tell(accepted.error());
            const char wish = world_.ask ? ask_what_now() : 'k';
            if (wish == 'g') return drop(given_up());
            if (wish == 'k') return Error{ErrorKind::conflict, not_written(), draft_kept(utf8::printable(path_))};
        }
    }

private:
    Result<Done> prepare() {
        const auto stands = world_.disk.info(path_);
        if (!stands) return stands.error();
        if (*stands) {
            if (auto same = begins_from_file(); !same) return same;
            world_.say(taken_up(utf8::printable(path_)));
            return Done{};
        }
        if (auto made = world_.disk.make_folder(path::parent(path_)); !made) return made;
        constexpr unsigned only_for_us = 0600;
        if (auto gone = world_.disk.remove(base_of(path_)); !gone) return gone;
        if (auto kept = world_.disk.create(base_of(path_), draft_.text, only_for_us); !kept) return kept;
        return world_.disk.create(path_, draft_.text, only_for_us);
    }

    // A draft that is older than what its file says now would take the newer words away. What changed is shown.
    Result<Done> begins_from_file() {
        if (draft_.same_is_fine) return Done{};
        const auto stands = world_.disk.info(base_of(path_));
        if (!stands) return stands.error();
        if (!*stands) return Done{};
        const auto base = world_.disk.read(base_of(path_), largest_draft);
        if (!base) return base.error();
        if (*base == draft_.text) return Done{};
        const std::string changed = diff::unified(draft_.name, *base, draft_.text);
        for (const std::string_view line : text::split(text::trim(changed), '\n'))
            world_.err << utf8::printable(line) << '\n';
        return Error{ErrorKind::conflict, file_changed(draft_.name), join_by_hand(utf8::printable(path_))};
    }

    Result<int> open(const std::vector<std::string>& program) {
        auto arguments = program;
        arguments.push_back(path_);
        world_.out.flush();
        world_.err.flush();
        return world_.process.attend(arguments, draft_.root);
    }

    static Error failure(const std::string& program, int code) {
        return Error{ErrorKind::environment, failed(utf8::printable(program), code), {}};
    }

    // The editor did not start or failed: a draft in which nothing was typed goes, any other stays.
    Error given_back(const Error& error) {
        const auto now = world_.disk.read(path_, largest_draft);
        return given_back(error, now ? *now : "");
    }
    Error given_back(Error error, const std::string& now) {
        if (now == draft_.text)
            static_cast<void>(remove_draft(world_.disk, path_));
        else
            error.remedy = draft_kept(utf8::printable(path_));
        return error;
    }

    Result<std::optional<std::string>> drop(const Words& why) {
        if (const auto gone = remove_draft(world_.disk, path_); !gone) return gone.error();
        world_.say(why);
        return std::optional<std::string>();
    }

    void tell(const Error& error) {
        world_.err << utf8::printable(error.message.in(world_.lang)) << '\n';
        if (!error.remedy.empty()) world_.err << "  " << utf8::printable(error.remedy.in(world_.lang)) << '\n';
    }

    // e: edit again, k: keep (also when the input ends), g: give up.
    char ask_what_now() {
        while (true) {
            const auto answer = cmd::ask(world_, what_now());
            if (!answer) return 'k';
            const std::string said = fold::text(*answer);
            const char first = said.empty() ? ' ' : said.front();
            const bool french = world_.lang == Lang::fr;
            if (first == (french ? 'r' : 'e')) return 'e';
            if (first == (french ? 'g' : 'k')) return 'k';
            if (first == (french ? 'a' : 'g')) return 'g';
        }
    }

    World& world_;
    const Draft& draft_;
    std::string path_;
};

Result<std::string> draft_path(World& world, const Draft& draft) {
    const auto state = state_folder(world, draft.root);
    if (!state) return state.error();
    return path::join(path::join(*state, "drafts"), draft.name);
}

}  // namespace

Result<std::vector<std::string>> editor(World& world, const std::string& root) {
    const Chosen chosen = chosen_editor(world, root);
    if (chosen.line.empty()) {
        if (world.in_is_terminal && world.err_is_terminal) return std::vector<std::string>{"vi"};
        return Error{ErrorKind::environment, no_editor(), choose_editor()};
    }
    const auto line = split_command_line(chosen.line);
    if (!line || line->arguments.empty())
        return Error{ErrorKind::usage, needs_shell(chosen.where, utf8::printable(chosen.line)), write_script()};
    if (line->variables.empty()) return line->arguments;
    std::vector<std::string> words{"env"};
    for (const auto& [name, value] : line->variables) words.push_back(name + "=" + value);
    words.insert(words.end(), line->arguments.begin(), line->arguments.end());
    return words;
}

Result<std::optional<std::string>> edit_text(World& world, const Draft& draft, const Accept& accept) {
    auto path = draft_path(world, draft);
    if (!path) return path.error();
    return Session(world, draft, std::move(*path)).run(accept);
}

Result<Done> forget_draft(World& world, const Draft& draft) {
    const auto path = draft_path(world, draft);
    if (!path) return path.error();
    return remove_draft(world.disk, *path);
}

Error with_draft_kept(World& world, const Draft& draft, const Error& error) {
    const auto path = draft_path(world, draft);
    if (!path) return error;
    return Error{error.kind, error.message, draft_kept(utf8::printable(*path))};
}

}  // namespace cafe::cmd
