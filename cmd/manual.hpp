// The manual pages, written from what `--help` and the field list are written from.
#pragma once

#include <string>
#include <vector>

#include "base/words.hpp"

namespace cafe::cmd {

/// A page and where it belongs below share/man: "man1/cafe-find.1", "fr/man1/cafe-find.1".
struct ManualFile {
    std::string path;
    std::string text;
};

/// cafe(1), one page for each command, a link for each alias, cafe-records(5) and cafe-query(7), in both languages.
std::vector<ManualFile> manual_files();

}  // namespace cafe::cmd
