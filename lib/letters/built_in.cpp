// Taken in by the assembler, as the vocabularies are (lib/model/builtin_vocabulary.cpp).
#include "letters/built_in.hpp"

#include <array>
#include <cstddef>

// CAFE_LETTERS_DIR is set for this file alone; CMake rebuilds it when one of the texts changes.
#define CAFE_EMBED(symbol, file)               \
    __asm__(                                   \
        ".pushsection .rodata\n"               \
        ".global cafe_letter_" symbol          \
        "_begin\n"                             \
        ".hidden cafe_letter_" symbol          \
        "_begin\n"                             \
        "cafe_letter_" symbol                  \
        "_begin:\n"                            \
        ".incbin \"" CAFE_LETTERS_DIR "/" file \
        "\"\n"                                 \
        ".global cafe_letter_" symbol          \
        "_end\n"                               \
        ".hidden cafe_letter_" symbol          \
        "_end\n"                               \
        "cafe_letter_" symbol                  \
        "_end:\n"                              \
        ".byte 0\n"                            \
        ".popsection\n")

CAFE_EMBED("invitation_fr", "invitation.fr.md");
CAFE_EMBED("invitation_en", "invitation.en.md");
CAFE_EMBED("cancellation_fr", "cancellation.fr.md");
CAFE_EMBED("cancellation_en", "cancellation.en.md");
CAFE_EMBED("minutes_fr", "minutes.fr.md");
CAFE_EMBED("minutes_en", "minutes.en.md");
CAFE_EMBED("certificate_fr", "certificate.fr.md");
CAFE_EMBED("certificate_en", "certificate.en.md");
CAFE_EMBED("information_fr", "information.fr.md");
CAFE_EMBED("information_en", "information.en.md");

extern "C" {
extern const char cafe_letter_invitation_fr_begin[], cafe_letter_invitation_fr_end[];
extern const char cafe_letter_invitation_en_begin[], cafe_letter_invitation_en_end[];
extern const char cafe_letter_cancellation_fr_begin[], cafe_letter_cancellation_fr_end[];
extern const char cafe_letter_cancellation_en_begin[], cafe_letter_cancellation_en_end[];
extern const char cafe_letter_minutes_fr_begin[], cafe_letter_minutes_fr_end[];
extern const char cafe_letter_minutes_en_begin[], cafe_letter_minutes_en_end[];
extern const char cafe_letter_certificate_fr_begin[], cafe_letter_certificate_fr_end[];
extern const char cafe_letter_certificate_en_begin[], cafe_letter_certificate_en_end[];
extern const char cafe_letter_information_fr_begin[], cafe_letter_information_fr_end[];
extern const char cafe_letter_information_en_begin[], cafe_letter_information_en_end[];
}

namespace cafe::letters {

namespace {

struct Text {
    std::string_view name;
    Lang lang;
    const char* begin;
    const char* end;
};

constexpr std::array<Text, 10> texts{{
    {"invitation", Lang::fr, cafe_letter_invitation_fr_begin, cafe_letter_invitation_fr_end},
    {"invitation", Lang::en, cafe_letter_invitation_en_begin, cafe_letter_invitation_en_end},
    {"cancellation", Lang::fr, cafe_letter_cancellation_fr_begin, cafe_letter_cancellation_fr_end},
    {"cancellation", Lang::en, cafe_letter_cancellation_en_begin, cafe_letter_cancellation_en_end},
    {"minutes", Lang::fr, cafe_letter_minutes_fr_begin, cafe_letter_minutes_fr_end},
    {"minutes", Lang::en, cafe_letter_minutes_en_begin, cafe_letter_minutes_en_end},
    {"certificate", Lang::fr, cafe_letter_certificate_fr_begin, cafe_letter_certificate_fr_end},
    {"certificate", Lang::en, cafe_letter_certificate_en_begin, cafe_letter_certificate_en_end},
    {"information", Lang::fr, cafe_letter_information_fr_begin, cafe_letter_information_fr_end},
    {"information", Lang::en, cafe_letter_information_en_begin, cafe_letter_information_en_end},
}};

}  // namespace

std::string_view built_in(std::string_view name, Lang lang) {
    for (const Text& text : texts)
        if (text.name == name && text.lang == lang)
            return {text.begin, static_cast<std::size_t>(text.end - text.begin)};
    return {};
}

}  // namespace cafe::letters
