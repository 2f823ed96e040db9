#include "view/directory.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "facts/contact.hpp"
#include "facts/service.hpp"
#include "meetings/event.hpp"
#include "model/values.hpp"
#include "model/vocabulary.hpp"
#include "territory/tables.hpp"
#include "view/area_lists.hpp"
#include "view/hours.hpp"
#include "view/map.hpp"
#include "view/urgent.hpp"
#include "view/wording.hpp"

namespace cafe::view {

namespace {

using model::VocabularyKind;
using territory::AreaKind;
using territory::AreaRef;

constexpr Phrase<> home_title{"Qui peut aider, et où ?", "Who can help, and where?"};
constexpr Phrase<> themes_title{"Thèmes", "Topics"};
constexpr Phrase<> areas_title{"Territoires", "Areas"};
constexpr Phrase<> by_theme{"Par thème", "By topic"};
constexpr Phrase<> on_the_map{"Sur la carte", "On the map"};
constexpr Phrase<> in_your_calendar{"Dans votre agenda (.ics)", "In your calendar (.ics)"};
constexpr Phrase<> by_area{"Par territoire", "By area"};
constexpr Phrase<> all_partners{"Tous les partenaires", "All partners"};
constexpr Phrase<std::size_t> further_partners{"Tous les partenaires de A à Z, dont {} de plus",
                                               "All partners from A to Z, {} more among them"};
constexpr Phrase<> search_label{"Un besoin, un nom, un sigle, une commune", "A need, a name, an acronym, a place"};
constexpr Phrase<> search_examples{"Par exemple :", "For example:"};
constexpr Phrase<> search_without{
    "La recherche demande JavaScript. Sans lui : les thèmes, les territoires et la liste de tous les partenaires sont "
    "ci-dessous.",
    "Searching needs JavaScript. Without it: topics, areas and the list of all partners are below."};
constexpr Phrase<std::string> home_lead{"{} du territoire : qui fait quoi, pour qui, et comment y envoyer quelqu’un.",
                                        "{} of the area: who does what, for whom, and how to send somebody there."};
constexpr Phrase<> themes_lead{"Partir du besoin : un thème, puis qui appeler.",
                               "Start from the need: a topic, then whom to call."};
constexpr Phrase<> areas_lead{"Partir du lieu : une commune, une intercommunalité, un secteur.",
                              "Start from the place: a commune, an intercommunality, a sector."};
constexpr Phrase<> all_areas{"Toutes les communes et tous les territoires", "All communes and areas"};
constexpr Phrase<> next_meeting{"Prochaine réunion", "Next meeting"};
constexpr Phrase<> all_meetings{"Toutes les réunions", "All meetings"};
constexpr Phrase<> coverage_title{"Qui couvre quoi", "Who covers what"};
constexpr Phrase<> coverage_lead{
    "Le nombre de partenaires qui interviennent dans tout le territoire de la ligne, par thème. "
    "Un tiret : personne ; entre parenthèses : une partie seulement.",
    "How many partners serve the whole area of the row, by topic. A dash: nobody; in "
    "brackets: a part of it only."};
constexpr Phrase<> area_column{"Territoire", "Area"};
constexpr Phrase<std::string, std::size_t> and_more{"{} + {}", "{} + {}"};
constexpr Phrase<std::string> produced{"Annuaire produit le {}.", "Directory made on {}."};
constexpr Phrase<> nothing_yet{"Aucune fiche n’est publiée pour l’instant.", "No partner is published yet."};

template <class T>
void add_once(std::vector<T>& list, const T& value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

bool is_wide(const AreaRef& area) {
    return area.kind == AreaKind::departement || area.kind == AreaKind::region || area.kind == AreaKind::country;
}

// ---- Making a directory --------------------------------------------------------------------------------------------

class Maker {
public:
    explicit Maker(Directory& directory) : directory_(directory), catalog_(directory.edition.catalog) {}

    void make() {
        for (const store::PartnerEntry& entry : catalog_.partners()) add(entry);
        sort();
        index_themes();
        index_publics();
        keep_themes();
        keep_areas();
        keep_outlines();
        directory_.ground = ground_of(directory_);
    }

private:
    [[nodiscard]] Lang lang() const { return directory_.edition.lang; }

    void add(const store::PartnerEntry& entry) {
        const Edition& edition = directory_.edition;
        auto released = facts::release_partner(catalog_, entry.id, {edition.reader, false, edition.today});
        if (!released) {
            ++directory_.left_out.not_for_reader;
            return;
        }
        if (!model::is_id(store::own_id(entry.id))) {
            ++directory_.left_out.malformed;
            return;
        }
        if (model::status_of((*released)->status) == model::Status::closed) {
            ++directory_.left_out.closed;
            released->forget_tree();
            directory_.closed.push_back(std::move(*released));
            return;
        }
        count_hidden(entry, *released);
        Listing listing = listing_of(entry, *released);
        add_answers(entry, *released, listing);
        directory_.listings.push_back(std::move(listing));
        released->forget_tree();
        directory_.fiches.push_back(std::move(*released));
    }

    void count_hidden(const store::PartnerEntry& entry, const facts::Released<model::Partner>& released) {
        if (released->address && released->address->confidential.value_or(false)) ++directory_.left_out.confidential;
        for (const model::Contact& contact : entry.value.contacts) {
            const model::Person* person = catalog_.person(contact.person);
            const bool objects = person != nullptr && person->privacy && person->privacy->objection &&
                                 person->privacy->objection->scope != "mailings";
            if (!objects || !facts::is_present(contact, directory_.edition.today)) continue;
            if (!facts::release_person(catalog_, contact.person, {directory_.edition.reader, false}))
                ++directory_.left_out.objections;
        }
    }

    Listing listing_of(const store::PartnerEntry& entry, const facts::Released<model::Partner>& released) const {
        const model::Partner& partner = *released;
        Listing listing;
        listing.id = released.id();
        listing.name = partner.name;
        listing.kicker = kind_and_name(directory_.edition, partner);
        listing.summary = partner.summary;
        listing.mark = suspension_mark(partner, directory_.edition.today, lang());
        listing.checked = checked_in_words(directory_.edition, partner);
        listing.themes = facts::all_themes(partner);
        for (const std::string& theme : listing.themes)
            if (const model::Family* family = catalog_.vocabulary().family_of(theme))
                add_once(listing.families, position(*family));
        for (const std::string& one : partner.publics) add_once(listing.publics, one);
        for (const model::Service& service : partner.services)
            for (const std::string& one : service.publics) add_once(listing.publics, one);
        if (!partner.phones.empty()) listing.phone = partner.phones.front().number;
        if (partner.address) listing.commune = partner.address->commune;
        for (const AreaRef& area : entry.areas) add_once(listing.served, area);
        listing.areas = area_names(listing.served);
        for (const auto& areas : entry.service_areas)
            for (const AreaRef& area : areas) add_once(listing.served, area);
        add_sites(partner, listing);
        return listing;
    }

    [[nodiscard]] std::size_t position(const model::Family& family) const {
        return static_cast<std::size_t>(&family - catalog_.vocabulary().families.data());
    }

    // The first two names, and how many more.
    [[nodiscard]] std::string area_names(const std::vector<AreaRef>& areas) const {
        std::vector<std::string> names;
        for (const AreaRef& area : areas)
            if (names.size() < 2) names.push_back(catalog_.territory().name(area));
        const std::string shown = text::join(names, ", ");
        return areas.size() <= 2 ? shown : and_more(shown, areas.size() - 2).in(lang());
    }

    void add_sites(const model::Partner& partner, Listing& listing) const {
        listing.home = commune_of(partner.address);
        for (const model::Permanence& permanence : partner.permanences) {
            std::optional<AreaRef> commune = commune_named(permanence.commune, "");
            if (!commune && !permanence.at.empty())
                if (const auto host =
                        facts::release_partner(catalog_, permanence.at, {directory_.edition.reader, false}))
                    commune = commune_of((*host)->address);
            if (commune) add_once(listing.desks, *commune);
        }
    }

    [[nodiscard]] std::optional<AreaRef> commune_of(const std::optional<model::Address>& address) const {
        if (!address) return std::nullopt;
        return commune_named(address->commune, address->postcode);
    }

    // The postcode tells communes of the same name apart.
    [[nodiscard]] std::optional<AreaRef> commune_named(const std::string& name, const std::string& postcode) const {
        if (name.empty()) return std::nullopt;
        auto found = catalog_.territory().resolve(name, territory::Spoken::record);
        if (std::holds_alternative<territory::Unresolved>(found) && !postcode.empty())
            found = catalog_.territory().resolve(postcode + " " + name, territory::Spoken::record);
        const auto* area = std::get_if<AreaRef>(&found);
        if (area == nullptr || is_wide(*area)) return std::nullopt;
        return *area;
    }

    void add_answers(const store::PartnerEntry& entry, const facts::Released<model::Partner>& released,
                     const Listing& listing) {
        const Date& today = directory_.edition.today;
        for (std::size_t i = 0; i < released->services.size(); ++i) {
            const model::Service& service = released->services[i];
            if (service.situations.empty() || (service.until && *service.until < today)) continue;
            const model::Service whole = facts::effective(*released, service);
            const facts::WhomToCall call = facts::whom_to_call(catalog_, released, service.id, "", today);
            Answer answer;
            answer.themes = whole.themes;
            answer.phone = call.phone.empty() ? listing.phone : call.phone;
            if (whole.referral) answer.delay = whole.referral->delay;
            const auto& areas = i < entry.service_areas.size() ? entry.service_areas[i] : entry.areas;
            if (std::none_of(areas.begin(), areas.end(), is_wide)) answer.where = area_names(areas);
            for (const std::string& situation : service.situations) {
                answer.situation = situation;
                answers_.emplace_back(listing.id, answer);
            }
        }
    }

    void sort() {
        const auto key = [](const Listing& listing) { return std::pair(fold::text(listing.name), listing.id); };
        std::vector<std::pair<std::pair<std::string, std::string>, std::size_t>> order;
        for (std::size_t i = 0; i < directory_.listings.size(); ++i) order.emplace_back(key(directory_.listings[i]), i);
        std::sort(order.begin(), order.end());
        std::vector<Listing> sorted;
        std::vector<facts::Released<model::Partner>> fiches;
        sorted.reserve(order.size());
        fiches.reserve(order.size());
        for (const auto& [name, from] : order) {
            directory_.by_id[directory_.listings[from].id] = sorted.size();
            sorted.push_back(std::move(directory_.listings[from]));
            fiches.push_back(std::move(directory_.fiches[from]));
        }
        directory_.listings = std::move(sorted);
        directory_.fiches = std::move(fiches);
        for (auto& [id, answer] : answers_) {
            answer.listing = directory_.by_id.at(id);
            directory_.answers.push_back(std::move(answer));
        }
    }

    // The themes that a stated one answers for: itself, its family or its children (Vocabulary::answers).
    [[nodiscard]] std::set<std::string> answered_by(const std::vector<std::string>& stated) const {
        std::set<std::string> answered;
        for (const std::string& theme : stated) {
            for (std::string& each : catalog_.vocabulary().expand(theme)) answered.insert(std::move(each));
            if (const model::Family* family = catalog_.vocabulary().family_of(theme)) answered.insert(family->id);
        }
        return answered;
    }

    void index_themes() {
        for (std::size_t i = 0; i < directory_.listings.size(); ++i)
            for (const std::string& theme : answered_by(directory_.listings[i].themes))
                directory_.listings_by_theme[theme].push_back(i);
        for (std::size_t i = 0; i < directory_.answers.size(); ++i)
            for (const std::string& theme : answered_by(directory_.answers[i].themes))
                directory_.answers_by_theme[theme].push_back(i);
    }

    void index_publics() {
        for (std::size_t i = 0; i < directory_.listings.size(); ++i)
            for (const std::string& one : directory_.listings[i].publics)
                directory_.listings_by_public[one].push_back(i);
        for (const std::string& id : catalog_.vocabulary().ids(VocabularyKind::publics))
            if (directory_.listings_by_public.count(id) > 0 && model::is_id(id)) directory_.publics.push_back(id);
    }

    void keep_themes() {
        std::set<std::string> stated;
        for (const Listing& listing : directory_.listings)
            for (const std::string& theme : listing.themes) {
                stated.insert(theme);
                if (const model::Family* family = catalog_.vocabulary().family_of(theme)) stated.insert(family->id);
            }
        for (const std::string& id : catalog_.vocabulary().ids(VocabularyKind::themes))
            if (stated.count(id) > 0 && model::is_id(id)) directory_.themes.push_back(id);
    }

    void keep_areas() {
        std::set<AreaRef> areas;
        for (const Listing& listing : directory_.listings) {
            for (const AreaRef& area : listing.served)
                if (area.kind == AreaKind::commune || area.kind == AreaKind::quarter) areas.insert(area);
            if (listing.home) areas.insert(*listing.home);
            areas.insert(listing.desks.begin(), listing.desks.end());
        }
        for (const AreaRef& area : areas) directory_.servers.emplace(area, servers_of(area));
        for (const AreaRef& area : notebooks_own()) {
            if (areas.count(area) > 0) continue;
            std::vector<Server> servers = servers_of(area);
            if (servers.empty()) continue;
            areas.insert(area);
            directory_.servers.emplace(area, std::move(servers));
        }
        give_keys(areas);
    }

    // Many fiches name the same few areas: what each of these is to the asked one is found once.
    std::vector<Server> servers_of(const AreaRef& asked) {
        if (named_.empty()) number_areas();
        std::vector<facts::Reach> reach(named_.size());
        for (std::size_t i = 0; i < named_.size(); ++i)
            reach[i] = facts::reach(catalog_.territory(), {named_[i]}, asked).reach;
        std::vector<Server> servers;
        for (std::size_t i = 0; i < numbers_.size(); ++i) {
            std::vector<AreaRef> telling;  // what of its areas can answer
            for (const std::size_t number : numbers_[i])
                if (reach[number] != facts::Reach::none) telling.push_back(named_[number]);
            if (telling.size() == 1)
                servers.push_back({i, {reach[number_of_.at(telling.front())], telling.front()}});
            else if (!telling.empty())
                servers.push_back({i, facts::reach(catalog_.territory(), telling, asked)});
        }
        return servers;
    }

    void number_areas() {
        for (const Listing& listing : directory_.listings) {
            std::vector<std::size_t>& numbers = numbers_.emplace_back();
            for (const AreaRef& area : listing.served) {
                const auto [at, is_new] = number_of_.emplace(area, named_.size());
                if (is_new) named_.push_back(area);
                numbers.push_back(at->second);
            }
        }
    }

    // Own areas, then the départements with their EPCI.
    [[nodiscard]] std::set<AreaRef> notebooks_own() const {
        const territory::Territory& territory = catalog_.territory();
        std::set<AreaRef> areas;
        for (const AreaRef& area : territory.own_areas()) areas.insert(area);
        for (const std::string& code : catalog_.settings().departments) {
            const AreaRef departement{AreaKind::departement, "dep:" + code};
            if (!territory.known(departement)) continue;
            areas.insert(departement);
            for (const AreaRef& commune : territory.communes_of(departement)) {
                const auto row = territory::tables::find_commune(std::string_view(commune.code).substr(6));
                const auto epci = row ? territory::tables::epci_of(*row) : std::nullopt;
                if (epci) areas.insert({AreaKind::epci, "epci:" + territory::tables::epci(*epci).siren});
            }
        }
        return areas;
    }

    void keep_outlines() {
        const territory::Territory& territory = catalog_.territory();
        std::set<AreaRef> areas(named_.begin(), named_.end());
        for (const auto& [area, key] : directory_.areas) areas.insert(area);
        for (const std::string& code : catalog_.settings().departments) {
            const AreaRef departement{AreaKind::departement, "dep:" + code};
            areas.insert(departement);
            for (const AreaRef& commune : territory.communes_of(departement)) areas.insert(commune);
        }
        for (const AreaRef& area : areas) {
            if (area.kind == AreaKind::region || area.kind == AreaKind::country) continue;
            if (territory::Outline outline = territory.outline(area); !outline.empty())
                directory_.outlines.emplace(area, std::move(outline));
        }
    }

    // Own areas keep their id, others take their name; one whose key is taken adds its code. A key names a file, so
    // what is no id has no page.
    void give_keys(const std::set<AreaRef>& areas) {
        std::map<std::string, int> bearers;
        for (const AreaRef& area : areas) ++bearers[plain_key(area)];
        for (const AreaRef& area : areas) {
            const std::string key = plain_key(area);
            if (!model::is_id(key)) continue;
            const bool own = area.code.find(':') == std::string::npos;
            directory_.areas[area] =
                own || bearers[key] == 1 ? key : key + "-" + area.code.substr(area.code.find(':') + 1);
        }
    }

    [[nodiscard]] std::string plain_key(const AreaRef& area) const {
        constexpr std::size_t longest = 50;
        if (area.code.find(':') == std::string::npos) return area.code;
        return fold::slug(catalog_.territory().name(area), longest);
    }

    Directory& directory_;
    const store::Catalog& catalog_;
    std::vector<std::pair<std::string, Answer>> answers_;
    // Each area that a listing names, once; its number; the numbers of each listing.
    std::vector<AreaRef> named_;
    std::map<AreaRef, std::size_t> number_of_;
    std::vector<std::vector<std::size_t>> numbers_;
};

// ---- Pages ---------------------------------------------------------------------------------------------------------

Page page_of(const Directory& directory, PageKind kind, const Words& title) {
    Page page;
    page.self = {kind, ""};
    page.lang = directory.edition.lang;
    page.title = title.in(page.lang);
    return page;
}

std::string site_title(const Directory& directory) {
    const model::Settings& settings = directory.edition.catalog.settings();
    return settings.publish && !settings.publish->title.empty() ? settings.publish->title : settings.name;
}

// The families that somebody answers for.
Tags families(const Directory& directory) {
    const auto& vocabulary = directory.edition.catalog.vocabulary();
    Tags tags;
    for (std::size_t i = 0; i < vocabulary.families.size(); ++i) {
        const std::string& id = vocabulary.families[i].id;
        if (!directory.has_theme(id)) continue;
        const std::string label = theme_label(directory, id);
        tags.tags.push_back({label, {PageKind::theme, id}, i});
    }
    return tags;
}

// Themes below their family, those that have a page.
Items themes_below(const Directory& directory, const model::Family& family) {
    std::vector<Text> links;
    for (const model::Term& theme : family.children)
        if (directory.has_theme(theme.id))
            links.push_back(to_page(theme_label(directory, theme.id), {PageKind::theme, theme.id}) +
                            quiet(fmt::format(" {}", directory.for_theme(theme.id).size())));
    return items(std::move(links));
}

// "3", "(2)" where they serve a part, "–".
std::string covering(std::size_t wholly, std::size_t partly) {
    if (wholly > 0) return fmt::format("{}", wholly);
    return partly > 0 ? fmt::format("({})", partly) : "–";
}

// A row for each area, a column for each family that somebody answers for.
Table coverage(const Directory& directory) {
    const Lang lang = directory.edition.lang;
    const auto& families = directory.edition.catalog.vocabulary().families;
    Table table{coverage_title().in(lang), {area_column().in(lang)}, {}, true};
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < families.size(); ++i) {
        if (!directory.has_theme(families[i].id)) continue;
        shown.push_back(i);
        table.columns.push_back(theme_label(directory, families[i].id));
    }
    for (const AreaRef& area : matrix_areas(directory)) {
        std::vector<std::size_t> wholly(families.size());
        std::vector<std::size_t> partly(families.size());
        for (const Server& server : directory.serving(area))
            for (const std::size_t family : directory.listings[server.listing].families)
                ++(server.by.reach == facts::Reach::all ? wholly : partly)[family];
        std::vector<Text> row{area_link(directory, area)};
        for (const std::size_t family : shown) {
            const std::string cell = covering(wholly[family], partly[family]);
            row.push_back(wholly[family] > 0 ? plain(cell) : strong(cell));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

// The first meeting from today on that is neither called off nor over.
const store::Entry<model::Meeting>* next_of(const Directory& directory) {
    const store::Entry<model::Meeting>* next = nullptr;
    for (const auto& entry : directory.edition.catalog.meetings()) {
        const model::Meeting& meeting = entry.value;
        if (!meeting.date || *meeting.date < directory.edition.today) continue;
        if (meeting.status == "cancelled" || meeting.status == "postponed" || meeting.status == "held") continue;
        if (next == nullptr ||
            std::pair(*meeting.date, meeting.start) < std::pair(*next->value.date, next->value.start))
            next = &entry;
    }
    return next;
}

std::optional<Section> meeting_panel(const Directory& directory) {
    const auto* entry = next_of(directory);
    if (entry == nullptr) return std::nullopt;
    const facts::Disclosure disclosure{directory.edition.reader, false};
    const auto meeting = facts::release_meeting(directory.edition.catalog, entry->id, disclosure);
    if (!meeting || !(*meeting)->date) return std::nullopt;
    const Lang lang = directory.edition.lang;
    Text when = strong(capitalised(long_date(*(*meeting)->date).in(lang)));
    if (!(*meeting)->start.empty()) when = std::move(when) + plain(", " + time_in_words((*meeting)->start, lang));
    std::vector<Text> lines{std::move(when)};
    std::optional<model::Venue> venue = (*meeting)->place;
    if (const auto cafe = facts::release_cafe(directory.edition.catalog, (*meeting)->cafe, disclosure)) {
        lines.push_back(plain((*cafe)->name));
        if (!venue) venue = (*cafe)->place;
    }
    if (venue) lines.push_back(venue_line(*venue));
    if (!(*meeting)->title.empty()) lines.push_back(plain((*meeting)->title));
    Section panel;
    panel.title = next_meeting().in(lang);
    panel.look = Look::panel;
    panel.blocks.push_back({Paragraph{join(lines, "\n"), {}}});
    std::vector<Text> further{to_page(all_meetings().in(lang), {PageKind::meetings, ""})};
    if (meetings::zone_of(directory.edition.catalog.settings()).ok())
        further.push_back(to_page(in_your_calendar().in(lang), {PageKind::feed, ""}));
    panel.blocks.push_back({Paragraph{join(further, "\n"), {}}});
    return panel;
}

Section section_of(const Words& title, Lang lang, Block block, std::string anchor = "") {
    Section section;
    section.title = title.in(lang);
    section.anchor = std::move(anchor);
    section.blocks.push_back(std::move(block));
    return section;
}

}  // namespace

Directory directory(const Edition& edition) {
    Directory directory{edition};
    Maker(directory).make();
    return directory;
}

namespace {

// The first things that partners of this edition say they help with, of families apart, short enough for one line.
SearchField search_field(const Directory& directory) {
    const Lang lang = directory.edition.lang;
    constexpr std::size_t most = 3;
    constexpr std::size_t longest = 40;
    SearchField field{search_label().in(lang), {}, search_examples().in(lang), search_without().in(lang)};
    std::set<std::size_t> listings;
    for (const Answer& answer : directory.answers) {
        if (field.examples.size() == most) break;
        if (answer.situation.size() > longest || answer.situation.size() < 8) continue;
        const bool asked = std::count(field.examples.begin(), field.examples.end(), answer.situation) > 0;
        if (!asked && listings.insert(answer.listing).second) field.examples.push_back(answer.situation);
    }
    if (field.examples.empty())
        for (const std::string& theme : directory.themes)
            if (field.examples.size() < most) field.examples.push_back(theme_label(directory, theme));
    return field;
}

// The wider areas, the narrow ones while they are few: they lead on, the partners below are what a reader came for.
Tags home_areas(const Directory& directory) {
    constexpr std::size_t few = 40;
    Tags areas;
    for (const AreaKind kind : {AreaKind::departement, AreaKind::own, AreaKind::epci, AreaKind::commune}) {
        Tags of_kind = areas_of_kind(directory, kind);
        if (!areas.tags.empty() && (kind == AreaKind::commune || areas.tags.size() + of_kind.tags.size() > few)) break;
        for (Tag& tag : of_kind.tags) areas.tags.push_back(std::move(tag));
    }
    return areas;
}

// Ways to the other pages: of no use on paper, and out of the way of answers.
Section browsing(Section section) {
    section.on_paper = false;
    return section;
}

}  // namespace

Page home_page(const Directory& directory) {
    const Lang lang = directory.edition.lang;
    Page page = page_of(directory, PageKind::home, home_title());
    if (!directory.listings.empty()) page.lead = home_lead(how_many(directory.listings.size(), lang)).in(lang);
    page.description = site_title(directory);
    page.beside_title = meeting_panel(directory);
    page.search = search_field(directory);
    if (auto numbers = all_emergency_numbers(directory)) page.head.push_back({std::move(*numbers)});
    if (Tags tags = families(directory); !tags.tags.empty())
        page.body.push_back({browsing(section_of(by_theme(), lang, {std::move(tags)}, "themes"))});
    if (Tags areas = home_areas(directory); !areas.tags.empty()) {
        Section section = section_of(by_area(), lang, {std::move(areas)}, "territoires");
        if (auto map = home_map(directory)) section.blocks.insert(section.blocks.begin(), {std::move(*map)});
        section.blocks.push_back({Paragraph{to_page(all_areas().in(lang), {PageKind::areas, ""}), Sign::none}});
        page.body.push_back({browsing(std::move(section))});
    }
    Cards cards;
    const std::size_t shown = std::min(first_cards, directory.listings.size());
    for (std::size_t i = 0; i < shown; ++i) cards.cards.push_back(card(directory, directory.listings[i]));
    Block partners =
        cards.cards.empty() ? Block{Paragraph{plain(nothing_yet().in(lang)), Sign::none}} : Block{std::move(cards)};
    page.body.push_back({section_of(all_partners(), lang, std::move(partners), "partenaires")});
    if (const std::size_t more = directory.listings.size() - shown; more > 0)
        page.body.push_back({Paragraph{to_page(further_partners(more).in(lang), {PageKind::plan, ""}), Sign::none}});
    page.body.push_back(
        {Paragraph{quiet(produced(plain_date(directory.edition.today).in(lang)).in(lang)), Sign::none}});
    return page;
}

Page themes_page(const Directory& directory) {
    Page page = page_of(directory, PageKind::themes, themes_title());
    page.lead = themes_lead().in(page.lang);
    page.description = page.lead;
    for (const Tag& tag : families(directory).tags) {
        const model::Family* family = directory.edition.catalog.vocabulary().family(tag.page.key);
        Section section;
        section.title = tag.text;
        Items below = themes_below(directory, *family);
        below.items.insert(
            below.items.begin(),
            {to_page(tag.text, tag.page) + quiet(" – " + how_many(directory.for_theme(tag.page.key).size(), page.lang)),
             {}});
        section.blocks.push_back({std::move(below)});
        page.body.push_back({std::move(section)});
    }
    return page;
}

Page areas_page(const Directory& directory) {
    Page page = page_of(directory, PageKind::areas, areas_title());
    page.lead = areas_lead().in(page.lang);
    page.description = page.lead;
    // Beside the map stand the areas that are on it; communes have the width of the page.
    auto map = home_map(directory);
    add_wide_areas(map ? page.head : page.body, directory, 2);
    if (map) {
        page.beside_title = section_of(on_the_map(), page.lang, {std::move(*map)});
        page.beside_title->look = Look::panel;
    }
    add_narrow_areas(page.body, directory, 2);
    if (Table table = coverage(directory); table.columns.size() > 1 && !table.rows.empty()) {
        Section section =
            section_of(coverage_title(), page.lang, {Paragraph{plain(coverage_lead().in(page.lang)), {}}});
        section.anchor = "couverture";
        section.blocks.push_back({std::move(table)});
        page.body.push_back({std::move(section)});
    }
    return page;
}

}  // namespace cafe::view
