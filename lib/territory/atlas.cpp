#include "territory/atlas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace cafe::territory {

namespace {

// The communes of an area of the tables are a run of rows or a list of them.
Index first_commune(Index departement) {
    return tables::departement(departement).first;
}
Index end_commune(Index departement) {
    return tables::departement(departement).end;
}

Words epci_kind(std::string_view name) {
    if (name.starts_with("CC ")) return {"communauté de communes", "community of communes"};
    if (name.starts_with("CA ")) return {"communauté d'agglomération", "agglomeration community"};
    if (name.starts_with("CU ")) return {"communauté urbaine", "urban community"};
    return {"métropole", "metropolis"};
}

// Where most of its communes lie.
Index main_departement(const tables::Epci& epci) {
    std::map<Index, std::size_t> counts;
    for (const Index commune : epci.communes) ++counts[tables::departement_of(commune)];
    const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
    return std::max_element(counts.begin(), counts.end(), fewer)->first;
}

Words with_place(const Words& kind, std::string_view place) {
    return {fmt::format("{}, {}", kind.fr, place), fmt::format("{}, {}", kind.en, place)};
}

}  // namespace

Atlas::Atlas(std::vector<OwnArea> areas) {
    for (OwnArea& area : areas) {
        Own made;
        made.quarter = area.areas.empty() && !area.within.empty();
        made.bits.assign((tables::communes() + 63) / 64, 0);
        made.said = std::move(area);
        by_id_.push_back(owns_.size());
        owns_.push_back(std::move(made));
    }
    std::stable_sort(by_id_.begin(), by_id_.end(),
                     [&](std::size_t a, std::size_t b) { return owns_[a].said.id < owns_[b].said.id; });
}

// ---- Own areas ----------------------------------------------------------------------------------------------------

Spot Atlas::own_spot(std::size_t position) const {
    const auto row = static_cast<Index>(position);
    return owns_[position].quarter ? Spot{AreaKind::quarter, tables::parts() + row} : Spot{AreaKind::own, row};
}

std::optional<std::size_t> Atlas::position(const Spot& area) const {
    if (area.kind == AreaKind::own) return area.row;
    if (area.kind == AreaKind::quarter && area.row >= tables::parts()) return area.row - tables::parts();
    return std::nullopt;
}

const Own* Atlas::own(const Spot& area) const {
    const auto at = position(area);
    return at ? &owns_[*at] : nullptr;
}

std::optional<std::size_t> Atlas::own_by_id(std::string_view id) const {
    const auto found = std::lower_bound(by_id_.begin(), by_id_.end(), id, [&](std::size_t at, std::string_view wanted) {
        return owns_[at].said.id < wanted;
    });
    if (found == by_id_.end() || owns_[*found].said.id != id) return std::nullopt;
    return *found;
}

void Atlas::add(std::size_t at, const Spot& area) {
    Own& into = owns_[at];
    const Own* other = own(area);
    std::vector<Spot> missing;  // quarters that the area lacks and that nothing else has brought
    if (other && area.kind == AreaKind::own)
        for (const Spot& quarter : other->cut)
            if (!holds_quarter(own_spot(at), quarter)) missing.push_back(quarter);
    std::erase_if(into.cut, [&](const Spot& quarter) { return holds_quarter(area, quarter); });
    any_commune(area, [&](Index commune) {
        into.include(commune);
        return false;
    });
    if (area.kind == AreaKind::quarter)
        into.quarters.push_back(area);
    else if (other)
        into.quarters.insert(into.quarters.end(), other->quarters.begin(), other->quarters.end());
    into.cut.insert(into.cut.end(), missing.begin(), missing.end());
}

bool Atlas::take_out(std::size_t at, const Spot& area) {
    Own& from = owns_[at];
    bool took = false;
    if (area.kind == AreaKind::quarter) {
        took = std::erase_if(from.quarters, [&](const Spot& quarter) { return inside(quarter, area); }) > 0;
        if (any_home(area, [&](Index commune) { return from.has(commune); })) {
            from.cut.push_back(area);
            took = true;
        }
        return took;
    }
    any_commune(area, [&](Index commune) {
        took = took || from.has(commune);
        from.exclude(commune);
        return false;
    });
    took = std::erase_if(from.quarters, [&](const Spot& quarter) { return meets_quarter(area, quarter); }) > 0 || took;
    if (const Own* other = own(area))
        for (const Spot& quarter : other->quarters) took = take_out(at, quarter) || took;
    return took;
}

void Atlas::lay_within(std::size_t at, const Spot& area) {
    if (area.kind == AreaKind::quarter) owns_[at].parent = area;
    for (const Index commune : communes(area)) owns_[at].include(commune);
}

