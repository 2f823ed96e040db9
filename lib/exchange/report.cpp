#include "exchange/report.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "facts/contact.hpp"
#include "model/fields.hpp"
#include "model/path.hpp"

namespace cafe::exchange {

namespace {

constexpr std::size_t most_told = 12;  // fields of a list on the terminal

constexpr Noun fiche_noun{"fiche", "fiches", "record", "records"};
constexpr Noun service_noun{"service", "services", "service", "services"};
constexpr Noun value_noun{"valeur", "valeurs", "value", "values"};
constexpr Noun reserved_noun{"fiche à diffusion réservée", "fiches à diffusion réservée",
                             "record not for this audience", "records not for this audience"};
constexpr Noun person_noun{"personne", "personnes", "person", "people"};
constexpr Noun phone_noun{"numéro réservé", "numéros réservés", "reserved number", "reserved numbers"};
constexpr Noun email_noun{"courriel réservé", "courriels réservés", "reserved e-mail", "reserved e-mails"};
constexpr Noun text_noun{"texte qui menait à une adresse confidentielle",
                         "textes qui menaient à une adresse confidentielle", "text that led to a confidential address",
                         "texts that led to a confidential address"};
constexpr Noun closed_noun{"fiche fermée", "fiches fermées", "closed record", "closed records"};
constexpr Noun placeless_noun{"fiche dont ce format n'a rien à dire", "fiches dont ce format n'a rien à dire",
                              "record that this format has nothing to say of",
                              "records that this format has nothing to say of"};
constexpr Noun ended_noun{"service terminé", "services terminés", "service that has ended", "services that have ended"};

constexpr Phrase<std::string, std::string, Words, Words> refused_line{"refusé : {} ({}) : {} ; {}",
                                                                      "refused: {} ({}): {}; {}"};
constexpr Phrase<Words> withheld_line{"retenu, pour protéger : {}", "withheld, to protect: {}"};
constexpr Phrase<std::string> without_address{"sans son adresse, confidentielle : {}",
                                              "without its address, which is confidential: {}"};
constexpr Phrase<Words> left_out_line{"laissé de côté : {}", "left out: {}"};
constexpr Phrase<Words> flattened_line{"mis en toutes lettres ou simplifié : {}", "put into words or simplified: {}"};
constexpr Phrase<Words> lost_line{"perdu, faute de place dans ce format : {}", "lost, this format has no place: {}"};
constexpr Phrase<Words> invented_line{"inventé : {}", "invented: {}"};
constexpr Phrase<Words, Words> field_in{"{} ({})", "{} ({})"};
constexpr Phrase<Words, Words> in_records{"{} dans {}", "{} in {}"};
constexpr Phrase<Words, std::size_t> times{"{} : {}", "{}: {}"};
constexpr Phrase<std::size_t> and_fields{"… et {} autres champs (--report json dit tout)",
                                         "… and {} more fields (--report json tells all)"};
constexpr Phrase<> no_fiche{"aucune fiche à exporter", "no fiche to export"};
constexpr Phrase<std::size_t, Words, std::size_t> figure{"{} des {} ; {} % des champs remplis sont partis",
                                                         "{} of {}; {}% of the filled fields left"};
constexpr Phrase<std::size_t, Words, Words, std::size_t> figure_with_services{
    "{} des {}, {} ; {} % des champs remplis sont partis", "{} of {}, {}; {}% of the filled fields left"};

// « services : situations »: the labels of the way to a field.
Words label_of(const std::string& path) {
    const auto steps = model::RecordPath::parse(path);
    if (!steps) return same(path);
    std::vector<Words> labels;
    const model::Shape* shape = &model::partner_shape();
    for (const std::string& step : steps->steps) {
        const model::Field* field = shape == nullptr ? nullptr : shape->find(step);
        if (field == nullptr) return same(path);
        labels.push_back({std::string(field->label.fr), std::string(field->label.en)});
        shape = field->shape == nullptr ? nullptr : &field->shape();
    }
    return joined(labels, " › ");
}

Words holders_of(const FieldCount& field) {
    if (field.path.starts_with("services.") && field.holders > 0) return count(field.holders, service_noun);
    return count(field.fiches, fiche_noun);
}

// "situations (147 values in 54 services), …"
Words listed(const std::vector<FieldCount>& fields) {
    std::vector<Words> parts;
    for (std::size_t i = 0; i < std::min(most_told, fields.size()); ++i)
        parts.push_back(
            field_in(label_of(fields[i].path), in_records(count(fields[i].values, value_noun), holders_of(fields[i]))));
    if (fields.size() > most_told) parts.push_back(and_fields(fields.size() - most_told));
    return joined(parts, ", ");
}

// "refuge, halte, …": a dozen of them.
std::string fiches_of(const std::vector<std::string>& ids) {
    std::vector<std::string> shown(ids.begin(),
                                   ids.begin() + static_cast<std::ptrdiff_t>(std::min(most_told, ids.size())));
    if (ids.size() > most_told) shown.emplace_back("…");
    return text::join(shown, ", ");
}

std::vector<FieldCount> sorted(const std::map<std::string, FieldCount, std::less<>>& sums) {
    std::vector<FieldCount> fields;
    for (const auto& [path, field] : sums) fields.push_back(field);
    std::stable_sort(fields.begin(), fields.end(),
                     [](const FieldCount& a, const FieldCount& b) { return a.values > b.values; });
    return fields;
}

view::Data data_of(const std::vector<FieldCount>& fields) {
    view::DataList list;
    for (const FieldCount& field : fields)
        list.push_back(
            view::DataObject().put("path", field.path).put("values", field.values).put("fiches", field.fiches).done());
    return list;
}

}  // namespace

void Account::invented(const std::string& key, const Words& what, std::size_t count) {
    for (Invented& each : report_.invented)
        if (each.key == key) {
            each.count += count;
            return;
        }
    report_.invented.push_back({key, what, count});
}

void Account::note(Sums& sums, const std::string& path, std::size_t values, std::size_t holders) {
    if (values == 0) return;
    FieldCount& field = sums[path];
    field.path = path;
    field.values += values;
    field.holders += holders;
    ++field.fiches;
}

void Account::add(const Ledger& ledger, bool written) {
    if (written) ++report_.written;
    for (const auto& [path, tally] : ledger.tallies()) {
        report_.filled += tally.released;
        report_.sent += tally.released - tally.lost - tally.refused;
        note(withheld_, path, tally.held > tally.released ? tally.held - tally.released : 0, 0);
        note(flattened_, path, tally.flattened, tally.flattened == tally.released ? tally.holders : 0);
        note(lost_, path, tally.lost, tally.lost == tally.released ? tally.holders : 0);
    }
}

void Account::withheld(const std::string& id, const model::Partner& own, const model::Partner& released,
                       const Date& today) {
    if (released.address && released.address->confidential.value_or(false)) report_.confidential.push_back(id);
    report_.phones += own.phones.size() - released.phones.size();
    report_.emails += own.emails.size() - released.emails.size();
    std::set<std::string> shown;
    for (const model::Contact& contact : released.contacts) shown.insert(contact.person);
    for (const model::Service& service : released.services) shown.insert(service.contact);
    const auto keep_back = [&](const std::string& person) {
        if (!person.empty() && shown.count(person) == 0) people_.insert(person);
    };
    for (const model::Contact& contact : own.contacts)
        if (facts::is_present(contact, today)) keep_back(contact.person);
    for (const model::Service& service : own.services) keep_back(service.contact);
}

Report Account::done() && {
    report_.withheld = sorted(withheld_);
    report_.flattened = sorted(flattened_);
    report_.lost = sorted(lost_);
    report_.people = people_.size();
    return std::move(report_);
}

std::vector<Words> sentences(const Report& report) {
    std::vector<Words> lines;
    for (const Refused& each : report.refused)
        lines.push_back(refused_line(each.file, each.field, each.why, each.remedy));
    const auto say = [&](const Phrase<Words>& phrase, const std::vector<std::pair<std::size_t, const Noun*>>& counts) {
        std::vector<Words> parts;
        for (const auto& [n, noun] : counts)
            if (n > 0) parts.push_back(count(n, *noun));
        if (!parts.empty()) lines.push_back(phrase(joined(parts, ", ")));
    };
    if (!report.confidential.empty()) lines.push_back(without_address(fiches_of(report.confidential)));
    say(withheld_line, {{report.fiches_reserved, &reserved_noun},
                        {report.people, &person_noun},
                        {report.phones, &phone_noun},
                        {report.emails, &email_noun},
                        {report.texts, &text_noun}});
    say(left_out_line,
        {{report.closed, &closed_noun}, {report.ended, &ended_noun}, {report.placeless, &placeless_noun}});
    if (!report.flattened.empty()) lines.push_back(flattened_line(listed(report.flattened)));
    if (!report.lost.empty()) lines.push_back(lost_line(listed(report.lost)));
    std::vector<Words> made;
    for (const Invented& each : report.invented) made.push_back(times(each.what, each.count));
    if (!made.empty()) lines.push_back(invented_line(joined(made, ", ")));
    if (report.asked == 0) {
        lines.push_back(no_fiche());
        return lines;
    }
    const Words asked = count(report.asked, fiche_noun);
    lines.push_back(report.services > 0 ? figure_with_services(report.written, asked,
                                                               count(report.services, service_noun), report.percent())
                                        : figure(report.written, asked, report.percent()));
    return lines;
}

view::DataObject document(const Report& report, Lang lang) {
    view::DataList refused;
    for (const Refused& each : report.refused)
        refused.push_back(view::DataObject()
                              .put("file", each.file)
                              .put("path", each.field)
                              .put("message", each.why.in(lang))
                              .put("remedy", each.remedy.in(lang))
                              .done());
    view::DataList invented;
    for (const Invented& each : report.invented)
        invented.push_back(view::DataObject().put("what", each.key).put("count", each.count).done());
    view::DataObject withheld;
    withheld.put("fiches", report.fiches_reserved)
        .put("addresses", view::texts_of(report.confidential))
        .put("people", report.people)
        .put("phones", report.phones)
        .put("emails", report.emails)
        .put("texts", report.texts)
        .put("fields", data_of(report.withheld));
    view::DataObject all;
    all.put("schema", "cafe/export/1")
        .put("format", report.format)
        .put("audience", report.reader == facts::Reader::partners ? "partners" : "public")
        .put("fiches", view::DataObject()
                           .put("asked", report.asked)
                           .put("written", report.written)
                           .put("closed", report.closed)
                           .put("placeless", report.placeless)
                           .done())
        .put("services", view::DataObject().put("written", report.services).put("ended", report.ended).done())
        .put("refused", std::move(refused))
        .put("withheld", std::move(withheld).done())
        .put("flattened", data_of(report.flattened))
        .put("lost", data_of(report.lost))
        .put("invented", std::move(invented))
        .put("fields", view::DataObject()
                           .put("filled", report.filled)
                           .put("sent", report.sent)
                           .put("percent", report.percent())
                           .done());
    return all;
}

}  // namespace cafe::exchange
