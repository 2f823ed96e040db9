#include "query/situation.hpp"

#include <algorithm>
#include <utility>

#include "query/little.hpp"

namespace cafe::query {

std::string said_by_anyone(const std::string& root) {
    const bool of_a_verb = root.size() >= 3 && (root.back() == 's' || root.back() == 't' || root.back() == 'x');
    return of_a_verb ? root.substr(0, root.size() - 1) : root;
}

std::vector<std::string> telling_roots(std::span<const Token> situation) {
    std::vector<std::string> roots;
    for (const Token& token : situation) {
        std::string root = said_by_anyone(token.root);
        if (token.little || denies(token.folded) || std::find(roots.begin(), roots.end(), root) != roots.end())
            continue;
        roots.push_back(std::move(root));
    }
    return roots;
}

}  // namespace cafe::query
