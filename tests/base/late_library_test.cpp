// A library that is opened when it is needed is whole or it is not used.
#include "base/late_library.hpp"

#include <doctest/doctest.h>

using namespace cafe;

namespace {

struct Some : LateLibrary {
    Some(const char* file, const char* name) : LateLibrary(file), function(find<int()>(name)) {}
    int (*function)();
};

}  // namespace

TEST_CASE("a library that is not there, or lacks a function, is not whole") {
    const Some library("libc.so.6", "getpid");
    CHECK(static_cast<bool>(library));
    CHECK(library.function() > 0);
    const Some without("libc.so.6", "no_such_function");
    CHECK(!static_cast<bool>(without));
    CHECK((without.function == nullptr));
    CHECK(!static_cast<bool>(Some("libthere-is-none.so.1", "getpid")));
}
