#include "facts/audience.hpp"

#include <algorithm>
#include <array>

namespace cafe::facts {

namespace {

// What a record says beyond its marked-internal fields that is nobody else's: who agreed, how a person wishes to be
// treated, who was asked and what they replied, the marks of the calendar.
constexpr std::array<std::string_view, 6> own_keys{"agreement", "calendar", "invitations",
                                                   "invite",    "lists",    "privacy"};

}  // namespace

Reader widest_reader(model::Audience audience) {
    switch (audience) {
        case model::Audience::public_: return Reader::everyone;
        case model::Audience::partners: return Reader::partners;
        case model::Audience::private_: break;
    }
    return Reader::own;
}

Reader widest_reader(model::RecordKind kind, const model::Field& field) {
    if (field.internal || std::find(own_keys.begin(), own_keys.end(), field.key) != own_keys.end()) return Reader::own;
    return kind == model::RecordKind::partner && field.key == "professionals" ? Reader::partners : Reader::everyone;
}

}  // namespace cafe::facts