void Atlas::finish(std::size_t at) {
    Own& done = owns_[at];
    done.communes.clear();
    for (Index commune = 0; commune < tables::communes(); ++commune) {
        if (done.bits[commune / 64] == 0) {
            commune |= 63;  // nothing in the whole word: on to the next
            continue;
        }
        if (done.has(commune)) done.communes.push_back(commune);
    }
    if (done.quarter) return;
    std::erase_if(done.quarters, [&](const Spot& quarter) {
        return std::none_of(done.cut.begin(), done.cut.end(), [&](const Spot& cut) { return related(cut, quarter); }) &&
               !any_home(quarter, [&](Index commune) { return !done.has(commune); });
    });
    std::erase_if(done.cut,
                  [&](const Spot& cut) { return !any_home(cut, [&](Index commune) { return done.has(commune); }); });
}

// ---- What an area is called ---------------------------------------------------------------------------------------

std::optional<Spot> Atlas::spot(const AreaRef& area) const {
    const std::string_view code = area.code;
    const auto behind = [&](std::string_view prefix) {
        return code.starts_with(prefix) ? code.substr(prefix.size()) : std::string_view{};
    };
    const auto found = [&](std::optional<Index> row) -> std::optional<Spot> {
        return row ? std::optional(Spot{area.kind, *row}) : std::nullopt;
    };
    switch (area.kind) {
        case AreaKind::commune: return found(tables::find_commune(behind("insee:")));
        case AreaKind::postcode: return found(tables::find_postcode(behind("cp:")));
        case AreaKind::epci: return found(tables::find_epci(behind("epci:")));
        case AreaKind::departement: return found(tables::find_departement(behind("dep:")));
        case AreaKind::region: return found(tables::find_region(behind("reg:")));
        case AreaKind::country: return code == "france" ? std::optional(Spot{}) : std::nullopt;
        case AreaKind::quarter:
            if (code.starts_with("insee:")) return found(tables::find_part(behind("insee:")));
            break;
        case AreaKind::own: break;
    }
    const auto at = own_by_id(code);
    if (!at || own_spot(*at).kind != area.kind) return std::nullopt;
    return own_spot(*at);
}

AreaRef Atlas::ref(const Spot& area) const {
    if (const Own* mine = own(area)) return {area.kind, mine->said.id};
    switch (area.kind) {
        case AreaKind::commune: return {area.kind, fmt::format("insee:{}", tables::commune(area.row).code)};
        case AreaKind::quarter: return {area.kind, fmt::format("insee:{}", tables::part(area.row).code)};
        case AreaKind::postcode: return {area.kind, fmt::format("cp:{}", tables::postcode(area.row))};
        case AreaKind::epci: return {area.kind, fmt::format("epci:{}", tables::epci(area.row).siren)};
        case AreaKind::departement: return {area.kind, fmt::format("dep:{}", tables::departement(area.row).code)};
        case AreaKind::region: return {area.kind, fmt::format("reg:{}", tables::region(area.row).code)};
        default: return {AreaKind::country, "france"};
    }
}

std::string Atlas::name(const Spot& area) const {
    if (const Own* mine = own(area)) return mine->said.name.empty() ? mine->said.id : mine->said.name;
    switch (area.kind) {
        case AreaKind::commune: return std::string(tables::commune(area.row).name);
        case AreaKind::quarter: return std::string(tables::part(area.row).name);
        case AreaKind::postcode: return std::string(tables::postcode(area.row));
        case AreaKind::epci: return std::string(tables::epci(area.row).name);
        case AreaKind::departement: return std::string(tables::departement(area.row).name);
        case AreaKind::region: return std::string(tables::region(area.row).name);
        default: return "France";
    }
}

Words Atlas::kind_name(const Spot& area) const {
    if (const Own* mine = own(area)) {
        if (!mine->said.kind.empty()) return same(mine->said.kind);
        return mine->quarter ? Words{"quartier", "quarter"} : Words{"secteur", "local area"};
    }
    switch (area.kind) {
        case AreaKind::commune: return same("commune");
        case AreaKind::quarter:
            return tables::part(area.row).former ? Words{"ancienne commune", "former commune"} : same("arrondissement");
        case AreaKind::postcode: return {"code postal", "postcode"};
        case AreaKind::epci: return epci_kind(tables::epci(area.row).name);
        case AreaKind::departement: return {"département", "département"};
        case AreaKind::region: return {"région", "région"};
        default: return {"pays", "country"};
    }
}

