// How many threads are worth starting.
#pragma once

#include <cstddef>

namespace cafe {

/// Processors that this process may use, at least 1: those of its affinity (taskset, a container), which can be fewer
/// than the machine has. Two threads on one core only stand in each other's way, and what the second allocates is got
/// from the system page by page.
std::size_t usable_processors();

}  // namespace cafe
