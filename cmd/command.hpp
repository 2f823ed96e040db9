// How a command is declared: once, as data. The parser, the help, the man pages and completion all read it.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/field.hpp"
#include "world.hpp"

namespace cafe::cmd {

using model::Label;

/// What a value is, for completion and for the checks that all commands share.
enum class ValueKind {
    none,
    text,
    number,
    area,
    theme,
    public_,
    kind,
    reference,  ///< any record
    meeting,    ///< a REF that is a meeting
    cafe,       ///< a café, or `reseau`
    field,
    assignment,       ///< PATH=VALUE of the record that the words name
    record_or_set,    ///< a REF, or an assignment once one is given
    who,              ///< a person or a partner
    explained,        ///< what `explain` knows: a code, a field, a word of the vocabulary
    code,             ///< codes of findings, parted by commas
    topic,            ///< what `help` knows
    mailing_list,     ///< a list that people are on
    letter_template,  ///< templates/NAME.md
    training,         ///< of network.yaml, by its title
    service,          ///< PARTNER/SERVICE
    file,
    folder,
    date,
    choice,
};

struct Option {
    std::string_view name{};  ///< "--limit", or "-o" with `long_name`
    ValueKind value = ValueKind::none;
    Label placeholder{};  ///< the word that stands for the value in the help: "N", "ZONE" / "AREA"
    Label help{};
    std::vector<std::string_view> choices{};  ///< for ValueKind::choice
    bool repeated = false;                    ///< may be given several times
    std::string_view long_name{};             ///< "--output" for "-o"
};

/// The letter that an option also goes by: "-n" for "--dry-run" of any command. Empty where it has none.
std::string_view letter_of(const Option& option);

/// What was typed, checked against the declaration.
struct Arguments {
    std::string called;  ///< the name the command was called by: "qui" for find
    std::vector<std::string> words;
    std::map<std::string, std::vector<std::string>, std::less<>> options;  ///< by Option::name

    [[nodiscard]] bool has(std::string_view option) const { return options.find(option) != options.end(); }
    /// The last value given, or empty.
    [[nodiscard]] std::string value(std::string_view option) const;
    [[nodiscard]] std::vector<std::string> values(std::string_view option) const;
};

enum class Group { ask, change, meet, send, help };

struct Example {
    std::string_view line;  ///< runs as it stands in bash and zsh
    Label says;
};

/// A command returns its exit code, or the Error that `run` says and turns into one.
using Run = Result<int> (*)(World&, const Arguments&);

struct Command {
    std::string_view name{};  ///< "find"; "mail list" for a command of two words
    std::vector<std::string_view> aliases{};
    Group group = Group::ask;
    Label summary{};    ///< one line
    Label arguments{};  ///< "WORDS…", empty when it takes none
    int least = 0;      ///< how many words it needs
    int most = -1;      ///< and takes; -1: any number
    std::vector<Option> options{};
    Label about{};  ///< a short paragraph or two
    std::vector<Example> examples{};
    Run run = nullptr;
    bool unites = false;                          ///< reads several notebooks as one, where -C names them
    ValueKind word = ValueKind::text;             ///< what its words are, for completion
    std::vector<std::string_view> first_words{};  ///< what its first word may be besides, for completion
    std::vector<ValueKind> further{};  ///< what the words after the first are, one by one, the last for all that follow
    std::vector<std::string_view> last_words{};  ///< what stands for ValueKind::choice in `further`
    /// What --fields names the parts of, by the first word; null: a fiche.
    const model::Shape& (*shape)(std::string_view first_word) = nullptr;
};

/// Every command, in the order of the help.
std::span<const Command* const> commands();

/// Commands for other programs (shells, git): they run like the others, but no help, list or suggestion names them.
std::span<const Command* const> plumbing();

/// Whether a command changes nothing: every one that does can be tried with --dry-run. Those of plumbing() do not
/// count.
bool only_asks(const Command& command);

/// The options that asking commands share: --json, --jsonl, --csv, --tsv, --fields, --count, -0.
std::vector<Option> machine_options();

// One per file; a new command is a file, a line here and a line in commands.cpp.
const Command& find_command();
const Command& list_command();
const Command& show_command();
const Command& check_command();
const Command& explain_command();
const Command& schema_command();
const Command& init_command();
const Command& set_command();
const Command& fmt_command();
const Command& verify_command();
const Command& add_command();
const Command& edit_command();
const Command& import_command();
const Command& merge_fiches_command();
const Command& rename_command();
const Command& archive_command();
const Command& forget_command();
const Command& doctor_command();
const Command& meeting_list_command();
const Command& meeting_new_command();
const Command& meeting_reply_command();
const Command& meeting_show_command();
const Command& meeting_agenda_command();
const Command& meeting_ics_command();
const Command& meeting_invite_command();
const Command& meeting_minutes_command();
const Command& meeting_questions_command();
const Command& meeting_actions_command();
const Command& mail_list_command();
const Command& mail_draft_command();
const Command& mail_labels_command();
const Command& publish_command();
const Command& log_command();
const Command& diff_command();
const Command& undo_command();
const Command& sync_command();
const Command& resolve_command();
const Command& merge_driver_command();
const Command& textconv_command();
const Command& help_command();
const Command& complete_command();

}  // namespace cafe::cmd
