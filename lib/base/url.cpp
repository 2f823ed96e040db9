#include "base/url.hpp"

#include <fmt/format.h>

#include "base/ascii.hpp"

namespace cafe {

std::string url_encoded(std::string_view text, std::string_view plain) {
    std::string url;
    for (const char byte : text) {
        if (ascii::is_letter_or_digit(byte) || plain.find(byte) != std::string_view::npos)
            url.push_back(byte);
        else
            url += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    }
    return url;
}

}  // namespace cafe
