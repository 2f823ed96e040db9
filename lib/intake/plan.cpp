#include "intake/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "check/check.hpp"
#include "check/telling.hpp"
#include "edit/adding.hpp"
#include "edit/create.hpp"
#include "facts/lookalike.hpp"
#include "intake/defaults.hpp"
#include "intake/only.hpp"
#include "intake/people.hpp"
#include "intake/pieces.hpp"
#include "model/values.hpp"

namespace cafe::intake {

namespace {

using model::RecordKind;

constexpr Phrase<std::string> missing_column{"la colonne « {} » n'est pas dans ce fichier",
                                             "the column '{}' is not in this file"};
constexpr Phrase<std::string> further_columns{"colonnes que la correspondance ne reprend pas : {}",
                                              "columns that the mapping does not take: {}"};
constexpr Phrase<Words, Words> remark{"{} : {}", "{}: {}"};
constexpr Phrase<std::string> other_thing{"le numéro {} désigne maintenant autre chose",
                                          "number {} now means something else"};
constexpr Phrase<std::string, Words> perhaps{"c'est peut-être {} : {}", "it may be {}: {}"};
constexpr Phrase<> several{"plusieurs fiches lui ressemblent", "several records look like it"};
constexpr Phrase<std::size_t> above_in_file{"déjà à la ligne {}", "already on line {}"};
constexpr Phrase<std::string, std::size_t> found_twice{"la fiche {} est aussi celle de la ligne {}",
                                                       "the record {} is also that of line {}"};
constexpr Phrase<std::string> no_such_record{"« {} » n'est pas une fiche du carnet",
                                             "'{}' is no record of the notebook"};
constexpr Phrase<std::string> record_gone{"sa fiche {} n'est plus dans le carnet",
                                          "its record {} is no longer in the notebook"};
constexpr Phrase<std::string> says_otherwise{"la source dit maintenant autre chose : {}",
                                             "the source now says something else: {}"};
constexpr Phrase<std::string> told_too_much{"{} : ce texte parle d'une personne accompagnée, laissé",
                                            "{}: this text speaks of a person who is helped, left out"};
constexpr Phrase<Words, std::string> warnings{"{} {} (cafe check les montre)", "{} {} ('cafe check' shows them)"};
constexpr Noun warnings_noun{"avertissement", "avertissements", "warning", "warnings"};
constexpr Phrase<std::string> erased_address{"{} a été effacée à sa demande : rien n'est repris",
                                             "{} was erased on request: nothing is taken"};
constexpr Phrase<std::string> no_required{"il manque : {}", "missing: {}"};

const std::array<std::string_view, 4> required{"name", "kind", "themes", "territory"};

class Planner {
public:
    Planner(const store::Book& book, const Table& table, const model::ImportMapping& mapping, const Rows& rows,
            const Lexicon& lexicon, const Request& request)
        : book_(book),
          table_(table),
          mapping_(mapping),
          rows_(rows),
          lexicon_(lexicon),
          request_(request),
          source_(mapping.source.empty() ? request.name : mapping.source),
          index_(book.partners, book.vocabulary),
          people_(book, lexicon, mapping, taken_) {
        for (const auto& source : book.sources) taken_.insert(source->path);
        for (const store::Ref& ref : book.unreadable) taken_.insert(store::path_of(ref));
        for (const auto& partner : book.partners) {
            by_id_.emplace(partner.id, &partner);
            for (const model::Source& source : partner.value.sources)
                if (source.name == source_ && !source.id.empty()) by_source_.emplace(source.id, partner.id);
        }
    }

