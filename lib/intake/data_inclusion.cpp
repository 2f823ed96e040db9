#include "intake/data_inclusion.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>
#include <unordered_map>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "calendar/hours.hpp"
#include "intake/described.hpp"
#include "model/values.hpp"

namespace cafe::intake {

namespace {

using model::VocabularyKind;

using Names = std::initializer_list<std::string_view>;
// A value of theirs and ours.
using Pair = std::pair<std::string_view, std::string_view>;
constexpr std::array<Pair, 4> modes{{{"telephoner", "phone"},
                                     {"envoyer-un-courriel", "email"},
                                     {"se-presenter", "walk-in"},
                                     {"utiliser-lien-mobilisation", "form"}}};
constexpr std::array<Pair, 2> ways_in{{{"usagers", "users"}, {"professionnels", "professionals"}}};
constexpr std::array<Pair, 2> receptions{{{"en-presentiel", "in-person"}, {"a-distance", "remote"}}};

constexpr Phrase<> no_name{"il manque le nom", "the name is missing"};
constexpr Phrase<std::string> no_structure{"service sans sa structure « {} » : laissé",
                                           "service without its structure '{}': left out"};
constexpr Phrase<> personal{"courriel d'une personne, laissé hors de la fiche",
                            "a person's mailbox, left out of the record"};
constexpr Phrase<std::string> unread_phone{"téléphone illisible : {}", "telephone that cannot be read: {}"};
constexpr Phrase<std::string> unread_email{"courriel illisible : {}", "e-mail that cannot be read: {}"};
constexpr Phrase<> elsewhere{"service ailleurs qu'à l'adresse de la structure : cette adresse-là n'est pas reprise",
                             "service elsewhere than at the structure's address: that address is not taken"};
// The cells of a table by the names of its columns, each looked for once.
class Reader {
public:
    explicit Reader(const Table& table) : table_(&table) {}

    /// The first of these columns that says something.
    std::string operator()(const Row& row, Names names) {
        for (const std::string_view name : names) {
            const std::size_t at = column(name);
            if (at < row.cells.size())
                if (const std::string_view cell = text::trim(row.cells[at]); !cell.empty()) return std::string(cell);
        }
        return "";
    }
    /// Codes of a list, however it is written: a ; b, a, b, ["a", "b"], {a,b}.
    std::vector<std::string> codes(const Row& row, Names names) {
        std::string plain = (*this)(row, names);
        for (char& c : plain) {
            if (c == ';' || c == '|') c = ',';
            if (c == '[' || c == ']' || c == '{' || c == '}' || c == '"') c = ' ';
        }
        std::vector<std::string> found;
        for (const std::string_view part : text::split(plain, ','))
            if (const std::string_view code = text::trim(part); !code.empty()) found.emplace_back(code);
        return found;
    }

private:
    std::size_t column(std::string_view name) {
        const auto [at, made] = columns_.emplace(std::string(name), 0);
        if (made) at->second = table_->column(name);
        return at->second;
    }
    const Table* table_;
    std::unordered_map<std::string, std::size_t> columns_;
};

bool has_column(const Table& table, std::string_view name) {
    return table.column(name) < table.header.size();
}
bool holds_services(const Table& table) {
    return has_column(table, "structure_id") && has_column(table, "nom");
}
bool holds_structures(const Table& table) {
    return !holds_services(table) && has_column(table, "id") && has_column(table, "nom");
}

template <std::size_t N>
std::vector<std::string> ours(const std::vector<std::string>& codes, const std::array<Pair, N>& pairs) {
    std::vector<std::string> found;
    for (const auto& [theirs, word] : pairs)
        if (std::find(codes.begin(), codes.end(), theirs) != codes.end()) found.emplace_back(word);
    return found;
}

// "47106", "200068930", "47", "france": an area as a record may name it.
std::string area_code(const std::string& code) {
    constexpr std::size_t siren = 9;
    constexpr std::size_t insee = 5;
    if (code == "france" || code == "99100") return "France";
    if (code.size() == siren && text::is_digits(code)) return "epci:" + code;
    if (code.size() == insee) return "insee:" + code;
    return code.size() <= 3 ? "dep:" + code : "";
}

struct Structure {
    std::size_t row = 0;  // of the rows
    std::string phone;
    std::string email;
    std::string hours;
    std::string insee;
    std::vector<RecordBuilder> services{};
};

class Fiches {
public:
    Fiches(const Lexicon& lexicon, const store::Book& book) : lexicon_(lexicon), book_(book) {
        if (book.settings.value.exported) own_source_ = std::string(text::trim(book.settings.value.exported->source));
    }

