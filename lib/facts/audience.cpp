#include "facts/audience.hpp"

namespace cafe::facts {

Reader widest_reader(model::Audience audience) {
    switch (audience) {
        case model::Audience::public_: return Reader::everyone;
        case model::Audience::partners: return Reader::partners;
        case model::Audience::private_: break;
    }
    return Reader::own;
}

}  // namespace cafe::facts
