#include "store/kept_source.hpp"

#include <mutex>
#include <optional>
#include <utility>

#include "yaml/parse.hpp"

namespace cafe::store {

namespace {

struct KeptSource final : Source {
    std::shared_ptr<const Shelf> shelf;
    Index::Kept kept;
    mutable std::once_flag once;
    mutable std::shared_ptr<const Source> whole;  // null until somebody asked, and where nothing can be read

    const std::shared_ptr<const Source>& read() const {
        std::call_once(once, [&] {
            std::optional<Source> source = shelf->index.read(kept, ref, path);
            if (!source) source = read_file();
            if (source) whole = std::make_shared<const Source>(std::move(*source));
        });
        return whole;
    }

private:
    [[nodiscard]] std::optional<Source> read_file() const {
        auto bytes = shelf->disk.read(path::join(shelf->root, path), largest_record);
        if (!bytes) return std::nullopt;
        yaml::Parsed parsed = yaml::parse(*bytes, path);
        if (!parsed.root) return std::nullopt;
        return Source{ref, path, std::move(*bytes), std::move(*parsed.root)};
    }
};

// How it is freed tells a kept source from others.
struct FreeKept {
    void operator()(const KeptSource* source) const { delete source; }
};

const KeptSource* as_kept(const std::shared_ptr<const Source>& source) {
    return std::get_deleter<FreeKept>(source) == nullptr ? nullptr : static_cast<const KeptSource*>(source.get());
}

template <class T>
void point_to_whole(std::vector<Record<T>>& records) {
    for (Record<T>& record : records)
        if (const KeptSource* kept = record.source ? as_kept(record.source) : nullptr)
            if (const auto whole = kept->read()) record.source = whole;
}

}  // namespace

std::shared_ptr<const Source> kept_source(const Ref& ref, const std::string& path, const Index::Kept& kept,
                                          std::shared_ptr<const Shelf> shelf) {
    auto source = std::unique_ptr<KeptSource, FreeKept>(new KeptSource);
    source->ref = ref;
    source->path = path;
    source->kept = kept;
    source->shelf = std::move(shelf);
    return std::shared_ptr<const Source>(std::move(source));
}

const yaml::Node* tree_of(const std::shared_ptr<const Source>& source) {
    const KeptSource* kept = as_kept(source);
    if (kept == nullptr) return &source->tree;
    const auto& whole = kept->read();
    return whole ? &whole->tree : nullptr;
}

void make_whole(Book& book) {
    point_to_whole(book.partners);
    point_to_whole(book.people);
    point_to_whole(book.cafes);
    point_to_whole(book.meetings);
    for (auto& source : book.sources)
        if (const KeptSource* kept = as_kept(source))
            if (const auto whole = kept->read()) source = whole;
}

}  // namespace cafe::store
