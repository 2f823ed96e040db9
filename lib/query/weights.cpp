#include "query/weights.hpp"

#include <array>

#include "base/text.hpp"
#include "query/embedded.hpp"

namespace cafe::query {

namespace {

struct Row {
    std::string_view name;
    double Weights::*member;
};

constexpr std::array rows{
    Row{"needs", &Weights::needs},
    Row{"level", &Weights::level},
    Row{"situation", &Weights::situation},
    Row{"area", &Weights::area},
    Row{"people", &Weights::people},
    Row{"unasked_people", &Weights::unasked_people},
    Row{"denied", &Weights::denied},
    Row{"kind", &Weights::kind},
    Row{"hints", &Weights::hints},
    Row{"words", &Weights::words},
    Row{"content", &Weights::content},
    Row{"house", &Weights::house},
    Row{"time", &Weights::time},
    Row{"unknown_hours", &Weights::unknown_hours},
    Row{"k1", &Weights::k1},
    Row{"b", &Weights::b},
    Row{"service", &Weights::service},
    Row{"said", &Weights::said},
    Row{"whole", &Weights::whole},
    Row{"fiche", &Weights::fiche},
    Row{"text", &Weights::text},
    Row{"by_name", &Weights::by_name},
    Row{"by_part_of_name", &Weights::by_part_of_name},
    Row{"by_theme", &Weights::by_theme},
    Row{"by_family", &Weights::by_family},
    Row{"by_kind", &Weights::by_kind},
    Row{"by_public", &Weights::by_public},
    Row{"by_narrow_word", &Weights::by_narrow_word},
    Row{"by_words", &Weights::by_words},
    Row{"by_synonym", &Weights::by_synonym},
    Row{"further_reason", &Weights::further_reason},
    Row{"further_theme", &Weights::further_theme},
    Row{"saying_it", &Weights::saying_it},
    Row{"usual_kind", &Weights::usual_kind},
    Row{"not_saying_it", &Weights::not_saying_it},
    Row{"for_others", &Weights::for_others},
    Row{"theme_share", &Weights::theme_share},
    Row{"for_everyone", &Weights::for_everyone},
    Row{"not_said", &Weights::not_said},
    Row{"gone", &Weights::gone},
    Row{"part_of_area", &Weights::part_of_area},
    Row{"place_in_name", &Weights::place_in_name},
    Row{"near", &Weights::near},
    Row{"inflection", &Weights::inflection},
    Row{"family", &Weights::family},
    Row{"beginning", &Weights::beginning},
    Row{"lone_word", &Weights::lone_word},
    Row{"situation_least", &Weights::situation_least},
    Row{"probable", &Weights::probable},
    Row{"taught", &Weights::taught},
    Row{"sure", &Weights::sure},
    Row{"guess", &Weights::guess},
    Row{"last_guess", &Weights::last_guess},
    Row{"usual_guess", &Weights::usual_guess},
    Row{"nobody_usual", &Weights::nobody_usual},
    Row{"learned_share", &Weights::learned_share},
    Row{"said_word", &Weights::said_word},
    Row{"said_phrase", &Weights::said_phrase},
    Row{"word_least", &Weights::word_least},
    Row{"beside", &Weights::beside},
    Row{"nobody", &Weights::nobody},
    Row{"nobody_free", &Weights::nobody_free},
    Row{"replaces", &Weights::replaces},
    Row{"contradicted", &Weights::contradicted},
    Row{"tie", &Weights::tie},
    Row{"perhaps", &Weights::perhaps},
    Row{"card", &Weights::card},
};

template <class Visit>
void each_line(Visit visit) {
    bool titles = true;
    for (const std::string_view line : text::split(embedded_weights(), '\n')) {
        if (line.empty() || line.front() == '#') continue;
        const auto columns = text::split(line, '\t');
        if (!titles && columns.size() == 3) visit(columns[0], text::to_number(columns[1]).value_or(0));
        titles = false;
    }
}

Weights read() {
    Weights all;
    each_line([&](std::string_view name, double value) {
        for (const Row& row : rows)
            if (row.name == name) all.*row.member = value;
    });
    return all;
}

}  // namespace

const Weights& weights() {
    static const Weights all = read();
    return all;
}

std::vector<std::pair<std::string_view, double>> each_weight() {
    std::vector<std::pair<std::string_view, double>> all;
    for (const Row& row : rows) all.emplace_back(row.name, weights().*row.member);
    return all;
}

std::vector<std::string_view> names_of_weights() {
    std::vector<std::string_view> names;
    each_line([&](std::string_view name, double) { names.push_back(name); });
    return names;
}

}  // namespace cafe::query
