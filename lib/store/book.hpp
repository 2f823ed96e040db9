// The whole notebook in memory: what changing and checking commands load.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/disk.hpp"
#include "model/cafe.hpp"
#include "model/forgotten.hpp"
#include "model/import_mapping.hpp"
#include "model/meeting.hpp"
#include "model/network.hpp"
#include "model/own_areas.hpp"
#include "model/partner.hpp"
#include "model/person.hpp"
#include "model/settings.hpp"
#include "model/vocabulary.hpp"
#include "store/record.hpp"
#include "store/taught.hpp"

namespace cafe::store {

/// Every record with its origin. Lists are sorted by id. Loading never fails because a record is wrong: what could not
/// be read at all is in `unreadable` and in `findings`, and is missing from the lists.
struct Book {
    std::string root;
    Record<model::Settings> settings;
    Record<model::Network> network;
    Record<model::OwnAreas> areas;
    Record<model::Forgotten> forgotten;  ///< without a source where nobody was erased
    std::vector<Record<model::Partner>> partners;
    std::vector<Record<model::Person>> people;
    std::vector<Record<model::Cafe>> cafes;
    std::vector<Record<model::Meeting>> meetings;
    std::vector<Record<model::ImportMapping>> mappings;
    model::Vocabulary vocabulary;  ///< built in, and the notebook's additions
    std::vector<Taught> taught;    ///< what people say, and the theme or the fiche that it means

    std::vector<std::shared_ptr<const Source>> sources;  ///< every readable file, by path
    std::vector<Ref> unreadable;                         ///< files that could not be read, by path
    Findings findings;                                   ///< of reading, unsorted
    std::size_t files = 0;                               ///< record files met, readable or not
};

struct LoadOptions {
    unsigned threads = 0;  ///< 0: as many as the machine has. Tests that count calls use 1
    /// Told now and then how many files of how many are read, by the thread that called. May be empty.
    std::function<void(std::size_t done, std::size_t total)> progress{};
};

/// Reads the notebook at `root`. An Error only when the folder itself cannot be listed or cafe.yaml cannot be opened.
Result<Book> load(Disk& disk, const std::string& root, const LoadOptions& options = {});

/// The nearest folder from `start` upward that holds cafe.yaml.
Result<std::string> find_notebook(Disk& disk, const std::string& start);

/// The vocabulary that is built in, without any notebook.
const model::Vocabulary& builtin_vocabulary();

/// The record with this id in a list sorted by id, or null.
template <class T>
const Record<T>* find(const std::vector<Record<T>>& records, std::string_view id) {
    std::size_t low = 0;
    std::size_t high = records.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (std::string_view(records[middle].id) < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < records.size() && records[low].id == id ? &records[low] : nullptr;
}

/// The file of a record as it was read, by its path or by what it is; null when no readable file stands there.
const Source* source_at(const Book& book, std::string_view path);
const Source* source_of(const Book& book, const Ref& ref);

}  // namespace cafe::store
