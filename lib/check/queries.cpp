#include "check/queries.hpp"

#include <array>
#include <utility>

#include "check/rules.hpp"
#include "query/query.hpp"
#include "store/catalog.hpp"

namespace cafe::check {

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

}  // namespace

struct QueryCheck::Words {
    explicit Words(const store::Book& book) : catalog(catalog_of(book)), lexicon(catalog) {}
    store::Catalog catalog;
    query::Lexicon lexicon;
};

const std::optional<Error>& QueryCheck::refusal(const std::string& query) {
    const auto [known, is_new] = known_.try_emplace(query);
    if (!is_new) return known->second;
    if (!words_) words_ = std::make_shared<const Words>(book_);
    query::ParseOptions options;
    options.reading = query::Reading::filter;
    options.command = "invite:";
    const auto read = query::parse(std::array{query}, words_->catalog, words_->lexicon, options);
    if (!read) known->second = read.error();
    return known->second;
}

void QueryCheck::value(const store::Met& met, Report& report) {
    if (met.field->type != model::Type::query) return;
    const std::string* query = said(met);
    if (query == nullptr) return;
    if (const auto& refused = refusal(*query))
        report.add(rule::unaskable_query, met.node.span, refused->message, refused->remedy);
}

}  // namespace cafe::check
