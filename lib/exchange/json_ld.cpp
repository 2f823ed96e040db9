#include "exchange/json_ld.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/text.hpp"
#include "calendar/opening.hpp"
#include "exchange/fiches.hpp"
#include "facts/service.hpp"
#include "model/fields.hpp"
#include "model/values.hpp"
#include "view/wording.hpp"

namespace cafe::exchange {

namespace {

using view::Data;
using view::DataList;
using view::DataObject;

constexpr std::string_view context = "https://schema.org";

// Kinds of organisation that schema.org has a narrower type for; all others are an Organization.
using Pair = std::pair<std::string_view, std::string_view>;
constexpr std::array<Pair, 15> types{{{"departement", "GovernmentOrganization"},
                                      {"cms", "GovernmentOffice"},
                                      {"ccas-cias", "GovernmentOffice"},
                                      {"mairie", "GovernmentOffice"},
                                      {"epci", "GovernmentOrganization"},
                                      {"caf", "GovernmentOffice"},
                                      {"msa", "GovernmentOffice"},
                                      {"cpam", "GovernmentOffice"},
                                      {"carsat", "GovernmentOffice"},
                                      {"france-travail", "GovernmentOffice"},
                                      {"france-services", "GovernmentOffice"},
                                      {"etat", "GovernmentOrganization"},
                                      {"association", "NGO"},
                                      {"aide-alimentaire", "NGO"},
                                      {"securite", "GovernmentOffice"}}};

constexpr std::array<std::string_view, 8> day_names{"",         "Monday", "Tuesday",  "Wednesday",
                                                    "Thursday", "Friday", "Saturday", "Sunday"};

DataObject thing(std::string_view type) {
    DataObject object;
    object.put("@type", type);
    return object;
}

std::string clock(int minutes) {
    return fmt::format("{:02}:{:02}", minutes / 60 % 24, minutes % 60);
}

// The hours of any week; public holidays, seasons and rhythms of a month have no place in it.
Data week_of(const std::string& written) {
    DataList week;
    if (written.empty()) return week;
    const auto hours = calendar::read_hours(written).hours;
    if (!hours) return week;
    for (int weekday = 1; weekday <= 7; ++weekday)
        for (const calendar::Stretch& stretch : calendar::hours_of_weekday(*hours, weekday).stretches)
            if (stretch.timed && stretch.sure)
                week.push_back(
                    thing("OpeningHoursSpecification")
                        .put("dayOfWeek", day_names.at(static_cast<std::size_t>(weekday)))
                        .put("opens", clock(stretch.from))
                        .put("closes", stretch.until == 24 * 60 ? std::string("23:59") : clock(stretch.until))
                        .done());
    return week;
}

class Maker {
public:
    Maker(const Edition& edition, const facts::Released<model::Partner>& released, Ledger* ledger)
        : edition_(edition), released_(released), partner_(*released), ledger_(ledger) {}

    DataObject make(const std::string& url) {
        DataObject out;
        const auto* type =
            std::find_if(types.begin(), types.end(), [&](const Pair& each) { return each.first == partner_.kind; });
        out.put("@type", type == types.end() ? std::string_view("Organization") : type->second);
        out.put("@id", url.empty() ? "urn:cafe:" + released_.id() : url);
        out.put("name", partner_.name);
        std::vector<std::string> others;
        if (!partner_.short_name.empty()) others.push_back(partner_.short_name);
        others.insert(others.end(), partner_.aliases.begin(), partner_.aliases.end());
        out.add("alternateName", view::texts_of(others));
        out.add("disambiguatingDescription", partner_.summary);
        out.add("description", edition_.plain(partner_.description));
        out.add("url", web_address(partner_.website));
        add_identifiers(out);
        add_parent(out);
        out.add("location", places());
        out.add("contactPoint", contact_points());
        out.add("areaServed", areas(partner_.territory));
        out.add("knowsAbout", themes(partner_.themes));
        out.add("knowsLanguage", view::texts_of(partner_.languages));
        out.add("makesOffer", offers());
        if (partner_.verified && partner_.verified->on)
            out.add("subjectOf", thing("WebPage").put("dateModified", partner_.verified->on->iso()).done());
        return out;
    }

private:
    void lose(std::string_view path, std::size_t values) {
        if (ledger_ != nullptr) ledger_->lose(path, values);
    }