    Result<Plan> run(const Files& files) {
        memory_ = read_memory(files.memory);
        memory_before_ = files.memory;
        conflicts_before_ = files.conflicts;
        for (const std::string& other : files.others) {
            Memory memory = read_memory(other);
            others_.insert(std::make_move_iterator(memory.rows.begin()), std::make_move_iterator(memory.rows.end()));
        }
        say_columns();
        std::vector<bool> kept(rows_.all.size(), true);
        if (!mapping_.only.empty() && request_.as == As::partners) {
            std::vector<Value> records;
            for (const Become& row : rows_.all) records.push_back(with_defaults(row, mapping_, lexicon_));
            auto found = kept_by_query(book_, mapping_.only, records);
            if (!found) return found.error();
            kept = std::move(*found);
        }
        for (const Become& row : rows_.all)
            if (!row.key.empty()) all_keys_.insert(row.key);
        for (const Become& row : rows_.all) plan_.rows.push_back({&row, Outcome::rejected, "", {}, {}, {}});
        for (const Become& row : rows_.all)
            if (is_partner_row(row) && row.reasons.empty()) index_.count_lines_of(partner_of(row.record));
        sort_out(kept);
        one_row_each();
        write_partners();
        for (std::size_t i = 0; i < rows_.all.size(); ++i) write_people(i);
        files_of_people();
        for (const auto& [id, record] : request_.people) {
            const std::string path = store::path_of({RecordKind::person, id});
            if (model::is_id(id) && record.find("name") != nullptr && taken_.insert(path).second)
                pending_[path] = Pending{std::nullopt, record, {}, rows_.all.size()};
        }
        refuse_what_check_refuses();
        count();
        gone();
        remember();
        for (Words& sentence : rows_.remarks.sentences()) plan_.notes.push_back(std::move(sentence));
        return std::move(plan_);
    }

private:
    [[nodiscard]] bool is_partner_row(const Become& row) const {
        return request_.as == As::partners || row.is_organisation;
    }

    void say_columns() {
        plan_.notes.insert(plan_.notes.end(), table_.notes.begin(), table_.notes.end());
        for (const std::string& column : rows_.missing) plan_.notes.push_back(missing_column(column));
        if (!rows_.further.empty()) plan_.notes.push_back(further_columns(text::join(rows_.further, ", ")));
        plan_.notes.insert(plan_.notes.end(), rows_.notes.begin(), rows_.notes.end());
    }

    // ---- Which row is which fiche ------------------------------------------------------------------------------

    [[nodiscard]] std::string row_key(const Become& row) const {
        if (!row.id.empty()) return row.id;
        if (!row.key.empty()) return row.key;
        return "~" + hash_of(place_key(row.record));
    }

    void unsure(std::size_t i, Words why, std::vector<std::string> candidates) {
        RowReport& report = plan_.rows[i];
        report.outcome = Outcome::unsure;
        report.why = std::move(why);
        report.candidates = std::move(candidates);
    }

    void sort_out(const std::vector<bool>& kept) {
        std::unordered_map<std::string, std::size_t> keys;    // of the file → the row's line
        std::unordered_map<std::string, std::size_t> places;  // name and address → the row's line
        targets_.assign(rows_.all.size(), "");
        for (std::size_t i = 0; i < rows_.all.size(); ++i) {
            if (request_.progress && i % 64 == 0) request_.progress(i, rows_.all.size());
            const Become& row = rows_.all[i];
            RowReport& report = plan_.rows[i];
            if (row.decision == "?") {  // a proposal that nobody has looked at
                report.outcome = Outcome::left_out;
                continue;
            }
            if (!row.reasons.empty()) {
                report.why = joined(row.reasons, " ; ");
                if (row.decision == "-") leave_out(i);
                continue;
            }
            if (!is_partner_row(row)) continue;
            if (!kept[i]) {
                report.outcome = Outcome::outside;
                continue;
            }
            const std::string key = row_key(row);
            if (row.decision == "-") {
                leave_out(i);
                continue;
            }
            const auto seen = memory_.rows.find(key);
            if (row.decision.empty() && seen != memory_.rows.end() && seen->second.partner == "-") {
                report.outcome = Outcome::left_out;
                file_keys_.insert(key);
                continue;
            }
            const std::string place = place_key(row.record);
            const bool same_key = !row.key.empty() && keys.contains(row.key);
            // Of what this notebook wrote itself the id says who is who.
            const bool same_place = row.id.empty() && places.contains(place);
            if (row.decision != "new" && (same_key || same_place)) {
                report.outcome = Outcome::twice;
                report.why = above_in_file(same_key ? keys[row.key] : places[place]);
                continue;
            }
            if (!row.key.empty()) keys.emplace(row.key, row.row->line);
            places.emplace(place, row.row->line);
            file_keys_.insert(key);
            find_target(i, key);
        }
    }

    void leave_out(std::size_t i) {
        plan_.rows[i].outcome = Outcome::left_out;
        const std::string key = row_key(rows_.all[i]);
        file_keys_.insert(key);
        memory_.rows[key] = Seen{"-", {}, 0};
    }

