// What must compile, so that the others do not fail for another reason.
#include "base/words.hpp"
#include "facts/release.hpp"
constexpr cafe::Phrase<int, std::string> good{"{1} : {0} fiches", "{} records for {}"};
int main() {
    return static_cast<int>(good(1, "Fumel").fr.size());
}
