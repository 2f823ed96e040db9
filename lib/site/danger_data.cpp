#include "site/danger_data.hpp"

#include "base/base64.hpp"
#include "query/danger.hpp"

namespace cafe::site {

std::string danger_data() {
    std::string out = "DANGER={\"t\":\"";
    // The table has neither quotation marks nor backslashes.
    for (const char letter : query::danger::table_text()) {
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
