// A code in five steps: bytes → words of the code with their corrections → squares along the zigzag → the mask that
// weighs least → strokes. Squares are bits of lines, kept by row and by column, so that a mask is laid on and weighed a
// line at a time: a publication has a code for every fiche. The tests compare each step's outcome with libqrencode's.
#include "render/qr.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <mutex>

namespace cafe::render {

namespace {

constexpr std::size_t largest = 400;
constexpr std::size_t masks = 8;

/// A version of level L (ISO/IEC 18004, table 9): its words, how many of a block's are corrections, and the blocks.
struct Version {
    std::size_t words;
    std::size_t corrections;
    std::size_t blocks;

    [[nodiscard]] std::size_t data() const { return words - corrections * blocks; }
};

constexpr std::array<Version, 13> versions{{{26, 7, 1},
                                            {44, 10, 1},
                                            {70, 15, 1},
                                            {100, 20, 1},
                                            {134, 26, 1},
                                            {172, 18, 2},
                                            {196, 20, 2},
                                            {242, 24, 2},
                                            {292, 30, 2},
                                            {346, 18, 4},
                                            {404, 20, 4},
                                            {466, 24, 4},
                                            {532, 26, 4}}};

// From here on the length of the text takes two bytes.
constexpr std::size_t long_count_from = 10;

// ---- Words ------------------------------------------------------------------------------------------------------

using Bytes = std::vector<std::uint8_t>;

/// The field of 256 elements modulo x⁸+x⁴+x³+x²+1: powers of 2 and their exponents.
struct Field {
    std::array<std::uint8_t, 510> power{};
    std::array<std::uint8_t, 256> exponent{};
};

constexpr Field make_field() {
    Field field;
    unsigned value = 1;
    for (std::size_t i = 0; i < 255; ++i) {
        field.power[i] = field.power[i + 255] = static_cast<std::uint8_t>(value);
        field.exponent[value] = static_cast<std::uint8_t>(i);
        value = value << 1U ^ (value >= 128 ? 0x11DU : 0U);
    }
    return field;
}

constexpr Field field = make_field();

/// The exponents of (x − 2⁰)(x − 2¹)…, from the second highest power down; none of them is zero.
Bytes generator_of(std::size_t corrections) {
    Bytes factors(corrections, 0);
    factors.back() = 1;
    for (std::size_t root = 0; root < corrections; ++root)
        for (std::size_t i = 0; i < corrections; ++i) {
            const std::uint8_t next = i + 1 < corrections ? factors[i + 1] : std::uint8_t{0};
            factors[i] = factors[i] == 0 ? next : field.power[field.exponent[factors[i]] + root] ^ next;
        }
    for (std::uint8_t& factor : factors) factor = field.exponent[factor];
    return factors;
}

/// What remains of a block's data divided by the generator.
Bytes corrections_of(const std::uint8_t* data, std::size_t size, const Bytes& generator) {
    Bytes rest(generator.size(), 0);
    for (std::size_t i = 0; i < size; ++i) {
        const std::uint8_t lead = data[i] ^ rest.front();
        rest.erase(rest.begin());
        rest.push_back(0);
        if (lead == 0) continue;
        const std::size_t exponent = field.exponent[lead];
        for (std::size_t k = 0; k < rest.size(); ++k) rest[k] ^= field.power[exponent + generator[k]];
    }
    return rest;
}

/// Mode 4 (bytes), the length, the bytes, an end, and 0xEC 0x11 until the code is full. All lies half a byte off.
Bytes data_of(std::string_view text, std::size_t number) {
    const std::size_t size = versions[number - 1].data();
    Bytes data;
    data.reserve(size);
    unsigned held = 4;
    const auto put = [&](unsigned byte) {
        data.push_back(static_cast<std::uint8_t>((held << 4U | byte >> 4U) & 0xFFU));
        held = byte & 0xFU;
    };
    if (number >= long_count_from) put(static_cast<unsigned>(text.size() >> 8U));
    put(text.size() & 0xFFU);
    for (const char byte : text) put(static_cast<unsigned char>(byte));
    put(0);
    for (bool first = true; data.size() < size; first = !first) data.push_back(first ? 0xEC : 0x11);
    return data;
}

/// The blocks word by word in turns, then their corrections in turns. The last blocks may have a word more.
Bytes words_of(std::string_view text, std::size_t number) {
    const Version& version = versions[number - 1];
    const Bytes data = data_of(text, number);
    const Bytes generator = generator_of(version.corrections);
    const std::size_t shorter = version.data() / version.blocks;
    const std::size_t longer = version.data() % version.blocks;
    Bytes words(version.words, 0);
    const std::uint8_t* block = data.data();
    for (std::size_t i = 0; i < version.blocks; ++i) {
        const bool is_long = i >= version.blocks - longer;
        for (std::size_t k = 0; k < shorter; ++k) words[k * version.blocks + i] = block[k];
        if (is_long) words[shorter * version.blocks + i - (version.blocks - longer)] = block[shorter];
        const Bytes corrections = corrections_of(block, shorter + (is_long ? 1 : 0), generator);
        for (std::size_t k = 0; k < corrections.size(); ++k)
            words[version.data() + k * version.blocks + i] = corrections[k];
        block += shorter + (is_long ? 1 : 0);
    }
    return words;
}

// ---- Squares ----------------------------------------------------------------------------------------------------

constexpr QrLine bit(std::size_t at) {
    return QrLine{1} << at;
}

/// The same squares by row and by column.
struct Squares {
    std::vector<QrLine> rows;
    std::vector<QrLine> columns;

