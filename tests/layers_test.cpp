// The include law (docs/architecture.md): a room may include rooms of lower floors, never its neighbours, never above.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "support/source_folder.hpp"

namespace fs = std::filesystem;

namespace {

// The floors from the ground up, and the rooms of each.
const std::vector<std::vector<std::string>> house{
    {"base"},                                            // 0
    {"yaml", "model", "territory", "calendar", "mail"},  // 1
    {"store", "git"},                                    // 2
    {"facts"},                                           // 3
    {"query", "edit"},                                   // 4
    {"check"},                                           // 5
    {"merge", "history", "meetings"},                    // 6
    {"view", "intake", "undo"},                          // 7
    {"render", "exchange"},                              // 8
    {"site", "letters", "orient"},                       // 9
    {"cmd"},                                             // 10
};

const std::map<std::string, std::size_t> floors = [] {
    std::map<std::string, std::size_t> found;
    for (std::size_t floor = 0; floor < house.size(); ++floor)
        for (const std::string& room : house[floor]) found[room] = floor;
    return found;
}();

// The one room and file that may include an outside library.
const std::map<std::string, std::vector<std::string>> libraries{
    {"CLI/", {"cmd/args.cpp"}},           {"yaml-cpp/", {"lib/yaml/confirm.cpp"}},
    {"utf8proc", {"lib/base/utf8.cpp"}},  {"cmark", {"lib/render/markup.cpp"}},
    {"xlsxwriter", {"lib/render/xlsx.cpp"}},
    {"qrencode", {"lib/render/qr.cpp"}},  {"orcus/", {"lib/intake/workbook.cpp", "lib/intake/typed_cells.cpp"}},
    {"nettle/", {"lib/base/hashes.cpp"}}, {"nlohmann/", {"lib/intake/json_table.cpp"}},
    {"qrencode", {"lib/render/qr.cpp"}},  {"crypt.h", {"lib/base/slow_hash.cpp"}},
    {"sqlite3", {"lib/exchange/sqlite_database.cpp"}},
};

struct Include {
    std::string file;  // inside the project
    std::string target;
    bool quoted = false;
};

std::vector<Include> includes_below(const fs::path& folder) {
    std::vector<Include> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const auto ending = entry.path().extension();
        if (ending != ".cpp" && ending != ".hpp") continue;
        const std::string file = fs::relative(entry.path(), cafe::test::source_folder()).string();
        std::ifstream in(entry.path());
        for (std::string line; std::getline(in, line);) {
            if (!line.starts_with("#include ")) continue;
            const char close = line[9] == '<' ? '>' : '"';
            found.push_back({file, line.substr(10, line.find(close, 10) - 10), close == '"'});
        }
    }
    return found;
}

// "lib/yaml/parse.cpp" → "yaml", "cmd/main.cpp" → "cmd".
std::string room_of(const std::string& file) {
    if (!file.starts_with("lib/")) return file.substr(0, file.find('/'));
    return file.substr(4, file.find('/', 4) - 4);
}

// A header and its source are one module: "lib/yaml/parse".
std::string module_of(const std::string& file) {
    return file.substr(0, file.rfind('.'));
}

using Graph = std::map<std::string, std::set<std::string>>;

Graph modules_below(const fs::path& source) {
    Graph graph;
    for (const auto* part : {"lib", "cmd"}) {
        for (const Include& include : includes_below(source / part)) {
            if (!include.quoted) continue;
            const bool in_lib = include.target.find('/') != std::string::npos;
            const std::string to = module_of((in_lib ? "lib/" : "cmd/") + include.target);
            if (to != module_of(include.file)) graph[module_of(include.file)].insert(to);
        }
    }
    return graph;
}

