// What every command has, and which command a name means.
#include "args.hpp"

namespace cafe::cmd {

const std::vector<Option>& global_options() {
    static const std::vector<Option> options{
        {"-C",
         ValueKind::folder,
         {"DOSSIER", "DIR"},
         {"chercher le carnet à partir de ce dossier ; donné plusieurs fois, lire plusieurs carnets ensemble",
          "look for the notebook from this folder; given several times, read several notebooks together"},
         {},
         true,
         {}},
        {"--lang",
         ValueKind::choice,
         {"fr|en", "fr|en"},
         {"langue des messages", "language of the messages"},
         {"fr", "en"},
         true,
         {}},
        {"--today",
         ValueKind::date,
         {"DATE", "DATE"},
         {"faire comme si l'on était ce jour-là", "act as if it were this day"},
         {},
         true,
         {}},
        {"--color",
         ValueKind::choice,
         {"auto|always|never", "auto|always|never"},
         {"couleurs", "colours"},
         {"auto", "always", "never"},
         true,
         {}},
        {"--no-pager",
         ValueKind::none,
         {},
         {"ne pas passer par un afficheur page à page", "do not use a pager"},
         {},
         true,
         {}},
        {"--no-input", ValueKind::none, {}, {"ne poser aucune question", "ask nothing"}, {}, true, {}},
        {"-q", ValueKind::none, {}, {"se taire, sauf erreur", "say nothing but errors"}, {}, true, "--quiet"},
        {"-h", ValueKind::none, {}, {"cette aide", "this help"}, {}, true, "--help"},
        {"-V", ValueKind::none, {}, {"la version (-v aussi)", "the version (-v too)"}, {}, true, "--version"},
    };
    return options;
}

std::vector<const Command*> commands_below(std::string_view head) {
    std::vector<const Command*> found;
    for (const Command* command : commands())
        if (command->name.starts_with(std::string(head) + " ")) found.push_back(command);
    return found;
}

const Command* command_named(std::string_view name) {
    for (const Command* command : commands()) {
        if (command->name == name) return command;
        for (const std::string_view alias : command->aliases)
            if (alias == name) return command;
    }
    for (const Command* command : plumbing())
        if (command->name == name) return command;
    return nullptr;
}

std::string Arguments::value(std::string_view option) const {
    const auto at = options.find(option);
    return at == options.end() || at->second.empty() ? std::string() : at->second.back();
}

std::vector<std::string> Arguments::values(std::string_view option) const {
    const auto at = options.find(option);
    return at == options.end() ? std::vector<std::string>() : at->second;
}

}  // namespace cafe::cmd
