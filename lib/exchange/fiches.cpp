#include "exchange/fiches.hpp"

#include "base/text.hpp"
#include "calendar/hours.hpp"
#include "model/fields.hpp"
#include "model/values.hpp"
#include "store/layout.hpp"

namespace cafe::exchange {

namespace {

constexpr Phrase<> name_of_file{"le nom du fichier ne peut pas servir d'identifiant",
                                "the name of the file cannot serve as an identifier"};
constexpr Phrase<> rename_it{"le changer : cafe rename", "change it: cafe rename"};
constexpr Phrase<std::string> does_not{"Ne fait pas : {}", "Does not do: {}"};
constexpr Phrase<> suspended{"Interrompu en ce moment", "Suspended at present"};
constexpr Phrase<Words> suspended_until{"Interrompu jusqu'au {}", "Suspended until {}"};
constexpr Phrase<Words, std::string> because{"{} : {}", "{}: {}"};
constexpr Phrase<int, int> between_ages{"De {} à {} ans", "From {} to {} years of age"};
constexpr Phrase<int> from_age{"À partir de {} ans", "From {} years of age"};
constexpr Phrase<int> to_age{"Jusqu'à {} ans", "Up to {} years of age"};
constexpr Phrase<std::string> delay_is{"Délai : {}", "Delay: {}"};
constexpr Phrase<std::string> to_bring{"À apporter : {}", "To bring: {}"};

std::string suspension_of(const model::Partner& partner, const Edition& edition) {
    if (model::status_of(partner.status) != model::Status::suspended) return {};
    const bool ends = partner.suspension && partner.suspension->until && edition.today <= *partner.suspension->until;
    Words words = ends ? suspended_until(plain_date(*partner.suspension->until)) : suspended();
    if (partner.suspension && !partner.suspension->reason.empty()) words = because(words, partner.suspension->reason);
    return words.in(edition.lang);
}

}  // namespace

void each_fiche(const Edition& edition, Way way, Closed closed, Account& account,
                const std::function<bool(const Fiche&, Ledger&)>& write) {
    for (const std::string& id : edition.ids) {
        const store::PartnerEntry* entry = edition.catalog.partner(id);
        if (entry == nullptr) continue;
        const auto partner = facts::release_partner(edition.catalog, id, {edition.reader, false, edition.today});
        if (!partner) {
            account.reserved_fiche();
            continue;
        }
        if (closed == Closed::left_out && model::status_of((*partner)->status) == model::Status::closed) {
            account.closed_fiche();
            continue;
        }
        const Fiche fiche{id, store::path_of({model::RecordKind::partner, id}), *partner};
        Ledger ledger(way, entry->value, **partner);
        account.withheld(id, entry->value, **partner, edition.today);
        bool written = model::is_id(id);
        if (!written) account.refuse({fiche.file, "id", name_of_file(), rename_it()});
        written = written && write(fiche, ledger);
        if (!written) ledger.refuse();
        account.add(ledger, written);
    }
}

bool has_ended(const Edition& edition, const model::Service& service, Account& account, Ledger& ledger) {
    if (!service.until || edition.today <= *service.until) return false;
    account.ended_service();
    ledger.lose(service);
    return true;
}

std::string description_of(const Edition& edition, const model::Partner& partner) {
    std::vector<std::string> parts;
    const auto add = [&](std::string part) {
        if (!text::trim(part).empty()) parts.emplace_back(text::trim(part));
    };
    add(suspension_of(partner, edition));
    add(partner.summary);
    add(edition.plain(partner.description));
    std::vector<std::string> lines;
    for (const std::string& mission : partner.missions) lines.push_back("- " + mission);
    add(text::join(lines, "\n"));
    lines.clear();
    for (const std::string& limit : partner.limits) lines.push_back(does_not(limit).in(edition.lang));
    add(text::join(lines, "\n"));
    return text::join(parts, "\n\n");
}

std::string ages_of(const model::Partner& partner, Lang lang) {
    if (partner.age_min && partner.age_max) return between_ages(*partner.age_min, *partner.age_max).in(lang);
    if (partner.age_min) return from_age(*partner.age_min).in(lang);
    return partner.age_max ? to_age(*partner.age_max).in(lang) : std::string();
}

std::string steps_of(const Edition& edition, const model::Referral& referral) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < referral.steps.size(); ++i)
        lines.push_back(std::to_string(i + 1) + ". " + referral.steps[i]);
    if (!referral.delay.empty()) lines.push_back(delay_of(referral, edition.lang));
    if (const std::string note = edition.plain(referral.note); !note.empty()) lines.push_back(note);
    return text::join(lines, "\n");
}

std::string delay_of(const model::Referral& referral, Lang lang) {
    return delay_is(referral.delay).in(lang);
}

std::string papers_of(const model::Referral& referral, Lang lang) {
    return referral.bring.empty() ? "" : to_bring(text::join(referral.bring, ", ")).in(lang);
}

std::string hours_of(const std::string& hours, const std::string& note) {
    std::string said = hours;
    if (const auto read = calendar::read_hours(hours); !hours.empty() && read.hours)
        said = calendar::canonical(*read.hours);
    if (note.empty()) return said;
    const std::string comment = "\"" + text::replace_all(note, "\"", "'") + "\"";
    if (said.empty()) return comment;
    // Behind a rule with a comment of its own a second one is no hours any more.
    const std::string both = said + " " + comment;
    return calendar::read_hours(both).exact ? both : said + " || " + comment;
}

std::optional<std::size_t> first_email(const std::vector<model::Email>& emails) {
    for (std::size_t i = 0; i < emails.size(); ++i)
        if (model::is_email(emails[i].address)) return i;
    return std::nullopt;
}

std::string bare_code(const territory::AreaRef& area) {
    return area.code.substr(area.code.find(':') + 1);
}

std::string insee_of(const Edition& edition, const model::Address& address) {
    if (address.commune.empty()) return {};
    const auto found = edition.catalog.territory().resolve_address(address.commune, address.postcode);
    const auto* area = std::get_if<territory::AreaRef>(&found);
    // A part of a commune has a code of its own too, where INSEE gave it one.
    return area != nullptr && area->code.starts_with("insee:") ? bare_code(*area) : std::string();
}

std::string_view status_of(const model::Partner& partner) {
    switch (model::status_of(partner.status)) {
        case model::Status::suspended: return "suspended";
        case model::Status::closed: return "closed";
        default: return "active";
    }
}

std::string web_address(const std::string& url) {
    constexpr std::size_t longest = 2083;
    return model::is_url(url) && url.size() <= longest ? url : std::string();
}

std::string label_of(const Edition& edition, model::VocabularyKind kind, const std::string& id) {
    return edition.catalog.vocabulary().label(kind, id).in(edition.lang);
}

}  // namespace cafe::exchange
