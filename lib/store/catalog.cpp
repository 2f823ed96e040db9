#include "store/catalog.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

#include "store/kept_source.hpp"
#include "store/unread.hpp"

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
    // The areas of a fiche whose value is there.
    void settle(PartnerEntry& entry) {
        entry.areas = areas(entry.value.territory);
        for (const model::Service& service : entry.value.services)
            entry.service_areas.push_back(service.territory.empty() ? entry.areas : areas(service.territory));
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

// What is left unread, and what was read of it since.
struct Catalog::Left {
    Left(std::shared_ptr<const Unread> fiches, const territory::Territory& territory)
        : unread(std::move(fiches)), resolver(territory), read(unread->fiches.size()), sources(unread->fiches.size()) {
        window.at_once = few_at_once;
    }

    // Of records that stand here and there.
    static constexpr std::uint64_t few_at_once = std::uint64_t{1} << 13U;

    std::shared_ptr<const Unread> unread;
    std::mutex reading;
    Resolver resolver;
    Index::Window window;
    std::vector<std::unique_ptr<const PartnerEntry>> read;  // of each fiche, null before
    std::vector<std::shared_ptr<const Source>> sources;     // likewise
    std::optional<std::vector<PartnerEntry>> all;           // with those that were never left, once somebody asked
    std::size_t asked_for = 0;                              // of those that were read one by one

    // Who has asked for one in sixteen will ask for all, and one behind the other they are read sooner.
    [[nodiscard]] bool is_walk() const { return asked_for > unread->fiches.size() / 16; }

    // Its position; nothing where it is none of these.
    [[nodiscard]] std::optional<std::size_t> position(std::string_view id) const {
        const Unread::Fiche* fiche = find_by_id(unread->fiches, id);
        if (fiche == nullptr) return std::nullopt;
        return static_cast<std::size_t>(fiche - unread->fiches.data());
    }
    const PartnerEntry* entry(std::size_t at) {
        if (!read[at]) {
            auto made = std::make_unique<PartnerEntry>();
            if (!fill(unread->fiches[at], window, *made)) return nullptr;
            read[at] = std::move(made);
        }
        return read[at].get();
    }
    bool fill(const Unread::Fiche& fiche, Index::Window& through, PartnerEntry& entry) {
        if (!unread->read(fiche, entry.value, through)) return false;
        entry.id = fiche.id;
        resolver.settle(entry);
        return true;
    }
    void read_all(const std::vector<PartnerEntry>& others) {
        all.emplace();
        all->reserve(others.size() + unread->fiches.size());
        Index::Window wide;
        auto other = others.begin();
        for (const Unread::Fiche& fiche : unread->fiches) {
            for (; other != others.end() && other->id < fiche.id; ++other) all->push_back(*other);
            // Read where it stays: these structs are large.
            if (!fill(fiche, wide, all->emplace_back())) all->pop_back();
        }
        all->insert(all->end(), other, others.end());
    }
};

Catalog::Catalog(Book book) : Catalog(Sketched{std::move(book), nullptr}) {}

Catalog::Catalog(Sketched sketched)
    : settings_(std::move(sketched.book.settings.value)),
      network_(std::move(sketched.book.network.value)),
      areas_(std::move(sketched.book.areas.value)),
      forgotten_(std::move(sketched.book.forgotten.value)),
      vocabulary_(std::move(sketched.book.vocabulary)),
      taught_(std::move(sketched.book.taught)),
      territory_(std::make_unique<territory::Territory>(territory_setup(settings_, areas_))),
      people_(entries_of(sketched.book.people)),
      cafes_(entries_of(sketched.book.cafes)),
      meetings_(entries_of(sketched.book.meetings)),
      sources_(std::move(sketched.book.sources)),
      unreadable_records_(std::move(sketched.book.unreadable)) {
    if (sketched.unread) left_ = std::make_unique<Left>(std::move(sketched.unread), *territory_);
    partners_.reserve(sketched.book.partners.size());
    Resolver resolver(*territory_);
    for (Record<model::Partner>& record : sketched.book.partners) {
        PartnerEntry& entry = partners_.emplace_back();
        entry.id = std::move(record.id);
        entry.value = std::move(record.value);
        resolver.settle(entry);
    }
    std::sort(sources_.begin(), sources_.end(), by_ref);
    std::sort(unreadable_records_.begin(), unreadable_records_.end());
    for (Diagnostic& finding : sketched.book.findings) {
        const auto ref = ref_at(finding.place.file);
        if (ref && std::binary_search(unreadable_records_.begin(), unreadable_records_.end(), *ref))
            unreadable_.push_back(std::move(finding));
    }
    std::sort(unreadable_.begin(), unreadable_.end(), before);
}

Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;
Catalog::~Catalog() = default;

const std::vector<PartnerEntry>& Catalog::partners() const {
    if (!left_) return partners_;
    const std::scoped_lock lock(left_->reading);
    if (!left_->all) left_->read_all(partners_);
    return *left_->all;
}

std::size_t Catalog::partner_count() const {
    return partners_.size() + (left_ ? left_->unread->fiches.size() : 0);
}

bool Catalog::has_partner(std::string_view id) const {
    return find_by_id(partners_, id) != nullptr || (left_ && left_->position(id));
}

const PartnerEntry* Catalog::partner(std::string_view id) const {
    if (const PartnerEntry* entry = find_by_id(partners_, id); entry != nullptr || !left_) return entry;
    const std::scoped_lock lock(left_->reading);
    const auto at = left_->all ? std::nullopt : left_->position(id);
    if (at && left_->read[*at]) return left_->read[*at].get();
    if (at && !left_->is_walk()) return ++left_->asked_for, left_->entry(*at);
    if (at) left_->read_all(partners_);
    return left_->all ? find_by_id(*left_->all, id) : nullptr;
}

void Catalog::each_sketch(const std::function<void(const Sketch&)>& visit, const Choice& choice) const {
    Sketch sketch;
    auto other = partners_.begin();
    const auto visit_others = [&](const auto& until) {
        for (; other != partners_.end() && until(other->id); ++other) {
            sketch_of(other->id, other->value, sketch);
            visit(sketch);
        }
    };
    for (std::size_t at = 0; left_ && at < left_->unread->fiches.size(); ++at) {
        if (!choice.has(at)) continue;
        const Unread::Fiche& fiche = left_->unread->fiches[at];
        visit_others([&](const std::string& id) { return id < fiche.id; });
        if (left_->unread->sketch(fiche, sketch)) visit(sketch);
    }
    visit_others([](const std::string&) { return true; });
}

std::vector<const PartnerEntry*> Catalog::partners_in(const Choice& choice) const {
    std::vector<const PartnerEntry*> entries;
    const auto are_read = [&] {
        const std::scoped_lock lock(left_->reading);
        return left_->all.has_value();
    };
    // It is cheaper to read all, one behind the other, than many one by one.
    constexpr std::size_t many = 4;
    const std::size_t unread = left_ ? left_->unread->fiches.size() : 0;
    if (!left_ || choice.count(unread) > unread / many || are_read()) {
        for (const PartnerEntry& entry : partners()) entries.push_back(&entry);
        return entries;
    }
    auto other = partners_.begin();
    for (std::size_t at = 0; at < unread; ++at) {
        if (!choice.has(at)) continue;
        const std::string_view id = left_->unread->fiches[at].id;
        for (; other != partners_.end() && other->id < id; ++other) entries.push_back(&*other);
        const std::scoped_lock lock(left_->reading);
        if (const PartnerEntry* entry = left_->entry(at)) entries.push_back(entry);
    }
    for (; other != partners_.end(); ++other) entries.push_back(&*other);
    return entries;
}

bool Catalog::keeps_terms() const {
    return left_ && left_->unread->shelf->index.keeps_terms();
}

Choice Catalog::with_term(std::string_view beginning,
                          const std::function<bool(std::string_view term)>& is_meant) const {
    return left_ ? left_->unread->with_term(beginning, is_meant) : Choice();
}

Choice Catalog::only(std::string_view id) const {
    Choice one = nobody();
    if (const auto at = left_ ? left_->position(id) : std::nullopt) one.add(*at);
    return one;
}

Choice Catalog::nobody() const {
    return Choice::none_of(left_ ? left_->unread->fiches.size() : 0);
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
    if (at != sources_.end() && (*at)->ref == ref) return tree_of(*at);
    const auto left = left_ && ref.kind == model::RecordKind::partner ? left_->position(ref.id) : std::nullopt;
    if (!left) return nullptr;
    const std::scoped_lock lock(left_->reading);
    auto& source = left_->sources[*left];
    if (!source) source = left_->unread->source(left_->unread->fiches[*left]);
    return tree_of(source);
}

}  // namespace cafe::store
