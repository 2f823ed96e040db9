// Sentences in both languages: a Phrase stands where it is said, Words are the sentence once its holes are filled.
#pragma once

#include <fmt/format.h>

#include <array>
#include <concepts>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace cafe {

enum class Lang { fr, en };

/// A text in French and in English. Both are always filled: which one is read is decided where it is printed.
struct Words {
    std::string fr;
    std::string en;

    [[nodiscard]] const std::string& in(Lang lang) const& { return lang == Lang::fr ? fr : en; }
    // A copy, so that `for (… : phrase().in(lang))` and `auto& x = phrase().in(lang)` keep what they look at.
    [[nodiscard]] std::string in(Lang lang) && { return std::move(lang == Lang::fr ? fr : en); }
    [[nodiscard]] bool empty() const { return fr.empty(); }
    bool operator==(const Words&) const = default;
};

/// Text that reads the same in both languages: a name, a path, a value as written.
inline Words same(std::string text) {
    return Words{text, text};
}

/// Each language joined by itself.
inline Words joined(std::span<const Words> parts, std::string_view separator) {
    Words all;
    for (const Words& part : parts) {
        const std::string_view between = &part == parts.data() ? std::string_view() : separator;
        all.fr.append(between).append(part.fr);
        all.en.append(between).append(part.en);
    }
    return all;
}

namespace words_detail {

// What a hole of type T is filled with when it is spoken in one language.
template <class T>
struct Spoken {
    using type = T;
};
template <>
struct Spoken<Words> {
    using type = std::string;
};

template <class T>
const T& speak(const T& value, Lang) {
    return value;
}
inline const std::string& speak(const Words& value, Lang lang) {
    return value.in(lang);
}

// Called only when a Phrase is malformed: naming a function that is not constexpr stops the compiler with this name.
void a_hole_is_missing_in_one_language();
void a_hole_has_no_argument();

// fmt::format_string refuses mistyped holes but accepts a sentence whose hole was forgotten; this counts them.
template <std::size_t N>
consteval void check_holes(std::string_view sentence) {
    std::array<bool, N + 1> filled{};
    std::size_t next = 0;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (sentence[i] == '}') {
            ++i;  // "}}", the only lone brace that fmt accepts outside a hole
            continue;
        }
        if (sentence[i] != '{') continue;
        if (i + 1 < sentence.size() && sentence[i + 1] == '{') {
            ++i;
            continue;
        }
        std::size_t hole = next;
        if (sentence[i + 1] >= '0' && sentence[i + 1] <= '9')
            hole = static_cast<std::size_t>(sentence[i + 1] - '0');
        else
            ++next;
        if (hole >= N) a_hole_has_no_argument();
        filled[hole] = true;
        while (sentence[i] != '}') ++i;
    }
    for (std::size_t i = 0; i < N; ++i)
        if (!filled[i]) a_hole_is_missing_in_one_language();
}

}  // namespace words_detail

/// A sentence in both languages with the same holes. A hole that is missing, extra or mistyped in either does not
/// compile. Holes are `{}` in order, or `{0}` `{1}` where the languages order them differently (at most ten).
///
///     constexpr Phrase<int, std::string> found{"{} fiches pour {}", "{} records for {}"};
///     found(3, "Fumel").in(lang)
template <class... Args>
class Phrase {
public:
    template <class Fr, class En>
    requires std::convertible_to<const Fr&, std::string_view> && std::convertible_to<const En&, std::string_view>
    consteval Phrase(const Fr& fr, const En& en) : fr_(fr), en_(en) {
        words_detail::check_holes<sizeof...(Args)>(std::string_view(fr));
        words_detail::check_holes<sizeof...(Args)>(std::string_view(en));
    }

    [[nodiscard]] Words operator()(const Args&... args) const {
        return Words{fmt::format(fr_, words_detail::speak(args, Lang::fr)...),
                     fmt::format(en_, words_detail::speak(args, Lang::en)...)};
    }

private:
    fmt::format_string<const typename words_detail::Spoken<Args>::type&...> fr_;
    fmt::format_string<const typename words_detail::Spoken<Args>::type&...> en_;
};

/// A noun with the plurals of both languages. French uses the singular for 0 and 1, English for 1 alone.
struct Noun {
    std::string_view fr_one;
    std::string_view fr_many;
    std::string_view en_one;
    std::string_view en_many;
};

/// "3 fiches" / "3 records".
inline Words count(std::size_t n, const Noun& noun) {
    return Words{fmt::format("{} {}", n, n < 2 ? noun.fr_one : noun.fr_many),
                 fmt::format("{} {}", n, n == 1 ? noun.en_one : noun.en_many)};
}

}  // namespace cafe
