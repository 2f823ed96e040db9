// Who may read a thing: the audience that stands on fiches, phones, e-mails, permanences, people and words said.
#pragma once

#include <optional>
#include <string_view>

namespace cafe::model {

/// From the widest to the narrowest, so that `<` means "more open than".
enum class Audience {
    public_,   ///< the open site
    partners,  ///< what professionals get: booklets, the partners' edition, cards
    private_,  ///< neither
};

/// `public`, `partners` or `private`; nothing for any other text.
std::optional<Audience> to_audience(std::string_view text);

/// What a record's `audience` stands for: `absent` when it is empty. A word that is none of the three counts as
/// private, so that a spelling mistake never publishes anything.
Audience audience_of(std::string_view written, Audience absent);

/// The narrowest wins.
constexpr Audience narrowest(Audience a, Audience b) {
    return a < b ? b : a;
}

std::string_view key_of(Audience audience);

}  // namespace cafe::model
