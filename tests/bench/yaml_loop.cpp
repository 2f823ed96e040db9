// What yaml-cpp alone costs: every .yaml file below a folder is read, and parsed to events or to nodes.
//
//   bench_yaml events|load FOLDER
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace {

/// Counts, so that nothing of the parse can be left out.
class Counter final : public YAML::EventHandler {
public:
    std::size_t events = 0;
    void OnDocumentStart(const YAML::Mark&) override { ++events; }
    void OnDocumentEnd() override { ++events; }
    void OnNull(const YAML::Mark&, YAML::anchor_t) override { ++events; }
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override { ++events; }
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string& value) override {
        events += 1 + value.size() / 1024;
    }
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
        ++events;
    }
    void OnSequenceEnd() override { ++events; }
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
        ++events;
    }
    void OnMapEnd() override { ++events; }
};

std::string read(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

}  // namespace

int main(int argc, char** argv) {
    const std::string mode = argc == 3 ? argv[1] : "";
    if (mode != "events" && mode != "load") {
        std::fputs("usage: bench_yaml events|load FOLDER\n", stderr);
        return 2;
    }
    std::size_t total = 0;
    auto entry = std::filesystem::recursive_directory_iterator(argv[2]);
    for (const auto end = std::filesystem::end(entry); entry != end; ++entry) {
        if (entry->path().filename() == ".git") entry.disable_recursion_pending();  // git tidies up behind a commit
        if (entry->path().extension() != ".yaml") continue;
        const std::string text = read(entry->path());
        if (mode == "load") {
            total += YAML::Load(text).size();
            continue;
        }
        std::istringstream in(text);
        YAML::Parser parser(in);
        Counter counter;
        parser.HandleNextDocument(counter);
        total += counter.events;
    }
    std::printf("%zu\n", total);
    return 0;
}
