// The way into a notebook for every command: find it, load it, say what could not be read.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "facts/reference.hpp"
#include "facts/withhold.hpp"
#include "store/book.hpp"
#include "store/catalog.hpp"
#include "store/together.hpp"
#include "world.hpp"

namespace cafe::cmd {

/// Where lock, journal and last change of a notebook live (git::state_folder); outside of a repository in the user's
/// state folder (XDG_STATE_HOME, or ~/.local/state). Nothing is made. An Error of kind environment where the
/// environment names neither: only reading goes on without.
Result<std::string> state_folder(World& world, const std::string& root);

/// The user's own folder that a variable of the environment names (XDG Base Directory: only an absolute path counts),
/// or the one at this place in HOME; empty where the environment names none.
std::string user_folder(const World& world, const std::string& variable, std::string_view at_home);

/// The user's own folder for what programs keep (XDG_STATE_HOME, or ~/.local/state); empty where the environment names
/// none.
std::string user_states(const World& world);

/// Every folder in which something of a notebook may lie: the one above, and that of a notebook that was in no
/// repository yet. The user's folder for what can be made again (XDG_CACHE_HOME, or ~/.cache), empty where there is
/// none.
Result<std::vector<std::string>> state_folders(World& world, const std::string& root);
std::string cache_folder(const World& world);

/// Loads the notebook that `world.start` lies in and settles language and today. For checking and changing commands.
Result<store::Book> open_book(World& world);

/// The notebooks at these folders, each read by `read`, under the names of their folders. An Error of kind usage where
/// two have one name, or a folder has none that could stand before an id.
Result<std::vector<store::Beside>> each_book(const std::vector<std::string>& roots,
                                             const std::function<Result<store::Book>(const std::string&)>& read);

/// The notebooks that -C names, one by one. Settles language and today by the first.
Result<std::vector<store::Beside>> open_each(World& world);

/// The notebook that `world.start` lies in as another disk has it (git::snapshot). Nothing is recovered. Settles
/// language and today.
Result<store::Book> open_book_on(World& world, Disk& disk, const std::string& root);

/// The same for asking commands, as a reader may have it (facts::for_reader). Files that could not be read are named on
/// stderr, once. Who writes letters keeps phones and mailboxes, under `Lines::stay`.
Result<store::Catalog> open_catalog(World& world, facts::Disclosure disclosure = {facts::Reader::own, false},
                                    facts::Lines lines = facts::Lines::go);

/// When neither --lang nor the environment says it, the language of the notebook around `start`, if there is one. Reads
/// cafe.yaml alone; every doubt leaves French.
void prefer_notebook_language(World& world, const std::string& start);

/// The day it is: --today, CAFE_TODAY, else the clock in the notebook's zone. After `open_…`.
Date today(const World& world);

/// A REF as people type it.
using facts::resolve;

}  // namespace cafe::cmd
