// How the data of the page's search is written in few bytes. `assets/recherche.js` reads each of these forms.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cafe::site {

/// A text of JSON, safe inside a page.
std::string quoted(std::string_view text);

/// `[…]`: each value of a list as `write` has it.
template <class List, class Write>
std::string listed(const List& list, Write write) {
    std::string out = "[";
    for (const auto& each : list) {
        if (out.size() > 1) out += ',';
        out += write(each);
    }
    return out + "]";
}
std::string texts(const std::vector<std::string>& list);
std::string numbers(const std::vector<std::size_t>& list);

/// For a field of a line, whose fields a bar parts: a blank stands in a text in its place.
std::string plain_text(std::string_view text);
/// For a list in a field, where a semicolon parts the texts, and a circumflex the lists.
std::string list_text(std::string_view text);
/// "3,5" and "text;text", for a field of a line.
std::string joined(const std::vector<std::size_t>& list);
std::string joined(const std::vector<std::string>& list);

std::string base36(std::size_t number);

/// 91 letters that stand in a text of a script as they are, by their number.
char plain_sign(std::size_t value);
std::size_t plain_value(char sign);

/// What a position is marked with; no digit, no small letter, none of the signs that part lists.
inline constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%()*+,-.:=?@[]^_{}~";

/// Positions in rising order, each with a letter: "A", "3B" stand for the next one and for three further.
class Postings {
public:
    /// The last letter stands for all behind it.
    void add(std::size_t position, std::size_t letter);
    [[nodiscard]] const std::string& written() const { return written_; }

private:
    std::string written_;
    std::size_t next_ = 0;
};

/// Lines in order: of what a line shares with the one before, only the length is written.
class Lines {
public:
    void add(std::string line);
    [[nodiscard]] const std::string& written() const { return written_; }

private:
    std::string written_;
    std::string last_;
};

/// Texts that many lines share, told by their place in a list where each stands once.
class Shared {
public:
    std::size_t place(const std::string& text);
    [[nodiscard]] const std::vector<std::string>& list() const { return list_; }

private:
    std::vector<std::string> list_;
    std::unordered_map<std::string, std::size_t> places_;
};

/// A text with its most frequent pairs of bytes as one sign each, and the pairs in the order they were found: "Eer"
/// says that E stands for "er". Signs already there may stand in later pairs.
struct Paired {
    std::string text;
    std::string pairs;
};
Paired paired(std::string text);

}  // namespace cafe::site
