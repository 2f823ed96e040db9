#include "store/journal.hpp"

#include <fmt/format.h>

#include "base/disk.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"

namespace cafe::store {

namespace {

constexpr std::string_view title = "cafe-journal 1";
constexpr std::size_t ending_size = 4 + 16 + 1;  // "end ", fingerprint, line feed

std::string size_of(const std::optional<std::string>& bytes) {
    return bytes ? std::to_string(bytes->size()) : "-";
}

/// Takes a text apart from its front. After the first thing that does not fit `failed` stays true.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    std::string_view line() {
        const std::size_t end = rest_.find('\n');
        if (end == std::string_view::npos) return fail();
        return take(end, 1);
    }
    std::string_view bytes(std::size_t size) {
        if (rest_.size() <= size || rest_[size] != '\n') return fail();
        return take(size, 1);
    }
    /// A line that is a number after a word: "files 3".
    std::size_t number(std::string_view word) {
        const std::string_view whole = line();
        if (!whole.starts_with(word) || whole.substr(word.size(), 1) != " ") return fail().size();
        return to_size(whole.substr(word.size() + 1));
    }
    std::size_t to_size(std::string_view text) {
        const auto number = text::to_integer(text);
        if (!number || *number < 0) return fail().size();
        return static_cast<std::size_t>(*number);
    }
    std::string path() {
        const std::string_view found = line();
        if (!path::is_beneath(found)) fail();
        return std::string(found);
    }
    std::optional<std::string> content(std::string_view size) {
        if (size == "-") return std::nullopt;
        return std::string(bytes(to_size(size)));
    }
    std::string_view fail() {
        failed_ = true;
        return {};
    }
    [[nodiscard]] bool failed() const { return failed_; }
    [[nodiscard]] bool at_end() const { return rest_.empty(); }

private:
    std::string_view take(std::size_t size, std::size_t separator) {
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(size + separator);
        return taken;
    }

    std::string_view rest_;
    bool failed_ = false;
};

Step read_step(Reader& reader) {
    Step step;
    step.path = reader.path();
    step.temporary = reader.path();
    const auto parts = text::split(reader.line(), ' ');
    if (parts.size() != 3) {
        reader.fail();
        return step;
    }
    if (parts[0] != "-") step.mode = static_cast<unsigned>(reader.to_size(parts[0]) & 07777U);
    step.before = reader.content(parts[1]);
    step.after = reader.content(parts[2]);
    return step;
}

}  // namespace

std::string write_journal(const Journal& journal) {
    std::string text = fmt::format("{}\nfolders {}\n", title, journal.new_folders.size());
    for (const std::string& folder : journal.new_folders) text += folder + '\n';
    text += fmt::format("files {}\n", journal.steps.size());
    for (const Step& step : journal.steps) {
        text += fmt::format("{}\n{}\n{} {} {}\n", step.path, step.temporary,
                            step.mode ? std::to_string(*step.mode) : "-", size_of(step.before), size_of(step.after));
        if (step.before) text += *step.before + '\n';
        if (step.after) text += *step.after + '\n';
    }
    return text + fmt::format("end {}\n", fingerprint(text));
}

std::optional<Journal> read_journal(std::string_view text) {
    if (text.size() < ending_size) return std::nullopt;
    const std::string_view body = text.substr(0, text.size() - ending_size);
    if (text.substr(body.size()) != fmt::format("end {}\n", fingerprint(body))) return std::nullopt;
    Reader reader(body);
    if (reader.line() != title) return std::nullopt;
    Journal journal;
    for (std::size_t left = reader.number("folders"); left > 0 && !reader.failed(); --left)
        journal.new_folders.push_back(reader.path());
    for (std::size_t left = reader.number("files"); left > 0 && !reader.failed(); --left)
        journal.steps.push_back(read_step(reader));
    if (reader.failed() || !reader.at_end()) return std::nullopt;
    return journal;
}

}  // namespace cafe::store
