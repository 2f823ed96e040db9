// Notebooks made by chance, whose texts are hard on other people's formats.
#pragma once

#include <cstdint>
#include <string>

#include "support/memory_disk.hpp"

namespace cafe::test {

/// One to five fiches beneath `root`, the same for the same number everywhere; all may leave in every format.
void put_random_notebook(MemoryDisk& disk, const std::string& root, std::uint64_t seed);

}  // namespace cafe::test
