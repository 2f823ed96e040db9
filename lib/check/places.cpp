#include "check/places.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "check/rules.hpp"
#include "edit/edit.hpp"
#include "facts/freshness.hpp"
#include "model/values.hpp"

namespace cafe::check {

namespace {

using yaml::Node;

const Node* service_at(const store::Source& source, std::size_t position) {
    const Node* services = source.tree.find("services");
    if (services == nullptr || position >= services->items.size()) return nullptr;
    return &services->items[position];
}

// The list of periods; its items stand where the reader found them.
const Node* openings_of(const Node& service, std::size_t read) {
    const Node* openings = service.find("openings");
    return openings != nullptr && openings->items.size() == read ? openings : nullptr;
}

Span span_of(const Node& mapping, std::string_view key) {
    const Node* value = mapping.find(key);
    return value == nullptr ? start_of(mapping) : value->span;
}

std::optional<int> number_at(const Node* mapping, std::string_view key) {
    const Node* value = mapping == nullptr ? nullptr : mapping->find(key);
    return value == nullptr ? std::nullopt : model::to_whole_number(value->text);
}

// What differs between two texts, as one change.
TextPatch difference(const std::string& before, const std::string& after) {
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t begin = 0;
    while (begin < shorter && before[begin] == after[begin]) ++begin;
    std::size_t same_end = 0;
    while (same_end < shorter - begin && before[before.size() - 1 - same_end] == after[after.size() - 1 - same_end])
        ++same_end;
    const std::size_t end = before.size() - same_end;
    return {{begin, end}, after.substr(begin, after.size() - same_end - begin)};
}

// The file without these periods; nothing where that cannot be proved.
std::optional<TextPatch> without(const store::Source& source, std::size_t service,
                                 const std::vector<std::size_t>& over) {
    std::vector<edit::Edit> edits;
    for (auto at = over.rbegin(); at != over.rend(); ++at)
        edits.push_back({model::RecordPath{{"services", std::to_string(service), "openings", std::to_string(*at)}},
                         edit::Op::remove,
                         {}});
    const auto text = edit::apply(source, edits);
    if (!text || *text == source.text) return std::nullopt;
    return difference(source.text, *text);
}

void check_old_count(const std::optional<Date>& as_of, const Node& counted, const model::Settings& settings,
                     const Date& today, Report& report) {
    static constexpr Phrase<Words, int> old{"places comptées le {0}, il y a {1} jours",
                                            "places counted on {0}, {1} days ago"};
    static constexpr Phrase<> ask{"demander à la structure, puis cafe places set STRUCTURE/SERVICE --free N",
                                  "ask the organisation, then cafe places set PARTNER/SERVICE --free N"};
    // A count without its day is told where fields are missing.
    if (!as_of || facts::is_fresh_count(as_of, settings, today)) return;
    report.add(rule::old_count, span_of(counted, "as_of"),
               old(plain_date(*as_of), today.days_since_1970() - as_of->days_since_1970()), ask());
}

void check_openings(const model::Service& service, std::size_t position, const Node& openings,
                    const model::Settings& settings, const Date& today, Report& report) {
    static constexpr Phrase<Words> over_since{"cette période est finie depuis le {}",
                                              "this period has been over since {}"};
    static constexpr Phrase<> take_away{"« cafe check --fix » l'enlève", "'cafe check --fix' takes it away"};
    std::vector<std::size_t> over;
    for (std::size_t i = 0; i < service.openings.size(); ++i) {
        const model::Opening& opening = service.openings[i];
        if (opening.until && *opening.until < today)
            over.push_back(i);
        else
            check_old_count(opening.as_of, openings.items[i], settings, today, report);
    }
    if (over.empty()) return;
    // One change takes all of a service's away; the first of them bears it.
    std::optional<TextPatch> fix = without(report.source(), position, over);
    for (const std::size_t at : over) {
        report.add(rule::opening_over, span_of(openings.items[at], "until"),
                   over_since(plain_date(*service.openings[at].until)), take_away(), std::move(fix));
        fix.reset();
    }
}

}  // namespace

void check_free_places(const store::Source& source, Report& report) {
    static constexpr Phrase<int, int> too_many{"{0} places libres sur cette période, et le service en a {1} en tout",
                                               "{0} places free in this period, and the service has {1} in all"};
    static constexpr Phrase<> put_right{"corriger celui des deux qui est faux", "put right whichever is wrong"};
    const Node* services = source.tree.find("services");
    if (services == nullptr) return;
    for (const Node& service : services->items) {
        const auto places = number_at(service.find("capacity"), "places");
        const Node* openings = service.find("openings");
        if (!places || openings == nullptr) continue;
        for (const Node& opening : openings->items) {
            const auto free = number_at(&opening, "free");
            if (free && *free > *places)
                report.add(rule::ends_before_start, span_of(opening, "free"), too_many(*free, *places), put_right());
        }
    }
}

void check_counts(const store::Book& book, const Date& today, Findings& found) {
    for (const auto& partner : book.partners) {
        if (model::status_of(partner.value.status) == model::Status::closed) continue;
        Report report(*partner.source, found);
        for (std::size_t i = 0; i < partner.value.services.size(); ++i) {
            const model::Service& service = partner.value.services[i];
            const Node* node = service_at(*partner.source, i);
            if (node == nullptr) continue;
            const Node* capacity = node->find("capacity");
            if (service.capacity && capacity != nullptr && (service.capacity->free || service.capacity->waiting))
                check_old_count(service.capacity->as_of, *capacity, book.settings.value, today, report);
            if (const Node* openings = openings_of(*node, service.openings.size()))
                check_openings(service, i, *openings, book.settings.value, today, report);
        }
    }
}

}  // namespace cafe::check
