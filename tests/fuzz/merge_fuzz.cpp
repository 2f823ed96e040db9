// Three texts parted by a zero byte are merged: whatever they are, the merge ends, a clean one of readable sides reads,
// and one that is not clean has markers.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "merge/merge.hpp"
#include "yaml/parse.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace cafe;
    const std::string all(data, data + size);
    const std::size_t first = all.find('\0');
    const std::size_t second = first == std::string::npos ? first : all.find('\0', first + 1);
    if (second == std::string::npos) return 0;
    const std::string base = all.substr(0, first);
    const std::string ours = all.substr(first + 1, second - first - 1);
    const std::string theirs = all.substr(second + 1);
    const auto kind = model::all_record_kinds[base.size() % model::all_record_kinds.size()];
    const merge::Texts texts{base, ours, theirs};
    const merge::Merge merged = merge::merge(texts, "x.yaml", kind);
    const std::string text = merge::write(merged, texts, {}, Lang::fr);
    const bool readable = yaml::parse(ours, "").root.has_value() && yaml::parse(theirs, "").root.has_value();
    if (merged.clean() && merged.way != merge::Way::one_side && readable && !yaml::parse(text, "").root) std::abort();
    if (!merged.clean() && text.find("<<<<<<<") == std::string::npos) std::abort();
    return 0;
}
