#include "yaml/report.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "yaml/limits.hpp"

namespace cafe::yaml {

void Report::add(const Rule& rule, Span span, Words message, Words remedy, std::optional<TextPatch> fix) {
    const bool first_error = rule.severity == Severity::error && !refused_;
    if (full() && !first_error) return;
    refused_ = refused_ || rule.severity == Severity::error;
    findings_.push_back(
        Diagnostic{&rule, lines().place(file_, span), std::move(message), std::move(remedy), std::move(fix)});
}

bool Report::full() const {
    return findings_.size() >= most_findings;
}

std::optional<Span> Report::blanks_at_line_end(std::size_t offset) const {
    constexpr std::string_view blanks = " \t";
    const std::size_t end = std::min(bytes_.find_first_not_of(blanks, offset), bytes_.size());
    if (end < bytes_.size() && bytes_[end] != '\n' && bytes_[end] != '\r') return std::nullopt;
    const std::size_t last = bytes_.find_last_not_of(blanks, offset);
    return Span{last == std::string_view::npos ? 0 : last + 1, end};
}

int Report::line_of(std::size_t offset) {
    return lines().line_of(offset);
}

Findings Report::take() {
    std::sort(findings_.begin(), findings_.end(), before);
    return std::exchange(findings_, {});
}

LineIndex& Report::lines() {
    if (!lines_) lines_.emplace(bytes_);
    return *lines_;
}

std::string shown(std::string_view text) {
    constexpr std::size_t columns = 50;
    constexpr std::size_t bytes = 400;  // cut before the work, not after it: a line may be a megabyte
    std::string printable = utf8::printable(text::trim(text).substr(0, bytes));
    if (utf8::width(printable) <= columns) return printable;
    return std::string(utf8::fit(printable, columns - 1)) + "…";
}

}  // namespace cafe::yaml
