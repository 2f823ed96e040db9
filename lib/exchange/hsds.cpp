#include "exchange/hsds.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "exchange/fiches.hpp"
#include "exchange/hsds_schedule.hpp"
#include "facts/contact.hpp"
#include "facts/service.hpp"
#include "model/fields.hpp"
#include "model/values.hpp"
#include "view/wording.hpp"

namespace cafe::exchange {

namespace {

using model::VocabularyKind;
using view::Data;
using view::DataList;
using view::DataObject;

constexpr Phrase<> no_description{"ni résumé ni description", "neither a summary nor a description"};
constexpr Phrase<> describe_it{"écrire une phrase : summary", "write a sentence: summary"};
constexpr Phrase<> uuids{"identifiants UUID", "UUID identifiers"};
constexpr Phrase<> by_appointment{"Sur rendez-vous", "By appointment"};

class Writer {
public:
    Writer(const Edition& edition, Account& account) : edition_(edition), account_(account) {
        const model::Settings& settings = edition.catalog.settings();
        std::string notebook = settings.exported ? settings.exported->source : "";
        if (notebook.empty() && settings.publish) notebook = settings.publish->url;
        if (notebook.empty()) notebook = settings.name;
        space_ = uuid5(uuid_of_urls, "cafe:" + notebook);
    }

    void write() {
        each_fiche(edition_, Way::hsds, Closed::left_out, account_,
                   [&](const Fiche& fiche, Ledger& ledger) { return add(fiche, ledger); });
        account_.invented("uuid", uuids(), made_);
    }

    DataList organizations;
    DataList services;

private:
    std::string uuid(const std::string& of) {
        ++made_;
        return same_uuid(of);
    }
    [[nodiscard]] std::string same_uuid(const std::string& of) const { return to_text(uuid5(space_, of)); }

    DataObject begun(const std::string& of) {
        DataObject object;
        object.put("id", uuid(of));
        return object;
    }

    bool add(const Fiche& fiche, Ledger& ledger) {
        const model::Partner& partner = *fiche.partner;
        const std::string description = description_for(partner);
        if (description.empty()) {
            account_.refuse({fiche.file, "summary", no_description(), describe_it()});
            return false;
        }
        organizations.push_back(organization(fiche, description, ledger));
        bool any = false;
        for (std::size_t i = 0; i < partner.services.size(); ++i) {
            const model::Service& service = partner.services[i];
            if (has_ended(edition_, service, account_, ledger)) continue;
            const std::string key =
                fiche.id + "--" + (service.id.empty() ? "service-" + std::to_string(i + 1) : service.id);
            if (service.name.empty()) {
                account_.refuse({fiche.file, "services." + std::to_string(i) + ".name", no_name(), name_it()});
                ledger.refuse(service);
                continue;
            }
            add_service(fiche, service, key, service.name, edition_.plain(service.description), ledger);
            any = true;
        }
        if (!any) add_service(fiche, {}, fiche.id + "--fiche", partner.name, description, ledger);
        return true;
    }

    static Words no_name() {
        static constexpr Phrase<> phrase{"ce service n'a pas de nom", "this service has no name"};
        return phrase();
    }
    static Words name_it() {
        static constexpr Phrase<> phrase{"lui en donner un : name", "give it one: name"};
        return phrase();
    }

    // Limits have no place there, and would read as what is done.
    [[nodiscard]] std::string description_for(const model::Partner& partner) const {
        model::Partner without = partner;
        without.limits.clear();
        without.status.clear();
        return exchange::description_of(edition_, without);
    }

