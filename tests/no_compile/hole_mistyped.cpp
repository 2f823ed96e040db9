// A text is written as a number.
#include <string>

#include "base/words.hpp"
constexpr cafe::Phrase<std::string> mistyped{"{:d} fiches", "{} records"};
int main() {
    return static_cast<int>(mistyped("x").fr.size());
}
