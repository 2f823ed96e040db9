// The bytes of a file as UTF-8, whatever they were written in.
#pragma once

#include <string>
#include <string_view>

namespace cafe::intake {

struct Decoded {
    std::string text;      ///< UTF-8 without BOM
    std::string encoding;  ///< "UTF-8", "UTF-16", "Windows-1252", "Mac Roman", "CP850"
};

/// By the BOM; else UTF-8 where it is valid; else that of the three others whose letters are French.
Decoded decoded(std::string_view bytes);

/// « BÃ¨gles » → « Bègles », where one step or two lead to valid text that says less mojibake; else the same text.
std::string without_mojibake(const std::string& text);

}  // namespace cafe::intake
