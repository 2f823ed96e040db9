#include <vector>

#include "base/ascii.hpp"
#include "base/disk.hpp"
#include "base/text.hpp"

namespace cafe::path {

namespace {

std::string_view without_last_slashes(std::string_view path) {
    while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
    return path;
}

bool is_git(std::string_view part) {
    if (part.size() != 4) return false;
    for (std::size_t i = 0; i < 4; ++i) {
        if (ascii::lower(part[i]) != ".git"[i]) return false;
    }
    return true;
}

}  // namespace

std::string join(std::string_view folder, std::string_view name) {
    if (folder.empty() || folder == "." || name.starts_with('/')) return std::string(name);
    if (name.empty()) return std::string(folder);
    std::string joined(folder);
    if (!joined.ends_with('/')) joined += '/';
    return joined += name;
}

std::string parent(std::string_view path) {
    path = without_last_slashes(path);
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) return "";
    return std::string(without_last_slashes(path.substr(0, slash + 1)));
}

std::string name(std::string_view path) {
    path = without_last_slashes(path);
    return std::string(path.substr(path.rfind('/') + 1));
}

std::string normal(std::string_view path) {
    const bool absolute = path.starts_with('/');
    std::vector<std::string> parts;
    for (const std::string_view part : text::split(path, '/')) {
        if (part.empty() || part == ".") continue;
        if (part != "..")
            parts.emplace_back(part);
        else if (!parts.empty() && parts.back() != "..")
            parts.pop_back();
        else if (!absolute)
            parts.emplace_back(part);
    }
    return (absolute ? "/" : "") + text::join(parts, "/");
}

bool is_beneath(std::string_view path) {
    if (path.empty() || path.ends_with('/')) return false;
    for (const char character : path)
        if (static_cast<unsigned char>(character) < 0x20 || character == 0x7F || character == '\\') return false;
    for (const std::string_view part : text::split(path, '/'))
        if (part.empty() || part == "." || part == ".." || is_git(part)) return false;
    return true;
}

}  // namespace cafe::path
