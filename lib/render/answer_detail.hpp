// What the parts of `answer.hpp` share: what a hit is about, and how a clue reads.
#pragma once

#include <string>

#include "facts/contact.hpp"
#include "facts/release.hpp"
#include "model/partner.hpp"
#include "query/ask.hpp"

namespace cafe::render {

using Partner = facts::Released<model::Partner>;

/// Answers on the command line are for the people of the notebook itself.
inline constexpr facts::Disclosure own{facts::Reader::own, false};

/// A phone as people write it; what is none, as it stands.
std::string phone_shown(const std::string& written);

/// The label of a theme, a public or a kind.
Words label_of(const store::Catalog& catalog, query::MeaningKind kind, const std::string& id);
/// Texts with " / " between them.
Words joined(const std::vector<Words>& words);
/// How one part of the question was understood: « thème Logement et hébergement (« housing ») ».
Words clue_understood(const store::Catalog& catalog, const query::Clue& clue);

/// The service of that id; null when the fiche as a whole answers.
const model::Service* service_of(const Partner& partner, const std::string& id);
/// The service with what it takes from its fiche; of a fiche as a whole, what it says for all.
model::Service what_answers(const Partner& partner, const std::string& id);
/// Whoever was asked for by name is the one to call; else as the fiche has it.
facts::WhomToCall whom(const store::Catalog& catalog, const Partner& partner, const query::Query& query,
                       const query::Hit& hit, const Date& today);
/// The day that was asked about, today when none was.
Date day_asked(const query::Query& query, const Date& today);

}  // namespace cafe::render
