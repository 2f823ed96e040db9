// What the readers of one text have to say about it, collected with byte ranges and handed out with places.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/place.hpp"

namespace cafe::yaml {

/// Counts lines only once there is something to say: a good text costs nothing.
class Report {
public:
    Report(std::string_view bytes, const std::string& file) : bytes_(bytes), file_(file) {}

    /// A finding at a range of bytes. Dropped when the text has `most_findings` already, unless it is the first error.
    void add(const Rule& rule, Span span, Words message, Words remedy, std::optional<TextPatch> fix = std::nullopt);

    [[nodiscard]] bool refused() const { return refused_; }
    /// No more findings are taken: whoever is reading may stop.
    [[nodiscard]] bool full() const;
    /// The blanks that a byte stands among, when they end its line.
    [[nodiscard]] std::optional<Span> blanks_at_line_end(std::size_t offset) const;
    /// The line (from 1) that holds a byte.
    [[nodiscard]] int line_of(std::size_t offset);
    /// In the order of reports. The report is empty afterwards.
    [[nodiscard]] Findings take();

private:
    LineIndex& lines();

    std::string_view bytes_;
    const std::string& file_;
    std::optional<LineIndex> lines_;
    Findings findings_;
    bool refused_ = false;
};

/// A piece of record text for a message: printable, without blanks at the ends, cut to fit a line.
std::string shown(std::string_view text);

}  // namespace cafe::yaml
