// What is exported, for whom and how: the input of every writer of a format.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "facts/release.hpp"
#include "meetings/event.hpp"
#include "view/card.hpp"
#include "view/data.hpp"
#include "view/sheet.hpp"

namespace cafe::exchange {

/// What a user may ask of a format; a format passes over what is not its own.
struct Choices {
    bool service_per_fiche = false;    ///< di: a fiche without services is one service
    bool permanence_services = false;  ///< di: each permanence is a service more
    bool areas = false;                ///< geojson: the outlines of what is served
    bool vcard_4 = false;
    bool excel = false;  ///< csv: as a French Excel opens it
};

struct Edition {
    const store::Catalog& catalog;  ///< as the reader may have it (facts::for_reader)
    facts::Reader reader = facts::Reader::everyone;
    Date today;
    Lang lang = Lang::fr;          ///< what is generated speaks the notebook's language
    std::vector<std::string> ids;  ///< of the fiches that were asked for, in order
    Choices choices{};
    std::size_t texts_withheld = 0;  ///< fields in which facts::for_reader kept something back
    /// Markdown → text (render/plain_text.hpp).
    std::function<std::string(std::string_view)> plain;
    /// The day of the last change of a file of the notebook, as git knows it. May be empty.
    std::function<std::optional<Date>(const std::string& file)> changed_on{};
    /// A value, and a record as `show --json` has it, as JSON in one line.
    std::function<std::string(const view::Data&)> json{};
    std::function<std::string(const facts::Released<model::Partner>&)> record{};
};

/// A file that is written as it stands.
struct Text {
    std::string text;
};

/// A comma- or semicolon-separated file.
struct Table {
    view::Sheet sheet;
    bool excel = false;
};

using Bytes = std::variant<view::Data, view::Workbook, Table, Text, std::vector<view::CardLines>, meetings::Calendar>;

/// A file to be written, before it is bytes.
struct Part {
    std::string path;  ///< inside the folder of the export
    Bytes is;
};

}  // namespace cafe::exchange
