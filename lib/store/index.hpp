// The index of a notebook: what was read of its files, kept in the user's cache so that only changed files are read
// again. It is never needed and never believed further than it can be checked: without it, or with a damaged one, every
// file is read.
//
// Two files, `KEY.index` with nearly all and `KEY.recent` with what changed since, so that a changed fiche costs a
// small write. Each is put in place whole, by one rename; readers need no lock. A file of the notebook counts as
// unchanged when its stamp is the one under which it was kept; it is kept only when its stamp was older than a moment
// (the guard of git's index: within one tick of the clock a file can change twice). So it does not matter which of two
// writers was the last, nor that the two files fit together.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/stamped_disk.hpp"
#include "model/field.hpp"
#include "store/concordance.hpp"
#include "store/record.hpp"
#include "store/terms.hpp"

namespace cafe::store {

struct IndexPlace {
    std::string folder;       ///< made when it is not there, for the user alone
    std::string maker;        ///< the program and its build: what another one kept is not read
    TermsOf terms = nullptr;  ///< of a fiche; null where nobody will ask for any
};

class Index {
public:
    /// Opens what is kept of the notebook at `root`; empty at any doubt: no such file, another maker, another notebook,
    /// damaged, or made later than it is now.
    Index(StampedDisk& disk, IndexPlace place, const std::string& root);

    /// A file that is kept. The views live as long as the index.
    struct Row {
        std::string_view path;
        Stamp stamp;
        std::uint64_t begin = 0;
        std::uint32_t size = 0;
        std::uint32_t sketch_size = 0;  ///< of a fiche (sketch.hpp), else zero
        std::uint64_t sketch_begin = 0;
        bool hidden = false;  ///< the address of the fiche is confidential
    };
    /// Where a file is kept.
    struct Kept {
        enum class In : std::uint8_t { nowhere, main, recent };
        const Row* row = nullptr;  ///< lives as long as the index; null nowhere
        In in = In::nowhere;
        explicit operator bool() const { return in != In::nowhere; }
    };
    /// Of each file, in the order of `paths`, which are sorted; nowhere, too, where the stamp is another one.
    [[nodiscard]] std::vector<Kept> kept(std::span<const std::string> paths,
                                         std::span<const std::optional<Stamp>> stamps) const;

    /// A file out of what is kept of it; nothing when the bytes are not whole. Several threads may ask.
    [[nodiscard]] std::optional<Source> read(const Kept& kept, const Ref& ref, const std::string& path) const;
    /// What was read at once of a part of the index, for who goes through many files in their order: a call of the
    /// system for each took a tenth of a question.
    struct Window {
        std::uint64_t at_once = std::uint64_t{1} << 18U;  ///< bytes; few for who reads here and there
        Kept::In in = Kept::In::nowhere;
        std::uint64_t begin = 0;
        std::string bytes{};
    };
    /// Its values alone, into a struct of `shape`. False likewise, and then the struct is worth nothing.
    bool read_into(const Kept& kept, void* owner, const model::Shape& shape, Window& window) const;

    /// The sketch of a fiche; nothing when it is not whole. It lives as long as the index. Several threads may ask.
    [[nodiscard]] std::optional<std::string_view> sketch(const Kept& kept) const;

    /// The rows of files with a term that begins so and that `is_meant` says yes to, each as often as it has some.
    /// False where nobody can tell: then any file may have one.
    bool find(Kept::In in, std::string_view beginning, const std::function<bool(std::string_view term)>& is_meant,
              const std::function<void(std::uint32_t row)>& visit) const;
    [[nodiscard]] bool keeps_terms() const { return place_.terms != nullptr; }
    [[nodiscard]] std::span<const Row> rows(Kept::In in) const { return part(in).rows; }
    /// The row of a kept file in its part.
    [[nodiscard]] std::uint32_t number_of(const Kept& kept) const {
        return static_cast<std::uint32_t>(kept.row - part(kept.in).rows.data());
    }

    /// A file as this command found it.
    struct File {
        std::string_view path;
        Stamp stamp;
        Kept kept;
        const Source* source = nullptr;  ///< what was read where nothing was kept, or null
    };
    /// Keeps what was read, where it is old enough. Sorted by path. Whatever goes wrong leaves the index as it was.
    void refresh(const std::vector<File>& files);

    /// Files of the notebook that are kept.
    [[nodiscard]] std::size_t size() const { return main_.rows.size() + recent_.rows.size(); }

private:
    // Those of so many rows are read and checked at once, when somebody asks for one, and stay.
    struct Sketches {
        static constexpr std::size_t rows_at_once = 256;
        std::vector<std::uint64_t> sums;
        std::mutex reading;
        std::vector<std::optional<std::string>> read;  // empty where they are damaged
    };
    struct Part {
        std::unique_ptr<OpenFile> file;
        std::string table;      // what stands before the records: rows, paths, sums of sketches, the directory of terms
        std::vector<Row> rows;  // by path
        Concordance concordance;               // behind the records
        std::unique_ptr<Sketches> sketches{};  // likewise
    };

    [[nodiscard]] Part open(const std::string& path) const;
    [[nodiscard]] const Part& part(Kept::In in) const { return in == Kept::In::main ? main_ : recent_; }
    // The bytes without their sum; nothing when the sum is another.
    [[nodiscard]] std::optional<std::string_view> flat(const Kept& kept, std::string& buffer) const;
    [[nodiscard]] bool look_at(const Kept& kept, Window& window) const;
    // What both files are made of; empty where the terms of kept files cannot be read any more.
    [[nodiscard]] std::string written(const std::vector<File>& files) const;
    // The terms of a part under the new rows of its files; false when not all can be read.
    bool take_terms(Kept::In in, const std::vector<std::uint32_t>& new_rows, ConcordanceMaker& maker) const;
    [[nodiscard]] bool is_settled(const Stamp& stamp) const;
    void put(const std::string& path, const std::vector<File>& files);

    StampedDisk& disk_;
    IndexPlace place_;
    std::string identity_;  // of maker and notebook
    std::string main_path_;
    std::string recent_path_;
    std::int64_t now_ = 0;  // at the beginning, before anything is looked at
    Part main_;
    Part recent_;
};

/// The files of the index of a notebook, for those who tell of it or remove it.
std::vector<std::string> index_files(const std::string& folder, const std::string& root);

}  // namespace cafe::store
