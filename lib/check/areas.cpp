#include "check/areas.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "check/rules.hpp"
#include "model/values.hpp"
#include "territory/distance.hpp"

namespace cafe::check {

namespace {

using model::Type;
using territory::AreaKind;
using territory::AreaRef;
using territory::Candidate;
using territory::Resolved;
using territory::SetupProblem;
using territory::Spoken;
using territory::Unresolved;
using Why = Unresolved::Why;

constexpr std::size_t most_named = 5;

// "Brax (commune, Lot-et-Garonne : insee:47040), …"
Words list_of(const std::vector<Candidate>& candidates) {
    static constexpr Phrase<std::string, Words, std::string> one{"{} ({} : {})", "{} ({}: {})"};
    std::vector<std::string> fr;
    std::vector<std::string> en;
    for (std::size_t i = 0; i < std::min(most_named, candidates.size()); ++i) {
        const Words words = one(candidates[i].name, candidates[i].detail, candidates[i].how);
        fr.push_back(words.fr);
        en.push_back(words.en);
    }
    if (candidates.size() > most_named) {
        fr.emplace_back("…");
        en.emplace_back("…");
    }
    return {text::join(fr, ", "), text::join(en, ", ")};
}

bool is_five_digits(std::string_view text) {
    return text.size() == 5 && text::is_digits(text);
}

Words remedy_for(const std::string& text, const Unresolved& unresolved) {
    static constexpr Phrase<std::string, Words> nearly{"vouliez-vous dire « {0} » ? Noms proches : {1}",
                                                       "did you mean '{0}'? Similar names: {1}"};
    static constexpr Phrase<Words> one_of{"écrire celui qui est voulu : {}", "write the one that is meant: {}"};
    static constexpr Phrase<> as_spoken{
        "écrire une commune, une intercommunalité, un département, un code (insee:, epci:, dep:) ou un "
        "nom de territory.yaml",
        "write a town, a community of towns, a département, a code (insee:, epci:, dep:) or a name of "
        "territory.yaml"};
    if (unresolved.candidates.empty()) return as_spoken();
    const Words all = list_of(unresolved.candidates);
    // A postcode means none of its towns more than another.
    const bool guessable =
        unresolved.why == Why::unknown && !(is_five_digits(text) && unresolved.candidates.size() > 1);
    return guessable ? nearly(unresolved.candidates.front().name, all) : one_of(all);
}

void say_unresolved(const std::string& text, Span span, const Unresolved& unresolved, Report& report) {
    static constexpr Phrase<std::string> unknown{"aucun territoire ne s'appelle « {} »", "no area is called '{}'"};
    static constexpr Phrase<std::string> several{"« {} » désigne plusieurs territoires", "'{}' names several areas"};
    const bool is_unknown = unresolved.why == Why::unknown;
    report.add(is_unknown ? rule::unknown_area : rule::ambiguous_area, span,
               is_unknown ? unknown(shown(text)) : several(shown(text)), remedy_for(text, unresolved));
}

const yaml::Node* node_of(const Part& part, Type type) {
    for (const model::Field& field : part.shape.fields) {
        if (field.type != type) continue;
        const yaml::Node* node = part.mapping.find(field.key);
        return node != nullptr && node->kind == yaml::Kind::scalar && !node->text.empty() ? node : nullptr;
    }
    return nullptr;
}

// "le mont dore" and "mont dore" are one town to a postman.
std::string_view without_article(std::string_view folded) {
    for (const std::string_view article : {"le ", "la ", "les ", "l "})
        if (folded.starts_with(article)) return folded.substr(article.size());
    return folded;
}

std::string names_of(const territory::Territory& territory, const std::vector<AreaRef>& areas) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(most_named, areas.size()); ++i) names.push_back(territory.name(areas[i]));
    if (areas.size() > most_named) names.emplace_back("…");
    return text::join(names, ", ");
}

}  // namespace

