#include "check/meaning.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "calendar/hours.hpp"
#include "calendar/schedule.hpp"
#include "check/rules.hpp"
#include "model/values.hpp"
#include "yaml/scalar.hpp"

namespace cafe::check {

namespace {

using model::Type;
using yaml::Kind;
using yaml::Node;

void check_hours(const store::Met& met, const std::string& text, Report& report) {
    static constexpr Phrase<std::string> in_words{"« {} » se comprend, mais d'autres programmes ne le liront pas",
                                                  "'{}' is understood, but other programs will not read it"};
    static constexpr Phrase<std::string> write{"écrire {}", "write {}"};
    static constexpr Phrase<> look_again{"vérifier, et corriger si ce n'est pas voulu",
                                         "check, and put it right unless it is meant"};
    const calendar::HoursReading reading = calendar::read_hours(text);
    if (reading.fault)
        return report.add(rule::bad_hours, span_in(met.node, report, reading.fault->span), reading.fault->message,
                          reading.fault->remedy);
    if (!reading.exact) {
        const std::string notation = calendar::canonical(*reading.hours);
        report.add(rule::hours_in_words, met.node.span, in_words(shown(text)), write(yaml::write_quoted(notation)),
                   TextPatch{met.node.span, yaml::write_quoted(notation)});
    }
    for (const Words& doubt : calendar::doubts_about(*reading.hours))
        report.add(rule::doubtful_hours, met.node.span, doubt, look_again());
}

template <class T>
void say_refused(const store::Met& met, const Result<T>& read, Report& report) {
    if (!read) report.add(rule::bad_schedule, met.node.span, read.error().message, read.error().remedy);
}

// ---- What one record says twice ------------------------------------------------------------------------------------

std::vector<std::string> service_ids(const Node& record) {
    std::vector<std::string> ids;
    const Node* services = record.find("services");
    if (services == nullptr) return ids;
    for (const Node& service : services->items)
        if (const Node* id = service.find("id"); id != nullptr && !id->text.empty()) ids.push_back(id->text);
    return ids;
}

// A permanence may name its services in a few words; only what is nearly an id is a slip.
void check_service(const store::Met& met, const std::string& text, Report& report) {
    static constexpr Phrase<std::string> unknown{"aucun service de cette fiche n'a l'identifiant « {} »",
                                                 "no service of this record has the id '{}'"};
    if (!model::is_id(text)) return;
    const std::vector<std::string> ids = service_ids(report.source().tree);
    if (std::find(ids.begin(), ids.end(), text) != ids.end()) return;
    if (const auto near = text::nearest(text, ids))
        report.add(rule::nearly_a_service, met.node.span, unknown(shown(text)), did_you_mean(*near));
}

// "marie.delmas@…" of a fiche whose contact is marie-delmas.
void check_mailbox(const store::Met& met, const std::string& text, Report& report) {
    static constexpr Phrase<std::string, std::string> personal{
        "« {0} » est la boîte d'une personne ({1}), pas de l'organisme",
        "'{0}' is the mailbox of a person ({1}), not of the organisation"};
    static constexpr Phrase<std::string> move{
        "la mettre dans people/{}.yaml, et donner ici une adresse qui reste quand la personne part",
        "put it into people/{}.yaml, and give an address here that stays when the person leaves"};
    const std::string box = fold::slug(text.substr(0, text.find('@')));
    const Node* contacts = report.source().tree.find("contacts");
    if (contacts == nullptr || box.find('-') == std::string::npos) return;
    for (const Node& contact : contacts->items) {
        const Node* person = contact.kind == Kind::mapping ? contact.find("person") : &contact;
        if (person != nullptr && person->text == box)
            return report.add(rule::personal_mailbox, met.node.span, personal(shown(text), box), move(box));
    }
}

}  // namespace

void check_meaning(const store::Met& met, const std::string& text, Report& report) {
    const bool is_fiche = report.source().ref.kind == model::RecordKind::partner;
    if (met.field->type == Type::hours) return check_hours(met, text, report);
    if (met.field->type == Type::schedule) return say_refused(met, calendar::read_schedule(text), report);
    if (met.shape.name == "schedule" && met.field->key == "except")
        return say_refused(met, calendar::read_exception(text), report);
    if (met.shape.name == "permanence" && met.field->key == "services") return check_service(met, text, report);
    if (is_fiche && met.field->type == Type::email && met.path.starts_with("emails")) check_mailbox(met, text, report);
}

}  // namespace cafe::check