    void find_target(std::size_t i, const std::string& key) {
        const Become& row = rows_.all[i];
        if (row.decision == "new") return make(i);
        if (!row.id.empty()) {
            if (!by_id_.contains(row.id)) return make(i);
            targets_[i] = row.id;
            decided_.insert(i);
            return;
        }
        if (!row.decision.empty()) {
            if (!by_id_.contains(row.decision)) return unsure(i, no_such_record(utf8::printable(row.decision)), {});
            targets_[i] = row.decision;
            decided_.insert(i);
            return;
        }
        const model::Partner partner = partner_of(row.record);
        std::string by_key;
        if (const auto seen = memory_.rows.find(key); seen != memory_.rows.end()) by_key = seen->second.partner;
        if (!by_key.empty() && !by_id_.contains(by_key)) {
            const auto source = by_source_.find(row.key);
            if (source == by_source_.end()) return unsure(i, record_gone("partners/" + by_key), {});
            by_key.clear();
        }
        if (by_key.empty() && !row.key.empty())
            if (const auto source = by_source_.find(row.key); source != by_source_.end()) by_key = source->second;
        if (!by_key.empty()) {
            if (!row.key.empty() && !index_.agrees(by_key, partner)) return unsure(i, other_thing(row.key), {by_key});
            targets_[i] = by_key;
            return;
        }
        by_likeness(i, partner);
    }

    void by_likeness(std::size_t i, const model::Partner& partner) {
        std::vector<facts::Lookalike> same;
        std::vector<facts::Lookalike> perhaps_same;
        for (facts::Lookalike& other : index_.of(partner)) {
            // Another row of this file is that fiche already; one whose number the file no longer has may be this one.
            const std::string number = other_number(other.id, rows_.all[i].key);
            if (!number.empty() && all_keys_.contains(number)) continue;
            if (!number.empty()) other.likeness = facts::Likeness::unsure;
            (other.likeness == facts::Likeness::same ? same : perhaps_same).push_back(std::move(other));
        }
        if (same.size() == 1) {
            targets_[i] = same.front().id;
            by_likeness_.insert(i);
            return;
        }
        std::vector<std::string> ids;
        for (const auto& other : same.empty() ? perhaps_same : same) ids.push_back(other.id);
        if (ids.empty()) return make(i);
        const auto& first = same.empty() ? perhaps_same.front() : same.front();
        unsure(i, ids.size() > 1 ? several() : perhaps("partners/" + first.id, facts::reasons(first.agree)),
               std::move(ids));
    }

    // The number that a fiche has in this source, where it is another one than the row's; else empty.
    [[nodiscard]] std::string other_number(const std::string& id, const std::string& key) const {
        if (key.empty()) return "";
        for (const model::Source& source : by_id_.at(id)->value.sources)
            if (source.name == source_ && !source.id.empty() && source.id != key) return source.id;
        return "";
    }

    void make(std::size_t i) { plan_.rows[i].outcome = Outcome::made; }

    // Two rows that find one fiche: both wait, but that a key or a decision is surer than likeness.
    void one_row_each() {
        std::unordered_map<std::string, std::vector<std::size_t>> rows_of;
        for (std::size_t i = 0; i < targets_.size(); ++i)
            if (!targets_[i].empty()) rows_of[targets_[i]].push_back(i);
        for (const auto& [id, rows] : rows_of) {
            if (rows.size() < 2) continue;
            const bool one_is_sure =
                std::any_of(rows.begin(), rows.end(), [&](std::size_t i) { return !by_likeness_.contains(i); });
            for (const std::size_t i : rows) {
                if (decided_.contains(i) || (one_is_sure && !by_likeness_.contains(i))) continue;
                const std::size_t other = rows.front() == i ? rows[1] : rows.front();
                targets_[i].clear();
                unsure(i, found_twice("partners/" + id, rows_.all[other].row->line), {id});
            }
        }
    }

    // ---- What is written ---------------------------------------------------------------------------------------

    [[nodiscard]] Value source_item(const Become& row) const {
        Map item{Member{"name", source_}};
        if (!row.key.empty()) item.push_back(Member{"id", row.key});
        item.push_back(Member{"on", row.source_date.value_or(request_.today).iso()});
        if (!row.source_link.empty()) item.push_back(Member{"link", row.source_link});
        return Value{std::move(item)};
    }

    // Takes out the texts that speak of somebody who is helped.
    Value without_telling(const Value& record) {
        Map kept;
        for (const Member& member : *record.map()) {
            if (!tells_too_much(telling_, member)) {
                kept.push_back(member);
                continue;
            }
            plan_.notes.push_back(told_too_much(member.key));
        }
        return Value{std::move(kept)};
    }

