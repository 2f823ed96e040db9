#include "query/everyday.hpp"

#include <vector>

#include "base/text.hpp"
#include "query/embedded.hpp"

namespace cafe::query {

namespace {

Everyday::Says says_of(std::string_view word) {
    if (word == "public") return Everyday::Says::public_;
    if (word == "kind") return Everyday::Says::kind;
    return word == "usual" ? Everyday::Says::usual : Everyday::Says::theme;
}

}  // namespace

std::span<const Everyday> everyday_words() {
    static const std::vector<Everyday> table = [] {
        std::vector<Everyday> lines;
        bool titles = true;
        for (const std::string_view line : text::split(embedded_everyday(), '\n')) {
            if (line.empty() || line.front() == '#') continue;
            const auto columns = text::split(line, '\t');
            if (!titles && columns.size() == 3) lines.push_back({says_of(columns[0]), columns[1], columns[2]});
            titles = false;
        }
        return lines;
    }();
    return table;
}

}  // namespace cafe::query
