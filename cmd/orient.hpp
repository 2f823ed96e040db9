// What the commands of orientations share: the notebook that is read, the private journal that is kept.
#pragma once

#include <string>

#include "base/result.hpp"
#include "command.hpp"
#include "orient/keeping.hpp"
#include "store/catalog.hpp"

namespace cafe::cmd {

const Command& orient_command();
const Command& orient_read_command();
const Command& orient_list_command();
const Command& orient_stats_command();
const Command& orient_purge_command();
const Command& orient_counts_command();

// What `cafe orient` does with a fiche, with a reference and an event, with a reference alone.
Result<int> begin_orientation(World& world, const Arguments& arguments);
Result<int> note_event(World& world, const Arguments& arguments);
Result<int> tell_orientation(World& world, const Arguments& arguments);

/// The notebook as one's own people may read it, and the folder of the journal.
struct OpenJournal {
    store::Catalog catalog;
    std::string root;
    std::string folder;
};

/// Opens both. What has been kept long enough goes first, unless `look_only` says that nothing may be written.
Result<OpenJournal> open_journal(World& world, bool look_only);

/// The orientation that a reference names. An Error of kind usage for what is no reference, of kind reference for one
/// that is not in the journal.
Result<orient::Orientation*> orientation_named(orient::Years& years, const std::string& typed);

/// Adds an event to an orientation, unless it stands there. Whether it was added.
bool add_event(orient::Orientation& orientation, const orient::Event& event);

/// The name of where somebody was sent, to print; the id where the fiche is gone.
std::string destination(const store::Catalog& catalog, const std::string& to);

/// Who else may answer after a refusal: the next best by `find` for the same theme and area. Empty when nobody does.
std::string next_best(const World& world, const store::Catalog& catalog, const orient::Orientation& orientation);

/// --dry-run, for the declarations.
Option dry_run_of_journal();

}  // namespace cafe::cmd