    explicit Squares(std::size_t width) : rows(width, 0), columns(width, 0) {}
    void set(std::size_t row, std::size_t column, bool dark) {
        rows[row] = (rows[row] & ~bit(column)) | (dark ? bit(column) : 0);
        columns[column] = (columns[column] & ~bit(row)) | (dark ? bit(row) : 0);
    }
    void lay(const Squares& other) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            rows[i] ^= other.rows[i];
            columns[i] ^= other.columns[i];
        }
    }
};

/// Of a mask, which squares it turns (table 10).
bool turns(std::size_t mask, std::size_t row, std::size_t column) {
    const std::size_t sum = row + column;
    const std::size_t product = row * column;
    switch (mask) {
        case 0: return sum % 2 == 0;
        case 1: return row % 2 == 0;
        case 2: return column % 3 == 0;
        case 3: return sum % 3 == 0;
        case 4: return (row / 2 + column / 3) % 2 == 0;
        case 5: return product % 2 + product % 3 == 0;
        case 6: return (product % 2 + product % 3) % 2 == 0;
        default: return (sum % 2 + product % 3) % 2 == 0;
    }
}

/// `data` with the remainder of its division by a polynomial of the degree `bits` behind it (annexes C and D).
unsigned with_check(unsigned data, unsigned polynomial, unsigned bits) {
    unsigned rest = data;
    for (unsigned i = 0; i < bits; ++i) rest = rest << 1U ^ (rest >> (bits - 1) & 1U) * polynomial;
    return data << bits | rest;
}

/// What all codes of a version share: where the words go, and for each mask the squares that say what the code is
/// together with those that the mask turns.
class Layout {
public:
    explicit Layout(std::size_t number) : width_(17 + 4 * number), taken_(width_), fixed_(width_) {
        draw_finders();
        draw_alignment(number);
        draw_timing();
        if (number >= 7) draw_version(number);
        draw_format(0);  // takes its squares
        follow_zigzag();
        for (std::size_t mask = 0; mask < masks; ++mask) {
            draw_format(mask);
            Squares squares = fixed_;
            for (std::size_t row = 0; row < width_; ++row)
                for (std::size_t column = 0; column < width_; ++column)
                    if (!is_taken(row, column) && turns(mask, row, column)) squares.set(row, column, true);
            masked_.push_back(std::move(squares));
        }
    }

    [[nodiscard]] std::size_t width() const { return width_; }
    [[nodiscard]] const std::vector<Squares>& masked() const { return masked_; }

    /// The bits of the words along the zigzag, nothing elsewhere. A version may have a few squares more: they stay
    /// light.
    [[nodiscard]] Squares placed(const Bytes& words) const {
        Squares squares(width_);
        for (std::size_t i = 0; i < words.size(); ++i)
            for (std::size_t k = 0; k < 8; ++k) {
                if ((words[i] >> (7 - k) & 1U) == 0) continue;
                const auto& [row, column] = zigzag_[i * 8 + k];
                squares.rows[row] |= bit(column);
                squares.columns[column] |= bit(row);
            }
        return squares;
    }

private:
    [[nodiscard]] bool is_taken(std::size_t row, std::size_t column) const {
        return (taken_.rows[row] & bit(column)) != 0;
    }
    void draw(std::size_t row, std::size_t column, bool dark) {
        taken_.set(row, column, true);
        fixed_.set(row, column, dark);
    }