    Exported read(const std::vector<Table>& tables) {
        for (const Table& table : tables)
            if (holds_structures(table) && out_.partners == nullptr) out_.partners = &table;
        if (out_.partners == nullptr) return std::move(out_);
        Reader cells(*out_.partners);
        for (const Row& row : out_.partners->rows) add_structure(cells, row);
        for (const Table& table : tables) {
            if (!holds_services(table)) continue;
            Reader of_services(table);
            for (const Row& row : table.rows) add_service(of_services, row);
        }
        for (Structure& structure : structures_) finish(structure);
        return std::move(out_);
    }

private:
    void remark(const Words& sentence) { out_.rows.remarks.add(sentence); }

    // Whose numbers these are: the notebook's own, or the producer's.
    [[nodiscard]] bool is_own(const std::string& source, const std::string& id) const {
        if (!source.empty()) return source == own_source_;
        return store::find(book_.partners, id) != nullptr;
    }
    static std::string key_of(const std::string& source, const std::string& id) {
        if (source.empty() || id.empty() || id.starts_with(source + "--")) return id;
        return source + "--" + id;
    }

    // ---- Structures --------------------------------------------------------------------------------------------

    void add_structure(Reader& cells, const Row& row) {
        Become one;
        one.row = &row;
        const std::string source = cells(row, {"source"});
        const std::string id = cells(row, {"id"});
        const bool own = is_own(source, id) && model::is_id(id);
        (own ? one.id : one.key) = own ? id : key_of(source, id);
        one.decision = cells(row, {record_column});
        one.source_date = read_date(cells(row, {"date_maj"}), DayOrder::day_first);
        one.source_link = read_website(cells(row, {"lien_source"}));
        Structure structure{out_.rows.all.size(),       cells(row, {"telephone"}),
                            cells(row, {"courriel"}),   cells(row, {"horaires_accueil", "horaires_ouverture"}),
                            cells(row, {"code_insee"}), {}};
        RecordBuilder record;
        record.say("name", one_line(cells(row, {"nom"})));
        if (const std::string siret = read_siret(cells(row, {"siret"})).siret; !siret.empty())
            record.say("siret", siret);
        record.say("rna", cells(row, {"rna"}));
        add_kind(cells, row, record);
        const std::string summary = cells(row, {"presentation_resume"});
        const std::string detail = cells(row, {"description", "presentation_detail"});
        take_description(summary.empty() ? detail : summary + "\n\n" + detail, record);
        const std::string site = cells(row, {"site_web"});
        record.say("website", model::is_url(site) ? site : read_website(site));
        record.say("accessibility", cells(row, {"accessibilite_lieu", "accessibilite"}));
        add_hours(structure.hours, "hours_note", record);
        add_address(cells, row, record);
        add_phones(structure.phone, record);
        add_email(structure.email, own, record);
        if (own) record.list("sources", {own_origin(one)});
        one.record = Value{std::move(record.map)};
        if (text_at(one.record, "name").empty()) one.reasons.push_back(no_name());
        by_number_.emplace(id, structures_.size());
        by_number_.emplace(key_of(source, id), structures_.size());
        themes_.emplace_back(terms(VocabularyKind::themes, cells.codes(row, {"thematiques"})));
        structures_.push_back(std::move(structure));
        out_.rows.all.push_back(std::move(one));
    }

    [[nodiscard]] Value own_origin(const Become& one) const {
        RecordBuilder item;
        item.say("name", own_source_.empty() ? std::string(data_inclusion_source) : own_source_);
        item.say("id", one.id);
        if (one.source_date) item.say("on", one.source_date->iso());
        item.say("link", one.source_link);
        return Value{std::move(item.map)};
    }

