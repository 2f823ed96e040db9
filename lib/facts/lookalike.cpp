#include "facts/lookalike.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "base/ascii.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "model/values.hpp"

namespace cafe::facts {

namespace {

using Tokens = std::vector<std::string>;  // sorted, without twins

// A line that more fiches bear is a switchboard's: it says nothing about who they are.
constexpr std::size_t most_bearers = 3;
// How far within a group of equal keys: all of a small one, and of a large one enough to be found.
constexpr std::size_t window = 8;
// A word of a name that more records bear is no key.
constexpr std::size_t most_word_bearers = 12;

// ---- What is compared ----------------------------------------------------------------------------------------------

struct Traits {
    std::string_view id;
    std::vector<std::string> names;   // as said: the name first, then aliases
    std::vector<Tokens> name_tokens;  // of each
    std::string acronym;              // folded
    std::vector<std::string> phones;  // as dialled
    std::vector<std::string> emails;
    std::string siret;
    std::string website;
    std::string street;
    std::string commune;
    std::string postcode;
    std::string kind;
    const model::Partner* partner = nullptr;
};

void add_unique(std::vector<std::string>& list, std::string text) {
    if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
}

void make_set(Tokens& tokens) {
    std::sort(tokens.begin(), tokens.end());
    tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
}

Tokens words_in(const std::string& text) {
    constexpr std::size_t longest = 1000;
    const std::string slug = fold::slug(text, longest);
    const auto parts = text::split(slug, '-');
    Tokens words;
    for (fold::Word& word : fold::words(text)) {
        // An id keeps nothing of « Наталя »; of words in our letters it leaves out the little ones.
        const bool plain = std::all_of(word.folded.begin(), word.folded.end(),
                                       [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
        if (plain && std::find(parts.begin(), parts.end(), word.folded) == parts.end()) continue;
        words.emplace_back(word.folded == "st" ? "saint" : word.folded == "ste" ? "sainte" : std::move(word.folded));
    }
    return words;
}

using Acronyms = std::unordered_map<std::string, Tokens>;  // folded letters → the words they stand for

Acronyms acronyms_of(const model::Vocabulary& vocabulary) {
    Acronyms acronyms;
    for (const model::Acronym& acronym : vocabulary.acronyms)
        acronyms.emplace(fold::slug(acronym.letters), words_in(acronym.meaning));
    return acronyms;
}

// The words of a name that tell it from others. "CCAS de Fumel" and "Centre communal d'action sociale de Fumel" give
// the same: an acronym that is known stands for its words.
Tokens tokens_of(const std::string& name, const Acronyms& acronyms) {
    Tokens tokens;
    for (std::string& word : words_in(name)) {
        const auto known = acronyms.find(word);
        if (known == acronyms.end())
            tokens.push_back(std::move(word));
        else
            tokens.insert(tokens.end(), known->second.begin(), known->second.end());
    }
    make_set(tokens);
    return tokens;
}

std::string plain_address(std::string_view email) {
    std::string out = ascii::lower(text::trim(email));
    return out.find('@') == std::string::npos ? std::string() : out;
}

std::string dialled(const std::string& number) {
    const auto phone = model::to_phone(number);
    return phone && !phone->is_short ? phone->dial : std::string();
}

std::string plain_site(std::string_view url) {
    std::string out = plain_address("@" + std::string(url)).substr(1);
    for (const std::string_view start : {"https://", "http://", "www."})
        if (out.starts_with(start)) out.erase(0, start.size());
    while (out.ends_with('/')) out.pop_back();
    return out;
}

// A SIRET is written in groups, or not.
std::string without_blanks(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c != ' ') out.push_back(c);
    return out;
}

Traits traits_of(std::string_view id, const model::Partner& partner, const Acronyms& acronyms) {
    Traits traits;
    traits.id = id;
    traits.partner = &partner;
    traits.names.push_back(partner.name);
    for (const std::string& alias : partner.aliases) add_unique(traits.names, alias);
    for (const std::string& name : traits.names) traits.name_tokens.push_back(tokens_of(name, acronyms));
    traits.acronym = fold::text(partner.short_name);
    for (const model::Phone& phone : partner.phones) add_unique(traits.phones, dialled(phone.number));
    for (const model::Email& email : partner.emails) add_unique(traits.emails, plain_address(email.address));
    traits.website = plain_site(partner.website);
    traits.kind = partner.kind == "autre" ? "" : partner.kind;
    if (partner.address && partner.address->confidential.value_or(false)) return traits;
    traits.siret = without_blanks(partner.siret);
    if (!partner.address) return traits;
    traits.street = fold::place(partner.address->street);
    traits.commune = fold::place(partner.address->commune);
    traits.postcode = partner.address->postcode;
    return traits;
}

Traits traits_of(std::string_view id, const model::Person& person) {
    Traits traits;
    traits.id = id;
    traits.names.push_back(person.name);
    traits.name_tokens.push_back(tokens_of(person.name, {}));
    for (const model::PersonPhone& phone : person.phones) add_unique(traits.phones, dialled(phone.number));
    for (const model::PersonEmail& email : person.emails) add_unique(traits.emails, plain_address(email.address));
    return traits;
}

// ---- How alike two are ---------------------------------------------------------------------------------------------

std::string shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    for (const std::string& value : a)
        if (std::find(b.begin(), b.end(), value) != b.end()) return value;
    return {};
}

bool contains(const Tokens& whole, const Tokens& part) {
    return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

// One letter more, less or other, in one word of at least five.
bool one_slip(const Tokens& a, const Tokens& b) {
    constexpr std::size_t shortest = 5;
    Tokens only_a;
    Tokens only_b;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(only_a));
    std::set_difference(b.begin(), b.end(), a.begin(), a.end(), std::back_inserter(only_b));
    return only_a.size() == 1 && only_b.size() == 1 && only_a[0].size() >= shortest && only_b[0].size() >= shortest &&
           text::edit_distance(only_a[0], only_b[0], 1) <= 1;
}

// "M. Delmas", "Marie D.": the words that are whole agree, the rest are initials of the others.
bool is_shortened(const Tokens& a, const Tokens& b) {
    if (a.size() != b.size()) return false;
    Tokens only_a;
    Tokens only_b;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(only_a));
    std::set_difference(b.begin(), b.end(), a.begin(), a.end(), std::back_inserter(only_b));
    if (only_a.size() != 1 || only_b.size() != 1 || a.size() < 2) return false;
    const bool first_is_short = only_a[0].size() == 1;
    const std::string& small = first_is_short ? only_a[0] : only_b[0];
    return small.size() == 1 && (first_is_short ? only_b[0] : only_a[0]).starts_with(small);
}

struct Naming {
    bool equal = false;    // name or alias
    bool similar = false;  // one has more words, or a slip of the pen
};

Naming compare_names(const Traits& a, const Traits& b, std::vector<Agreement>& agree) {
    constexpr std::size_t fewest_words = 2;
    Naming naming;
    for (std::size_t i = 0; i < a.names.size(); ++i) {
        for (std::size_t j = 0; j < b.names.size(); ++j) {
            const Tokens& left = a.name_tokens[i];
            const Tokens& right = b.name_tokens[j];
            if (left.empty() || right.empty()) continue;
            if (left == right) {
                agree.push_back({i == 0 && j == 0 ? Trait::name : Trait::alias, b.names[j]});
                naming.equal = true;
                return naming;
            }
            const bool part_of =
                std::min(left.size(), right.size()) >= fewest_words && (contains(left, right) || contains(right, left));
            naming.similar = naming.similar || part_of || one_slip(left, right) || is_shortened(left, right);
        }
    }
    if (naming.similar) agree.push_back({Trait::similar_name, b.names.front()});
    return naming;
}

enum class Where { same, unknown, apart };

Where compare_places(const Traits& a, const Traits& b) {
    if (a.commune.empty() || b.commune.empty()) return Where::unknown;
    if (a.commune == b.commune) return Where::same;
    // A former commune keeps its name beside the new one's.
    return !a.postcode.empty() && a.postcode == b.postcode && !a.street.empty() && a.street == b.street ? Where::same
                                                                                                        : Where::apart;
}

bool know_each_other(const model::Partner& a, std::string_view a_id, const model::Partner& b, std::string_view b_id) {
    const auto names = [](const model::Partner& partner, std::string_view id) {
        return !id.empty() && (partner.parent == id || std::find(partner.see_also.begin(), partner.see_also.end(),
                                                                 id) != partner.see_also.end());
    };
    return names(a, b_id) || names(b, a_id) || (!a.parent.empty() && a.parent == b.parent);
}

// How many records bear a value: phones, e-mails, SIRET.
using Bearers = std::unordered_map<std::string, std::size_t>;

bool is_rare(const Bearers& bearers, const std::string& value) {
    const auto found = bearers.find(value);
    return found == bearers.end() || found->second <= most_bearers;
}

struct Verdict {
    Likeness likeness = Likeness::different;
    std::vector<Agreement> agree;
};

Verdict compare_partners(const Traits& a, const Traits& b, const Bearers& bearers) {
    Verdict verdict;
    if (know_each_other(*a.partner, a.id, *b.partner, b.id)) return verdict;
    const Naming naming = compare_names(a, b, verdict.agree);
    const Where where = compare_places(a, b);
    int strong = 0;
    const auto note = [&](Trait trait, std::string value, bool counts) {
        verdict.agree.push_back({trait, std::move(value)});
        strong += counts ? 1 : 0;
    };
    const bool acronym = !a.acronym.empty() && a.acronym == b.acronym;
    if (acronym) note(Trait::acronym, b.acronym, false);
    const bool siret = !a.siret.empty() && a.siret == b.siret;
    if (siret) note(Trait::siret, b.siret, true);
    const std::string phone = shared(a.phones, b.phones);
    if (!phone.empty()) note(Trait::phone, phone, is_rare(bearers, phone));
    const std::string email = shared(a.emails, b.emails);
    if (!email.empty()) note(Trait::email, email, is_rare(bearers, email));
    const bool website = !a.website.empty() && a.website == b.website;
    if (website) note(Trait::website, b.website, false);
    const bool address = where == Where::same && !a.street.empty() && a.street == b.street;
    if (address) note(Trait::address, "", true);

    const bool other_kind = !a.kind.empty() && !b.kind.empty() && a.kind != b.kind;
    const bool other_siret = !a.siret.empty() && !b.siret.empty() && !siret;
    const auto judge = [&] {
        if (where == Where::apart) {
            // One house with two doors, or two houses of one name: only much agreement makes it a question.
            const bool much = siret || (!phone.empty() && !email.empty() && is_rare(bearers, email));
            return naming.equal && much ? Likeness::unsure : Likeness::different;
        }
        if (naming.equal) {
            const bool shown = strong > 0 || (website && where == Where::same);
            return shown ? Likeness::same : Likeness::unsure;
        }
        if (siret) return naming.similar || acronym ? Likeness::same : Likeness::unsure;
        if (naming.similar && strong >= 2) return Likeness::same;
        if ((naming.similar || acronym) && strong >= 1) return Likeness::unsure;
        return strong >= 2 && where == Where::same ? Likeness::unsure : Likeness::different;
    };
    verdict.likeness = judge();
    // Two doors of one house in one town: two fiches may be meant.
    const bool other_street = !address && !siret && !a.street.empty() && !b.street.empty();
    if (verdict.likeness == Likeness::same && (other_kind || other_siret || other_street))
        verdict.likeness = Likeness::unsure;
    if (verdict.likeness == Likeness::unsure && other_siret && !naming.equal) verdict.likeness = Likeness::different;
    return verdict;
}

// A mailbox that bears a word of somebody's name is that person's; accueil@ is a house's.
bool is_of(const std::string& email, const Traits& person) {
    constexpr std::size_t shortest = 3;
    const std::string box = fold::slug(email.substr(0, email.find('@')), model::longest_id);
    const auto words = text::split(box, '-');
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        const Tokens& name = person.name_tokens.front();
        return word.size() >= shortest && std::any_of(name.begin(), name.end(), [&](const std::string& token) {
                   return token.size() >= shortest && word.find(token) != std::string_view::npos;
               });
    });
}

