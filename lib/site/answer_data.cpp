#include "site/answer_data.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "base/text.hpp"
#include "calendar/open_week.hpp"
#include "facts/contact.hpp"
#include "facts/freshness.hpp"
#include "facts/service.hpp"
#include "render/typography.hpp"
#include "site/search_codes.hpp"
#include "view/fiche.hpp"
#include "view/meetings.hpp"
#include "view/understood.hpp"
#include "view/wording.hpp"

namespace cafe::site {

namespace {

using query::MeaningKind;

constexpr Phrase<> delay{"Délai", "Delay"};
constexpr Phrase<> bring{"À apporter", "Bring"};
constexpr Phrase<> write_to{"Écrire", "Write"};
constexpr Phrase<> unknown_place{"« # » n’est pas un lieu de cet annuaire", "“#” is no place of this directory"};
constexpr Phrase<> ask_without{"Chercher sans ce lieu", "Ask without this place"};
constexpr Phrase<> nobody_there{"Personne à #", "Nobody in #"};
constexpr Phrase<> elsewhere_by_distance{"ailleurs : # (le plus proche à # km)",
                                         "elsewhere: # (the nearest # km away)"};
constexpr Phrase<> elsewhere{"ailleurs : #", "elsewhere: #"};
constexpr Phrase<> ask_them{"à qui demander :", "whom to ask:"};

// Who knows where to send somebody whom nobody else answers.
constexpr std::string_view general_theme = "accompagnement-social";

class AnswerWriter {
public:
    AnswerWriter(const view::Directory& directory, const std::vector<Shown>& shown, const SearchIndex& index,
                 std::span<const territory::AreaRef> areas)
        : directory_(directory),
          edition_(directory.edition),
          catalog_(directory.edition.catalog),
          shown_(shown),
          index_(index),
          areas_(areas) {}

    std::string write() {
        const std::string fiches = listed(shown_, [&](const Shown& shown) { return "\n" + fiche(shown); });
        std::string out = "REPONSES={\"l\":" + words();
        const auto add = [&](std::string_view key, const std::string& value) {
            out += fmt::format(",\n\"{}\":{}", key, value);
        };
        add("m", sense_labels());
        add("g", centres());
        add("r", meetings());
        add("s", fiches);
        add("p", referents());
        add("h", texts(people_));
        add("c", texts(calls_.list()));
        add("w", texts(weeks_.list()));
        add("d", texts(days_.list()));
        return out + "};\n";
    }

private:
    // A text as it is shown.
    [[nodiscard]] std::string set(std::string_view text) const {
        std::string words = render::typeset(plain_text(text), edition_.lang);
        return edition_.lang == Lang::fr ? render::with_apostrophes(std::move(words)) : words;
    }

    // In the order that the script names them.
    [[nodiscard]] std::string words() const {
        const Words hash = same("#");
        std::vector<std::string> all;
        for (const Words& each : {delay(),
                                  bring(),
                                  write_to(),
                                  view::checked_on("#"),
                                  view::check_again("#"),
                                  view::never_checked(),
                                  view::theme_understood(hash, "#"),
                                  view::public_understood(hash, "#"),
                                  view::kind_understood(hash, "#"),
                                  view::partner_understood("#", "#"),
                                  view::denied_understood(hash),
                                  view::excluded_understood(hash),
                                  view::word_understood("#"),
                                  view::understood_as("#"),
                                  unknown_place(),
                                  ask_without(),
                                  nobody_there(),
                                  elsewhere_by_distance(),
                                  elsewhere(),
                                  ask_them(),
                                  general(),
                                  view::person_understood("#")})
            all.push_back(render::typeset(each.in(edition_.lang), edition_.lang));
        return texts(all);
    }

    [[nodiscard]] Words general() const {
        return catalog_.vocabulary().label(model::VocabularyKind::themes, general_theme);
    }

    // What the senses of the search are called, in its order.
    [[nodiscard]] std::string sense_labels() const {
        return listed(index_.senses, [&](const SearchIndex::Sense& sense) {
            const auto kind = sense.kind == MeaningKind::theme  ? model::VocabularyKind::themes
                              : sense.kind == MeaningKind::kind ? model::VocabularyKind::kinds
                                                                : model::VocabularyKind::publics;
            return site::quoted(set(catalog_.vocabulary().label(kind, sense.id).in(edition_.lang)));
        });
    }

    // Of each area how far it is from the south-west of all of them, in kilometres: "x,y". Enough to tell who is
    // nearer.
    [[nodiscard]] std::string centres() const {
        std::vector<std::string> all;
        constexpr double per_degree = 111.2;
        for (const territory::AreaRef& area : areas_) {
            const auto centre = catalog_.territory().centre(area);
            const double pi = std::acos(-1.0);
            all.push_back(centre ? fmt::format("{:.0f},{:.0f}",
                                               centre->longitude * per_degree * std::cos(centre->latitude * pi / 180),
                                               centre->latitude * per_degree)
                                 : std::string());
        }
        return texts(all);
    }

    // What it is called, other words for it, and the name of its minutes' page or 0.
    [[nodiscard]] std::string meetings() const {
        return listed(view::meeting_entries(directory_), [&](const view::MeetingEntry& entry) {
            return fmt::format("[{},{},{}]", site::quoted(set(entry.shown)), site::quoted(entry.words),
                               entry.minutes.empty() ? "0" : site::quoted(entry.minutes));
        });
    }

    // ---- Fiches ----------------------------------------------------------------------------------------------------

