#include "model/sender.hpp"

#include "base/text.hpp"
#include "model/values.hpp"

namespace cafe::model {

std::optional<Sender> to_sender(std::string_view text) {
    text = text::trim(text);
    if (is_email(text)) return Sender{"", std::string(text)};
    const std::size_t open = text.rfind('<');
    if (open == std::string_view::npos || !text.ends_with('>')) return std::nullopt;
    const std::string_view address = text::trim(text.substr(open + 1, text.size() - open - 2));
    std::string_view name = text::trim(text.substr(0, open));
    if (name.size() > 1 && name.front() == '"' && name.back() == '"')
        name = text::trim(name.substr(1, name.size() - 2));
    if (!is_email(address) || name.find_first_of("<>\"\r\n") != std::string_view::npos) return std::nullopt;
    return Sender{std::string(name), std::string(address)};
}

}  // namespace cafe::model
