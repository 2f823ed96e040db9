#include "intake/said.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace cafe::intake {

namespace {

constexpr std::size_t most_told = 40;  // of rows that went well

constexpr Phrase<std::size_t, std::string> made{"ligne {} : {} : créée", "line {}: {}: created"};
constexpr Phrase<std::size_t, std::string, std::string> updated{"ligne {} : {} : {}", "line {}: {}: {}"};
constexpr Phrase<std::size_t, std::string, Words> in_conflict{"ligne {} : {} : {}", "line {}: {}: {}"};
constexpr Phrase<std::size_t, std::string, Words> waits{"ligne {} : {} : attend : {}", "line {}: {}: waits: {}"};
constexpr Phrase<std::size_t, Words> left{"ligne {} : {}", "line {}: {}"};
constexpr Phrase<std::size_t> more{"et {} autres lignes reprises", "and {} more rows taken"};
constexpr Phrase<std::string> gone{"plus dans le fichier : {}", "no longer in the file: {}"};
constexpr Phrase<Words> to_inform{
    "{} à informer (art. 14 RGPD, un mois) : cafe mail draft --template information",
    "{} to be informed (GDPR art. 14, one month): cafe mail draft --template information"};
constexpr Phrase<> nothing{"aucune ligne", "no rows"};
constexpr Phrase<Words> total{"total : {}", "total: {}"};

constexpr Noun made_noun{"créée", "créées", "created", "created"};
constexpr Noun updated_noun{"modifiée", "modifiées", "changed", "changed"};
constexpr Noun same_noun{"inchangée", "inchangées", "unchanged", "unchanged"};
constexpr Noun kept_noun{"gardée telle que vous l'avez écrite", "gardées telles que vous les avez écrites",
                         "kept as you wrote it", "kept as you wrote them"};
constexpr Noun conflict_noun{"en conflit", "en conflit", "in conflict", "in conflict"};
constexpr Noun unsure_noun{"incertaine", "incertaines", "unsure", "unsure"};
constexpr Noun rejected_noun{"rejetée", "rejetées", "rejected", "rejected"};
constexpr Noun twice_noun{"en double", "en double", "twice in the file", "twice in the file"};
constexpr Noun outside_noun{"hors du périmètre", "hors du périmètre", "outside", "outside"};
constexpr Noun left_noun{"laissée de côté", "laissées de côté", "left out", "left out"};
constexpr Noun people_noun{"personne", "personnes", "person", "people"};

std::string name_in(const RowReport& report) {
    const std::string name = report.row->people.empty() || !text_at(report.row->record, "name").empty()
                                 ? text_at(report.row->record, "name")
                                 : report.row->people.front().name;
    return utf8::printable(name.empty() ? "?" : std::string(utf8::fit(name, 60)));
}

Words total_of(const Counts& counts) {
    std::vector<Words> parts;
    const auto say = [&](std::size_t n, const Noun& noun) {
        if (n > 0) parts.push_back(count(n, noun));
    };
    say(counts.made, made_noun);
    say(counts.updated, updated_noun);
    say(counts.same, same_noun);
    say(counts.kept, kept_noun);
    say(counts.conflicts, conflict_noun);
    say(counts.unsure, unsure_noun);
    say(counts.rejected, rejected_noun);
    say(counts.twice, twice_noun);
    say(counts.outside, outside_noun);
    say(counts.left_out, left_noun);
    return parts.empty() ? nothing() : total(joined(parts, ", "));
}

bool is_waiting(Outcome outcome) {
    return outcome == Outcome::unsure || outcome == Outcome::rejected || outcome == Outcome::twice;
}

}  // namespace

std::string_view word_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::made: return "new";
        case Outcome::updated: return "update";
        case Outcome::same: return "same";
        case Outcome::kept: return "kept";
        case Outcome::conflict: return "conflict";
        case Outcome::unsure: return "unsure";
        case Outcome::rejected: return "reject";
        case Outcome::twice: return "twice";
        case Outcome::outside: return "outside";
        case Outcome::left_out: return "left-out";
    }
    return "";
}

