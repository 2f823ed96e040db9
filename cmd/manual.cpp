#include "manual.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "args.hpp"
#include "base/ascii.hpp"
#include "base/text.hpp"
#include "help.hpp"
#include "manual_words.hpp"
#include "model/field_words.hpp"
#include "model/fields.hpp"
#include "render/roff.hpp"
#include "store/layout.hpp"
#include "version.hpp"

namespace cafe::cmd {

namespace {

using namespace manual_words;  // NOLINT(google-build-using-namespace): titles and texts of this page alone

using model::Field;
using model::RecordKind;
using model::Shape;
using render::ManualPage;

std::string text_of(const Label& label, Lang lang) {
    return std::string(label.in(lang));
}

// A short text as a sentence of its own.
std::string sentence(const Label& label, Lang lang) {
    std::string text = text_of(label, lang);
    if (!text.empty()) text.front() = ascii::upper(text.front());
    return text.ends_with('.') ? text : text + ".";
}

std::string page_name(const Command& command) {
    return "cafe-" + text::replace_all(command.name, " ", "-");
}

std::string file_path(Lang lang, std::string_view name, int section) {
    return fmt::format("{}man{}/{}.{}", lang == Lang::fr ? "fr/" : "", section, name, section);
}

ManualPage begin(std::string_view name, int section, const Label& summary, Lang lang) {
    ManualPage page(ascii::upper(name), section, fmt::format("cafe {}", version), manual_title.in(lang));
    page.section(name_title.in(lang)).paragraph(fmt::format("{} - {}", name, summary.in(lang)));
    return page;
}

void options(ManualPage& page, const std::vector<Option>& list, Lang lang) {
    for (const Option& option : list) {
        std::string meaning = text_of(option.help, lang);
        if (!option.choices.empty()) {
            const std::vector<std::string> choices(option.choices.begin(), option.choices.end());
            meaning += " (" + text::join(choices, ", ") + ")";
        }
        page.term(option_in_words(option, lang), meaning);
    }
}

const Topic& topic(std::string_view name) {
    const auto topics = help_topics();
    return *std::find_if(topics.begin(), topics.end(), [&](const Topic& one) { return one.name == name; });
}

void exit_codes(ManualPage& page, Lang lang) {
    const std::string_view text = topic("exit-codes").text.in(lang);
    page.section(exit_title.in(lang)).lines(text.substr(0, text.find("\n\n")));
}

void environment(ManualPage& page, Lang lang) {
    page.section(environment_title.in(lang));
    for (const Variable& variable : variables) page.term(variable.name, variable.meaning.in(lang));
}

void files(ManualPage& page, Lang lang) {
    static constexpr Label state{
        "journal et dernière modification, dans le clone ; hors de git, dans le dossier d'état",
        "journal and last change, in the clone; outside git in the folder for state"};
    page.section(files_title.in(lang));
    for (const RecordKind kind : model::all_record_kinds) {
        const bool many = !store::folder_of(kind).empty();
        page.term(store::path_of({kind, many ? "ID" : ""}), (many ? model::plural_of : model::name_of)(kind).in(lang));
    }
    page.term(".git/cafe/", state.in(lang));
}

void examples(ManualPage& page, const std::vector<Example>& list, Lang lang) {
    if (list.empty()) return;
    page.section(examples_title.in(lang));
    for (const Example& example : list) {
        page.paragraph(sentence(example.says, lang));
        page.lines("    " + std::string(example.line));
    }
}

// Other pages: those that share the first word of the command, then the pages that everybody needs.
void see_also(ManualPage& page, const Command* about, std::string_view self, Lang lang) {
    std::vector<std::string> others;
    const auto first_word = [](std::string_view name) { return name.substr(0, name.find(' ')); };
    for (const Command* command : commands()) {
        const bool related = about == nullptr || first_word(command->name) == first_word(about->name);
        if (related && command != about) others.push_back(page_name(*command) + "(1)");
    }
    for (const std::string_view page_of_all : {"cafe(1)", "cafe-records(5)", "cafe-query(7)"})
        if (page_of_all != self) others.emplace_back(page_of_all);
    page.section(see_title.in(lang)).paragraph(text::join(others, ", "));
}

std::string command_page(const Command& command, Lang lang) {
    ManualPage page = begin(page_name(command), 1, command.summary, lang);
    page.section(synopsis_title.in(lang));
    std::string arguments = text_of(command.arguments, lang);
    if (!command.options.empty()) arguments = arguments.empty() ? "[OPTIONS]" : "[OPTIONS] " + arguments;
    page.call("cafe " + std::string(command.name), arguments);
    for (const std::string_view alias : command.aliases) page.call("cafe " + std::string(alias), arguments);
    page.section(description_title.in(lang));
    if (command.about.in(lang).empty())
        page.paragraph(sentence(command.summary, lang));
    else
        for (const std::string_view part : text::split(command.about.in(lang), '\n')) page.paragraph(part);
    page.section(options_title.in(lang));
    options(page, command.options, lang);
    page.subsection(for_all_title.in(lang));
    options(page, global_options(), lang);
    exit_codes(page, lang);
    environment(page, lang);
    files(page, lang);
    examples(page, command.examples, lang);
    see_also(page, &command, "", lang);
    return page.roff();
}

std::string cafe_page(Lang lang) {
    static constexpr Label arguments{"[-C DOSSIER] [--lang fr|en] COMMANDE …", "[-C DIR] [--lang fr|en] COMMAND …"};
    ManualPage page = begin("cafe", 1, cafe_summary, lang);
    page.section(synopsis_title.in(lang)).call("cafe", arguments.in(lang));
    page.section(description_title.in(lang)).paragraph(cafe_about.in(lang));
    page.section(commands_title.in(lang));
    for (const Group group : {Group::ask, Group::change, Group::meet, Group::send, Group::help}) {
        page.subsection(title_of(group).in(lang));
        for (const Command* command : commands())
            if (command->group == group) page.term("cafe " + std::string(command->name), command->summary.in(lang));
    }
    page.section(options_title.in(lang));
    options(page, global_options(), lang);
    exit_codes(page, lang);
    environment(page, lang);
    files(page, lang);
    std::vector<Example> first_ones;
    for (const Command* command : commands())
        if (!command->examples.empty()) first_ones.push_back(command->examples.front());
    examples(page, first_ones, lang);
    see_also(page, nullptr, "cafe(1)", lang);
    return page.roff();
}

std::string topic_page(Lang lang) {
    ManualPage page = begin("cafe-query", 7, query_summary, lang);
    page.section(description_title.in(lang)).lines(topic("query").text.in(lang));
    page.section(examples_title.in(lang));
    for (const Command* command : commands())
        if (command->name == "find" || command->name == "list")
            for (const Example& example : command->examples) page.lines("    " + std::string(example.line));
    see_also(page, command_named("find"), "cafe-query(7)", lang);
    return page.roff();
}

// "line, required; from 3 to 150 characters", then what the field list says.
void field_terms(ManualPage& page, const Shape& shape, Lang lang) {
    for (const Field& field : shape.fields) {
        std::string meaning = fmt::format("{} ({}; {}", field.label.in(lang), model::type_in_words(field).in(lang),
                                          model::need_in_words(field).in(lang));
        if (const Words bounds = model::bounds_in_words(field); !bounds.empty()) meaning += "; " + bounds.in(lang);
        meaning += "). " + text_of(field.help, lang);
        std::vector<std::string> choices;
        for (const model::Choice& choice : field.choices)
            choices.push_back(fmt::format("{} ({})", choice.value, choice.label.in(lang)));
        if (!choices.empty()) meaning += " " + text::join(choices, ", ") + ".";
        page.term(field.key, meaning);
    }
}

void parts(ManualPage& page, const Shape& shape, std::set<std::string_view>& done, Lang lang) {
    for (const Field& field : shape.fields) {
        if (field.shape == nullptr || !done.insert(field.shape().name).second) continue;
        page.subsection(fmt::format("{}: {}", field.key, field.label.in(lang)));
        field_terms(page, field.shape(), lang);
        parts(page, field.shape(), done, lang);
    }
}

std::string records_page(Lang lang) {
    static constexpr std::string_view example =
        "    # partners/ccas-fumel.yaml\n    name: CCAS de Fumel\n    kind: ccas-cias\n"
        "    themes: [aide-alimentaire, domiciliation]\n    territory: [Fumel]\n"
        "    phones:\n      - {number: \"05 36 49 00 01\", label: accueil}";
    ManualPage page = begin("cafe-records", 5, records_summary, lang);
    page.section(description_title.in(lang)).paragraph(records_about.in(lang));
    std::set<std::string_view> done;
    for (const RecordKind kind : model::all_record_kinds) {
        const bool many = !store::folder_of(kind).empty();
        page.section(fmt::format("{}: {}", store::path_of({kind, many ? "ID" : ""}), model::name_of(kind).in(lang)));
        field_terms(page, model::shape_of(kind), lang);
        parts(page, model::shape_of(kind), done, lang);
    }
    files(page, lang);
    page.section(examples_title.in(lang)).lines(example);
    see_also(page, command_named("explain"), "cafe-records(5)", lang);
    return page.roff();
}

}  // namespace

std::vector<ManualFile> manual_files() {
    std::vector<ManualFile> made;
    for (const Lang lang : {Lang::en, Lang::fr}) {
        made.push_back({file_path(lang, "cafe", 1), cafe_page(lang)});
        made.push_back({file_path(lang, "cafe-records", 5), records_page(lang)});
        made.push_back({file_path(lang, "cafe-query", 7), topic_page(lang)});
        for (const Command* command : commands()) {
            const std::string path = file_path(lang, page_name(*command), 1);
            made.push_back({path, command_page(*command, lang)});
            for (const std::string_view alias : command->aliases)
                made.push_back({file_path(lang, "cafe-" + std::string(alias), 1), render::roff_link(path)});
        }
    }
    return made;
}

}  // namespace cafe::cmd
