#include "territory/territory.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "territory/atlas.hpp"
#include "territory/distance.hpp"
#include "territory/lookup.hpp"

namespace cafe::territory {

double kilometres(const tables::Point& a, const tables::Point& b) {
    constexpr double earth_radius_km = 6371.0;
    constexpr double radians = 3.14159265358979323846 / 180;
    const double north = std::sin((b.latitude - a.latitude) * radians / 2);
    const double east = std::sin((b.longitude - a.longitude) * radians / 2);
    const double chord = north * north + std::cos(a.latitude * radians) * std::cos(b.latitude * radians) * east * east;
    return 2 * earth_radius_km * std::asin(std::min(1.0, std::sqrt(chord)));
}

namespace {

std::vector<tables::Point> centres(const std::vector<Index>& communes) {
    std::vector<tables::Point> list;
    for (const Index row : communes)
        if (const auto centre = tables::commune(row).centre) list.push_back(*centre);
    return list;
}

std::vector<Index> departement_rows(const std::vector<std::string>& codes) {
    std::vector<Index> rows;
    for (const std::string& code : codes)
        if (const auto row = tables::find_departement(code)) rows.push_back(*row);
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

// Reads a setup into an atlas and a lookup: names first, then what the aliases mean, then the own areas, each after
// those that it refers to.
class SetupReader {
public:
    SetupReader(const Setup& setup, Atlas& atlas, Lookup& lookup)
        : setup_(setup), atlas_(atlas), lookup_(lookup), progress_(setup.areas.size(), Progress::not_begun) {}

    std::vector<SetupProblem> read() {
        for (std::size_t i = 0; i < setup_.departments.size(); ++i)
            if (!tables::find_departement(setup_.departments[i]))
                report(SetupProblem::What::bad_department, {}, "departments", i, setup_.departments[i]);
        read_names();
        read_aliases();
        for (std::size_t own = 0; own < setup_.areas.size(); ++own) work_out(own);
        return std::move(problems_);
    }

private:
    enum class Progress { not_begun, under_way, done };
    using What = SetupProblem::What;

    void report(What what, const std::string& owner, std::string_view key, std::size_t position,
                const std::string& text, Unresolved unresolved = {}) {
        problems_.push_back({what, owner, std::string(key), position, text, std::move(unresolved)});
    }

    void read_names() {
        for (std::size_t own = 0; own < setup_.areas.size(); ++own) {
            const OwnArea& area = setup_.areas[own];
            if (area.name.empty()) continue;
            if (lookup_.has_word(area.name)) report(What::doubled_name, area.id, "name", 0, area.name);
            lookup_.add_word(area.name, area.id, atlas_.own_spot(own));
        }
    }

    // An alias may lead to another; the last of them is resolved while no alias is known yet, so "Agen: Agen" and
    // circles end at the tables.
    void read_aliases() {
        std::map<std::string, std::string> meant;
        for (const auto& [said, means] : setup_.aliases) meant.emplace(place_key(said), means);
        std::vector<std::pair<std::string, Spot>> found;
        for (std::size_t i = 0; i < setup_.aliases.size(); ++i) {
            const std::string& said = setup_.aliases[i].first;
            const std::string& means = setup_.aliases[i].second;
            std::set<std::string> seen{place_key(said)};
            std::string last = means;
            for (auto next = meant.find(place_key(last)); next != meant.end() && seen.insert(next->first).second;
                 next = meant.find(place_key(last)))
                last = next->second;
            const Resolved resolved = lookup_.resolve(last, Spoken::record);
            if (const auto* area = std::get_if<AreaRef>(&resolved))
                found.emplace_back(said, *atlas_.spot(*area));
            else
                report(What::unresolved, said, "aliases", i, means, std::get<Unresolved>(resolved));
            const auto same_word = [&](const auto& other) { return place_key(other.first) == place_key(said); };
            const auto here = setup_.aliases.begin() + static_cast<std::ptrdiff_t>(i);
            if (lookup_.has_word(said) || std::any_of(setup_.aliases.begin(), here, same_word))
                report(What::doubled_name, said, "aliases", i, said);
        }
        for (const auto& [said, means] : found) lookup_.add_word(said, {}, means);
    }

    // The area that a text of an own area refers to, worked out.
    std::optional<Spot> refer(std::size_t own, std::string_view key, std::size_t position, const std::string& text) {
        const std::string& id = setup_.areas[own].id;
        const Resolved resolved = lookup_.resolve(text, Spoken::record, id);
        if (const auto* unresolved = std::get_if<Unresolved>(&resolved)) {
            report(What::unresolved, id, key, position, text, *unresolved);
            return std::nullopt;
        }
        const Spot area = *atlas_.spot(std::get<AreaRef>(resolved));
        if (const auto other = atlas_.position(area)) {
            if (progress_[*other] == Progress::under_way) {
                report(What::cyclic, id, key, position, text);
                return std::nullopt;
            }
            work_out(*other);
        }
        return area;
    }

    void work_out(std::size_t own) {
        if (progress_[own] != Progress::not_begun) return;
        progress_[own] = Progress::under_way;
        const OwnArea& area = setup_.areas[own];
        if (atlas_.owns()[own].quarter) {
            if (const auto outer = refer(own, "within", 0, area.within)) atlas_.lay_within(own, *outer);
            atlas_.finish(own);
        } else {
            work_out_parts(own);
        }
        const Own& made = atlas_.owns()[own];
        if (made.communes.empty() && made.quarters.empty()) report(What::empty, area.id, "areas", 0, {});
        progress_[own] = Progress::done;
    }

    void work_out_parts(std::size_t own) {
        const OwnArea& area = setup_.areas[own];
        for (std::size_t i = 0; i < area.areas.size(); ++i)
            if (const auto part = refer(own, "areas", i, area.areas[i])) atlas_.add(own, *part);
        for (std::size_t i = 0; i < area.except.size(); ++i) {
            const auto part = refer(own, "except", i, area.except[i]);
            if (part && !atlas_.take_out(own, *part))
                report(What::except_outside, area.id, "except", i, area.except[i]);
        }
        atlas_.finish(own);
    }

    const Setup& setup_;
    Atlas& atlas_;
    Lookup& lookup_;
    std::vector<Progress> progress_;
    std::vector<SetupProblem> problems_;
};

}  // namespace

struct Territory::Inside {
    explicit Inside(Setup setup) : atlas(setup.areas), lookup(atlas, departement_rows(setup.departments)) {
        problems = SetupReader(setup, atlas, lookup).read();
    }
    Inside(const Inside&) = delete;  // the lookup points at its atlas
    Inside& operator=(const Inside&) = delete;

