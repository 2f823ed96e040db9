// The field list of needs/2026-Q3.yaml.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "model/needs.hpp"
#include "model/values.hpp"

namespace cafe::model {

namespace {

constexpr std::size_t length_of_quarter = 7;
constexpr int months_of_quarter = 3;

int number_of(std::string_view quarter) {
    return quarter.back() - '0';
}

Date first_day(std::string_view quarter) {
    const int year = Date::parse(std::string(quarter.substr(0, 4)) + "-01-01")->year;
    return {year, (number_of(quarter) - 1) * months_of_quarter + 1, 1};
}

}  // namespace

const std::vector<Choice>& reasons() {
    // Those of the offer are told apart; those of the person are coarse on purpose.
    static const std::vector<Choice> all{
        {"no-place", {"pas de place", "no place"}},
        {"list-closed", {"liste d'attente fermée", "waiting list closed"}},
        {"session-full", {"session complète", "session full"}},
        {"out-of-area", {"hors du territoire", "out of area"}},
        {"age", {"âge", "age"}},
        {"public-not-served", {"public non accueilli", "public not served"}},
        {"paper-missing", {"papier manquant", "paper missing"}},
        {"service-ended", {"service arrêté", "service ended"}},
        {"better-elsewhere", {"mieux ailleurs", "better elsewhere"}},
        {"already-asked", {"déjà demandé", "already asked"}},
        {"not-reached", {"pas joint", "not reached"}},
        {"said-no", {"ne veut pas", "said no"}},
        {"no-longer-needed", {"plus besoin", "no longer needed"}},
        {"other", {"autre", "other"}},
    };
    return all;
}

const std::vector<Choice>& delays() {
    static const std::vector<Choice> all{
        {"week", {"une semaine au plus", "a week at most"}},
        {"month", {"un mois au plus", "a month at most"}},
        {"later", {"plus d'un mois", "more than a month"}},
        {"none", {"sans réponse", "no answer"}},
    };
    return all;
}

const std::vector<CountTable>& count_tables() {
    static const std::vector<CountTable> all{
        {"themes", {"thème", "theme"}, &Needs::themes},
        {"areas", {"zone", "area"}, &Needs::areas},
        {"reasons", {"raison", "reason"}, &Needs::reasons},
        {"delays", {"première réponse", "first answer"}, &Needs::delays},
    };
    return all;
}

bool is_large_enough(int count) {
    return count == 0 || count >= least_count;
}

bool is_safe(const Needs& needs) {
    const auto is_fine = [](const CountCell& cell) {
        const auto number = to_whole_number(cell.number);
        return number && is_large_enough(*number);
    };
    const auto all_fine = [&](const CountTable& table) {
        const auto& cells = needs.*table.cells;
        return std::all_of(cells.begin(), cells.end(), is_fine);
    };
    return needs.asked && is_large_enough(*needs.asked) &&
           std::all_of(count_tables().begin(), count_tables().end(), all_fine);
}

std::string quarter_of(const Date& day) {
    return fmt::format("{:04}-Q{}", day.year, (day.month - 1) / months_of_quarter + 1);
}

bool is_quarter(std::string_view text) {
    return text.size() == length_of_quarter && text.substr(4, 2) == "-Q" && text[6] >= '1' && text[6] <= '4' &&
           Date::parse(std::string(text.substr(0, 4)) + "-01-01").has_value();
}

Date end_of_quarter(std::string_view quarter) {
    return first_day(quarter).plus_months(months_of_quarter);
}

Words quarter_in_words(std::string_view quarter) {
    static constexpr std::array<Label, 4> names{{{"1er trimestre", "first quarter of"},
                                                 {"2e trimestre", "second quarter of"},
                                                 {"3e trimestre", "third quarter of"},
                                                 {"4e trimestre", "fourth quarter of"}}};
    const Label& name = names.at(static_cast<std::size_t>(number_of(quarter) - 1));
    const std::string year(quarter.substr(0, 4));
    return {std::string(name.fr) + " " + year, std::string(name.en) + " " + year};
}

const Shape& needs_shape() {
    static const Shape shape{
        "needs",
        {
            field<&Needs::quarter>("quarter", Type::line)
                .for_everyone()
                .required()
                .named("trimestre", "quarter")
                .helped("Le trimestre compté, comme le nom du fichier. Exemple : 2026-Q3",
                        "The quarter that is counted, as in the name of the file. Example: 2026-Q3")
                .length(7, 7)
                .in_french({"trimestre"}),
            field<&Needs::asked>("asked", Type::number)
                .for_everyone()
                .required()
                .named("demandes", "requests")
                .helped("Combien d'orientations ont été demandées, arrondi à cinq près. Exemple : 45",
                        "How many orientations were asked for, rounded to five. Example: 45")
                .at_least(0)
                .in_french({"demandes", "total"}),
            field<&Needs::at_least>("at_least", Type::boolean)
                .for_everyone()
                .named("au moins", "at least")
                .helped("Si ce sont des sommes de plusieurs, dont les petits nombres manquent. Exemple : true",
                        "Whether these are sums of several people's, of which small numbers are missing. Example: true")
                .in_french({"au_moins"}),
            keyed_texts<&Needs::themes, &CountCell::key, &CountCell::number>("themes", Type::number)
                .for_everyone()
                .named("par thème", "by theme")
                .helped("Les demandes par thème, aucun nombre sous cinq. Exemple : {logement: 12, others: 9}",
                        "The requests by theme, no number below five. Example: {logement: 12, others: 9}")
                .in_french({"thematiques", "par_theme"}),
            keyed_texts<&Needs::areas, &CountCell::key, &CountCell::number>("areas", Type::number)
                .for_everyone()
                .named("par zone", "by area")
                .helped(
                    "Les demandes par intercommunalité ou plus large. Exemple : {\"epci:200068930\": 12, others: 9}",
                    "The requests by group of communes or wider. Example: {\"epci:200068930\": 12, others: 9}")
                .in_french({"zones", "territoires"}),
            keyed_texts<&Needs::reasons, &CountCell::key, &CountCell::number>("reasons", Type::number)
                .for_everyone()
                .named("par raison de refus", "by reason of refusal")
                .helped("Pourquoi elles n'ont pas abouti ; none : pas de refus. Exemple : {no-place: 8, none: 20}",
                        "Why they came to nothing; none: no refusal. Example: {no-place: 8, none: 20}")
                .in_french({"raisons", "motifs"}),
            keyed_texts<&Needs::delays, &CountCell::key, &CountCell::number>("delays", Type::number)
                .for_everyone()
                .named("par délai de réponse", "by delay of the answer")
                .helped("Quand la première réponse est venue ; none : jamais. Exemple : {week: 15, none: 6}",
                        "When the first answer came; none: never. Example: {week: 15, none: 6}")
                .in_french({"delais"}),
            field<&Needs::added>("added", Type::line)
                .named("fichiers ajoutés", "added files")
                .helped("Les empreintes des fichiers additionnés, pour n'en compter aucun deux fois, écrites par "
                        "l'outil. Exemple : [3f9a1c0be27d]",
                        "Digests of the files that were added up, so that none counts twice, written by the tool. "
                        "Example: [3f9a1c0be27d]")
                .length(1, 128)
                .in_french({"ajoutes"}),
        }};
    return shape;
}

}  // namespace cafe::model
