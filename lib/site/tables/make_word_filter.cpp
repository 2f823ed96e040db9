// A tool beside the build: make_word_filter OUTPUT SLIPS FILE… writes lib/site/data/words.txt from lists of words, one
// a line (lib/query/data/SOURCE.md says which): those of five letters or more that a slip makes of another one. Of the
// others nothing is ever taken for a slip. Of the table SLIPS (tests/query/corrections.tsv) no slip is taken for a
// word.
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "query/stem.hpp"
#include "site/word_filter.hpp"

namespace {

using cafe::query::stem::light;
using cafe::query::stem::root;

constexpr unsigned bits = 4;
constexpr std::size_t shortest = 5;
constexpr std::size_t two_slips_from = 10;

std::set<std::string> words_of(int count, char** files) {
    std::set<std::string> words;
    for (int i = 0; i < count; ++i) {
        std::ifstream file(files[i]);
        for (std::string line; std::getline(file, line);) {
            std::size_t at = 0;
            if (line.empty() || line.find('\'') != std::string::npos ||
                cafe::utf8::is_upper(cafe::utf8::next(line, at)))
                continue;
            for (const cafe::fold::Word& word : cafe::fold::words(line))
                if (word.folded.size() >= shortest - 1) words.insert(word.folded);
        }
    }
    return words;
}

// The first word of the second column, where there is more than one.
std::set<std::string> slips_of(const char* table) {
    std::set<std::string> slips;
    std::ifstream file(table);
    for (std::string line; std::getline(file, line);) {
        const auto columns = cafe::text::split(line, '\t');
        const auto words = columns.size() < 2 ? cafe::text::words("") : cafe::text::words(columns[1]);
        if (words.size() > 1) slips.insert(cafe::fold::text(words.front()));
    }
    return slips;
}

/// Words by what is left of them without one of their letters but the first.
class Neighbours {
public:
    explicit Neighbours(const std::set<std::string>& words) {
        for (const std::string& word : words)
            each_beginning(word, [&](const std::string& left) { words_[left].push_back(&word); });
    }

    [[nodiscard]] bool has_another(const std::string& word) const {
        bool another = words_.contains(word.substr(1));  // « lavis »: a little word typed onto another one
        each_beginning(word, [&](const std::string& left) {
            const auto found = words_.find(left);
            if (found == words_.end()) return;
            for (const std::string* other : found->second)
                another = another || (light(*other) != light(word) && root(*other) != root(word));
        });
        return another;
    }

private:
    template <class Visit>
    static void each_beginning(const std::string& word, Visit visit) {
        visit(word);
        for (std::size_t at = 1; at < word.size(); ++at) visit(word.substr(0, at) + word.substr(at + 1));
    }

    std::unordered_map<std::string, std::vector<const std::string*>> words_;
};

}  // namespace

int main(int count, char** arguments) {
    if (count < 4) {
        std::fputs("usage: make_word_filter OUTPUT SLIPS FILE...\n", stderr);
        return 2;
    }
    const std::set<std::string> words = words_of(count - 3, arguments + 3);
    const Neighbours neighbours(words);
    std::set<std::string> forms;
    for (const std::string& word : words)
        if (word.size() >= shortest && (word.size() >= two_slips_from || neighbours.has_another(word)))
            forms.insert(cafe::site::filtered_form(word));
    std::set<std::string> slips;
    for (const std::string& slip : slips_of(arguments[2]))
        if (const std::string form = cafe::site::filtered_form(slip); !forms.contains(form)) slips.insert(form);
    std::string filter;
    for (std::uint32_t seed = 0; filter.empty(); ++seed) {
        filter = cafe::site::word_filter(forms, bits, seed);
        for (const std::string& slip : slips)
            if (cafe::site::may_have(filter, slip)) filter.clear();
    }
    std::ofstream out(arguments[1], std::ios::binary);
    out << filter;
    std::fprintf(stderr, "%zu words, %zu forms\n", words.size(), forms.size());
    return out.flush() ? 0 : 1;
}
