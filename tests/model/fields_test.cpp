#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "model/audience.hpp"
#include "model/cafe.hpp"
#include "model/fields.hpp"
#include "model/forgotten.hpp"
#include "model/import_mapping.hpp"
#include "model/meeting.hpp"
#include "model/network.hpp"
#include "model/own_areas.hpp"
#include "model/partner.hpp"
#include "model/path.hpp"
#include "model/person.hpp"
#include "model/settings.hpp"
#include "model/values.hpp"
#include "model/vocabulary.hpp"

using namespace cafe;
using namespace cafe::model;

namespace {

using Way = std::vector<const Field*>;

// Every way from a shape down to a scalar.
void add_ways(const Shape& shape, const Way& before, std::vector<Way>& ways) {
    for (const Field& field : shape.fields) {
        Way way = before;
        way.push_back(&field);
        if (field.shape != nullptr)
            add_ways(field.shape(), way, ways);
        else
            ways.push_back(way);
    }
}

std::string name_of_way(const Way& way) {
    std::string name;
    for (const Field* field : way) name += "/" + std::string(field->key);
    return name;
}

void* open_slot(const Field& field, void* owner) {
    return field.storage == Storage::keyed ? field.entry(owner, "a-key") : field.slot(owner);
}

// What the reader does at the end of a way.
void write(const Field& field, void* slot) {
    switch (field.storage) {
        case Storage::text: *static_cast<std::string*>(slot) = "written"; break;
        case Storage::texts: static_cast<std::vector<std::string>*>(slot)->emplace_back("written"); break;
        case Storage::number: *static_cast<std::optional<int>*>(slot) = 7; break;
        case Storage::decimal: *static_cast<std::optional<double>*>(slot) = 7.5; break;
        case Storage::boolean: *static_cast<std::optional<bool>*>(slot) = true; break;
        case Storage::date: *static_cast<std::optional<Date>*>(slot) = Date::of(2026, 11, 6); break;
        case Storage::keyed: *static_cast<std::string*>(slot) = "written"; break;
        case Storage::mapping:
        case Storage::list: FAIL("a mapping is no end of a way");
    }
}

template <class T>
void check_slots(const Shape& shape) {
    std::vector<Way> ways;
    add_ways(shape, {}, ways);
    REQUIRE_FALSE(ways.empty());
    std::vector<T> written;
    for (const Way& way : ways) {
        CAPTURE(name_of_way(way));
        T filled;
        T untouched;
        void* slot = &filled;
        void* other = &untouched;
        for (const Field* field : way) {
            slot = open_slot(*field, slot);
            other = open_slot(*field, other);
            REQUIRE(slot != nullptr);
        }
        write(*way.back(), slot);
        CHECK_FALSE(filled == untouched);
        for (std::size_t i = 0; i < written.size(); ++i) {
            CAPTURE(name_of_way(ways[i]));
            CHECK_FALSE(filled == written[i]);
        }
        written.push_back(std::move(filled));
    }
}

void add_shapes(const Shape& shape, std::set<const Shape*>& shapes) {
    if (!shapes.insert(&shape).second) return;
    for (const Field& field : shape.fields)
        if (field.shape != nullptr) add_shapes(field.shape(), shapes);
}

std::set<const Shape*> all_shapes() {
    std::set<const Shape*> shapes;
    for (const RecordKind kind : all_record_kinds) add_shapes(shape_of(kind), shapes);
    return shapes;
}

void for_each_field(const std::function<void(const Shape&, const Field&)>& look) {
    for (const Shape* shape : all_shapes())
        for (const Field& field : shape->fields) {
            CAPTURE(shape->name);
            CAPTURE(field.key);
            look(*shape, field);
        }
}

std::vector<std::string_view> keys_of(const Shape& shape) {
    std::vector<std::string_view> keys;
    for (const Field& field : shape.fields) keys.push_back(field.key);
    return keys;
}

}  // namespace

