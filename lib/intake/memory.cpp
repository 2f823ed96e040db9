#include "intake/memory.hpp"

#include "base/hashes.hpp"
#include "base/text.hpp"

namespace cafe::intake {

namespace {

constexpr std::string_view first_line = "cafe-import-memory 1";
constexpr std::string_view last_import = "#last";

// A tab, a line end and a backslash would part what belongs together; a "#" begins a line of its own.
std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\' || (c == '#' && i == 0))
            (out += '\\') += c;
        else if (c == '\t')
            out += "\\t";
        else if (c == '\n')
            out += "\\n";
        else if (c == '\r')
            out += "\\r";
        else
            out += c;
    }
    return out;
}

std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        const char c = text[++i];
        out += c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c;
    }
    return out;
}

}  // namespace

std::string hash_of(std::string_view normalised) {
    constexpr std::size_t digits = 12;
    return sha256(normalised).substr(0, digits);
}

std::string memory_path(std::string_view name) {
    return "imports/" + std::string(name) + ".seen";
}

std::string conflicts_path(std::string_view name) {
    return "imports/" + std::string(name) + ".conflicts";
}

Memory read_memory(std::string_view text) {
    Memory memory;
    bool known = false;
    for (std::string_view line : text::split(text, '\n')) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line == first_line) {
            known = true;
            continue;
        }
        if (!known || line.empty()) continue;
        const auto parts = text::split(line, '\t');
        if (parts.front() == last_import) {
            if (parts.size() < 4) continue;
            memory.file = parts[1];
            memory.day = parts[2];
            memory.count = static_cast<std::size_t>(text::to_integer(parts[3]).value_or(0));
            continue;
        }
        if (parts.size() < 2) continue;
        Seen seen;
        seen.partner = unescaped(parts[1]);
        for (std::size_t i = 2; i < parts.size(); ++i) {
            const std::size_t colon = parts[i].find(':');
            if (colon == std::string_view::npos) continue;
            const std::string field(parts[i].substr(0, colon));
            const std::string_view values = parts[i].substr(colon + 1);
            if (field == "gone") {
                seen.gone = static_cast<std::size_t>(text::to_integer(values).value_or(0));
                continue;
            }
            auto& hashes = seen.fields[field];
            for (const std::string_view hash : text::split(values, ',')) hashes.emplace_back(hash);
        }
        memory.rows[unescaped(parts[0])] = std::move(seen);
    }
    return memory;
}

std::string write_memory(const Memory& memory) {
    std::string out(first_line);
    out += '\n';
    out +=
        std::string(last_import) + "\t" + memory.file + "\t" + memory.day + "\t" + std::to_string(memory.count) + "\n";
    for (const auto& [key, seen] : memory.rows) {
        out += escaped(key) + "\t" + escaped(seen.partner);
        for (const auto& [field, hashes] : seen.fields)
            if (!hashes.empty()) out += "\t" + field + ":" + text::join(hashes, ",");
        if (seen.gone > 0) out += "\tgone:" + std::to_string(seen.gone);
        out += '\n';
    }
    return out;
}

std::vector<Conflict> read_conflicts(std::string_view text) {
    std::vector<Conflict> found;
    for (const std::string_view line : text::split(text, '\n')) {
        const auto parts = text::split(line, '\t');
        if (parts.size() < 4) continue;
        Conflict conflict{unescaped(parts[0]), unescaped(parts[1]), unescaped(parts[2]), {}};
        for (std::size_t i = 3; i < parts.size(); ++i) conflict.theirs.push_back(unescaped(parts[i]));
        found.push_back(std::move(conflict));
    }
    return found;
}

std::string write_conflicts(const std::vector<Conflict>& conflicts) {
    std::string out;
    for (const Conflict& conflict : conflicts) {
        out += escaped(conflict.partner) + "\t" + escaped(conflict.field) + "\t" + escaped(conflict.key);
        for (const std::string& value : conflict.theirs) out += "\t" + escaped(value);
        out += '\n';
    }
    return out;
}

}  // namespace cafe::intake
