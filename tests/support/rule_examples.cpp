#include "support/rule_examples.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "check/check.hpp"
#include "check/needs.hpp"
#include "check/taught.hpp"
#include "store/book.hpp"
#include "store/catalog.hpp"
#include "store/layout.hpp"
#include "yaml/parse.hpp"

namespace cafe::test {

namespace {

using model::RecordKind;

const Date& today() {
    static const Date day = *Date::of(2026, 11, 20);
    return day;
}

// "# partners/x.yaml" or "# partners/x.yaml -> elsewhere" → what stands behind "# "; else empty.
std::string_view named_file(std::string_view line) {
    if (!line.starts_with("# ")) return {};
    const std::string_view name = line.substr(2);
    const std::string_view path = name.substr(0, name.find(" -> "));
    return path.ends_with(".yaml") || path.ends_with(".yml") || path.ends_with(".tsv") ? name : std::string_view{};
}

// The lines that a record cannot do without, by key.
struct Line {
    std::string_view key;
    std::string_view text;
};

std::vector<Line> needed_lines(RecordKind kind) {
    switch (kind) {
        case RecordKind::partner:
            return {{"name", "name: CCAS de Fumel"},
                    {"kind", "kind: ccas-cias"},
                    {"themes", "themes: [logement]"},
                    {"territory", "territory: [Fumel]"},
                    {"verified", "verified: {on: 2026-11-06, how: phone}"},
                    {"agreement", "agreement: {on: 2026-11-06, by: marie-delmas}"}};
        case RecordKind::person:
            return {{"name", "name: Paul Martin"}, {"privacy", "privacy: {informed: {on: 2026-11-06, how: au café}}"}};
        case RecordKind::cafe: return {{"name", "name: Café de Fumel"}};
        case RecordKind::meeting: return {{"date", "date: 2026-11-06"}};
        case RecordKind::settings:
            return {{"name", "name: Café partenaires"}, {"departments", "departments: [\"47\"]"}};
        default: return {};
    }
}

std::string completed(const ExampleFile& file) {
    const auto ref = store::ref_at(file.path);
    const auto parsed = yaml::parse(file.text, file.path);
    if (!ref || !parsed.root) return file.text;
    std::string text = file.text;
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
    for (const Line& line : needed_lines(ref->kind))
        if (parsed.root->find(line.key) == nullptr) text += std::string(line.text) + "\n";
    return text;
}

Findings check_files(const std::vector<ExampleFile>& files, bool complete) {
    MemoryDisk disk;
    put_small_notebook(disk);
    for (const ExampleFile& file : files) {
        const std::string path = "/nb/" + file.path;
        if (!file.link_to.empty())
            disk.put_link(path, file.link_to);
        else
            disk.put(path, complete ? completed(file) : file.text);
    }
    return check_notebook(disk, today());
}

// What stands between < and > → the bytes it means; nothing when it means nothing.
std::optional<std::string> meaning(std::string_view inside) {
    const auto number = [](std::string_view digits, int base) -> std::optional<unsigned> {
        unsigned value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
        if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
        return value;
    };
    if (inside.starts_with("U+"))
        if (const auto character = number(inside.substr(2), 16)) {
            std::string out;
            utf8::append(out, static_cast<char32_t>(*character));
            return out;
        }
    if (inside.starts_with("0x"))
        if (const auto byte = number(inside.substr(2), 16)) return std::string(1, static_cast<char>(*byte));
    constexpr std::string_view times = " × ";
    const std::size_t sign = inside.rfind(times);
    if (sign == std::string_view::npos) return std::nullopt;
    const auto count = number(inside.substr(sign + times.size()), 10);
    if (!count) return std::nullopt;
    std::string out;
    for (unsigned i = 0; i < *count; ++i) out += inside.substr(0, sign);
    return out;
}

}  // namespace

std::string true_form(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t close = text[at] == '<' ? text.find('>', at) : std::string_view::npos;
        const auto meant =
            close == std::string_view::npos ? std::nullopt : meaning(text.substr(at + 1, close - at - 1));
        if (!meant) {
            out += text[at++];
            continue;
        }
        out += *meant;
        at = close + 1;
    }
    return out;
}

std::vector<ExampleFile> files_of_example(std::string_view example) {
    std::vector<ExampleFile> files;
    if (named_file(example.substr(0, example.find('\n'))).empty())
        files.push_back({"partners/ccas-fumel.yaml", "", ""});
    while (!example.empty()) {
        const std::size_t end = example.find('\n');
        const std::string_view line = example.substr(0, end);
        const std::string_view rest = end == std::string_view::npos ? std::string_view{} : example.substr(end + 1);
        if (const std::string_view name = named_file(line); !name.empty()) {
            const std::size_t arrow = name.find(" -> ");
            const bool is_link = arrow != std::string_view::npos;
            files.push_back({true_form(name.substr(0, arrow)), "", is_link ? std::string(name.substr(arrow + 4)) : ""});
        } else {
            files.back().text += true_form(line);
            if (end != std::string_view::npos) files.back().text += '\n';
        }
        example = rest;
    }
    return files;
}

void put_small_notebook(MemoryDisk& disk) {
    disk.put("/nb/cafe.yaml", "name: Café partenaires\ndepartments: [\"47\"]\n");
    disk.put("/nb/partners/mairie-fumel.yaml",
             "name: Mairie de Fumel\nkind: mairie\nthemes: [demarches-administratives]\nterritory: [Fumel]\n"
             "verified: {on: 2026-11-06, how: phone}\nagreement: {on: 2026-11-06, by: marie-delmas}\n"
             "contacts: [marie-delmas]\n");
    disk.put("/nb/people/marie-delmas.yaml",
             "name: Marie Delmas\nprivacy: {informed: {on: 2026-11-06, how: au café}}\n");
    disk.put("/nb/cafes/fumel.yaml", "name: Café de Fumel\n");
}

Findings check_notebook(MemoryDisk& disk, const Date& day) {
    const auto book = store::load(disk, "/nb", {1});
    if (!book) return {};
    const territory::Territory territory(store::territory_setup(book->settings.value, book->areas.value));
    Findings findings = check::check(*book, territory, day);
    const Findings taught = check::check_taught(store::taught_in(disk, "/nb"), *book);
    findings.insert(findings.end(), taught.begin(), taught.end());
    for (const Findings& more : {check::check_needs(store::needs_in(disk, "/nb"), book->vocabulary, territory),
                                 check::check_journals(disk, *book)})
        findings.insert(findings.end(), more.begin(), more.end());
    return findings;
}

ExampleCheck check_wrong_example(const Rule& rule) {
    ExampleCheck made{files_of_example(rule.wrong), {}};
    made.findings = check_files(made.files, false);
    const auto raised = [&](const Findings& findings) {
        return std::any_of(findings.begin(), findings.end(),
                           [&](const Diagnostic& finding) { return finding.rule->code == rule.code; });
    };
    if (!raised(made.findings) && made.files.size() == 1) {
        Findings alone = yaml::parse(made.files.front().text, made.files.front().path).findings;
        if (raised(alone)) made.findings = std::move(alone);
    }
    return made;
}

ExampleCheck check_right_example(const Rule& rule) {
    ExampleCheck made{files_of_example(rule.right), {}};
    made.findings = check_files(made.files, true);
    // An example of a person shows that file alone, not the fiche that the person belongs to.
    std::erase_if(made.findings, [&](const Diagnostic& finding) {
        const std::string_view code = finding.rule->code;
        return code == "H605" || (code == "H701" && rule.code != "H701");
    });
    return made;
}

}  // namespace cafe::test
