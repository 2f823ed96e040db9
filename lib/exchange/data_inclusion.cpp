#include "exchange/data_inclusion.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "exchange/codes.hpp"
#include "exchange/fiches.hpp"
#include "facts/service.hpp"
#include "model/fields.hpp"
#include "model/values.hpp"

namespace cafe::exchange {

namespace {

using view::Data;
using view::DataList;
using view::DataObject;

constexpr std::size_t shortest_name = 3;
constexpr std::size_t longest_name = 150;
constexpr std::size_t shortest_description = 5;
constexpr std::size_t longest_description = 10'000;

constexpr Phrase<> no_source{"cafe.yaml ne dit pas sous quel nom data·inclusion connaît ce carnet",
                             "cafe.yaml does not say by which name data·inclusion knows this notebook"};
constexpr Phrase<> say_source{"y écrire le nom que la plateforme a donné, par exemple : export: {{source: mon-reseau}}",
                              "write the name that the platform gave into it, such as: export: {{source: my-network}}"};
constexpr Phrase<> bad_name{"il faut de 3 à 150 caractères", "between 3 and 150 characters are needed"};
constexpr Phrase<> shorten_name{"raccourcir le nom", "shorten the name"};
constexpr Phrase<> no_date{"aucune date de mise à jour", "no date of an update"};
constexpr Phrase<std::string> verify_it{"vérifier la fiche : cafe verify {}", "verify the record: cafe verify {}"};
constexpr Phrase<std::string> odd_date{"{} est dans l'avenir ou avant 2000", "{} is in the future or before 2000"};
constexpr Phrase<> correct_date{"corriger la date", "correct the date"};
constexpr Phrase<> no_id{"ce service n'a pas d'identifiant", "this service has no identifier"};
constexpr Phrase<> give_id{"lui en donner un, en minuscules : id: aide-urgence",
                           "give it one, in lower case: id: emergency-help"};
constexpr Phrase<std::string> twin_id{"deux services de la fiche ont l'identifiant « {} »",
                                      "two services of the record have the identifier '{}'"};
constexpr Phrase<> other_id{"en changer un", "change one of them"};
constexpr Phrase<> no_description{"ni ce service ni la fiche n'ont de description d'au moins 5 lettres",
                                  "neither this service nor its record has a description of 5 letters or more"};
constexpr Phrase<> describe_it{"écrire ce que fait le service (description), ou un résumé de la fiche (summary)",
                               "write what the service does (description), or a summary of the record (summary)"};
constexpr Phrase<> conditional{"Sous conditions", "Under conditions"};
constexpr Phrase<std::string, std::string> permanence_at{"Permanence de {} : {}", "{}, desk at {}"};
constexpr Phrase<> by_appointment{"Sur rendez-vous", "By appointment"};
constexpr Phrase<> date_from_git{"date_maj prise de git", "date_maj taken from git"};

// A value of ours and the code it has there.
using Pair = std::pair<std::string_view, std::string_view>;
constexpr std::array<Pair, 4> modes{{{"phone", "telephoner"},
                                     {"email", "envoyer-un-courriel"},
                                     {"walk-in", "se-presenter"},
                                     {"form", "utiliser-lien-mobilisation"}}};
constexpr std::array<Pair, 2> ways_in{{{"users", "usagers"}, {"professionals", "professionnels"}}};
constexpr std::array<Pair, 2> receptions{{{"in-person", "en-presentiel"}, {"remote", "a-distance"}}};

template <std::size_t N>
std::vector<std::string> codes(const std::vector<std::string>& words, const std::array<Pair, N>& pairs) {
    std::vector<std::string> found;
    for (const auto& [ours, theirs] : pairs)
        if (std::find(words.begin(), words.end(), ours) != words.end()) found.emplace_back(theirs);
    return found;
}

// Without the last point, which the Python model warns of; nothing when its length is none that is taken.
std::optional<std::string> name_for(std::string_view written) {
    std::string name(text::trim(written));
    if (name.ends_with('.') && !name.ends_with("..")) name.pop_back();
    const std::size_t length = utf8::length(name);
    if (length < shortest_name || length > longest_name) return std::nullopt;
    return name;
}

// Cut between words where it is longer than a description may be.
std::string fitted(const std::string& words) {
    if (utf8::length(words) <= longest_description) return words;
    std::size_t at = 0;
    for (std::size_t n = 0; n + 2 < longest_description; ++n) utf8::next(words, at);
    const std::size_t blank = words.find_last_of(" \n", at);
    return words.substr(0, blank == std::string::npos ? at : blank) + " …";
}

bool is_long_enough(const std::string& words) {
    return utf8::length(words) >= shortest_description;
}

// What a fiche says by itself only through its services: a service that says nothing of it takes it over.
constexpr std::array<std::string_view, 8> through_services{"themes",  "publics",   "publics_note", "age_min",
                                                           "age_max", "territory", "fee",          "fee_note"};

class Writer {
public:
    Writer(const Edition& edition, Account& account, std::string source)
        : edition_(edition), account_(account), source_(std::move(source)) {}

