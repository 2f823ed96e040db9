// A feed of what is new, RFC 4287.
#pragma once

#include <string>
#include <vector>

namespace cafe::render {

struct AtomEntry {
    std::string id;  ///< an address, the same each time the feed is written
    std::string link;
    std::string title;
    std::string updated;  ///< a moment, RFC 3339
    std::string summary;
};

struct AtomFeed {
    std::string title;
    std::string author;
    std::string lang;                ///< "fr", "en"
    std::string self;                ///< the whole address of the feed
    std::string home;                ///< and of the page that it belongs to
    std::vector<AtomEntry> entries;  ///< the newest first; one at least
};

/// The same feed gives the same bytes; it is as old as its first entry. All texts are escaped.
std::string atom(const AtomFeed& feed);

}  // namespace cafe::render
