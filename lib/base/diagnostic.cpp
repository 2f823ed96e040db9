#include "base/diagnostic.hpp"

#include <tuple>

namespace cafe {

bool before(const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.place, a.rule->code, a.message.en) < std::tie(b.place, b.rule->code, b.message.en);
}

}  // namespace cafe