    void add_identifiers(DataObject& out) const {
        DataList list;
        const auto add = [&](std::string_view what, const std::string& value) {
            if (!value.empty())
                list.push_back(thing("PropertyValue").put("propertyID", what).put("value", value).done());
        };
        add("SIRET", partner_.siret);
        add("RNA", partner_.rna);
        out.add("identifier", std::move(list));
    }

    void add_parent(DataObject& out) {
        if (partner_.parent.empty()) return;
        const auto parent =
            facts::release_partner(edition_.catalog, partner_.parent, {edition_.reader, false, edition_.today});
        if (!parent) {
            lose("parent", 1);
            return;
        }
        out.add("parentOrganization", thing("Organization").put("name", (*parent)->name).done());
        if (ledger_ != nullptr) ledger_->flatten("parent", 1);
    }

    [[nodiscard]] static Data address(const model::Address& at) {
        DataObject out;
        out.add("streetAddress", at.street).add("postalCode", at.postcode).add("addressLocality", at.commune);
        if (out.empty()) return {};
        DataObject whole = thing("PostalAddress");
        whole.add("streetAddress", at.street).add("postalCode", at.postcode).add("addressLocality", at.commune);
        return whole.put("addressCountry", "FR").done();
    }

    [[nodiscard]] Data places() {
        DataList list;
        const bool hidden = partner_.address && partner_.address->confidential.value_or(false);
        if (partner_.address && !hidden) {
            const model::Address& at = *partner_.address;
            DataObject place = thing("Place");
            place.put("name", partner_.name).add("address", address(at));
            if (at.latitude && at.longitude)
                place.add("geo",
                          thing("GeoCoordinates").put("latitude", *at.latitude).put("longitude", *at.longitude).done());
            place.add("openingHoursSpecification", week_of(partner_.hours));
            list.push_back(place.done());
        } else {
            lose("hours", 1);
        }
        for (const model::Permanence& permanence : partner_.permanences) {
            DataObject place = thing("Place");
            model::Address at;
            at.commune = permanence.commune;
            std::string name = permanence.place;
            if (!permanence.at.empty())
                if (const auto host = facts::release_partner(edition_.catalog, permanence.at,
                                                             {edition_.reader, false, edition_.today})) {
                    if (name.empty()) name = (*host)->name;
                    const auto& theirs = (*host)->address;
                    if (theirs && !theirs->confidential.value_or(false) &&
                        (at.commune.empty() || at.commune == theirs->commune))
                        at = *theirs;
                }
            place.add("name", name).add("address", address(at));
            place.add("openingHoursSpecification", week_of(permanence.hours));
            list.push_back(place.done());
        }
        return list;
    }

    [[nodiscard]] Data contact_points() {
        DataList list;
        for (const model::Phone& phone : partner_.phones) {
            const auto number = model::to_phone(phone.number);
            if (!number) {
                lose("phones.number", 1);
                continue;
            }
            list.push_back(thing("ContactPoint").add("contactType", phone.label).put("telephone", number->dial).done());
        }
        for (const model::Email& email : partner_.emails) {
            if (!model::is_email(email.address)) {
                lose("emails.address", 1);
                continue;
            }
            list.push_back(thing("ContactPoint").add("contactType", email.label).put("email", email.address).done());
        }
        return list;
    }

    [[nodiscard]] Data areas(const std::vector<std::string>& territory) const {
        DataList list;
        for (const std::string& written : territory) {
            const auto found = edition_.catalog.territory().resolve(written, territory::Spoken::record);
            const auto* area = std::get_if<territory::AreaRef>(&found);
            DataObject one = thing("AdministrativeArea");
            one.put("name", area == nullptr ? written : edition_.catalog.territory().name(*area));
            if (area != nullptr) one.put("identifier", area->code);
            list.push_back(one.done());
        }
        return list;
    }

