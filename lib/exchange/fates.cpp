#include "exchange/fates.hpp"

#include <algorithm>
#include <array>

namespace cafe::exchange {

namespace {

// m mapped, f flattened, l lost, w withheld, p private; in the order of all_ways:
// data·inclusion, HSDS, vCard, GeoJSON, JSON-LD, tables, calendar.
constexpr std::array partner_rows = std::to_array<FateRow>({
    {"name", "m m m m m m m"},
    {"short_name", "l m m l m m l"},
    {"aliases", "l m f l m m l"},
    {"kind", "m m l f f m l"},
    {"parent", "l m l l m m l"},
    {"see_also", "l l l l l m l"},
    {"siret", "m m l l m m l"},
    {"rna", "l m l l m m l"},
    {"summary", "f f f m m m l"},
    {"description", "f f l l f m l"},
    {"missions", "f f l l l m l"},
    {"limits", "f l l l l m l"},
    {"themes", "m m f f f m l"},
    {"publics", "m m l l f m l"},
    {"publics_note", "m m l l l m l"},
    {"age_min", "f m l l m m l"},
    {"age_max", "f m l l m m l"},
    {"territory", "f m l l m m l"},
    {"address.street", "m m m m m m l"},
    {"address.extra", "m m m l l m l"},
    {"address.postcode", "m m m m m m l"},
    {"address.commune", "m m m m m m l"},
    {"address.latitude", "m m m m m m l"},
    {"address.longitude", "m m m m m m l"},
    {"address.confidential", "w w w w w m w"},
    {"address.mail", "l f l l l m l"},
    {"phones.number", "m m m m m m f"},
    {"phones.label", "l m l l m m l"},
    {"phones.tip", "l l l l l m l"},
    {"phones.audience", "p p p p p m p"},
    {"emails.address", "m m m m m m l"},
    {"emails.label", "l l l l m m l"},
    {"emails.audience", "p p p p p m p"},
    {"website", "m m m m m m l"},
    {"hours", "m f f f f m l"},
    {"hours_note", "f f f l l m l"},
    {"permanences.place", "l m l m m m m"},
    {"permanences.at", "l f l f f m f"},
    {"permanences.commune", "l m l m m m m"},
    {"permanences.hours", "l f l f f m f"},
    {"permanences.by_appointment", "l f l l l m f"},
    {"permanences.services", "l l l l l m l"},
    {"permanences.note", "l f l l l m f"},
    {"permanences.audience", "p p p p p m p"},
    {"services.id", "m f l l f m l"},
    {"services.name", "m m l l m m l"},
    {"services.description", "f f l l f m l"},
    {"services.situations", "l l l l l m l"},
    {"services.themes", "m m l l f m l"},
    {"services.publics", "m m l l f m l"},
    {"services.territory", "f m l l m m l"},
    {"services.fee", "m m l l m m l"},
    {"services.fee_note", "m m l l l m l"},
    {"services.hours", "m f l l f m l"},
    {"services.referral.steps", "f f l l l m l"},
    {"services.referral.modes", "m m l l l m l"},
    {"services.referral.by", "m m l l l m l"},
    {"services.referral.link", "m m l l m m l"},
    {"services.referral.bring", "f m l l l m l"},
    {"services.referral.delay", "f m l l l m l"},
    {"services.referral.note", "f f l l l m l"},
    {"services.referral.professionals.phone", "w w w w w m w"},
    {"services.referral.professionals.email", "w w w w w m w"},
    {"services.contact", "m m l l l m l"},
    {"services.reception", "m l l l l m l"},
    {"services.capacity.places", "l f l l l m l"},
    {"services.capacity.free", "l f l l l m l"},
    {"services.capacity.waiting", "l l l l l m l"},
    {"services.capacity.as_of", "l f l l l m l"},
    {"services.openings.from", "l l l l l m l"},
    {"services.openings.until", "l l l l l m l"},
    {"services.openings.free", "l l l l l m l"},
    {"services.openings.as_of", "l l l l l m l"},
    {"services.openings.note", "l l l l l m l"},
    {"services.from", "l l l l l m l"},
    {"services.until", "l l l l l m l"},
    {"fee", "m m l l m m l"},
    {"fee_note", "m m l l l m l"},
    {"referral.steps", "f f f l l m l"},
    {"referral.modes", "m m l l l m l"},
    {"referral.by", "m m l l l m l"},
    {"referral.link", "m m f l m m l"},
    {"referral.bring", "f m f l l m l"},
    {"referral.delay", "f m f l l m l"},
    {"referral.note", "f f l l l m l"},
    {"referral.professionals.phone", "w w w w w m w"},
    {"referral.professionals.email", "w w w w w m w"},
    {"contacts.person", "p m l p l m p"},
    {"contacts.role", "p m l p l m p"},
    {"contacts.as", "p l l p l m p"},
    {"contacts.themes", "p l l p l m p"},
    {"contacts.territory", "p l l p l m p"},
    {"contacts.since", "p l l p l m p"},
    {"contacts.until", "p l l p l m p"},
    {"languages", "l m m l m m l"},
    {"accessibility", "m m l l l m l"},
    {"status", "f m l l l m l"},
    {"suspension.from", "l l l l l m l"},
    {"suspension.until", "f f l l l m l"},
    {"suspension.reason", "f f l l l m l"},
    {"verified.on", "m m m m m m l"},
    {"verified.by", "l l l l l m l"},
    {"verified.how", "l l l l l m l"},
    {"verified.meeting", "l l l l l m l"},
    {"verify_every", "p p p p p m p"},
    {"audience", "p p p p p m p"},
    {"agreement.on", "p p p p p p p"},
    {"agreement.by", "p p p p p p p"},
    {"tags", "p p p p p m p"},
    {"sources.name", "l f l l l m l"},
    {"sources.id", "l m l l l m l"},
    {"sources.on", "m l l l l m l"},
    {"sources.link", "m l l l l m l"},
    {"source", "l l l l l m l"},
    {"source_link", "m l l l l m l"},
    {"notes", "p p p p p p p"},
});

constexpr std::array person_rows = std::to_array<FateRow>({
    {"name", "m m l w l m w"},
    {"title", "l l l w l m w"},
    {"sort_as", "l l l w l m w"},
    {"emails.address", "m m l w l m w"},
    {"emails.for", "f f l w l m w"},
    {"emails.audience", "p p p p p m p"},
    {"phones.number", "m m l w l m w"},
    {"phones.for", "f f l w l m w"},
    {"phones.audience", "p p p p p m p"},
    {"language", "l l l w l m w"},
    {"invitations", "p p p p p p p"},
    {"lists", "p p p p p p p"},
    {"audience", "p p p p p m p"},
    {"privacy.informed.on", "p p p p p p p"},
    {"privacy.informed.how", "p p p p p p p"},
    {"privacy.objection.on", "p p p p p p p"},
    {"privacy.objection.scope", "p p p p p p p"},
    {"privacy.erase_on", "p p p p p p p"},
    {"notes", "p p p p p p p"},
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
