#include "view/fiche.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

#include "base/text.hpp"
#include "calendar/open_week.hpp"
#include "facts/contact.hpp"
#include "facts/freshness.hpp"
#include "model/audience.hpp"
#include "model/fields.hpp"
#include "model/languages.hpp"
#include "model/values.hpp"
#include "model/vocabulary.hpp"
#include "view/fiche_actions.hpp"
#include "view/hours.hpp"
#include "view/map.hpp"
#include "view/places.hpp"
#include "view/shown_fields.hpp"
#include "view/visiting_card.hpp"
#include "view/wording.hpp"

namespace cafe::view {

namespace {

using model::VocabularyKind;
using Rows = std::vector<std::pair<std::string, Text>>;

constexpr Phrase<> partners_trail{"Partenaires", "Partners"};
constexpr Phrase<> scan{"À scanner pour enregistrer le contact", "Scan to save the contact"};
constexpr Phrase<std::string> qr_code{"Code QR : carte de visite de {}", "QR code: visiting card of {}"};

constexpr Phrase<> refer{"Orienter une personne", "Referring somebody"};
constexpr Phrase<> who_may{"Qui peut orienter", "Who may refer"};
constexpr Phrase<> how{"Comment", "How"};
constexpr Phrase<> delay{"Délai", "Delay"};
constexpr Phrase<> cost{"Frais", "Cost"};
constexpr Phrase<> bring{"À apporter", "To bring"};
constexpr Phrase<> form{"En ligne", "Online"};
constexpr Phrase<> good_to_know{"À savoir", "Good to know"};
constexpr Phrase<> professionals_line{"Ligne des professionnels", "Professionals’ line"};

constexpr Phrase<> presentation{"Présentation", "About"};
constexpr Phrase<> missions{"Ce que fait la structure", "What they do"};
constexpr Phrase<> limits{"Ce que la structure ne fait pas", "What they do not do"};
constexpr Phrase<> for_whom{"Pour qui", "For whom"};
constexpr Phrase<> what_for{"Pour quoi, pour qui", "What for, and for whom"};
constexpr Phrase<> themes{"Thèmes", "Themes"};
constexpr Phrase<> publics{"Publics", "Who"};
constexpr Phrase<> age{"Âge", "Age"};
constexpr Phrase<> conditions{"Précisions", "Details"};
constexpr Phrase<> spoken{"Langues parlées", "Languages spoken"};
constexpr Phrase<> access{"Accessibilité", "Accessibility"};
constexpr Phrase<int, int> between_ages{"de {} à {} ans", "{} to {} years"};
constexpr Phrase<int> from_age{"à partir de {} ans", "from {} years"};
constexpr Phrase<int> to_age{"jusqu’à {} ans", "up to {} years"};

constexpr Phrase<> services{"Services", "Services"};
constexpr Phrase<> situations{"Quand quelqu’un dit", "When somebody says"};
constexpr Phrase<> served{"Territoire", "Area"};
constexpr Phrase<> opening{"Horaires", "Hours"};
constexpr Phrase<> in_order{"Étapes", "Steps"};
constexpr Phrase<> contact{"Contact", "Contact"};
constexpr Phrase<> room_left{"Places", "Places"};
constexpr Phrase<> period{"Période", "Period"};
constexpr Phrase<std::string> since{"à partir du {}", "from {}"};
constexpr Phrase<std::string> until{"jusqu’au {}", "until {}"};

constexpr Phrase<> permanences{"Permanences", "Outreach desks"};
constexpr Phrase<> place_column{"Lieu", "Place"};
constexpr Phrase<> when_column{"Quand", "When"};
constexpr Phrase<> for_what_column{"Pour quoi", "What for"};
constexpr Phrase<> by_appointment{"sur rendez-vous", "by appointment"};
constexpr Phrase<> without_appointment{"sans rendez-vous", "no appointment needed"};

constexpr Phrase<> see_also{"Voir aussi", "See also"};
constexpr Phrase<> part_of{"Fait partie de", "Part of"};

constexpr Phrase<> reach{"Joindre", "Reach them"};
constexpr Phrase<> hidden_address{"Adresse confidentielle", "Confidential address"};
constexpr Phrase<> people{"Contacts", "Contacts"};
constexpr Phrase<> between_us{"Entre professionnels", "Among professionals"};
constexpr Phrase<> reception{"Horaires d’accueil", "Opening hours"};
constexpr Phrase<> not_to_pass_on{"À ne pas donner au public.", "Not to be given to the public."};
constexpr Phrase<> served_title{"Territoire", "Area served"};
constexpr Phrase<std::string> suspension{"Accueil {}.", "Reception {}."};

constexpr Phrase<std::string, std::string> verified_how{"Fiche vérifiée le {} {}", "Checked on {} {}"};
constexpr Phrase<std::string> verified{"Fiche vérifiée le {}", "Checked on {}"};
constexpr Phrase<Words, std::string> due_on{"{} ; à relire avant le {}.", "{}; due again by {}."};
constexpr Phrase<Words, std::string> overdue{"{} ; à relire depuis le {} : vérifiez avant d’y envoyer quelqu’un.",
                                             "{}; due since {}: ask before sending somebody there."};
constexpr Phrase<std::string> minutes_of{"Compte rendu du {}", "Minutes of {}"};
constexpr Phrase<> never_verified{"Fiche jamais vérifiée : appelez avant d’y envoyer quelqu’un.",
                                  "Never checked: call before sending somebody there."};

class Fiche {
public:
    Fiche(const Directory& directory, const facts::Released<model::Partner>& released)
        : directory_(directory),
          edition_(directory.edition),
          lang_(directory.edition.lang),
          released_(released),
          partner_(*released),
          listing_(directory.find(released.id())) {}

