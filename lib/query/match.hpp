// Query × catalog → ranked hits with their reasons. Pure: no clock, no disk, no order but its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "query/query.hpp"
#include "query/reason.hpp"

namespace cafe::query {

struct Hit {
    std::string partner;
    std::string service;     ///< the service that answers best; empty when the fiche as a whole does
    double score = 0;        ///< 0 to 1
    bool part_only = false;  ///< serves a part of the place that was asked
    model::Status status = model::Status::active;
    std::vector<Reason> reasons;  ///< in the order of the question
};

struct MatchOptions {
    Date today;
    bool all = false;                ///< closed fiches too
    bool most_of_the_words = false;  ///< leave out who says less than half of the free words, rare ones counting more
};

/// The partners that answer, best first. Whether a fiche is suspended comes before everything, closed ones last; then
/// who serves all of the place before who serves a part; then the score: more needs met, by a service rather than by
/// the fiche rather than by its words, in a narrow area rather than a wide one, for the people asked about, with the
/// words that were said (BM25 over weighted fields); then the later verification; then the id.
std::vector<Hit> match(const store::Catalog& catalog, const Query& query, const MatchOptions& options);

// What `match` goes by, for who exports it to be ranked elsewhere.

/// The day that was asked about.
Date day_of(const AskedDay& asked, const Date& today);
/// Whether somebody is there then: 1, 0, or between where the hours do not say it.
double openness(std::string_view hours, const Date& day, AskedDay::Part part,
                const std::vector<std::string>& departments);
/// Whether a fiche is there for people of some age or state alone.
bool is_for_some_alone(const model::Partner& partner);

/// The ids of all records of a kind that the query lets through, closed ones too, in the order of ids. For kinds other
/// than partners: fields, and words against all that the record says.
std::vector<std::string> select(const store::Catalog& catalog, const Query& query,
                                model::RecordKind kind = model::RecordKind::partner);

/// The themes that a question is about, each once, in its order.
std::vector<std::string> themes_asked(const Query& query);

/// The notebook's emergency numbers for the themes of a question, a theme's own family counting.
std::vector<model::EmergencyNumber> emergency_numbers(const store::Catalog& catalog, const Query& query);

/// Whether any fiche says a word, with another ending perhaps; the beginning of a word is not enough.
bool is_said(const store::Catalog& catalog, const Sought& word);

}  // namespace cafe::query
