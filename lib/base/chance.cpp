#include "base/chance.hpp"

#include <random>

namespace cafe {

std::string random_bytes(std::size_t count) {
    std::random_device device;
    std::uniform_int_distribution<int> byte(0, 255);
    std::string bytes;
    for (std::size_t i = 0; i < count; ++i) bytes += static_cast<char>(byte(device));
    return bytes;
}

}  // namespace cafe
