#include "exchange/cards.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "exchange/fiches.hpp"
#include "model/audience.hpp"
#include "model/values.hpp"
#include "view/hours.hpp"

namespace cafe::exchange {

namespace {

using view::CardLine;

constexpr Phrase<std::string> open_when{"Horaires : {}", "Hours: {}"};
constexpr Phrase<std::string> go_there{"Pour y envoyer quelqu'un :\n{}", "To send somebody there:\n{}"};

// A card is handed on: what is kept among professionals is on none.
bool is_open(const std::string& audience) {
    return model::audience_of(audience, model::Audience::public_) == model::Audience::public_;
}

class Maker {
public:
    Maker(const Edition& edition, const Fiche& fiche, Ledger& ledger)
        : edition_(edition),
          fiche_(fiche),
          partner_(*fiche.partner),
          ledger_(ledger),
          new_form_(edition.choices.vcard_4),
          discreet_(partner_.address && partner_.address->confidential.value_or(false)) {}

    view::CardLines make() && {
        card_.version = new_form_ ? "4.0" : "3.0";
        if (new_form_)
            add("KIND", "org");
        else
            card_.lines.push_back({.name = "N", .value = {{partner_.name}, {}, {}, {}, {}}});
        add("FN", partner_.name);
        add("ORG", partner_.name);
        names();
        lines_to_reach();
        address();
        if (!discreet_) {
            add_plain("URL", web_address(partner_.website));
            if (web_address(partner_.website).empty()) ledger_.lose("website");
        } else {
            ledger_.lose("website");
        }
        categories();
        // Version 3 has no place for them.
        if (!new_form_) ledger_.lose("languages");
        for (const std::string& language : partner_.languages)
            if (new_form_ && model::is_language(language)) add("LANG", language);
        add("NOTE", note());
        if (partner_.verified && partner_.verified->on)
            add_plain("REV", text::replace_all(partner_.verified->on->iso(), "-", "") + "T000000Z");
        add("UID", fiche_.id);
        return std::move(card_);
    }

private:
    void add(std::string name, const std::string& value, std::string parameters = {}) {
        if (!text::trim(value).empty())
            card_.lines.push_back({std::move(name), std::move(parameters), {{value}}, false});
    }
    void add_plain(std::string name, const std::string& value, std::string parameters = {}) {
        if (!value.empty()) card_.lines.push_back({std::move(name), std::move(parameters), {{value}}, true});
    }

    void names() {
        std::vector<std::string> others;
        if (!partner_.short_name.empty()) others.push_back(partner_.short_name);
        others.insert(others.end(), partner_.aliases.begin(), partner_.aliases.end());
        if (!others.empty()) card_.lines.push_back({.name = "NICKNAME", .value = {others}});
    }

    void lines_to_reach() {
        for (const model::Phone& phone : partner_.phones) {
            const auto number = model::to_phone(phone.number);
            if (!number || !is_open(phone.audience)) {
                ledger_.lose("phones.number", 1);
                continue;
            }
            if (new_form_)
                add_plain("TEL", "tel:" + number->dial + (number->is_short ? ";phone-context=+33" : ""),
                          "VALUE=uri;TYPE=\"work,voice\"");
            else
                add("TEL", number->dial, "TYPE=WORK,VOICE");
        }
        for (const model::Email& email : partner_.emails) {
            if (model::is_email(email.address) && is_open(email.audience))
                add("EMAIL", email.address, new_form_ ? "TYPE=work" : "TYPE=INTERNET,WORK");
            else
                ledger_.lose("emails.address", 1);
        }
    }

    void address() {
        if (discreet_ || !partner_.address) return;
        const model::Address& at = *partner_.address;
        if (!at.street.empty() || !at.extra.empty() || !at.postcode.empty() || !at.commune.empty())
            card_.lines.push_back(
                {.name = "ADR",
                 .parameters = new_form_ ? "TYPE=work" : "TYPE=WORK",
                 .value = {{}, {at.extra}, {at.street}, {at.commune}, {}, {at.postcode}, {"France"}}});
        if (!at.latitude || !at.longitude) {
            ledger_.lose("address.latitude");
            ledger_.lose("address.longitude");
            return;
        }
        const std::string latitude = fmt::format("{}", *at.latitude);
        const std::string longitude = fmt::format("{}", *at.longitude);
        add_plain("GEO", new_form_ ? "geo:" + latitude + "," + longitude : latitude + ";" + longitude);
    }

    void categories() {
        std::vector<std::string> labels;
        for (const std::string& theme : partner_.themes)
            labels.push_back(label_of(edition_, model::VocabularyKind::themes, theme));
        if (!labels.empty()) card_.lines.push_back({.name = "CATEGORIES", .value = {labels}});
    }

    std::string note() {
        // Who keeps a refuge in a telephone that others look into keeps a name and a number.
        if (discreet_) {
            for (const std::string_view path : {"summary", "hours", "hours_note"}) ledger_.lose(path);
            ledger_.lose_below("referral");
            return {};
        }
        std::vector<std::string> parts;
        if (!partner_.summary.empty()) parts.push_back(partner_.summary);
        std::string hours = partner_.hours.empty() ? "" : view::hours_in_a_line(partner_.hours, edition_.lang);
        if (!partner_.hours_note.empty()) hours += (hours.empty() ? "" : " ; ") + partner_.hours_note;
        if (!hours.empty()) parts.push_back(open_when(hours).in(edition_.lang));
        if (partner_.referral) {
            std::vector<std::string> lines;
            for (std::size_t i = 0; i < partner_.referral->steps.size(); ++i)
                lines.push_back(std::to_string(i + 1) + ". " + partner_.referral->steps[i]);
            if (const std::string papers = papers_of(*partner_.referral, edition_.lang); !papers.empty())
                lines.push_back(papers);
            if (!partner_.referral->delay.empty()) lines.push_back(delay_of(*partner_.referral, edition_.lang));
            if (!partner_.referral->link.empty()) lines.push_back(partner_.referral->link);
            if (!lines.empty()) parts.push_back(go_there(text::join(lines, "\n")).in(edition_.lang));
        }
        return text::join(parts, "\n\n");
    }

    const Edition& edition_;
    const Fiche& fiche_;
    const model::Partner& partner_;
    Ledger& ledger_;
    bool new_form_;
    bool discreet_;
    view::CardLines card_;
};

}  // namespace

Result<std::vector<Part>> card_files(const Edition& edition, Account& account) {
    std::vector<view::CardLines> cards;
    each_fiche(edition, Way::vcard, Closed::left_out, account, [&](const Fiche& fiche, Ledger& ledger) {
        cards.push_back(Maker(edition, fiche, ledger).make());
        return true;
    });
    return std::vector<Part>{{"partenaires.vcf", std::move(cards)}};
}

}  // namespace cafe::exchange