    [[nodiscard]] Data themes(const std::vector<std::string>& ids) const {
        std::vector<std::string> labels;
        for (const std::string& id : ids) labels.push_back(label_of(edition_, model::VocabularyKind::themes, id));
        return view::texts_of(labels);
    }

    [[nodiscard]] Data offers() {
        DataList list;
        bool takes_over = false;
        for (const model::Service& service : partner_.services) {
            if (service.until && *service.until < edition_.today) {
                if (ledger_ != nullptr) ledger_->lose(service);
                continue;
            }
            const model::Service whole = facts::effective(partner_, service);
            takes_over = true;
            DataObject offered = thing("Service");
            offered.add("name", service.name);
            if (!service.id.empty()) offered.add("identifier", released_.id() + "--" + service.id);
            offered.add("description", edition_.plain(service.description));
            offered.add("serviceType", themes(service.themes));
            if (!service.territory.empty()) offered.add("areaServed", areas(service.territory));
            offered.add("audience", audience(whole));
            DataObject channel = thing("ServiceChannel");
            if (whole.referral && !web_address(whole.referral->link).empty())
                offered.add("availableChannel", channel.put("serviceUrl", whole.referral->link).done());
            if (!service.hours.empty()) offered.add("hoursAvailable", week_of(service.hours));
            DataObject offer = thing("Offer");
            if (whole.fee == "free") offer.put("price", 0).put("priceCurrency", "EUR");
            list.push_back(offer.put("itemOffered", offered.done()).done());
        }
        if (!takes_over)
            for (const std::string_view path : {"publics", "age_min", "age_max", "fee", "referral.link"})
                if (ledger_ != nullptr) ledger_->lose(path);
        return list;
    }

    [[nodiscard]] Data audience(const model::Service& whole) const {
        std::vector<std::string> labels;
        for (const std::string& id : whole.publics)
            labels.push_back(label_of(edition_, model::VocabularyKind::publics, id));
        DataObject people = thing("PeopleAudience");
        bool said = !labels.empty();
        if (said) people.put("audienceType", text::join(labels, ", "));
        if (partner_.age_min) people.put("suggestedMinAge", *partner_.age_min);
        if (partner_.age_max) people.put("suggestedMaxAge", *partner_.age_max);
        said = said || partner_.age_min || partner_.age_max;
        return said ? people.done() : Data{};
    }

    const Edition& edition_;
    const facts::Released<model::Partner>& released_;
    const model::Partner& partner_;
    Ledger* ledger_;
};

std::string page_of(const Edition& edition, const std::string& id) {
    const auto& publish = edition.catalog.settings().publish;
    if (!publish || !model::is_url(publish->url)) return {};
    return publish->url + (publish->url.ends_with('/') ? "" : "/") + "partenaires/" + id + ".html";
}

}  // namespace

view::Data json_ld_of(const Edition& edition, const facts::Released<model::Partner>& partner, const std::string& url) {
    DataObject out;
    out.put("@context", context);
    const Data made = Maker(edition, partner, nullptr).make(url).done();
    for (const view::DataMember& member : *made.map()) out.put(member.key, member.value);
    return out.done();
}

Result<std::vector<Part>> json_ld_files(const Edition& edition, Account& account) {
    DataList graph;
    each_fiche(edition, Way::json_ld, Closed::left_out, account, [&](const Fiche& fiche, Ledger& ledger) {
        graph.push_back(Maker(edition, fiche.partner, &ledger).make(page_of(edition, fiche.id)).done());
        for (std::size_t i = 0; i < fiche.partner->services.size(); ++i) account.service();
        return true;
    });
    DataObject all;
    all.put("@context", context).put("@graph", std::move(graph));
    return std::vector<Part>{{"partenaires.jsonld", all.done()}};
}

}  // namespace cafe::exchange