TEST_CASE("every row stores into a member of its own") {
    check_slots<Partner>(shape_of(RecordKind::partner));
    check_slots<Person>(shape_of(RecordKind::person));
    check_slots<Cafe>(shape_of(RecordKind::cafe));
    check_slots<Meeting>(shape_of(RecordKind::meeting));
    check_slots<Network>(shape_of(RecordKind::network));
    check_slots<Settings>(shape_of(RecordKind::settings));
    check_slots<OwnAreas>(shape_of(RecordKind::territory));
    check_slots<ThemesFile>(shape_of(RecordKind::themes));
    check_slots<PublicsFile>(shape_of(RecordKind::publics));
    check_slots<KindsFile>(shape_of(RecordKind::kinds));
    check_slots<AcronymsFile>(shape_of(RecordKind::acronyms));
    check_slots<ImportMapping>(shape_of(RecordKind::mapping));
    check_slots<Forgotten>(shape_of(RecordKind::forgotten));
}

namespace {

// Rows stand in the order of the members, so a row that names its neighbour's member is out of order. Items of lists
// live elsewhere and are left out.
template <class T>
void check_order(const Shape& shape) {
    CAPTURE(shape.name);
    T owner;
    const std::byte* last = nullptr;
    for (const Field& field : shape.fields) {
        if (field.storage == Storage::list || field.storage == Storage::keyed) continue;
        CAPTURE(field.key);
        const auto* here = static_cast<const std::byte*>(field.slot(&owner));
        CHECK(std::less<>{}(last, here));
        CHECK(std::less<>{}(here, reinterpret_cast<const std::byte*>(&owner + 1)));
        last = here;
    }
}

const Shape& part(const Shape& shape, std::string_view key) {
    const Field* field = shape.find(key);
    REQUIRE(field != nullptr);
    REQUIRE((field->shape != nullptr));
    return field->shape();
}

}  // namespace

TEST_CASE("rows stand in the order of the members they name") {
    check_order<Partner>(partner_shape());
    check_order<Address>(part(partner_shape(), "address"));
    check_order<Phone>(part(partner_shape(), "phones"));
    check_order<Email>(part(partner_shape(), "emails"));
    check_order<Permanence>(part(partner_shape(), "permanences"));
    check_order<Service>(service_shape());
    check_order<Capacity>(part(service_shape(), "capacity"));
    check_order<Referral>(part(partner_shape(), "referral"));
    check_order<ProfessionalLine>(part(part(partner_shape(), "referral"), "professionals"));
    check_order<Contact>(contact_shape());
    check_order<Suspension>(part(partner_shape(), "suspension"));
    check_order<Verified>(part(partner_shape(), "verified"));
    check_order<Agreement>(agreement_shape());
    check_order<Person>(person_shape());
    check_order<PersonEmail>(part(person_shape(), "emails"));
    check_order<PersonPhone>(part(person_shape(), "phones"));
    check_order<Privacy>(part(person_shape(), "privacy"));
    check_order<Informed>(part(part(person_shape(), "privacy"), "informed"));
    check_order<Objection>(part(part(person_shape(), "privacy"), "objection"));
    check_order<Cafe>(cafe_shape());
    check_order<Venue>(venue_shape());
    check_order<Schedule>(part(cafe_shape(), "schedule"));
    check_order<Meeting>(meeting_shape());
    check_order<CalendarMark>(part(meeting_shape(), "calendar"));
    check_order<Invitation>(invitation_shape());
    check_order<Attendee>(part(meeting_shape(), "attendance"));
    check_order<News>(part(meeting_shape(), "round_table"));
    check_order<Question>(part(meeting_shape(), "questions"));
    check_order<Answer>(part(part(meeting_shape(), "questions"), "answer"));
    check_order<Action>(part(meeting_shape(), "actions"));
    check_order<Closing>(part(part(meeting_shape(), "actions"), "closed"));
    check_order<Announcement>(part(meeting_shape(), "announcements"));
    check_order<FichesSeen>(part(meeting_shape(), "fiches"));
    check_order<Network>(network_shape());
    check_order<Protocol>(part(network_shape(), "protocol"));
    check_order<Signatory>(part(network_shape(), "signatories"));
    check_order<Deployment>(part(network_shape(), "deployment"));
    check_order<Training>(part(network_shape(), "trainings"));
    check_order<Settings>(settings_shape());
    check_order<Holiday>(part(settings_shape(), "holidays"));
    check_order<PublishSettings>(part(settings_shape(), "publish"));
    check_order<OwnArea>(part(own_areas_shape(), "areas"));
    check_order<Family>(part(themes_shape(), "themes"));
    check_order<Term>(part(part(themes_shape(), "themes"), "children"));
    check_order<Term>(part(publics_shape(), "publics"));
    check_order<EmergencyNumber>(emergency_number_shape());
}

