#include "exchange/engine_rows.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>

#include "base/text.hpp"
#include "exchange/answered.hpp"
#include "exchange/fiches.hpp"
#include "model/values.hpp"
#include "query/fiche.hpp"
#include "query/match.hpp"
#include "query/spellings.hpp"
#include "query/synonyms.hpp"
#include "query/texts.hpp"
#include "query/weights.hpp"
#include "query/word_lists.hpp"

namespace cafe::exchange {

namespace {

using model::Partner;
using model::Service;
using territory::AreaRef;

constexpr std::int64_t as_a_whole = -1;  // where a service has its place in the fiche

Cell text(std::string_view said) {
    return std::string(said);
}
Cell day(const std::optional<Date>& date) {
    return date ? Cell(date->iso()) : Cell();
}
template <class Number>
Cell number(const std::optional<Number>& value) {
    if (!value) return {};
    if constexpr (std::is_same_v<Number, int>)
        return static_cast<std::int64_t>(*value);
    else
        return *value;
}

/// The spellings of words, numbered as they are met; those that say nothing by themselves come first.
class Words {
public:
    Words() {
        const std::string little = query::words_of(query::WordList::little);
        for (const std::string_view word : text::split(little, ' '))
            if (!word.empty()) number_of(std::string(word));
        little_ = static_cast<std::int64_t>(folded_.size());
    }

    std::vector<query::SpelledWord> read(std::string_view said) { return spellings_.words_of(said); }

    std::int64_t number_of(const query::Spelling& spelling) {
        if (spelling.number >= by_spelling_.size()) by_spelling_.resize(spelling.number + 1);
        std::int64_t& number = by_spelling_[spelling.number];
        if (number == 0) number = number_of(spelling.folded);
        return number;
    }

    /// The last that says nothing.
    [[nodiscard]] std::int64_t little() const { return little_; }

    void put(const PutRow& put) const {
        for (std::size_t i = 0; i < folded_.size(); ++i) {
            const query::Sought word = query::sought(fold::Word{folded_[i], 0, 0, false});
            put("spelling", {static_cast<std::int64_t>(i + 1), word.folded, word.light, word.root});
        }
    }

private:
    std::int64_t number_of(const std::string& folded) {
        const auto [at, is_new] = numbers_.try_emplace(folded, static_cast<std::int64_t>(folded_.size() + 1));
        if (is_new) folded_.push_back(folded);
        return at->second;
    }

    query::Spellings spellings_;
    std::vector<std::int64_t> by_spelling_;
    std::unordered_map<std::string, std::int64_t> numbers_;
    std::vector<std::string> folded_;
    std::int64_t little_ = 0;
};

/// Areas that are served, numbered as they are met.
class Areas {
public:
    std::int64_t number_of(const AreaRef& area) {
        const auto [at, is_new] = numbers_.try_emplace(area, static_cast<std::int64_t>(met_.size() + 1));
        if (is_new) met_.push_back(area);
        return at->second;
    }

    void put(const Edition& edition, const PutRow& put) const {
        const territory::Territory& territory = edition.catalog.territory();
        for (const AreaRef& area : met_) {
            const std::int64_t number = numbers_.at(area);
            put("area", {number, area.code, territory.name(area), territory.kind_name(area).in(edition.lang),
                         static_cast<std::int64_t>(territory.size(area))});
            for (const AreaRef& commune : territory.communes_of(area)) put("area_unit", {number, bare_code(commune)});
        }
    }

private:
    std::map<AreaRef, std::int64_t> numbers_;
    std::vector<AreaRef> met_;
};

class Writer {
public:
    Writer(const Edition& edition, const store::Catalog& catalog, Account& account, const PutRow& put)
        : edition_(edition), catalog_(catalog), account_(account), put_(put), synonyms_(catalog.vocabulary()) {}

    void write() {
        put_vocabulary();
        each_fiche(edition_, Way::engine, Closed::taken, account_, [&](const Fiche& fiche, Ledger&) {
            put_fiche(fiche);
            return true;
        });
        areas_.put(edition_, put_);
        words_.put(put_);
        put_meta();
        EngineRow weights;
        for (const auto& [name, value] : query::each_weight()) weights.emplace_back(value);
        put_("weights", weights);
    }

private:
    void put_meta() {
        const auto fact = [&](std::string_view key, std::string_view value) { put_("meta", {text(key), text(value)}); };
        fact("version", "cafe/engine/1");
        fact("made_on", edition_.today.iso());
        fact("audience", edition_.reader == facts::Reader::partners ? "partners" : "public");
        fact("language", edition_.lang == Lang::en ? "en" : "fr");
        fact("notebook", catalog_.settings().name);
        fact("little", std::to_string(words_.little()));
    }

    // ---- The words of the network -----------------------------------------------------------------------------------

    void put_vocabulary() {
        const model::Vocabulary& vocabulary = catalog_.vocabulary();
        const auto put_theme = [&](const auto& theme, std::string_view family) {
            put_("theme", {theme.id, text(family), theme.label.fr, theme.label.en, theme.di});
        };
        for (const model::Family& family : vocabulary.families) {
            put_theme(family, {});
            for (const model::Term& theme : family.children) put_theme(theme, family.id);
        }
        for (const model::Term& each : vocabulary.publics)
            put_("public", {each.id, each.label.fr, each.label.en, each.di});
        for (const model::Term& each : vocabulary.kinds) put_("kind", {each.id, each.label.fr, each.label.en, each.di});
    }

