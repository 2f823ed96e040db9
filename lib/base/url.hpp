// What stands in an address of the web.
#pragma once

#include <string>
#include <string_view>

namespace cafe {

/// Each byte but letters, digits and the signs of `plain` as %XX (RFC 3986 §2.1).
std::string url_encoded(std::string_view text, std::string_view plain = "");

}  // namespace cafe