TEST_CASE("lists of one type of item do not change places") {
    Meeting meeting;
    static_cast<Attendee*>(meeting_shape().find("attendance")->slot(&meeting))->person = "came";
    static_cast<Attendee*>(meeting_shape().find("excused")->slot(&meeting))->person = "stayed";
    REQUIRE(meeting.attendance.size() == 1);
    REQUIRE(meeting.excused.size() == 1);
    CHECK(meeting.attendance[0].person == "came");
    CHECK(meeting.excused[0].person == "stayed");
}

TEST_CASE("the user's own keys become a part of their entry") {
    OwnAreas own;
    const Field& areas = *own_areas_shape().find("areas");
    auto* area = static_cast<OwnArea*>(areas.entry(&own, "circo-fumel"));
    *static_cast<std::string*>(areas.shape().find("name")->slot(area)) = "Circonscription de Fumel";
    *static_cast<std::string*>(own_areas_shape().find("aliases")->entry(&own, "Libos")) = "Monsempron-Libos";
    CHECK(own.areas == std::vector{OwnArea{"circo-fumel", "Circonscription de Fumel", "", {}, {}, ""}});
    CHECK(own.aliases == std::vector{PlaceAlias{"Libos", "Monsempron-Libos"}});
    AcronymsFile file;
    *static_cast<std::string*>(acronyms_shape().find("acronyms")->entry(&file, "CLS")) = "Contrat local de santé";
    CHECK(file.acronyms == std::vector{Acronym{"CLS", "Contrat local de santé"}});
}

TEST_CASE("keys are unique in their mapping, the French ones too") {
    for (const Shape* shape : all_shapes()) {
        CAPTURE(shape->name);
        std::set<std::string_view> keys;
        for (const Field& field : shape->fields) {
            CAPTURE(field.key);
            CHECK(keys.insert(field.key).second);
        }
        for (const Field& field : shape->fields)
            for (const std::string_view french : field.french) {
                CAPTURE(french);
                CHECK(keys.insert(french).second);
                CHECK(shape->find_french(french) == &field);
            }
    }
}

TEST_CASE("every row is labelled and explained in both languages") {
    for_each_field([](const Shape&, const Field& field) {
        for (const Lang lang : {Lang::fr, Lang::en}) {
            CHECK_FALSE(field.label.in(lang).empty());
            CHECK(field.help.in(lang).size() > 15);
            CHECK(field.help.in(lang).back() != ' ');
            for (const Choice& choice : field.choices) CHECK_FALSE(choice.label.in(lang).empty());
        }
        CHECK(field.help.fr != field.help.en);
    });
    for (const RecordKind kind : all_record_kinds) {
        CHECK_FALSE(name_of(kind).fr.empty());
        CHECK_FALSE(name_of(kind).en.empty());
        CHECK_FALSE(plural_of(kind).fr.empty());
        CHECK_FALSE(plural_of(kind).en.empty());
    }
}

