// Fuzzes the reader of records: any bytes; what it accepts must hold together, and yaml-cpp must agree.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "yaml/parse.hpp"

namespace {

// Every span lies in the text, in its parent's order.
void check(const cafe::Span& span, std::size_t size) {
    if (span.begin > span.end || span.end > size) std::abort();
}

void walk(const cafe::yaml::Node& node, std::size_t size) {
    check(node.span, size);
    for (const auto& item : node.items) walk(item, size);
    for (const auto& entry : node.entries) {
        check(entry.key.span, size);
        walk(entry.value, size);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto parsed = cafe::yaml::parse(text, "x.yaml");
    if (parsed.root) walk(*parsed.root, size);
    if (!parsed.root && parsed.findings.empty()) std::abort();
    // Everyday YAML is read without a second opinion, which must never have said anything else.
    const auto confirmed = cafe::yaml::parse(text, "x.yaml", cafe::yaml::Confirm::all);
    if (confirmed.findings.size() != parsed.findings.size() || confirmed.root.has_value() != parsed.root.has_value())
        std::abort();
    return 0;
}