    void write_partners() {
        for (const auto& [key, seen] : memory_.rows)
            if (!file_keys_.contains(key)) no_longer_in_file_.emplace(seen.partner, &seen);
        for (std::size_t i = 0; i < rows_.all.size(); ++i) {
            const RowReport& report = plan_.rows[i];
            if (!is_partner_row(rows_.all[i])) continue;
            if (report.outcome == Outcome::made)
                write_new(i);
            else if (!targets_[i].empty())
                write_known(i);
        }
        find_parents();
    }

    // A parent that the file calls by its key: another row, or a fiche of this source.
    void find_parents() {
        std::unordered_map<std::string, std::string> by_key(by_source_.begin(), by_source_.end());
        for (std::size_t i = 0; i < rows_.all.size(); ++i)
            if (!rows_.all[i].key.empty() && !plan_.rows[i].record.empty())
                by_key[rows_.all[i].key] = plan_.rows[i].record.substr(plan_.rows[i].record.find('/') + 1);
        Remarks remarks;
        for (std::size_t i = 0; i < rows_.all.size(); ++i) {
            const Become& row = rows_.all[i];
            if (row.parent.empty() || plan_.rows[i].record.empty()) continue;
            const auto parent = by_key.find(row.parent);
            if (parent == by_key.end()) {
                remarks.unknown_word("parent", row.parent, "");
                continue;
            }
            const auto pending = pending_.find(plan_.rows[i].record + ".yaml");
            if (pending == pending_.end() || pending->second.before ||
                plan_.rows[i].record.ends_with("/" + parent->second))
                continue;
            Map map = *pending->second.record.map();
            map.push_back(Member{"parent", parent->second});
            pending->second.record = Value{std::move(map)};
        }
        static constexpr Phrase<std::size_t, std::string> unknown{
            "{} organismes parents ne sont pas dans le carnet, par exemple « {} »",
            "{} parents are not in the notebook, for instance '{}'"};
        if (const auto words = remarks.unknown_words(); !words.empty())
            plan_.notes.push_back(unknown(words.size(), utf8::printable(words.front().word)));
    }

    void write_new(std::size_t i) {
        RowReport& report = plan_.rows[i];
        if (request_.mode == Mode::only_update || request_.mode == Mode::only_fill) {
            report.outcome = Outcome::left_out;
            return;
        }
        const Become& row = rows_.all[i];
        const Value record = without_telling(with_defaults(row, mapping_, lexicon_));
        std::vector<std::string> missing;
        for (const std::string_view key : required)
            if (record.find(key) == nullptr) missing.emplace_back(key);
        if (!missing.empty()) {
            report.outcome = Outcome::rejected;
            report.why = no_required(text::join(missing, ", "));
            return;
        }
        Map map = *record.map();
        const auto is_taken = [&](const std::string& path) { return taken_.contains(path); };
        const bool keeps_id =
            !row.id.empty() && model::is_id(row.id) && !is_taken(store::path_of({RecordKind::partner, row.id}));
        if (row.id.empty()) map.push_back(Member{"sources", Value{List{source_item(row)}}});
        const std::string id =
            keeps_id ? row.id : edit::free_id(is_taken, RecordKind::partner, text_at(record, "name"));
        const std::string path = store::path_of({RecordKind::partner, id});
        taken_.insert(path);
        report.record = "partners/" + id;
        made_[id] = i;
        pending_[path] = {std::nullopt, Value{std::move(map)}, {}, i};
        // Of what this notebook wrote itself nothing has to be learnt.
        if (row.id.empty()) remembered_[i] = remembered_of(without_telling(row.record));
    }

