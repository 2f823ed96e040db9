// Punycode (RFC 3492): letters beyond ASCII in the label of a host.
#pragma once

#include <string>
#include <string_view>

namespace cafe {

/// "lucé" → "luc-dma": without the "xn--" before it. The text is valid UTF-8.
std::string punycode(std::string_view label);

}  // namespace cafe
