// What the families of checks share: a file under inspection, and the mappings inside it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "model/field.hpp"
#include "store/read.hpp"
#include "store/record.hpp"

namespace cafe::check {

/// One file under inspection: where a check says what it found. Lines are counted when there is something to say.
class Report {
public:
    Report(const store::Source& source, Findings& found) : source_(source), found_(found) {}

    [[nodiscard]] const store::Source& source() const { return source_; }

    void add(const Rule& rule, Span span, Words message, Words remedy, std::optional<TextPatch> fix = std::nullopt);
    /// About the record as a whole: shown at the file's first line.
    void add_on_record(const Rule& rule, Words message, Words remedy) {
        add(rule, Span{}, std::move(message), std::move(remedy));
    }

private:
    const store::Source& source_;
    Findings& found_;
    std::optional<LineIndex> lines_;
};

/// A mapping that the field list describes. `owner` is the field it stands under; null for the record itself.
struct Part {
    const yaml::Node& mapping;
    const model::Shape& shape;
    const model::Field* owner = nullptr;
};

/// The mappings that stand directly under a value: itself, the items of a list, the entries under the user's own keys.
void parts_of(const store::Met& met, const std::function<void(const Part&)>& visit);

/// The text of a scalar that says something, or null: for other nodes, empty texts, values without a field, and
/// mappings written as text.
const std::string* said(const store::Met& met);

/// Where a part of a value stands in the file; the whole value where escapes or lines part what is said from the bytes.
Span span_in(const yaml::Node& node, const Report& report, Span part);

/// Where a mapping begins: its first key.
Span start_of(const yaml::Node& mapping);

/// What the field list gives as an example of a value, or empty: "CCAS de Fumel".
Words example_of(const model::Field& field);

/// A value as it is quoted in a sentence: cut when it is long.
std::string shown(std::string_view text);

/// How many distinct unknown words of a kind get a proposal. Seeking the nearest takes milliseconds; when hundreds are
/// unknown, an import went wrong and a proposal for each is not what helps.
inline constexpr std::size_t most_proposals = 200;

/// "vouliez-vous dire « … » ?"
Words did_you_mean(const std::string& near);

}  // namespace cafe::check