    // A line for it as a whole, then for each service: its name, the anchor of its section, whom to call, its hours,
    // delay, what to bring. What a service has like its fiche is left empty; what it alone lacks is a hyphen. The first
    // line goes on with the commune and how fresh the fiche is.
    [[nodiscard]] std::string fiche(const Shown& shown) {
        const auto& released = directory_.fiches[directory_.by_id.at(shown.listing->id)];
        const model::Partner& partner = *shown.partner;
        const std::vector<std::string> whole = row(released, facts::effective(partner, {}), "");
        std::vector<std::string> lines{text::join(whole, "|") + "|" + set(shown.listing->commune) + "|" +
                                       freshness(partner)};
        for (const std::size_t at : shown.services) {
            const model::Service& service = partner.services[at];
            std::vector<std::string> own = row(released, facts::effective(partner, service), service.id);
            for (std::size_t i = 0; i < own.size(); ++i)
                if (own[i] == whole[i])
                    own[i].clear();
                else if (own[i].empty())
                    own[i] = "-";
            own.insert(own.begin(), {set(service.name), view::service_anchor(service)});
            lines.push_back(text::join(own, "|"));
        }
        note_referents(shown, released);
        note_people(shown, released);
        return texts(lines);
    }

    // Who works there today and may be named: the place of the fiche, name, function, since when, telephone, mailbox.
    void note_people(const Shown& shown, const facts::Released<model::Partner>& partner) {
        const auto at = static_cast<std::size_t>(&shown - shown_.data());
        for (const model::Contact& contact : partner->contacts) {
            const auto person = facts::release_person(catalog_, contact.person, {edition_.reader, false});
            if (!person || !facts::is_present(contact, edition_.today)) continue;
            const auto call = facts::call_person(catalog_, partner, contact.person);
            const std::string since =
                contact.since ? view::since_day(plain_date(*contact.since)).in(edition_.lang) : "";
            people_.push_back(text::join(
                std::vector<std::string>{
                    std::to_string(at), set((*person)->name), set(contact.role), since,
                    call && !call->phone.empty() ? plain_text(view::to_phone(call->phone).front().text) : "",
                    call ? plain_text(call->email) : ""},
                "|"));
        }
    }

    // Whom to call, the hours, the delay, what to bring.
    std::vector<std::string> row(const facts::Released<model::Partner>& partner, const model::Service& service,
                                 const std::string& id) {
        return {call(facts::whom_to_call(catalog_, partner, id, "", edition_.today)), week(partner, service),
                service.referral ? set(service.referral->delay) : "",
                service.referral ? set(text::join(service.referral->bring, ", ")) : ""};
    }

    // By its place among `calls_`: "name|telephone|mailbox".
    std::string call(const facts::WhomToCall& whom) {
        std::string who = whom.name;
        if (!whom.role.empty()) who += (who.empty() ? "" : ", ") + whom.role;
        return std::to_string(calls_.place(
            set(who) + "|" + plain_text(whom.phone.empty() ? "" : view::to_phone(whom.phone).front().text) + "|" +
            plain_text(whom.email)));
    }

    // Who is suspended is not there, whatever the hours say.
    std::string week(const facts::Released<model::Partner>& partner, const model::Service& service) {
        if (!view::suspension_mark(*partner, edition_.today, edition_.lang).empty() || service.hours.empty()) return "";
        const std::string week =
            calendar::open_week(service.hours, edition_.today.year, catalog_.settings().departments);
        return week.empty() ? "" : std::to_string(weeks_.place(week));
    }

    // The day it was checked, by its place among `days_`, with ! where it is due again; empty: never.
    std::string freshness(const model::Partner& partner) {
        const auto fresh = facts::freshness(partner, catalog_.settings(), edition_.today);
        if (!fresh.verified) return "";
        return std::to_string(days_.place(plain_date(*fresh.verified).in(edition_.lang))) + (fresh.stale ? "!" : "");
    }

    // ---- Referents of themes ---------------------------------------------------------------------------------------

    // Whom to call of a fiche for which senses, where it is not the one for any.
    void note_referents(const Shown& shown, const facts::Released<model::Partner>& partner) {
        const auto& contacts = partner->contacts;
        const bool any = std::any_of(contacts.begin(), contacts.end(),
                                     [](const model::Contact& contact) { return !contact.themes.empty(); });
        if (!any) return;
        const std::string usual = call(facts::whom_to_call(catalog_, partner, "", "", edition_.today));
        std::map<std::string, std::vector<std::size_t>> others;
        for (std::size_t i = 0; i < index_.senses.size(); ++i) {
            if (index_.senses[i].kind != MeaningKind::theme) continue;
            const std::string of_it =
                call(facts::whom_to_call(catalog_, partner, "", index_.senses[i].id, edition_.today));
            if (of_it != usual) others[of_it].push_back(i);
        }
        if (others.empty()) return;
        const auto at = static_cast<std::size_t>(&shown - shown_.data());
        std::string list;
        for (const auto& [call, senses] : others)
            list += fmt::format("{}[{},{}]", list.empty() ? "" : ",", call, site::quoted(joined(senses)));
        referents_ += fmt::format("{}\"{}\":[{}]", referents_.empty() ? "" : ",", at, list);
    }
    [[nodiscard]] std::string referents() const { return "{" + referents_ + "}"; }

    const view::Directory& directory_;
    const view::Edition& edition_;
    const store::Catalog& catalog_;
    const std::vector<Shown>& shown_;
    const SearchIndex& index_;
    std::span<const territory::AreaRef> areas_;
    Shared calls_;
    Shared weeks_;
    Shared days_;
    std::string referents_;
    std::vector<std::string> people_;
};

}  // namespace

std::string answer_data(const view::Directory& directory, const std::vector<Shown>& shown, const SearchIndex& index,
                        std::span<const territory::AreaRef> areas) {
    return AnswerWriter(directory, shown, index, areas).write();
}

}  // namespace cafe::site