    void add_kind(Reader& cells, const Row& row, RecordBuilder& record) {
        const auto codes = cells.codes(row, {"reseaux_porteurs", "typologie", "labels_nationaux"});
        const auto kinds = terms(VocabularyKind::kinds, codes);
        const auto named = lexicon_.terms_in(VocabularyKind::kinds, text_at(Value{record.map}, "name"));
        record.say("kind", !kinds.empty() ? kinds.front() : named.empty() ? "autre" : named.front());
    }

    void add_address(Reader& cells, const Row& row, RecordBuilder& record) {
        RecordBuilder address;
        const std::string written = cells(row, {"commune"});
        const std::string postcode = cells(row, {"code_postal"});
        const std::string insee = cells(row, {"code_insee"});
        address.say("street", one_line(cells(row, {"adresse"})));
        address.say("extra", one_line(cells(row, {"complement_adresse"})));
        address.say("postcode", model::is_postcode(postcode) ? postcode : read_postcode(postcode));
        const Lexicon::Commune by_name = lexicon_.commune(written, postcode);
        const Lexicon::Commune by_code = insee.empty() ? by_name : lexicon_.commune_by_code(insee);
        // A name that means the same commune stays as it is written.
        const bool same = !written.empty() && by_name.code == by_code.code;
        address.say("commune", same || by_code.name.empty() ? one_line(written) : by_code.name);
        const std::string latitude = cells(row, {"latitude"});
        const std::string longitude = cells(row, {"longitude"});
        const auto north = read_decimal(latitude);
        const auto east = read_decimal(longitude);
        if (north && east && is_in_france(*north, *east)) {
            address.say("latitude", text::replace_all(latitude, ",", "."));
            address.say("longitude", text::replace_all(longitude, ",", "."));
        }
        if (!address.map.empty()) record.map.push_back(Member{"address", Value{std::move(address.map)}});
    }

    void add_phones(const std::string& cell, RecordBuilder& record) {
        const PhonesCell read = read_phones(cell, false);
        for (const std::string& part : read.unread) remark(unread_phone(utf8::printable(part)));
        List phones;
        for (const PhoneCell& phone : read.phones) {
            RecordBuilder item;
            item.say("number", phone.number);
            item.say("label", phone.label);
            phones.push_back(phone.label.empty() ? Value{phone.number} : Value{std::move(item.map)});
        }
        record.list("phones", std::move(phones));
    }

    void add_email(const std::string& cell, bool own, RecordBuilder& record) {
        std::vector<std::string> words;
        for (const fold::Word& word : fold::words(text_at(Value{record.map}, "name"))) words.push_back(word.folded);
        List emails;
        const EmailsCell read = read_emails(cell);
        for (const std::string& part : read.unread) remark(unread_email(utf8::printable(part)));
        for (const std::string& address : read.addresses) {
            if (!own && looks_personal(address, words))
                remark(personal());
            else
                emails.push_back(Value{address});
        }
        record.list("emails", std::move(emails));
    }

    // ---- Services ----------------------------------------------------------------------------------------------

    void add_service(Reader& cells, const Row& row) {
        const std::string source = cells(row, {"source"});
        const std::string number = cells(row, {"structure_id"});
        auto found = by_number_.find(number);
        if (found == by_number_.end()) found = by_number_.find(key_of(source, number));
        if (found == by_number_.end()) return remark(no_structure(utf8::printable(number)));
        Structure& structure = structures_[found->second];
        Become& fiche = out_.rows.all[structure.row];
        RecordBuilder service;
        const std::string name = one_line(cells(row, {"nom"}));
        service.say("id", id_for(structure, fiche, cells(row, {"id"}), name));
        service.say("name", name);
        const std::string description = cells(row, {"description", "presentation_detail", "presentation_resume"});
        // A service that says nothing of itself was given the fiche's summary.
        if (one_line(description) != text_at(fiche.record, "summary")) service.say("description", prose(description));
        service.list("themes", terms(VocabularyKind::themes, cells.codes(row, {"thematiques"})));
        service.list("publics", terms(VocabularyKind::publics, cells.codes(row, {"publics", "profils"})));
        service.list("territory", areas(cells.codes(row, {"zone_eligibilite", "zone_diffusion_code"})));
        add_fee(cells, row, service);
        if (const std::string hours = cells(row, {"horaires_accueil", "horaires_ouverture"}); hours != structure.hours)
            add_hours(hours, "", service);
        add_referral(cells, row, service);
        service.list("reception", ours(cells.codes(row, {"modes_accueil"}), receptions));
        service.say("publics_note", one_line(cells(row, {"publics_precisions", "profils_precisions"})));
        add_contact(cells, row, structure, fiche);
        const std::string insee = cells(row, {"code_insee"});
        if (!insee.empty() && !structure.insee.empty() && insee != structure.insee) remark(elsewhere());
        structure.services.push_back(std::move(service));
    }

