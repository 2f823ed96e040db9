#include "base/place.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace cafe {

LineIndex::LineIndex(std::string_view text) : text_(text) {
    starts_.push_back(text.starts_with(utf8::bom) ? utf8::bom.size() : 0);
    for (std::size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1))
        starts_.push_back(i + 1);
}

int LineIndex::line_of(std::size_t offset) const {
    auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
    return std::max(1, static_cast<int>(after - starts_.begin()));
}

std::string_view LineIndex::line(int number) const {
    if (number < 1 || static_cast<std::size_t>(number) > starts_.size()) return {};
    const std::size_t begin = starts_[static_cast<std::size_t>(number) - 1];
    std::size_t end = text_.find('\n', begin);
    if (end == std::string_view::npos) end = text_.size();
    if (end > begin && text_[end - 1] == '\r') --end;
    return text_.substr(begin, end - begin);
}

Place LineIndex::place(std::string file, Span span) const {
    const int number = line_of(span.begin);
    const std::string_view content = line(number);
    const std::size_t start = starts_[static_cast<std::size_t>(number) - 1];
    const std::size_t from = std::min(span.begin > start ? span.begin - start : 0, content.size());
    const std::size_t to = std::min(span.end > start ? span.end - start : 0, content.size());
    const int column = 1 + static_cast<int>(utf8::length(content.substr(0, from)));
    const int width = to > from ? static_cast<int>(utf8::length(content.substr(from, to - from))) : 0;
    return Place{std::move(file), number, column, column + std::max(1, width)};
}

}  // namespace cafe