    void write() {
        each_fiche(edition_, Way::data_inclusion, Closed::left_out, account_,
                   [&](const Fiche& fiche, Ledger& ledger) { return add(fiche, ledger); });
    }

    DataList structures;
    DataList services;

private:
    struct Dated {
        std::string day;
        bool from_sources = false;
    };

    bool add(const Fiche& fiche, Ledger& ledger) {
        const model::Partner& partner = *fiche.partner;
        const auto name = name_for(partner.name);
        if (!name) return refuse(fiche, "name", bad_name(), shorten_name());
        const auto date = date_of(fiche);
        if (!date) return false;
        if (!date->from_sources)
            for (const model::Source& source : partner.sources)
                if (source.on) ledger.lose("sources.on", 1);
        if (partner.status == "suspended") ledger.flatten("status");
        structures.push_back(structure(fiche, *name, date->day, ledger));
        add_services(fiche, date->day, ledger);
        if (edition_.choices.permanence_services) add_permanences(fiche, *name, date->day, ledger);
        return true;
    }

    bool refuse(const Fiche& fiche, std::string field, const Words& why, const Words& remedy) {
        account_.refuse({fiche.file, std::move(field), why, remedy});
        return false;
    }

    // verified.on, else the latest day of a list the fiche came from, else git's last change of the file.
    std::optional<Dated> date_of(const Fiche& fiche) {
        const model::Partner& partner = *fiche.partner;
        std::optional<Date> day;
        std::string field = "verified.on";
        bool from_sources = false;
        if (partner.verified) day = partner.verified->on;
        if (!day) {
            for (const model::Source& source : partner.sources)
                if (source.on && (!day || *day < *source.on)) day = source.on;
            if (day) field = "sources.on";
            from_sources = day.has_value();
        }
        bool from_git = false;
        if (!day && edition_.changed_on) {
            day = edition_.changed_on(fiche.file);
            from_git = day.has_value();
        }
        if (!day) {
            refuse(fiche, "verified.on", no_date(), verify_it(fiche.id));
            return std::nullopt;
        }
        // A commit of another time zone may bear tomorrow's date.
        if (from_git && edition_.today < *day) day = edition_.today;
        if (edition_.today < *day || day->year < 2000) {
            refuse(fiche, field, odd_date(day->iso()), correct_date());
            return std::nullopt;
        }
        if (from_git) account_.invented("date_maj", date_from_git());
        return Dated{day->iso(), from_sources};
    }

    Data structure(const Fiche& fiche, const std::string& name, const std::string& date, Ledger& ledger) {
        const model::Partner& partner = *fiche.partner;
        DataObject out;
        out.put("source", source_).put("id", fiche.id).put("nom", name).put("date_maj", date);
        add_source_link(partner, out, &ledger);
        if (model::is_siret(partner.siret))
            out.add("siret", partner.siret);
        else
            ledger.lose("siret");
        add_place(partner, out, &ledger);
        add_desk(partner, out, &ledger);
        out.add("site_web", web_address(partner.website));
        if (web_address(partner.website).empty()) ledger.lose("website");
        const std::string description = description_of(edition_, partner);
        if (is_long_enough(description)) out.add("description", fitted(description));
        out.add("horaires_accueil", hours_of(partner.hours, partner.hours_note));
        if (partner.hours_note.empty() && has_comment(partner.hours)) ledger.flatten("hours");
        if (const std::string link = web_address(partner.accessibility); !link.empty())
            out.add("accessibilite_lieu", link);
        else
            ledger.lose("accessibility");
        const std::vector<std::string> networks = networks_of(edition_.catalog.vocabulary(), partner);
        if (networks.empty()) ledger.lose("kind");
        // Two kinds may have one code: town halls and their communities.
        if (!networks.empty() && first_with(networks.front()) != partner.kind) ledger.flatten("kind");
        out.add("reseaux_porteurs", view::texts_of(networks));
        return std::move(out).done();
    }

