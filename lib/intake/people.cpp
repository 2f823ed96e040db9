#include "intake/people.hpp"

#include <algorithm>
#include <set>

#include "base/ascii.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "edit/adding.hpp"
#include "model/person.hpp"

namespace cafe::intake {

namespace {

using model::RecordKind;

constexpr Phrase<std::string> unknown_organisation{
    "sa structure « {} » n'est pas dans le carnet : écrire l'identifiant de la fiche dans cafe:fiche",
    "the organisation '{}' is not in the notebook: write the record's id into cafe:fiche"};
constexpr Phrase<> no_organisation{"aucune structure : écrire l'identifiant de sa fiche dans cafe:fiche",
                                   "no organisation: write the id of its record into cafe:fiche"};
constexpr Phrase<std::string> no_such_partner{"« {} » n'est pas une fiche du carnet",
                                              "'{}' is no record of the notebook"};
constexpr Phrase<> may_be_another{"peut-être une autre personne du même nom",
                                  "perhaps another person of the same name"};
constexpr Phrase<> was_erased_words{"effacée à sa demande : rien n'est repris", "erased on request: nothing is taken"};
constexpr Phrase<std::string, std::string, std::string> works_elsewhere{
    "une personne de ce nom est déjà dans le carnet ({0}) ; si c'est elle : cafe set {2} contacts+={1}",
    "somebody of that name is in the notebook already ({0}); if it is the same person: cafe set {2} contacts+={1}"};
constexpr Phrase<> name_in_part{"nom incomplet, aucune personne créée", "part of a name, nobody is made of it"};
constexpr Phrase<std::size_t, std::string, Words> not_taken{"ligne {} : {} : {}", "line {}: {}: {}"};
constexpr Phrase<std::size_t> more_not_taken{"et {} autres personnes que la fiche ne reprend pas",
                                             "and {} more people whom their record does not take"};
constexpr Phrase<> said_no{"la personne s'y oppose : rien n'est repris", "the person objects: nothing is taken"};

bool is_whole(const std::string& name) {
    return fold::words(name).size() >= 2;
}

Value texts(const std::vector<std::string>& all) {
    List list;
    for (const std::string& one : all) list.push_back(Value{one});
    return Value{std::move(list)};
}

// Numbers of a person: mobile ones are for professionals.
Value numbers(const std::vector<PhoneCell>& phones) {
    List list;
    for (const PhoneCell& phone : phones) {
        if (!is_mobile(phone.number)) {
            list.push_back(Value{phone.number});
            continue;
        }
        list.push_back(Value{Map{Member{"number", phone.number}, Member{"audience", "partners"}}});
    }
    return Value{std::move(list)};
}

}  // namespace

People::People(const store::Book& book, const Lexicon& lexicon, const model::ImportMapping& mapping,
               std::unordered_set<std::string>& taken)
    : book_(book), lexicon_(lexicon), mapping_(mapping), taken_(taken), erased_(book.forgotten.value) {
    for (const auto& person : book.people) {
        for (const model::PersonEmail& email : person.value.emails)
            by_mailbox_.emplace(ascii::lower(email.address), person.id);
        by_name_[fold::text(person.value.name)].push_back(person.id);
    }
    for (const auto& partner : book.partners)
        for (const model::Contact& contact : partner.value.contacts) partners_of_[contact.person].push_back(partner.id);
}

People::Known People::known(const PersonRow& person, const std::string& partner) const {
    for (const std::string& address : person.emails)
        if (const auto found = by_mailbox_.find(address); found != by_mailbox_.end()) return {found->second, false, {}};
    std::vector<std::string> named;
    if (const auto found = by_name_.find(fold::text(person.name)); found != by_name_.end()) named = found->second;
    // « I. Peyrou »: an initial and the whole of the rest, at the same organisation.
    std::vector<std::string> here;
    for (const std::string& id : named) {
        const auto partners = partners_of_.find(id);
        if (partners != partners_of_.end() &&
            std::find(partners->second.begin(), partners->second.end(), partner) != partners->second.end())
            here.push_back(id);
    }
    if (here.size() == 1) return {here.front(), false, {}};
    if (named.empty()) return {};
    // Somebody of that name who works nowhere yet.
    if (named.size() == 1 && !partners_of_.contains(named.front())) return {named.front(), false, {}};
    return {"", true, named};
}

bool People::objects(const std::string& id) const {
    const auto* person = store::find(book_.people, id);
    return person != nullptr && person->value.privacy && person->value.privacy->objection.has_value();
}

bool People::was_erased(const PersonRow& person) {
    return std::any_of(person.emails.begin(), person.emails.end(),
                       [&](const std::string& address) { return erased_.holds(address); });
}

std::string People::make(const PersonRow& person, const std::string& partner) {
    Map map{Member{"name", person.name}};
    if (!person.title.empty()) map.push_back(Member{"title", person.title});
    if (!person.emails.empty()) map.push_back(Member{"emails", texts(person.emails)});
    if (!person.phones.empty()) map.push_back(Member{"phones", numbers(person.phones)});
    std::vector<std::string> lists = person.lists;
    for (const std::string& list : mapping_.set.lists)
        if (std::find(lists.begin(), lists.end(), list) == lists.end()) lists.push_back(list);
    if (!lists.empty()) map.push_back(Member{"lists", texts(lists)});
    if (!mapping_.set.audience.empty()) map.push_back(Member{"audience", mapping_.set.audience});
    if (!person.notes.empty()) map.push_back(Member{"notes", person.notes});
    const std::string id =
        edit::free_id([&](const std::string& path) { return taken_.contains(path); }, RecordKind::person, person.name);
    const std::string path = store::path_of({RecordKind::person, id});
    taken_.insert(path);
    pending_[path] = Pending{std::nullopt, Value{std::move(map)}, {}, static_cast<std::size_t>(-1)};
    for (const std::string& address : person.emails) by_mailbox_.emplace(address, id);
    by_name_[fold::text(person.name)].push_back(id);
    partners_of_[id].push_back(partner);
    to_inform_.push_back(id);
    return id;
}

bool People::link(const std::string& partner, const std::string& person, const std::string& role) {
    const auto* record = store::find(book_.partners, partner);
    if (record != nullptr)
        for (const model::Contact& contact : record->value.contacts)
            if (contact.person == person) return false;
    Map contact{Member{"person", person}};
    if (!role.empty()) contact.push_back(Member{"role", role});
    const std::string path = store::path_of({RecordKind::partner, partner});
    auto [at, made] = pending_.try_emplace(path);
    if (made) {
        at->second.row = static_cast<std::size_t>(-1);
        if (record != nullptr) at->second.before = record->source->text;
    }
    // One person named twice by a file is one contact.
    for (const edit::Edit& edit : at->second.edits)
        if (edit.value.list() != nullptr && !edit.value.list()->empty() &&
            text_at(edit.value.list()->front(), "person") == person)
            return false;
    at->second.edits.push_back({{{"contacts"}}, edit::Op::add, Value{List{Value{std::move(contact)}}}});
    return true;
}

std::vector<std::string> People::fill(const std::string& id, const PersonRow& person, const std::string& partner) {
    std::vector<std::string> fields;
    const auto* known = store::find(book_.people, id);
    if (known == nullptr) return fields;
    std::vector<edit::Edit> edits;
    const auto set = [&](std::string_view key, Value value) {
        edits.push_back({{{std::string(key)}}, edit::Op::set, std::move(value)});
        fields.emplace_back(key);
    };
    const model::Person& here = known->value;
    if (here.title.empty() && !person.title.empty()) set("title", Value{person.title});
    if (here.emails.empty() && !person.emails.empty()) set("emails", texts(person.emails));
    if (here.phones.empty() && !person.phones.empty()) set("phones", numbers(person.phones));
    if (here.notes.empty() && !person.notes.empty()) set("notes", Value{person.notes});
    if (!edits.empty()) {
        Pending& pending = pending_[known->source->path];
        // Filled once: a second row of the same person adds nothing to what the first one said.
        if (!pending.edits.empty()) {
            fields.clear();
        } else {
            pending = Pending{known->source->text, {}, std::move(edits), static_cast<std::size_t>(-1)};
        }
    }
    if (!partner.empty() && link(partner, id, person.role)) fields.emplace_back("contacts");
    return fields;
}

PersonOutcome People::take(const Become& row, Mode mode) {
    PersonOutcome out;
    if (row.decision == "-") {
        out.outcome = Outcome::left_out;
        return out;
    }
    const PersonRow& person = row.people.front();
    if (was_erased(person)) {
        out.why = was_erased_words();
        return out;
    }
    std::string partner;
    if (!row.decision.empty() && row.decision != "new") {
        if (store::find(book_.partners, row.decision) == nullptr) {
            out.why = no_such_partner(row.decision);
            return out;
        }
        partner = row.decision;
    } else if (!row.organisation.empty()) {
        partner = lexicon_.partner(row.organisation, mapping_.partners);
    }
    const Known somebody = known(person, partner);
    if (somebody.unsure && row.decision != "new") {
        out.outcome = Outcome::unsure;
        out.why = may_be_another();
        out.candidates = somebody.candidates;
        return out;
    }
    if (!somebody.id.empty()) {
        out.record = "people/" + somebody.id;
        if (objects(somebody.id)) {
            out.outcome = Outcome::left_out;
            out.why = said_no();
            return out;
        }
        if (mode == Mode::only_new) {
            out.outcome = Outcome::left_out;
            return out;
        }
        out.fields = fill(somebody.id, person, partner);
        out.outcome = out.fields.empty() ? Outcome::same : Outcome::updated;
        return out;
    }
    if (mode == Mode::only_fill || mode == Mode::only_update) {
        out.outcome = Outcome::left_out;
        return out;
    }
    if (partner.empty() && row.decision != "new") {
        out.why = row.organisation.empty() ? no_organisation() : unknown_organisation(row.organisation);
        return out;
    }
    const std::string id = make(person, partner);
    if (!partner.empty()) link(partner, id, person.role);
    out.record = "people/" + id;
    out.outcome = Outcome::made;
    return out;
}

void People::learn(const std::string& partner, const std::string& organisation) {
    const auto* record = store::find(book_.partners, partner);
    if (record == nullptr || organisation.empty() || lexicon_.partner(organisation, {}) == partner) return;
    auto [at, made] = pending_.try_emplace(record->source->path);
    if (made) at->second = Pending{record->source->text, {}, {}, static_cast<std::size_t>(-1)};
    at->second.edits.push_back({{{"aliases"}}, edit::Op::add, Value{List{Value{organisation}}}});
}

void People::of_partner(const std::string& partner, const PersonRow& person, std::size_t line) {
    const Known somebody = known(person, partner);
    if (const Words why = why_not(partner, person, somebody); !why.empty()) {
        passed_over_.push_back(not_taken(line, utf8::printable(person.name), why));
        return;
    }
    if (somebody.id.empty())
        link(partner, make(person, partner), person.role);
    else
        fill(somebody.id, person, partner);
}

Words People::why_not(const std::string& partner, const PersonRow& person, const Known& somebody) {
    if (!is_whole(person.name)) return name_in_part();
    if (was_erased(person)) return was_erased_words();
    if (somebody.unsure) return works_elsewhere(partners_of(somebody.candidates), somebody.candidates.front(), partner);
    if (!somebody.id.empty() && objects(somebody.id)) return said_no();
    return {};
}

// "partners/ccas-fumel, partners/mairie-fumel": where people work already.
std::string People::partners_of(const std::vector<std::string>& people) const {
    std::set<std::string> partners;
    for (const std::string& person : people)
        if (const auto found = partners_of_.find(person); found != partners_of_.end())
            for (const std::string& partner : found->second) partners.insert("partners/" + partner);
    return text::join(std::vector<std::string>(partners.begin(), partners.end()), ", ");
}

std::vector<Words> People::passed_over() const {
    constexpr std::size_t most = 40;
    std::vector<Words> told(passed_over_.begin(),
                            passed_over_.begin() + static_cast<std::ptrdiff_t>(std::min(most, passed_over_.size())));
    if (passed_over_.size() > most) told.push_back(more_not_taken(passed_over_.size() - most));
    return told;
}

}  // namespace cafe::intake