    void write_known(std::size_t i) {
        const Become& row = rows_.all[i];
        RowReport& report = plan_.rows[i];
        const std::string& id = targets_[i];
        report.record = "partners/" + id;
        if (request_.mode == Mode::only_new) {
            report.outcome = Outcome::left_out;
            return;
        }
        const store::Record<model::Partner>& known = *by_id_.at(id);
        const Value here = yaml::to_value(known.source->tree);
        const Seen* base = base_of(i);
        Value theirs = without_telling(news_of(row));
        const bool learns = request_.learn && decided_.contains(i);
        if (learns) theirs = without(theirs, "name");
        ThreeWay result =
            three_way(here, theirs, base == nullptr ? Seen{} : *base, verified_later(known.value), request_.mode);
        for (const Difference& difference : result.conflicts) {
            report.fields.push_back(difference.path);
            Conflict conflict{id, difference.path, row_key(row), {}};
            for (const Value& value : difference.theirs) conflict.theirs.push_back(main_text(value));
            conflicts_.push_back(std::move(conflict));
        }
        if (!result.conflicts.empty()) {
            report.outcome = Outcome::conflict;
            report.why = says_otherwise(in_words(result.conflicts));
            ++plan_.counts.conflicts;
        } else {
            report.outcome =
                result.edits.empty() ? (result.kept > 0 ? Outcome::kept : Outcome::same) : Outcome::updated;
        }
        if (result.conflicts.empty()) report.fields = result.changed;
        std::vector<edit::Edit> edits = std::move(result.edits);
        if (learns) {
            const std::string name = text_at(row.record, "name");
            result.remembered["name"] = {hash_of(normalised("name", Value{name}))};
            if (lexicon_.partner(name, {}) != id)
                edits.push_back({{{"aliases"}}, edit::Op::add, Value{List{Value{name}}}});
        }
        if (row.id.empty() && (request_.mode != Mode::only_fill || !edits.empty())) add_source(known.value, row, edits);
        if (!edits.empty()) {
            if (report.outcome == Outcome::same || report.outcome == Outcome::kept) report.outcome = Outcome::updated;
            pending_[known.source->path] = {known.source->text, {}, std::move(edits), i};
        }
        if (row.id.empty()) remembered_[i] = std::move(result.remembered);
    }

    static Value without(const Value& record, std::string_view key) {
        Map map;
        for (const Member& member : *record.map())
            if (member.key != key) map.push_back(member);
        return Value{std::move(map)};
    }

    // What the row says that the fiche's own export does not say already.
    static Value news_of(const Become& row) {
        if (row.unchanged.empty()) return row.record;
        Map map;
        for (const Member& member : *row.record.map())
            if (!row.unchanged.contains(member.key)) map.push_back(member);
        return Value{std::move(map)};
    }

    // The line of the last import: of this row, else of the fiche under a key that the file no longer has.
    [[nodiscard]] const Seen* base_of(std::size_t i) const {
        const auto own = memory_.rows.find(row_key(rows_.all[i]));
        if (own != memory_.rows.end() && own->second.partner == targets_[i]) return &own->second;
        if (const auto renumbered = no_longer_in_file_.find(targets_[i]); renumbered != no_longer_in_file_.end())
            return renumbered->second;
        const auto other = others_.find(row_key(rows_.all[i]));
        if (other != others_.end() && other->second.partner == targets_[i]) return &other->second;
        return nullptr;
    }

    [[nodiscard]] bool verified_later(const model::Partner& partner) const {
        if (!partner.verified || !partner.verified->on) return false;
        for (const model::Source& source : partner.sources)
            if (source.name == source_ && source.on) return *partner.verified->on > *source.on;
        return false;
    }

    // The fiche says where it is from; the day changes only with something else.
    void add_source(const model::Partner& partner, const Become& row, std::vector<edit::Edit>& edits) const {
        for (std::size_t s = 0; s < partner.sources.size(); ++s) {
            const model::Source& source = partner.sources[s];
            if (source.name != source_) continue;
            const std::string at = "sources." + std::to_string(s);
            if (!row.key.empty() && source.id != row.key)
                edits.push_back({*model::RecordPath::parse(at + ".id"), edit::Op::set, Value{row.key}});
            const std::string day = row.source_date.value_or(request_.today).iso();
            if (!edits.empty() && (!source.on || source.on->iso() != day))
                edits.push_back({*model::RecordPath::parse(at + ".on"), edit::Op::set, Value{day}});
            return;
        }
        edits.push_back({{{"sources"}}, edit::Op::add, Value{List{source_item(row)}}});
    }

    // ---- People ------------------------------------------------------------------------------------------------