const Resolved& AreaCheck::resolved(const std::string& text) {
    const auto at = resolved_.find(text);
    return at != resolved_.end() ? at->second
                                 : resolved_.emplace(text, territory_.resolve(text, Spoken::record)).first->second;
}

// « Fumel Montayral », « Fumel; Montayral », « Fumel et Montayral »: areas with a comma between them, when that is what
// they are. Empty otherwise.
std::string AreaCheck::with_commas(const std::string& written) {
    constexpr std::size_t most_words = 6;  // what is longer is a sentence
    std::vector<std::string> words;
    const std::string apart =
        text::replace_all(text::replace_all(text::replace_all(written, ";", " ; "), "/", " / "), ",", " , ");
    for (const std::string_view word : text::words(apart)) words.emplace_back(word);
    if (words.size() < 2 || words.size() > most_words) return "";
    std::vector<std::string> joined{""};
    bool parted = false;
    for (const std::string& word : words) {
        const bool separator = word == ";" || word == "/" || word == "," || word == "et" || word == "and";
        parted = parted || separator;
        if (separator)
            joined.emplace_back();
        else
            joined.back() += (joined.back().empty() ? "" : " ") + word;
    }
    const std::vector<std::string>& areas = parted ? joined : words;
    const bool all = std::all_of(areas.begin(), areas.end(), [&](const std::string& area) {
        return !area.empty() && std::holds_alternative<AreaRef>(resolved(area));
    });
    return all ? text::join(areas, ", ") : "";
}

void AreaCheck::say_area(const yaml::Node& node, const Unresolved& unresolved, Report& report) {
    static constexpr Phrase<std::string> unknown{"aucun territoire ne s'appelle « {} »", "no area is called '{}'"};
    static constexpr Phrase<std::string> comma_missing{"s'il y en a plusieurs, une virgule entre eux : {}",
                                                       "if these are several, a comma between them: {}"};
    // « Grand Lyon » is one area and no two.
    const bool is_one = std::holds_alternative<AreaRef>(territory_.resolve(node.text, Spoken::command_line));
    if (unresolved.why == Why::unknown && !is_one)
        if (const std::string parted = with_commas(node.text); !parted.empty())
            return report.add(rule::unknown_area, node.span, unknown(shown(node.text)), comma_missing(shown(parted)));
    say_unresolved(node.text, node.span, unresolved, report);
}

void AreaCheck::value(const store::Met& met, Report& report) {
    parts_of(met, [&](const Part& part) {
        check_seat(part, report);
        check_point(part, report);
    });
    // The territory has looked at its own file already: see check_setup.
    const bool is_its_own = report.source().ref.kind == model::RecordKind::territory;
    if (met.field->type == Type::area && !is_its_own && said(met) != nullptr) check_area(met.node, report);
}

void AreaCheck::check_area(const yaml::Node& node, Report& report) {
    const Resolved& area = resolved(node.text);
    if (const auto* unresolved = std::get_if<Unresolved>(&area)) return say_area(node, *unresolved, report);
    if (is_five_digits(node.text)) check_digits(node, std::get<AreaRef>(area), report);
}

// records.md: an INSEE code that is also a postcode, and not of the commune of the address, is doubtful.
void AreaCheck::check_digits(const yaml::Node& node, const AreaRef& meant, Report& report) {
    static constexpr Phrase<std::string, std::string, std::string> either{
        "« {0} » se lit de deux façons : code INSEE ({1}) ou code postal ({2})",
        "'{0}' reads two ways: INSEE code ({1}) or postcode ({2})"};
    static constexpr Phrase<std::string, std::string, std::string> say_which{
        "écrire insee:{0} pour {1} ; sinon le nom de la commune ({2})",
        "write insee:{0} for {1}; else the town's name ({2})"};
    auto others = territory_.communes_of_postcode(node.text);
    others.erase(std::remove(others.begin(), others.end(), meant), others.end());
    if (others.empty() || is_at(report.source().tree, meant)) return;
    const std::string name = territory_.name(meant);
    const std::string others_named = names_of(territory_, others);
    report.add(rule::insee_or_postcode, node.span, either(node.text, name, others_named),
               say_which(node.text, name, others_named));
}

