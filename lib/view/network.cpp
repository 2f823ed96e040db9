#include "view/network.hpp"

#include <algorithm>
#include <tuple>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "calendar/schedule.hpp"
#include "facts/contact.hpp"
#include "model/fields.hpp"
#include "view/hours.hpp"
#include "view/wording.hpp"

namespace cafe::view {

namespace {

constexpr Phrase<> title{"Réseau", "Network"};
constexpr Phrase<> lead{"Qui tient le réseau, ce qui a été signé, où il se réunit.",
                        "Who keeps the network, what was signed, where it meets."};
constexpr Phrase<> protocol{"Le protocole", "The protocol"};
constexpr Phrase<> signed_on{"Signé le", "Signed on"};
constexpr Phrase<> valid_until{"Valable jusqu’au", "Valid until"};
constexpr Phrase<> pilots{"Pilotes", "Led by"};
constexpr Phrase<> signatories{"Les signataires", "The signatories"};
constexpr Phrase<> year_column{"Depuis", "Since"};
constexpr Phrase<> partner_column{"Partenaire", "Partner"};
constexpr Phrase<> commitments_column{"Engagements", "Commitments"};
constexpr Phrase<> deployment{"Où en est le réseau", "Where the network stands"};
constexpr Phrase<> area_column{"Territoire", "Area"};
constexpr Phrase<> state_column{"État", "State"};
constexpr Phrase<> lead_column{"Porté par", "Led by"};
constexpr Phrase<> cafes{"Les cafés", "The cafés"};
constexpr Phrase<> cafe_column{"Café", "Café"};
constexpr Phrase<> where_column{"Où", "Where"};
constexpr Phrase<> when_column{"Quand", "When"};
constexpr Phrase<> referents{"Les référents", "The referents"};
constexpr Phrase<> person_column{"Personne", "Person"};
constexpr Phrase<> themes_column{"Thèmes", "Topics"};
constexpr Phrase<> trainings{"Formations", "Trainings"};
constexpr Phrase<> training_column{"Formation", "Training"};
constexpr Phrase<> places_column{"Places", "Places"};
constexpr Phrase<std::string, std::string> hours_between{"{} – {}", "{} – {}"};
constexpr Phrase<int, int> enrolled_of{"{} inscrits pour {} places", "{} enrolled for {} places"};
constexpr Phrase<int> places_in_all{"{} places", "{} places"};
constexpr Phrase<int> came{"{} venus", "{} came"};
constexpr Phrase<> nothing_yet{"Rien n’est encore écrit sur le réseau lui-même.",
                               "Nothing is written about the network itself yet."};

class NetworkPage {
public:
    explicit NetworkPage(const Directory& directory)
        : directory_(directory), edition_(directory.edition), network_(edition_.catalog.network()) {}

    Page page() {
        page_.self = {PageKind::network, ""};
        page_.lang = edition_.lang;
        page_.title = say(title());
        page_.lead = say(lead());
        page_.description = page_.lead;
        add_protocol();
        add_cafes();
        add_deployment();
        add_referents();
        add_signatories();
        add_trainings();
        if (page_.body.empty()) page_.body.push_back({Paragraph{plain(say(nothing_yet())), Sign::none}});
        return std::move(page_);
    }

private:
    [[nodiscard]] std::string say(const Words& words) const { return words.in(edition_.lang); }
    [[nodiscard]] std::string day(const std::optional<Date>& date) const {
        return date ? plain_date(*date).in(edition_.lang) : "";
    }

    void section(const Words& heading, Block block, std::string anchor) {
        Section section;
        section.title = say(heading);
        section.anchor = std::move(anchor);
        section.blocks.push_back(std::move(block));
        page_.body.push_back({std::move(section)});
    }
    void table(const Words& heading, std::vector<Words> columns, std::vector<std::vector<Text>> rows,
               std::string anchor) {
        if (rows.empty()) return;
        Table table{say(heading), {}, std::move(rows)};
        for (const Words& column : columns) table.columns.push_back(say(column));
        section(heading, {std::move(table)}, std::move(anchor));
    }

