#include "add_given.hpp"

#include <algorithm>
#include <iterator>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/fields.hpp"
#include "paper_form.hpp"
#include "yaml/parse.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> nothing_read{"--from - : rien à lire sur l'entrée standard",
                                "--from -: nothing to read on standard input"};
constexpr Phrase<std::string> empty_file{"--from {} : ce fichier est vide", "--from {}: this file is empty"};
constexpr Phrase<> write_record{"y écrire la fiche (name: …, kind: …), ou donner ses champs par --set",
                                "write the record into it (name: …, kind: …), or give its fields with --set"};

Error unreadable(const Findings& findings, const std::string& file) {
    static constexpr Phrase<std::string, int, Words> refused{"refusé : {0}:{1} : {2}", "refused: {0}:{1}: {2}"};
    for (const Diagnostic& finding : findings)
        if (finding.rule->severity == Severity::error)
            return Error{ErrorKind::usage, refused(utf8::printable(file), finding.place.line, finding.message),
                         finding.remedy};
    return Error{ErrorKind::usage, nothing_read(), {}};
}

}  // namespace

Result<Given> given_record(World& world, const store::Catalog& catalog, model::RecordKind kind,
                           const std::string& file) {
    const model::Shape& shape = model::shape_of(kind);
    Given given;
    if (file == "-") {
        given.text.assign(std::istreambuf_iterator<char>(world.in), {});
        if (text::trim(given.text).empty()) return Error{ErrorKind::usage, nothing_read(), {}};
    } else {
        auto bytes = world.disk.read(file, store::largest_record);
        if (!bytes) return bytes.error();
        given.text = std::move(*bytes);
        if (text::trim(given.text).empty())
            return Error{ErrorKind::usage, empty_file(utf8::printable(file)), write_record()};
    }
    const yaml::Parsed parsed = yaml::parse(given.text, file);
    // A text that has a field of a record is one, comments and all; any other may be a form filled in on paper.
    const bool is_record =
        parsed.root && std::any_of(parsed.root->entries.begin(), parsed.root->entries.end(),
                                   [&](const yaml::Entry& entry) { return shape.find(entry.key.text) != nullptr; });
    if (kind == model::RecordKind::partner && !is_record) {
        auto paper = paper_record(catalog, given.text, file);
        if (!paper) return paper.error();
        if (*paper) {
            given.record = std::move(**paper);
            given.text.clear();
            return given;
        }
    }
    if (!parsed.root) return unreadable(parsed.findings, file);
    given.record = yaml::to_value(*parsed.root);
    return given;
}

}  // namespace cafe::cmd
