// Fuzzes what comes by mail: the bytes of a mail, its parts, and the answers of a calendar.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "mail/itip.hpp"
#include "mail/message.hpp"

namespace {

using namespace cafe;

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t largest = 16'384;
    if (size > largest) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    (void)mail::parse(text);
    constexpr int most_guests = 998;
    for (const mail::Reply& reply : mail::replies_in(text)) {
        require(reply.guests >= 0 && reply.guests <= most_guests);
        for (const std::string& comment : reply.comments) require(comment.find('\n') == std::string::npos);
    }
    return 0;
}