    // ---- What a fiche says, to be read ------------------------------------------------------------------------------

    void put_fiche(const Fiche& fiche) {
        const Partner& partner = *fiche.partner;
        const store::PartnerEntry& entry = *catalog_.partner(fiche.id);
        put_partner(fiche);
        const std::int64_t whole = ++offers_;
        put_offer(fiche.id, partner, whole, as_a_whole, whole);
        put_themes(fiche.id, as_a_whole, partner.themes);
        serve(whole, entry.areas);
        answer_themes(partner, whole, std::nullopt);
        for (std::size_t i = 0; i < partner.services.size(); ++i) {
            const auto at = static_cast<std::int64_t>(i);
            put_service(fiche.id, partner, partner.services[i], at);
            put_offer(fiche.id, partner, ++offers_, at, whole);
            put_themes(fiche.id, at, partner.services[i].themes);
            serve(offers_, entry.service_areas[i]);
            answer_themes(partner, offers_, i);
            account_.service();
        }
        put_texts(partner, whole);
        put_numbers(partner, whole);
        put_places(partner, whole);
    }

    void put_partner(const Fiche& fiche) {
        const Partner& partner = *fiche.partner;
        const model::Address address = partner.address.value_or(model::Address{});
        put_("partner", {fiche.id,
                         partner.name,
                         partner.short_name,
                         partner.kind,
                         partner.summary,
                         partner.description,
                         text(status_of(partner)),
                         partner.verified ? day(partner.verified->on) : Cell(),
                         partner.siret,
                         address.street,
                         address.postcode,
                         address.commune,
                         insee_of(edition_, address),
                         number(address.latitude),
                         number(address.longitude),
                         partner.website,
                         partner.hours,
                         edition_.json(phones_of(partner)),
                         edition_.json(emails_of(partner)),
                         edition_.record(fiche.partner)});
    }

    static view::Data phones_of(const Partner& partner) {
        view::DataList phones;
        for (const model::Phone& phone : partner.phones)
            phones.push_back(
                view::DataObject().put("number", phone.number).add("label", phone.label).add("tip", phone.tip).done());
        return phones;
    }
    static view::Data emails_of(const Partner& partner) {
        view::DataList emails;
        for (const model::Email& email : partner.emails)
            emails.push_back(view::DataObject().put("address", email.address).add("label", email.label).done());
        return emails;
    }

    void put_service(const std::string& id, const Partner& partner, const Service& service, std::int64_t at) {
        static const model::Referral nothing;
        const model::Referral& referral = service.referral   ? *service.referral
                                          : partner.referral ? *partner.referral
                                                             : nothing;
        const model::Capacity capacity = service.capacity.value_or(model::Capacity{});
        put_("service",
             {id, at, service.id, service.name, service.description, service.situations,
              service.fee.empty() ? partner.fee : service.fee, referral.modes, referral.bring, referral.delay,
              hours_of(partner, at), number(capacity.places), number(capacity.free), day(capacity.as_of)});
    }

    void put_themes(const std::string& id, std::int64_t at, const std::vector<std::string>& themes) {
        for (const std::string& theme : themes) put_("partner_theme", {id, at, theme});
    }

    // ---- What a ranking goes by: query/match.cpp, fiche.cpp ---------------------------------------------------------

    static const std::string& hours_of(const Partner& partner, std::int64_t at) {
        if (at == as_a_whole) return partner.hours;
        const std::string& own = partner.services[static_cast<std::size_t>(at)].hours;
        return own.empty() ? partner.hours : own;
    }

    void put_offer(const std::string& id, const Partner& partner, std::int64_t offer, std::int64_t at,
                   std::int64_t whole) {
        static const Service nothing;
        const Service& service = at == as_a_whole ? nothing : partner.services[static_cast<std::size_t>(at)];
        put_("offer", {offer, whole, id, service.id, at, partner.kind,
                       static_cast<std::int64_t>(model::status_of(partner.status)),
                       partner.verified ? day(partner.verified->on) : Cell(),
                       at == as_a_whole ? partner.publics : service.publics, query::is_for_some_alone(partner),
                       number(partner.age_min), number(partner.age_max), day(service.from), day(service.until),
                       length_of(partner), open_week(hours_of(partner, at))});
    }

    // Of all that is searched in a fiche; asked for the fiche and kept for its services.
    std::int64_t length_of(const Partner& partner) {
        if (measured_ == &partner) return length_;
        measured_ = &partner;
        length_ = 0;
        for (const query::Text& said : query::texts_of(catalog_, partner))
            length_ += static_cast<std::int64_t>(words_.read(said.text).size());
        return length_;
    }

