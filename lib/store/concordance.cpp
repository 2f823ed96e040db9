// A block: its sum, then of each term its size and bytes, how many rows have it, the first row and the distance from
// each to the next. Numbers have seven bits a byte, the lowest first. The directory: of each block the size of its
// first term, that term, the size of the block.
#include "store/concordance.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "store/checksum.hpp"

namespace cafe::store {

namespace {

// What is read to look one term up.
constexpr std::size_t large_enough = 4096;

void put(std::uint64_t value, std::string& out) {
    for (; value >= 0x80U; value >>= 7U) out += static_cast<char>(0x80U | (value & 0x7FU));
    out += static_cast<char>(value);
}

void put(std::string_view text, std::string& out) {
    put(text.size(), out);
    out += text;
}

// Goes through bytes once. After anything that cannot be, `failed` and nothing more.
class Taker {
public:
    explicit Taker(std::string_view bytes) : rest_(bytes) {}

    std::uint32_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 35 && !rest_.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80U && value <= 0xFFFFFFFF) return static_cast<std::uint32_t>(value);
        }
        return fail(), 0;
    }
    std::string_view text() {
        const std::size_t size = number();
        if (size > rest_.size()) return fail(), std::string_view();
        const std::string_view bytes = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return bytes;
    }
    void fail() {
        failed_ = true;
        rest_ = {};
    }
    [[nodiscard]] bool failed() const { return failed_; }
    [[nodiscard]] bool at_end() const { return rest_.empty(); }

private:
    std::string_view rest_;
    bool failed_ = false;
};

// Rows, ascending and each once; false when they cannot be.
bool take_rows(Taker& taker, std::size_t below, std::vector<std::uint32_t>& rows) {
    rows.clear();
    std::uint64_t row = 0;
    for (std::uint32_t left = taker.number(); left > 0; --left) {
        const std::uint32_t distance = taker.number();
        if (taker.failed() || (distance == 0 && !rows.empty())) return false;
        row += distance;
        if (row >= below) return false;
        rows.push_back(static_cast<std::uint32_t>(row));
    }
    return !taker.failed();
}

}  // namespace

void ConcordanceMaker::add(std::string_view term, std::uint32_t row) {
    auto found = rows_.find(term);
    if (found == rows_.end()) found = rows_.emplace(std::string(term), std::vector<std::uint32_t>()).first;
    if (found->second.empty() || found->second.back() != row) found->second.push_back(row);
}

ConcordanceMaker::Bytes ConcordanceMaker::written() {
    Bytes bytes;
    std::string block;
    std::string_view first;
    const auto end_block = [&] {
        put(first, bytes.directory);
        put(block.size() + sizeof(std::uint64_t), bytes.directory);
        const std::uint64_t sum = checksum(block);
        std::array<char, sizeof sum> as_bytes{};
        std::memcpy(as_bytes.data(), &sum, sizeof sum);
        bytes.blocks.append(as_bytes.data(), as_bytes.size());
        bytes.blocks += block;
        block.clear();
    };
    std::vector<std::pair<const std::string, std::vector<std::uint32_t>>*> in_order;
    in_order.reserve(rows_.size());
    for (auto& term : rows_) in_order.push_back(&term);
    std::sort(in_order.begin(), in_order.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
    for (auto* one : in_order) {
        auto& [term, rows] = *one;
        std::sort(rows.begin(), rows.end());
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
        if (block.empty()) first = term;
        put(term, block);
        put(rows.size(), block);
        std::uint32_t before = 0;
        for (const std::uint32_t row : rows) put(row - std::exchange(before, row), block);
        if (block.size() >= large_enough) end_block();
    }
    if (!block.empty()) end_block();
    return bytes;
}

std::optional<Concordance> Concordance::of(std::string_view directory, std::uint64_t begin, std::uint64_t size) {
    Concordance concordance;
    Taker taker(directory);
    while (!taker.at_end()) {
        Block block{taker.text(), begin, taker.number()};
        if (taker.failed() || block.size < sizeof(std::uint64_t) || block.size > size) return std::nullopt;
        begin += block.size;
        size -= block.size;
        concordance.blocks_.push_back(block);
    }
    if (taker.failed() || size != 0) return std::nullopt;
    return concordance;
}

bool Concordance::each(OpenFile& file, std::string_view beginning, std::size_t rows, const Visit& visit) const {
    // The block before the first one that begins behind may end with it.
    auto block = std::upper_bound(blocks_.begin(), blocks_.end(), beginning,
                                  [](std::string_view wanted, const Block& one) { return wanted <= one.first; });
    if (block != blocks_.begin()) --block;
    std::string bytes;
    std::vector<std::uint32_t> found;
    for (; block != blocks_.end(); ++block) {
        if (block->first > beginning && !block->first.starts_with(beginning)) return true;
        bytes.resize(block->size);
        if (!file.read_at(block->begin, bytes)) return false;
        std::uint64_t sum = 0;
        std::memcpy(&sum, bytes.data(), sizeof sum);
        const std::string_view entries = std::string_view(bytes).substr(sizeof sum);
        if (checksum(entries) != sum) return false;
        for (Taker taker(entries); !taker.at_end();) {
            const std::string_view term = taker.text();
            if (!take_rows(taker, rows, found)) return false;
            if (term.starts_with(beginning)) visit(term, found);
        }
    }
    return true;
}

}  // namespace cafe::store