TEST_CASE("a row says all that its type needs, and is stored as its type says") {
    for_each_field([](const Shape&, const Field& field) {
        CHECK((field.shape != nullptr) == (field.type == Type::record));
        CHECK((field.vocabulary != VocabularyKind::none) == (field.type == Type::term));
        CHECK((field.folder != Folder::none) == (field.type == Type::reference));
        // One word alone switches something on: `from: address.commune`.
        if (field.type == Type::choice) CHECK_FALSE(field.choices.empty());
        if (!field.choices.empty()) CHECK((field.type == Type::choice || field.type == Type::number));
        if (field.or_words || field.other_folder != Folder::none) CHECK(field.type == Type::reference);
        if (field.cautious) CHECK(field.type == Type::boolean);
        CHECK(field.least <= field.most);
        CHECK((field.entry != nullptr) == (field.storage == Storage::keyed));
        CHECK((field.slot == nullptr) == (field.storage == Storage::keyed));
        CHECK(field.list == (field.storage == Storage::texts || field.storage == Storage::list));
        if (field.storage == Storage::texts || field.storage == Storage::keyed) return;
        CHECK((field.type == Type::number) == (field.storage == Storage::number));
        CHECK((field.type == Type::decimal) == (field.storage == Storage::decimal));
        CHECK((field.type == Type::boolean) == (field.storage == Storage::boolean));
        CHECK((field.type == Type::date) == (field.storage == Storage::date));
        CHECK((field.type == Type::record) == (field.storage == Storage::mapping || field.storage == Storage::list));
    });
}

namespace {

// The values of « Exemple : … », without quotes and list brackets; none when the help has no example.
std::vector<std::string> examples_in(std::string_view help, bool list) {
    for (const std::string_view mark : std::array<std::string_view, 2>{"Exemple : ", "Example: "}) {
        const std::size_t at = help.rfind(mark);
        if (at == std::string_view::npos) continue;
        std::string_view rest = help.substr(at + mark.size());
        if (list && rest.starts_with('[')) rest = rest.substr(1, rest.size() - 2);
        std::vector<std::string> values;
        for (std::string_view value : list ? text::split(rest, ',') : std::vector{rest}) {
            value = text::trim(value);
            if (value.starts_with('"')) value = value.substr(1, value.size() - 2);
            values.emplace_back(value);
        }
        return values;
    }
    return {};
}

}  // namespace

TEST_CASE("the examples of the help are good values") {
    std::size_t checked = 0;
    for_each_field([&](const Shape&, const Field& field) {
        if (field.type == Type::record || field.storage == Storage::keyed) return;
        for (const std::string_view help : {field.help.fr, field.help.en})
            for (const std::string& value : examples_in(help, field.list)) {
                CAPTURE(value);
                CHECK(has_form_of(field, value));
                CHECK(within_bounds(field, value));
                const bool is_reference = field.type == Type::reference && !field.or_words;
                if (is_reference || field.type == Type::term) CHECK(is_id(value));
                ++checked;
            }
    });
    CHECK(checked > 300);
}

TEST_CASE("a fiche has the keys of the format, in its order") {
    CHECK(keys_of(partner_shape()) ==
          std::vector<std::string_view>{
              "name",         "short_name", "aliases",     "kind",          "parent",   "see_also",   "siret",
              "rna",          "summary",    "description", "missions",      "limits",   "themes",     "publics",
              "publics_note", "age_min",    "age_max",     "territory",     "address",  "phones",     "emails",
              "website",      "hours",      "hours_note",  "permanences",   "services", "fee",        "fee_note",
              "referral",     "contacts",   "languages",   "accessibility", "status",   "suspension", "verified",
              "verify_every", "audience",   "agreement",   "tags",          "sources",  "source",     "source_link",
              "notes"});
    std::vector<std::string_view> required;
    for (const Field& field : partner_shape().fields)
        if (field.need == Need::required) required.push_back(field.key);
    CHECK(required == std::vector<std::string_view>{"name", "kind", "themes", "territory"});
}

TEST_CASE("only notes never leave the notebook") {
    for_each_field([](const Shape&, const Field& field) { CHECK(field.internal == (field.key == "notes")); });
}

// Who reads a field stands in its row: these are all that not everybody may read.
TEST_CASE("a row says who may see its field, else nobody but the notebook's own") {
    CHECK(Field{}.seen == Audience::private_);
    std::set<std::string> partners, own;
    for_each_field([&](const Shape& shape, const Field& field) {
        const std::string name = std::string(shape.name) + "." + std::string(field.key);
        if (field.seen == Audience::partners) partners.insert(name);
        // Mappings of imports and the list of erasures are records that no edition has.
        const bool inner =
            shape.name.starts_with("import-") || shape.name == "mapping" || shape.name.starts_with("forgotten");
        if (inner) CHECK(field.seen == Audience::private_);
        if (!inner && field.seen == Audience::private_) own.insert(name);
    });
    const auto joined = [](const std::set<std::string>& names) {
        return text::join(std::vector<std::string>(names.begin(), names.end()), " ");
    };
    CHECK(joined(partners) ==
          "meeting.actions meeting.approved meeting.attendance meeting.breakfast meeting.decisions meeting.excused "
          "meeting.facilitator meeting.fiches meeting.headcount meeting.minutes meeting.next meeting.scribe "
          "referral.professionals");
    CHECK(joined(own) ==
          "cafe.invite cafe.notes meeting.calendar meeting.invitations meeting.invite partner.agreement partner.notes "
          "person.invitations person.lists person.notes person.privacy settings.export training.participants");
}