    Page page() {
        Page page;
        page.self = {PageKind::fiche, released_.id()};
        page.lang = lang_;
        page.title = partner_.name;
        page.kicker = kind_and_name(edition_, partner_);
        page.lead = partner_.summary;
        page.description = partner_.summary.empty() ? partner_.name : partner_.summary;
        page.trail.emplace_back(say(partners_trail()), PageRef{PageKind::home, ""});
        add_head(page);
        add_body(page);
        add_side(page);
        return page;
    }

private:
    [[nodiscard]] std::string say(const Words& words) const { return words.in(lang_); }
    [[nodiscard]] std::string choice(std::string_view path, const std::string& value) const {
        return choice_label(model::partner_shape(), path, value, lang_);
    }
    [[nodiscard]] std::string choices(std::string_view path, const std::vector<std::string>& values) const {
        std::vector<std::string> labels;
        for (const std::string& value : values) labels.push_back(choice(path, value));
        return text::join(labels, ", ");
    }
    [[nodiscard]] std::string terms(VocabularyKind kind, const std::vector<std::string>& ids) const {
        std::vector<std::string> labels;
        for (const std::string& id : ids) labels.push_back(edition_.catalog.vocabulary().label(kind, id).in(lang_));
        return text::join(labels, ", ");
    }

    static void add(Rows& rows, const std::string& label, Text value) {
        if (!value.empty() && !(value.size() == 1 && value.front().text.empty()))
            rows.emplace_back(label, std::move(value));
    }
    void add(Rows& rows, const Words& label, Text value) const { add(rows, say(label), std::move(value)); }

    // What rows of the field list place here by themselves.
    void add_shown(Rows& rows, const void* record, const model::Shape& shape, model::Shown where) const {
        for (auto& row : shown_fields(record, shape, where, edition_.catalog.vocabulary(), lang_))
            rows.push_back(std::move(row));
    }

    static Text lines(const std::vector<std::string>& texts) {
        std::vector<Text> parts;
        for (const std::string& text : texts) parts.push_back(plain(text));
        return join(parts, "\n");
    }

    void section(Page& page, const Words& title, std::vector<Block> blocks) const {
        Section section;
        section.title = say(title);
        section.blocks = std::move(blocks);
        page.body.push_back({std::move(section)});
    }
    void section(Page& page, const Words& title, const std::vector<std::string>& texts) const {
        std::vector<Text> list;
        for (const std::string& text : texts) list.push_back(plain(text));
        if (!list.empty()) section(page, title, {Block{items(std::move(list))}});
    }

    // ---- Head ------------------------------------------------------------------------------------------------------