// "cafe::cmd::Told" → the headers that define it. Two of them are one type to the linker, whatever they hold.
std::map<std::string, std::set<std::string>> types_in_headers(const fs::path& folder) {
    std::map<std::string, std::set<std::string>> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".hpp") continue;
        std::ifstream in(entry.path());
        std::string space;
        for (std::string line; std::getline(in, line);) {
            std::istringstream words(line);
            std::string first, second, third;
            words >> first >> second >> third;
            if (first == "namespace" && line.ends_with('{')) space = second;
            if (first == "enum" && second == "class") first = second, second = third;
            const bool defines = (first == "struct" || first == "class") && line.find('{') != std::string::npos;
            if (defines && !line.starts_with(' ')) found[space + "::" + second].insert(entry.path().string());
        }
    }
    return found;
}

// Whether a way leads from one module to another; `seen` are those that were tried.
bool leads_to(const Graph& graph, const std::string& from, const std::string& to, std::set<std::string>& seen) {
    const auto at = graph.find(from);
    if (at == graph.end()) return false;
    for (const std::string& next : at->second)
        if (next == to || (seen.insert(next).second && leads_to(graph, next, to, seen))) return true;
    return false;
}

// The arrows that lie on a circle, as "lib/yaml/scan → lib/yaml/scanner".
std::vector<std::string> circles_in(const Graph& graph) {
    std::vector<std::string> found;
    for (const auto& [from, targets] : graph) {
        for (const std::string& to : targets) {
            std::set<std::string> seen;
            if (leads_to(graph, to, from, seen)) found.push_back(from + " → " + to);
        }
    }
    return found;
}

}  // namespace

TEST_CASE("every include leads to a lower floor") {
    const fs::path source = cafe::test::source_folder();
    std::map<std::string, std::set<std::string>> picture;
    std::size_t arrows = 0;
    for (const auto* part : {"lib", "cmd"}) {
        for (const Include& include : includes_below(source / part)) {
            if (!include.quoted) continue;
            const std::string from = room_of(include.file);
            const std::size_t slash = include.target.find('/');
            const std::string to = slash == std::string::npos ? "cmd" : include.target.substr(0, slash);
            CHECK_MESSAGE(floors.contains(from), include.file << " is in no room of the house");
            CHECK_MESSAGE(floors.contains(to),
                          include.file << " includes " << include.target << ", which is in no room");
            if (from == to || !floors.contains(from) || !floors.contains(to)) continue;
            picture[from].insert(to);
            ++arrows;
            CHECK_MESSAGE(floors.at(to) < floors.at(from), include.file << " (" << from << ", floor " << floors.at(from)
                                                                        << ") includes " << include.target << " (" << to
                                                                        << ", floor " << floors.at(to) << ")");
        }
    }
    CHECK(arrows > 100);
    for (const auto& [room, lower] : picture) {
        std::string line = room + " →";
        for (const std::string& name : lower) line += " " + name;
        MESSAGE(line);
    }
}

TEST_CASE("every outside library lives in its one room") {
    const fs::path source = cafe::test::source_folder();
    for (const auto* part : {"lib", "cmd"}) {
        for (const Include& include : includes_below(source / part)) {
            for (const auto& [library, homes] : libraries) {
                if (!include.target.starts_with(library)) continue;
                bool at_home = false;
                for (const std::string& home : homes) at_home = at_home || include.file.starts_with(home);
                CHECK_MESSAGE(at_home, include.file << " includes " << include.target);
            }
        }
    }
}

TEST_CASE("no two headers define a type of one name") {
    for (const auto* part : {"lib", "cmd", "tests"}) {
        const auto types = types_in_headers(fs::path(cafe::test::source_folder()) / part);
        CHECK(types.size() > 10);
        for (const auto& type : types)
            if (type.first.find("::Impl") == std::string::npos) CHECK_MESSAGE(type.second.size() == 1, type.first);
    }
}

TEST_CASE("no modules include each other in a circle") {
    const Graph graph = modules_below(cafe::test::source_folder());
    CHECK(graph.size() > 100);
    for (const std::string& arrow : circles_in(graph)) FAIL_CHECK(arrow);

    // The search itself finds one where there is one.
    CHECK(circles_in({{"a", {"b"}}, {"b", {"c"}}, {"c", {"a", "d"}}, {"d", {}}}).size() == 3);
}