TEST_CASE("a French key is answered with the key to use") {
    struct Case {
        const Shape& shape;
        std::string_view french, key;
    };
    for (const Case& row :
         {Case{partner_shape(), "nom", "name"}, Case{partner_shape(), "telephone", "phones"},
          Case{partner_shape(), "Téléphone", "phones"}, Case{partner_shape(), "thématiques", "themes"},
          Case{partner_shape(), "Horaires d'ouverture", ""}, Case{partner_shape(), "horaires-ouverture", "hours"},
          Case{partner_shape(), "courriel", "emails"}, Case{partner_shape(), "adresse", "address"},
          Case{partner_shape(), "name", ""}, Case{partner_shape(), "", ""}, Case{partner_shape(), "xyz", ""},
          Case{meeting_shape(), "compte rendu", "minutes"}, Case{cafe_shape(), "hôte", "host"}}) {
        const auto& [shape, french, key] = row;
        CAPTURE(row.french);
        const Field* field = shape.find_french(french);
        CHECK((field == nullptr ? "" : field->key) == key);
    }
}

TEST_CASE("an item's shorthand stands for its main value") {
    struct Case {
        const Shape& shape;
        std::string_view main;
    };
    for (const Case& row :
         {Case{part(partner_shape(), "phones"), "number"}, Case{part(partner_shape(), "emails"), "address"},
          Case{part(partner_shape(), "permanences"), "place"}, Case{contact_shape(), "person"},
          Case{service_shape(), "name"}, Case{part(person_shape(), "emails"), "address"},
          Case{part(meeting_shape(), "attendance"), "person"}, Case{part(meeting_shape(), "round_table"), "partner"},
          Case{part(meeting_shape(), "questions"), "text"}, Case{part(meeting_shape(), "decisions"), "text"},
          Case{part(meeting_shape(), "actions"), "what"}, Case{invitation_shape(), "person"},
          Case{part(network_shape(), "signatories"), "person"}, Case{emergency_number_shape(), "number"}}) {
        const auto& [shape, main] = row;
        CAPTURE(row.shape.name);
        REQUIRE(shape.main() != nullptr);
        CHECK(shape.main()->key == main);
    }
    CHECK(agreement_shape().main() == nullptr);
    CHECK(part(service_shape(), "capacity").main() == nullptr);
}

TEST_CASE("the narrowest audience wins, and a misspelt one is private") {
    CHECK(narrowest(Audience::public_, Audience::partners) == Audience::partners);
    CHECK(narrowest(Audience::private_, Audience::public_) == Audience::private_);
    CHECK(narrowest(Audience::public_, Audience::public_) == Audience::public_);
    CHECK(audience_of("", Audience::partners) == Audience::partners);
    CHECK(audience_of("public", Audience::partners) == Audience::public_);
    for (const std::string_view slip : {"Public", "pubic", "privé", "partner", " public", "tous"})
        CHECK(audience_of(slip, Audience::public_) == Audience::private_);
    for (const Choice& choice : audience_choices()) {
        REQUIRE(to_audience(choice.value).has_value());
        CHECK(key_of(*to_audience(choice.value)) == choice.value);
    }
}

TEST_CASE("a status that nobody knows is active") {
    CHECK(status_of("closed") == Status::closed);
    CHECK(status_of("suspended") == Status::suspended);
    for (const std::string_view text : {"", "active", "Closed", "fermé"}) CHECK(status_of(text) == Status::active);
}
