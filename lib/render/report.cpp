#include "render/report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/disk_error.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace cafe::render {

namespace {

constexpr std::size_t widest_excerpt = 100;

std::string_view colour_of(Severity severity) {
    switch (severity) {
        case Severity::error: return "\x1b[1;31m";
        case Severity::warning: return "\x1b[1;33m";
        case Severity::hint: return "\x1b[1;36m";
    }
    return "";
}

std::string painted(std::string_view text, std::string_view colour, const ReportStyle& style) {
    if (!style.colour) return std::string(text);
    return fmt::format("{}{}\x1b[0m", colour, text);
}

// "partners/x.yaml:3:13: ", "partners/x.yaml: " for a whole file, nothing for no file.
std::string location(const Place& place) {
    if (place.file.empty()) return "";
    const std::string file = printable_path(place.file);
    if (place.line == 0) return file + ": ";
    return fmt::format("{}:{}:{}: ", file, place.line, place.column);
}

std::string one_line(const Words& words, Lang lang) {
    return text::replace_all(utf8::printable(words.in(lang)), "\n", " ");
}

std::string headline(const Diagnostic& finding, const ReportStyle& style) {
    const Severity severity = finding.rule->severity;
    const std::string name = fmt::format("{}[{}]", severity_name(severity).in(style.lang), finding.rule->code);
    return fmt::format("{}{}: {}\n", painted(location(finding.place), "\x1b[1m", style),
                       painted(name, colour_of(severity), style), one_line(finding.message, style.lang));
}

// A source line cut in three at the place that is meant, each part as it is printed.
struct Excerpt {
    std::string before;
    std::string meant;
    std::string after;
};

// The offset of the character with this number (from 1), or the end.
std::size_t offset_of(std::string_view line, int column) {
    std::size_t at = 0;
    for (int i = 1; i < column && at < line.size(); ++i) utf8::next(line, at);
    return at;
}

Excerpt cut(std::string_view line, const Place& place) {
    const std::size_t begin = offset_of(line, place.column);
    const std::size_t end = std::max(begin, offset_of(line, place.end_column));
    return {utf8::printable(line.substr(0, begin)), utf8::printable(line.substr(begin, end - begin)),
            utf8::printable(line.substr(end))};
}

// The last `columns` of a text.
std::string tail(const std::string& text, std::size_t columns) {
    const std::size_t width = utf8::width(text);
    return text.substr(utf8::fit(text, width - columns).size());
}

// What is meant stays whole as far as it fits; the rest shares what is left.
Excerpt fitted(Excerpt excerpt) {
    constexpr std::size_t before = widest_excerpt / 2;
    if (utf8::width(excerpt.before) > before) excerpt.before = "…" + tail(excerpt.before, before - 1);
    const std::size_t left = widest_excerpt - utf8::width(excerpt.before);
    if (utf8::width(excerpt.meant) > left) {
        excerpt.meant = utf8::fit(excerpt.meant, left);
        excerpt.after = "…";
        return excerpt;
    }
    const std::size_t rest = left - utf8::width(excerpt.meant);
    if (utf8::width(excerpt.after) > rest) excerpt.after = std::string(utf8::fit(excerpt.after, rest)) + "…";
    return excerpt;
}

std::string excerpt_lines(const Diagnostic& finding, const std::string& line, const ReportStyle& style) {
    const Excerpt excerpt = fitted(cut(line, finding.place));
    const std::string number = fmt::format("{}", finding.place.line);
    const std::string gutter(number.size(), ' ');
    const std::string carets(std::max<std::size_t>(1, utf8::width(excerpt.meant)), '^');
    std::string out = fmt::format("{} |\n", gutter);
    out += fmt::format("{} | {}{}{}\n", number, excerpt.before, excerpt.meant, excerpt.after);
    out += fmt::format("{} | {}{}\n", gutter, std::string(utf8::width(excerpt.before), ' '),
                       painted(carets, colour_of(finding.rule->severity), style));
    return out;
}

// GitHub's own escapes for workflow commands (actions/toolkit, packages/core/src/command.ts).
std::string github_text(std::string_view text) {
    std::string out = text::replace_all(text, "%", "%25");
    out = text::replace_all(out, "\r", "%0D");
    return text::replace_all(out, "\n", "%0A");
}

std::string github_property(std::string_view text) {
    return text::replace_all(text::replace_all(github_text(text), ":", "%3A"), ",", "%2C");
}

std::string_view github_command(Severity severity) {
    switch (severity) {
        case Severity::error: return "error";
        case Severity::warning: return "warning";
        case Severity::hint: return "notice";
    }
    return "notice";
}

constexpr Noun file_noun{"fichier", "fichiers", "file", "files"};
constexpr Noun error_noun{"erreur", "erreurs", "error", "errors"};
constexpr Noun warning_noun{"avertissement", "avertissements", "warning", "warnings"};
constexpr Noun hint_noun{"conseil", "conseils", "hint", "hints"};

}  // namespace

std::string_view severity_key(Severity severity) {
    switch (severity) {
        case Severity::error: return "error";
        case Severity::warning: return "warning";
        case Severity::hint: return "hint";
    }
    return "error";
}

