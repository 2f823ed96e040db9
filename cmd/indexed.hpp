// The way into a notebook for commands that write no record: through its index, where there is one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facts/reader.hpp"
#include "store/catalog.hpp"
#include "store/indexed.hpp"
#include "world.hpp"

namespace cafe::cmd {

/// As `open_book`. What was read before and has not changed since is taken from the index.
Result<store::Book> open_book_to_ask(World& world);

/// As `store::load`, likewise.
Result<store::Book> load_to_ask(World& world, const std::string& root, const store::LoadOptions& options,
                                store::Trees trees = store::Trees::at_once);

/// The notebooks at these folders for a Catalog alone: of one, the fiches that the index keeps are read when they are
/// asked for; several are one.
Result<store::Sketched> load_sketched_to_ask(World& world, const std::vector<std::string>& roots,
                                             const store::LoadOptions& options);

/// As `open_catalog`, kept until the program ends, which is near: to free every record of a notebook one by one takes
/// as long as a third of reading them.
Result<const store::Catalog*> catalog_to_the_end(World& world,
                                                 facts::Disclosure disclosure = {facts::Reader::own, false});

/// The folder for indexes in the user's cache; nothing where there is none: CAFE_NO_INDEX is set, the environment names
/// no folder, the program does not know its own build.
std::optional<store::IndexPlace> index_place(const World& world);

}  // namespace cafe::cmd
