#include "site/danger_data.hpp"

#include "base/base64.hpp"
#include "query/danger.hpp"

namespace cafe::site {

std::string danger_data() {
    std::string out = "DANGER={\"t\":\"";
    // The page needs no names of concepts; the table has neither quotation marks nor backslashes.
    std::string table(query::danger::table_text());
    const std::size_t names = table.find("\nconcepts\t") + 1;
    table.erase(names, table.find('\n', names) + 1 - names);
    for (const char letter : table) {
        if (letter == '\n')
            out += "\\n";
        else if (letter == '\t')
            out += "\\t";
        else
            out += letter;
    }
    return out += "\",\n\"w\":\"" + base64(query::danger::weights()) + "\"};\n";
}

}  // namespace cafe::site
