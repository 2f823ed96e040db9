#include "exchange/geojson.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "exchange/fiches.hpp"
#include "facts/service.hpp"
#include "model/fields.hpp"
#include "model/values.hpp"
#include "view/hours.hpp"

namespace cafe::exchange {

namespace {

using view::Data;
using view::DataList;
using view::DataObject;

Data collection(DataList features) {
    return DataObject().put("type", "FeatureCollection").put("features", std::move(features)).done();
}

Data point(double longitude, double latitude) {
    return DataObject().put("type", "Point").put("coordinates", DataList{longitude, latitude}).done();
}

Data feature(std::string id, Data geometry, Data properties) {
    return DataObject()
        .put("type", "Feature")
        .put("id", std::move(id))
        .put("geometry", std::move(geometry))
        .put("properties", std::move(properties))
        .done();
}

class Writer {
public:
    Writer(const Edition& edition, Account& account) : edition_(edition), account_(account) {}

    DataList write() {
        each_fiche(edition_, Way::geojson, Closed::left_out, account_,
                   [&](const Fiche& fiche, Ledger& ledger) { return add(fiche, ledger); });
        return std::move(features_);
    }

    std::set<territory::AreaRef> served;

private:
    bool add(const Fiche& fiche, Ledger& ledger) {
        const model::Partner& partner = *fiche.partner;
        bool drawn = false;
        const model::Address address = shown_address(partner);
        if (address.latitude && address.longitude) {
            DataObject properties = common(fiche, partner.name);
            properties.add("adresse", address.street)
                .add("code_postal", address.postcode)
                .add("commune", address.commune)
                .add("horaires", hours_in_words(partner.hours));
            features_.push_back(feature(fiche.id, point(*address.longitude, *address.latitude), properties.done()));
            drawn = true;
        }
        const bool home_drawn = drawn;
        for (std::size_t i = 0; i < partner.permanences.size(); ++i)
            drawn = add_permanence(fiche, partner.permanences[i], i, ledger) || drawn;
        if (!drawn) {
            // Nobody is refused: a map shows what has a place.
            for (const auto& [path, tally] : ledger.tallies()) ledger.lose(path);
            account_.placeless_fiche();
            return false;
        }
        if (!home_drawn)
            for (const std::string_view path : {"address.street", "address.postcode", "address.commune", "hours"})
                ledger.lose(path);
        ledger.lose("phones.number", partner.phones.empty() ? 0 : partner.phones.size() - 1);
        ledger.lose("emails.address", partner.emails.empty() ? 0 : partner.emails.size() - 1);
        if (edition_.choices.areas) add_served(partner);
        return true;
    }

    static model::Address shown_address(const model::Partner& partner) {
        if (!partner.address || partner.address->confidential.value_or(false)) return {};
        return *partner.address;
    }

    [[nodiscard]] std::string hours_in_words(const std::string& hours) const {
        return hours.empty() ? std::string() : view::hours_in_a_line(hours, edition_.lang);
    }

    [[nodiscard]] DataObject common(const Fiche& fiche, const std::string& name) const {
        const model::Partner& partner = *fiche.partner;
        DataObject properties;
        properties.put("nom", name).add("resume", partner.summary);
        properties.add("type", label_of(edition_, model::VocabularyKind::kinds, partner.kind));
        std::vector<std::string> themes;
        for (const std::string& theme : facts::all_themes(partner))
            themes.push_back(label_of(edition_, model::VocabularyKind::themes, theme));
        properties.add("themes", text::join(themes, ", "));
        if (!partner.phones.empty()) properties.add("telephone", partner.phones.front().number);
        if (!partner.emails.empty()) properties.add("courriel", partner.emails.front().address);
        properties.add("site", web_address(partner.website));
        if (const auto& publish = edition_.catalog.settings().publish; publish && model::is_url(publish->url)) {
            std::string url = publish->url;
            if (!url.ends_with('/')) url += '/';
            properties.add("lien", url + "partenaires/" + fiche.id + ".html");
        }
        if (partner.verified && partner.verified->on) properties.add("verifie_le", partner.verified->on->iso());
        return properties;
    }

