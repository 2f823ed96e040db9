// Questions about a notebook with the command's own answers: what an engine that was loaded is checked by.
#pragma once

#include "exchange/edition.hpp"
#include "exchange/engine_tables.hpp"

namespace cafe::exchange {

/// The rows of `question`, about fiches of `catalog`, which is what the reader has.
void engine_questions(const Edition& edition, const store::Catalog& catalog, const PutRow& put);

}  // namespace cafe::exchange
