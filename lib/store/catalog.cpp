#include "store/catalog.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "store/kept_source.hpp"

namespace cafe::store {

namespace {

// Names of areas as records write them; each is looked up once, since many records name the same.
class Resolver {
public:
    explicit Resolver(const territory::Territory& territory) : territory_(territory) {}

    std::vector<territory::AreaRef> areas(const std::vector<std::string>& written) {
        std::vector<territory::AreaRef> areas;
        for (const std::string& text : written)
            if (const auto& area = area_called(text)) areas.push_back(*area);
        return areas;
    }

private:
    const std::optional<territory::AreaRef>& area_called(const std::string& text) {
        const auto [at, is_new] = known_.try_emplace(text);
        if (is_new) {
            auto found = territory_.resolve(text, territory::Spoken::record);
            if (auto* area = std::get_if<territory::AreaRef>(&found)) at->second = std::move(*area);
        }
        return at->second;
    }

    const territory::Territory& territory_;
    std::map<std::string, std::optional<territory::AreaRef>> known_;
};

template <class T>
std::vector<Entry<T>> entries_of(std::vector<Record<T>>& records) {
    std::vector<Entry<T>> entries;
    entries.reserve(records.size());
    for (Record<T>& record : records) entries.push_back({std::move(record.id), std::move(record.value)});
    return entries;
}

template <class T>
const T* find_by_id(const std::vector<T>& sorted, std::string_view id) {
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), id,
                                     [](const T& entry, std::string_view wanted) { return entry.id < wanted; });
    return at != sorted.end() && at->id == id ? &*at : nullptr;
}

bool by_ref(const std::shared_ptr<const Source>& a, const std::shared_ptr<const Source>& b) {
    return a->ref < b->ref;
}

}  // namespace

territory::Setup territory_setup(const model::Settings& settings, const model::OwnAreas& areas) {
    territory::Setup setup;
    setup.departments = settings.departments;
    for (const model::OwnArea& area : areas.areas)
        setup.areas.push_back({area.id, area.name, area.kind, area.areas, area.except, area.within});
    for (const model::PlaceAlias& alias : areas.aliases) setup.aliases.emplace_back(alias.said, alias.meant);
    return setup;
}

Catalog::Catalog(Book book)
    : settings_(std::move(book.settings.value)),
      network_(std::move(book.network.value)),
      areas_(std::move(book.areas.value)),
      forgotten_(std::move(book.forgotten.value)),
      vocabulary_(std::move(book.vocabulary)),
      taught_(std::move(book.taught)),
      territory_(std::make_unique<territory::Territory>(territory_setup(settings_, areas_))),
      people_(entries_of(book.people)),
      cafes_(entries_of(book.cafes)),
      meetings_(entries_of(book.meetings)),
      sources_(std::move(book.sources)),
      unreadable_records_(std::move(book.unreadable)) {
    partners_.reserve(book.partners.size());
    Resolver resolver(*territory_);
    for (Record<model::Partner>& record : book.partners) {
        PartnerEntry& entry = partners_.emplace_back();
        entry.id = std::move(record.id);
        entry.value = std::move(record.value);
        entry.areas = resolver.areas(entry.value.territory);
        for (const model::Service& service : entry.value.services)
            entry.service_areas.push_back(service.territory.empty() ? entry.areas : resolver.areas(service.territory));
    }
    std::sort(sources_.begin(), sources_.end(), by_ref);
    std::sort(unreadable_records_.begin(), unreadable_records_.end());
    for (Diagnostic& finding : book.findings) {
        const auto ref = ref_at(finding.place.file);
        if (ref && std::binary_search(unreadable_records_.begin(), unreadable_records_.end(), *ref))
            unreadable_.push_back(std::move(finding));
    }
    std::sort(unreadable_.begin(), unreadable_.end(), before);
}

const PartnerEntry* Catalog::partner(std::string_view id) const {
    return find_by_id(partners_, id);
}

const model::Person* Catalog::person(std::string_view id) const {
    const auto* entry = find_by_id(people_, id);
    return entry == nullptr ? nullptr : &entry->value;
}

const model::Cafe* Catalog::cafe(std::string_view id) const {
    const auto* entry = find_by_id(cafes_, id);
    return entry == nullptr ? nullptr : &entry->value;
}

const model::Meeting* Catalog::meeting(std::string_view id) const {
    const auto* entry = find_by_id(meetings_, id);
    return entry == nullptr ? nullptr : &entry->value;
}

const yaml::Node* Catalog::tree(const Ref& ref) const {
    const auto at = std::lower_bound(sources_.begin(), sources_.end(), ref,
                                     [](const auto& source, const Ref& wanted) { return source->ref < wanted; });
    return at != sources_.end() && (*at)->ref == ref ? tree_of(*at) : nullptr;
}

}  // namespace cafe::store
