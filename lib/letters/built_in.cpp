#include "letters/built_in.hpp"

#include <array>

#include "base/embed.hpp"

// The letters: each is NAME.fr.md and NAME.en.md of lib/letters/texts.
#define CAFE_EACH_LETTER(with) with(invitation) with(cancellation) with(minutes) with(certificate) with(information)

// CAFE_LETTERS_DIR is set for this file alone; CMake rebuilds it when one of the texts changes.
#define CAFE_TAKE_IN(name)                                               \
    CAFE_EMBED(letter_##name##_fr, CAFE_LETTERS_DIR "/" #name ".fr.md"); \
    CAFE_EMBED(letter_##name##_en, CAFE_LETTERS_DIR "/" #name ".en.md");
CAFE_EACH_LETTER(CAFE_TAKE_IN)

namespace cafe::letters {

namespace {

struct Text {
    std::string_view name;
    std::string_view fr;
    std::string_view en;
};

}  // namespace

std::string_view built_in(std::string_view name, Lang lang) {
#define CAFE_ROW(name) Text{#name, CAFE_EMBEDDED(letter_##name##_fr), CAFE_EMBEDDED(letter_##name##_en)},
    const std::array texts{CAFE_EACH_LETTER(CAFE_ROW)};
    for (const Text& text : texts)
        if (text.name == name) return lang == Lang::fr ? text.fr : text.en;
    return {};
}

}  // namespace cafe::letters
