// A field that is added to a copy of the declarations, and all that follows from its row: one member and one row are
// enough to read it, change it, list it, exchange it, search it and show it.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "edit/assignment.hpp"
#include "edit/edit.hpp"
#include "model/fields.hpp"
#include "model/path.hpp"
#include "model/value_of.hpp"
#include "query/texts.hpp"
#include "render/record_json.hpp"
#include "render/record_list.hpp"
#include "render/schema.hpp"
#include "store/book.hpp"
#include "store/read.hpp"
#include "support/catalog.hpp"
#include "support/memory_disk.hpp"
#include "view/shown_fields.hpp"
#include "yaml/parse.hpp"

using namespace cafe;
using model::Field;
using model::Shape;
using model::Shown;
using model::Type;

namespace {

// A record that says what no record of the notebook says yet.
struct Venue {
    std::string name;
    std::vector<std::string> parking;
    std::string step_free;
    std::optional<int> seats;
    std::string notes;
};

const Shape& venue_shape() {
    static const Shape shape{
        "venue",
        {
            model::field<&Venue::name>("name", Type::line).required().named("nom", "name").searched_for_needs(3.0),
            model::field<&Venue::parking>("parking", Type::line)
                .named("stationnement", "parking")
                .helped("Où se garer. Exemple : [place du Marché]", "Where to park. Example: [place du Marché]")
                .length(1, 80)
                .shown_in(Shown::for_whom)
                .searched(0.5)
                .copied()
                .in_french({"stationnement"}),
            model::field<&Venue::step_free>("step_free", Type::choice)
                .one_of({{"yes", {"de plain-pied", "step-free"}}, {"no", {"des marches", "steps"}}})
                .named("accès", "access")
                .shown_in(Shown::for_whom),
            model::field<&Venue::seats>("seats", Type::number).named("places assises", "seats").at_least(1),
            model::field<&Venue::notes>("notes", Type::markdown).kept_internal().named("notes", "notes"),
        }};
    return shape;
}

constexpr std::string_view text =
    "name: Salle du Marché\nparking: [place du Marché, rue Haute]\nstep_free: yes\nseats: 40\nnotes: clé à la mairie\n";

yaml::Node tree() {
    auto parsed = yaml::parse(text, "x.yaml");
    REQUIRE(parsed.root);
    return std::move(*parsed.root);
}

std::string said(const view::Text& words) {
    std::string all;
    for (const view::Inline& part : words) all += part.text;
    return all;
}

store::Catalog empty_catalog() {
    test::MemoryDisk disk;
    disk.put("/nb/cafe.yaml", "name: Réseau\n");
    return test::catalog_in(disk, "/nb");
}

}  // namespace

TEST_CASE("a new row is read into its member, and written back from it") {
    const auto venue = store::read<Venue>(tree(), venue_shape());
    CHECK(venue.parking == std::vector<std::string>{"place du Marché", "rue Haute"});
    CHECK(venue.seats == 40);
    CHECK(model::value_of(&venue, venue_shape()) == yaml::to_value(tree()));
}

TEST_CASE("a new row can be named by set, by --fields and by queries, and a slip of it is put right") {
    const auto paths = model::all_paths(venue_shape());
    CHECK(std::find(paths.begin(), paths.end(), "parking") != paths.end());
    const auto edit = edit::assignment("parking+=place Neuve", venue_shape());
    REQUIRE(edit.ok());
    const auto wanted = edit::wanted(yaml::to_value(tree()), venue_shape(), {*edit});
    REQUIRE(wanted.ok());
    CHECK(wanted->find("parking")->list()->size() == 3);
    const auto slip = edit::wanted(yaml::to_value(tree()), venue_shape(), {{{{"parkin"}}, edit::Op::set, "x"}});
    REQUIRE_FALSE(slip.ok());
    CHECK(slip.error().remedy.en.find("parking") != std::string::npos);
    CHECK(render::fields_of("name,parking", venue_shape()).ok());
    CHECK_FALSE(render::fields_of("parkin", venue_shape()).ok());
    CHECK(venue_shape().find_french("Stationnement") == venue_shape().find("parking"));
}

TEST_CASE("a new row is typed in JSON, and described by the schema") {
    const std::string json = render::record_json("salle", tree(), venue_shape()).bytes();
    CHECK(json.find("\"parking\": [\"place du Marché\", \"rue Haute\"]") != std::string::npos);
    CHECK(json.find("\"seats\": 40") != std::string::npos);
    const std::string schema =
        render::json_schema(venue_shape(), {"salle", "venue"}, store::builtin_vocabulary(), Lang::en);
    CHECK(schema.find("\"parking\"") != std::string::npos);
    CHECK(schema.find("step-free") != std::string::npos);
}

TEST_CASE("a new row is searched and shown when it says so, and only then") {
    const auto venue = store::read<Venue>(tree(), venue_shape());
    const auto catalog = empty_catalog();
    const auto fields = query::searched_fields(venue_shape());
    REQUIRE(fields.size() == 2);
    const auto texts = query::texts_of(catalog, fields, &venue);
    REQUIRE(texts.size() == 3);
    CHECK(texts[0].says_need);
    CHECK(texts[1].text == "place du Marché");
    CHECK(texts[1].field == "parking");
    CHECK(texts[1].weight == doctest::Approx(0.5));

    const auto rows = view::shown_fields(&venue, venue_shape(), Shown::for_whom, catalog.vocabulary(), Lang::fr);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].first == "Stationnement");
    CHECK(said(rows[0].second) == "place du Marché, rue Haute");
    CHECK(said(rows[1].second) == "de plain-pied");
    CHECK(view::shown_fields(&venue, venue_shape(), Shown::guide, catalog.vocabulary(), Lang::fr).empty());
}

TEST_CASE("no row of a record that leaves nothing of itself is searched, shown or copied") {
    for (const model::RecordKind kind : model::all_record_kinds)
        for (const Field& field : model::shape_of(kind).fields) {
            if (!field.internal) continue;
            CAPTURE(field.key);
            CHECK(field.search_weight == doctest::Approx(0));
            CHECK(field.shown == Shown::by_view);
            CHECK(field.taken == model::Taken::with_owner);
        }
}
