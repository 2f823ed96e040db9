#include "support/exchange_tables.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "exchange/fates.hpp"
#include "exchange/formats.hpp"
#include "model/exchange.hpp"
#include "model/fields.hpp"
#include "model/path.hpp"

namespace cafe::test {

namespace {

using exchange::Fate;
using exchange::Way;

std::vector<std::string> format_list() {
    std::vector<std::string> lines{"", "| format | what | quoi |", "|---|---|---|"};
    for (const exchange::Format& format : exchange::formats())
        lines.push_back(fmt::format("| `{}` | {} | {} |", format.name, format.label.en, format.label.fr));
    lines.emplace_back("");
    return lines;
}

// The names that the field has there, where its row says any.
std::string place_of(const std::string& path, Way way) {
    const model::Field* field = model::column_of(model::partner_shape(), *model::RecordPath::parse(path));
    if (field == nullptr) return {};
    const model::Exchange names = model::exchange_of(*field);
    std::vector<std::string> said;
    if (way == Way::data_inclusion)
        for (const std::string_view name : names.data_inclusion) said.push_back("`" + std::string(name) + "`");
    if (way == Way::hsds)
        for (const std::string_view name : names.hsds) said.push_back("`" + std::string(name) + "`");
    return text::join(said, ", ");
}

// One row for each fate: the fields that have it. What is mapped or flattened is told field by field where names are
// known.
std::vector<std::string> fates_of(Way way) {
    std::vector<std::string> lines{""};
    const bool by_name = way == Way::data_inclusion || way == Way::hsds;
    if (by_name) {
        lines.emplace_back("| field | becomes | there |");
        lines.emplace_back("|---|---|---|");
        for (const exchange::FateRow& row : exchange::partner_fates()) {
            const Fate fate = row.in(way);
            if (fate != Fate::mapped && fate != Fate::flattened) continue;
            lines.push_back(fmt::format("| `{}` | {} | {} |", row.path, exchange::key_of(fate),
                                        place_of(std::string(row.path), way)));
        }
        lines.emplace_back("");
    }
    lines.emplace_back("| | fields |");
    lines.emplace_back("|---|---|");
    for (const Fate fate : {Fate::mapped, Fate::flattened, Fate::lost, Fate::withheld, Fate::private_}) {
        std::vector<std::string> paths;
        for (const exchange::FateRow& row : exchange::partner_fates())
            if (row.in(way) == fate) paths.push_back("`" + std::string(row.path) + "`");
        if ((fate == Fate::mapped || fate == Fate::flattened) && by_name) continue;
        lines.push_back(fmt::format("| **{}** ({}) | {} |", exchange::key_of(fate), paths.size(),
                                    paths.empty() ? "none" : text::join(paths, ", ")));
    }
    lines.emplace_back("");
    return lines;
}

}  // namespace

std::vector<std::string> exchange_lines(std::string_view name) {
    if (name == "formats") return format_list();
    if (!name.starts_with("way ")) return {};
    const exchange::Format* format = exchange::format_named(name.substr(4));
    return format == nullptr ? std::vector<std::string>{} : fates_of(format->way);
}

}  // namespace cafe::test
