// The built-in vocabularies: the files of lib/model/vocabulary as bytes of the program.
#include "base/embed.hpp"
#include "model/vocabulary.hpp"

// CAFE_VOCABULARY_DIR is set for this file alone; CMake rebuilds it when one of the files changes.
CAFE_EMBED(themes, CAFE_VOCABULARY_DIR "/themes.yaml");
CAFE_EMBED(publics, CAFE_VOCABULARY_DIR "/publics.yaml");
CAFE_EMBED(kinds, CAFE_VOCABULARY_DIR "/kinds.yaml");
CAFE_EMBED(acronyms, CAFE_VOCABULARY_DIR "/acronyms.yaml");

namespace cafe::model {

std::string_view builtin_themes() {
    return CAFE_EMBEDDED(themes);
}
std::string_view builtin_publics() {
    return CAFE_EMBEDDED(publics);
}
std::string_view builtin_kinds() {
    return CAFE_EMBEDDED(kinds);
}
std::string_view builtin_acronyms() {
    return CAFE_EMBEDDED(acronyms);
}

}  // namespace cafe::model