    Data organization(const Fiche& fiche, const std::string& description, Ledger& ledger) {
        const model::Partner& partner = *fiche.partner;
        DataObject out = begun(fiche.id);
        out.put("name", partner.name);
        std::vector<std::string> others;
        if (!partner.short_name.empty()) others.push_back(partner.short_name);
        others.insert(others.end(), partner.aliases.begin(), partner.aliases.end());
        out.add("alternate_name", text::join(others, "; ")).put("description", description);
        const auto email = first_email(partner.emails);
        if (email) out.add("email", partner.emails[*email].address);
        ledger.lose("emails.address", partner.emails.size() - (email ? 1 : 0));
        out.add("website", web_address(partner.website));
        if (web_address(partner.website).empty()) ledger.lose("website");
        if (!partner.parent.empty()) {
            if (is_shown(partner.parent))
                out.add("parent_organization_id", same_uuid(partner.parent));
            else
                ledger.lose("parent", 1);
        }
        out.add("contacts", contacts(fiche, ledger));
        DataList phones;
        for (std::size_t i = 0; i < partner.phones.size(); ++i) {
            DataObject phone = begun(fiche.id + "/phones/" + partner.phones[i].number);
            phone.put("number", partner.phones[i].number).add("description", partner.phones[i].label);
            phones.push_back(phone.done());
        }
        out.add("phones", std::move(phones));
        DataList places;
        if (auto place = home(fiche); place.map() != nullptr) places.push_back(std::move(place));
        out.add("locations", std::move(places));
        out.add("organization_identifiers", identifiers(fiche));
        DataList attributes;
        add_term(fiche.id, "organization", VocabularyKind::kinds, partner.kind, attributes);
        out.add("attributes", std::move(attributes));
        return out.done();
    }

    // A fiche that the reader may have.
    [[nodiscard]] bool is_shown(const std::string& id) const {
        return facts::release_partner(edition_.catalog, id, {edition_.reader, false, edition_.today}).has_value();
    }

    DataList contacts(const Fiche& fiche, Ledger& ledger) {
        DataList list;
        for (const model::Contact& contact : fiche.partner->contacts) {
            const auto person =
                facts::release_person(edition_.catalog, contact.person, {edition_.reader, false, edition_.today});
            if (!person) {
                ledger.lose("contacts.person", 1);
                continue;
            }
            DataObject out = begun(fiche.id + "/contacts/" + contact.person);
            out.put("name", (*person)->name).add("title", contact.role);
            const auto call = facts::call_person(edition_.catalog, fiche.partner, contact.person);
            for (const model::PersonEmail& email : (*person)->emails)
                if (call && email.address == call->email && model::is_email(email.address))
                    out.add("email", email.address);
            DataList phones;
            for (const model::PersonPhone& phone : (*person)->phones)
                if (call && phone.number == call->phone)
                    phones.push_back(begun(fiche.id + "/contacts/" + contact.person + "/" + phone.number)
                                         .put("number", phone.number)
                                         .done());
            out.add("phones", std::move(phones));
            list.push_back(out.done());
        }
        return list;
    }

    DataList identifiers(const Fiche& fiche) {
        const model::Partner& partner = *fiche.partner;
        DataList list;
        const auto add = [&](const std::string& type, std::string_view scheme, const std::string& value) {
            if (value.empty()) return;
            DataObject out = begun(fiche.id + "/identifiers/" + type + "/" + value);
            out.add("identifier_scheme", scheme).put("identifier_type", type).put("identifier", value);
            list.push_back(out.done());
        };
        add("SIRET", "FR-SIRET", partner.siret);
        add("RNA", "FR-RNA", partner.rna);
        for (const model::Source& source : partner.sources)
            add(source.name.empty() ? "source" : source.name, "", source.id);
        return list;
    }

    // The département's name, which the schema asks for; the country's where the town is not known.
    [[nodiscard]] std::string province(const model::Address& address) const {
        namespace tables = territory::tables;
        const auto row = tables::find_commune(insee_of(edition_, address));
        return row ? std::string(tables::departement(tables::departement_of(*row)).name) : std::string("France");
    }

