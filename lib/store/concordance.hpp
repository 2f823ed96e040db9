// Which files of the index have a term: terms in their order, each with the rows that have it, in blocks that are read
// and checked when somebody looks one up.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/stamped_disk.hpp"

namespace cafe::store {

/// Gathers terms and writes them.
class ConcordanceMaker {
public:
    void add(std::string_view term, std::uint32_t row);

    struct Bytes {
        std::string directory;  ///< which block begins with which term
        std::string blocks;
    };
    /// Each term once, each row of a term once.
    [[nodiscard]] Bytes written();

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view term) const { return std::hash<std::string_view>()(term); }
    };
    std::unordered_map<std::string, std::vector<std::uint32_t>, Hash, std::equal_to<>> rows_;
};

/// Looks terms up. The directory lives as long as it does.
class Concordance {
public:
    Concordance() = default;
    /// `begin`: where the blocks stand in the file, `size`: how many bytes. Nothing when the directory is not whole.
    static std::optional<Concordance> of(std::string_view directory, std::uint64_t begin, std::uint64_t size);

    using Visit = std::function<void(std::string_view term, std::span<const std::uint32_t> rows)>;
    /// Every term that begins so, in order. False when a block is not whole: what was visited is true, and there may be
    /// more. Rows are below `rows`.
    bool each(OpenFile& file, std::string_view beginning, std::size_t rows, const Visit& visit) const;

private:
    struct Block {
        std::string_view first;  // its first term
        std::uint64_t begin = 0;
        std::uint32_t size = 0;
    };
    std::vector<Block> blocks_;
};

}  // namespace cafe::store