    // Where a host receives them; without one the place has no point of its own, and a commune's centre would be one
    // that nobody stands at.
    bool add_permanence(const Fiche& fiche, const model::Permanence& permanence, std::size_t number, Ledger& ledger) {
        const auto host = permanence.at.empty() ? std::nullopt
                                                : facts::release_partner(edition_.catalog, permanence.at,
                                                                         {edition_.reader, false, edition_.today});
        const model::Address address = host ? shown_address(**host) : model::Address{};
        if (!address.latitude || !address.longitude) {
            if (!permanence.place.empty()) ledger.lose("permanences.place", 1);
            if (!permanence.at.empty()) ledger.lose("permanences.at", 1);
            if (!permanence.commune.empty()) ledger.lose("permanences.commune", 1);
            if (!permanence.hours.empty()) ledger.lose("permanences.hours", 1);
            return false;
        }
        DataObject properties = common(fiche, fiche.partner->name);
        properties.add("permanence", permanence.place.empty() ? (*host)->name : permanence.place)
            .add("commune", permanence.commune.empty() ? address.commune : permanence.commune)
            .add("horaires", hours_in_words(permanence.hours));
        features_.push_back(feature(fiche.id + "--permanence-" + std::to_string(number + 1),
                                    point(*address.longitude, *address.latitude), properties.done()));
        return true;
    }

    void add_served(const model::Partner& partner) {
        for (const std::string& area : partner.territory) {
            const auto found = edition_.catalog.territory().resolve(area, territory::Spoken::record);
            if (const auto* known = std::get_if<territory::AreaRef>(&found)) served.insert(*known);
        }
    }

    const Edition& edition_;
    Account& account_;
    DataList features_;
};

// Above 0 against the clock. Outlines have their area on the left, so rings turn as RFC 7946 §3.1.6 wants it: outside
// against the clock, holes with it.
double signed_area(const std::vector<territory::Dot>& ring) {
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const territory::Dot& a = ring[i];
        const territory::Dot& b = ring[(i + 1) % ring.size()];
        sum += static_cast<double>(a.x) * b.y - static_cast<double>(b.x) * a.y;
    }
    return sum / 2;
}

constexpr double degrees = 10'000;

Data ring_of(const std::vector<territory::Dot>& ring) {
    DataList dots;
    for (const territory::Dot& dot : ring) dots.push_back(DataList{dot.x / degrees, dot.y / degrees});
    // The first place is said again at the end.
    if (!ring.empty()) dots.push_back(DataList{ring.front().x / degrees, ring.front().y / degrees});
    return dots;
}

bool is_within(const territory::Dot& dot, const std::vector<territory::Dot>& ring) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const territory::Dot& a = ring[i];
        const territory::Dot& b = ring[j];
        if ((a.y > dot.y) == (b.y > dot.y)) continue;
        const double x = a.x + (static_cast<double>(b.x) - a.x) * (static_cast<double>(dot.y) - a.y) /
                                   (static_cast<double>(b.y) - a.y);
        if (dot.x < x) inside = !inside;
    }
    return inside;
}

// Null where no border is known.
Data geometry_of(const territory::Outline& outline) {
    DataList polygons;
    for (const territory::Ring& ring : outline) {
        if (ring.size() < 3 || signed_area(ring) <= 0) continue;
        DataList rings{ring_of(ring)};
        for (const territory::Ring& hole : outline)
            if (hole.size() >= 3 && signed_area(hole) < 0 && is_within(hole.front(), ring))
                rings.push_back(ring_of(hole));
        polygons.push_back(std::move(rings));
    }
    if (polygons.empty()) return {};
    return DataObject().put("type", "MultiPolygon").put("coordinates", std::move(polygons)).done();
}

}  // namespace

Result<std::vector<Part>> geojson_files(const Edition& edition, Account& account) {
    Writer writer(edition, account);
    std::vector<Part> parts{{"partenaires.geojson", collection(writer.write())}};
    if (!edition.choices.areas) return parts;
    DataList features;
    for (const territory::AreaRef& area : writer.served)
        if (Data geometry = geometry_of(edition.catalog.territory().outline(area)); geometry.map() != nullptr)
            features.push_back(feature(area.code, std::move(geometry),
                                       DataObject()
                                           .put("nom", edition.catalog.territory().name(area))
                                           .put("code", area.code)
                                           .put("genre", edition.catalog.territory().kind_name(area).in(edition.lang))
                                           .done()));
    parts.push_back({"territoires.geojson", collection(std::move(features))});
    return parts;
}

}  // namespace cafe::exchange