    void write_people(std::size_t i) {
        const Become& row = rows_.all[i];
        RowReport& report = plan_.rows[i];
        if (row.people.empty() || !row.reasons.empty()) return;
        if (is_partner_row(row)) {
            if (report.record.empty() || report.outcome == Outcome::left_out || request_.mode == Mode::only_fill)
                return;
            const std::string partner = report.record.substr(report.record.find('/') + 1);
            for (const PersonRow& person : row.people) people_.of_partner(partner, person, row.row->line);
            return;
        }
        const PersonOutcome outcome = people_.take(row, request_.mode);
        if (request_.learn && !outcome.record.empty()) people_.learn(row.decision, row.organisation);
        report.outcome = outcome.outcome;
        report.record = outcome.record;
        report.why = outcome.why;
        report.candidates = outcome.candidates;
        report.fields = outcome.fields;
        if (!outcome.record.empty())
            if (const auto at = people_.pending().find(outcome.record + ".yaml"); at != people_.pending().end())
                at->second.row = i;
    }

    void files_of_people() {
        for (auto& [path, pending] : people_.pending()) {
            const auto at = pending_.find(path);
            if (at == pending_.end()) {
                pending_.emplace(path, std::move(pending));
            } else {
                // The contacts of a fiche that changes anyway.
                at->second.edits.insert(at->second.edits.end(), pending.edits.begin(), pending.edits.end());
            }
        }
        plan_.to_inform = people_.to_inform();
        for (Words& sentence : people_.passed_over()) plan_.notes.push_back(std::move(sentence));
    }

    // ---- Checking ----------------------------------------------------------------------------------------------

    [[nodiscard]] Result<std::string> text_of(const std::string& path, const Pending& pending) const {
        std::string text = pending.before.value_or("");
        if (!pending.before) {
            const auto ref = store::ref_at(path);
            text = edit::create(ref->kind, pending.record);
        }
        if (pending.edits.empty()) return text;
        return edit::apply(text, path, store::ref_at(path)->kind, pending.edits);
    }

    // A row whose record `cafe check` would refuse is set aside with its words.
    void refuse_what_check_refuses() {
        constexpr int most_rounds = 4;
        Findings found;
        for (int round = 0; round < most_rounds; ++round) {
            plan_.files.clear();
            std::set<std::string> refused_paths;
            for (const auto& [path, pending] : pending_) {
                auto text = text_of(path, pending);
                if (!text) {
                    refuse(path, text.error().message);
                    refused_paths.insert(path);
                    continue;
                }
                plan_.files.push_back({path, pending.before, std::move(*text)});
            }
            found = check::brought_in(book_, plan_.files);
            for (const Diagnostic& finding : found) {
                if (finding.rule->severity != Severity::error || !pending_.contains(finding.place.file)) continue;
                if (!refused_paths.insert(finding.place.file).second) continue;
                refuse(finding.place.file, finding.message);
            }
            // Somebody who was erased comes back by no list.
            for (const edit::Comeback& back : edit::comebacks(people_.erased(), plan_.files))
                if (pending_.contains(back.file) && refused_paths.insert(back.file).second)
                    refuse(back.file, erased_address(utf8::printable(back.address)));
            if (refused_paths.empty()) break;
            for (const std::string& path : refused_paths) pending_.erase(path);
        }
        std::map<std::string, std::pair<std::size_t, Words>> by_rule;
        for (const Diagnostic& finding : found) {
            if (finding.rule->severity != Severity::warning) continue;
            auto& entry = by_rule[std::string(finding.rule->code)];
            ++entry.first;
            entry.second = Words{std::string(finding.rule->title_fr), std::string(finding.rule->title_en)};
        }
        for (const auto& [code, entry] : by_rule)
            plan_.notes.push_back(warnings(remark(cafe::count(entry.first, warnings_noun), entry.second), code));
    }

    void refuse(const std::string& path, const Words& message) {
        const auto pending = pending_.find(path);
        if (pending == pending_.end() || pending->second.row >= plan_.rows.size()) return;
        RowReport& report = plan_.rows[pending->second.row];
        report.outcome = Outcome::rejected;
        report.why = message;
        report.record.clear();
        remembered_.erase(pending->second.row);
    }

    // ---- The end -----------------------------------------------------------------------------------------------

    void count() {
        Counts& counts = plan_.counts;
        counts = {};
        for (const RowReport& report : plan_.rows) switch (report.outcome) {
                case Outcome::made: ++counts.made; break;
                case Outcome::updated: ++counts.updated; break;
                case Outcome::same: ++counts.same; break;
                case Outcome::kept: ++counts.kept; break;
                case Outcome::conflict: ++counts.conflicts; break;
                case Outcome::unsure: ++counts.unsure; break;
                case Outcome::rejected: ++counts.rejected; break;
                case Outcome::twice: ++counts.twice; break;
                case Outcome::outside: ++counts.outside; break;
                case Outcome::left_out: ++counts.left_out; break;
            }
    }