    // Rings around a middle; what would lie beyond the code is left out.
    void draw_rings(std::size_t row, std::size_t column, std::size_t reach, std::size_t light_ring) {
        for (std::size_t r = row < reach ? 0 : row - reach; r <= std::min(row + reach, width_ - 1); ++r)
            for (std::size_t c = column < reach ? 0 : column - reach; c <= std::min(column + reach, width_ - 1); ++c) {
                const std::size_t ring = std::max(r > row ? r - row : row - r, c > column ? c - column : column - c);
                draw(r, c, ring != light_ring && ring != 4);
            }
    }
    void draw_finders() {
        draw_rings(3, 3, 4, 2);
        draw_rings(3, width_ - 4, 4, 2);
        draw_rings(width_ - 4, 3, 4, 2);
    }
    void draw_alignment(std::size_t number) {
        std::vector<std::size_t> middles;  // annex E; of versions above 13 there are more
        if (number >= 2) middles = {6, width_ - 7};
        if (number >= 7) middles.insert(middles.begin() + 1, (width_ - 1) / 2);
        for (const std::size_t row : middles)
            for (const std::size_t column : middles) {
                const bool on_finder = (row == 6 && column == 6) || (row == 6 && column == width_ - 7) ||
                                       (row == width_ - 7 && column == 6);
                if (!on_finder) draw_rings(row, column, 2, 1);
            }
    }
    void draw_timing() {
        for (std::size_t i = 8; i < width_ - 8; ++i) {
            draw(6, i, i % 2 == 0);
            draw(i, 6, i % 2 == 0);
        }
    }
    void draw_version(std::size_t number) {
        const unsigned bits = with_check(static_cast<unsigned>(number), 0x1F25, 12);
        for (std::size_t i = 0; i < 18; ++i) {
            const bool dark = (bits >> i & 1U) != 0;
            draw(width_ - 11 + i % 3, i / 3, dark);
            draw(i / 3, width_ - 11 + i % 3, dark);
        }
    }
    // Level L and the mask, twice, and the square that is always dark.
    void draw_format(std::size_t mask) {
        constexpr unsigned level = 1;
        const unsigned bits = with_check(level << 3U | static_cast<unsigned>(mask), 0x537, 10) ^ 0x5412U;
        for (std::size_t i = 0; i < 15; ++i) {
            const bool dark = (bits >> i & 1U) != 0;
            draw(i < 6 ? i : i < 8 ? i + 1 : width_ - 15 + i, 8, dark);
            draw(8, i < 8 ? width_ - 1 - i : i == 8 ? 7 : 14 - i, dark);
        }
        draw(width_ - 8, 8, true);
    }

    // Two columns at a time from the right, up and down in turns, past the column of the timing.
    void follow_zigzag() {
        bool upwards = true;
        std::size_t right = width_ + 1;
        while (right > 2) {
            right -= right == 8 ? 3 : 2;
            for (std::size_t i = 0; i < width_; ++i) {
                const std::size_t row = upwards ? width_ - 1 - i : i;
                for (const std::size_t column : {right, right - 1})
                    if (!is_taken(row, column)) zigzag_.emplace_back(row, column);
            }
            upwards = !upwards;
        }
    }

    std::size_t width_;
    Squares taken_;
    Squares fixed_;
    std::vector<Squares> masked_;
    std::vector<std::pair<std::size_t, std::size_t>> zigzag_;
};

/// Each is made when a code first needs it.
const Layout& layout_of(std::size_t number) {
    static std::array<std::once_flag, versions.size()> made;
    static std::array<std::optional<Layout>, versions.size()> layouts;
    std::call_once(made[number - 1], [number] { layouts[number - 1].emplace(number); });
    return *layouts[number - 1];
}

/// Of a line that is not empty.
std::size_t lowest_bit(QrLine line) {
    const auto low = static_cast<std::uint64_t>(line);
    const int at = low != 0 ? std::countr_zero(low) : 64 + std::countr_zero(static_cast<std::uint64_t>(line >> 64U));
    return static_cast<std::size_t>(at);
}

// ---- What a mask weighs (7.8.3.1) -------------------------------------------------------------------------------

// Lines of 64 bits do for all codes of up to 61 squares, which most are.
template <class Line>
int count(Line line) {
    if constexpr (sizeof(Line) == sizeof(std::uint64_t))
        return std::popcount(line);
    else
        return std::popcount(static_cast<std::uint64_t>(line)) + std::popcount(static_cast<std::uint64_t>(line >> 64U));
}

/// Where `length` squares from there on are dark.
template <class Line>
Line dark_for(std::size_t length, Line line) {
    Line all = line;
    for (std::size_t i = 1; i < length; ++i) all &= line >> i;
    return all;
}

