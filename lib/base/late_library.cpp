#include "base/late_library.hpp"

#include <dlfcn.h>

namespace cafe {

LateLibrary::LateLibrary(const char* file)
    : library_(::dlopen(file, RTLD_NOW | RTLD_LOCAL)), whole_(library_ != nullptr) {}

void* LateLibrary::address(const char* name) {
    void* const found = library_ == nullptr ? nullptr : ::dlsym(library_, name);
    whole_ = whole_ && found != nullptr;
    return found;
}

}  // namespace cafe
