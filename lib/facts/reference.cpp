#include "facts/reference.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/did_you_mean.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/values.hpp"
#include "store/layout.hpp"

namespace cafe::facts {

namespace {

using model::RecordKind;

constexpr Phrase<std::string> unknown_ref{"aucune fiche « {} »", "no record '{}'"};
constexpr Phrase<std::string> ambiguous_ref{"« {} » désigne plusieurs fiches", "'{}' names several records"};
constexpr Phrase<std::string> unreadable_ref{"la fiche {} ne peut pas être lue", "record {} cannot be read"};
constexpr Phrase<std::string> say_which{"préciser : {}", "say which: {}"};
constexpr Phrase<> see_list{"« cafe list » les montre toutes", "'cafe list' shows them all"};
constexpr Phrase<std::string> run_check{"« cafe check {} » dit pourquoi", "'cafe check {}' says why"};
constexpr Phrase<std::string> none_to_come{"aucune réunion à venir pour {}", "no meeting ahead for {}"};
constexpr Phrase<std::string> none_past{"aucune réunion passée pour {}", "no past meeting for {}"};
constexpr Phrase<> prepare_on{"en préparer une : cafe meeting new reseau --date AAAA-MM-JJ",
                              "prepare one: cafe meeting new reseau --date YYYY-MM-DD"};
constexpr Phrase<std::string> prepare_one{"en préparer une : cafe meeting new {} --next",
                                          "prepare one: cafe meeting new {} --next"};

Error reference(Words message, Words remedy) {
    return Error{ErrorKind::reference, std::move(message), std::move(remedy)};
}

struct Named {
    store::Ref ref;
    std::vector<std::string> names;  // folded
};

std::vector<Named> all_named(const store::Catalog& catalog) {
    std::vector<Named> all;
    const auto add = [&](RecordKind kind, const std::string& id, const std::string& name) -> Named& {
        Named& named = all.emplace_back();
        named.ref.kind = kind;
        named.ref.id = id;
        named.names.push_back(fold::text(name));
        return named;
    };
    for (const store::PartnerEntry& entry : catalog.partners()) {
        Named& named = add(RecordKind::partner, entry.id, entry.value.name);
        named.names.push_back(fold::text(entry.value.short_name));
        for (const std::string& alias : entry.value.aliases) named.names.push_back(fold::text(alias));
    }
    for (const auto& entry : catalog.people()) add(RecordKind::person, entry.id, entry.value.name);
    for (const auto& entry : catalog.cafes()) add(RecordKind::cafe, entry.id, entry.value.name);
    for (const auto& entry : catalog.meetings()) add(RecordKind::meeting, entry.id, entry.value.title);
    return all;
}

// Every word that was typed stands in the name, in any order.
bool has_words(const std::string& name, const std::vector<std::string_view>& wanted) {
    const auto words = text::words(name);
    return !words.empty() && std::all_of(wanted.begin(), wanted.end(), [&](std::string_view word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    });
}

Result<store::Ref> the_one(const std::vector<store::Ref>& found, std::string_view text) {
    if (found.size() == 1) return found.front();
    constexpr std::size_t shown = 8;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(shown, found.size()); ++i) names.push_back(store::name_of(found[i]));
    if (found.size() > shown) names.emplace_back("…");
    return reference(ambiguous_ref(std::string(text)), say_which(text::join(names, ", ")));
}

// `fumel:next` and `fumel:last`: by date from today on, and until today; one that did not take place is neither.
Result<store::Ref> meeting_of(const store::Catalog& catalog, const std::string& cafe, const std::string& which,
                              const Date& day) {
    const std::string* found = nullptr;
    std::optional<Date> best;
    for (const auto& entry : catalog.meetings()) {
        const model::Meeting& meeting = entry.value;
        if (!meeting.date || meeting.cafe != (cafe == "reseau" ? "" : cafe)) continue;
        if (which == "next" ? *meeting.date < day : *meeting.date > day) continue;
        if (meeting.status == "cancelled" || meeting.status == "postponed") continue;
        if (best && (which == "next" ? *best <= *meeting.date : *best >= *meeting.date)) continue;
        best = meeting.date;
        found = &entry.id;
    }
    if (found == nullptr)
        return which == "next" ? reference(none_to_come(cafe), cafe == "reseau" ? prepare_on() : prepare_one(cafe))
                               : reference(none_past(cafe), {});
    return store::Ref{RecordKind::meeting, *found};
}

Result<store::Ref> existing(const store::Catalog& catalog, const store::Ref& ref) {
    const auto& unreadable = catalog.unreadable_records();
    if (std::binary_search(unreadable.begin(), unreadable.end(), ref))
        return reference(unreadable_ref(store::name_of(ref)), run_check(store::path_of(ref)));
    if (catalog.tree(ref) != nullptr) return ref;
    return reference(unknown_ref(store::name_of(ref)), see_list());
}

constexpr std::array folders{RecordKind::partner, RecordKind::person, RecordKind::cafe, RecordKind::meeting};

std::vector<store::Ref> with_id(const store::Catalog& catalog, const std::string& id) {
    std::vector<store::Ref> found;
    const auto& unreadable = catalog.unreadable_records();
    for (const RecordKind kind : folders) {
        const store::Ref ref{kind, id};
        if (catalog.tree(ref) != nullptr || std::binary_search(unreadable.begin(), unreadable.end(), ref))
            found.push_back(ref);
    }
    return found;
}

}  // namespace

Result<store::Ref> resolve(const store::Catalog& catalog, std::string_view typed, bool prefix, const Date& day) {
    const std::string text(text::trim(typed));
    if (const auto ref = store::ref_at(text.ends_with(".yaml") ? text : text + ".yaml");
        ref && (text.find('/') != std::string::npos || ref->id.empty()))
        return ref->id.empty() || model::is_id(store::own_id(ref->id))
                   ? existing(catalog, *ref)
                   : reference(unknown_ref(utf8::printable(text)), see_list());
    if (const std::size_t colon = text.find(':'); colon != std::string::npos) {
        const std::string which = text.substr(colon + 1);
        if (which == "next" || which == "last") return meeting_of(catalog, text.substr(0, colon), which, day);
    }
    if (const auto found = with_id(catalog, text); !found.empty()) {
        if (found.size() > 1) return the_one(found, text);
        return existing(catalog, found.front());
    }
    const std::string folded = fold::text(text);
    const auto wanted = text::words(folded);
    std::vector<store::Ref> exact;
    std::vector<store::Ref> worded;
    std::vector<store::Ref> begun;
    std::vector<std::string> ids;
    for (const Named& named : all_named(catalog)) {
        ids.push_back(named.ref.id);
        if (prefix && !text.empty() && named.ref.id.starts_with(text)) begun.push_back(named.ref);
        if (wanted.empty()) continue;
        if (std::find(named.names.begin(), named.names.end(), folded) != named.names.end()) exact.push_back(named.ref);
        if (std::any_of(named.names.begin(), named.names.end(),
                        [&](const std::string& name) { return has_words(name, wanted); }))
            worded.push_back(named.ref);
    }
    for (const auto* found : {&exact, &worded, &begun})
        if (!found->empty()) return the_one(*found, utf8::printable(text));
    const auto near = text::nearest(text, ids);
    return reference(unknown_ref(utf8::printable(text)), near ? did_you_mean(*near) : see_list());
}

}  // namespace cafe::facts
