#include "territory/area.hpp"

#include <algorithm>

namespace cafe::territory {

namespace {

constexpr std::size_t most_named = 5;

constexpr Phrase<std::string, Words, std::string> one_candidate{"{} ({}) : {}", "{} ({}): {}"};

void append(Words& sentence, const Words& more) {
    sentence.fr += more.fr;
    sentence.en += more.en;
}

}  // namespace

Words explain(std::string_view asked, const Unresolved& unresolved) {
    constexpr Phrase<std::string> ambiguous{"territoire ambigu : « {} » peut être ", "ambiguous area: \"{}\" may be "};
    constexpr Phrase<std::string> unknown{"territoire inconnu : « {} »", "unknown area: \"{}\""};
    constexpr Phrase<std::size_t> others{" ; et {} de plus", "; and {} more"};
    const bool is_ambiguous = unresolved.why == Unresolved::Why::ambiguous;
    const std::string text(asked);
    Words sentence = is_ambiguous ? ambiguous(text) : unknown(text);
    const auto& candidates = unresolved.candidates;
    if (candidates.empty()) return sentence;
    if (!is_ambiguous) append(sentence, {" ; peut-être ", "; perhaps "});
    const std::size_t named = std::min(candidates.size(), most_named);
    for (std::size_t i = 0; i < named; ++i) {
        if (i > 0) append(sentence, {" ; ", "; "});
        append(sentence, one_candidate(candidates[i].name, candidates[i].detail, candidates[i].how));
    }
    if (candidates.size() > named) append(sentence, others(candidates.size() - named));
    return sentence;
}

}  // namespace cafe::territory
