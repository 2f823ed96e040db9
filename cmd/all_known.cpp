#include "all_known.hpp"

#include <algorithm>
#include <array>

#include "model/fields.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> would_be_missing{"{} ne peut pas être lu et passerait pour absent ; rien n'a été écrit",
                                               "{} cannot be read and would pass for missing; nothing was written"};
constexpr Phrase<> mend_first{"« cafe check » dit ce qui ne va pas dans ce fichier",
                              "'cafe check' says what is wrong with that file"};

}  // namespace

Result<Done> all_known(std::span<const store::Ref> unreadable) {
    using model::RecordKind;
    constexpr std::array told_of{RecordKind::partner, RecordKind::person, RecordKind::cafe, RecordKind::meeting};
    for (const store::Ref& ref : unreadable)
        if (std::find(told_of.begin(), told_of.end(), ref.kind) != told_of.end())
            return Error{ErrorKind::reference, would_be_missing(store::path_of(ref)), mend_first()};
    return Done{};
}

}  // namespace cafe::cmd