    [[nodiscard]] std::string first_with(const std::string& network) const {
        for (const model::Term& kind : edition_.catalog.vocabulary().kinds)
            if (std::find(kind.di.begin(), kind.di.end(), network) != kind.di.end()) return kind.id;
        return "";
    }

    // A comment at their end reads like a note behind them.
    static bool has_comment(const std::string& hours) { return text::trim(hours).ends_with('"'); }

    // The first link there is; the others have no place.
    static void add_source_link(const model::Partner& partner, DataObject& out, Ledger* ledger) {
        std::string link = web_address(partner.source_link);
        bool from_sources = false;
        std::size_t links = 0;
        for (const model::Source& source : partner.sources) {
            if (source.link.empty()) continue;
            ++links;
            if (!from_sources && !web_address(source.link).empty()) {
                link = web_address(source.link);
                from_sources = true;
            }
        }
        out.add("lien_source", link);
        if (ledger == nullptr) return;
        ledger->lose("sources.link", links - (from_sources ? 1 : 0));
        if (from_sources || link.empty()) ledger->lose("source_link");
    }

    void add_place(const model::Partner& partner, DataObject& out, Ledger* ledger) const {
        if (!partner.address || partner.address->confidential.value_or(false)) return;
        const model::Address& address = *partner.address;
        out.add("adresse", address.street).add("complement_adresse", address.extra);
        if (model::is_postcode(address.postcode))
            out.add("code_postal", address.postcode);
        else if (ledger != nullptr)
            ledger->lose("address.postcode");
        out.add("commune", address.commune).add("code_insee", insee_of(edition_, address));
        // One of the two says nothing.
        if (address.latitude && address.longitude) {
            out.add("latitude", *address.latitude).add("longitude", *address.longitude);
        } else if (ledger != nullptr) {
            ledger->lose("address.latitude");
            ledger->lose("address.longitude");
        }
    }

    static void add_desk(const model::Partner& partner, DataObject& out, Ledger* ledger) {
        if (!partner.phones.empty()) {
            out.add("telephone", partner.phones.front().number);
            if (ledger != nullptr) ledger->lose("phones.number", partner.phones.size() - 1);
        }
        const auto email = first_email(partner.emails);
        if (email) out.add("courriel", partner.emails[*email].address);
        if (ledger != nullptr) ledger->lose("emails.address", partner.emails.size() - (email ? 1 : 0));
    }

    void add_services(const Fiche& fiche, const std::string& date, Ledger& ledger) {
        const model::Partner& partner = *fiche.partner;
        std::set<std::string> ids;
        std::set<std::string_view> taken;  // of through_services and "referral": what a service says for the fiche
        for (std::size_t i = 0; i < partner.services.size(); ++i) {
            const model::Service& service = partner.services[i];
            if (has_ended(edition_, service, account_, ledger)) continue;
            const std::string place =
                "services." + (service.id.empty() ? std::to_string(i) : utf8::printable(service.id));
            const std::string description = description_for(service, partner);
            const auto name = name_for(service.name);
            std::optional<std::pair<std::string, std::pair<Words, Words>>> fault;
            if (service.id.empty() || !model::is_id(service.id))
                fault = {".id", {no_id(), give_id()}};
            else if (!ids.insert(service.id).second)
                fault = {".id", {twin_id(service.id), other_id()}};
            else if (!name)
                fault = {".name", {bad_name(), shorten_name()}};
            else if (!is_long_enough(description))
                fault = {".description", {no_description(), describe_it()}};
            if (fault) {
                account_.refuse({fiche.file, place + fault->first, fault->second.first, fault->second.second});
                ledger.refuse(service);
                continue;
            }
            DataObject out = begun(fiche, fiche.id + "--" + service.id, *name, fitted(description), date);
            add_service(fiche, service, "services.", out, ledger, taken);
            services.push_back(std::move(out).done());
            account_.service();
        }
        if (partner.services.empty() && edition_.choices.service_per_fiche) {
            const std::string description = description_of(edition_, partner);
            if (is_long_enough(description)) {
                DataObject out = begun(fiche, fiche.id + "--fiche", *name_for(partner.name), fitted(description), date);
                add_service(fiche, {}, "", out, ledger, taken);
                services.push_back(std::move(out).done());
                account_.service();
            } else {
                account_.refuse({fiche.file, "summary", no_description(), describe_it()});
            }
        }
        for (const std::string_view path : through_services)
            if (taken.count(path) == 0) ledger.lose(path);
        if (taken.count("referral") == 0) ledger.lose_below("referral");
    }

