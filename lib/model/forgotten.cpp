#include "model/forgotten.hpp"

#include <algorithm>

namespace cafe::model {

bool is_forgotten(const Forgotten& forgotten, std::string_view id) {
    return std::any_of(forgotten.records.begin(), forgotten.records.end(),
                       [&](const ForgottenRecord& record) { return record.id == id; });
}

}  // namespace cafe::model