Verdict compare_people(const Traits& a, const Traits& b, const Bearers&) {
    Verdict verdict;
    const Naming naming = compare_names(a, b, verdict.agree);
    const std::string phone = shared(a.phones, b.phones);
    if (!phone.empty()) verdict.agree.push_back({Trait::phone, phone});
    const std::string email = shared(a.emails, b.emails);
    if (!email.empty()) verdict.agree.push_back({Trait::email, email});
    const bool reached = !phone.empty() || !email.empty();
    if (naming.equal || naming.similar) {
        verdict.likeness = reached ? Likeness::same : Likeness::unsure;
        // "Marie Delmas" and "Jeanne Marie Delmas" in two towns are two.
        if (!naming.equal && !reached && a.name_tokens.front().size() != b.name_tokens.front().size())
            verdict.likeness = Likeness::different;
        return verdict;
    }
    if (!email.empty() && (is_of(email, a) || is_of(email, b))) verdict.likeness = Likeness::unsure;
    return verdict;
}

// ---- Which are compared --------------------------------------------------------------------------------------------

std::string name_key(const Traits& traits, std::size_t name, const std::string& commune) {
    return "n:" + text::join(traits.name_tokens[name], " ") + "|" + commune;
}

// All that makes two records worth comparing, but words of names, which have to be rare first.
std::vector<std::string> keys_of(const Traits& traits) {
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < traits.names.size(); ++i) {
        if (traits.name_tokens[i].empty()) continue;
        keys.push_back(name_key(traits, i, traits.commune));
        keys.push_back(name_key(traits, i, ""));
    }
    for (const std::string& phone : traits.phones) keys.push_back("p:" + phone);
    for (const std::string& email : traits.emails) keys.push_back("m:" + email);
    if (!traits.siret.empty()) keys.push_back("s:" + traits.siret);
    if (!traits.acronym.empty()) keys.push_back("c:" + traits.acronym + "|" + traits.commune);
    if (!traits.street.empty()) keys.push_back("a:" + traits.street + "|" + traits.commune);
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

