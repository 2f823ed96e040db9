// The generated parts of docs/exchange.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cafe::test {

/// "formats": the list of formats. "way di": what becomes of each field in the formats that go that way. Nothing when
/// no such part exists.
std::vector<std::string> exchange_lines(std::string_view name);

}  // namespace cafe::test