    std::string description_for(const model::Service& service, const model::Partner& partner) const {
        const std::string own = edition_.plain(service.description);
        return is_long_enough(own) ? own : std::string(text::trim(partner.summary));
    }

    DataObject begun(const Fiche& fiche, std::string id, const std::string& name, const std::string& description,
                     const std::string& date) const {
        DataObject out;
        out.put("source", source_)
            .put("structure_id", fiche.id)
            .put("id", std::move(id))
            .put("nom", name)
            .put("description", description)
            .put("date_maj", date);
        add_source_link(*fiche.partner, out, nullptr);
        return out;
    }

    // What the service says of itself stands below `prefix`, "" where the fiche itself is the service.
    void add_service(const Fiche& fiche, const model::Service& service, const std::string& prefix, DataObject& out,
                     Ledger& ledger, std::set<std::string_view>& taken) {
        const model::Partner& partner = *fiche.partner;
        const model::Service whole = facts::effective(partner, service);
        // Where the service says nothing its fiche's word stands in. What is lost of that is counted once, however many
        // services take it over: then there is no path.
        const auto owner = [&](std::string_view field, bool own) -> std::string {
            if (own) return prefix + std::string(field);
            const auto* row = std::find(through_services.begin(), through_services.end(), field);
            return row == through_services.end() || taken.insert(*row).second ? std::string(field) : std::string();
        };
        const Coded themes = themes_of(edition_.catalog.vocabulary(), whole.themes);
        lose_coded(themes, owner("themes", !service.themes.empty()), ledger);
        out.add("thematiques", view::texts_of(themes.codes));
        const Coded publics = publics_of(edition_.catalog.vocabulary(), whole.publics);
        lose_coded(publics, owner("publics", !service.publics.empty()), ledger);
        out.add("publics", view::texts_of(publics.codes));
        out.add("publics_precisions", partner.publics_note);
        add_conditions(partner, whole, out);
        taken.insert({"publics_note", "age_min", "age_max"});
        const Zone zone = zone_of(edition_.catalog.territory(), whole.territory);
        const std::string territory = owner("territory", !service.territory.empty());
        ledger.lose(territory, zone.unknown);
        out.add("zone_eligibilite", view::texts_of(zone.codes));
        add_fee(whole, owner("fee", !service.fee.empty()), out, ledger);
        owner("fee_note", !service.fee_note.empty());
        if (whole.referral) add_referral(*whole.referral, out);
        if (!service.referral) taken.insert("referral");
        out.add("modes_accueil", view::texts_of(codes(service.reception, receptions)));
        add_place(partner, out, nullptr);
        add_contact(fiche, service, out, ledger);
        if (has_comment(service.hours)) ledger.flatten(prefix + "hours", 1);
        out.add("horaires_accueil",
                service.hours.empty() ? hours_of(partner.hours, partner.hours_note) : hours_of(service.hours, ""));
    }

    static void lose_coded(const Coded& coded, const std::string& path, Ledger& ledger) {
        ledger.lose(path, coded.lost);
        ledger.flatten(path, coded.flattened);
    }

    void add_conditions(const model::Partner& partner, const model::Service& whole, DataObject& out) const {
        std::vector<std::string> lines;
        if (std::string ages = ages_of(partner, edition_.lang); !ages.empty()) lines.push_back(std::move(ages));
        if (whole.referral)
            if (std::string papers = papers_of(*whole.referral, edition_.lang); !papers.empty())
                lines.push_back(std::move(papers));
        out.add("conditions_acces", text::join(lines, "\n"));
    }

    void add_fee(const model::Service& whole, const std::string& path, DataObject& out, Ledger& ledger) const {
        if (whole.fee == "free") out.add("frais", "gratuit");
        if (whole.fee == "paid") out.add("frais", "payant");
        std::string note = whole.fee_note;
        if (whole.fee == "conditional") {
            ledger.flatten(path, 1);
            const std::string words = conditional().in(edition_.lang);
            note = note.empty() ? words : words + (edition_.lang == Lang::fr ? " : " : ": ") + note;
        }
        out.add("frais_precisions", note);
    }

