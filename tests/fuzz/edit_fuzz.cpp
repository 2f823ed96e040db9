// Random edits of random texts: whatever is written says what was wanted, keeps the bytes of the other fields, and
// laying out a record settles at once. Input: kind, operation, which entry, a value up to a zero byte, the record.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "edit/edit.hpp"
#include "edit/format.hpp"
#include "yaml/parse.hpp"
#include "yaml/splice.hpp"

namespace {

using namespace cafe;

void require(bool holds) {
    if (!holds) std::abort();
}

std::string_view bytes_of(std::string_view text, const yaml::Entry& entry) {
    const std::size_t end = std::max(entry.key.span.end, entry.value.span.end);
    return text.substr(entry.key.span.begin, end - entry.key.span.begin);
}

void check_edit(std::string_view text, const yaml::Node& tree, model::RecordKind kind, const edit::Edit& edit) {
    const auto after = edit::apply(text, "x.yaml", kind, {edit});
    if (!after) return;
    const yaml::Parsed parsed = yaml::parse(*after, "x.yaml");
    require(parsed.root.has_value());
    const auto wanted = edit::wanted(to_value(tree), model::shape_of(kind), {edit});
    require(wanted.ok() && yaml::same(to_value(*parsed.root), *wanted));
    for (const yaml::Entry& entry : tree.entries) {
        if (entry.key.text == edit.path.steps.front()) continue;
        const auto same_key = std::find_if(parsed.root->entries.begin(), parsed.root->entries.end(),
                                           [&](const yaml::Entry& other) { return other.key.text == entry.key.text; });
        require(same_key != parsed.root->entries.end());
        require(bytes_of(text, entry) == bytes_of(*after, *same_key));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t head = 3;
    if (size < head + 1) return 0;
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const auto kind = model::all_record_kinds[data[0] % model::all_record_kinds.size()];
    const std::size_t zero = std::min(input.find('\0', head), size);
    const std::string value(input.substr(head, zero - head));
    const std::string_view text = input.substr(std::min(zero + 1, size));
    const yaml::Parsed parsed = yaml::parse(text, "x.yaml");
    if (!parsed.root || parsed.root->entries.empty()) return 0;

    edit::Edit edit;
    edit.op = data[1] % 3 == 0 ? edit::Op::set : data[1] % 3 == 1 ? edit::Op::add : edit::Op::remove;
    edit.value = value;
    const std::size_t entries = parsed.root->entries.size();
    if (data[2] % 4 == 0)
        edit.path.steps.emplace_back(model::shape_of(kind).fields[data[2] % model::shape_of(kind).fields.size()].key);
    else
        edit.path.steps.push_back(parsed.root->entries[data[2] % entries].key.text);
    check_edit(text, *parsed.root, kind, edit);

    const auto once = edit::format(text, "x.yaml", kind);
    if (once) {
        const auto twice = edit::format(*once, "x.yaml", kind);
        require(twice.ok() && *twice == *once);
    }
    return 0;
}
