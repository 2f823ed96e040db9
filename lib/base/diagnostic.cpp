#include "base/diagnostic.hpp"

#include <tuple>

namespace cafe {

Words severity_name(Severity severity) {
    switch (severity) {
        case Severity::error: return {"erreur", "error"};
        case Severity::warning: return {"avertissement", "warning"};
        case Severity::hint: return {"conseil", "hint"};
    }
    return {"erreur", "error"};
}

bool before(const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.place, a.rule->code, a.message.en) < std::tie(b.place, b.rule->code, b.message.en);
}

}  // namespace cafe
