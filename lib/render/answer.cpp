#include "render/answer.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "facts/contact.hpp"
#include "facts/freshness.hpp"
#include "facts/opening.hpp"
#include "facts/release.hpp"
#include "render/answer_detail.hpp"
#include "view/hours.hpp"
#include "view/listing.hpp"
#include "view/permanences.hpp"
#include "view/places.hpp"
#include "view/understood.hpp"
#include "view/wording.hpp"

namespace cafe::render {

namespace {

using facts::Reach;
using query::Clue;
using query::MeaningKind;
using query::ReasonKind;
using store::Catalog;
using utf8::one_line;

// ---- Sentences -----------------------------------------------------------------------------------------------------

constexpr Phrase<std::string> in_an_emergency{"En cas d'urgence : {}", "In an emergency: {}"};
constexpr Phrase<std::string> why_person{"y travaille : {}", "works there: {}"};
constexpr Phrase<std::string> as_good{"Répondent aussi bien : {}", "These answer equally well: {}"};
constexpr Phrase<> only_perhaps{"Peut-être : personne ne répond tout à fait à cette question",
                                "Perhaps: nobody quite answers this question"};
constexpr Phrase<Words> until_day{"jusqu'au {}", "until {}"};
constexpr Phrase<std::string> has_replaced{"a pris la suite : {}", "took over from: {}"};
constexpr Phrase<> no_function_now{"aucune fonction dans le carnet", "no function in the notebook"};

constexpr Phrase<Words> why_theme{"thème {}", "theme {}"};
constexpr Phrase<Words> why_public{"pour {}", "for {}"};
constexpr Phrase<std::string> why_age{"de {} ans", "aged {}"};
constexpr Phrase<std::string> why_name{"c'est son nom : {}", "it is its name: {}"};
constexpr Phrase<std::string> why_acronym{"c'est son sigle : {}", "it is its acronym: {}"};
constexpr Phrase<std::string> why_text{"dit « {} »", "says '{}'"};
constexpr Phrase<Words, Words> said_by{"{} ← {}", "{} ← {}"};
constexpr Phrase<std::string> why_phone{"c'est son numéro : {}", "it is its number: {}"};
constexpr Phrase<std::string> covers{"couvre {}", "covers {}"};
constexpr Phrase<std::string, Words> covers_by{"couvre {} par {}", "covers {} through {}"};
constexpr Phrase<std::string> covers_part{"en partie : {}", "in part: {}"};
constexpr Phrase<std::string> is_near{"tout près, à {}", "close by, in {}"};
constexpr Phrase<std::string> the_department{"le département ({})", "the département ({})"};
constexpr Phrase<std::string> the_region{"la région {}", "the région {}"};
constexpr Phrase<std::string> quoted{"« {} »", "'{}'"};
constexpr Phrase<> all_of_france{"toute la France", "all of France"};
constexpr Phrase<std::string> the_intercommunality{"la {}", "{}"};

constexpr Phrase<> to_call{"appeler", "call"};
constexpr Phrase<> to_bring{"apporter", "bring"};
constexpr Phrase<> information{"fiche", "record"};
constexpr Phrase<> first_steps{"démarche", "steps"};
constexpr Phrase<> not_done{"ne fait pas", "does not"};
constexpr Phrase<Words, Words> verified_on{"vérifiée le {}{}", "verified on {}{}"};
constexpr Phrase<Words> to_verify_again{"à revérifier : vérifiée le {}", "to be verified again: verified on {}"};
constexpr Phrase<> never_verified{"jamais vérifiée", "never verified"};
constexpr Phrase<> suspended{"suspendu", "suspended"};
constexpr Phrase<std::string, std::string> because{"{} : {}", "{}: {}"};
constexpr Phrase<> hours_title{"horaires", "hours"};
constexpr Phrase<> permanence_title{"permanence", "also at"};
constexpr Phrase<> delay{"délai", "delay"};
constexpr Phrase<> cost{"coût", "cost"};
constexpr Phrase<> room_left{"places", "places"};
constexpr Phrase<> closed{"fermé", "closed"};

struct How {
    std::string_view key;
    Words words;
};
const std::vector<How>& verification_ways() {
    static const std::vector<How> ways{{"meeting", {", en réunion", ", at a meeting"}},
                                       {"phone", {", par téléphone", ", by phone"}},
                                       {"email", {", par courriel", ", by e-mail"}},
                                       {"visit", {", sur place", ", on a visit"}},
                                       {"web", {", sur le web", ", on the web"}}};
    return ways;
}

// ---- Small parts

std::string painted(std::string_view text, std::string_view code, bool colour) {
    if (!colour) return std::string(text);
    return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

// ---- Why

// « la CC Fumel Vallée du Lot », « le département (Lot-et-Garonne) ».
Words with_article(const territory::AreaRef& area, const std::string& name) {
    switch (area.kind) {
        case territory::AreaKind::epci: return the_intercommunality(name);
        case territory::AreaKind::departement: return the_department(name);
        case territory::AreaKind::region: return the_region(name);
        case territory::AreaKind::country: return all_of_france();
        case territory::AreaKind::own: return quoted(name);
        default: return same(name);
    }
}

Words why_area(const Catalog& catalog, const query::Reason& reason, const Clue& clue) {
    const std::string asked = catalog.territory().name(*clue.area);
    if (!reason.area) return is_near(one_line(reason.matched));
    if (reason.reach == Reach::part) return covers_part(reason.matched);
    if (*reason.area == *clue.area) return covers(asked);
    return covers_by(asked, with_article(*reason.area, reason.matched));
}

// Why a fiche answers, and the words of the question that ask for it, where they are not the reason itself.
struct Why {
    Words reason;
    std::vector<Words> asked{};
};

Why why(const Catalog& catalog, const query::Reason& reason, const Clue& clue) {
    const std::string asked = one_line(reason.asked);
    const std::string matched = one_line(reason.matched);
    const auto asked_for = [&](Words said) { return Why{std::move(said), {quoted(asked)}}; };
    switch (reason.kind) {
        case ReasonKind::theme: return asked_for(why_theme(label_of(catalog, MeaningKind::theme, reason.matched)));
        case ReasonKind::area: return {why_area(catalog, reason, clue)};
        case ReasonKind::public_:
            if (clue.kind == Clue::Kind::age) return asked_for(why_age(matched));
            return asked_for(why_public(label_of(catalog, MeaningKind::public_, reason.matched)));
        case ReasonKind::kind: return asked_for(label_of(catalog, MeaningKind::kind, reason.matched));
        case ReasonKind::name: return {clue.kind == Clue::Kind::person ? why_person(matched) : why_name(matched)};
        case ReasonKind::acronym: return {why_acronym(matched)};
        case ReasonKind::text: break;
    }
    if (clue.kind == Clue::Kind::field) return {same(asked)};
    if (clue.kind == Clue::Kind::phone) return {why_phone(matched)};
    if (clue.kind == Clue::Kind::person) return {why_person(matched)};
    return asked_for(why_text(matched));
}

// One reason for several words is given once: « thème Impayés de loyer ← « impayé », « loyer » ».
void add_reason(std::vector<Why>& reasons, const Why& added) {
    const auto known = std::find_if(reasons.begin(), reasons.end(), [&](const Why& one) {
        return one.reason == added.reason && one.asked.empty() == added.asked.empty();
    });
    if (known == reasons.end()) return reasons.push_back(added);
    for (const Words& asked : added.asked)
        if (std::find(known->asked.begin(), known->asked.end(), asked) == known->asked.end())
            known->asked.push_back(asked);
}

std::string why_line(const Catalog& catalog, const query::Query& query, const query::Hit& hit, Lang lang) {
    std::vector<Why> reasons;
    for (const query::Reason& reason : hit.reasons) add_reason(reasons, why(catalog, reason, query.clues[reason.clue]));
    std::vector<std::string> parts;
    for (const Why& one : reasons)
        parts.push_back((one.asked.empty() ? one.reason : said_by(one.reason, cafe::joined(one.asked, ", "))).in(lang));
    return text::join(parts, " · ");
}

// ---- Whom, what, how old

std::string call_line(const facts::WhomToCall& call) {
    std::vector<std::string> parts;
    std::string who = one_line(call.name);
    if (!call.role.empty()) who += (who.empty() ? "" : ", ") + one_line(call.role);
    if (!who.empty()) parts.push_back(who);
    if (!call.phone.empty()) {
        std::string phone = phone_shown(call.phone);
        if (!call.tip.empty()) phone += " (" + one_line(call.tip) + ")";
        parts.push_back(std::move(phone));
    }
    if (!call.email.empty()) parts.push_back(one_line(call.email));
    return text::join(parts, " · ");
}

Words freshness_words(const Catalog& catalog, const Partner& partner, const Date& today) {
    const auto fresh = facts::freshness(*partner, catalog.settings(), today);
    if (!fresh.verified) return never_verified();
    if (fresh.stale) return to_verify_again(plain_date(*fresh.verified));
    Words how;
    for (const How& way : verification_ways())
        if (partner->verified && partner->verified->how == way.key) how = way.words;
    return verified_on(plain_date(*fresh.verified), how);
}

std::string status_text(const Partner& partner, model::Status status, const Date& today, Lang lang) {
    if (status == model::Status::closed) return closed().in(lang);
    if (status == model::Status::active) return {};
    std::string mark = view::suspension_mark(*partner, today, lang);
    if (mark.empty()) mark = suspended().in(lang);
    if (partner->suspension && !partner->suspension->reason.empty())
        mark = because(std::move(mark), one_line(partner->suspension->reason)).in(lang);
    return mark;
}

// « vendredi 8 h 30 – 12 h », « vendredi : fermé »; what is not understood as it was written.
std::string hours_of_day(const Catalog& catalog, const std::string& hours, const Date& asked, Lang lang) {
    const auto opening = facts::opening_on(hours, asked, catalog.settings().departments);
    const std::string told = one_line(view::opening_in_words(opening, lang));
    return told.empty() ? one_line(hours) : told;
}

std::string cost_text(const model::Service& service, Lang lang) {
    std::vector<std::string> parts;
    if (!service.fee.empty()) parts.push_back(view::choice_label(model::partner_shape(), "fee", service.fee, lang));
    if (!service.fee_note.empty()) parts.push_back(one_line(service.fee_note));
    return text::join(parts, ", ");
}

// Those in the places that were asked; all of them in detail.
std::vector<std::string> permanences_of(const Catalog& catalog, const Partner& partner, const query::Query& query,
                                        const std::string& service, const AnswerStyle& style) {
    std::vector<std::string> shown;
    for (const Clue& clue : query.clues) {
        if (clue.kind != Clue::Kind::area || clue.excluded) continue;
        for (std::string& one : view::permanences_for(catalog, partner, service, clue.area, style.lang).there)
            if (std::find(shown.begin(), shown.end(), one) == shown.end()) shown.push_back(std::move(one));
    }
    if (!style.details) return shown;
    return view::permanences_for(catalog, partner, service, std::nullopt, style.lang).elsewhere;
}

class Lines {
public:
    explicit Lines(const AnswerStyle& style) : style_(style) {}

    void add(const std::string& line) { add(line, std::min(line.find_first_not_of(' '), line.size())); }
    // A titled line under a hit; nothing when there is nothing to say.
    void add(const Words& title, const std::string& text) {
        constexpr std::size_t indent = 4;
        constexpr std::size_t title_width = 12;
        if (!text.empty())
            add(std::string(indent, ' ') + painted(utf8::pad(title.in(style_.lang), title_width), "2", style_.colour) +
                    text,
                indent + title_width);
    }
    std::string done() && { return std::move(out_); }

private:
    // Columns on the terminal, where a colour takes none.
    static std::size_t width_of(std::string_view word) {
        std::size_t width = 0;
        for (std::size_t at = 0; at < word.size();) {
            const std::size_t escape = std::min(word.find('\x1b', at), word.size());
            width += utf8::width(word.substr(at, escape - at));
            at = escape == word.size() ? escape : std::min(word.find('m', escape), word.size() - 1) + 1;
        }
        return width;
    }

    // The end of the word that begins at `begin`. A blank between two digits ends none: a telephone stays whole.
    static std::size_t end_of_word(const std::string& line, std::size_t begin) {
        const auto digit = [&](std::size_t at) { return at < line.size() && line[at] >= '0' && line[at] <= '9'; };
        std::size_t end = std::min(line.find(' ', begin), line.size());
        while (end < line.size() && end > begin && digit(end - 1) && digit(end + 1))
            end = std::min(line.find(' ', end + 1), line.size());
        return end;
    }

    // Broken at blanks to the terminal's width, the lines that follow indented.
    void add(const std::string& line, std::size_t indent) {
        const auto columns = static_cast<std::size_t>(style_.width);
        if (columns <= indent + 20 || width_of(line) <= columns) {
            out_ += line + '\n';
            return;
        }
        std::size_t used = 0;
        bool begun = false;  // a word stands in this line
        for (std::size_t at = 0; at < line.size();) {
            const std::size_t blank = std::min(line.find_first_not_of(' ', at), line.size());
            const std::size_t end = end_of_word(line, blank);
            const std::string_view word = std::string_view(line).substr(blank, end - blank);
            const std::size_t width = (blank - at) + width_of(word);
            if (begun && used > indent && used + width > columns) {
                out_ += '\n' + std::string(indent, ' ');
                used = indent + width_of(word);
            } else {
                out_.append(line, at, blank - at);
                used += width;
            }
            out_ += word;
            begun = true;
            at = end;
        }
        out_ += '\n';
    }

    const AnswerStyle& style_;
    std::string out_;
};

std::string listed(const std::vector<std::string>& texts) {
    std::vector<std::string> lines;
    for (const std::string& text : texts) lines.push_back(one_line(text));
    return text::join(lines, ", ");
}

}  // namespace

std::string alarm_lines(const std::vector<query::Alarm>& alarms, const AnswerStyle& style) {
    std::string lines;
    for (const query::Alarm& alarm : alarms)
        lines += painted(fmt::format("☎ {}  {}", one_line(alarm.number.number), one_line(alarm.number.name)), "1;31",
                         style.colour) +
                 "\n";
    return lines;
}

std::string theme_numbers_line(const Catalog& catalog, const query::Query& query,
                               const std::vector<query::Alarm>& alarms, Lang lang) {
    std::vector<std::string> numbers;
    for (const model::EmergencyNumber& number : query::emergency_numbers(catalog, query)) {
        const auto is_it = [&](const query::Alarm& alarm) { return alarm.number.number == number.number; };
        if (std::none_of(alarms.begin(), alarms.end(), is_it))
            numbers.push_back(one_line(number.number) + " " + one_line(number.name));
    }
    return numbers.empty() ? std::string() : in_an_emergency(text::join(numbers, " · ")).in(lang);
}

std::string hit_for_people(const Catalog& catalog, const query::Query& query, const query::Hit& hit, std::size_t number,
                           const AnswerStyle& style, const Date& today) {
    const auto partner = facts::release_partner(catalog, hit.partner, own);
    if (!partner) return {};
    const model::Service* service = service_of(*partner, hit.service);
    std::string title = painted(one_line((*partner)->name), "1", style.colour);
    if (service != nullptr) title += " — " + one_line(service->name);
    const std::string status = status_text(*partner, hit.status, today, style.lang);
    if (!status.empty()) title += " [" + status + "]";
    const model::Service full = what_answers(*partner, hit.service);

    Lines lines(style);
    lines.add(fmt::format("{:>2}. {}", number, title));
    const std::string reasons = why_line(catalog, query, hit, style.lang);
    if (!reasons.empty()) lines.add("    " + reasons);
    lines.add(to_call(), call_line(whom(catalog, *partner, query, hit, today)));
    lines.add(to_bring(), full.referral ? listed(full.referral->bring) : "");
    lines.add(hours_title(), style.details ? one_line(view::hours_in_a_line(full.hours, style.lang))
                                           : hours_of_day(catalog, full.hours, day_asked(query, today), style.lang));
    for (const std::string& one : permanences_of(catalog, *partner, query, hit.service, style))
        lines.add(permanence_title(), one_line(one));
    if (full.referral) lines.add(delay(), one_line(full.referral->delay));
    lines.add(cost(), cost_text(full, style.lang));
    lines.add(room_left(), one_line(view::places_of_service(full, catalog.settings(), today, style.lang)));
    if (style.details) {
        if (full.referral) lines.add(first_steps(), listed(full.referral->steps));
        for (const std::string& limit : (*partner)->limits) lines.add(not_done(), one_line(limit));
    }
    lines.add(information(), freshness_words(catalog, *partner, today).in(style.lang) + " · " + hit.partner);
    return std::move(lines).done();
}

std::string hit_in_a_line(const Catalog& catalog, const query::Query& query, const query::Hit& hit, std::size_t number,
                          const AnswerStyle& style, const Date& today) {
    const auto partner = facts::release_partner(catalog, hit.partner, own);
    if (!partner) return {};
    const model::Service* service = service_of(*partner, hit.service);
    std::string title = painted(one_line((*partner)->name), "1", style.colour);
    if (service != nullptr) title += " — " + one_line(service->name);
    const std::string status = status_text(*partner, hit.status, today, style.lang);
    if (!status.empty()) title += " [" + status + "]";
    const facts::WhomToCall call = whom(catalog, *partner, query, hit, today);
    std::vector<std::string> parts{fmt::format("{:>2}. {}", number, title)};
    if (!call.phone.empty()) parts.push_back(phone_shown(call.phone));
    parts.push_back(hit.partner);
    Lines lines(style);
    lines.add(text::join(parts, " · "));
    return std::move(lines).done();
}

namespace {

// What tells a house from others that answer as well: its kind, and where it sits.
struct Apart {
    std::string kind;
    std::string seat;
};

Apart apart_of(const Catalog& catalog, const query::Hit& hit, Lang lang) {
    const auto partner = facts::release_partner(catalog, hit.partner, own);
    if (!partner) return {};
    Apart apart{label_of(catalog, MeaningKind::kind, (*partner)->kind).in(lang), {}};
    if ((*partner)->address) apart.seat = one_line((*partner)->address->commune);
    return apart;
}

}  // namespace

std::string ties_line(const Catalog& catalog, const query::Answer& answer, Lang lang) {
    if (answer.ties.empty()) return {};
    std::vector<Apart> all;
    for (const std::size_t at : answer.ties) all.push_back(apart_of(catalog, answer.hits[at], lang));
    std::vector<std::string> shown;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto same_kind = [&](const Apart& other) { return other.kind == all[i].kind; };
        const bool alone = std::count_if(all.begin(), all.end(), same_kind) == 1;
        std::vector<std::string> parts;
        if (!all[i].kind.empty()) parts.push_back(all[i].kind);
        if (!alone && !all[i].seat.empty()) parts.push_back(all[i].seat);
        const std::string number = std::to_string(answer.ties[i] + 1);
        shown.push_back(parts.empty() ? number : fmt::format("{} ({})", number, text::join(parts, ", ")));
    }
    return as_good(text::join(shown, ", ")).in(lang);
}

std::string perhaps_line(const query::Answer& answer, Lang lang) {
    return query::is_doubtful(answer) ? only_perhaps().in(lang) : std::string();
}

std::string direct_line(const Catalog& catalog, const query::Answer& answer, const AnswerStyle& style,
                        const Date& today) {
    if (!answer.direct) return {};
    const query::Direct& direct = *answer.direct;
    std::vector<std::string> parts;
    const auto partner = facts::release_partner(catalog, direct.partner, own);
    const std::string house = partner ? one_line((*partner)->name) : std::string();
    if (direct.kind == query::Direct::Kind::place) {
        parts.push_back(catalog.territory().name(*direct.area));
        if (direct.area->kind == territory::AreaKind::postcode) {
            std::vector<std::string> communes;
            for (const auto& commune : catalog.territory().communes_of(*direct.area))
                communes.push_back(catalog.territory().name(commune));
            parts.push_back(text::join(communes, ", "));
        } else {
            parts.push_back(catalog.territory().detail(*direct.area).in(style.lang));
        }
    } else if (direct.kind == query::Direct::Kind::number) {
        if (!partner) return {};
        parts = {phone_shown(direct.number), house};
        if (!direct.label.empty()) parts.push_back(one_line(direct.label));
        if (const auto person = facts::release_person(catalog, direct.person, own))
            parts.push_back(one_line((*person)->name));
    } else {
        const auto person = facts::release_person(catalog, direct.person, own);
        if (!person) return {};
        parts.push_back(one_line((*person)->name) + (direct.role.empty() ? "" : ", " + one_line(direct.role)));
        if (partner) parts.push_back(house);
        const bool gone = direct.until && *direct.until < today;
        if (!partner) parts.push_back(no_function_now().in(style.lang));
        if (gone)
            parts.push_back(until_day(plain_date(*direct.until)).in(style.lang));
        else if (direct.since)
            parts.push_back(view::since_day(plain_date(*direct.since)).in(style.lang));
        if (const auto before = facts::release_person(catalog, direct.predecessor, own))
            parts.push_back(has_replaced(one_line((*before)->name)).in(style.lang));
        if (partner && !gone)
            if (const auto call = facts::call_person(catalog, *partner, direct.person)) {
                if (!call->phone.empty()) parts.push_back(phone_shown(call->phone));
                if (!call->email.empty()) parts.push_back(one_line(call->email));
            }
    }
    return "→ " + text::join(parts, " · ");
}

}  // namespace cafe::render
