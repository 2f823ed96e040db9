#include <algorithm>
#include <array>

#include "command.hpp"
#include "exchange_commands.hpp"
#include "meeting_commands.hpp"
#include "orient.hpp"
#include "places.hpp"
#include "teach.hpp"
#include "training.hpp"

namespace cafe::cmd {

std::span<const Command* const> commands() {
    static const std::array all{
        &find_command(),
        &places_command(),
        &list_command(),
        &show_command(),
        &check_command(),
        &log_command(),
        &diff_command(),
        &explain_command(),
        &schema_command(),
        &init_command(),
        &set_command(),
        &verify_command(),
        &places_set_command(),
        &teach_command(),
        &fmt_command(),
        &meeting_new_command(),
        &add_command(),
        &edit_command(),
        &import_command(),
        &merge_fiches_command(),
        &rename_command(),
        &archive_command(),
        &forget_command(),
        &undo_command(),
        &sync_command(),
        &resolve_command(),
        &meeting_list_command(),
        &meeting_show_command(),
        &meeting_agenda_command(),
        &meeting_ics_command(),
        &meeting_invite_command(),
        &meeting_reply_command(),
        &meeting_attend_command(),
        &meeting_note_command(),
        &meeting_answer_command(),
        &meeting_done_command(),
        &meeting_drop_command(),
        &meeting_minutes_command(),
        &meeting_close_command(),
        &meeting_kit_command(),
        &places_ask_command(),
        &form_command(),
        &meeting_questions_command(),
        &meeting_actions_command(),
        &stats_command(),
        &training_enrol_command(),
        &training_attend_command(),
        &training_certificate_command(),
        &orient_command(),
        &orient_read_command(),
        &orient_list_command(),
        &orient_stats_command(),
        &orient_purge_command(),
        &orient_counts_command(),
        &doctor_command(),
        &mail_list_command(),
        &mail_draft_command(),
        &mail_labels_command(),
        &publish_command(),
        &export_command(),
        &help_command(),
    };
    return all;
}

std::span<const Command* const> plumbing() {
    static const std::array<const Command*, 3> all{&complete_command(), &merge_driver_command(), &textconv_command()};
    return all;
}

std::string_view letter_of(const Option& option) {
    return option.name == "--dry-run" ? "-n" : "";
}

bool only_asks(const Command& command) {
    const auto listed = commands();
    return std::find(listed.begin(), listed.end(), &command) != listed.end() &&
           std::none_of(command.options.begin(), command.options.end(),
                        [](const Option& option) { return option.name == "--dry-run"; });
}

std::vector<Option> machine_options() {
    return {
        {"--json", ValueKind::none, {}, {"un document JSON", "one JSON document"}, {}, false, {}},
        {"--jsonl", ValueKind::none, {}, {"un objet JSON par ligne", "one JSON object per line"}, {}, false, {}},
        {"--csv", ValueKind::none, {}, {"CSV (RFC 4180)", "CSV (RFC 4180)"}, {}, false, {}},
        {"--tsv",
         ValueKind::none,
         {},
         {"colonnes séparées par des tabulations", "columns separated by tabs"},
         {},
         false,
         {}},
        {"--fields",
         ValueKind::field,
         {"A,B", "A,B"},
         {"ces champs seulement : name,phones,address.commune", "these fields only: name,phones,address.commune"},
         {},
         false,
         {}},
        {"--count", ValueKind::none, {}, {"combien, rien d'autre", "how many, nothing else"}, {}, false, {}},
        {"-0",
         ValueKind::none,
         {},
         {"les identifiants, séparés par un octet nul (pour xargs -0)",
          "the ids, separated by a NUL byte (for xargs -0)"},
         {},
         false,
         {}},
    };
}

}  // namespace cafe::cmd