    void add_head(Page& page) const {
        const std::string mark = suspension_mark(partner_, edition_.today, lang_);
        if (!mark.empty()) {
            Notice notice{{strong(say(suspension(mark)))}};
            if (partner_.suspension && !partner_.suspension->reason.empty())
                notice.lines.push_back(plain(partner_.suspension->reason));
            page.head.push_back({std::move(notice)});
        }
        if (facts::freshness(partner_, edition_.catalog.settings(), edition_.today).stale)
            page.head.push_back({Notice{{plain(freshness())}}});
        if (Actions ways = ways_to_reach(edition_, released_); !ways.actions.empty())
            page.head.push_back({std::move(ways)});
        if (Text where = address(", "); !where.empty())
            page.head.push_back({AtHand{{{std::move(where), Sign::place}}}});
        if (Tags tags = theme_tags(); !tags.tags.empty()) page.head.push_back({std::move(tags)});
        if (edition_.reader == facts::Reader::everyone) return;
        // Whoever is one of them looks for these first.
        if (auto blocks = professional_blocks(); !blocks.empty())
            page.beside_title = panel_of(between_us(), std::move(blocks));
    }

    // Each with the colour of its family.
    [[nodiscard]] Tags theme_tags() const {
        const model::Vocabulary& vocabulary = edition_.catalog.vocabulary();
        Tags tags;
        for (const std::string& theme : all_themes())
            if (const model::Family* family = vocabulary.family_of(theme))
                tags.tags.push_back({theme_label(directory_, theme),
                                     {PageKind::theme, theme},
                                     static_cast<std::size_t>(family - vocabulary.families.data())});
        return tags;
    }

    [[nodiscard]] const model::ProfessionalLine* professionals() const {
        return partner_.referral && partner_.referral->professionals ? &*partner_.referral->professionals : nullptr;
    }

    // ---- Referral --------------------------------------------------------------------------------------------------

    [[nodiscard]] Text fee_text(const std::string& fee, const std::string& note) const {
        std::vector<std::string> parts;
        if (!fee.empty()) parts.push_back(capitalised(choice("fee", fee)));
        if (!note.empty()) parts.push_back(note);
        return plain(text::join(parts, ", "));
    }

    void add_referral(Rows& rows, const model::Referral& referral) const {
        add(rows, who_may(), plain(capitalised(choices("referral.by", referral.by))));
        add(rows, how(), plain(capitalised(choices("referral.modes", referral.modes))));
        add(rows, form(), referral.link.empty() ? Text{} : to_web(referral.link));
        add(rows, delay(), plain(referral.delay));
        add(rows, bring(), plain(text::join(referral.bring, ", ")));
        add(rows, good_to_know(), plain(referral.note));
        if (!referral.professionals) return;
        std::vector<Text> reach_them;
        if (!referral.professionals->phone.empty()) reach_them.push_back(to_phone(referral.professionals->phone));
        if (!referral.professionals->email.empty()) reach_them.push_back(to_mail(referral.professionals->email));
        add(rows, professionals_line(), join(reach_them, "\n"));
    }

    [[nodiscard]] std::optional<Section> guide() const {
        const model::Referral referral = partner_.referral.value_or(model::Referral{});
        Section section;
        section.title = say(refer());
        section.look = Look::guide;
        section.anchor = "orienter";
        if (!referral.steps.empty()) {
            Steps steps;
            for (const std::string& step : referral.steps) steps.items.push_back(plain(step));
            section.blocks.push_back({std::move(steps)});
        }
        Rows rows;
        add_referral(rows, referral);
        add(rows, cost(), fee_text(partner_.fee, partner_.fee_note));
        add_shown(rows, &partner_, model::partner_shape(), model::Shown::guide);
        if (!rows.empty()) section.blocks.push_back({Facts{std::move(rows)}});
        if (section.blocks.empty()) return std::nullopt;
        return section;
    }

    // ---- Body ------------------------------------------------------------------------------------------------------

