#include "store/index.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <utility>

#include "base/hash.hpp"
#include "model/fields.hpp"
#include "store/checksum.hpp"
#include "store/flat.hpp"
#include "store/read.hpp"
#include "store/sketch.hpp"

namespace cafe::store {

namespace {

// Of one record: a text of 1 MB and its tree.
constexpr std::uint64_t largest_kept = std::uint64_t{1} << 24U;
constexpr unsigned private_mode = 0600;
// Longer than the coarsest clock of a file system ticks (FAT: two seconds).
constexpr std::int64_t settling = 3'000'000'000;
// Below so many, or so small a part of all, changed files go into the small file.
constexpr std::size_t few = 256;
constexpr std::size_t small_part = 16;
// The new row of one that is gone or has changed.
constexpr std::uint32_t nowhere = 0xFFFFFFFF;

// How a file of the index begins; numbers as this machine has them, since no other one reads it.
struct Head {
    std::array<char, 16> title{};
    std::array<char, 16> identity{};
    std::uint64_t sum = 0;  // of what follows, up to the first record
    std::int64_t made = 0;
    std::uint64_t size = 0;  // of the whole file
    std::uint64_t rows = 0;
    std::uint64_t names = 0;  // bytes of all paths
    std::uint64_t directory = 0;
    std::uint64_t sketches = 0;  // bytes of all sketches, behind the records
    std::uint64_t blocks = 0;    // of the concordance, behind the sketches
};
static_assert(sizeof(Head) == 96);

struct StoredRow {
    std::uint32_t path = 0;    // its size: paths stand behind one another
    std::uint32_t sketch = 0;  // likewise
    std::uint32_t kept = 0;    // likewise
    std::uint32_t hidden = 0;  // 1 where an address is confidential
    Stamp stamp;
};
static_assert(sizeof(StoredRow) == 56);

constexpr std::array<char, 16> title{'c', 'a', 'f', 'e', '-', 'i', 'n', 'd', 'e', 'x', ' ', '4', '\n'};
constexpr std::size_t sum_from = offsetof(Head, made);

template <class T>
void append(std::string& out, const T& value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);  // NOLINT(*-reinterpret-cast)
}

template <class T>
T at(std::string_view bytes, std::size_t offset) {
    T value;
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

std::size_t chunks_of(std::uint64_t rows, std::size_t at_once) {
    return (rows + at_once - 1) / at_once;
}

// How much stands before the records; nothing when the head cannot be true.
std::optional<std::size_t> table_size(const Head& head, std::uint64_t size, std::size_t rows_at_once) {
    std::uint64_t rest = size - sizeof(Head);
    if (head.size != size || head.rows > rest / sizeof(StoredRow)) return std::nullopt;
    rest -= head.rows * sizeof(StoredRow);
    const std::uint64_t sums = chunks_of(head.rows, rows_at_once) * sizeof(std::uint64_t);
    for (const std::uint64_t part : {head.names, sums, head.directory, head.sketches, head.blocks}) {
        if (part > rest) return std::nullopt;
        rest -= part;
    }
    return size - rest - head.sketches - head.blocks;
}

// Takes so many bytes from the front; nothing when there are fewer.
std::optional<std::string_view> take(std::string_view& bytes, std::size_t size) {
    if (size > bytes.size()) return std::nullopt;
    const std::string_view taken = bytes.substr(0, size);
    bytes.remove_prefix(size);
    return taken;
}

// The bytes of a record without their sum; nothing when the sum is another.
std::optional<std::string_view> checked(std::string_view record) {
    const std::string_view bytes = record.substr(sizeof(std::uint64_t));
    if (at<std::uint64_t>(record, 0) != checksum(bytes)) return std::nullopt;
    return bytes;
}

std::string key_of(const std::string& root) {
    return fingerprint(root);
}

}  // namespace

std::vector<std::string> index_files(const std::string& folder, const std::string& root) {
    const std::string stem = path::join(folder, key_of(root));
    return {stem + ".index", stem + ".recent"};
}

Index::Index(StampedDisk& disk, IndexPlace place, const std::string& root)
    : disk_(disk),
      place_(std::move(place)),
      identity_(fingerprint(place_.maker + (place_.terms == nullptr ? "\n" : "\n\n") + root)),
      now_(disk.now()) {
    auto files = index_files(place_.folder, root);
    main_path_ = std::move(files[0]);
    recent_path_ = std::move(files[1]);
    main_ = open(main_path_);
    recent_ = open(recent_path_);
}

Index::Part Index::open(const std::string& path) const {
    Part part{disk_.open(path), {}, {}, {}};
    Head head;
    if (!part.file || part.file->size() < sizeof head) return {};
    std::array<char, sizeof head> first{};
    if (!part.file->read_at(0, first)) return {};
    std::memcpy(&head, first.data(), sizeof head);
    const bool ours = head.title == title && std::equal(head.identity.begin(), head.identity.end(), identity_.begin());
    const auto size =
        ours && head.made <= now_ ? table_size(head, part.file->size(), Sketches::rows_at_once) : std::nullopt;
    if (!size) return {};
    part.table.resize(*size);
    if (!part.file->read_at(0, part.table)) return {};
    const std::string_view all = part.table;
    if (checksum(all.substr(sum_from)) != head.sum) return {};
    std::string_view names = all.substr(sizeof head + head.rows * sizeof(StoredRow), head.names);
    auto concordance = Concordance::of(all.substr(*size - head.directory), head.size - head.blocks, head.blocks);
    if (!concordance) return {};
    part.concordance = std::move(*concordance);
    part.sketches = std::make_unique<Sketches>();
    part.sketches->read.resize(chunks_of(head.rows, Sketches::rows_at_once));
    const std::size_t sums = *size - head.directory - part.sketches->read.size() * sizeof(std::uint64_t);
    for (std::size_t chunk = 0; chunk < part.sketches->read.size(); ++chunk)
        part.sketches->sums.push_back(at<std::uint64_t>(all, sums + chunk * sizeof(std::uint64_t)));
    std::uint64_t begin = *size;
    std::uint64_t sketch = head.size - head.blocks - head.sketches;
    part.rows.reserve(head.rows);
    for (std::size_t i = 0; i < head.rows; ++i) {
        const auto row = at<StoredRow>(all, sizeof head + i * sizeof(StoredRow));
        const auto name = take(names, row.path);
        const std::uint64_t end = head.size - head.blocks;
        if (!name || row.kept > largest_kept || row.kept > end - head.sketches - begin || row.sketch > end - sketch)
            return {};
        part.rows.push_back({*name, row.stamp, begin, row.kept, row.sketch, sketch, row.hidden != 0});
        begin += row.kept;
        sketch += row.sketch;
    }
    return part;
}

std::vector<Index::Kept> Index::kept(std::span<const std::string> paths,
                                     std::span<const std::optional<Stamp>> stamps) const {
    std::vector<Kept> found(paths.size());
    const auto look_in = [&](const Part& part, Kept::In in) {
        auto row = part.rows.begin();
        for (std::size_t i = 0; i < paths.size(); ++i) {
            while (row != part.rows.end() && row->path < paths[i]) ++row;
            if (row == part.rows.end()) return;
            if (row->path == paths[i] && stamps[i] == row->stamp) found[i] = {&*row, in};
        }
    };
    look_in(main_, Kept::In::main);
    look_in(recent_, Kept::In::recent);
    return found;
}

std::optional<std::string_view> Index::flat(const Kept& kept, std::string& buffer) const {
    const Part& part = this->part(kept.in);
    if (!kept || kept.row->size < sizeof(std::uint64_t)) return std::nullopt;
    buffer.resize(kept.row->size);
    if (!part.file->read_at(kept.row->begin, buffer)) return std::nullopt;
    return checked(buffer);
}

// Whether the window holds the record: it is moved there when it does not.
bool Index::look_at(const Kept& kept, Window& window) const {
    const bool here = window.in == kept.in && kept.row->begin >= window.begin &&
                      kept.row->begin + kept.row->size <= window.begin + window.bytes.size();
    if (here) return true;
    const Part& part = this->part(kept.in);
    window.in = Kept::In::nowhere;
    window.bytes.resize(
        std::min(std::max<std::uint64_t>(kept.row->size, window.at_once), part.file->size() - kept.row->begin));
    if (window.bytes.size() < kept.row->size || !part.file->read_at(kept.row->begin, window.bytes)) return false;
    window.in = kept.in;
    window.begin = kept.row->begin;
    return true;
}

std::optional<Source> Index::read(const Kept& kept, const Ref& ref, const std::string& path) const {
    std::string buffer;
    const auto bytes = flat(kept, buffer);
    return bytes ? read_flat(*bytes, ref, path) : std::nullopt;
}

bool Index::read_into(const Kept& kept, void* owner, const model::Shape& shape, Window& window) const {
    if (!kept || kept.row->size < sizeof(std::uint64_t) || !look_at(kept, window)) return false;
    const auto bytes = checked(std::string_view(window.bytes).substr(kept.row->begin - window.begin, kept.row->size));
    return bytes && read_flat_into(*bytes, owner, shape);
}

std::optional<std::string_view> Index::sketch(const Kept& kept) const {
    const Part& part = this->part(kept.in);
    const std::size_t chunk = number_of(kept) / Sketches::rows_at_once;
    const Row& first = part.rows[chunk * Sketches::rows_at_once];
    const Row& last = part.rows[std::min((chunk + 1) * Sketches::rows_at_once, part.rows.size()) - 1];
    const std::scoped_lock lock(part.sketches->reading);
    auto& bytes = part.sketches->read[chunk];
    if (!bytes) {
        bytes.emplace(last.sketch_begin + last.sketch_size - first.sketch_begin, '\0');
        const bool whole =
            part.file->read_at(first.sketch_begin, *bytes) && checksum(*bytes) == part.sketches->sums[chunk];
        if (!whole) bytes->clear();
    }
    if (bytes->empty()) return std::nullopt;
    return std::string_view(*bytes).substr(kept.row->sketch_begin - first.sketch_begin, kept.row->sketch_size);
}

bool Index::find(Kept::In in, std::string_view beginning, const std::function<bool(std::string_view term)>& is_meant,
                 const std::function<void(std::uint32_t row)>& visit) const {
    const Part& part = this->part(in);
    if (part.rows.empty()) return true;
    return part.concordance.each(*part.file, beginning, part.rows.size(),
                                 [&](std::string_view term, std::span<const std::uint32_t> rows) {
                                     if (is_meant(term)) std::for_each(rows.begin(), rows.end(), visit);
                                 });
}

bool Index::is_settled(const Stamp& stamp) const {
    return std::max(stamp.modified, stamp.changed) < now_ - settling;
}

void Index::refresh(const std::vector<File>& files) {
    std::vector<File> all;
    std::vector<File> recent;
    bool news = false;
    for (const File& file : files) {
        const bool is_new = !file.kept;
        if (is_new && (file.source == nullptr || !is_settled(file.stamp))) continue;
        news = news || is_new;
        all.push_back(file);
        if (file.kept.in != Kept::In::main) recent.push_back(file);
    }
    if (!news) return;
    const std::size_t from_main = all.size() - recent.size();
    const bool worn = from_main < main_.rows.size() - main_.rows.size() / 4;
    if (main_.rows.empty() || worn || recent.size() > std::max(few, main_.rows.size() / small_part))
        put(main_path_, all);
    else
        put(recent_path_, recent);
}

bool Index::take_terms(Kept::In in, const std::vector<std::uint32_t>& new_rows, ConcordanceMaker& maker) const {
    const Part& part = this->part(in);
    if (std::all_of(new_rows.begin(), new_rows.end(), [](std::uint32_t row) { return row == nowhere; })) return true;
    return part.concordance.each(*part.file, "", part.rows.size(),
                                 [&](std::string_view term, std::span<const std::uint32_t> rows) {
                                     for (const std::uint32_t row : rows)
                                         if (new_rows[row] != nowhere) maker.add(term, new_rows[row]);
                                 });
}

std::string Index::written(const std::vector<File>& files) const {
    std::string names;
    std::string rows;
    std::string sums;
    std::string sketches;
    std::size_t summed = 0;
    std::string records;
    std::string buffer;
    ConcordanceMaker terms;
    const auto end_chunk = [&] {
        append(sums, checksum(std::string_view(sketches).substr(summed)));
        summed = sketches.size();
    };
    std::array<std::vector<std::uint32_t>, 2> new_rows{std::vector(main_.rows.size(), nowhere),
                                                       std::vector(recent_.rows.size(), nowhere)};
    std::uint32_t count = 0;
    for (const File& file : files) {
        const std::size_t before = records.size();
        const std::size_t sketched = sketches.size();
        bool hidden = false;
        if (file.kept) {
            const auto sketch = file.kept.row->sketch_size == 0 ? std::string_view() : this->sketch(file.kept);
            if (!sketch || !flat(file.kept, buffer)) continue;
            records += buffer;
            sketches += *sketch;
            hidden = file.kept.row->hidden;
            const bool recent = file.kept.in == Kept::In::recent;
            new_rows[recent ? 1 : 0][number_of(file.kept)] = count;
        } else {
            append(records, std::uint64_t{0});
            write_flat(*file.source, records);
            const std::uint64_t sum = checksum(std::string_view(records).substr(before + sizeof(std::uint64_t)));
            std::memcpy(records.data() + before, &sum, sizeof sum);
            if (file.source->ref.kind == model::RecordKind::partner) {
                const auto partner = store::read<model::Partner>(file.source->tree, model::partner_shape());
                write_sketch(partner, sketches);
                hidden = partner.address && partner.address->confidential.value_or(false);
                if (place_.terms != nullptr)
                    place_.terms(partner, [&](std::string_view term) { terms.add(term, count); });
            }
        }
        ++count;
        names += file.path;
        append(rows, StoredRow{static_cast<std::uint32_t>(file.path.size()),
                               static_cast<std::uint32_t>(sketches.size() - sketched),
                               static_cast<std::uint32_t>(records.size() - before), hidden ? 1U : 0U, file.stamp});
        if (count % Sketches::rows_at_once == 0) end_chunk();
    }
    if (count % Sketches::rows_at_once != 0) end_chunk();
    // A file that is kept without all of its terms would not be found.
    if (!take_terms(Kept::In::main, new_rows[0], terms) || !take_terms(Kept::In::recent, new_rows[1], terms)) return {};
    const ConcordanceMaker::Bytes concordance = terms.written();
    Head head;
    head.title = title;
    std::copy_n(identity_.begin(), head.identity.size(), head.identity.begin());
    head.made = now_;
    head.rows = count;
    head.names = names.size();
    head.sketches = sketches.size();
    head.directory = concordance.directory.size();
    head.blocks = concordance.blocks.size();
    head.size = sizeof head + rows.size() + names.size() + sums.size() + head.directory + records.size() +
                sketches.size() + head.blocks;
    std::string bytes;
    bytes.reserve(head.size);
    append(bytes, head);
    bytes += rows;
    bytes += names;
    bytes += sums;
    bytes += concordance.directory;
    head.sum = checksum(std::string_view(bytes).substr(sum_from));
    std::memcpy(bytes.data(), &head, sizeof head);
    bytes += records;
    bytes += sketches;
    bytes += concordance.blocks;
    return bytes;
}

// Who comes second goes on without: what it read, somebody reads again.
void Index::put(const std::string& path, const std::vector<File>& files) {
    if (!disk_.make_private_folder(place_.folder)) return;
    const auto lock = disk_.lock(main_path_ + ".lock", 0);
    if (!lock) return;
    const std::string temporary = main_path_ + ".tmp";
    const std::string bytes = written(files);
    const bool stands = !bytes.empty() && disk_.remove(temporary) &&
                        disk_.create_unsynced(temporary, bytes, private_mode) &&
                        disk_.rename(temporary, path, Existing::replace);
    if (!stands) static_cast<void>(disk_.remove(temporary));
    if (bytes.empty()) static_cast<void>(disk_.remove(main_path_));
    if (stands && path == main_path_) static_cast<void>(disk_.remove(recent_path_));
}

}  // namespace cafe::store
