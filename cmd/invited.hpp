// A notebook about to be changed by a command of meetings: what `meeting new`, `invite` and `reply` share.
#pragma once

#include <string>

#include "base/result.hpp"
#include "model/meeting.hpp"
#include "store/book.hpp"
#include "store/catalog.hpp"
#include "world.hpp"

namespace cafe::cmd {

/// A notebook that is about to be changed: what asking commands read, and the texts that edits are made of.
struct OpenNotebook {
    store::Book book;
    store::Catalog catalog;
};

/// Errors as `open_catalog`; unreadable files are named on stderr.
Result<OpenNotebook> open_notebook(World& world);

/// The file of a meeting as it was read; null when there is none.
const store::Source* source_of(const store::Book& book, const std::string& meeting);

/// Says on stderr that the room is too small (meetings::too_small), with the themed meetings that would part it
/// (logement, santé, insertion) and how many each invites.
void say_too_small(World& world, const store::Catalog& catalog, const model::Meeting& meeting, const Date& before);

}  // namespace cafe::cmd
