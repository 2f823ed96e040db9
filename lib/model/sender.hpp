// Who a mail is from: an address, alone or behind a name.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cafe::model {

/// A mailbox of RFC 5322 §3.4.
struct Sender {
    std::string name;  ///< empty: the address stands alone
    std::string address;
    bool operator==(const Sender&) const = default;
};

/// `name@host.tld`, or a name, in quotes or not, followed by the address in angle brackets. Nothing for anything else.
std::optional<Sender> to_sender(std::string_view text);

}  // namespace cafe::model