    // "ccas-fumel--domiciliation" → "domiciliation"; of other producers' numbers the name makes one. The fiche's own
    // service has none.
    static std::string id_for(const Structure& structure, const Become& fiche, const std::string& number,
                              const std::string& name) {
        std::string id = number;
        if (!fiche.id.empty() && number == fiche.id + "--fiche") return "";
        if (!fiche.id.empty() && number.starts_with(fiche.id + "--")) id = number.substr(fiche.id.size() + 2);
        if (fiche.id.empty() || !model::is_id(id)) id = fold::slug(name, 40);
        if (id.empty()) id = "service";
        const auto taken = [&](const std::string& word) {
            return std::any_of(structure.services.begin(), structure.services.end(),
                               [&](const RecordBuilder& other) { return text_at(Value{other.map}, "id") == word; });
        };
        std::string free = id;
        for (int n = 2; taken(free); ++n) free = id + "-" + std::to_string(n);
        return free;
    }

    static void add_fee(Reader& cells, const Row& row, RecordBuilder& service) {
        const auto fees = cells.codes(row, {"frais"});
        std::string note = one_line(cells(row, {"frais_precisions", "frais_autres"}));
        std::string fee;
        for (const std::string& code : fees) fee = code.starts_with("gratuit") ? "free" : "paid";
        if (fees.size() == 1 && fees.front() == "gratuit-sous-conditions") fee = "conditional";
        for (const std::string_view words : {"Sous conditions", "Under conditions"}) {
            if (!fee.empty() || !note.starts_with(words)) continue;
            fee = "conditional";
            note = note.substr(words.size());
            note.erase(0, std::min(note.find_first_not_of(" :"), note.size()));
        }
        service.say("fee", fee);
        service.say("fee_note", note);
    }

    static void add_referral(Reader& cells, const Row& row, RecordBuilder& service) {
        RecordBuilder referral;
        take_steps(cells(row, {"mobilisation_precisions", "modes_orientation_beneficiaire_autres"}),
                   cells(row, {"conditions_acces"}), referral);
        referral.list("modes", ours(cells.codes(row, {"modes_mobilisation"}), modes));
        referral.list("by", ours(cells.codes(row, {"mobilisable_par"}), ways_in));
        referral.say("link", read_website(cells(row, {"lien_mobilisation"})));
        if (!referral.map.empty()) service.map.push_back(Member{"referral", Value{std::move(referral.map)}});
    }

    void add_contact(Reader& cells, const Row& row, const Structure& structure, Become& fiche) {
        PersonRow person;
        person.name = one_line(cells(row, {"contact_nom_prenom"}));
        const bool known = std::any_of(fiche.people.begin(), fiche.people.end(),
                                       [&](const PersonRow& other) { return other.name == person.name; });
        if (person.name.empty() || known) return;
        // What is the structure's own is not the person's.
        if (const std::string email = cells(row, {"courriel"}); email != structure.email)
            person.emails = read_emails(email).addresses;
        if (const std::string phone = cells(row, {"telephone"}); phone != structure.phone)
            person.phones = read_phones(phone, false).phones;
        fiche.people.push_back(std::move(person));
    }

    // ---- Both --------------------------------------------------------------------------------------------------

    static void add_hours(const std::string& cell, std::string_view note, RecordBuilder& record) {
        const HoursAndNote read = read_opening(cell);
        record.say("hours", read.hours);
        if (!note.empty()) record.say(note, read.note);
    }

    std::vector<std::string> terms(VocabularyKind kind, const std::vector<std::string>& codes) {
        std::vector<std::string> found;
        for (const std::string& code : codes) {
            const Looked looked = lexicon_.term(kind, code, {}, {});
            if (looked.id.empty())
                out_.rows.remarks.unknown_word(words_of(kind), code, looked.nearest);
            else if (std::find(found.begin(), found.end(), looked.id) == found.end())
                found.push_back(looked.id);
        }
        return found;
    }
    static std::string_view words_of(VocabularyKind kind) {
        if (kind == VocabularyKind::themes) return "themes";
        return kind == VocabularyKind::publics ? "publics" : "kind";
    }

