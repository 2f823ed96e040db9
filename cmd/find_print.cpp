#include "find_print.hpp"

#include <algorithm>
#include <string>

#include "facts/release.hpp"
#include "model/fields.hpp"
#include "notebook.hpp"
#include "output.hpp"
#include "query/ask.hpp"
#include "render/answer.hpp"
#include "render/data_json.hpp"
#include "render/nobody.hpp"
#include "view/understanding.hpp"

namespace cafe::cmd {

namespace {

constexpr std::size_t shown_whole = 3;  // the others a line each
constexpr Phrase<Words, std::size_t> more{"… et {} : --limit {} montre tout", "… and {}: --limit {} shows them all"};
constexpr Noun further{"autre", "autres", "more", "more"};

}  // namespace

Result<int> print_records(World& world, const Arguments& arguments, const store::Catalog& catalog,
                          const std::vector<query::Hit>& hits) {
    Listing listing{"cafe/list/1", &model::partner_shape(), {}, {}};
    for (const query::Hit& hit : hits)
        if (auto partner = facts::release_partner(catalog, hit.partner, {facts::Reader::own, false}))
            listing.records.push_back({hit.partner, partner->tree()});
    return print_listing(world, arguments, listing);
}

int print_json(World& world, const store::Catalog& catalog, const query::Answer& answer,
               const std::vector<query::Alarm>& alarms, bool by_line) {
    std::vector<render::Json> hits;
    for (const query::Hit& hit : answer.hits)
        hits.push_back(render::hit_json(catalog, answer.query, hit, today(world)));
    if (by_line) {
        for (const render::Json& hit : hits) world.out << render::json_document(hit);
    } else {
        world.out << render::json_document(render::JsonObject()
                                               .add("schema", "cafe/find/1")
                                               .add("understood", render::understood_json(catalog, answer.query))
                                               .add("emergency", render::alarms_json(alarms))
                                               .add("answer", render::direct_json(catalog, answer))
                                               .add("ties", render::ties_json(answer))
                                               .add("perhaps", render::json_boolean(query::is_doubtful(answer)))
                                               .add("hits", render::json_lines(hits))
                                               .done());
    }
    return hits.empty() && !answer.direct ? 1 : 0;
}

int print_understood(World& world, const store::Catalog& catalog, const query::Answer& answer) {
    world.out << render::json_document(
        render::JsonObject()
            .add("schema", "cafe/find/1")
            .add("understood", render::understood_json(catalog, answer.query))
            .add("asks", render::json_of(view::understanding(catalog, answer, today(world))))
            .done());
    return 0;
}

render::AnswerStyle style_of(const World& world, const Arguments& arguments) {
    return {world.lang, world.colour, world.out_is_terminal ? world.width : 0, arguments.has("--long")};
}

int print_for_people(World& world, const Arguments& arguments, const store::Catalog& catalog,
                     const query::Answer& answer, const std::vector<query::Alarm>& alarms, std::size_t all,
                     const query::MatchOptions& matching) {
    const render::AnswerStyle style = style_of(world, arguments);
    world.out << render::alarm_lines(alarms, style);
    world.out << render::understood_line(catalog, answer.query, today(world), world.lang) << "\n";
    if (arguments.has("--explain")) world.out << render::explained(catalog, answer.query, world.lang);
    const std::string direct = render::direct_line(catalog, answer, style, today(world));
    if (!direct.empty()) world.out << direct << "\n";
    const std::string probable = render::probable_line(catalog, answer.query, world.lang);
    if (!probable.empty()) world.out << probable << "\n";
    const std::string of_themes = render::theme_numbers_line(catalog, answer.query, alarms, world.lang);
    if (answer.hits.empty()) {
        if (!direct.empty()) return 0;
        world.out << render::nobody_answers(catalog, answer.query, matching).in(world.lang) << "\n";
        const std::string taught = render::teaching(answer.query).in(world.lang);
        if (!taught.empty()) world.out << taught << "\n";
        if (!of_themes.empty()) world.out << of_themes << "\n";
        return 1;
    }
    if (const std::string perhaps = render::perhaps_line(answer, world.lang); !perhaps.empty())
        world.out << perhaps << "\n";
    if (const std::string ties = render::ties_line(catalog, answer, world.lang); !ties.empty())
        world.out << ties << "\n";
    for (std::size_t i = 0; i < answer.hits.size(); ++i) {
        const bool whole = style.details || i < shown_whole;
        if (whole || i == shown_whole) world.out << "\n";
        world.out << (whole ? render::hit_for_people : render::hit_in_a_line)(catalog, answer.query, answer.hits[i],
                                                                              i + 1, style, today(world));
    }
    if (all > answer.hits.size())
        world.out << "\n" << more(count(all - answer.hits.size(), further), all).in(world.lang) << "\n";
    if (!of_themes.empty()) world.out << "\n" << of_themes << "\n";
    return 0;
}

}  // namespace cafe::cmd
