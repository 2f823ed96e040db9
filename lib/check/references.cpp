#include "check/references.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "check/rules.hpp"
#include "model/values.hpp"

namespace cafe::check {

namespace {

using model::Folder;
using store::Book;
using store::Record;

constexpr std::array folders{Folder::partners, Folder::people, Folder::cafes, Folder::meetings};

std::string folder_name(Folder folder) {
    return std::string(store::folder_of(store::kind_in(folder)));
}

const yaml::Node* node_at(const store::Source& source, std::string_view key) {
    const yaml::Node* node = source.tree.find(key);
    return node != nullptr && node->kind == yaml::Kind::scalar ? node : nullptr;
}

Span span_of(const store::Source& source, std::string_view key) {
    const yaml::Node* node = node_at(source, key);
    return node == nullptr ? Span{} : node->span;
}

}  // namespace

ReferenceCheck::ReferenceCheck(const Book& book) {
    const auto add = [this](Folder folder, const std::string& id, const std::string& name) {
        Known& known = known_[folder];
        known.ids.insert(id);
        known.by_length[id.size()].push_back(id);
        call(known, id, name);
    };
    for (const auto& record : book.partners) {
        add(Folder::partners, record.id, record.value.name);
        if (record.value.short_name != record.value.name)
            call(known_[Folder::partners], record.id, record.value.short_name);
    }
    for (const auto& record : book.people) add(Folder::people, record.id, record.value.name);
    for (const auto& record : book.cafes) add(Folder::cafes, record.id, record.value.name);
    for (const auto& record : book.meetings) add(Folder::meetings, record.id, "");
    for (const auto& record : book.forgotten.value.records) forgotten_.insert(record.id);
    for (const store::Ref& ref : book.unreadable)
        for (const Folder folder : folders)
            if (store::kind_in(folder) == ref.kind) add(folder, ref.id, "");
}

void ReferenceCheck::call(Known& known, const std::string& id, const std::string& name) {
    if (name.empty()) return;
    const auto [at, is_new] = known.by_name.emplace(fold::text(name), id);
    if (!is_new) at->second.clear();
}

bool ReferenceCheck::exists(const model::Field& field, const std::string& id) const {
    if (forgotten_.contains(id)) return true;
    for (const Folder folder : {field.folder, field.other_folder}) {
        const auto known = known_.find(folder);
        if (known != known_.end() && known->second.ids.contains(id)) return true;
    }
    return false;
}

std::string ReferenceCheck::seek(Folder folder, const std::string& written) {
    const auto at = known_.find(folder);
    if (at == known_.end()) return "";
    const Known& known = at->second;
    if (const auto named = known.by_name.find(fold::text(written));
        named != known.by_name.end() && !named->second.empty())
        return named->second;
    const std::string slug = fold::slug(written);
    if (known.ids.contains(slug)) return slug;
    if (slug.empty() || ++sought_ > most_proposals) return "";
    constexpr std::size_t farthest = 3;  // letters, as text::nearest
    std::vector<std::string> candidates;
    const std::size_t shortest = slug.size() > farthest ? slug.size() - farthest : 1;
    for (auto ids = known.by_length.lower_bound(shortest); ids != known.by_length.end(); ++ids) {
        if (ids->first > slug.size() + farthest) break;
        candidates.insert(candidates.end(), ids->second.begin(), ids->second.end());
    }
    std::sort(candidates.begin(), candidates.end());
    return text::nearest(slug, candidates).value_or("");
}

const std::string& ReferenceCheck::proposal(const model::Field& field, const std::string& written) {
    const auto [at, is_new] = proposals_.try_emplace({field.folder, written});
    if (!is_new) return at->second;
    at->second = seek(field.folder, written);
    if (at->second.empty() && field.other_folder != Folder::none) at->second = seek(field.other_folder, written);
    return at->second;
}

void ReferenceCheck::value(const store::Met& met, Report& report) {
    static constexpr Phrase<std::string, std::string> unknown{"aucune fiche « {0} » dans {1}",
                                                              "no record '{0}' in {1}"};
    static constexpr Phrase<std::string, std::string> nearly{"« {0} » n'est pas une fiche de {1}, mais presque",
                                                             "'{0}' is not quite a record of {1}"};
    static constexpr Phrase<std::string> make_one{
        "écrire le nom d'un fichier de {} sans .yaml, ou faire d'abord cette fiche",
        "write the name of a file of {} without .yaml, or make that record first"};
    const model::Field& field = *met.field;
    const std::string* written = said(met);
    if (field.type != model::Type::reference || written == nullptr || exists(field, *written)) return;
    if (field.or_words) {
        // Words have blanks or capitals; what has the form of an id and nearly is one is a slip.
        if (!model::is_id(*written) || Date::parse(*written)) return;
        const std::string& near = proposal(field, *written);
        if (!near.empty())
            report.add(rule::nearly_a_record, met.node.span, nearly(*written, folder_name(field.folder)),
                       did_you_mean(near));
        return;
    }
    const std::string& near = proposal(field, *written);
    const std::string folder = folder_name(field.folder);
    report.add(rule::unknown_record, met.node.span, unknown(shown(*written), folder),
               near.empty() ? make_one(folder) : did_you_mean(near));
}

bool moves_parent(const store::Source* before, const store::Source* after) {
    const auto parent_of = [](const store::Source* source) {
        const yaml::Node* node = source == nullptr ? nullptr : node_at(*source, "parent");
        return node == nullptr ? std::string() : node->text;
    };
    return parent_of(before) != parent_of(after);
}

void check_parents(const Book& book, Findings& found) {
    static constexpr Phrase<std::string> itself{"« {} » dépend d'elle-même", "'{}' belongs to itself"};
    static constexpr Phrase<std::string, std::string> in_a_ring{"« {0} » dépend d'elle-même : {1}",
                                                                "'{0}' belongs to itself: {1}"};
    static constexpr Phrase<> cut{"enlever la ligne parent de l'une d'elles", "remove the parent line of one of them"};
    enum class State { fresh, open, done };
    std::map<std::string_view, State> states;
    for (const auto& start : book.partners) {
        std::vector<const Record<model::Partner>*> trail;
        const auto* at = &start;
        while (at != nullptr && states[at->id] == State::fresh) {
            states[at->id] = State::open;
            trail.push_back(at);
            at = at->value.parent.empty() ? nullptr : store::find(book.partners, at->value.parent);
        }
        if (at != nullptr && states[at->id] == State::open) {
            std::vector<std::string> ring;
            const auto first = std::find(trail.begin(), trail.end(), at);
            for (auto record = first; record != trail.end(); ++record) ring.push_back((*record)->id);
            ring.push_back(at->id);
            Report report(*at->source, found);
            const Words message = ring.size() == 2 ? itself(at->id) : in_a_ring(at->id, text::join(ring, " → "));
            report.add(rule::points_to_itself, span_of(*at->source, "parent"), message, cut());
        }
        for (const auto* record : trail) states[record->id] = State::done;
    }
}

namespace {

constexpr std::string_view network_word = "reseau";

// "2026-11-06-fumel-2" → its date and "fumel-2"; nothing for a name of another form.
struct MeetingName {
    Date date;
    std::string_view rest;
};

std::optional<MeetingName> parse_meeting_name(std::string_view id) {
    constexpr std::size_t length = 10;
    const auto date = Date::parse(id.substr(0, length));
    if (!date || id.size() < length + 2 || id[length] != '-') return std::nullopt;
    return MeetingName{*date, id.substr(length + 1)};
}

// "fumel", "fumel-2"; a café's id may itself end in a number.
bool says_cafe(std::string_view rest, std::string_view cafe) {
    const std::string_view due = cafe.empty() ? network_word : cafe;
    if (!rest.starts_with(due)) return false;
    rest.remove_prefix(due.size());
    return rest.empty() || (rest.size() > 1 && rest.front() == '-' && text::is_digits(rest.substr(1)));
}

void check_meeting_name(const Record<model::Meeting>& meeting, Findings& found) {
    static constexpr Phrase<std::string> unusual{"« {} » ne dit pas la date et le café",
                                                 "'{}' does not say date and café"};
    static constexpr Phrase<std::string> rename{"« {} » se rangerait à sa date", "'{}' would sort by its date"};
    static constexpr Phrase<> by_date{"nommer le fichier par la date et le café : 2026-11-06-fumel",
                                      "name the file by date and café: 2026-11-06-fumel"};
    static constexpr Phrase<std::string, std::string> other_date{"la réunion est du {0}, son fichier dit {1}",
                                                                 "the meeting is on {0}, its file says {1}"};
    static constexpr Phrase<std::string, std::string> other_cafe{"la réunion est de « {0} », son fichier dit « {1} »",
                                                                 "the meeting belongs to '{0}', its file says '{1}'"};
    static constexpr Phrase<> moved{"rien à faire si la réunion a été déplacée ; sinon corriger la fiche",
                                    "nothing to do when the meeting was moved; else put the record right"};
    Report report(*meeting.source, found);
    const auto& [id, value, source] = meeting;
    const auto name = parse_meeting_name(id);
    const std::string cafe = value.cafe.empty() ? std::string(network_word) : value.cafe;
    if (!name) {
        const Words remedy = value.date ? rename(value.date->iso() + "-" + cafe) : by_date();
        return report.add_on_record(rule::meeting_file_name, unusual(id), remedy);
    }
    if (value.date && *value.date != name->date)
        report.add(rule::meeting_elsewhere, span_of(*source, "date"), other_date(value.date->iso(), name->date.iso()),
                   moved());
    if (!says_cafe(name->rest, value.cafe))
        report.add(rule::meeting_elsewhere, span_of(*source, "cafe"), other_cafe(cafe, std::string(name->rest)),
                   moved());
}

}  // namespace

void check_meeting_names(const Book& book, Findings& found) {
    for (const auto& meeting : book.meetings) check_meeting_name(meeting, found);
}

}  // namespace cafe::check