    Atlas atlas;
    Lookup lookup;
    std::vector<SetupProblem> problems;
};

Territory::Territory(Setup setup) : inside_(std::make_shared<const Inside>(std::move(setup))) {}

Resolved Territory::resolve(std::string_view text, Spoken spoken) const {
    return inside_->lookup.resolve(text, spoken);
}

Resolved Territory::resolve_address(std::string_view commune, std::string_view postcode) const {
    return inside_->lookup.resolve_address(commune, postcode);
}

std::optional<Territory::Match> Territory::area_at(std::span<const fold::Word> words, std::size_t start,
                                                   Announced announced) const {
    return inside_->lookup.area_at(words, start, announced);
}

bool Territory::known(const AreaRef& area) const {
    return inside_->atlas.spot(area).has_value();
}

std::string Territory::name(const AreaRef& area) const {
    const auto spot = inside_->atlas.spot(area);
    return spot ? inside_->atlas.name(*spot) : std::string{};
}

Words Territory::kind_name(const AreaRef& area) const {
    const auto spot = inside_->atlas.spot(area);
    return spot ? inside_->atlas.kind_name(*spot) : Words{};
}

Words Territory::detail(const AreaRef& area) const {
    const auto spot = inside_->atlas.spot(area);
    return spot ? inside_->atlas.detail(*spot) : Words{};
}

Candidate Territory::candidate(const AreaRef& area) const {
    const auto spot = inside_->atlas.spot(area);
    return spot ? inside_->atlas.candidate(*spot) : Candidate{area, {}, {}, area.code};
}

bool Territory::contains(const AreaRef& a, const AreaRef& b) const {
    const auto outer = inside_->atlas.spot(a);
    const auto inner = outer ? inside_->atlas.spot(b) : std::nullopt;
    return inner && inside_->atlas.holds(*outer, *inner);
}

bool Territory::touches(const AreaRef& a, const AreaRef& b) const {
    const auto one = inside_->atlas.spot(a);
    const auto other = one ? inside_->atlas.spot(b) : std::nullopt;
    return other && inside_->atlas.meets(*one, *other);
}

std::size_t Territory::size(const AreaRef& area) const {
    const auto spot = inside_->atlas.spot(area);
    return spot ? inside_->atlas.size(*spot) : 0;
}

std::vector<AreaRef> Territory::communes_of(const AreaRef& area) const {
    const auto spot = inside_->atlas.spot(area);
    std::vector<AreaRef> list;
    if (!spot) return list;
    for (const Index row : inside_->atlas.communes(*spot)) list.push_back(inside_->atlas.ref({AreaKind::commune, row}));
    return list;
}

std::optional<double> Territory::distance_km(const AreaRef& a, const AreaRef& b) const {
    const auto one = inside_->atlas.spot(a);
    const auto other = inside_->atlas.spot(b);
    if (!one || !other) return std::nullopt;
    if (inside_->atlas.meets(*one, *other)) return 0;
    const auto here = centres(inside_->atlas.communes(*one));
    const auto there = centres(inside_->atlas.communes(*other));
    double nearest = std::numeric_limits<double>::infinity();
    for (const tables::Point& from : here)
        for (const tables::Point& to : there) nearest = std::min(nearest, kilometres(from, to));
    return std::isinf(nearest) ? std::nullopt : std::optional(nearest);
}

Outline Territory::outline(const AreaRef& area) const {
    const auto spot = inside_->atlas.spot(area);
    return spot ? outline_of(inside_->atlas.communes(*spot)) : Outline{};
}

std::optional<tables::Point> Territory::centre(const AreaRef& area) const {
    const auto spot = inside_->atlas.spot(area);
    if (!spot) return std::nullopt;
    const auto points = centres(inside_->atlas.communes(*spot));
    if (points.empty()) return std::nullopt;
    tables::Point mean;
    for (const tables::Point& point : points) {
        mean.latitude += point.latitude / static_cast<double>(points.size());
        mean.longitude += point.longitude / static_cast<double>(points.size());
    }
    return mean;
}

std::vector<std::string> Territory::postcodes(const AreaRef& area) const {
    const auto spot = inside_->atlas.spot(area);
    if (!spot) return {};
    std::set<std::string_view> found;
    const auto collect = [&](std::span<const Index> rows) {
        for (const Index row : rows) found.insert(tables::postcode(row));
    };
    if (spot->kind == AreaKind::quarter && spot->row < tables::parts()) collect(tables::part(spot->row).postcodes);
    if (found.empty())
        for (const Index commune : inside_->atlas.communes(*spot)) collect(tables::commune(commune).postcodes);
    return {found.begin(), found.end()};
}

std::vector<AreaRef> Territory::communes_of_postcode(std::string_view postcode) const {
    std::vector<AreaRef> list;
    const auto row = tables::find_postcode(postcode);
    if (!row) return list;
    for (const Index commune : tables::communes_of_postcode(*row))
        list.push_back(inside_->atlas.ref({AreaKind::commune, commune}));
    return list;
}

FiveDigits Territory::five_digits(std::string_view digits) const {
    FiveDigits readings;
    if (const auto commune = tables::find_commune(digits))
        readings.by_insee = inside_->atlas.ref({AreaKind::commune, *commune});
    else if (const auto part = tables::find_part(digits))
        readings.by_insee = inside_->atlas.ref({AreaKind::quarter, *part});
    readings.by_postcode = communes_of_postcode(digits);
    return readings;
}

std::vector<AreaRef> Territory::own_areas() const {
    std::vector<AreaRef> list;
    for (std::size_t own = 0; own < inside_->atlas.owns().size(); ++own)
        list.push_back(inside_->atlas.ref(inside_->atlas.own_spot(own)));
    return list;
}

const std::vector<SetupProblem>& Territory::problems() const {
    return inside_->problems;
}

}  // namespace cafe::territory
