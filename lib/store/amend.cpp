#include "store/amend.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "model/fields.hpp"
#include "store/read.hpp"
#include "yaml/parse.hpp"

namespace cafe::store {

namespace {

using model::RecordKind;

template <class T>
Record<T> record_of(const std::shared_ptr<const Source>& source) {
    return {source->ref.id, read<T>(source->tree, model::shape_of(source->ref.kind)), source};
}

template <class T>
T words_of(const Source& source) {
    return read<T>(source.tree, model::shape_of(source.ref.kind));
}

// Sorts the records behind the first `sorted` ones into their order.
template <class T>
void into_order(std::vector<Record<T>>& records, std::size_t sorted) {
    const auto by_id = [](const Record<T>& a, const Record<T>& b) { return a.id < b.id; };
    const auto middle = records.begin() + static_cast<std::ptrdiff_t>(sorted);
    std::sort(middle, records.end(), by_id);
    std::inplace_merge(records.begin(), middle, records.end(), by_id);
}

template <class T>
void take_out(std::vector<Record<T>>& records, const std::set<std::string>& ids) {
    if (!ids.empty()) std::erase_if(records, [&](const Record<T>& record) { return ids.contains(record.id); });
}

bool gives_words(RecordKind kind) {
    return kind == RecordKind::themes || kind == RecordKind::publics || kind == RecordKind::kinds ||
           kind == RecordKind::acronyms || kind == RecordKind::settings;
}

void read_words_again(Book& book) {
    book.vocabulary = builtin_vocabulary();
    for (const auto& source : book.sources)
        if (gives_words(source->ref.kind) && source->ref.kind != RecordKind::settings) place(source, book);
    book.vocabulary.add(book.settings.value.emergency);
    learn(book.taught, book.vocabulary);
}

// Takes files and their records out, many at once. Without the words, which are read again once for all.
void take_out(Book& book, const std::set<std::string>& paths) {
    std::map<RecordKind, std::set<std::string>> gone;
    std::erase_if(book.sources, [&](const auto& source) {
        if (!paths.contains(source->path)) return false;
        gone[source->ref.kind].insert(source->ref.id);
        return true;
    });
    for (const auto& [kind, ids] : gone) switch (kind) {
            case RecordKind::partner: take_out(book.partners, ids); break;
            case RecordKind::person: take_out(book.people, ids); break;
            case RecordKind::cafe: take_out(book.cafes, ids); break;
            case RecordKind::meeting: take_out(book.meetings, ids); break;
            case RecordKind::mapping: take_out(book.mappings, ids); break;
            case RecordKind::settings: book.settings = {}; break;
            case RecordKind::network: book.network = {}; break;
            case RecordKind::territory: book.areas = {}; break;
            case RecordKind::forgotten: book.forgotten = {}; break;
            default: break;
        }
}

// Puts files and their records where no other of their path is, each list in its order.
void put_in(Book& book, const std::vector<std::shared_ptr<const Source>>& sources) {
    const std::size_t before = book.sources.size();
    const std::size_t partners = book.partners.size();
    const std::size_t people = book.people.size();
    const std::size_t cafes = book.cafes.size();
    const std::size_t meetings = book.meetings.size();
    const std::size_t mappings = book.mappings.size();
    for (const auto& source : sources) {
        book.sources.push_back(source);
        if (!gives_words(source->ref.kind) || source->ref.kind == RecordKind::settings) place(source, book);
    }
    const auto by_path = [](const auto& a, const auto& b) { return a->path < b->path; };
    const auto middle = book.sources.begin() + static_cast<std::ptrdiff_t>(before);
    std::sort(middle, book.sources.end(), by_path);
    std::inplace_merge(book.sources.begin(), middle, book.sources.end(), by_path);
    into_order(book.partners, partners);
    into_order(book.people, people);
    into_order(book.cafes, cafes);
    into_order(book.meetings, meetings);
    into_order(book.mappings, mappings);
}

void forget_findings(Book& book, const std::set<std::string>& paths) {
    std::erase_if(book.findings, [&](const Diagnostic& finding) { return paths.contains(finding.place.file); });
    std::erase_if(book.unreadable, [&](const Ref& ref) { return paths.contains(path_of(ref)); });
}

}  // namespace

void place(const std::shared_ptr<const Source>& source, Book& book) {
    switch (source->ref.kind) {
        case RecordKind::partner: book.partners.push_back(record_of<model::Partner>(source)); break;
        case RecordKind::person: book.people.push_back(record_of<model::Person>(source)); break;
        case RecordKind::cafe: book.cafes.push_back(record_of<model::Cafe>(source)); break;
        case RecordKind::meeting: book.meetings.push_back(record_of<model::Meeting>(source)); break;
        case RecordKind::mapping: book.mappings.push_back(record_of<model::ImportMapping>(source)); break;
        case RecordKind::settings: book.settings = record_of<model::Settings>(source); break;
        case RecordKind::network: book.network = record_of<model::Network>(source); break;
        case RecordKind::territory: book.areas = record_of<model::OwnAreas>(source); break;
        case RecordKind::forgotten: book.forgotten = record_of<model::Forgotten>(source); break;
        case RecordKind::themes: book.vocabulary.add(words_of<model::ThemesFile>(*source)); break;
        case RecordKind::publics: book.vocabulary.add(words_of<model::PublicsFile>(*source)); break;
        case RecordKind::kinds: book.vocabulary.add(words_of<model::KindsFile>(*source)); break;
        case RecordKind::acronyms: book.vocabulary.add(words_of<model::AcronymsFile>(*source)); break;
    }
}

void put(Book& book, const std::vector<std::shared_ptr<const Source>>& sources) {
    std::set<std::string> paths;
    for (const auto& source : sources) paths.insert(source->path);
    take_out(book, paths);
    put_in(book, sources);
    if (std::any_of(sources.begin(), sources.end(), [](const auto& source) { return gives_words(source->ref.kind); }))
        read_words_again(book);
}

Book with_changes(Book book, const Changes& changes) {
    bool words = false;
    std::set<std::string> paths;
    std::map<std::string, std::shared_ptr<const Source>> put;  // of two changes of one file the last one counts
    for (const FileChange& file : changes) {
        const auto ref = ref_at(file.path);
        if (!ref) continue;
        words = words || gives_words(ref->kind);
        paths.insert(file.path);
    }
    take_out(book, paths);
    forget_findings(book, paths);
    for (const FileChange& file : changes) {
        const auto ref = ref_at(file.path);
        if (!ref) continue;
        put.erase(file.path);
        if (!file.after) continue;
        yaml::Parsed parsed = yaml::parse(*file.after, file.path);
        book.findings.insert(book.findings.end(), parsed.findings.begin(), parsed.findings.end());
        if (!parsed.root) {
            book.unreadable.push_back(*ref);
            continue;
        }
        auto source = std::make_shared<const Source>(Source{*ref, file.path, *file.after, std::move(*parsed.root)});
        const Findings read = findings_in(*source, model::shape_of(ref->kind));
        book.findings.insert(book.findings.end(), read.begin(), read.end());
        put[file.path] = std::move(source);
    }
    std::vector<std::shared_ptr<const Source>> sources;
    for (auto& [path, source] : put) sources.push_back(std::move(source));
    put_in(book, sources);
    if (words) read_words_again(book);
    return book;
}

}  // namespace cafe::store
