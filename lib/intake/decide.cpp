#include "intake/decide.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "edit/edit.hpp"
#include "intake/three_way.hpp"
#include "model/fields.hpp"

namespace cafe::intake {

namespace {

bool is_list(const std::string& path) {
    const auto parsed = model::RecordPath::parse(path);
    const auto target = parsed ? model::target_of(model::partner_shape(), *parsed) : std::nullopt;
    return target && target->field->list && !target->item;
}

constexpr Phrase<std::string, std::string> taken{"{} : {} : repris de la source", "{}: {}: taken from the source"};
constexpr Phrase<std::string, std::string> kept{"{} : {} : gardé", "{}: {}: kept"};

}  // namespace

Decision decision_of(const std::string& word, Side side) {
    std::string plain = word.starts_with("partners/") ? word.substr(9) : word;
    const std::size_t dot = plain.find('.');
    if (dot == std::string::npos) return {plain, "", side};
    return {plain.substr(0, dot), plain.substr(dot + 1), side};
}

Result<Decided> decide(const store::Book& book, const std::vector<Left>& left, const std::vector<Decision>& decisions) {
    static constexpr Phrase<std::string> none_open{"aucun conflit ouvert pour « {} »", "no open conflict for '{}'"};
    static constexpr Phrase<> look{"cafe import --status les montre", "cafe import --status shows them"};
    Decided out;
    std::map<std::string, std::vector<edit::Edit>> edits;
    std::vector<bool> met(decisions.size(), false);
    for (const Left& one : left) {
        Memory memory = read_memory(one.memory);
        std::vector<Conflict> open;
        bool touched = false;
        for (Conflict& conflict : read_conflicts(one.conflicts)) {
            const auto decision = std::find_if(decisions.begin(), decisions.end(), [&](const Decision& candidate) {
                return candidate.partner == conflict.partner &&
                       (candidate.field.empty() || candidate.field == conflict.field);
            });
            if (decision == decisions.end()) {
                open.push_back(std::move(conflict));
                continue;
            }
            met[static_cast<std::size_t>(decision - decisions.begin())] = true;
            touched = true;
            List values;
            std::vector<std::string> hashes;
            for (const std::string& text : conflict.theirs) {
                values.push_back(Value{text});
                hashes.push_back(hash_of(normalised(conflict.field, Value{text})));
            }
            std::sort(hashes.begin(), hashes.end());
            memory.rows[conflict.key].partner = conflict.partner;
            memory.rows[conflict.key].fields[conflict.field] = std::move(hashes);
            const bool theirs = decision->side == Side::theirs;
            out.said.push_back((theirs ? taken : kept)("partners/" + conflict.partner, conflict.field));
            if (!theirs || values.empty()) continue;
            const model::RecordPath path = *model::RecordPath::parse(conflict.field);
            if (is_list(conflict.field))
                edits[conflict.partner].push_back({path, edit::Op::set, Value{std::move(values)}});
            else
                edits[conflict.partner].push_back({path, edit::Op::set, values.front()});
        }
        if (!touched) continue;
        const auto put = [&](const std::string& path, const std::string& before, const std::string& after) {
            if (before == after) return;
            out.files.push_back({path, before.empty() ? std::nullopt : std::optional(before),
                                 after.empty() ? std::nullopt : std::optional(after)});
        };
        put(conflicts_path(one.name), one.conflicts, write_conflicts(open));
        put(memory_path(one.name), one.memory, write_memory(memory));
    }
    for (std::size_t i = 0; i < decisions.size(); ++i)
        if (!met[i]) {
            const Decision& decision = decisions[i];
            const std::string word = decision.partner + (decision.field.empty() ? "" : "." + decision.field);
            return Error{ErrorKind::reference, none_open(utf8::printable(word)), look()};
        }
    for (const auto& [id, changes] : edits) {
        const auto* record = store::find(book.partners, id);
        if (record == nullptr) continue;
        auto text = edit::apply(*record->source, changes);
        if (!text) return text.error();
        out.files.push_back({record->source->path, record->source->text, std::move(*text)});
    }
    return out;
}

}  // namespace cafe::intake
