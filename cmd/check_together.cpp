#include <algorithm>

#include "check/together.hpp"
#include "checking.hpp"
#include "notebook.hpp"
#include "store/together.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> of_one_alone{"{} va avec un seul carnet", "{} goes with one notebook alone"};
constexpr Phrase<> one_at_a_time{"un carnet à la fois : cafe -C DOSSIER check …",
                                 "one notebook at a time: cafe -C DIR check …"};

// What only one notebook can be asked for.
std::optional<Error> not_of_several(const Arguments& arguments) {
    for (const std::string_view option : {"--fix", "--staged", "--merge", "--quality"})
        if (arguments.has(option)) return Error{ErrorKind::usage, of_one_alone(std::string(option)), one_at_a_time()};
    if (arguments.words.empty()) return std::nullopt;
    return Error{ErrorKind::usage, of_one_alone(arguments.words.front()), one_at_a_time()};
}

// A file as it is named beside those of other notebooks: "fumel/partners/ccas.yaml".
std::string file_beside(std::string_view notebook, const std::string& file) {
    return path::join(std::string(notebook), file);
}

// "fumel:ccas" as the file it is.
std::string file_of(const store::Ref& ref) {
    const std::size_t mark = ref.id.find(store::notebook_mark);
    return file_beside(ref.id.substr(0, mark), store::path_of({ref.kind, ref.id.substr(mark + 1)}));
}

bool in_two_notebooks(std::string_view first, std::string_view second) {
    return first.substr(0, first.find(store::notebook_mark)) != second.substr(0, second.find(store::notebook_mark));
}

// The files of a notebook under the names that they have beside others, for who shows their lines.
void add_files(const store::Beside& beside, store::Book& shown) {
    for (const auto& source : beside.book.sources) {
        auto copy = std::make_shared<store::Source>(*source);
        copy->path = file_beside(beside.name, source->path);
        shown.sources.push_back(copy);
        if (const auto* partner = store::find(beside.book.partners, source->ref.id);
            partner != nullptr && source->ref.kind == model::RecordKind::partner)
            shown.partners.push_back({partner->id, partner->value, copy});
    }
    shown.files += beside.book.files;
}

// Fiches and people that stand in two notebooks.
void add_twins(const store::Book& all, const CheckRequest& request, Findings& found) {
    Findings twins;
    check::check_twins(all, twins, {in_two_notebooks, file_of});
    for (Diagnostic& twin : twins) {
        if (!request.takes(twin.rule->code)) continue;
        const auto ref = store::ref_at(twin.place.file);
        if (ref) twin.place.file = file_of(*ref);
        found.push_back(std::move(twin));
    }
}

}  // namespace

Result<int> check_together(World& world, const Arguments& arguments, const std::string& format,
                           const CheckRequest& request) {
    if (auto wrong = not_of_several(arguments)) return *wrong;
    auto books = open_each(world);
    if (!books) return books.error();
    Findings found;
    std::set<std::string> secret;
    store::Book shown;
    for (const store::Beside& beside : *books) {
        Findings own = findings_of(world, world.disk, beside.book, request);
        for (Diagnostic& finding : own) {
            if (!finding.place.file.empty()) finding.place.file = file_beside(beside.name, finding.place.file);
            found.push_back(std::move(finding));
        }
        for (const std::string& file : secret_files(world.disk, beside.book))
            secret.insert(file_beside(beside.name, file));
        add_files(beside, shown);
    }
    std::sort(shown.sources.begin(), shown.sources.end(),
              [](const auto& a, const auto& b) { return a->path < b->path; });
    add_twins(store::together(std::move(*books)), request, found);
    std::sort(found.begin(), found.end(), before);
    return report_findings(world, world.disk, shown, arguments, format, std::move(found), shown.files, secret);
}

}  // namespace cafe::cmd