Words Atlas::detail(const Spot& area) const {
    const Words kind = kind_name(area);
    switch (area.kind) {
        case AreaKind::commune: return with_place(kind, tables::departement(tables::departement_of(area.row)).name);
        case AreaKind::epci:
            return with_place(kind, tables::departement(main_departement(tables::epci(area.row))).name);
        case AreaKind::departement: {
            const auto region = tables::departement(area.row).region;
            return region ? with_place(kind, tables::region(*region).name) : kind;
        }
        case AreaKind::quarter: {
            if (const Own* mine = own(area))
                return mine->said.within.empty() ? kind : with_place(kind, mine->said.within);
            return with_place(kind, tables::commune(tables::part(area.row).commune).name);
        }
        default: return kind;
    }
}

Candidate Atlas::candidate(const Spot& area) const {
    AreaRef named = ref(area);
    std::string how = named.code;
    return {std::move(named), name(area), detail(area), std::move(how)};
}

// ---- Which holds which --------------------------------------------------------------------------------------------

std::vector<Index> Atlas::home(const Spot& quarter) const {
    if (const Own* mine = own(quarter)) return mine->communes;
    return {tables::part(quarter.row).commune};
}

template <class Test>
bool Atlas::any_home(const Spot& quarter, Test test) const {
    if (const Own* mine = own(quarter)) return std::any_of(mine->communes.begin(), mine->communes.end(), test);
    return test(tables::part(quarter.row).commune);
}

bool Atlas::inside(Spot quarter, const Spot& outer) const {
    for (;;) {
        if (quarter == outer) return true;
        const Own* mine = own(quarter);
        if (!mine || !mine->parent) return false;
        quarter = *mine->parent;
    }
}

// Visits the communes of an area that is made of communes until `test` says true. A quarter is made of none.
template <class Test>
bool Atlas::any_commune(const Spot& area, Test test) const {
    const auto any_between = [&](Index first, Index end) {
        for (Index commune = first; commune < end; ++commune)
            if (test(commune)) return true;
        return false;
    };
    switch (area.kind) {
        case AreaKind::quarter: return false;
        case AreaKind::commune: return test(area.row);
        case AreaKind::postcode: {
            const auto served = tables::communes_of_postcode(area.row);
            return std::any_of(served.begin(), served.end(), test);
        }
        case AreaKind::epci: {
            const auto members = tables::epci(area.row).communes;
            return std::any_of(members.begin(), members.end(), test);
        }
        case AreaKind::own: {
            const auto& list = owns_[area.row].communes;
            return std::any_of(list.begin(), list.end(), test);
        }
        case AreaKind::departement: return any_between(first_commune(area.row), end_commune(area.row));
        case AreaKind::region:
            for (Index departement = 0; departement < tables::departements(); ++departement) {
                if (tables::departement(departement).region != area.row) continue;
                if (any_between(first_commune(departement), end_commune(departement))) return true;
            }
            return false;
        case AreaKind::country: return any_between(0, tables::communes());
    }
    return false;
}

// At least a part of the commune.
bool Atlas::has_commune(const Spot& area, Index commune) const {
    switch (area.kind) {
        case AreaKind::quarter: return false;
        case AreaKind::commune: return area.row == commune;
        case AreaKind::postcode: {
            const auto served = tables::communes_of_postcode(area.row);
            return std::find(served.begin(), served.end(), commune) != served.end();
        }
        case AreaKind::epci: return tables::epci_of(commune) == area.row;
        case AreaKind::own: return owns_[area.row].has(commune);
        case AreaKind::departement: return tables::departement_of(commune) == area.row;
        case AreaKind::region: return tables::departement(tables::departement_of(commune)).region == area.row;
        case AreaKind::country: return true;
    }
    return false;
}

bool Atlas::holds_commune(const Spot& area, Index commune) const {
    if (!has_commune(area, commune)) return false;
    if (area.kind != AreaKind::own) return true;
    const auto& cut = owns_[area.row].cut;
    return std::none_of(cut.begin(), cut.end(), [&](const Spot& quarter) {
        return any_home(quarter, [&](Index home) { return home == commune; });
    });
}

bool Atlas::holds_quarter(const Spot& area, const Spot& quarter) const {
    if (area.kind == AreaKind::quarter) return inside(quarter, area);
    if (const Own* mine = own(area)) {
        const auto inside_of = [&](const Spot& outer) { return inside(quarter, outer); };
        if (std::any_of(mine->quarters.begin(), mine->quarters.end(), inside_of)) return true;
        const auto in_the_way = [&](const Spot& cut) { return related(cut, quarter); };
        if (std::any_of(mine->cut.begin(), mine->cut.end(), in_the_way)) return false;
    }
    const bool somewhere = any_home(quarter, [](Index) { return true; });
    return somewhere && !any_home(quarter, [&](Index commune) { return !has_commune(area, commune); });
}

