#include "exchange/fates.hpp"

#include <algorithm>
#include <array>

namespace cafe::exchange {

namespace {

// m mapped, f flattened, l lost, w withheld, p private; in the order of all_ways:
// data·inclusion, HSDS, vCard, GeoJSON, JSON-LD, tables, calendar, engines.
constexpr std::array partner_rows = std::to_array<FateRow>({
    {"name", "m m m m m m m m"},
    {"short_name", "l m m l m m l m"},
    {"aliases", "l m f l m m l m"},
    {"kind", "m m l f f m l m"},
    {"parent", "l m l l m m l m"},
    {"see_also", "l l l l l m l m"},
    {"siret", "m m l l m m l m"},
    {"rna", "l m l l m m l m"},
    {"summary", "f f f m m m l m"},
    {"description", "f f l l f m l m"},
    {"missions", "f f l l l m l m"},
    {"limits", "f l l l l m l m"},
    {"themes", "m m f f f m l m"},
    {"publics", "m m l l f m l m"},
    {"publics_note", "m m l l l m l m"},
    {"age_min", "f m l l m m l m"},
    {"age_max", "f m l l m m l m"},
    {"territory", "f m l l m m l m"},
    {"address.street", "m m m m m m l m"},
    {"address.extra", "m m m l l m l m"},
    {"address.postcode", "m m m m m m l m"},
    {"address.commune", "m m m m m m l m"},
    {"address.latitude", "m m m m m m l m"},
    {"address.longitude", "m m m m m m l m"},
    {"address.confidential", "w w w w w m w m"},
    {"address.mail", "l f l l l m l m"},
    {"phones.number", "m m m m m m f m"},
    {"phones.label", "l m l l m m l m"},
    {"phones.tip", "l l l l l m l m"},
    {"phones.audience", "p p p p p m p m"},
    {"emails.address", "m m m m m m l m"},
    {"emails.label", "l l l l m m l m"},
    {"emails.audience", "p p p p p m p m"},
    {"website", "m m m m m m l m"},
    {"hours", "m f f f f m l m"},
    {"hours_note", "f f f l l m l m"},
    {"permanences.place", "l m l m m m m m"},
    {"permanences.at", "l f l f f m f m"},
    {"permanences.commune", "l m l m m m m m"},
    {"permanences.hours", "l f l f f m f m"},
    {"permanences.by_appointment", "l f l l l m f m"},
    {"permanences.services", "l l l l l m l m"},
    {"permanences.note", "l f l l l m f m"},
    {"permanences.audience", "p p p p p m p m"},
    {"services.id", "m f l l f m l m"},
    {"services.name", "m m l l m m l m"},
    {"services.description", "f f l l f m l m"},
    {"services.situations", "l l l l l m l m"},
    {"services.themes", "m m l l f m l m"},
    {"services.publics", "m m l l f m l m"},
    {"services.territory", "f m l l m m l m"},
    {"services.fee", "m m l l m m l m"},
    {"services.fee_note", "m m l l l m l m"},
    {"services.hours", "m f l l f m l m"},
    {"services.referral.steps", "f f l l l m l m"},
    {"services.referral.modes", "m m l l l m l m"},
    {"services.referral.by", "m m l l l m l m"},
    {"services.referral.link", "m m l l m m l m"},
    {"services.referral.bring", "f m l l l m l m"},
    {"services.referral.delay", "f m l l l m l m"},
    {"services.referral.note", "f f l l l m l m"},
    {"services.referral.professionals.phone", "w w w w w m w m"},
    {"services.referral.professionals.email", "w w w w w m w m"},
    {"services.contact", "m m l l l m l m"},
    {"services.reception", "m l l l l m l m"},
    {"services.capacity.places", "l f l l l m l m"},
    {"services.capacity.free", "l f l l l m l m"},
    {"services.capacity.waiting", "l l l l l m l m"},
    {"services.capacity.as_of", "l f l l l m l m"},
    {"services.openings.from", "l l l l l m l m"},
    {"services.openings.until", "l l l l l m l m"},
    {"services.openings.free", "l l l l l m l m"},
    {"services.openings.as_of", "l l l l l m l m"},
    {"services.openings.note", "l l l l l m l m"},
    {"services.from", "l l l l l m l m"},
    {"services.until", "l l l l l m l m"},
    {"fee", "m m l l m m l m"},
    {"fee_note", "m m l l l m l m"},
    {"referral.steps", "f f f l l m l m"},
    {"referral.modes", "m m l l l m l m"},
    {"referral.by", "m m l l l m l m"},
    {"referral.link", "m m f l m m l m"},
    {"referral.bring", "f m f l l m l m"},
    {"referral.delay", "f m f l l m l m"},
    {"referral.note", "f f l l l m l m"},
    {"referral.professionals.phone", "w w w w w m w m"},
    {"referral.professionals.email", "w w w w w m w m"},
    {"contacts.person", "p m l p l m p m"},
    {"contacts.role", "p m l p l m p m"},
    {"contacts.as", "p l l p l m p m"},
    {"contacts.themes", "p l l p l m p m"},
    {"contacts.territory", "p l l p l m p m"},
    {"contacts.since", "p l l p l m p m"},
    {"contacts.until", "p l l p l m p m"},
    {"languages", "l m m l m m l m"},
    {"accessibility", "m m l l l m l m"},
    {"status", "f m l l l m l m"},
    {"suspension.from", "l l l l l m l m"},
    {"suspension.until", "f f l l l m l m"},
    {"suspension.reason", "f f l l l m l m"},
    {"verified.on", "m m m m m m l m"},
    {"verified.by", "l l l l l m l m"},
    {"verified.how", "l l l l l m l m"},
    {"verified.meeting", "l l l l l m l m"},
    {"verify_every", "p p p p p m p m"},
    {"audience", "p p p p p m p m"},
    {"agreement.on", "p p p p p p p p"},
    {"agreement.by", "p p p p p p p p"},
    {"tags", "p p p p p m p m"},
    {"sources.name", "l f l l l m l m"},
    {"sources.id", "l m l l l m l m"},
    {"sources.on", "m l l l l m l m"},
    {"sources.link", "m l l l l m l m"},
    {"source", "l l l l l m l m"},
    {"source_link", "m l l l l m l m"},
    {"notes", "p p p p p p p p"},
});

constexpr std::array person_rows = std::to_array<FateRow>({
    {"name", "m m l w l m w f"},
    {"title", "l l l w l m w l"},
    {"sort_as", "l l l w l m w l"},
    {"emails.address", "m m l w l m w l"},
    {"emails.for", "f f l w l m w l"},
    {"emails.audience", "p p p p p m p l"},
    {"phones.number", "m m l w l m w l"},
    {"phones.for", "f f l w l m w l"},
    {"phones.audience", "p p p p p m p l"},
    {"language", "l l l w l m w l"},
    {"invitations", "p p p p p p p p"},
    {"lists", "p p p p p p p p"},
    {"audience", "p p p p p m p l"},
    {"privacy.informed.on", "p p p p p p p p"},
    {"privacy.informed.how", "p p p p p p p p"},
    {"privacy.objection.on", "p p p p p p p p"},
    {"privacy.objection.scope", "p p p p p p p p"},
    {"privacy.erase_on", "p p p p p p p p"},
    {"notes", "p p p p p p p p"},
});

template <std::size_t N>
constexpr bool is_whole(const std::array<FateRow, N>& rows) {
    return std::all_of(rows.begin(), rows.end(), [](const FateRow& row) {
        if (row.path.empty() || row.fates.size() != 2 * all_ways.size() - 1) return false;
        for (std::size_t i = 0; i < row.fates.size(); ++i)
            if (i % 2 == 0 ? !FateRow::is_fate(row.fates[i]) : row.fates[i] != ' ') return false;
        return true;
    });
}
static_assert(is_whole(partner_rows) && is_whole(person_rows), "every row says one fate for every way");

}  // namespace

std::string_view key_of(Fate fate) {
    switch (fate) {
        case Fate::mapped: return "mapped";
        case Fate::flattened: return "flattened";
        case Fate::lost: return "lost";
        case Fate::withheld: return "withheld";
        case Fate::private_: return "private";
    }
    return "private";
}

std::span<const FateRow> partner_fates() {
    return partner_rows;
}

std::span<const FateRow> person_fates() {
    return person_rows;
}

Fate fate_of(std::string_view partner_path, Way way) {
    const auto row = std::find_if(partner_rows.begin(), partner_rows.end(),
                                  [&](const FateRow& each) { return each.path == partner_path; });
    return row == partner_rows.end() ? Fate::private_ : row->in(way);
}

}  // namespace cafe::exchange
