// Disk → Book: every record file is listed, read and parsed in parallel, or taken from the index where it is as it was,
// then put in its place in order.
#include <algorithm>

#include "base/parallel.hpp"
#include "base/processors.hpp"
#include "base/real_path.hpp"
#include "base/text.hpp"
#include "model/fields.hpp"
#include "model/kind.hpp"
#include "model/values.hpp"
#include "store/amend.hpp"
#include "store/book.hpp"
#include "store/index.hpp"
#include "store/indexed.hpp"
#include "store/kept_source.hpp"
#include "store/read.hpp"
#include "store/rules.hpp"
#include "store/strays.hpp"
#include "store/taught.hpp"
#include "yaml/parse.hpp"

namespace cafe::store {

namespace {

using model::RecordKind;

constexpr Phrase<std::string> no_notebook{"pas de carnet ici : aucun {} dans ce dossier ni au-dessus",
                                          "no notebook here: no {} in this folder or above"};
constexpr Phrase<> make_one{
    "aller dans le dossier du carnet, le nommer avec « -C DOSSIER », ou en commencer un avec « cafe init »",
    "go to the notebook's folder, name it with '-C DIR', or start one with 'cafe init'"};

// What came of one file.
struct Loaded {
    Ref ref;
    std::string path;
    std::shared_ptr<const Source> source;  // null: unreadable
    Findings findings;
    Index::Kept kept{};      // where the index keeps it
    bool is_left = false;    // its values are read from there in the end, its tree when somebody asks
    bool is_unread = false;  // all of it is left there
};

Diagnostic whole_file(const Rule& rule, const std::string& path, Words message, Words remedy) {
    return {&rule, Place{path, 0, 0, 0}, std::move(message), std::move(remedy)};
}

// Mostly they stand so already, and to sort large things would move each of them twice.
template <class T, class Before>
void sort_unless_sorted(std::vector<T>& things, const Before& before) {
    if (!std::is_sorted(things.begin(), things.end(), before)) std::sort(things.begin(), things.end(), before);
}

// The record files of a notebook, by path. Files that can be none are said in `findings` or passed over.
Result<std::vector<Loaded>> record_files(Disk& disk, const std::string& root, Book& book) {
    std::vector<Loaded> files;
    Findings& findings = book.findings;
    const auto take = [&](const std::string& file_path, FileKind kind) {
        const auto ref = ref_at(file_path);
        if (!ref) {
            if (file_path.ends_with(".yml") || text::replace_all(file_path, ".YAML", ".yaml") != file_path)
                findings.push_back(whole_file(rules::not_read, file_path, rules::wrong_ending(), rules::rename_yaml()));
            return;
        }
        if (kind != FileKind::file) {
            findings.push_back(
                kind == FileKind::link
                    ? whole_file(rules::is_link, file_path, rules::link_not_followed(), rules::copy_file())
                    : whole_file(rules::unreadable_file, file_path, rules::not_a_file(), rules::put_a_file()));
            book.unreadable.push_back(*ref);
            return;
        }
        if (!ref->id.empty() && !model::is_id(ref->id, model::row_of(ref->kind).longest_id)) {
            findings.push_back(whole_file(rules::bad_id, file_path, rules::id_malformed(ref->id), rules::id_shape()));
            return;
        }
        files.push_back({*ref, file_path, nullptr, {}, {}, false, false});
    };
    const auto top = disk.list(root);
    if (!top) return top.error();
    for (const FolderEntry& entry : *top)
        if (entry.name.ends_with(".yaml")) take(entry.name, entry.kind);
    strays_at_top(disk, root, *top, findings);
    for (const std::string& folder : model::record_folders()) {
        const auto entries = disk.list(path::join(root, folder));
        if (!entries) return entries.error();
        files.reserve(files.size() + entries->size());
        for (const FolderEntry& entry : *entries) {
            if (entry.name.starts_with(".")) continue;
            const std::string file_path = folder + "/" + entry.name;
            if (const auto original = copied_from(entry.name, *entries))
                findings.push_back(whole_file(rules::bad_id, file_path, rules::is_copy(*original),
                                              rules::join_copy(folder + "/" + *original)));
            else
                take(file_path, entry.kind);
        }
        strays_in(disk, root, folder, *entries, findings);
    }
    sort_unless_sorted(files, [](const Loaded& a, const Loaded& b) { return a.path < b.path; });
    return files;
}

void read_file(Disk& disk, const std::string& root, Loaded& file) {
    auto bytes = disk.read(path::join(root, file.path), largest_record);
    if (!bytes) {
        file.findings.push_back(
            whole_file(rules::unreadable_file, file.path, bytes.error().message, bytes.error().remedy));
        return;
    }
    yaml::Parsed parsed = yaml::parse(*bytes, file.path);
    file.findings = std::move(parsed.findings);
    if (!parsed.root) return;
    auto source = std::make_shared<Source>(Source{file.ref, file.path, std::move(*bytes), std::move(*parsed.root)});
    Findings read = findings_in(*source, model::shape_of(file.ref.kind));
    file.findings.insert(file.findings.end(), read.begin(), read.end());
    file.source = std::move(source);
}

// Lists of records: a question reads the values of all and the trees of few.
bool may_be_left(RecordKind kind) {
    return kind == RecordKind::partner || kind == RecordKind::person || kind == RecordKind::cafe ||
           kind == RecordKind::meeting;
}

// Leaves what the index keeps there as long as may be, and says what is to be read now.
std::vector<Loaded*> leave_kept(const std::shared_ptr<Shelf>& shelf, Trees trees, std::vector<Loaded>& files) {
    std::vector<Loaded*> others;
    for (Loaded& file : files) {
        if (file.is_unread) continue;
        file.is_left = file.kept && trees == Trees::when_asked && may_be_left(file.ref.kind);
        if (file.is_left)
            file.source = kept_source(file.ref, file.path, file.kept, shelf);
        else
            others.push_back(&file);
    }
    return others;
}

// Out of the index, where it keeps the file.
void read_kept(const Index& index, Loaded& file) {
    if (auto source = index.read(file.kept, file.ref, file.path))
        file.source = std::make_shared<const Source>(std::move(*source));
    else
        file.kept = {};
}

// `read` is called for each file, by several threads.
template <class Read>
void read_all(const std::vector<Loaded*>& files, const LoadOptions& options, const Read& read) {
    std::size_t done = 0;
    static_cast<void>(make_and_use(
        files.size(), threads_for(files.size(), options.threads),
        [&](std::size_t i) {
            read(*files[i]);
            return Done{};
        },
        [&](Done) -> Result<Done> {
            if (options.progress) options.progress(++done, files.size());
            return Done{};
        }));
}

template <class T>
T builtin(std::string_view text, RecordKind kind) {
    const yaml::Parsed parsed = yaml::parse(text, "");
    return parsed.root ? read<T>(*parsed.root, model::shape_of(kind)) : T{};
}

// By id, not by path: in a path "a-b.yaml" stands before "a.yaml".
template <class T>
void sort_by_id(std::vector<Record<T>>& records) {
    sort_unless_sorted(records, [](const Record<T>& a, const Record<T>& b) { return a.id < b.id; });
}

template <class T>
bool place_kept(const Index& index, const Loaded& file, std::vector<Record<T>>& records, Index::Window& window) {
    // Read where it stays: these structs are large, and a notebook has many.
    Record<T>& record = records.emplace_back();
    if (!index.read_into(file.kept, &record.value, model::shape_of(file.ref.kind), window))
        return records.pop_back(), false;
    record.id = file.ref.id;
    record.source = file.source;
    return true;
}

bool place_kept(const Index& index, const Loaded& file, Book& book, Index::Window& window) {
    switch (file.ref.kind) {
        case RecordKind::partner: return place_kept(index, file, book.partners, window);
        case RecordKind::person: return place_kept(index, file, book.people, window);
        case RecordKind::cafe: return place_kept(index, file, book.cafes, window);
        case RecordKind::meeting: return place_kept(index, file, book.meetings, window);
        default: return false;
    }
}

// A file into its place in the book; from the index where it was left there.
void take_in(Disk& disk, const Shelf* shelf, Loaded& file, Book& book, Index::Window& window) {
    if (file.is_unread) return;
    if (file.is_left && place_kept(shelf->index, file, book, window)) return book.sources.push_back(file.source);
    if (file.is_left) {
        file.kept = {};
        file.source = nullptr;
        read_file(disk, book.root, file);
    }
    book.findings.insert(book.findings.end(), file.findings.begin(), file.findings.end());
    if (!file.source) return book.unreadable.push_back(file.ref);
    book.sources.push_back(file.source);
    place(file.source, book);
}

Book book_of(Disk& disk, const Shelf* shelf, std::vector<Loaded>& files, Book book) {
    book.vocabulary = builtin_vocabulary();
    book.sources.reserve(files.size());
    book.partners.reserve(static_cast<std::size_t>(std::count_if(files.begin(), files.end(), [](const Loaded& file) {
        return file.ref.kind == RecordKind::partner && !file.is_unread;
    })));
    Index::Window window;
    for (Loaded& file : files) take_in(disk, shelf, file, book, window);
    book.files = files.size();
    std::sort(book.unreadable.begin(), book.unreadable.end(),
              [](const Ref& a, const Ref& b) { return path_of(a) < path_of(b); });
    sort_by_id(book.partners);
    sort_by_id(book.people);
    sort_by_id(book.cafes);
    sort_by_id(book.meetings);
    sort_by_id(book.mappings);
    book.vocabulary.add(book.settings.value.emergency);
    book.taught = taught_in(disk, book.root);
    learn(book.taught, book.vocabulary);
    return book;
}

// The stamps of all files, on several processors where they are many.
std::vector<std::optional<Stamp>> stamps_of(StampedDisk& disk, const std::string& root,
                                            const std::vector<std::string>& paths, unsigned wanted) {
    constexpr std::size_t at_once = 2048;
    std::vector<std::optional<Stamp>> all(paths.size());
    const std::size_t parts = (paths.size() + at_once - 1) / at_once;
    const std::size_t threads = std::min(parts, wanted != 0 ? wanted : usable_processors());
    static_cast<void>(make_and_use(
        parts, threads,
        [&](std::size_t part) {
            const std::size_t begin = part * at_once;
            const auto some = std::span(paths).subspan(begin, std::min(at_once, paths.size() - begin));
            const auto found = disk.stamps(root, some);
            std::copy(found.begin(), found.end(), all.begin() + static_cast<std::ptrdiff_t>(begin));
            return Done{};
        },
        [](Done) -> Result<Done> { return Done{}; }));
    return all;
}

// What the index shall keep: files that were read without a word to say about them.
void refresh(Index& index, const std::vector<Loaded>& files, const std::vector<std::optional<Stamp>>& stamps) {
    const auto is_new = [](const Loaded& file) { return !file.kept && file.source && file.findings.empty(); };
    if (std::none_of(files.begin(), files.end(), is_new)) return;
    std::vector<Index::File> kept;
    kept.reserve(files.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
        const Loaded& file = files[i];
        if (!stamps[i]) continue;
        kept.push_back({file.path, *stamps[i], file.kept, is_new(file) ? file.source.get() : nullptr});
    }
    index.refresh(kept);
}

}  // namespace

const model::Vocabulary& builtin_vocabulary() {
    static const model::Vocabulary read_once = [] {
        model::Vocabulary vocabulary;
        vocabulary.add(builtin<model::ThemesFile>(model::builtin_themes(), RecordKind::themes));
        vocabulary.add(builtin<model::PublicsFile>(model::builtin_publics(), RecordKind::publics));
        vocabulary.add(builtin<model::KindsFile>(model::builtin_kinds(), RecordKind::kinds));
        vocabulary.add(builtin<model::AcronymsFile>(model::builtin_acronyms(), RecordKind::acronyms));
        return vocabulary;
    }();
    return read_once;
}

Result<Book> load(Disk& disk, const std::string& root, const LoadOptions& options) {
    Book book;
    book.root = root;
    auto files = record_files(disk, root, book);
    if (!files) return files.error();
    std::vector<Loaded*> all;
    for (Loaded& file : *files) all.push_back(&file);
    read_all(all, options, [&](Loaded& file) { read_file(disk, root, file); });
    return book_of(disk, nullptr, *files, std::move(book));
}

namespace {

// "ccas" of "partners/ccas.yaml", in the bytes of the index.
std::string_view id_in(std::string_view path) {
    path.remove_prefix(path.find('/') + 1);
    return path.substr(0, path.find('.'));
}

// The fiches whose sketch says enough until somebody asks for more.
std::shared_ptr<const Unread> leave_fiches(const std::shared_ptr<Shelf>& shelf, std::vector<Loaded>& files) {
    auto unread = std::make_shared<Unread>(Unread{shelf, {}, false});
    for (const auto in : {Index::Kept::In::main, Index::Kept::In::recent})
        unread->positions[in == Index::Kept::In::main ? 0 : 1].assign(shelf->index.rows(in).size(), Unread::nowhere);
    for (Loaded& file : files) {
        if (file.ref.kind != RecordKind::partner || !file.kept) continue;
        file.is_unread = true;
        unread->any_hidden = unread->any_hidden || file.kept.row->hidden;
        unread->fiches.push_back({id_in(file.kept.row->path), file.kept});
    }
    sort_unless_sorted(unread->fiches, [](const Unread::Fiche& a, const Unread::Fiche& b) { return a.id < b.id; });
    for (std::size_t at = 0; at < unread->fiches.size(); ++at) {
        const Index::Kept& kept = unread->fiches[at].kept;
        unread->positions[kept.in == Index::Kept::In::main ? 0 : 1][shelf->index.number_of(kept)] =
            static_cast<std::uint32_t>(at);
    }
    return unread->fiches.empty() ? nullptr : unread;
}

enum class Fiches { read, unread };

Result<Sketched> load_through(StampedDisk& disk, const std::string& root, const LoadOptions& options,
                              const IndexPlace& place, Trees trees, Fiches fiches) {
    const auto shelf = std::make_shared<Shelf>(Shelf{Index(disk, place, root), disk, root});
    Book book;
    book.root = root;
    auto files = record_files(disk, root, book);
    if (!files) return files.error();
    std::vector<std::string> paths;
    paths.reserve(files->size());
    for (Loaded& file : *files) paths.push_back(std::move(file.path));
    const auto stamps = stamps_of(disk, root, paths, options.threads);
    const auto kept = shelf->index.kept(paths, stamps);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        (*files)[i].path = std::move(paths[i]);
        (*files)[i].kept = kept[i];
    }
    auto unread = fiches == Fiches::unread ? leave_fiches(shelf, *files) : nullptr;
    read_all(leave_kept(shelf, trees, *files), options, [&](Loaded& file) {
        if (file.kept) read_kept(shelf->index, file);
        if (!file.kept) read_file(disk, root, file);
    });
    book = book_of(disk, shelf.get(), *files, std::move(book));
    refresh(shelf->index, *files, stamps);
    return Sketched{std::move(book), std::move(unread)};
}

}  // namespace

