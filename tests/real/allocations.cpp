// One allocation of C++ that fails, or all from there on: CAFE_FAIL_AT says which, counted from 1, and CAFE_FAIL_ON
// that it goes on. CAFE_COUNTED names a file that is told how many there were.
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <new>

#include <sys/syscall.h>
#include <unistd.h>

namespace {

std::atomic<long> made{0};

long number(const char* name) {
    const char* said = std::getenv(name);
    return said == nullptr ? 0 : std::atol(said);
}

const long fail_at = number("CAFE_FAIL_AT");
const bool fail_on = number("CAFE_FAIL_ON") != 0;

bool fails() {
    const long now = ++made;
    return fail_at > 0 && (now == fail_at || (fail_on && now > fail_at));
}

void* allocated(std::size_t size) {
    return fails() ? nullptr : std::malloc(size == 0 ? 1 : size);
}

void* aligned(std::size_t size, std::align_val_t alignment) {
    const auto step = static_cast<std::size_t>(alignment);
    return fails() ? nullptr : std::aligned_alloc(step, (size + step - 1) / step * step);
}

void* or_throw(void* memory) {
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}

// The programs that are run by this one are none of ours.
const int alone = unsetenv("LD_PRELOAD");

void tell_how_many() {
    const char* path = std::getenv("CAFE_COUNTED");
    std::FILE* file = path == nullptr ? nullptr : std::fopen(path, "w");
    if (file == nullptr) return;
    std::fprintf(file, "%ld", made.load());
    std::fclose(file);
}

}  // namespace

// Nothing that is torn down at an ordinary end is torn down by this one, which is how the program ends.
extern "C" [[noreturn]] void _Exit(int code) {
    tell_how_many();
    ::syscall(SYS_exit_group, code);
    __builtin_unreachable();
}

void* operator new(std::size_t size) {
    return or_throw(allocated(size));
}
void* operator new[](std::size_t size) {
    return or_throw(allocated(size));
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    return allocated(size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
    return allocated(size);
}
void* operator new(std::size_t size, std::align_val_t alignment) {
    return or_throw(aligned(size, alignment));
}
void* operator new[](std::size_t size, std::align_val_t alignment) {
    return or_throw(aligned(size, alignment));
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete[](void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept {
    std::free(memory);
}
void operator delete[](void* memory, std::align_val_t) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
    std::free(memory);
}
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept {
    std::free(memory);
}
