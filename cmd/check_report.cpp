#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "base/fold.hpp"
#include "check/check.hpp"
#include "check/confidential.hpp"
#include "checking.hpp"
#include "git/git.hpp"
#include "notebook.hpp"
#include "render/report.hpp"

namespace cafe::cmd {

namespace {

// ---- Printing ------------------------------------------------------------------------------------------------------

// The lines of files for the carets. Findings come file by file, so one file is kept at a time.
class Lines {
public:
    Lines(Disk& disk, const store::Book& book) : disk_(disk), book_(book) {}

    std::string operator()(const std::string& file, int line) {
        if (file != file_) open(file);
        return index_ ? std::string(index_->line(line)) : "";
    }

private:
    void open(const std::string& file) {
        file_ = file;
        index_.reset();
        const auto at =
            std::lower_bound(book_.sources.begin(), book_.sources.end(), file,
                             [](const auto& source, const std::string& path) { return source->path < path; });
        if (at != book_.sources.end() && (*at)->path == file) {
            index_.emplace((*at)->text);
            return;
        }
        // A file that could not be read as a record may still be shown.
        auto bytes = disk_.read(path::join(book_.root, file), store::largest_record);
        if (!bytes) return;
        text_ = std::move(*bytes);
        index_.emplace(text_);
    }

    Disk& disk_;
    const store::Book& book_;
    std::string file_;
    std::string text_;
    std::optional<LineIndex> index_;
};

// Findings that are shown as one: the same advice about many records.
struct Told {
    std::vector<const Diagnostic*> findings;
};

// Errors first, then warnings, then hints, each by file. The same hint in many files is said once.
std::vector<Told> in_order_for_people(const Findings& findings) {
    constexpr std::size_t worth_a_group = 3;
    using Advice = std::pair<const Rule*, std::string_view>;
    const auto advice_of = [](const Diagnostic& finding) {
        return Advice{finding.rule, std::string_view(finding.message.fr)};
    };
    std::map<Advice, std::size_t> alike;
    for (const Diagnostic& finding : findings) ++alike[advice_of(finding)];
    std::map<Advice, std::size_t> begun;  // position in `ordered`
    std::vector<Told> ordered;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::hint}) {
        for (const Diagnostic& finding : findings) {
            if (finding.rule->severity != severity) continue;
            const Advice advice = advice_of(finding);
            if (severity == Severity::hint && alike[advice] >= worth_a_group) {
                const auto [at, is_first] = begun.try_emplace(advice, ordered.size());
                if (!is_first) {
                    ordered[at->second].findings.push_back(&finding);
                    continue;
                }
            }
            ordered.push_back({{&finding}});
        }
    }
    return ordered;
}

// What there is to report, and where it was found.
struct Report {
    Disk& disk;
    const store::Book& book;
    const Findings& findings;
    std::size_t files = 0;
    const std::set<std::string>& secret;  // files of which no line is shown
};

void print_for_people(World& world, const Report& report) {
    const render::ReportStyle style{world.lang, world.colour};
    Lines lines(report.disk, report.book);
    const check::HiddenLines hidden(report.book);
    for (const Told& told : in_order_for_people(report.findings)) {
        const Diagnostic& finding = *told.findings.front();
        if (told.findings.size() > 1) {
            world.out << render::findings_for_people(told.findings, style) << '\n';
            continue;
        }
        const bool shown = check::may_show_line(finding, hidden) && !report.secret.contains(finding.place.file);
        const auto line_of = [&](const std::string& file, int line) {
            return shown ? lines(file, line) : std::string();
        };
        world.out << render::finding_for_people(finding, line_of, style) << '\n';
    }
    if (world.quiet && report.findings.empty()) return;
    world.out << render::summary(render::tally(report.findings), report.files).in(world.lang) << '\n';
}

void print_in_short(World& world, const Report& report) {
    for (const Diagnostic& finding : report.findings)
        world.out << render::finding_in_short(finding, {world.lang, world.colour});
}

void print_json(World& world, const Report& report) {
    world.out << render::check_json(report.findings, report.files, world.lang);
}

void print_for_github(World& world, const Report& report) {
    for (const Diagnostic& finding : report.findings)
        world.out << render::finding_for_github(finding, {world.lang, false});
}

struct Format {
    std::string_view name;
    void (*print)(World& world, const Report& report);
    bool names_from_repository = false;  // files as the repository around the notebook names them
};

// The first is taken when none is asked for.
constexpr std::array formats{Format{"human", print_for_people}, Format{"short", print_in_short},
                             Format{"json", print_json}, Format{"github", print_for_github, true}};

// ---- Files that cannot be read
// ---------------------------------------------------------------------------------------

void keep_secret(const std::set<std::string>& secret, Findings& findings) {
    static constexpr Phrase<> look{"l'adresse est confidentielle : voir cette ligne dans le fichier",
                                   "the address is confidential: see this line in the file"};
    for (Diagnostic& finding : findings) {
        if (!secret.contains(finding.place.file)) continue;
        finding.message = {std::string(finding.rule->title_fr), std::string(finding.rule->title_en)};
        finding.remedy = look();
    }
}

// A change under review names files from the top of its repository.
Result<std::string> folder_in_repository(World& world, const std::string& root) {
    const auto repository = git::find(world.disk, root);
    if (!repository) return repository.error();
    if (!*repository) return std::string();
    const auto here = world.disk.current_folder();
    if (!here) return here.error();
    const auto below = path_inside((*repository)->top, path::normal(path::join(*here, root)));
    return below.value_or("");
}

}  // namespace

std::vector<std::string_view> report_formats() {
    std::vector<std::string_view> names;
    for (const Format& format : formats) names.push_back(format.name);
    return names;
}

std::set<std::string> secret_files(Disk& disk, const store::Book& book) {
    std::set<std::string> secret;
    for (const store::Ref& ref : book.unreadable) {
        if (ref.kind != model::RecordKind::partner) continue;
        const std::string file = store::path_of(ref);
        const auto bytes = disk.read(path::join(book.root, file), store::largest_record);
        if (bytes && fold::text(*bytes).find("confidential") != std::string::npos) secret.insert(file);
    }
    return secret;
}

Result<int> report_findings(World& world, Disk& disk, const store::Book& book, const Arguments& arguments,
                            std::string_view asked, Findings findings, std::size_t files,
                            std::set<std::string> secret) {
    const auto at =
        std::find_if(formats.begin(), formats.end(), [&](const Format& format) { return format.name == asked; });
    const Format& format = at == formats.end() ? formats.front() : *at;
    secret.merge(secret_files(disk, book));
    keep_secret(secret, findings);
    if (format.names_from_repository) {
        const auto folder = folder_in_repository(world, book.root);
        if (!folder) return folder.error();
        for (Diagnostic& finding : findings)
            if (!finding.place.file.empty()) finding.place.file = path::join(*folder, finding.place.file);
    }
    format.print(world, {disk, book, findings, files, secret});
    const render::Tally found = render::tally(findings);
    return found.errors > 0 || (arguments.has("--strict") && found.warnings > 0) ? 1 : 0;
}

}  // namespace cafe::cmd