    void gone() {
        if (table_.is_of_rejects() || request_.as != As::partners) return;
        std::set<std::string> found;
        for (const std::string& target : targets_)
            if (!target.empty()) found.insert(target);
        for (auto& [key, seen] : memory_.rows) {
            if (file_keys_.contains(key) || seen.partner == "-" || found.contains(seen.partner)) {
                if (file_keys_.contains(key)) seen.gone = 0;
                continue;
            }
            const auto known = by_id_.find(seen.partner);
            if (known == by_id_.end() || model::status_of(known->second->value.status) == model::Status::closed)
                continue;
            if (memory_.file != request_.digest) ++seen.gone;
            plan_.gone.push_back(fmt::format("partners/{} ({})", seen.partner, seen.gone));
        }
        std::sort(plan_.gone.begin(), plan_.gone.end());
    }

    void remember() {
        if (request_.as != As::partners) return;
        std::unordered_map<std::string, std::string> keys_before;  // by fiche
        for (const auto& [key, seen] : memory_.rows) keys_before.emplace(seen.partner, key);
        for (auto& [i, fields] : remembered_) {
            const RowReport& report = plan_.rows[i];
            if (report.record.empty()) continue;
            const std::string id = report.record.substr(report.record.find('/') + 1);
            const std::string key = row_key(rows_.all[i]);
            // A fiche whose row has another key now keeps one line.
            if (const auto old = keys_before.find(id);
                old != keys_before.end() && old->second != key && !file_keys_.contains(old->second))
                memory_.rows.erase(old->second);
            memory_.rows[key] = Seen{id, std::move(fields), 0};
        }
        const Memory before = read_memory(memory_before_);
        if (memory_.rows != before.rows || before.file.empty() || memory_.file != request_.digest) {
            if (!table_.is_of_rejects()) {
                memory_.file = request_.digest;
                memory_.count = rows_.all.size();
            }
            memory_.day = request_.today.iso();
        }
        if (!memory_.rows.empty()) put_file(memory_path(request_.name), memory_before_, write_memory(memory_));
        // What another file of the source left open stays.
        std::vector<Conflict> open = conflicts_;
        for (Conflict& conflict : read_conflicts(conflicts_before_)) {
            const bool seen_now = file_keys_.contains(conflict.key);
            if (!seen_now && by_id_.contains(conflict.partner)) open.push_back(std::move(conflict));
        }
        put_file(conflicts_path(request_.name), conflicts_before_, write_conflicts(open));
    }

    void put_file(const std::string& path, const std::string& before, const std::string& after) {
        if (before == after) return;
        plan_.files.push_back({path, before.empty() ? std::nullopt : std::optional(before),
                               after.empty() ? std::nullopt : std::optional(after)});
    }

    const store::Book& book_;
    const Table& table_;
    const model::ImportMapping& mapping_;
    const Rows& rows_;
    const Lexicon& lexicon_;
    const Request& request_;
    std::string source_;
    facts::LookalikeIndex index_;
    std::unordered_set<std::string> taken_;
    People people_;
    check::TellingCheck telling_{book_};
    std::unordered_map<std::string, const store::Record<model::Partner>*> by_id_;
    std::unordered_map<std::string, std::string> by_source_;

    Memory memory_;
    std::unordered_map<std::string, const Seen*> no_longer_in_file_;  // by fiche, of keys that the file has not
    std::map<std::string, Seen> others_;
    std::string memory_before_;
    std::string conflicts_before_;
    std::vector<std::string> targets_;
    std::set<std::size_t> by_likeness_;
    std::set<std::size_t> decided_;
    std::unordered_set<std::string> file_keys_;
    std::unordered_set<std::string> all_keys_;
    std::unordered_map<std::string, std::size_t> made_;
    std::map<std::string, Pending> pending_;
    std::map<std::size_t, std::map<std::string, std::vector<std::string>>> remembered_;
    std::vector<Conflict> conflicts_;
    Plan plan_;
};

}  // namespace

Result<Plan> plan_of(const store::Book& book, const Table& table, const model::ImportMapping& mapping, const Rows& rows,
                     const Lexicon& lexicon, const Request& request, const Files& files) {
    return Planner(book, table, mapping, rows, lexicon, request).run(files);
}

}  // namespace cafe::intake