    void add_body(Page& page) const {
        if (auto section = guide()) page.body.push_back({std::move(*section)});
        section(page, missions(), partner_.missions);
        section(page, limits(), partner_.limits);
        add_for_whom(page);
        add_services(page);
        add_permanences(page);
        if (!partner_.description.empty()) section(page, presentation(), {Block{Markdown{partner_.description}}});
        add_see_also(page);
        // Said at the top already when it is a warning.
        const bool said = facts::freshness(partner_, edition_.catalog.settings(), edition_.today).stale;
        Text fresh = said ? Text{} : quiet(freshness());
        if (partner_.verified && !partner_.verified->meeting.empty()) fresh = join({fresh, at_the_meeting()}, " ");
        if (!fresh.empty()) page.body.push_back({Paragraph{std::move(fresh), Sign::none}});
        page.body.push_back({tools_of_fiche(edition_, released_)});
    }

    // Its minutes are a page of the partners' edition alone; elsewhere nothing is said of it.
    [[nodiscard]] Text at_the_meeting() const {
        const std::string& id = partner_.verified->meeting;
        const auto meeting = facts::release_meeting(edition_.catalog, id, {edition_.reader, false});
        if (!meeting || edition_.reader == facts::Reader::everyone || !(*meeting)->date) return {};
        const std::string day = plain_date(*(*meeting)->date).in(lang_);
        return to_page(say(minutes_of(day)), {PageKind::minutes, meeting->id()});
    }

    [[nodiscard]] std::string ages() const {
        if (partner_.age_min && partner_.age_max) return say(between_ages(*partner_.age_min, *partner_.age_max));
        if (partner_.age_min) return say(from_age(*partner_.age_min));
        return partner_.age_max ? say(to_age(*partner_.age_max)) : "";
    }

    void add_for_whom(Page& page) const {
        Rows rows;
        std::vector<Text> named;
        for (const std::string& theme : all_themes())
            named.push_back(to_page(theme_label(directory_, theme), {PageKind::theme, theme}));
        add(rows, themes(), join(named, ", "));
        add(rows, publics(), plain(terms(VocabularyKind::publics, partner_.publics)));
        add(rows, age(), plain(capitalised(ages())));
        add(rows, conditions(), plain(partner_.publics_note));
        std::vector<std::string> languages;
        for (const std::string& code : partner_.languages) languages.emplace_back(model::language_name(code, lang_));
        add(rows, spoken(), plain(capitalised(text::join(languages, ", "))));
        add(rows, access(), accessibility());
        add_shown(rows, &partner_, model::partner_shape(), model::Shown::for_whom);
        if (!rows.empty()) section(page, what_for(), {Block{Facts{std::move(rows)}}});
    }

    // Those of the fiche, then those that its services add.
    [[nodiscard]] std::vector<std::string> all_themes() const {
        std::vector<std::string> all = partner_.themes;
        for (const model::Service& service : partner_.services)
            for (const std::string& theme : service.themes)
                if (std::find(all.begin(), all.end(), theme) == all.end()) all.push_back(theme);
        return all;
    }

    [[nodiscard]] Text accessibility() const {
        if (partner_.accessibility.empty()) return {};
        return to_web(partner_.accessibility);
    }

    void add_services(Page& page) const {
        std::vector<Block> blocks;
        for (const model::Service& service : partner_.services) {
            if (service.until && *service.until < edition_.today) continue;
            blocks.push_back({service_section(service)});
        }
        if (!blocks.empty()) section(page, services(), std::move(blocks));
    }

    [[nodiscard]] Section service_section(const model::Service& service) const {
        Section section;
        section.title = service.name.empty() ? service.id : service.name;
        section.level = 3;
        section.anchor = first_of_its_id(service) ? service_anchor(service) : "";
        if (!service.description.empty()) section.blocks.push_back({Markdown{service.description}});
        Rows rows;
        add(rows, situations(), plain(text::join(quoted(service.situations), ", ")));
        add(rows, for_whom(), plain(terms(VocabularyKind::publics, service.publics)));
        add(rows, served(), plain(text::join(service.territory, ", ")));
        add(rows, opening(),
            service.hours.empty() ? Text{} : plain(capitalised(hours_in_a_line(service.hours, lang_))));
        if (service.referral) {
            add(rows, in_order(), lines(numbered(service.referral->steps)));
            add_referral(rows, *service.referral);
        }
        add(rows, cost(), fee_text(service.fee, service.fee_note));
        add(rows, contact(), service_contact(service));
        const model::Settings& settings = edition_.catalog.settings();
        add(rows, room_left(), aging_places(service, settings, edition_.today, lang_));
        add(rows, period(), plain(service_period(service)));
        add_shown(rows, &service, model::service_shape(), model::Shown::service);
        if (!rows.empty()) section.blocks.push_back({Facts{std::move(rows)}});
        return section;
    }

