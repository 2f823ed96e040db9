#include "model/audience.hpp"

namespace cafe::model {

std::optional<Audience> to_audience(std::string_view text) {
    if (text == "public") return Audience::public_;
    if (text == "partners") return Audience::partners;
    if (text == "private") return Audience::private_;
    return std::nullopt;
}

Audience audience_of(std::string_view written, Audience absent) {
    if (written.empty()) return absent;
    return to_audience(written).value_or(Audience::private_);
}

std::string_view key_of(Audience audience) {
    switch (audience) {
        case Audience::public_: return "public";
        case Audience::partners: return "partners";
        case Audience::private_: break;
    }
    return "private";
}

}  // namespace cafe::model
