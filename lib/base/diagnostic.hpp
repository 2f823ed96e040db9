// A finding: something in the records that a person should know, where it stands and what to do.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.hpp"
#include "base/words.hpp"

namespace cafe {

enum class Severity { error, warning, hint };

/// "erreur", "avertissement", "conseil" / "error", "warning", "hint".
Words severity_name(Severity severity);

/// A kind of finding, declared as a constant in the room that raises it. `code` is for ever: E… error, W… warning,
/// H… hint. `title` names it in a list; `why` teaches it (`cafe explain CODE`), with a wrong and a right example.
struct Rule {
    std::string_view code;
    Severity severity;
    std::string_view title_fr;
    std::string_view title_en;
    std::string_view why_fr;
    std::string_view why_en;
    std::string_view wrong;
    std::string_view right;

    [[nodiscard]] std::string_view title(Lang lang) const { return lang == Lang::fr ? title_fr : title_en; }
    [[nodiscard]] std::string_view why(Lang lang) const { return lang == Lang::fr ? why_fr : why_en; }
};

/// A change of a text that mends a finding for certain: what is put in the place of some of its bytes.
struct TextPatch {
    Span span;  ///< of the file's text as it was read
    std::string bytes;
    bool operator==(const TextPatch&) const = default;
};

/// One finding. The rule is a constant of static lifetime.
struct Diagnostic {
    const Rule* rule = nullptr;
    Place place;
    Words message;
    Words remedy;
    std::optional<TextPatch> fix = std::nullopt;  ///< only where nothing is guessed: what `check --fix` does
    bool operator==(const Diagnostic&) const = default;
};

/// The total order of reports: place, then code, then message.
bool before(const Diagnostic& a, const Diagnostic& b);

using Findings = std::vector<Diagnostic>;

}  // namespace cafe
