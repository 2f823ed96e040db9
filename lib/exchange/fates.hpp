// What becomes of each field of the model in each format of exchange: the one table. A field that is in no row, or in
// two, is a red test (tests/exchange/fates_test.cpp) until somebody decides.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "base/words.hpp"

namespace cafe::exchange {

enum class Fate {
    mapped,     ///< has a place of its own there
    flattened,  ///< leaves as words, or in a form that says less
    lost,       ///< has no place there
    withheld,   ///< never leaves in this format, to protect somebody
    private_,   ///< the network's own by nature: neither sent nor missed
};

/// The ways of exchange that treat fields differently; several formats may go one way (xlsx and csv).
enum class Way { data_inclusion, hsds, vcard, geojson, json_ld, table, calendar, engine };
inline constexpr std::array all_ways{Way::data_inclusion, Way::hsds,  Way::vcard,    Way::geojson,
                                     Way::json_ld,        Way::table, Way::calendar, Way::engine};

/// "mapped"; for JSON and the docs.
std::string_view key_of(Fate fate);

struct FateRow {
    std::string_view path;   ///< of a field that holds a value, not of a mapping: "services.referral.steps"
    std::string_view fates;  ///< a letter for each way, in their order, a blank between

    [[nodiscard]] constexpr Fate in(Way way) const { return fate_of(fates[2 * static_cast<std::size_t>(way)]); }
    static constexpr bool is_fate(char letter) {
        return letter == 'm' || letter == 'f' || letter == 'l' || letter == 'w' || letter == 'p';
    }

private:
    static constexpr Fate fate_of(char letter) {
        switch (letter) {
            case 'm': return Fate::mapped;
            case 'f': return Fate::flattened;
            case 'w': return Fate::withheld;
            case 'p': return Fate::private_;
            default: return Fate::lost;
        }
    }
};

/// In the order of the field list.
std::span<const FateRow> partner_fates();
std::span<const FateRow> person_fates();

/// What becomes of a field of a fiche. A path that no row names is private: what nobody decided does not leave.
Fate fate_of(std::string_view partner_path, Way way);

}  // namespace cafe::exchange
