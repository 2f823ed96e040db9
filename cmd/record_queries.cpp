#include "record_queries.hpp"

#include <array>
#include <map>
#include <memory>
#include <utility>

#include "query/query.hpp"
#include "store/catalog.hpp"

namespace cafe::cmd {

namespace {

// What a query can be refused for: words, areas, and which records there are, whatever they say.
store::Catalog catalog_of(const store::Book& book) {
    store::Book bare;
    bare.settings = book.settings;
    bare.areas = book.areas;
    bare.vocabulary = book.vocabulary;
    const auto name = [](const auto& records, auto& bare_records) {
        for (const auto& record : records) bare_records.emplace_back().id = record.id;
    };
    name(book.partners, bare.partners);
    name(book.people, bare.people);
    name(book.cafes, bare.cafes);
    name(book.meetings, bare.meetings);
    return store::Catalog(std::move(bare));
}

class Reader {
public:
    explicit Reader(const store::Book& book) : catalog_(catalog_of(book)), lexicon_(catalog_) {}

    std::optional<Error> refusal(const std::string& query) {
        const auto [known, is_new] = known_.try_emplace(query);
        if (!is_new) return known->second;
        query::ParseOptions options;
        options.reading = query::Reading::filter;
        options.command = "invite:";
        const auto read = query::parse(std::array{query}, catalog_, lexicon_, options);
        if (!read) known->second = read.error();
        return known->second;
    }

private:
    store::Catalog catalog_;
    query::Lexicon lexicon_;
    std::map<std::string, std::optional<Error>> known_;
};

}  // namespace

check::Refusal refusal_in(const store::Book& book) {
    return [&book, reader = std::shared_ptr<Reader>()](const std::string& query) mutable {
        if (!reader) reader = std::make_shared<Reader>(book);
        return reader->refusal(query);
    };
}

}  // namespace cafe::cmd