    [[nodiscard]] Text partner(const std::string& id) const {
        const Listing* listing = directory_.find(id);
        return listing == nullptr ? Text{} : to_page(listing->name, {PageKind::fiche, listing->id});
    }

    // The gate decides whether a person is named.
    [[nodiscard]] std::string person(const std::string& id) const {
        if (id.empty()) return {};
        const auto released = facts::release_person(edition_.catalog, id, {edition_.reader, false});
        return released ? (*released)->name : "";
    }

    void add_protocol() {
        if (!network_.protocol) return;
        const model::Protocol& said = *network_.protocol;
        Facts facts;
        const auto add = [&](const Words& label, Text value) {
            if (!value.empty() && !value.front().text.empty()) facts.rows.emplace_back(say(label), std::move(value));
        };
        add(signed_on(), plain(day(said.signed_on)));
        add(valid_until(), plain(day(said.until)));
        std::vector<Text> names;
        for (const std::string& id : said.pilots) names.push_back(partner(id));
        add(pilots(), join(names, ", "));
        if (said.title.empty() && facts.rows.empty()) return;
        Section section;
        section.title = say(protocol());
        section.anchor = "protocole";
        section.look = Look::guide;
        if (!said.title.empty()) section.blocks.push_back({Paragraph{strong(said.title), Sign::none}});
        if (!facts.rows.empty()) section.blocks.push_back({std::move(facts)});
        page_.body.push_back({std::move(section)});
    }

    void add_cafes() {
        std::vector<std::vector<Text>> rows;
        for (const auto& entry : edition_.catalog.cafes()) {
            const auto cafe = facts::release_cafe(edition_.catalog, entry.id, {edition_.reader, false});
            if (!cafe || model::status_of((*cafe)->status) == model::Status::closed) continue;
            Text where = (*cafe)->place ? venue_line(*(*cafe)->place) : Text{};
            rows.push_back({plain((*cafe)->name), schedule(**cafe), std::move(where)});
        }
        table(cafes(), {cafe_column(), when_column(), where_column()}, std::move(rows), "cafes");
    }

    [[nodiscard]] Text schedule(const model::Cafe& cafe) const {
        if (!cafe.schedule) return {};
        std::vector<std::string> parts;
        if (!cafe.schedule->every.empty()) {
            const auto days = calendar::read_schedule(cafe.schedule->every);
            parts.push_back(days ? say(calendar::in_words(*days)) : cafe.schedule->every);
        }
        const std::string start = time_in_words(cafe.schedule->start, edition_.lang);
        const std::string end = time_in_words(cafe.schedule->end, edition_.lang);
        if (!start.empty()) parts.push_back(end.empty() ? start : say(hours_between(start, end)));
        return plain(capitalised(text::join(parts, ", ")));
    }

    void add_deployment() {
        std::vector<std::vector<Text>> rows;
        for (const model::Deployment& each : network_.deployment) {
            std::string state = choice_label(model::network_shape(), "deployment.state", each.state, edition_.lang);
            std::vector<Text> how{plain(capitalised(state))};
            if (each.since) how.push_back(quiet(day(each.since)));
            rows.push_back({area(each.area), join(how, ", "), partner(each.lead)});
        }
        table(deployment(), {area_column(), state_column(), lead_column()}, std::move(rows), "deploiement");
    }

    [[nodiscard]] Text area(const std::string& name) const {
        const auto found = edition_.catalog.territory().resolve(name, territory::Spoken::record);
        const auto* ref = std::get_if<territory::AreaRef>(&found);
        return ref == nullptr ? plain(name) : area_link(directory_, *ref);
    }

