// What a notebook was taught: phrases that people say, with the theme or the fiche that they mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/disk.hpp"
#include "model/vocabulary.hpp"

namespace cafe::store {

inline constexpr std::string_view taught_file = "vocabulary/questions.tsv";

/// A line of the file.
struct Taught {
    std::string target;  ///< the id of a theme, of a family or of a partner
    std::string phrase;
    int line = 0;  ///< from 1
    bool operator==(const Taught&) const = default;
};

/// The lines in their order, without comments, blank lines and the line of titles.
std::vector<Taught> read_taught(std::string_view text);
/// Those of the notebook at `root`; none where there is no such file, or none that can be read.
std::vector<Taught> taught_in(Disk& disk, const std::string& root);

/// Makes what was taught of a theme another word for it.
void learn(const std::vector<Taught>& taught, model::Vocabulary& vocabulary);

/// The text with one more line at its end, which begins with what the file is where there was none. The same text where
/// the line stands already.
std::string with_taught(std::string_view text, const Taught& line);

}  // namespace cafe::store