    Data address_of(const std::string& of, const model::Address& at, std::string_view type, const std::string& street) {
        DataObject out = begun(of);
        out.put("address_1", street).add("address_2", type == "physical" ? at.extra : std::string());
        out.put("city", at.commune)
            .put("state_province", province(at))
            .put("postal_code", at.postcode)
            .put("country", "FR")
            .put("address_type", type);
        return out.done();
    }

    // Of a confidential address there is no location at all: HSDS 3.0 knows no other way to keep it.
    Data home(const Fiche& fiche) {
        const model::Partner& partner = *fiche.partner;
        if (!partner.address || partner.address->confidential.value_or(false)) return {};
        const model::Address& at = *partner.address;
        DataObject out = begun(fiche.id + "/location");
        out.put("location_type", "physical").put("name", partner.name);
        if (at.latitude && at.longitude) out.put("latitude", *at.latitude).put("longitude", *at.longitude);
        DataList addresses;
        if (!at.street.empty() || !at.commune.empty() || !at.postcode.empty())
            addresses.push_back(address_of(fiche.id + "/address", at, "physical", at.street));
        if (!at.mail.empty())
            addresses.push_back(address_of(fiche.id + "/mail", at, "postal", edition_.plain(at.mail)));
        out.add("addresses", std::move(addresses));
        if (!partner.accessibility.empty()) {
            DataObject access = begun(fiche.id + "/accessibility");
            if (const std::string link = web_address(partner.accessibility); !link.empty())
                access.put("url", link);
            else
                access.put("description", partner.accessibility);
            out.put("accessibility", DataList{access.done()});
        }
        const Schedules hours = schedules_of(partner.hours, partner.hours_note, edition_.lang, [&](std::size_t i) {
            return uuid(fiche.id + "/schedules/" + std::to_string(i));
        });
        out.add("schedules", hours.rows);
        return out.done();
    }

    Data desk(const model::Permanence& permanence, const std::string& of) {
        model::Address at;
        at.commune = permanence.commune;
        std::string name = permanence.place;
        if (!permanence.at.empty())
            if (const auto host =
                    facts::release_partner(edition_.catalog, permanence.at, {edition_.reader, false, edition_.today})) {
                if (name.empty()) name = (*host)->name;
                const auto& theirs = (*host)->address;
                if (theirs && !theirs->confidential.value_or(false) &&
                    (at.commune.empty() || at.commune == theirs->commune))
                    at = *theirs;
            }
        DataObject out = begun(of + "/location");
        out.put("location_type", "physical").add("name", name);
        if (at.latitude && at.longitude) out.put("latitude", *at.latitude).put("longitude", *at.longitude);
        if (!at.commune.empty())
            out.put("addresses",
                    DataList{address_of(of + "/address", at, "physical", at.street.empty() ? name : at.street)});
        return out.done();
    }

