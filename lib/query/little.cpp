#include "query/little.hpp"

#include "query/word_lists.hpp"

namespace cafe::query {

bool is_little(std::string_view folded) {
    return stands_in(WordList::little, folded);
}
bool denies(std::string_view folded) {
    return stands_in(WordList::denying, folded);
}
bool denies_with_de(std::string_view folded) {
    return stands_in(WordList::denying_with_de, folded);
}
bool is_vague(std::string_view folded) {
    return stands_in(WordList::vague, folded);
}
bool is_anybody(std::string_view public_id) {
    return stands_in(WordList::anybody, public_id);
}
bool is_also_a_place(std::string_view folded) {
    return stands_in(WordList::also_places, folded);
}
bool leads_to_place(std::string_view folded) {
    return stands_in(WordList::before_places, folded);
}
bool means_near(std::string_view folded) {
    return stands_in(WordList::near, folded);
}
bool is_function(std::string_view folded) {
    return stands_in(WordList::functions, folded);
}
bool leads_a_house(std::string_view folded) {
    return stands_in(WordList::leaders, folded);
}
bool asks_for_successor(std::string_view folded) {
    return stands_in(WordList::succeeding, folded);
}
bool is_title(std::string_view folded) {
    return stands_in(WordList::titles, folded);
}

}  // namespace cafe::query
