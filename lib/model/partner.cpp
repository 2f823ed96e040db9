#include "model/partner.hpp"

namespace cafe::model {

Status status_of(std::string_view written) {
    if (written == "suspended") return Status::suspended;
    if (written == "closed") return Status::closed;
    return Status::active;
}

}  // namespace cafe::model