    // An anchor stands once in a page.
    [[nodiscard]] bool first_of_its_id(const model::Service& service) const {
        const auto first = std::find_if(partner_.services.begin(), partner_.services.end(),
                                        [&](const model::Service& other) { return other.id == service.id; });
        return &*first == &service;
    }

    [[nodiscard]] std::vector<std::string> quoted(std::vector<std::string> texts) const {
        for (std::string& text : texts) text = lang_ == Lang::fr ? "« " + text + " »" : "“" + text + "”";
        return texts;
    }
    static std::vector<std::string> numbered(std::vector<std::string> texts) {
        if (texts.size() > 1)
            for (std::size_t i = 0; i < texts.size(); ++i) texts[i] = fmt::format("{}. {}", i + 1, texts[i]);
        return texts;
    }

    [[nodiscard]] Text service_contact(const model::Service& service) const {
        if (service.contact.empty()) return {};
        const auto person = facts::release_person(edition_.catalog, service.contact, {edition_.reader, false});
        if (!person) return {};
        const auto whom = facts::whom_to_call(edition_.catalog, released_, service.id, "", edition_.today);
        if (whom.name.empty()) return {};
        Text text = plain(whom.name);
        if (!whom.phone.empty()) text = std::move(text) + plain(" ") + to_phone(whom.phone);
        return text;
    }

    [[nodiscard]] std::string service_period(const model::Service& service) const {
        std::vector<std::string> parts;
        if (service.from) parts.push_back(say(since(plain_date(*service.from).in(lang_))));
        if (service.until) parts.push_back(say(until(plain_date(*service.until).in(lang_))));
        return capitalised(text::join(parts, ", "));
    }

    void add_permanences(Page& page) const {
        if (partner_.permanences.empty()) return;
        Table table{say(permanences()), {say(place_column()), say(when_column()), say(for_what_column())}, {}};
        const bool any_service = std::any_of(partner_.permanences.begin(), partner_.permanences.end(),
                                             [](const model::Permanence& each) { return !each.services.empty(); });
        if (!any_service) table.columns.pop_back();
        for (const model::Permanence& each : partner_.permanences) {
            std::vector<Text> row{place_of(each), when_of(each)};
            if (any_service) row.push_back(plain(service_names(each.services)));
            table.rows.push_back(std::move(row));
        }
        section(page, permanences(), {Block{std::move(table)}});
    }

    [[nodiscard]] Text place_of(const model::Permanence& permanence) const {
        const Listing* host = permanence.at.empty() ? nullptr : directory_.find(permanence.at);
        std::string name = permanence.place;
        if (name.empty() && host != nullptr) name = host->name;
        Text place;
        if (!name.empty()) place = host == nullptr ? plain(name) : to_page(name, {PageKind::fiche, host->id});
        std::string commune = permanence.commune;
        if (commune.empty() && host != nullptr) commune = host->commune;
        if (commune.empty() || name.find(commune) != std::string::npos) return place;
        return place.empty() ? plain(commune) : std::move(place) + quiet("\n" + commune);
    }

    [[nodiscard]] Text when_of(const model::Permanence& permanence) const {
        std::vector<Text> parts;
        if (!permanence.hours.empty()) parts.push_back(plain(capitalised(hours_in_a_line(permanence.hours, lang_))));
        if (permanence.by_appointment)
            parts.push_back(quiet(say(*permanence.by_appointment ? by_appointment() : without_appointment())));
        if (!permanence.note.empty()) parts.push_back(plain(permanence.note));
        return join(parts, "\n");
    }

    // Ids of the fiche's services, or words.
    [[nodiscard]] std::string service_names(const std::vector<std::string>& asked) const {
        std::vector<std::string> names;
        for (const std::string& id : asked) {
            const auto own = std::find_if(partner_.services.begin(), partner_.services.end(),
                                          [&](const model::Service& service) { return service.id == id; });
            names.push_back(own == partner_.services.end() || own->name.empty() ? id : own->name);
        }
        return text::join(names, ", ");
    }