bool AreaCheck::is_at(const yaml::Node& record, const AreaRef& area) {
    const yaml::Node* address = record.find("address");
    const yaml::Node* commune = address == nullptr ? nullptr : address->find("commune");
    if (commune == nullptr || commune->text.empty()) return false;
    if (fold::place(territory_.name(area)) == fold::place(commune->text)) return true;
    const auto* named = std::get_if<AreaRef>(&resolved(commune->text));
    return named != nullptr && *named == area;
}

namespace {

// Of towns of one name the one whose département a postcode is of.
std::optional<AreaRef> only_in_departement_of(std::string_view postcode, const std::vector<Candidate>& candidates) {
    if (postcode.size() != 5) return std::nullopt;
    const std::string_view first = postcode.substr(0, postcode.starts_with("97") || postcode.starts_with("98") ? 3 : 2);
    std::optional<AreaRef> only;
    for (const Candidate& candidate : candidates) {
        const std::string_view code = std::string_view(candidate.area.code).substr(candidate.area.code.find(':') + 1);
        const bool in_corsica = first == "20" && (code.starts_with("2A") || code.starts_with("2B"));
        if (candidate.area.kind != AreaKind::commune || !(code.starts_with(first) || in_corsica)) continue;
        if (only) return std::nullopt;
        only = candidate.area;
    }
    return only;
}

// What to do for a town that is like none of France.
constexpr Phrase<> or_abroad{
    "écrire le nom de la commune, comme l'INSEE ; à l'étranger, toute l'adresse dans mail, sans postcode ni commune",
    "write the town's name as INSEE does; abroad, the whole address in mail, without postcode or commune"};
constexpr Phrase<> in_france{
    "écrire le nom de la commune, comme l'INSEE ; à l'étranger, l'enlever et la dire avec le nom du lieu",
    "write the town's name as INSEE does; abroad, take it out and say it with the name of the place"};

}  // namespace

// An address, a café's place, a permanence: the town, and the postcode where there is one.
void AreaCheck::check_seat(const Part& part, Report& report) {
    const yaml::Node* commune = node_of(part, Type::commune);
    if (commune == nullptr) return;
    const yaml::Node* postcode = node_of(part, Type::postcode);
    const bool readable = postcode != nullptr && model::is_postcode(postcode->text);
    const Verdict& found = verdict(commune->text, readable ? postcode->text : "");
    if (found.rule == nullptr) return;
    const bool has_mail = part.shape.find("mail") != nullptr;
    report.add(*found.rule, found.on_postcode ? postcode->span : commune->span, found.message,
               !found.remedy.empty() ? found.remedy
               : has_mail            ? or_abroad()
                                     : in_france());
}

