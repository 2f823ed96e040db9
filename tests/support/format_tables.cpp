#include "support/format_tables.hpp"

#include <fmt/format.h>

#include <set>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "check/check.hpp"
#include "command.hpp"
#include "model/fields.hpp"
#include "render/report.hpp"
#include "support/exchange_tables.hpp"
#include "support/rule_examples.hpp"

namespace cafe::test {

namespace {

using model::Field;
using model::Shape;
using model::Type;

std::string escaped(std::string_view text) {
    return text::replace_all(text, "|", "\\|");
}

std::string type_of(const Field& field) {
    static const std::vector<std::pair<Type, std::string>> names{
        {Type::line, "text"},           {Type::markdown, "Markdown"},
        {Type::number, "number"},       {Type::decimal, "decimal"},
        {Type::boolean, "true/false"},  {Type::date, "date"},
        {Type::time, "time"},           {Type::choice, "choice"},
        {Type::term, "vocabulary"},     {Type::area, "area"},
        {Type::commune, "commune"},     {Type::postcode, "postcode"},
        {Type::reference, "id"},        {Type::phone, "phone"},
        {Type::email, "e-mail"},        {Type::url, "URL"},
        {Type::hours, "opening hours"}, {Type::language, "language"},
        {Type::siret, "SIRET"},         {Type::rna, "RNA"},
        {Type::schedule, "schedule"},   {Type::query, "query"},
        {Type::record, "mapping"},
    };
    std::string name = "?";
    for (const auto& [type, said] : names)
        if (type == field.type) name = said;
    if (field.type == Type::reference) {
        static const std::vector<std::pair<model::Folder, std::string>> folders{{model::Folder::partners, "fiche"},
                                                                                {model::Folder::people, "person"},
                                                                                {model::Folder::cafes, "café"},
                                                                                {model::Folder::meetings, "meeting"}};
        for (const auto& [folder, said] : folders)
            if (folder == field.folder) name = said + " id";
    }
    if (field.type == Type::record) name = "`" + std::string(field.shape().name) + "`";
    if (field.storage == model::Storage::keyed) name = "by key: " + name;
    return field.list ? "list of " + name : name;
}

std::string_view need_of(const Field& field) {
    switch (field.need) {
        case model::Need::required: return "required";
        case model::Need::advised: return "advised";
        case model::Need::optional: break;
    }
    return "";
}

std::string what_of(const Field& field) {
    std::string what = escaped(field.help.en);
    if (!field.choices.empty()) {
        std::vector<std::string> values;
        for (const model::Choice& choice : field.choices) values.push_back("`" + std::string(choice.value) + "`");
        what += (what.empty() ? "" : " ") + text::join(values, ", ") + ".";
    }
    if (field.internal) what += " Internal.";
    return what;
}

void table(const Shape& shape, std::vector<std::string>& lines, std::set<std::string_view>& done) {
    lines.emplace_back("| key | need | type | what | en français | data·inclusion / HSDS |");
    lines.emplace_back("|---|---|---|---|---|---|");
    for (const Field& field : shape.fields)
        lines.push_back(fmt::format("| `{}` | {} | {} | {} | {} | {} |", field.key, need_of(field), type_of(field),
                                    what_of(field), escaped(field.label.fr), escaped(field.exchange)));
    lines.emplace_back("");
    for (const Field& field : shape.fields) {
        if (field.shape == nullptr || !done.insert(field.shape().name).second) continue;
        lines.push_back(fmt::format("`{}`:", field.shape().name));
        lines.emplace_back("");
        table(field.shape(), lines, done);
    }
}

std::vector<std::string> fields(std::string_view kind_name) {
    for (const model::RecordKind kind : model::all_record_kinds) {
        if (model::shape_of(kind).name != kind_name) continue;
        std::vector<std::string> lines{""};
        std::set<std::string_view> done;
        table(model::shape_of(kind), lines, done);
        return lines;
    }
    return {};
}

std::vector<std::string> command_table() {
    std::vector<std::string> lines{"", "| command | does | fait |", "|---|---|---|"};
    for (const cmd::Command* command : cmd::commands()) {
        std::string name = fmt::format("`{}`", command->name);
        for (const std::string_view alias : command->aliases) name += fmt::format(", `{}`", alias);
        lines.push_back(fmt::format("| {} | {} | {} |", name, command->summary.en, command->summary.fr));
    }
    lines.emplace_back("");
    return lines;
}

std::vector<std::string> rule_table() {
    std::vector<std::string> lines{"", "| code | what | quoi |", "|---|---|---|"};
    for (const Rule* rule : check::all_rules())
        lines.push_back(fmt::format("| {} | {} | {} |", rule->code, escaped(rule->title_en), escaped(rule->title_fr)));
    lines.emplace_back("");
    return lines;
}

// ---- docs/rules.md -------------------------------------------------------------------------------------------------

void block(std::string_view kind, std::string_view text, std::vector<std::string>& lines) {
    lines.push_back("```" + std::string(kind));
    const std::string shown = utf8::printable(text);
    for (const std::string_view line : text::split(text::trim(shown), '\n')) lines.emplace_back(line);
    lines.emplace_back("```");
    lines.emplace_back("");
}

// What `check` prints of the wrong example, the rule's own findings alone.
std::string report_of(const Rule& rule) {
    const ExampleCheck wrong = check_wrong_example(rule);
    const auto source = [&](const std::string& name, int number) -> std::string {
        for (const ExampleFile& file : wrong.files) {
            if (file.path != name) continue;
            const auto lines = text::split(file.text, '\n');
            return number <= static_cast<int>(lines.size()) ? std::string(lines[static_cast<std::size_t>(number) - 1])
                                                            : "";
        }
        return "";
    };
    std::string report;
    for (const Diagnostic& finding : wrong.findings)
        if (finding.rule == &rule) report += render::finding_for_people(finding, source, {Lang::en, false});
    return report;
}

// Every rule of a severity: what it is, why, its wrong example, what `check` says of it, its right example.
std::vector<std::string> rules_in_full(Severity severity) {
    std::vector<std::string> lines{""};
    for (const Rule* rule : check::all_rules()) {
        if (rule->severity != severity) continue;
        lines.push_back(fmt::format("### {} · {}", rule->code, rule->title_en));
        lines.emplace_back("");
        lines.push_back(fmt::format("*{}*", rule->title_fr));
        lines.emplace_back("");
        lines.emplace_back(rule->why_en);
        lines.emplace_back("");
        lines.push_back("> " + std::string(rule->why_fr));
        lines.emplace_back("");
        if (rule->wrong.empty()) {
            lines.emplace_back("No text is known that raises it.");
            lines.emplace_back("");
            continue;
        }
        lines.emplace_back("Instead of:");
        lines.emplace_back("");
        block("yaml", rule->wrong, lines);
        block("text", report_of(*rule), lines);
        lines.emplace_back("Write:");
        lines.emplace_back("");
        block("yaml", rule->right, lines);
    }
    return lines;
}

}  // namespace

std::vector<std::string> generated_lines(std::string_view name) {
    if (name.starts_with("fields ")) return fields(name.substr(7));
    if (name.starts_with("exchange ")) return exchange_lines(name.substr(9));
    if (name == "commands") return command_table();
    if (name == "rules") return rule_table();
    if (name == "errors in full") return rules_in_full(Severity::error);
    if (name == "warnings in full") return rules_in_full(Severity::warning);
    if (name == "hints in full") return rules_in_full(Severity::hint);
    return {};
}

}  // namespace cafe::test
