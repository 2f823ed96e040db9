#include "render/atom.hpp"

#include <string_view>

#include "render/html_escape.hpp"

namespace cafe::render {

namespace {

std::string element(std::string_view name, std::string_view text) {
    return "<" + std::string(name) + ">" + html_escaped(text) + "</" + std::string(name) + ">\n";
}

std::string link(std::string_view relation, std::string_view address) {
    return "<link rel=\"" + std::string(relation) + "\" href=\"" + html_escaped(address) + "\"/>\n";
}

std::string entry_of(const AtomEntry& entry) {
    return "<entry>\n" + element("id", entry.id) + element("title", entry.title) + element("updated", entry.updated) +
           link("alternate", entry.link) + element("summary", entry.summary) + "</entry>\n";
}

}  // namespace

std::string atom(const AtomFeed& feed) {
    std::string xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" +
        html_escaped(feed.lang) + "\">\n";
    xml += element("id", feed.self) + element("title", feed.title) + element("updated", feed.entries.front().updated);
    xml += "<author>" + element("name", feed.author) + "</author>\n";
    xml += link("self", feed.self) + link("alternate", feed.home);
    for (const AtomEntry& entry : feed.entries) xml += entry_of(entry);
    return xml + "</feed>\n";
}

}  // namespace cafe::render
