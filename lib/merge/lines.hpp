// Three versions of a text, merged line by line.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace cafe::merge {

enum class Side { ours, theirs };

/// A run of lines of the result, line ends included: settled, or a conflict with what each version has there.
struct Chunk {
    bool conflict = false;
    std::string text;  ///< when settled
    std::string base;
    std::string ours;
    std::string theirs;
};

/// When do two changes meet: as git has it, also where they touch; or only where they change the same line, or put
/// something in at the same place.
enum class Touching { conflict, separate };

std::vector<Chunk> merge_lines(std::string_view base, std::string_view ours, std::string_view theirs,
                               Touching touching);

bool is_clean(const std::vector<Chunk>& chunks);
/// The text with one version at each conflict.
std::string taking(const std::vector<Chunk>& chunks, Side side);

/// What stands behind the signs of a conflict.
struct Labels {
    std::string ours = "ours";
    std::string theirs = "theirs";
    std::size_t size = 7;  ///< of a marker
};

/// Two versions between markers wherever they differ. `reason` is asked for each conflict by the lines of `ours` that
/// it covers, from 0, end exclusive; it may be empty, and so may be what it says.
std::string between_markers(std::string_view ours, std::string_view theirs, const Labels& labels,
                            const std::function<std::string(std::size_t begin, std::size_t end)>& reason);
/// The text merge, with markers at its conflicts.
std::string with_markers(const std::vector<Chunk>& chunks, const Labels& labels);
/// One conflict, as git writes it.
std::string marked(std::string_view ours, std::string_view theirs, const Labels& labels, const std::string& reason);

/// The lines of a text with their line ends.
std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace cafe::merge