    void add_referral(const model::Referral& referral, DataObject& out) const {
        out.add("modes_mobilisation", view::texts_of(codes(referral.modes, modes)));
        out.add("mobilisable_par", view::texts_of(codes(referral.by, ways_in)));
        out.add("lien_mobilisation", web_address(referral.link));
        out.add("mobilisation_precisions", steps_of(edition_, referral));
    }

    // A person is named only where they, their mailbox and their number are for everyone; else the desk answers.
    void add_contact(const Fiche& fiche, const model::Service& service, DataObject& out, Ledger& ledger) const {
        const facts::Disclosure everyone{facts::Reader::everyone, false, edition_.today};
        const auto person =
            service.contact.empty() ? std::nullopt : facts::release_person(edition_.catalog, service.contact, everyone);
        if (!person || !names(fiche.id, service.contact)) {
            if (!service.contact.empty()) ledger.lose("services.contact", 1);
            add_desk(*fiche.partner, out, nullptr);
            return;
        }
        out.add("contact_nom_prenom", (*person)->name);
        if (const auto* phone = line_for((*person)->phones, fiche.id))
            out.add("telephone", phone->number);
        else if (!fiche.partner->phones.empty())
            out.add("telephone", fiche.partner->phones.front().number);
        const auto* email = line_for((*person)->emails, fiche.id);
        if (email != nullptr && model::is_email(email->address))
            out.add("courriel", email->address);
        else if (const auto first = first_email(fiche.partner->emails))
            out.add("courriel", fiche.partner->emails[*first].address);
    }

    // The gate, once more for everyone: it knows who has left.
    [[nodiscard]] bool names(const std::string& fiche, const std::string& person) const {
        const auto open =
            facts::release_partner(edition_.catalog, fiche, {facts::Reader::everyone, false, edition_.today});
        return open && std::any_of((*open)->services.begin(), (*open)->services.end(),
                                   [&](const model::Service& service) { return service.contact == person; });
    }

    template <class Line>
    static const Line* line_for(const std::vector<Line>& lines, const std::string& partner) {
        const Line* general = nullptr;
        for (const Line& line : lines) {
            if (line.for_partner == partner) return &line;
            if (general == nullptr && line.for_partner.empty()) general = &line;
        }
        return general;
    }

    void add_permanences(const Fiche& fiche, const std::string& name, const std::string& date, Ledger& ledger) {
        std::set<std::string> ids;
        for (const model::Permanence& permanence : fiche.partner->permanences) {
            model::Address at;
            std::string where = permanence.place;
            if (!permanence.at.empty())
                if (const auto host = facts::release_partner(edition_.catalog, permanence.at,
                                                             {edition_.reader, false, edition_.today})) {
                    const auto& address = (*host)->address;
                    if (address && !address->confidential.value_or(false)) at = *address;
                    if (where.empty()) where = (*host)->name;
                }
            if (!permanence.commune.empty() && permanence.commune != at.commune) {
                at = {};
                at.commune = permanence.commune;
            }
            if (where.empty()) where = at.commune;
            std::string description = std::string(text::trim(fiche.partner->summary));
            if (permanence.by_appointment.value_or(false))
                description += (description.empty() ? "" : "\n\n") + by_appointment().in(edition_.lang);
            if (!permanence.note.empty()) description += (description.empty() ? "" : "\n\n") + permanence.note;
            const auto title = name_for(permanence_at(name, where).in(edition_.lang));
            if (!title || !is_long_enough(description)) continue;
            std::string id = fold::slug(where.empty() ? "permanence" : where, 40);
            for (int twin = 2; !ids.insert(id).second; ++twin) id = fold::slug(where, 40) + "-" + std::to_string(twin);
            model::Partner there = *fiche.partner;
            there.address = at;
            DataObject out = begun(fiche, fiche.id + "--permanence-" + id, *title, fitted(description), date);
            model::Service whole = facts::effective(there, {});
            out.add("thematiques", view::texts_of(themes_of(edition_.catalog.vocabulary(), whole.themes).codes));
            out.add("publics", view::texts_of(publics_of(edition_.catalog.vocabulary(), whole.publics).codes));
            out.add("zone_eligibilite", view::texts_of(zone_of(edition_.catalog.territory(), whole.territory).codes));
            if (whole.referral) add_referral(*whole.referral, out);
            add_place(there, out, nullptr);
            add_desk(there, out, nullptr);
            out.add("horaires_accueil", hours_of(permanence.hours, ""));
            services.push_back(std::move(out).done());
            account_.service();
            sent_permanence(permanence, ledger);
        }
    }

