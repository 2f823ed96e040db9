#include "view/network.hpp"

#include <algorithm>
#include <tuple>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "calendar/schedule.hpp"
#include "facts/release.hpp"
#include "meetings/network.hpp"
#include "meetings/trainings.hpp"
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
constexpr Phrase<> kept_column{"Ce qui s’est fait", "What was done"};
constexpr Phrase<std::string> fresh{"fiche vérifiée le {}", "record checked on {}"};
constexpr Phrase<std::string> due{"fiche à revoir (vérifiée le {})", "record to be checked again (checked on {})"};
constexpr Phrase<> never_checked{"fiche jamais vérifiée", "record never checked"};
constexpr Noun at_cafes{"café", "cafés", "café", "cafés"};
constexpr Noun trained{"personne formée", "personnes formées", "person trained", "people trained"};
constexpr Phrase<> has_referent{"référent nommé", "referent named"};
constexpr Phrase<> no_referent{"sans référent", "no referent"};
constexpr Phrase<std::size_t, std::size_t> runs_in{"Un café tourne dans {0} territoires sur {1}.",
                                                   "A café runs in {0} of {1} areas."};
constexpr Phrase<> deployment{"Où en est le réseau", "Where the network stands"};
constexpr Phrase<> area_column{"Territoire", "Area"};
constexpr Phrase<> state_column{"État", "State"};
constexpr Phrase<> lead_column{"Porté par", "Led by"};
constexpr Phrase<> cafes{"Les cafés", "The cafés"};
constexpr Phrase<> cafe_column{"Café", "Café"};
constexpr Phrase<> where_column{"Où", "Where"};
constexpr Phrase<> when_column{"Quand", "When"};
constexpr Phrase<> referents{"Les référents", "The referents"};
constexpr Phrase<> deputy{"suppléant", "deputy"};
constexpr Phrase<> person_column{"Personne", "Person"};
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

    void table(const Words& heading, std::vector<Words> columns, std::vector<std::vector<Text>> rows,
               std::string anchor, const Words& before = {}) {
        if (rows.empty()) return;
        Table table{say(heading), {}, std::move(rows)};
        for (const Words& column : columns) table.columns.push_back(say(column));
        Section section;
        section.title = say(heading);
        section.anchor = std::move(anchor);
        if (!before.empty()) section.blocks.push_back({Paragraph{plain(say(before)), Sign::none}});
        section.blocks.push_back({std::move(table)});
        page_.body.push_back({std::move(section)});
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
        const meetings::Coverage found = meetings::coverage(network_);
        table(deployment(), {area_column(), state_column(), lead_column()}, std::move(rows), "deploiement",
              runs_in(found.running, found.all));
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
                                std::vector<Text>{std::move(who), plain(day(each.signed_on)), join(commitments, "\n"),
                                                  plain(kept(each.partner))});
        }
        std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
            return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
        });
        std::vector<std::vector<Text>> rows;
        bool any_commitment = false;
        for (auto& [date, name, row] : sorted) {
            any_commitment = any_commitment || !row[2].empty();
            rows.push_back(std::move(row));
        }
        // What each of them did is for those who work with them.
        const bool among_partners = edition_.reader != facts::Reader::everyone;
        std::vector<Words> columns{partner_column(), year_column(), commitments_column(), kept_column()};
        const auto leave_out = [&](std::ptrdiff_t column) {
            columns.erase(columns.begin() + column);
            for (auto& row : rows) row.erase(row.begin() + column);
        };
        if (!among_partners) leave_out(3);
        if (!any_commitment) leave_out(2);
        table(signatories(), std::move(columns), std::move(rows), "signataires");
    }

    // "fiche vérifiée le 6 novembre 2026, 12 cafés, référent nommé, 2 personnes formées"
    [[nodiscard]] std::string kept(const std::string& partner) const {
        if (edition_.reader == facts::Reader::everyone) return {};
        const meetings::Kept found = meetings::kept_by(edition_.catalog, partner, edition_.today);
        std::vector<std::string> parts;
        parts.push_back(!found.verified
                            ? say(never_checked())
                            : say((found.fresh ? fresh : due)(plain_date(*found.verified).in(edition_.lang))));
        parts.push_back(say(count(static_cast<std::size_t>(found.cafes), at_cafes)));
        parts.push_back(say(found.referent ? has_referent() : no_referent()));
        if (found.trained > 0) parts.push_back(say(count(static_cast<std::size_t>(found.trained), trained)));
        return text::join(parts, ", ");
    }

    // Present contacts that a fiche calls its referent or deputy, by the area that they answer for.
    void add_referents() {
        std::vector<std::pair<std::string, std::vector<Text>>> sorted;
        for (const meetings::Responsible& one : meetings::responsible(edition_.catalog, edition_.today)) {
            const Listing* listing = directory_.find(one.partner);
            const std::string name = person(one.person);
            if (listing == nullptr || name.empty()) continue;
            std::vector<Text> themes;
            for (const std::string& theme : one.themes)
                themes.push_back(to_page(theme_label(directory_, theme), {PageKind::theme, theme}));
            std::vector<Text> areas;
            for (const std::string& each : one.areas) areas.push_back(area(each));
            std::vector<std::string> as;
            if (one.deputy) as.push_back(say(deputy()));
            if (!one.role.empty()) as.push_back(one.role);
            Text who = plain(name);
            if (!as.empty()) who = std::move(who) + quiet("\n" + text::join(as, ", "));
            const std::string key =
                areas.empty() || areas.front().empty() ? "" : fold::text(areas.front().front().text);
            // Below where they work, not beside: a telephone has no room for a fourth column.
            Text where = to_page(listing->name, {PageKind::fiche, listing->id});
            if (!themes.empty()) where = std::move(where) + plain("\n") + join(themes, ", ");
            sorted.emplace_back(key, std::vector<Text>{join(areas, ", "), std::move(who), std::move(where)});
        }
        std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        std::vector<std::vector<Text>> rows;
        for (auto& [key, row] : sorted) rows.push_back(std::move(row));
        table(referents(), {area_column(), person_column(), partner_column()}, std::move(rows), "referents");
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
        const meetings::TrainingFigures figures = meetings::figures_of(training);
        std::vector<std::string> parts;
        if (figures.enrolled && figures.places)
            parts.push_back(say(enrolled_of(*figures.enrolled, *figures.places)));
        else if (figures.places)
            parts.push_back(say(places_in_all(*figures.places)));
        if (figures.attended) parts.push_back(say(came(*figures.attended)));
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
