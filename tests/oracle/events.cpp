// Prints what the reader makes of files, one line each, to be compared with another reader: REFUSED, or the tree as
// JSON, where an empty value is an empty text.
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "yaml/parse.hpp"

namespace {

using cafe::yaml::Kind;
using cafe::yaml::Node;

void print_text(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::cout << '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || c == '"' || c == '\\')
            std::cout << "\\u00" << digits[byte / 16] << digits[byte % 16];
        else
            std::cout << c;
    }
    std::cout << '"';
}

// Mappings as lists of pairs: keys keep their order.
void print(const Node& node) {
    if (node.kind == Kind::sequence) {
        std::cout << "[\"seq\"";
        for (const Node& item : node.items) {
            std::cout << ',';
            print(item);
        }
        std::cout << ']';
    } else if (node.kind == Kind::mapping) {
        std::cout << "[\"map\"";
        for (const auto& entry : node.entries) {
            std::cout << ',';
            print_text(entry.key.text);
            std::cout << ',';
            print(entry.value);
        }
        std::cout << ']';
    } else {
        print_text(node.text);
    }
}

}  // namespace

int main() {
    for (std::string path; std::getline(std::cin, path);) {
        std::ifstream file(path, std::ios::binary);
        std::ostringstream bytes;
        bytes << file.rdbuf();
        const auto parsed = cafe::yaml::parse(bytes.str(), path);
        if (parsed.root)
            print(*parsed.root);
        else
            std::cout << "REFUSED";
        std::cout << '\n';
    }
    return 0;
}
