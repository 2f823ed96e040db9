#include "meetings/naming.hpp"

#include <algorithm>
#include <vector>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace cafe::meetings {

namespace {

constexpr Phrase<std::string> means_several{"« {} » peut désigner plusieurs fiches", "'{}' may mean several records"};
constexpr Phrase<std::string> say_which{"dire laquelle : {}", "say which: {}"};

bool holds_all(const std::string& name, const std::vector<std::string>& typed) {
    const std::string folded = fold::text(name);
    const auto words = text::words(folded);
    return !typed.empty() && std::all_of(typed.begin(), typed.end(), [&](const std::string& word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    });
}

Result<Named> the_one(std::vector<std::string> found, bool partner, std::string_view typed) {
    if (found.size() == 1) return partner ? Named{found.front(), ""} : Named{"", found.front()};
    constexpr std::size_t shown = 8;
    if (found.size() > shown) {
        found.resize(shown);
        found.emplace_back("…");
    }
    return Error{ErrorKind::reference, means_several(utf8::printable(typed)), say_which(text::join(found, ", "))};
}

}  // namespace

Result<Named> who_is(const store::Catalog& catalog, std::string_view typed) {
    const std::string id(text::trim(typed));
    if (catalog.partner(id) != nullptr) return Named{id, ""};
    if (catalog.person(id) != nullptr) return Named{"", id};
    const std::string whole = fold::text(typed);
    if (whole.empty()) return Named{};
    std::vector<std::string> typed_words;
    for (const std::string_view word : text::words(std::string_view(whole))) typed_words.emplace_back(word);
    std::vector<std::string> called;
    std::vector<std::string> partners;
    for (const store::PartnerEntry& entry : catalog.partners()) {
        const model::Partner& partner = entry.value;
        const bool exact = fold::text(partner.name) == whole ||
                           (!partner.short_name.empty() && fold::text(partner.short_name) == whole) ||
                           std::any_of(partner.aliases.begin(), partner.aliases.end(),
                                       [&](const std::string& alias) { return fold::text(alias) == whole; });
        if (exact) called.push_back(entry.id);
        if (holds_all(partner.name, typed_words)) partners.push_back(entry.id);
    }
    if (!called.empty()) return the_one(std::move(called), true, typed);
    std::vector<std::string> people;
    for (const auto& entry : catalog.people()) {
        if (fold::text(entry.value.name) == whole) called.push_back(entry.id);
        if (holds_all(entry.value.name, typed_words)) people.push_back(entry.id);
    }
    if (!called.empty()) return the_one(std::move(called), false, typed);
    if (!partners.empty()) return the_one(std::move(partners), true, typed);
    if (!people.empty()) return the_one(std::move(people), false, typed);
    return Named{};
}

std::string name_to_read_back(const store::Catalog& catalog, const std::string& id) {
    const store::PartnerEntry* partner = catalog.partner(id);
    const model::Person* person = partner == nullptr ? catalog.person(id) : nullptr;
    if (partner == nullptr && person == nullptr) return id;
    const std::string& name = partner != nullptr ? partner->value.name : person->name;
    // A colon parts the name from what follows it.
    const auto back = who_is(catalog, name);
    return back && back->id() == id && name.find(':') == std::string::npos ? name : id;
}

}  // namespace cafe::meetings
