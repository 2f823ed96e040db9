// A new record, from the first word of `cafe add` to the last question.
#pragma once

#include "command.hpp"
#include "model/kind.hpp"
#include "store/book.hpp"

namespace cafe::cmd {

struct Added {
    Result<int> code;
    bool outrun = false;  ///< another command wrote one of the files first
};

/// Makes the record that the arguments say, asking at a terminal for what is missing, and writes it.
Added add_record(World& world, const Arguments& arguments, store::Book book, model::RecordKind kind);

}  // namespace cafe::cmd
