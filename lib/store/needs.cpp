#include "store/needs.hpp"

#include <algorithm>

#include "store/read.hpp"
#include "yaml/parse.hpp"

namespace cafe::store {

namespace {

constexpr std::string_view ending = ".yaml";

}  // namespace

std::string needs_file(std::string_view quarter) {
    return std::string(needs_folder) + "/" + std::string(quarter) + std::string(ending);
}

NeedsFile read_needs(const std::string& text, const std::string& path) {
    NeedsFile file{path, path::name(path), text, {}, nullptr, {}};
    if (file.name.ends_with(ending)) file.name.resize(file.name.size() - ending.size());
    yaml::Parsed parsed = yaml::parse(text, path);
    file.findings = std::move(parsed.findings);
    if (!parsed.root) return file;
    Source source;
    source.path = path;
    source.text = text;
    source.tree = std::move(*parsed.root);
    file.source = std::make_shared<const Source>(std::move(source));
    const Findings more = findings_in(*file.source, model::needs_shape());
    file.findings.insert(file.findings.end(), more.begin(), more.end());
    file.value = read<model::Needs>(file.source->tree, model::needs_shape());
    return file;
}

std::vector<NeedsFile> needs_in(Disk& disk, const std::string& root) {
    std::vector<NeedsFile> files;
    const auto entries = disk.list(path::join(root, std::string(needs_folder)));
    if (!entries) return files;
    for (const FolderEntry& entry : *entries) {
        if (entry.kind != FileKind::file || !entry.name.ends_with(ending) || entry.name.starts_with(".")) continue;
        const std::string path = path::join(std::string(needs_folder), entry.name);
        if (const auto text = disk.read(path::join(root, path), largest_record))
            files.push_back(read_needs(*text, path));
    }
    std::sort(files.begin(), files.end(), [](const NeedsFile& a, const NeedsFile& b) { return a.path < b.path; });
    return files;
}

}  // namespace cafe::store
