// A booklet: some fiches of an edition on paper, one after the other, with a cover and two lists that lead to them.
#pragma once

#include <string>
#include <vector>

#include "view/directory.hpp"

namespace cafe::view {

/// Fiches have a number, from 1 in the order of their names: the lists of the cover speak of it.
struct Booklet {
    Lang lang = Lang::fr;
    std::string title;        ///< the network's, or of the directory it publishes
    std::string subtitle;     ///< what it holds: « Livret des partenaires »
    std::string dated;        ///< how many fiches, of which day
    std::string warning;      ///< whom it is not for; empty for the public edition
    std::vector<Block> head;  ///< emergency numbers
    std::vector<Section> contents;
    std::vector<Page> fiches;
};

/// `ids` that are not in the directory are left out, each of the others stands once.
Booklet booklet(const Directory& directory, const std::vector<std::string>& ids);

}  // namespace cafe::view
