#include "support/source_folder.hpp"

namespace cafe::test {

// The one file that is compiled with the path of the sources: every other object is the same in any folder.
std::string source_folder(const std::string& below) {
    const std::string root = CAFE_SOURCE_DIR;
    return below.empty() ? root : root + "/" + below;
}

}  // namespace cafe::test
