// A name and an address as mail programs take them.
#pragma once

#include <string>
#include <string_view>

namespace cafe::render {

/// `"Hélène Dupré" <h.dupre@example.org>`: a name in quotes, `"` and `\` escaped, controls left out (RFC 5322 §3.4;
/// UTF-8 as RFC 6532 has it, for pasting into a mail program). An address without a name stands alone.
std::string mailbox(std::string_view name, std::string_view address);

/// For Outlook's address line, where names are not quoted: `Hélène Dupré <h.dupre@example.org>`, without the characters
/// that Outlook parts addresses at.
std::string outlook_mailbox(std::string_view name, std::string_view address);

}  // namespace cafe::render