    void add_see_also(Page& page) const {
        std::vector<Text> links;
        if (const Listing* parent = directory_.find(partner_.parent); parent != nullptr && !partner_.parent.empty())
            links.push_back(quiet(say(part_of()) + " ") + to_page(parent->name, {PageKind::fiche, parent->id}));
        for (const std::string& id : partner_.see_also) {
            const Listing* other = directory_.find(id);
            if (other == nullptr) continue;
            Text link = to_page(other->name, {PageKind::fiche, other->id});
            if (!other->summary.empty()) link = std::move(link) + quiet(" – " + other->summary);
            links.push_back(std::move(link));
        }
        if (links.empty()) return;
        section(page, see_also(), {Block{items(std::move(links))}});
        std::get<Section>(page.body.back().is).on_paper = false;
    }

    [[nodiscard]] std::string freshness() const {
        const auto fresh = facts::freshness(partner_, edition_.catalog.settings(), edition_.today);
        if (!fresh.verified) return say(never_verified());
        const std::string on = plain_date(*fresh.verified).in(lang_);
        const std::string& by_means = partner_.verified->how;
        const Words checked = by_means.empty() ? verified(on) : verified_how(on, choice("verified.how", by_means));
        if (!fresh.due) return say(checked) + ".";
        const std::string due = plain_date(*fresh.due).in(lang_);
        return say(fresh.stale ? overdue(checked, due) : due_on(checked, due));
    }

    // ---- Side ------------------------------------------------------------------------------------------------------

    [[nodiscard]] Section panel_of(const Words& title, std::vector<Block> blocks) const {
        Section section;
        section.title = say(title);
        section.look = Look::panel;
        section.blocks = std::move(blocks);
        return section;
    }
    void panel(Page& page, const Words& title, std::vector<Block> blocks) const {
        if (!blocks.empty()) page.side.push_back(panel_of(title, std::move(blocks)));
    }

    void add_side(Page& page) const {
        panel(page, reach(), reach_blocks());
        panel(page, opening(), hours_blocks());
        if (edition_.reader == facts::Reader::everyone) panel(page, people(), professional_blocks());
        std::vector<Text> areas;
        if (const auto* entry = edition_.catalog.partner(released_.id()))
            for (const auto& area : entry->areas) areas.push_back(area_link(directory_, area));
        if (areas.empty()) return;
        std::vector<Block> blocks{Block{items(std::move(areas))}};
        if (listing_ != nullptr)
            if (auto map = served_map(directory_, *listing_)) blocks.push_back({std::move(*map)});
        panel(page, served_title(), std::move(blocks));
    }

    // The address in bold for a label, then the tip below it.
    static Text labelled(Text address, const std::string& label, const std::string& tip) {
        std::vector<Text> parts;
        parts.push_back(label.empty() ? std::move(address) : std::move(address) + quiet(" " + label));
        if (!tip.empty()) parts.push_back(quiet(tip));
        return join(parts, "\n");
    }

    // What anyone may be told; lines kept among professionals have their own panel.
    static bool is_open(const std::string& audience) {
        return model::audience_of(audience, model::Audience::public_) == model::Audience::public_;
    }
    [[nodiscard]] std::vector<Block> lines_for(bool open) const {
        std::vector<Block> blocks;
        for (const model::Phone& phone : partner_.phones)
            if (is_open(phone.audience) == open)
                blocks.push_back({Paragraph{labelled(to_phone(phone.number), phone.label, phone.tip), Sign::phone}});
        for (const model::Email& email : partner_.emails)
            if (is_open(email.audience) == open)
                blocks.push_back({Paragraph{labelled(to_mail(email.address), email.label, ""), Sign::mail}});
        return blocks;
    }

    [[nodiscard]] std::vector<Block> reach_blocks() const {
        std::vector<Block> blocks = lines_for(true);
        if (!partner_.website.empty()) blocks.push_back({Paragraph{to_web(partner_.website), Sign::web}});
        if (Text where = address("\n"); !where.empty()) blocks.push_back({Paragraph{std::move(where), Sign::place}});
        if (const std::string holds = card_in_a_code(visiting_card(released_)); !holds.empty())
            blocks.push_back({QrCode{holds, say(qr_code(partner_.name)), say(scan())}});
        return blocks;
    }

