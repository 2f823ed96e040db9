#include "site/danger_data.hpp"

#include <cstdint>
#include <string_view>

#include "query/danger.hpp"
#include "site/assets.hpp"

namespace cafe::site {

namespace {

std::string base64(std::string_view bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve(bytes.size() / 3 * 4 + 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t three = 0;
        for (std::size_t i = 0; i < 3; ++i)
            three = three << 8U | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i)
            out += at + i > bytes.size() ? '=' : letters[three >> (18U - 6U * static_cast<unsigned>(i)) & 63U];
    }
    return out;
}

}  // namespace

std::string danger_data() {
    std::string out = "DANGER={t:\"";
    // The table has neither quotation marks nor backslashes.
    for (const char letter : query::danger::table_text()) {
        if (letter == '\n')
            out += "\\n";
        else if (letter == '\t')
            out += "\\t";
        else
            out += letter;
    }
    out += "\",\nw:\"" + base64(query::danger::weights()) + "\"};\n";
    return out += assets::danger_script();
}

}  // namespace cafe::site