    void add_service(const Fiche& fiche, const model::Service& service, const std::string& key, const std::string& name,
                     const std::string& description, Ledger& ledger) {
        const model::Partner& partner = *fiche.partner;
        const model::Service whole = facts::effective(partner, service);
        DataObject out = begun(key);
        out.put("organization_id", same_uuid(fiche.id)).put("name", name).add("description", description);
        if (whole.referral) out.add("url", web_address(whole.referral->link));
        const bool suspended = model::status_of(partner.status) == model::Status::suspended;
        out.put("status", suspended ? "temporarily closed" : "active");
        if (whole.referral) {
            model::Referral process = *whole.referral;
            process.delay.clear();
            out.add("application_process", steps_of(edition_, process));
        }
        out.add("fees_description", fees(whole));
        if (whole.referral) out.add("wait_time", whole.referral->delay);
        out.add("eligibility_description", eligibility(whole, partner));
        if (partner.age_min) out.put("minimum_age", *partner.age_min);
        if (partner.age_max) out.put("maximum_age", *partner.age_max);
        if (partner.verified && partner.verified->on) out.put("assured_date", partner.verified->on->iso());
        if (suspended) out.add("alert", suspension(partner));
        const Schedules own = schedules_of(service.hours, "", edition_.lang, [&](std::size_t i) {
            return uuid(key + "/schedules/" + std::to_string(i));
        });
        out.add("schedules", own.rows);
        out.add("service_areas", service_areas(key, whole.territory));
        out.add("service_at_locations", sites(fiche, service, key));
        DataList languages;
        for (const std::string& language : partner.languages)
            languages.push_back(begun(key + "/languages/" + language).put("code", language).done());
        out.add("languages", std::move(languages));
        if (whole.fee == "free")
            out.put(
                "cost_options",
                DataList{begun(key + "/cost").put("option", "free").put("currency", "EUR").put("amount", 0).done()});
        DataList papers;
        if (whole.referral)
            for (const std::string& paper : whole.referral->bring)
                papers.push_back(begun(key + "/documents/" + paper).put("document", paper).done());
        out.add("required_documents", std::move(papers));
        DataList people;
        if (!service.contact.empty()) {
            const auto person =
                facts::release_person(edition_.catalog, service.contact, {edition_.reader, false, edition_.today});
            if (person)
                people.push_back(begun(key + "/contacts/" + service.contact).put("name", (*person)->name).done());
            else
                ledger.lose("services.contact", 1);
        }
        out.add("contacts", std::move(people));
        out.add("attributes", attributes(key, whole, service));
        services.push_back(out.done());
        account_.service();
    }

    [[nodiscard]] std::string suspension(const model::Partner& partner) const {
        model::Partner alone;
        alone.status = partner.status;
        alone.suspension = partner.suspension;
        return exchange::description_of(edition_, alone);
    }

    [[nodiscard]] std::string fees(const model::Service& whole) const {
        std::vector<std::string> parts;
        if (!whole.fee.empty() && whole.fee != "free")
            parts.push_back(
                view::capitalised(view::choice_label(model::partner_shape(), "fee", whole.fee, edition_.lang)));
        if (!whole.fee_note.empty()) parts.push_back(whole.fee_note);
        return text::join(parts, edition_.lang == Lang::fr ? " : " : ": ");
    }

    [[nodiscard]] std::string eligibility(const model::Service& whole, const model::Partner& partner) const {
        std::vector<std::string> labels;
        for (const std::string& id : whole.publics) labels.push_back(label_of(edition_, VocabularyKind::publics, id));
        std::vector<std::string> parts;
        if (!labels.empty()) parts.push_back(text::join(labels, ", "));
        if (!partner.publics_note.empty()) parts.push_back(partner.publics_note);
        return text::join(parts, "\n");
    }

    DataList service_areas(const std::string& key, const std::vector<std::string>& territory) {
        DataList list;
        for (const std::string& written : territory) {
            const auto found = edition_.catalog.territory().resolve(written, territory::Spoken::record);
            const auto* area = std::get_if<territory::AreaRef>(&found);
            DataObject out = begun(key + "/areas/" + written);
            out.put("name", area == nullptr ? written : edition_.catalog.territory().name(*area));
            if (area != nullptr) out.put("uri", area->code);
            list.push_back(out.done());
        }
        return list;
    }

    // A desk that names services of the fiche is for these; one that names none, or other words, for all.
    [[nodiscard]] static bool is_for(const model::Permanence& permanence, const std::string& service,
                                     const model::Partner& partner) {
        const auto names = [&](const std::string& id) {
            return !id.empty() &&
                   std::find(permanence.services.begin(), permanence.services.end(), id) != permanence.services.end();
        };
        return names(service) || std::none_of(partner.services.begin(), partner.services.end(),
                                              [&](const model::Service& each) { return names(each.id); });
    }