    [[nodiscard]] std::vector<Block> professional_blocks() const {
        std::vector<Block> blocks = lines_for(false);
        if (const auto* line = professionals(); line != nullptr && edition_.reader != facts::Reader::everyone)
            if (Outside::phone(line->phone))
                blocks.push_back(
                    {Paragraph{labelled(to_phone(line->phone), say(professionals_line()), ""), Sign::phone}});
        for (Block& block : people_blocks()) blocks.push_back(std::move(block));
        if (!blocks.empty() && edition_.reader != facts::Reader::everyone)
            blocks.push_back({Paragraph{quiet(say(not_to_pass_on())), Sign::none}});
        return blocks;
    }

    [[nodiscard]] Text address(const std::string& between) const {
        if (!partner_.address) return {};
        const model::Address& place = *partner_.address;
        std::vector<Text> parts;
        // A reader who may not see it is told why; for one who may, it is marked all the same.
        if (place.confidential.value_or(false)) parts.push_back(plain(say(hidden_address())));
        if (!place.street.empty()) parts.push_back(plain(place.street));
        if (!place.extra.empty()) parts.push_back(plain(place.extra));
        if (const std::string where = town_of(place); !where.empty()) parts.push_back(plain(where));
        return join(parts, between);
    }

    [[nodiscard]] std::vector<Block> hours_blocks() const {
        std::vector<Block> blocks;
        if (!partner_.hours.empty()) {
            const auto facts = [](const auto& rules) {
                Facts rows;
                for (const auto& [days, times] : rules) rows.rows.emplace_back(days, plain(capitalised(times)));
                return rows;
            };
            if (const auto week = week_of_hours(partner_.hours, lang_)) {
                Week table{say(reception()), {}};
                for (const auto& day : week->days)
                    table.days.push_back({day.weekday, capitalised(weekday_name(day.weekday, lang_)), day.times});
                // Who is suspended is not there, whatever the hours say.
                if (listing_ == nullptr || listing_->mark.empty())
                    table.minutes = calendar::open_week(partner_.hours, edition_.today.year,
                                                        edition_.catalog.settings().departments);
                blocks.push_back({std::move(table)});
                if (!week->besides.empty()) blocks.push_back({facts(week->besides)});
            } else if (const auto rules = opening_hours(partner_.hours, lang_)) {
                blocks.push_back({facts(*rules)});
            } else {
                blocks.push_back({Paragraph{plain(partner_.hours), Sign::none}});
            }
        }
        if (!partner_.hours_note.empty()) blocks.push_back({Paragraph{plain(partner_.hours_note), Sign::none}});
        return blocks;
    }

    [[nodiscard]] std::vector<Block> people_blocks() const {
        std::vector<Block> blocks;
        for (const model::Contact& each : partner_.contacts) {
            if (!facts::is_present(each, edition_.today)) continue;
            const auto person = facts::release_person(edition_.catalog, each.person, {edition_.reader, false});
            if (!person) continue;
            std::vector<Text> parts{strong((*person)->name) + plain(each.role.empty() ? "" : ", " + each.role)};
            for (const model::PersonPhone& phone : (*person)->phones)
                if (is_for_us(phone.for_partner)) parts.push_back(to_phone(phone.number));
            for (const model::PersonEmail& email : (*person)->emails)
                if (is_for_us(email.for_partner)) parts.push_back(to_mail(email.address));
            blocks.push_back({Paragraph{join(parts, "\n"), Sign::none}});
        }
        return blocks;
    }

    [[nodiscard]] bool is_for_us(const std::string& partner) const {
        return partner.empty() || partner == released_.id();
    }

    const Directory& directory_;
    const Edition& edition_;
    Lang lang_;
    const facts::Released<model::Partner>& released_;
    const model::Partner& partner_;
    const Listing* listing_;
};

}  // namespace

std::string service_anchor(const model::Service& service) {
    return model::is_id(service.id) ? "s-" + service.id : std::string();
}

Page fiche_page(const Directory& directory, const facts::Released<model::Partner>& partner) {
    return Fiche(directory, partner).page();
}

}  // namespace cafe::view
