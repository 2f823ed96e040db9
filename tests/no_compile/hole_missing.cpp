// A hole is forgotten in the English sentence.
#include "base/words.hpp"
constexpr cafe::Phrase<int> forgotten{"{} fiches", "records"};
int main() {
    return static_cast<int>(forgotten(1).fr.size());
}