    // For seven days from the day of the export on, four signs each.
    const std::string& open_week(const std::string& hours) {
        const auto [known, is_new] = open_.try_emplace(hours);
        if (!is_new) return known->second;
        using Part = query::AskedDay::Part;
        for (int ahead = 0; ahead < 7; ++ahead)
            for (const Part part : {Part::any, Part::morning, Part::afternoon, Part::evening}) {
                const double open =
                    query::openness(hours, edition_.today.plus_days(ahead), part, catalog_.settings().departments);
                known->second += open == 1 ? '1' : open == 0 ? '0' : '?';
            }
        return known->second;
    }

    void serve(std::int64_t offer, const std::vector<AreaRef>& areas) {
        std::set<std::int64_t> served;
        for (const AreaRef& area : areas)
            if (served.insert(areas_.number_of(area)).second) put_("serves", {offer, areas_.number_of(area)});
    }

    void answer_themes(const Partner& partner, std::int64_t offer, std::optional<std::size_t> service) {
        for (const Answered& each : answered(catalog_.vocabulary(), partner, service))
            put_("answers",
                 {each.theme, offer, each.strength, each.level, text(each.inherited ? "inherited" : "stated")});
    }

    void put_texts(const Partner& partner, std::int64_t whole) {
        std::set<std::pair<std::int64_t, std::string>> synonyms;
        std::int64_t at = 0;
        for (const query::Text& said : query::texts_of(catalog_, partner)) {
            const std::int64_t offer = said.service ? whole + 1 + static_cast<std::int64_t>(*said.service) : whole;
            const auto words = words_.read(said.text);
            put_text(said, words, whole, offer, ++at);
            if (!said.service || !said.says_need) continue;
            std::vector<std::string> lights;
            for (const query::SpelledWord& word : words) lights.push_back(word.spelling->light);
            // One word alone tells in what a person in need says (query/fiche.cpp, by_said_theme).
            for (std::string& theme : synonyms_.said_by(lights, said.field == "situations" ? 1 : 2))
                synonyms.emplace(offer, std::move(theme));
        }
        for (const auto& [offer, theme] : synonyms)
            put_("answers", {theme, offer, query::weights().by_synonym, query::weights().text, text("synonym")});
    }

    void put_text(const query::Text& said, const std::vector<query::SpelledWord>& words, std::int64_t whole,
                  std::int64_t offer, std::int64_t at) {
        std::vector<std::int64_t> numbers;
        std::int64_t telling = 0;
        std::string initials;
        for (const query::SpelledWord& word : words) {
            numbers.push_back(words_.number_of(*word.spelling));
            if (word.spelling->little) continue;
            ++telling;
            initials += word.spelling->folded.front();
        }
        const bool is_name =
            !said.service && (said.field == "name" || said.field == "short_name" || said.field == "aliases");
        put_("said", {whole, offer, at, text(said.field), said.weight, said.says_need, !query::is_name_of_house(said),
                      std::move(numbers), telling, is_name ? Cell(std::move(initials)) : Cell()});
    }

    void put_numbers(const Partner& partner, std::int64_t whole) {
        std::set<std::string> dials;
        const auto add = [&](std::string_view written) {
            if (const auto phone = model::to_phone(written); phone && dials.insert(phone->dial).second)
                put_("number", {whole, phone->dial});
        };
        const auto add_line = [&](const std::optional<model::Referral>& referral) {
            if (referral && referral->professionals) add(referral->professionals->phone);
        };
        for (const model::Phone& phone : partner.phones) add(phone.number);
        add_line(partner.referral);
        for (const Service& service : partner.services) add_line(service.referral);
        for (const model::Contact& contact : partner.contacts) {
            const model::Person* person = catalog_.person(contact.person);
            if (person == nullptr) continue;
            put_("holds", {whole, contact.person, contact.until.has_value()});
            for (const model::PersonPhone& phone : person->phones) add(phone.number);
        }
    }

    void put_places(const Partner& partner, std::int64_t whole) {
        const territory::Territory& territory = catalog_.territory();
        std::set<std::pair<std::string, bool>> places;
        const auto add = [&](const territory::Resolved& found, bool seat) {
            if (const auto* area = std::get_if<AreaRef>(&found)) places.emplace(area->code, seat);
        };
        if (const auto& address = partner.address; address && !address->confidential.value_or(false)) {
            add(territory.resolve_address(address->commune, address->postcode), true);
            add(territory.resolve(address->commune, territory::Spoken::record), false);
        }
        for (const model::Permanence& desk : partner.permanences)
            add(territory.resolve(desk.commune, territory::Spoken::record), false);
        for (const auto& [place, seat] : places) put_("stands", {whole, place, seat});
    }

    const Edition& edition_;
    const store::Catalog& catalog_;
    Account& account_;
    const PutRow& put_;
    const query::ThemeSynonyms synonyms_;
    Words words_;
    Areas areas_;
    std::int64_t offers_ = 0;
    std::map<std::string, std::string, std::less<>> open_;  // by hours
    const Partner* measured_ = nullptr;
    std::int64_t length_ = 0;
};

}  // namespace

void engine_rows(const Edition& edition, const store::Catalog& catalog, Account& account, const PutRow& put) {
    Writer(edition, catalog, account, put).write();
}

}  // namespace cafe::exchange