Tokens words_of(const Traits& traits) {
    Tokens words;
    for (const Tokens& tokens : traits.name_tokens) words.insert(words.end(), tokens.begin(), tokens.end());
    make_set(words);
    return words;
}

Bearers bearers_in(const std::vector<Traits>& all) {
    Bearers bearers;
    for (const Traits& traits : all) {
        for (const std::string& phone : traits.phones) ++bearers[phone];
        for (const std::string& email : traits.emails) ++bearers[email];
    }
    return bearers;
}

using Groups = std::unordered_map<std::string, std::vector<std::size_t>>;

Groups groups_of(const std::vector<Traits>& all) {
    Groups groups;
    Groups words;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::string& key : keys_of(all[i])) groups[std::move(key)].push_back(i);
        for (std::string& word : words_of(all[i])) words["w:" + std::move(word)].push_back(i);
    }
    for (auto& [word, bearers] : words)
        if (bearers.size() <= most_word_bearers) groups[word] = std::move(bearers);
    return groups;
}

template <class Compare>
std::vector<Twins> twins_among(const std::vector<Traits>& all, Compare compare) {
    const Bearers bearers = bearers_in(all);
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (const auto& [key, group] : groups_of(all))
        for (std::size_t i = 0; i < group.size(); ++i)
            for (std::size_t j = i + 1; j < std::min(group.size(), i + 1 + window); ++j)
                pairs.emplace_back(group[i], group[j]);
    // The order of a hash map ends here.
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    std::vector<Twins> found;
    for (const auto& [a, b] : pairs) {
        Verdict verdict = compare(all[a], all[b], bearers);
        if (verdict.likeness == Likeness::different) continue;
        found.push_back({std::string(all[a].id), std::string(all[b].id), verdict.likeness, std::move(verdict.agree)});
    }
    return found;
}