// A slip of a digit, or latitude and longitude swapped. No commune of France reaches so far from its centre, but
// Maripasoula and its neighbours in Guyane: they are left alone.
void AreaCheck::check_point(const Part& part, Report& report) {
    static constexpr Phrase<std::string, int> far{"ce point est à {1} km du centre de la commune ({0})",
                                                  "this point is {1} km from the centre of {0}"};
    static constexpr Phrase<> swapped{"la latitude et la longitude sont interverties",
                                      "latitude and longitude are swapped"};
    static constexpr Phrase<> put_right{"corriger la latitude et la longitude, ou les enlever",
                                        "put latitude and longitude right, or remove them"};
    constexpr double farthest = 40;  // km
    const yaml::Node* commune = node_of(part, Type::commune);
    const yaml::Node* latitude = part.mapping.find("latitude");
    const yaml::Node* longitude = part.mapping.find("longitude");
    if (commune == nullptr || latitude == nullptr || longitude == nullptr) return;
    const auto north = text::to_number(latitude->text);
    const auto east = text::to_number(longitude->text);
    const auto area = place_of(part, *commune);
    const auto centre = area ? territory_.centre(*area) : std::nullopt;
    if (!north || !east || !centre) return;
    if (std::abs(*north) > 90 || std::abs(*east) > 180) return;  // no point of the earth, and told as such
    const double distance = territory::kilometres(*centre, {*north, *east});
    const yaml::Node* postcode = node_of(part, Type::postcode);
    const bool guyane = postcode != nullptr && postcode->text.starts_with("973");
    if (distance <= farthest || guyane) return;
    const bool is_swapped = territory::kilometres(*centre, {*east, *north}) <= farthest;
    report.add(rule::far_from_town, latitude->span, far(territory_.name(*area), static_cast<int>(distance)),
               is_swapped ? swapped() : put_right());
}

// The town that the postcode picks among those of its name; without a postcode the one the name alone means.
std::optional<AreaRef> AreaCheck::place_of(const Part& part, const yaml::Node& commune) {
    const yaml::Node* postcode = node_of(part, Type::postcode);
    const std::string folded = fold::place(commune.text);
    if (postcode != nullptr)
        for (const AreaRef& candidate : territory_.communes_of_postcode(postcode->text))
            if (without_article(fold::place(territory_.name(candidate))) == without_article(folded)) return candidate;
    if (postcode != nullptr) return std::nullopt;  // said already, or a Cedex
    const auto* named = std::get_if<AreaRef>(&resolved(commune.text));
    return named != nullptr && named->kind == AreaKind::commune ? std::optional(*named) : std::nullopt;
}

const AreaCheck::Verdict& AreaCheck::verdict(const std::string& commune, const std::string& postcode) {
    const auto key = std::make_pair(commune, postcode);
    const auto at = verdicts_.find(key);
    return at != verdicts_.end() ? at->second : verdicts_.emplace(key, judge(commune, postcode)).first->second;
}

AreaCheck::Verdict AreaCheck::judge(const std::string& commune, const std::string& postcode) {
    static constexpr Phrase<std::string> unknown{"aucune commune ne s'appelle « {} »", "no town is called '{}'"};
    static constexpr Phrase<std::string> several{"plusieurs communes s'appellent « {} »",
                                                 "several towns are called '{}'"};
    static constexpr Phrase<std::string> no_commune{"« {} » n'est pas une commune", "'{}' is not a town"};
    static constexpr Phrase<> write_town{"écrire le nom de la commune", "write the town's name"};
    static constexpr Phrase<std::string> of_postcode{"communes de ce code postal : {}", "towns of this postcode: {}"};
    static constexpr Phrase<> give_postcode{"donner aussi le code postal", "give the postcode too"};
    static constexpr Phrase<std::string> not_of_postcode{"« {} » n'est pas une commune de ce code postal",
                                                         "'{}' is no town of this postcode"};
    static constexpr Phrase<std::string> not_whole{"« {} » n'est pas le nom entier de la commune de ce code postal",
                                                   "'{}' is not the whole name of the town with this postcode"};
    const auto here = territory_.communes_of_postcode(postcode);
    const std::string folded = fold::place(commune);
    // The postcode says which town of that name is meant, wherever in France.
    for (const AreaRef& candidate : here) {
        const std::string name = fold::place(territory_.name(candidate));
        if (without_article(name) == without_article(folded)) return {};
    }
    for (const AreaRef& candidate : here)
        if (const std::string name = territory_.name(candidate); fold::place(name).starts_with(folded + " "))
            return {&rule::unknown_commune, false, not_whole(shown(commune)), did_you_mean(name)};
    const Resolved& area = resolved(commune);
    if (const auto* unresolved = std::get_if<Unresolved>(&area)) {
        if (unresolved->why == Why::ambiguous) {
            const auto& all = unresolved->candidates;
            const bool one_is_here = std::any_of(all.begin(), all.end(), [&](const Candidate& candidate) {
                return std::find(here.begin(), here.end(), candidate.area) != here.end();
            });
            if (one_is_here) return {};
            if (!here.empty())
                return {&rule::unknown_commune, false, not_of_postcode(shown(commune)),
                        of_postcode(names_of(territory_, here))};
            // A Cedex is in no table, and yet tells which département.
            if (const auto one = only_in_departement_of(postcode, all)) return judge_postcode(*one, postcode);
            return {&rule::unknown_commune, false, several(shown(commune)),
                    postcode.empty() ? give_postcode() : remedy_for(commune, *unresolved)};
        }
        Words remedy;
        if (!here.empty())
            remedy = of_postcode(names_of(territory_, here));
        else if (!unresolved->candidates.empty())
            remedy = remedy_for(commune, *unresolved);
        return {&rule::unknown_commune, false, unknown(shown(commune)), remedy};
    }
    const auto& named = std::get<AreaRef>(area);
    if (named.kind != AreaKind::commune && named.kind != AreaKind::quarter)
        return {&rule::unknown_commune, false, no_commune(shown(commune)), write_town()};
    return postcode.empty() ? Verdict{} : judge_postcode(named, postcode);
}

