// What a question does not want: « sauf », « autre que », « on ne veut pas de », "not".
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "query/clue.hpp"
#include "store/catalog.hpp"

namespace cafe::query {

/// Goes along with the words of a question from left to right. A negation that tells a situation (« n'a pas de
/// logement ») is none of these: it is a need.
class Exclusion {
public:
    /// Both must outlive this.
    Exclusion(const std::vector<Token>& tokens, const store::Catalog& catalog) : tokens_(tokens), catalog_(catalog) {}

    /// How many words here only say that what follows is not wanted; of a phrase as long that means something, none.
    [[nodiscard]] std::size_t words_at(std::size_t at) const;
    /// Those words are passed over.
    void begin(std::size_t at);
    /// One word further that begins none.
    void pass(std::size_t at);

    /// The words here that are the name of a house, or of its beginning, where one may not be wanted.
    [[nodiscard]] std::optional<Clue> house_at(std::size_t at, std::size_t& length) const;

    /// Marks those that are not wanted, of the clues from `first` on, which were understood at word `begin`.
    void leave_out(std::vector<Clue>& clues, std::size_t first, std::size_t begin);
    /// Where nothing would be asked any more, or the same theme is asked too, a negation tells what is missed.
    static void settle(std::vector<Clue>& clues);

private:
    enum class Way { nothing, near, house, not_wanted, surely };
    struct Start {
        Way way = Way::nothing;
        std::size_t length = 0;
    };

    [[nodiscard]] Start start_at(std::size_t at) const;
    [[nodiscard]] std::string_view folded(std::size_t at) const;
    [[nodiscard]] bool begins_name(std::size_t at) const;
    [[nodiscard]] bool is_joined(std::size_t at) const;
    [[nodiscard]] bool may_leave_out(const Clue& clue, std::size_t begin) const;
    void mean_houses(Clue& clue, std::size_t begin) const;
    [[nodiscard]] std::vector<Meaning> houses_called(const std::vector<Sought>& words) const;
    void end();

    static constexpr std::size_t farthest = 5;  // words

    const std::vector<Token>& tokens_;
    const store::Catalog& catalog_;
    Way way_ = Way::nothing;
    std::size_t behind_ = 0;  // the words that say so
    std::size_t until_ = 0;
    bool some_ = false;                   // something was left out
    bool what_one_is_ = false;            // « n'est pas »
    std::optional<std::size_t> follows_;  // the first word behind that does not lead to something
};

}  // namespace cafe::query
