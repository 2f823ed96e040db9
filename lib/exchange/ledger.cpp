#include "exchange/ledger.hpp"

#include <algorithm>
#include <functional>

#include "model/fields.hpp"

namespace cafe::exchange {

namespace {

using model::Field;
using model::Shape;
using model::Storage;
using Visit = std::function<void(const std::string& path, std::size_t values)>;

// Visits every field of a record that holds values, owner by owner.
void walk(const void* owner, const Shape& shape, const std::string& prefix, const Visit& visit) {
    for (const Field& field : shape.fields) {
        if (field.count == nullptr) continue;
        const std::string path = prefix + std::string(field.key);
        const std::size_t count = field.count(owner);
        if (field.shape == nullptr) {
            if (count > 0) visit(path, count);
            continue;
        }
        for (std::size_t i = 0; i < count; ++i) walk(field.at(owner, i), field.shape(), path + ".", visit);
    }
}

// Values that nothing was said of yet.
std::size_t left_of(const Ledger::Tally& tally) {
    return tally.released - tally.flattened - tally.lost - tally.refused - tally.found;
}

}  // namespace

Counts count_values(const void* record, const Shape& shape) {
    Counts counts;
    walk(record, shape, "", [&](const std::string& path, std::size_t values) { counts[path] += values; });
    return counts;
}

Ledger::Ledger(Way way, const model::Partner& own, const model::Partner& released) : way_(way) {
    const Shape& shape = model::partner_shape();
    walk(&own, shape, "", [&](const std::string& path, std::size_t values) { tallies_[path].held += values; });
    walk(&released, shape, "", [&](const std::string& path, std::size_t values) {
        tallies_[path].released += values;
        ++tallies_[path].holders;
    });
}

void Ledger::move(std::string_view path, std::size_t values, std::size_t Tally::*to) {
    const auto at = tallies_.find(path);
    if (at == tallies_.end()) return;
    Tally& tally = at->second;
    const std::size_t left = left_of(tally);
    tally.*to += std::min(left, values);
}

void Ledger::lose(std::string_view path, std::size_t values) {
    move(path, values, &Tally::lost);
}

void Ledger::flatten(std::string_view path, std::size_t values) {
    move(path, values, &Tally::flattened);
}

void Ledger::find(std::string_view path, std::size_t values, Fate fate) {
    move(path, values, fate == Fate::flattened ? &Tally::flattened : &Tally::found);
}

void Ledger::lose_below(std::string_view path) {
    const std::string prefix = std::string(path) + ".";
    for (const auto& [each, tally] : tallies_)
        if (each.starts_with(prefix)) lose(each);
}

void Ledger::refuse(const model::Service& service) {
    for (const auto& [path, values] : count_values(&service, model::service_shape()))
        move("services." + path, values, &Tally::refused);
}

void Ledger::lose(const model::Service& service) {
    for (const auto& [path, values] : count_values(&service, model::service_shape()))
        move("services." + path, values, &Tally::lost);
}

void Ledger::refuse() {
    for (auto& [path, tally] : tallies_) tally.refused += left_of(tally);
}

std::map<std::string, Ledger::Tally, std::less<>> Ledger::tallies() const {
    std::map<std::string, Tally, std::less<>> told;
    for (const auto& [path, tally] : tallies_) {
        const Fate fate = fate_of(path, way_);
        if (fate == Fate::private_) continue;
        Tally each = tally;
        const std::size_t left = left_of(each);
        if (fate == Fate::lost) each.lost += left;
        if (fate == Fate::flattened) each.flattened += left;
        if (fate == Fate::withheld) each.released -= left;
        told.emplace(path, each);
    }
    return told;
}

}  // namespace cafe::exchange