AreaCheck::Verdict AreaCheck::judge_postcode(const AreaRef& area, const std::string& postcode) const {
    // Names are kept away from « de », which some of them would shorten to « d' ».
    static constexpr Phrase<std::string, std::string> other{"{0} n'a pas le code postal {1}",
                                                            "{0} does not have the postcode {1}"};
    static constexpr Phrase<std::string, std::string> cedex{
        "{0} : {1} ; un code Cedex ou une boîte postale va dans mail",
        "{0}: {1}; a Cedex code or a PO box goes into mail"};
    static constexpr Phrase<std::string, std::string, std::string, std::string> whose{"{0} : {1} ; {2} : {3}",
                                                                                      "{0}: {1}; {2}: {3}"};
    static constexpr Phrase<std::string, std::string> insee{"{0} est le code INSEE ({1}), pas un code postal",
                                                            "{0} is the INSEE code ({1}), not a postcode"};
    static constexpr Phrase<std::string> write_postcode{"écrire le code postal : {}", "write the postcode: {}"};
    const auto own = territory_.postcodes(area);
    if (own.empty() || std::find(own.begin(), own.end(), postcode) != own.end()) return {};
    const std::string name = territory_.name(area);
    std::vector<std::string> first(own.begin(),
                                   own.begin() + static_cast<std::ptrdiff_t>(std::min(most_named, own.size())));
    if (own.size() > most_named) first.emplace_back("…");
    const std::string right = text::join(first, ", ");
    const auto bearers = territory_.communes_of_postcode(postcode);
    const auto coded = territory_.five_digits(postcode).by_insee;
    if (coded == area)
        return {&rule::other_postcode, true, insee(postcode, territory_.name(*coded)), write_postcode(right)};
    // Cedex codes are in no table of communes, and often stand where the town's own should.
    if (bearers.empty()) return {&rule::perhaps_cedex, true, other(name, postcode), cedex(name, right)};
    return {&rule::other_postcode, true, other(name, postcode),
            whose(name, right, postcode, names_of(territory_, bearers))};
}

// ---- territory.yaml ------------------------------------------------------------------------------------------------