Result<Book> load_indexed(StampedDisk& disk, const std::string& root, const LoadOptions& options,
                          const IndexPlace& place, Trees trees) {
    auto loaded = load_through(disk, root, options, place, trees, Fiches::read);
    if (!loaded) return loaded.error();
    return std::move(loaded->book);
}

Result<Sketched> load_sketched(StampedDisk& disk, const std::string& root, const LoadOptions& options,
                               const IndexPlace& place) {
    return load_through(disk, root, options, place, Trees::when_asked, Fiches::unread);
}

Result<std::string> find_notebook(Disk& disk, const std::string& start) {
    // A notebook has one name, whatever link leads to it: its lock and its journal go by that name.
    auto named = real_path(disk, start);
    if (!named) return named.error();
    std::string folder = std::move(*named);
    for (;;) {
        const auto info = disk.info(path::join(folder, settings_file));
        if (!info) return info.error();
        if (*info) return folder;
        const std::string above = path::parent(folder);
        if (above == folder || above.empty()) break;
        folder = above;
    }
    return Error{ErrorKind::environment, no_notebook(std::string(settings_file)), make_one()};
}

const Source* source_at(const Book& book, std::string_view path) {
    const auto at = std::lower_bound(book.sources.begin(), book.sources.end(), path,
                                     [](const auto& source, std::string_view other) { return source->path < other; });
    return at != book.sources.end() && (*at)->path == path ? at->get() : nullptr;
}

const Source* source_of(const Book& book, const Ref& ref) {
    return source_at(book, path_of(ref));
}

}  // namespace cafe::store
