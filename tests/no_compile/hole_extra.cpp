// The French sentence has a hole too many.
#include "base/words.hpp"
constexpr cafe::Phrase<int> extra{"{} fiches sur {}", "{} records"};
int main() {
    return static_cast<int>(extra(1).fr.size());
}
