#include "git/purge.hpp"

#include <fmt/format.h>

#include "base/ascii.hpp"
#include "base/text.hpp"

namespace cafe::git {

namespace {

// In single quotes for a shell.
std::string for_shell(std::string_view text) {
    return "'" + text::replace_all(std::string(text), "'", "'\\''") + "'";
}

// For Python's re, over bytes: letters of other alphabets are bytes like any other.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool plain = ascii::is_letter_or_digit(c) || static_cast<unsigned char>(c) >= 0x80U;
        if (!plain) out += '\\';
        out += c;
    }
    return out;
}

constexpr std::string_view between_words = "[^0-9A-Za-z]{1,4}";
constexpr std::string_view between_digits = "[^0-9A-Za-z\\n]{0,3}";

std::string of_words(std::string_view name) {
    std::vector<std::string> words;
    for (const std::string_view word : text::words(name)) words.push_back(escaped(word));
    // Not inside of a longer name or id: a hyphen makes somebody else of it.
    return "(?<![A-Za-z0-9-])" + text::join(words, between_words) + "(?![A-Za-z0-9]|-[A-Za-z0-9])";
}

std::string of_digits(std::string_view digits) {
    std::vector<std::string> parts;
    const bool home = digits.starts_with('0');
    if (home) digits.remove_prefix(1);
    for (const char digit : digits) parts.emplace_back(1, digit);
    const std::string rest = text::join(parts, between_digits);
    return home ? fmt::format("(?<![0-9])(?:(?:\\+|00)33{0}(?:\\(?0\\)?)?|0){0}{1}(?![0-9])", between_digits, rest)
                : fmt::format("(?<![0-9]){}(?![0-9])", rest);
}

// One line of the file that --replace-text reads. A line break or an arrow would be another line or another meaning.
void add(std::vector<std::string>& lines, const std::string& pattern, const std::string& instead) {
    if (pattern.empty() || pattern.find("==>") != std::string::npos || pattern.find('\n') != std::string::npos) return;
    lines.push_back("regex:" + pattern + "==>" + instead);
}

std::vector<std::string> replacements(const Purge& purge) {
    std::vector<std::string> lines;
    for (const std::string& mailbox : purge.mailboxes) add(lines, "(?i)" + escaped(mailbox), "efface@example.invalid");
    for (const std::string& number : purge.numbers) add(lines, of_digits(number), "0000000000");
    for (const std::string& id : purge.ids) add(lines, "(?<![a-z0-9-])" + escaped(id) + "(?![a-z0-9-])", purge.instead);
    for (const std::string& name : purge.names) {
        add(lines, "(?i)" + of_words(name), purge.name_instead);
        const auto words = text::words(std::string_view(name));
        if (words.size() == 2)
            add(lines, "(?i)" + of_words(std::string(words[1]) + " " + std::string(words[0])), purge.name_instead);
    }
    for (const std::string& surname : purge.surnames)
        add(lines,
            fmt::format("\\b(?:M|Mr|Mme|Mlle|Me|Dr|Monsieur|Madame|Docteur){}(?i:{})(?![A-Za-z0-9]|-[A-Za-z0-9])",
                        between_words, escaped(surname)),
            purge.name_instead);
    return lines;
}

}  // namespace

std::vector<std::string> recipe(const Purge& purge) {
    constexpr std::string_view list = "\"$(git rev-parse --git-dir)/effacer.txt\"";
    std::vector<std::string> lines{"git status --short"};
    const auto replaced = replacements(purge);
    std::string paths;
    for (const std::string& path : purge.paths) paths += " --path " + for_shell(path);
    // A heredoc in quotes is text: nothing in it is run.
    std::string end = "FIN";
    for (const std::string& line : replaced)
        while (line == end) end += "N";
    lines.push_back(fmt::format("cat > {} <<'{}'", list, end));
    lines.insert(lines.end(), replaced.begin(), replaced.end());
    lines.push_back(end);
    lines.push_back("git filter-repo --force --invert-paths" + paths);
    lines.push_back(fmt::format("git filter-repo --force --replace-text {0} --replace-message {0}", list));
    lines.push_back(fmt::format("rm {}", list));
    if (!purge.remote.empty()) {
        lines.push_back("git remote add origin " + for_shell(purge.remote));
        lines.emplace_back("git push --force --all origin");
        lines.emplace_back("git push --force --tags origin");
        if (!purge.branch.empty())
            lines.push_back("git branch --set-upstream-to=" + for_shell("origin/" + purge.branch));
    }
    return lines;
}

}  // namespace cafe::git