namespace {

// Where the text of a problem stands; the key of the area or alias when it cannot be found.
Span span_of(const yaml::Node& tree, const SetupProblem& problem) {
    const yaml::Node* group = tree.find(problem.key == "aliases" ? "aliases" : "areas");
    if (group == nullptr) return {};
    for (const yaml::Entry& entry : group->entries) {
        if (entry.key.text != problem.owner) continue;
        if (problem.key == "aliases") return entry.value.span;
        const yaml::Node* value = entry.value.find(problem.key);
        if (value == nullptr) return entry.key.span;
        if (value->kind == yaml::Kind::sequence && problem.position < value->items.size())
            return value->items[problem.position].span;
        return value->span;
    }
    return {};
}

void say_problem(const SetupProblem& problem, Span span, Report& report) {
    static constexpr Phrase<std::string, std::string> circular{"« {0} » mène de nouveau à « {1} »",
                                                               "'{0}' leads back to '{1}'"};
    static constexpr Phrase<> take_out{"enlever ce nom de la liste", "take this name out of the list"};
    static constexpr Phrase<std::string> empty{"« {} » ne contient rien", "'{}' holds nothing"};
    static constexpr Phrase<> fill{"dire de quoi il est fait (areas) ou dans quelle commune il se trouve (within)",
                                   "say what it is made of (areas) or which town it lies in (within)"};
    static constexpr Phrase<std::string, std::string> no_effect{"« {0} » n'est pas dans « {1} »",
                                                                "'{0}' is not in '{1}'"};
    static constexpr Phrase<> drop{"enlever l'exception, ou corriger le nom",
                                   "remove the exception, or put the name right"};
    static constexpr Phrase<std::string> doubled{"un autre territoire ou nom du pays se dit « {} »",
                                                 "another area or local name is called '{}'"};
    static constexpr Phrase<> rename{"changer l'un des deux noms", "change one of the two names"};
    using What = SetupProblem::What;
    const std::string text = shown(problem.text);
    // An area is not looked for in its own definition, so the territory calls one that names itself unknown.
    const bool names_itself = problem.what == What::unresolved && problem.text == problem.owner;
    switch (names_itself ? What::cyclic : problem.what) {
        case What::bad_department: return;
        case What::unresolved: return say_unresolved(problem.text, span, problem.unresolved, report);
        case What::cyclic: return report.add(rule::circular_area, span, circular(text, problem.owner), take_out());
        case What::empty: return report.add(rule::empty_area, span, empty(problem.owner), fill());
        case What::except_outside:
            return report.add(rule::takes_nothing_away, span, no_effect(text, problem.owner), drop());
        case What::doubled_name: return report.add(rule::doubled_area_name, span, doubled(text), rename());
    }
}

// A code that has the form of one (E210 says when it has not) but that no département bears.
void say_department(const SetupProblem& problem, const store::Source& source, Findings& found) {
    static constexpr Phrase<std::string> none{"aucun département n'a le code {}", "no département has the code {}"};
    static constexpr Phrase<> codes{"\"01\" à \"95\", \"2A\", \"2B\", \"971\" à \"976\"",
                                    "\"01\" to \"95\", \"2A\", \"2B\", \"971\" to \"976\""};
    if (!model::is_department(problem.text)) return;
    const yaml::Node* list = source.tree.find("departments");
    Report report(source, found);
    const bool in_list = list != nullptr && problem.position < list->items.size();
    report.add(rule::bad_department, in_list ? list->items[problem.position].span : Span{}, none(problem.text),
               codes());
}

}  // namespace

void check_setup(const store::Book& book, const territory::Territory& territory, Findings& found) {
    std::set<std::string_view> said;  // an area left empty by what was said of it is not said to be empty too
    for (const SetupProblem& problem : territory.problems()) {
        if (!said.insert(problem.owner).second && problem.what == SetupProblem::What::empty) continue;
        if (problem.what == SetupProblem::What::bad_department) {
            if (book.settings.source) say_department(problem, *book.settings.source, found);
        } else if (book.areas.source) {
            Report report(*book.areas.source, found);
            say_problem(problem, span_of(book.areas.source->tree, problem), report);
        }
    }
}

}  // namespace cafe::check
