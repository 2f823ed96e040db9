// What a function returns that can be refused: a value, or the one error that says why.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "base/words.hpp"

namespace cafe {

/// Why a request cannot be done. `cmd` turns each into its exit code, in one place.
enum class ErrorKind {
    usage,        ///< unknown command, option, field, value, or area in a query: exit 2
    reference,    ///< a REF is unknown or ambiguous, or the named record is unreadable: exit 3
    environment,  ///< no notebook, git missing, disk full, lock held: exit 4
    conflict,     ///< left to a person: exit 5
};

/// `message` begins with what failed, without capital or full stop; `remedy` says what to do and may be empty.
struct Error {
    ErrorKind kind = ErrorKind::environment;
    Words message;
    Words remedy;
    bool operator==(const Error&) const = default;
};

/// The value of a Result that has nothing to say but that it went well.
struct Done {
    bool operator==(const Done&) const = default;
};

/// A value or an Error. Asking for the one that is not there is a bug and aborts.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor): `return value;`
    Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor): `return Error{…};`

    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() & { return std::get<0>(state_); }
    const T& value() const& { return std::get<0>(state_); }
    T&& value() && { return std::get<0>(std::move(state_)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    [[nodiscard]] const Error& error() const { return std::get<1>(state_); }

private:
    std::variant<T, Error> state_;
};

}  // namespace cafe
