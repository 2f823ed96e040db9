// The hostile values of payloads.jsonl, by surface.
#pragma once

#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "support/source_folder.hpp"

namespace cafe::test {

namespace payloads_detail {

inline unsigned hex(std::string_view digits) {
    return static_cast<unsigned>(std::stoul(std::string(digits), nullptr, 16));
}

// Reads the JSON text that begins behind the quote at `at`. A lone surrogate becomes U+FFFD.
inline std::string json_text(std::string_view line, std::size_t at) {
    std::string text;
    for (; line.at(at) != '"'; ++at) {
        if (line[at] != '\\') {
            text.push_back(line[at]);
            continue;
        }
        switch (line.at(++at)) {
            case 'n': text.push_back('\n'); break;
            case 't': text.push_back('\t'); break;
            case 'r': text.push_back('\r'); break;
            case 'b': text.push_back('\b'); break;
            case 'f': text.push_back('\f'); break;
            case 'u': {
                char32_t character = hex(line.substr(at + 1, 4));
                at += 4;
                if (character >= 0xD800 && character < 0xDC00 && line.substr(at + 1, 2) == "\\u") {
                    character = 0x10000 + ((character - 0xD800) << 10) + (hex(line.substr(at + 3, 4)) - 0xDC00);
                    at += 6;
                }
                utf8::append(text, character >= 0xD800 && character < 0xE000 ? utf8::replacement : character);
                break;
            }
            default: text.push_back(line[at]);
        }
    }
    return text;
}

inline std::string field(std::string_view line, std::string_view key) {
    const std::string start = "\"" + std::string(key) + "\": \"";
    const std::size_t at = line.find(start);
    if (at == std::string_view::npos) throw std::runtime_error("no such key: " + std::string(key));
    return json_text(line, at + start.size());
}

}  // namespace payloads_detail

/// In the order of the file; an empty list when the file is missing, which the tests refuse.
inline std::vector<std::string> payloads(std::string_view surface) {
    std::ifstream file(cafe::test::source_folder("tests/render/payloads.jsonl"));
    std::vector<std::string> found;
    for (std::string line; std::getline(file, line);)
        if (payloads_detail::field(line, "surface") == surface)
            found.push_back(payloads_detail::field(line, "payload"));
    return found;
}

}  // namespace cafe::test