template <class Compare>
std::vector<Lookalike> lookalikes_among(const std::vector<Traits>& all, const Traits& one, Compare compare) {
    const Bearers bearers = bearers_in(all);
    std::vector<Lookalike> found;
    for (const Traits& other : all) {
        if (!one.id.empty() && other.id == one.id) continue;
        Verdict verdict = compare(one, other, bearers);
        if (verdict.likeness == Likeness::different) continue;
        found.push_back({std::string(other.id), verdict.likeness, std::move(verdict.agree)});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Lookalike& a, const Lookalike& b) { return a.likeness > b.likeness; });
    return found;
}

Words name_of(Trait trait) {
    switch (trait) {
        case Trait::name: return {"même nom", "same name"};
        case Trait::similar_name: return {"nom voisin", "similar name"};
        case Trait::alias: return {"nom de l'une parmi les autres noms de l'autre", "one's name is the other's alias"};
        case Trait::acronym: return {"même sigle", "same acronym"};
        case Trait::siret: return {"même SIRET", "same SIRET"};
        case Trait::phone: return {"même téléphone", "same phone"};
        case Trait::email: return {"même courriel", "same e-mail"};
        case Trait::website: return {"même site", "same website"};
        case Trait::address: return {"même adresse", "same address"};
    }
    return {};
}

}  // namespace

Words reasons(const std::vector<Agreement>& agree) {
    std::vector<std::string> fr;
    std::vector<std::string> en;
    for (const Agreement& agreement : agree) {
        Words name = name_of(agreement.trait);
        fr.push_back(std::move(name.fr));
        en.push_back(std::move(name.en));
    }
    return {text::join(fr, ", "), text::join(en, ", ")};
}

std::vector<Lookalike> lookalikes(const store::Catalog& catalog, const model::Partner& partner,
                                  std::string_view own_id) {
    const Acronyms acronyms = acronyms_of(catalog.vocabulary());
    std::vector<Traits> all;
    all.reserve(catalog.partners().size());
    for (const store::PartnerEntry& entry : catalog.partners())
        all.push_back(traits_of(entry.id, entry.value, acronyms));
    return lookalikes_among(all, traits_of(own_id, partner, acronyms), compare_partners);
}