bool Atlas::holds_own(const Spot& area, const Own& other) const {
    if (other.communes.empty() && other.quarters.empty()) return false;
    const Own* mine = own(area);
    for (const Index commune : other.communes)
        if (!has_commune(area, commune)) return false;
    // What was cut out of `area` must have been cut out of the other too.
    if (mine && area.kind == AreaKind::own)
        for (const Spot& cut : mine->cut) {
            const bool concerns = any_home(cut, [&](Index commune) { return other.has(commune); });
            const bool also_cut = std::any_of(other.cut.begin(), other.cut.end(),
                                              [&](const Spot& theirs) { return inside(cut, theirs); });
            if (concerns && !also_cut) return false;
        }
    return std::all_of(other.quarters.begin(), other.quarters.end(),
                       [&](const Spot& quarter) { return holds_quarter(area, quarter); });
}

bool Atlas::holds(const Spot& a, const Spot& b) const {
    if (a == b) return true;
    switch (b.kind) {
        case AreaKind::commune: return holds_commune(a, b.row);
        case AreaKind::quarter: return holds_quarter(a, b);
        case AreaKind::own: return holds_own(a, owns_[b.row]);
        default: break;
    }
    if (a.kind == AreaKind::country) return true;
    if (a.kind == AreaKind::region && b.kind == AreaKind::departement)
        return tables::departement(b.row).region == a.row;
    if (a.kind == b.kind || size(b) > size(a)) return false;
    return !any_commune(b, [&](Index commune) { return !holds_commune(a, commune); });
}

bool Atlas::meets_quarter(const Spot& area, const Spot& quarter) const {
    if (area.kind == AreaKind::quarter) return related(area, quarter);
    if (const Own* mine = own(area)) {
        const auto akin = [&](const Spot& other) { return related(other, quarter); };
        if (std::any_of(mine->quarters.begin(), mine->quarters.end(), akin)) return true;
        const auto outside = [&](const Spot& cut) { return inside(quarter, cut); };
        if (std::any_of(mine->cut.begin(), mine->cut.end(), outside)) return false;
    }
    return any_home(quarter, [&](Index commune) { return has_commune(area, commune); });
}

bool Atlas::meets(const Spot& a, const Spot& b) const {
    if (a == b) return true;
    if (a.kind == AreaKind::quarter) return meets_quarter(b, a);
    if (b.kind == AreaKind::quarter) return meets_quarter(a, b);
    const auto quarters_meet = [&](const Spot& one, const Spot& other) {
        const Own* mine = own(one);
        return mine && std::any_of(mine->quarters.begin(), mine->quarters.end(),
                                   [&](const Spot& quarter) { return meets_quarter(other, quarter); });
    };
    if (quarters_meet(a, b) || quarters_meet(b, a)) return true;
    // Areas of one kind do not overlap, but postcodes may share a town.
    if (a.kind == b.kind && a.kind != AreaKind::own && a.kind != AreaKind::postcode) return false;
    const bool a_is_smaller = size(a) <= size(b);
    const Spot& small = a_is_smaller ? a : b;
    const Spot& large = a_is_smaller ? b : a;
    return any_commune(small, [&](Index commune) { return has_commune(large, commune); });
}

std::size_t Atlas::size(const Spot& area) const {
    switch (area.kind) {
        case AreaKind::quarter: return 0;
        case AreaKind::commune: return 1;
        case AreaKind::postcode: return tables::communes_of_postcode(area.row).size();
        case AreaKind::epci: return tables::epci(area.row).communes.size();
        case AreaKind::own: return owns_[area.row].communes.size();
        case AreaKind::departement: return end_commune(area.row) - first_commune(area.row);
        case AreaKind::country: return tables::communes();
        case AreaKind::region: break;
    }
    std::size_t sum = 0;
    for (Index departement = 0; departement < tables::departements(); ++departement)
        if (tables::departement(departement).region == area.row)
            sum += end_commune(departement) - first_commune(departement);
    return sum;
}

std::vector<Index> Atlas::communes(const Spot& area) const {
    if (area.kind == AreaKind::quarter) return home(area);
    std::vector<Index> list;
    any_commune(area, [&](Index commune) {
        list.push_back(commune);
        return false;
    });
    if (const Own* mine = own(area)) {
        for (const Spot& quarter : mine->quarters)
            for (const Index commune : home(quarter)) list.push_back(commune);
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    return list;
}

}  // namespace cafe::territory