std::vector<Words> lines_of(const Plan& plan) {
    std::vector<Words> lines;
    std::size_t told = 0;
    std::size_t passed = 0;
    for (const RowReport& report : plan.rows) {
        const std::size_t line = report.row->row->line;
        switch (report.outcome) {
            case Outcome::made:
            case Outcome::updated:
                if (told >= most_told) {
                    ++passed;
                    break;
                }
                ++told;
                lines.push_back(report.outcome == Outcome::made
                                    ? made(line, report.record)
                                    : updated(line, report.record,
                                              report.fields.empty() ? "sources" : text::join(report.fields, ", ")));
                break;
            case Outcome::conflict: lines.push_back(in_conflict(line, report.record, report.why)); break;
            case Outcome::unsure:
            case Outcome::rejected:
            case Outcome::twice: lines.push_back(waits(line, name_in(report), report.why)); break;
            case Outcome::left_out:
                if (!report.why.empty()) lines.push_back(left(line, report.why));
                break;
            default: break;
        }
    }
    if (passed > 0) lines.push_back(more(passed));
    lines.insert(lines.end(), plan.notes.begin(), plan.notes.end());
    for (const std::string& one : plan.gone) lines.push_back(gone(one));
    lines.push_back(total_of(plan.counts));
    if (!plan.to_inform.empty()) lines.push_back(to_inform(count(plan.to_inform.size(), people_noun)));
    return lines;
}

std::vector<std::vector<std::string>> rejects_of(const Plan& plan, const Table& table, Lang lang) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> columns;
    for (std::size_t c = 0; c < table.header.size(); ++c)
        if (!table.header[c].starts_with("cafe:")) columns.push_back(c);
    std::vector<std::string> header{std::string(line_column), std::string(reason_column), std::string(record_column),
                                    std::string(candidates_column)};
    const std::size_t section = table.column(section_column);
    const bool has_sections = section < table.header.size();
    if (has_sections) header.emplace_back(section_column);
    for (const std::size_t c : columns) header.push_back(table.header[c]);
    rows.push_back(std::move(header));
    for (const RowReport& report : plan.rows) {
        if (!is_waiting(report.outcome)) continue;
        std::vector<std::string> cells = report.row->row->original();
        std::vector<std::string> row{std::to_string(report.row->row->line), report.why.in(lang), "",
                                     text::join(report.candidates, " ; ")};
        const bool whole = cells.size() == table.header.size();
        if (has_sections) row.push_back(whole ? cells[section] : report.row->row->section);
        // A row of another width is as it stands in the file; the section that we added is its last cell.
        if (!whole && table.has_added_section() && !cells.empty()) cells.pop_back();
        if (whole)
            for (const std::size_t c : columns) row.push_back(cells[c]);
        else
            row.insert(row.end(), cells.begin(), cells.end());
        rows.push_back(std::move(row));
        if (report.row->mended_cells.empty()) continue;
        static constexpr Phrase<> proposed{
            "proposition : les cellules remises à leur place ; effacer le « ? » pour la prendre",
            "proposal: the cells put back in their places; take the '?' away to accept it"};
        std::vector<std::string> mended{std::to_string(report.row->row->line), proposed().in(lang), "?", ""};
        if (has_sections) mended.push_back(report.row->row->section);
        for (const std::size_t c : columns)
            if (c < report.row->mended_cells.size()) mended.push_back(report.row->mended_cells[c]);
        rows.push_back(std::move(mended));
    }
    return rows;
}

std::vector<std::vector<std::string>> report_of(const Plan& plan, Lang lang) {
    std::vector<std::vector<std::string>> rows{{"line", "outcome", "record", "fields", "reason", "candidates"}};
    for (const RowReport& report : plan.rows)
        rows.push_back({std::to_string(report.row->row->line), std::string(word_of(report.outcome)), report.record,
                        text::join(report.fields, " ; "), report.why.in(lang), text::join(report.candidates, " ; ")});
    return rows;
}

}  // namespace cafe::intake
