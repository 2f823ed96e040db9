// What a question says once it is understood: clues, and how they are joined. Made by `parse`, read by `match`.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/fields.hpp"
#include "query/lexicon.hpp"
#include "query/recogniser.hpp"
#include "query/says.hpp"
#include "store/catalog.hpp"
#include "territory/territory.hpp"

namespace cafe::query {

/// `in:X` asks for those who serve all of X, `touches:X` also for those who serve a part of it (records.md).
enum class Relation {
    in,
    touches,
    near,  ///< `in`, or an address or permanence within Clue::within kilometres
    seat,  ///< the address lies there, or they serve nothing beyond it: « mais pas à Fumel »
};

/// One `field:…` of a query.
struct FieldTest {
    enum class Kind {
        present,  ///< `field:`
        words,    ///< the field says all of `sought`, in any order
        value,    ///< the field is one of `values`
        area,     ///< the field names one of `areas`
        between,  ///< `field:A..B`; a bound that is empty is none. Dates and numbers only
    };
    Kind kind = Kind::present;
    std::string path;                     ///< "address.commune": steps through lists name no position
    const model::Field* field = nullptr;  ///< null for `id`, which is the record's own
    std::vector<std::string> values;
    std::vector<Sought> sought;
    std::vector<territory::AreaRef> areas;
    std::string from;
    std::string until;
};

/// One thing that a question says.
struct Clue {
    enum class Kind {
        words,      ///< a phrase of the vocabularies or a name: any of `meanings`; a theme is also met by a fiche that
                    ///< says all of `sought`, unless it is empty
        area,       ///< `area` in `relation`
        text,       ///< a free word, `sought` has it alone
        phrase,     ///< "a phrase": all of `sought`, one behind the other
        field,      ///< `test`
        phone,      ///< a telephone number, `sought` has it alone
        age,        ///< from `age_from` to `age_until` years
        situation,  ///< what a person in need says: any of `situations`
        person,     ///< any of `people`
    };
    Kind kind = Kind::text;
    std::string asked;  ///< as typed
    std::vector<Meaning> meanings;
    std::optional<territory::AreaRef> area;
    Relation relation = Relation::in;
    std::optional<double> within;  ///< kilometres; unless `relation` is near, an address or permanence must lie so near
    std::vector<Sought> sought;
    std::vector<Sought> spelled_out;         ///< what the acronym that was asked stands for
    std::vector<std::string> usual_kinds;    ///< of organisations whose business it usually is: they rank before others
    std::vector<HeardSituation> situations;  ///< by partner and service
    std::vector<std::string> people;         ///< ids, in their order
    FieldTest test;
    int age_from = 0;
    int age_until = 0;
    double weight = 1;        ///< of a need beside others: by what was learnt of all the words
    bool function = false;    ///< a free word that tells of a function: « la directrice du CMS »
    bool learned = false;     ///< recognised by all the words together: no phrase says it
    bool denied = false;      ///< « sans emploi »: it is about the thing, and does not require it
    bool unsure = false;      ///< recognised by its family of words alone: « paie » for « payer »
    bool excluded = false;    ///< stands behind `not:`, or behind « sauf », « mais pas »
    bool doubtful = false;    ///< excluded only where something else is surely needed: « on ne veut pas de foyer »
    bool ranks_only = false;  ///< set by `parse`: it may be unmet, also where one need of several must be met
};

/// How clues are joined. An empty `all` lets every record through.
struct Expression {
    enum class Kind { all, any, none, clue };
    Kind kind = Kind::all;
    std::size_t clue = 0;  ///< into Query::clues
    std::vector<Expression> parts;
};

/// A day that a question names. Its hours are shown, and who is open then comes before who is not.
struct AskedDay {
    enum class Part { any, morning, afternoon, evening };
    int weekday = 0;  ///< 1 is Monday; 0 when it is counted from today
    int ahead = 0;    ///< days from today: « demain » is 1
    Part part = Part::any;
    bool operator==(const AskedDay&) const = default;
};

struct Correction {
    std::string typed;
    std::string read;
    bool operator==(const Correction&) const = default;
};

/// Clues that no expression names only rank. Nothing of a query is ever kept: it may speak of a person in need.
struct Query {
    std::vector<Clue> clues;
    Expression filter;
    std::vector<std::string> ignored;  ///< folded, in order, each once
    std::optional<AskedDay> day;       ///< the first that is named
    std::vector<Correction> corrected;
    std::vector<Guess> probable;     ///< themes that it may be about, where nothing surer was understood
    std::vector<Sought> content;     ///< every word that says something, of whatever clue; places and people left out
    std::vector<Guess> usual_kinds;  ///< kinds of organisation whose business it usually is, 1 for the likeliest
    bool asks_successor = false;     ///< « qui remplace Hélène Castaing »
    bool asks_status = false;        ///< `status:` was said: closed records are not left out by themselves

    /// Nothing was asked.
    [[nodiscard]] bool empty() const { return clues.empty(); }
};

/// How strictly words join. Fields, parentheses, OR, not: and options always mean what they say.
enum class Reading {
    question,  ///< a person asks: one of several needs is enough, publics, kinds and further words rank
    filter,    ///< `list`, `mail list --to`, `invite`: every word must be true
};

struct ParseOptions {
    model::RecordKind kind = model::RecordKind::partner;  ///< whose fields are named; words about themes need partners
    Reading reading = Reading::question;
    std::string command = "cafe find";  ///< how to ask again, in the remedies of errors
    bool any_word = false;              ///< of a question of free words alone, one is enough

    // What options of the command line say; each filters.
    std::vector<std::string> in;
    std::vector<std::string> touches;
    std::vector<std::string> themes;
    std::vector<std::string> publics;
    std::vector<std::string> kinds;
    std::optional<double> within;  ///< kilometres
};

}  // namespace cafe::query
