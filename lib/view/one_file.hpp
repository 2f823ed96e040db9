// A whole edition in one file: its first page, lists by name and by theme, then every fiche in short.
#pragma once

#include <string>
#include <vector>

#include "view/directory.hpp"

namespace cafe::view {

struct OneFile {
    Page home;                  ///< with the search, without what leads to pages that are not there
    std::string dated;          ///< how many partners, of which day
    std::string warning;        ///< whom it is not for, that it is not to be passed on; empty for the public edition
    std::vector<Block> urgent;  ///< emergency numbers, for its foot
    std::vector<Section> lists;
    std::vector<Page> fiches;  ///< without pictures: no map, no code; hours by days
};

OneFile one_file(const Directory& directory);

}  // namespace cafe::view
