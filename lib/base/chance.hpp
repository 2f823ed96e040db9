// Bytes that nobody can foretell, from the system.
#pragma once

#include <cstddef>
#include <string>

namespace cafe {

std::string random_bytes(std::size_t count);

}  // namespace cafe
