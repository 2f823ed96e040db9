// The notebook of a test, ready to be asked.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "base/disk.hpp"
#include "store/catalog.hpp"

namespace cafe::test {

/// Loads the notebook in a folder; the test ends where it cannot be.
inline store::Catalog catalog_in(Disk& disk, const std::string& folder) {
    auto book = store::load(disk, folder, {1});
    REQUIRE(book.ok());
    return store::Catalog(std::move(*book));
}

}  // namespace cafe::test