    // Where the service is: at home, and at the desks that are for it or for all.
    DataList sites(const Fiche& fiche, const model::Service& service, const std::string& key) {
        const model::Partner& partner = *fiche.partner;
        DataList list;
        if (auto place = home(fiche); place.map() != nullptr)
            list.push_back(begun(key + "/at-home").put("location", std::move(place)).done());
        for (std::size_t i = 0; i < partner.permanences.size(); ++i) {
            const model::Permanence& permanence = partner.permanences[i];
            if (!is_for(permanence, service.id, partner)) continue;
            const std::string of = key + "/desks/" + std::to_string(i + 1);
            DataObject out = begun(of);
            std::vector<std::string> words;
            if (permanence.by_appointment.value_or(false)) words.push_back(by_appointment().in(edition_.lang));
            if (!permanence.note.empty()) words.push_back(permanence.note);
            out.add("description", text::join(words, "\n"));
            const Schedules hours = schedules_of(permanence.hours, "", edition_.lang, [&](std::size_t n) {
                return uuid(of + "/schedules/" + std::to_string(n));
            });
            out.add("schedules", hours.rows);
            out.put("location", desk(permanence, of));
            list.push_back(out.done());
        }
        return list;
    }

    void add_term(const std::string& of, std::string_view entity, VocabularyKind kind, const std::string& id,
                  DataList& list) {
        if (id.empty()) return;
        const std::string_view type = kind == VocabularyKind::themes    ? "theme"
                                      : kind == VocabularyKind::publics ? "public"
                                                                        : "kind";
        const std::string label = label_of(edition_, kind, id);
        DataObject term = begun("terms/" + std::string(type) + "/" + id);
        term.put("code", id).put("name", label).put("description", label).put("taxonomy", "cafe");
        if (const std::string code = code_of(kind, id); !code.empty())
            term.put("term_uri", "urn:data-inclusion:" + code);
        DataObject out = begun(of + "/" + std::string(type) + "/" + id);
        out.put("link_id", same_uuid(of)).put("link_type", type).put("link_entity", entity);
        list.push_back(out.put("taxonomy_term", term.done()).done());
    }

    // The one code of data·inclusion for a word; none where there are several.
    [[nodiscard]] std::string code_of(VocabularyKind kind, const std::string& id) const {
        const model::Vocabulary& words = edition_.catalog.vocabulary();
        const model::Term* term = kind == VocabularyKind::themes    ? words.theme(id)
                                  : kind == VocabularyKind::publics ? words.find_public(id)
                                                                    : words.find_kind(id);
        return term != nullptr && term->di.size() == 1 ? term->di.front() : std::string();
    }

    DataList attributes(const std::string& key, const model::Service& whole, const model::Service& service) {
        DataList list;
        for (const std::string& id : whole.themes) add_term(key, "service", VocabularyKind::themes, id, list);
        for (const std::string& id : whole.publics) add_term(key, "service", VocabularyKind::publics, id, list);
        const auto add_value = [&](std::string_view type, const std::string& value) {
            DataObject out = begun(key + "/" + std::string(type) + "/" + value);
            out.put("link_id", same_uuid(key)).put("link_type", type).put("link_entity", "service");
            list.push_back(out.put("value", value).done());
        };
        if (whole.referral) {
            for (const std::string& mode : whole.referral->modes) add_value("referral_mode", mode);
            for (const std::string& by : whole.referral->by) add_value("referral_by", by);
        }
        if (service.capacity) {
            if (service.capacity->places) add_value("capacity_places", std::to_string(*service.capacity->places));
            if (service.capacity->free) add_value("capacity_free", std::to_string(*service.capacity->free));
            if (service.capacity->as_of) add_value("capacity_as_of", service.capacity->as_of->iso());
        }
        return list;
    }

    const Edition& edition_;
    Account& account_;
    Uuid space_{};
    std::size_t made_ = 0;
};

}  // namespace

Result<std::vector<Part>> hsds_files(const Edition& edition, Account& account) {
    Writer writer(edition, account);
    writer.write();
    return std::vector<Part>{{"organizations.json", Data(std::move(writer.organizations))},
                             {"services.json", Data(std::move(writer.services))}};
}

}  // namespace cafe::exchange
