#include "store/amend.hpp"

#include <algorithm>

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

// Replaces the last record of a list, just placed there, into its order.
template <class T>
void into_order(std::vector<Record<T>>& records) {
    const auto by_id = [](const Record<T>& a, const Record<T>& b) { return a.id < b.id; };
    const auto last = records.end() - 1;
    std::rotate(std::upper_bound(records.begin(), last, *last, by_id), last, records.end());
}

template <class T>
void take_out(std::vector<Record<T>>& records, const std::string& id) {
    std::erase_if(records, [&](const Record<T>& record) { return record.id == id; });
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
}

void take_out(Book& book, const Ref& ref) {
    switch (ref.kind) {
        case RecordKind::partner: return take_out(book.partners, ref.id);
        case RecordKind::person: return take_out(book.people, ref.id);
        case RecordKind::cafe: return take_out(book.cafes, ref.id);
        case RecordKind::meeting: return take_out(book.meetings, ref.id);
        case RecordKind::mapping: return take_out(book.mappings, ref.id);
        case RecordKind::settings: book.settings = {}; return;
        case RecordKind::network: book.network = {}; return;
        case RecordKind::territory: book.areas = {}; return;
        case RecordKind::forgotten: book.forgotten = {}; return;
        default: return;
    }
}

auto place_of(Book& book, const std::string& path) {
    return std::lower_bound(book.sources.begin(), book.sources.end(), path,
                            [](const auto& source, const std::string& other) { return source->path < other; });
}

// Without the words, which are read again once for many files.
bool drop_record(Book& book, const std::string& path) {
    const auto at = place_of(book, path);
    if (at == book.sources.end() || (*at)->path != path) return false;
    take_out(book, (*at)->ref);
    book.sources.erase(at);
    return true;
}

void put_record(Book& book, const std::shared_ptr<const Source>& source) {
    drop_record(book, source->path);
    book.sources.insert(place_of(book, source->path), source);
    if (gives_words(source->ref.kind) && source->ref.kind != RecordKind::settings) return;
    place(source, book);
    switch (source->ref.kind) {
        case RecordKind::partner: return into_order(book.partners);
        case RecordKind::person: return into_order(book.people);
        case RecordKind::cafe: return into_order(book.cafes);
        case RecordKind::meeting: return into_order(book.meetings);
        case RecordKind::mapping: return into_order(book.mappings);
        default: return;
    }
}

void forget_findings(Book& book, const std::string& path) {
    std::erase_if(book.findings, [&](const Diagnostic& finding) { return finding.place.file == path; });
    std::erase_if(book.unreadable, [&](const Ref& ref) { return path_of(ref) == path; });
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

void put(Book& book, const std::shared_ptr<const Source>& source) {
    put_record(book, source);
    if (gives_words(source->ref.kind)) read_words_again(book);
}

void drop(Book& book, const std::string& path) {
    const auto ref = ref_at(path);
    drop_record(book, path);
    forget_findings(book, path);
    if (ref && gives_words(ref->kind)) read_words_again(book);
}

Book with_changes(Book book, const Changes& changes) {
    bool words = false;
    for (const FileChange& file : changes) {
        const auto ref = ref_at(file.path);
        if (!ref) continue;
        words = words || gives_words(ref->kind);
        drop_record(book, file.path);
        forget_findings(book, file.path);
        if (!file.after) continue;
        yaml::Parsed parsed = yaml::parse(*file.after, file.path);
        book.findings.insert(book.findings.end(), parsed.findings.begin(), parsed.findings.end());
        if (!parsed.root) {
            book.unreadable.push_back(*ref);
            continue;
        }
        const auto source =
            std::make_shared<const Source>(Source{*ref, file.path, *file.after, std::move(*parsed.root)});
        const Findings read = findings_in(*source, model::shape_of(ref->kind));
        book.findings.insert(book.findings.end(), read.begin(), read.end());
        put_record(book, source);
    }
    if (words) read_words_again(book);
    return book;
}

}  // namespace cafe::store