std::vector<Lookalike> lookalikes(const store::Catalog& catalog, const model::Person& person, std::string_view own_id) {
    std::vector<Traits> all;
    all.reserve(catalog.people().size());
    for (const auto& entry : catalog.people()) all.push_back(traits_of(entry.id, entry.value));
    return lookalikes_among(all, traits_of(own_id, person), compare_people);
}

struct LookalikeIndex::Inside {
    Acronyms acronyms;
    std::vector<Traits> all;
    std::unordered_map<std::string_view, std::size_t> by_id;
    Bearers bearers;
    Bearers of_new;
    Groups groups;
};

LookalikeIndex::LookalikeIndex(const std::vector<store::Record<model::Partner>>& known,
                               const model::Vocabulary& vocabulary)
    : inside_(std::make_unique<Inside>()) {
    inside_->acronyms = acronyms_of(vocabulary);
    inside_->all.reserve(known.size());
    for (const auto& record : known) {
        inside_->by_id.emplace(record.id, inside_->all.size());
        inside_->all.push_back(traits_of(record.id, record.value, inside_->acronyms));
    }
    inside_->bearers = bearers_in(inside_->all);
    inside_->groups = groups_of(inside_->all);
}

LookalikeIndex::~LookalikeIndex() = default;

void LookalikeIndex::count_lines_of(const model::Partner& partner) {
    const Traits traits = traits_of("", partner, inside_->acronyms);
    const auto note = [&](const std::string& line) {
        const std::size_t bearers = ++inside_->of_new[line];
        if (bearers > most_bearers) inside_->bearers[line] = std::max(inside_->bearers[line], bearers);
    };
    for (const std::string& phone : traits.phones) note(phone);
    for (const std::string& email : traits.emails) note(email);
}

std::vector<Lookalike> LookalikeIndex::of(const model::Partner& partner) const {
    constexpr std::size_t largest_group = 200;  // of a key that says so little, only the nearest are looked at
    const Traits one = traits_of("", partner, inside_->acronyms);
    std::vector<std::size_t> candidates;
    const auto take = [&](const std::string& key) {
        const auto group = inside_->groups.find(key);
        if (group == inside_->groups.end() || group->second.size() > largest_group) return;
        candidates.insert(candidates.end(), group->second.begin(), group->second.end());
    };
    for (const std::string& key : keys_of(one)) take(key);
    for (const std::string& word : words_of(one)) take("w:" + word);
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    std::vector<Lookalike> found;
    for (const std::size_t i : candidates) {
        const Traits& other = inside_->all[i];
        Verdict verdict = compare_partners(one, other, inside_->bearers);
        if (verdict.likeness == Likeness::different) continue;
        found.push_back({std::string(other.id), verdict.likeness, std::move(verdict.agree)});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Lookalike& a, const Lookalike& b) { return a.likeness > b.likeness; });
    return found;
}

bool LookalikeIndex::agrees(std::string_view id, const model::Partner& partner) const {
    constexpr std::size_t telling = 4;  // letters of a word that is no little one
    const auto known = inside_->by_id.find(id);
    if (known == inside_->by_id.end()) return false;
    const Traits& a = inside_->all[known->second];
    const Traits b = traits_of("", partner, inside_->acronyms);
    if (!a.street.empty() && a.street == b.street) return true;
    if (!shared(a.phones, b.phones).empty() || !shared(a.emails, b.emails).empty()) return true;
    const Tokens left = words_of(a);
    const Tokens right = words_of(b);
    if (left == right) return true;
    Tokens both;
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
    // A word that every fiche of the list has says nothing.
    return std::any_of(both.begin(), both.end(), [&](const std::string& word) {
        return word.size() >= telling && inside_->groups.contains("w:" + word);
    });
}

std::vector<Twins> twins(std::span<const Identified<model::Partner>> partners, const model::Vocabulary& vocabulary) {
    const Acronyms acronyms = acronyms_of(vocabulary);
    std::vector<Traits> all;
    all.reserve(partners.size());
    for (const Identified<model::Partner>& partner : partners)
        if (model::status_of(partner.value->status) != model::Status::closed)
            all.push_back(traits_of(partner.id, *partner.value, acronyms));
    return twins_among(all, compare_partners);
}

std::vector<Twins> twins(std::span<const Identified<model::Person>> people) {
    std::vector<Traits> all;
    all.reserve(people.size());
    for (const Identified<model::Person>& person : people) all.push_back(traits_of(person.id, *person.value));
    return twins_among(all, compare_people);
}

}  // namespace cafe::facts