    void add_signatories() {
        std::vector<std::tuple<Date, std::string, std::vector<Text>>> sorted;
        for (const model::Signatory& each : network_.signatories) {
            if (each.withdrawn && *each.withdrawn <= edition_.today) continue;
            const Listing* listing = directory_.find(each.partner);
            if (listing == nullptr) continue;
            Text who = to_page(listing->name, {PageKind::fiche, listing->id});
            if (const std::string name = person(each.person); !name.empty()) who = std::move(who) + quiet("\n" + name);
            std::vector<Text> commitments;
            for (const std::string& said : each.commitments) commitments.push_back(plain(said));
            sorted.emplace_back(each.signed_on.value_or(Date{}), fold::text(listing->name),
                                std::vector<Text>{std::move(who), plain(day(each.signed_on)), join(commitments, "\n")});
        }
        std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
            return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
        });
        std::vector<std::vector<Text>> rows;
        bool any_commitment = false;
        for (auto& [date, name, row] : sorted) {
            any_commitment = any_commitment || !row.back().empty();
            rows.push_back(std::move(row));
        }
        std::vector<Words> columns{partner_column(), year_column()};
        if (any_commitment)
            columns.push_back(commitments_column());
        else
            for (auto& row : rows) row.pop_back();
        table(signatories(), std::move(columns), std::move(rows), "signataires");
    }

    // Present contacts that a fiche calls its referent.
    void add_referents() {
        std::vector<std::vector<Text>> rows;
        for (const Listing& listing : directory_.listings) {
            const auto* entry = edition_.catalog.partner(listing.id);
            if (entry == nullptr) continue;
            for (const model::Contact& contact : entry->value.contacts) {
                if (std::find(contact.as.begin(), contact.as.end(), "referent") == contact.as.end()) continue;
                if (!facts::is_present(contact, edition_.today)) continue;
                const std::string name = person(contact.person);
                if (name.empty()) continue;
                std::vector<Text> themes;
                for (const std::string& theme : contact.themes)
                    themes.push_back(to_page(theme_label(directory_, theme), {PageKind::theme, theme}));
                Text who = plain(name);
                if (!contact.role.empty()) who = std::move(who) + quiet("\n" + contact.role);
                rows.push_back(
                    {std::move(who), to_page(listing.name, {PageKind::fiche, listing.id}), join(themes, ", ")});
            }
        }
        table(referents(), {person_column(), partner_column(), themes_column()}, std::move(rows), "referents");
    }

    void add_trainings() {
        std::vector<std::vector<Text>> rows;
        for (const model::Training& each : network_.trainings) {
            std::vector<std::string> days;
            for (const std::string& written : each.dates)
                if (const auto date = Date::parse(written))
                    days.push_back(plain_date(*date).in(edition_.lang));
                else
                    days.push_back(written);
            std::vector<Text> what{strong(each.title)};
            if (Text host = partner(each.organiser); !host.empty()) what.push_back(std::move(host));
            std::vector<Text> where{plain(list_of(days, edition_.lang))};
            if (!each.place.empty()) where.push_back(quiet(each.place));
            rows.push_back({join(what, "\n"), join(where, "\n"), plain(filled(each))});
        }
        table(trainings(), {training_column(), when_column(), places_column()}, std::move(rows), "formations");
    }

    [[nodiscard]] std::string filled(const model::Training& training) const {
        std::vector<std::string> parts;
        if (training.enrolled && training.places)
            parts.push_back(say(enrolled_of(*training.enrolled, *training.places)));
        else if (training.places)
            parts.push_back(say(places_in_all(*training.places)));
        if (training.attended) parts.push_back(say(came(*training.attended)));
        return text::join(parts, ", ");
    }

    const Directory& directory_;
    const Edition& edition_;
    const model::Network& network_;
    Page page_;
};

}  // namespace

Page network_page(const Directory& directory) {
    return NetworkPage(directory).page();
}

}  // namespace cafe::view