    std::vector<std::string> areas(const std::vector<std::string>& codes) {
        std::vector<std::string> found;
        for (const std::string& code : codes) {
            const auto area = lexicon_.area(area_code(code));
            if (!area)
                out_.rows.remarks.unknown_word("territory", code, "");
            else if (std::find(found.begin(), found.end(), *area) == found.end())
                found.push_back(*area);
        }
        return found;
    }

    // ---- The whole fiche ---------------------------------------------------------------------------------------

    // What all services say alike the fiche says; what it must say, and they do not, is proposed.
    void finish(Structure& structure) {
        Become& one = out_.rows.all[structure.row];
        RecordBuilder record{std::move(*std::get_if<Map>(&one.record.held))};
        std::vector<std::string> themes = themes_[structure.row];
        std::vector<std::string> territory;
        for (const RecordBuilder& service : structure.services) {
            service.add_to(themes, "themes");
            service.add_to(territory, "territory");
        }
        for (const std::string_view key :
             {"publics", "publics_note", "fee", "fee_note", "referral", "themes", "territory"})
            raise(key, structure.services, record);
        record.list("themes", themes.empty() ? guessed_themes(record) : themes);
        record.list("territory", territory.empty() ? guessed_territory(record) : territory);
        List services;
        for (RecordBuilder& service : structure.services) {
            service.erase("publics_note");
            if (service.find("id") != nullptr) services.push_back(Value{std::move(service.map)});
        }
        record.list("services", std::move(services));
        one.record = Value{std::move(record.map)};
    }

    static void raise(std::string_view key, std::vector<RecordBuilder>& services, RecordBuilder& record) {
        if (services.empty()) return;
        const Value* first = services.front().find(key);
        if (first == nullptr) return;
        const Value said = *first;
        const bool all = std::all_of(services.begin(), services.end(), [&](const RecordBuilder& service) {
            const Value* value = service.find(key);
            return value != nullptr && *value == said;
        });
        if (!all && key != "publics_note") return;
        for (RecordBuilder& service : services) service.erase(key);
        if (record.find(key) == nullptr) record.map.push_back(Member{std::string(key), said});
    }

    [[nodiscard]] std::vector<std::string> guessed_themes(const RecordBuilder& record) const {
        constexpr std::size_t most = 2;
        const Value fiche{record.map};
        auto found =
            lexicon_.terms_in(VocabularyKind::themes, text_at(fiche, "name") + ". " + text_at(fiche, "summary") + " " +
                                                          text_at(fiche, "description"));
        if (found.size() > most) found.resize(most);
        return found.empty() ? std::vector<std::string>{"acces-aux-droits"} : found;
    }

    // The commune it sits in, else the notebook's département.
    [[nodiscard]] std::vector<std::string> guessed_territory(const RecordBuilder& record) const {
        if (const Value* address = record.find("address")) {
            const auto commune = lexicon_.commune(text_at(*address, "commune"), text_at(*address, "postcode"));
            if (const auto area = commune.code.empty() ? std::nullopt : lexicon_.area(commune.code)) return {*area};
        }
        const auto& departments = book_.settings.value.departments;
        const auto area = departments.empty() ? std::nullopt : lexicon_.area("dep:" + departments.front());
        return area ? std::vector<std::string>{*area} : std::vector<std::string>{};
    }

    const Lexicon& lexicon_;
    const store::Book& book_;
    std::string own_source_;
    Exported out_;
    std::vector<Structure> structures_;
    std::vector<std::vector<std::string>> themes_;  // that a structure of version 0 says itself
    std::unordered_map<std::string, std::size_t> by_number_;
};

}  // namespace

Exported read_data_inclusion(const std::vector<Table>& tables, const Lexicon& lexicon, const store::Book& book) {
    return Fiches(lexicon, book).read(tables);
}

bool is_data_inclusion(const Table& table) {
    return (holds_services(table) || holds_structures(table)) && has_column(table, "date_maj");
}

}  // namespace cafe::intake