/// Where `length` squares from there on, or before there, are light, as it is beyond both edges.
template <class Line>
Line light_from(std::size_t length, Line line) {
    Line any = line;
    for (std::size_t i = 1; i < length; ++i) any |= line >> i;
    return ~any;
}
template <class Line>
Line light_before(std::size_t length, Line line) {
    Line any = line << 1U;
    for (std::size_t i = 2; i <= length; ++i) any |= line << i;
    return ~any;
}

/// How often dark, light, three times dark, light, dark stand in a line, each of the same length, with four times that
/// light, or light up to the edge, on one side.
template <class Line>
int finders_in(Line line, std::size_t width) {
    int found = 0;
    for (std::size_t unit = 1; unit * 7 <= width; ++unit) {
        const Line three = dark_for(3 * unit, line);
        if (three == 0) break;
        const Line dark = dark_for(unit, line);
        const Line light = light_from(unit, line);
        Line at = light_before(1, line) & dark & light >> unit & three >> 2 * unit & light >> 5 * unit &
                  dark >> 6 * unit & ~(line >> 7 * unit);
        if (at == 0) continue;
        at &= light_before(4 * unit, line) | light_from(4 * unit, line >> 7 * unit);
        found += count(at);
    }
    return found;
}

/// Five and more of a colour, and shapes like a finder. `same`: where the next square has the colour of this one.
template <class Line>
int weight_of_line(Line line, Line same, std::size_t width) {
    constexpr int finder = 40;
    const Line five = dark_for(4, same);
    return count(five) + 2 * count(static_cast<Line>(five & ~(five << 1U))) + finder * finders_in(line, width);
}

/// No more than `enough` is weighed.
template <class Line>
int weight_of(const Squares& squares, int enough) {
    const std::size_t width = squares.rows.size();
    const Line pairs = static_cast<Line>(bit(width - 1) - 1);  // all but the last have a next one
    const auto same = [&](Line line) { return static_cast<Line>(~(line ^ line >> 1U) & pairs); };
    int weight = 0;
    int dark = 0;
    Line above = 0;
    for (std::size_t i = 0; i < width && weight < enough; ++i) {
        const Line row = static_cast<Line>(squares.rows[i]);
        const Line column = static_cast<Line>(squares.columns[i]);
        const Line alike = same(row);
        weight += weight_of_line(row, alike, width) + weight_of_line(column, same(column), width);
        if (i > 0) weight += 3 * count(static_cast<Line>(alike & same(above) & ~(row ^ above)));  // two by two
        dark += count(row);
        above = row;
    }
    const int all = static_cast<int>(width * width);
    const int percent = (200 * dark + all) / all / 2;
    return weight + std::abs(percent - 50) / 5 * 10;
}

}  // namespace

std::optional<QrSquares> qr_squares(std::string_view text) {
    if (text.empty() || text.size() > largest || text.find('\0') != std::string_view::npos) return std::nullopt;
    std::size_t number = 1;
    while (text.size() + (number < long_count_from ? 2 : 3) > versions[number - 1].data()) ++number;
    const Layout& layout = layout_of(number);
    const Squares data = layout.placed(words_of(text, number));
    const auto weigh = layout.width() < 64 ? weight_of<std::uint64_t> : weight_of<QrLine>;
    Squares best(layout.width());
    int least = std::numeric_limits<int>::max();
    for (const Squares& mask : layout.masked()) {
        Squares squares = data;
        squares.lay(mask);
        const int weight = weigh(squares, least);
        if (weight >= least) continue;
        best = std::move(squares);
        least = weight;
    }
    return QrSquares{layout.width(), std::move(best.rows)};
}

std::string qr_path(const QrSquares& squares) {
    std::string path;
    // Some five hundred strokes a code and a code a fiche: no number takes the way over a string of its own.
    const auto add = [&](std::size_t number) {
        if (number >= 10) path += static_cast<char>('0' + number / 10);
        path += static_cast<char>('0' + number % 10);
    };
    for (std::size_t row = 0; row < squares.width; ++row) {
        std::size_t column = 0;
        bool first = true;
        for (QrLine rest = squares.rows[row]; rest != 0; first = false) {
            const std::size_t light = lowest_bit(rest);
            rest >>= light;
            column += light;
            const std::size_t dark = lowest_bit(~rest);
            rest >>= dark;
            path += first ? 'M' : 'm';
            add(first ? column : light);
            path += ' ';
            add(first ? row : 0);
            path += first ? ".5h" : "h";
            add(dark);
            column += dark;
        }
    }
    return path;
}

}  // namespace cafe::render