    // The table says that permanences are lost; these are not.
    static void sent_permanence(const model::Permanence& permanence, Ledger& ledger) {
        const auto found = [&](std::string_view path, bool has, Fate fate) {
            if (has) ledger.find(path, 1, fate);
        };
        found("permanences.place", !permanence.place.empty(), Fate::flattened);
        found("permanences.at", !permanence.at.empty(), Fate::flattened);
        found("permanences.commune", !permanence.commune.empty(), Fate::mapped);
        found("permanences.hours", !permanence.hours.empty(), Fate::mapped);
        found("permanences.by_appointment", permanence.by_appointment.has_value(), Fate::flattened);
        found("permanences.note", !permanence.note.empty(), Fate::flattened);
    }

    const Edition& edition_;
    Account& account_;
    std::string source_;
};

// The columns of the official template, in its order. Rows with something under `__ignore__` are passed over.
constexpr std::array<std::string_view, 20> structure_columns{"__ignore__",
                                                             "id",
                                                             "date_maj",
                                                             "nom",
                                                             "siret",
                                                             "description",
                                                             "adresse",
                                                             "complement_adresse",
                                                             "commune",
                                                             "code_postal",
                                                             "code_insee",
                                                             "latitude",
                                                             "longitude",
                                                             "telephone",
                                                             "courriel",
                                                             "lien_source",
                                                             "site_web",
                                                             "horaires_accueil",
                                                             "accessibilite_lieu",
                                                             "reseaux_porteurs"};
constexpr std::array<std::string_view, 31> service_columns{"__ignore__",
                                                           "structure_id",
                                                           "id",
                                                           "date_maj",
                                                           "nom",
                                                           "description",
                                                           "lien_source",
                                                           "type",
                                                           "thematiques",
                                                           "frais",
                                                           "frais_precisions",
                                                           "publics",
                                                           "publics_precisions",
                                                           "conditions_acces",
                                                           "commune",
                                                           "code_insee",
                                                           "code_postal",
                                                           "latitude",
                                                           "longitude",
                                                           "adresse",
                                                           "complement_adresse",
                                                           "telephone",
                                                           "courriel",
                                                           "modes_accueil",
                                                           "zone_eligibilite",
                                                           "contact_nom_prenom",
                                                           "modes_mobilisation",
                                                           "lien_mobilisation",
                                                           "mobilisable_par",
                                                           "mobilisation_precisions",
                                                           "horaires_accueil"};

std::string cell_of(const Data* value) {
    if (value == nullptr) return {};
    if (const std::string* text = value->text()) return *text;
    if (const auto* number = std::get_if<double>(&value->held)) return fmt::format("{}", *number);
    std::vector<std::string> texts;
    if (const DataList* list = value->list())
        for (const Data& item : *list) texts.push_back(cell_of(&item));
    return text::join(texts, ", ");
}

template <std::size_t N>
view::Sheet sheet_of(std::string name, const DataList& records, const std::array<std::string_view, N>& columns) {
    view::Sheet sheet;
    sheet.name = std::move(name);
    sheet.titles.assign(columns.begin(), columns.end());
    for (const Data& record : records) {
        std::vector<std::string> row;
        for (const std::string_view column : columns) row.push_back(cell_of(record.find(column)));
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

std::string source_of(const Edition& edition) {
    const auto& exported = edition.catalog.settings().exported;
    return exported ? std::string(text::trim(exported->source)) : std::string();
}

}  // namespace

Result<std::vector<Part>> data_inclusion_files(const Edition& edition, Account& account) {
    const std::string source = source_of(edition);
    if (source.empty()) return Error{ErrorKind::usage, no_source(), say_source()};
    Writer writer(edition, account, source);
    writer.write();
    return std::vector<Part>{{"structures.json", Data(std::move(writer.structures))},
                             {"services.json", Data(std::move(writer.services))}};
}

Result<std::vector<Part>> data_inclusion_workbook(const Edition& edition, Account& account) {
    // The validator asks for no source: whoever drops the file there is it.
    Writer writer(edition, account, source_of(edition));
    writer.write();
    view::Workbook book;
    book.push_back(sheet_of("Structures", writer.structures, structure_columns));
    book.push_back(sheet_of("Services", writer.services, service_columns));
    return std::vector<Part>{{"data-inclusion.xlsx", std::move(book)}};
}

}  // namespace cafe::exchange
