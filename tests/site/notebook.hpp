// Notebooks for the tests of published directories.
#pragma once

#include <map>
#include <string>

#include <doctest/doctest.h>

#include "site/site.hpp"
#include "store/catalog.hpp"
#include "support/catalog.hpp"
#include "support/memory_disk.hpp"

namespace cafe::test {

inline const Date november{2026, 11, 23};

inline store::Catalog catalog_of(Disk& disk, const std::string& root) {
    return test::catalog_in(disk, root);
}

/// Nothing is rendered before its bytes are asked for.
inline bool when_asked(const site::File&) {
    return false;
}

/// Every file of a directory: path → bytes.
inline std::map<std::string, std::string> published(const store::Catalog& catalog, site::Format format,
                                                    facts::Reader reader = facts::Reader::everyone,
                                                    Lang lang = Lang::fr) {
    std::map<std::string, std::string> files;
    const site::Site site({catalog, reader, november, lang}, format, render::HtmlFrame::standard(), {}, &catalog);
    const auto put = [&](const site::File& file) -> Result<Done> {
        CHECK(files.emplace(file.path, file.bytes()).second);
        return Done{};
    };
    const Result<Done> done = site.each(put, when_asked, 1);
    REQUIRE(done.ok());
    std::map<std::string, std::string> announced;
    for (const std::string& path : site.files()) announced.emplace(path, "");
    CHECK(announced.size() == files.size());
    for (const auto& [path, bytes] : files) CHECK(announced.count(path) == 1);
    return files;
}

}  // namespace cafe::test