std::string finding_for_people(const Diagnostic& finding, const SourceLine& source, const ReportStyle& style) {
    static constexpr Phrase<std::string> help{"aide : {}", "help: {}"};
    std::string out = headline(finding, style);
    std::string margin = "  ";
    if (finding.place.line > 0) {
        margin = std::string(fmt::formatted_size("{}", finding.place.line) + 1, ' ');
        const std::string line = source ? source(finding.place.file, finding.place.line) : "";
        if (!line.empty()) out += excerpt_lines(finding, line, style);
    }
    if (!finding.remedy.empty())
        out += fmt::format("{}= {}\n", margin, help(one_line(finding.remedy, style.lang)).in(style.lang));
    return out;
}

std::string findings_for_people(std::span<const Diagnostic* const> findings, const ReportStyle& style) {
    static constexpr Phrase<std::string> help{"aide : {}", "help: {}"};
    const Diagnostic& first = *findings.front();
    const Severity severity = first.rule->severity;
    const std::string name = fmt::format("{}[{}]", severity_name(severity).in(style.lang), first.rule->code);
    std::string out =
        fmt::format("{} ({}): {}\n", painted(name, colour_of(severity), style),
                    count(findings.size(), file_noun).in(style.lang), one_line(first.message, style.lang));
    std::string line = " ";
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const Place& place = findings[i]->place;
        const std::string file =
            place.line == 0 ? printable_path(place.file) : fmt::format("{}:{}", printable_path(place.file), place.line);
        const std::string word = file + (i + 1 < findings.size() ? "," : "");
        if (utf8::width(line) > 1 && utf8::width(line) + 1 + utf8::width(word) > widest_excerpt) {
            out += line + "\n";
            line = " ";
        }
        line += " " + word;
    }
    out += line + "\n";
    const bool same_remedy = std::all_of(findings.begin(), findings.end(),
                                         [&](const Diagnostic* other) { return other->remedy.fr == first.remedy.fr; });
    if (!first.remedy.empty() && same_remedy)
        out += fmt::format("  = {}\n", help(one_line(first.remedy, style.lang)).in(style.lang));
    return out;
}

std::string finding_in_short(const Diagnostic& finding, const ReportStyle& style) {
    return headline(finding, style);
}

std::string finding_for_github(const Diagnostic& finding, const ReportStyle& style) {
    const Place& place = finding.place;
    std::string properties;
    if (!place.file.empty()) properties += "file=" + github_property(printable_path(place.file)) + ",";
    if (place.line > 0)
        properties += fmt::format("line={},col={},endColumn={},", place.line, place.column, place.end_column);
    properties += "title=" + github_property(finding.rule->code);
    std::string message = utf8::printable(finding.message.in(style.lang));
    if (!finding.remedy.empty()) message += "\n" + utf8::printable(finding.remedy.in(style.lang));
    return fmt::format("::{} {}::{}\n", github_command(finding.rule->severity), properties, github_text(message));
}

Json finding_json(const Diagnostic& finding, Lang lang) {
    const Place& place = finding.place;
    const auto position = [&place](int number) {
        return place.line > 0 ? json_number(std::int64_t{number}) : json_null();
    };
    return JsonObject()
        .add("code", finding.rule->code)
        .add("severity", severity_key(finding.rule->severity))
        .add("file", place.file)
        .add("line", position(place.line))
        .add("column", position(place.column))
        .add("end_column", position(place.end_column))
        .add("message", finding.message.in(lang))
        .add("remedy", finding.remedy.in(lang))
        .done();
}

Tally tally(std::span<const Diagnostic> findings) {
    Tally result;
    for (const Diagnostic& finding : findings) switch (finding.rule->severity) {
            case Severity::error: ++result.errors; break;
            case Severity::warning: ++result.warnings; break;
            case Severity::hint: ++result.hints; break;
        }
    return result;
}

Words summary(const Tally& tally, std::size_t files) {
    static constexpr Phrase<Words> clean{"{} : rien à signaler", "{}: all is well"};
    static constexpr Phrase<Words, Words> more{"{}, {}", "{}, {}"};
    Words line = count(files, file_noun);
    if (tally.errors + tally.warnings + tally.hints == 0) return clean(line);
    if (tally.errors > 0) line = more(line, count(tally.errors, error_noun));
    if (tally.warnings > 0) line = more(line, count(tally.warnings, warning_noun));
    if (tally.hints > 0) line = more(line, count(tally.hints, hint_noun));
    return line;
}

std::string check_json(std::span<const Diagnostic> findings, std::size_t files, Lang lang) {
    std::vector<Json> entries;
    entries.reserve(findings.size());
    for (const Diagnostic& finding : findings) entries.push_back(finding_json(finding, lang));
    const Tally found = tally(findings);
    return json_document(JsonObject()
                             .add("schema", "cafe/check/1")
                             .add("findings", json_lines(entries))
                             .add("files", files)
                             .add("errors", found.errors)
                             .add("warnings", found.warnings)
                             .done());
}

}  // namespace cafe::render
