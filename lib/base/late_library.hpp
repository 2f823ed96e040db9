// A shared library that few commands need, opened by the first that does: what a program is linked with is looked for,
// mapped and bound at each of its starts.
#pragma once

namespace cafe {

/// A library is a struct that derives from it and has a member for each function that is called: CAFE_LATE(function);
/// It stays open until the program ends.
class LateLibrary {
public:
    /// By the name that programs of the system know it by.
    explicit LateLibrary(const char* file);

    /// It is there, and every function that was looked for.
    explicit operator bool() const { return whole_; }

protected:
    /// Null where there is none.
    template <class Function>
    Function* find(const char* name) {
        return reinterpret_cast<Function*>(address(name));  // NOLINT(*-reinterpret-cast)
    }

private:
    void* address(const char* name);

    void* library_;
    bool whole_;
};

/// A member that is a function of a library, by its name and of the type that its header says.
#define CAFE_LATE(function) decltype(::function)* const function = find<decltype(::function)>(#function)

}  // namespace cafe
