#include "view/handout.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "facts/contact.hpp"
#include "facts/freshness.hpp"
#include "facts/release.hpp"
#include "facts/service.hpp"
#include "model/fields.hpp"
#include "view/directory.hpp"
#include "view/hours.hpp"
#include "view/permanences.hpp"
#include "view/wording.hpp"

namespace cafe::view {

namespace {

using Partner = facts::Released<model::Partner>;

constexpr Phrase<> where_to_turn{"Où s’adresser", "Where to turn"};
constexpr Phrase<> each_its_own{
    "Cette feuille réunit les fiches retenues ; elle demande JavaScript. Sans lui, chaque fiche a la sienne, sous « À "
    "remettre à la personne ».",
    "This sheet brings the kept records together; it needs JavaScript. Without it each record has its own, under “To "
    "hand to the person”."};
constexpr Phrase<> in_an_emergency{"En urgence : ", "In an emergency: "};
constexpr Phrase<> to_call{"Téléphone", "Phone"};
constexpr Phrase<> to_write{"Courriel", "E-mail"};
constexpr Phrase<> place{"Adresse", "Address"};
constexpr Phrase<> opening{"Horaires", "Hours"};
constexpr Phrase<> also{"Aussi", "Also"};
constexpr Phrase<> to_bring{"À apporter", "To bring"};
constexpr Phrase<> cost{"Prix", "Cost"};
constexpr Phrase<> delay{"Délai", "Delay"};
constexpr Phrase<> how{"Comment", "How"};
constexpr Phrase<> through_a_professional{"un professionnel prend contact pour vous",
                                          "a professional gets in touch for you"};
constexpr Phrase<std::string> reception{"Accueil {}.", "Reception {}."};
constexpr Phrase<std::string> checked_on{"Vérifié le {}.", "Checked on {}."};
constexpr Phrase<> never_checked{"Appeler avant d’y aller : jamais vérifié.", "Call before going: never checked."};
constexpr Phrase<std::string> checked_long_ago{"Appeler avant d’y aller : vérifié le {}.",
                                               "Call before going: checked on {}."};

// A sheet of A4 in letters of 18 points (site/assets/large.css), counted on sheets that chromium printed full. The text
// of a row stands beside its label, in a narrower column.
constexpr std::size_t lines_of_sheet = 28;
constexpr std::size_t letters_of_title = 32;
constexpr std::size_t letters_of_line = 42;
constexpr std::size_t letters_of_row = 38;

std::size_t lines_of(std::string_view words, std::size_t letters) {
    std::size_t lines = 0;
    for (const std::string_view line : text::split(words, '\n'))
        lines += std::max<std::size_t>(1, (static_cast<std::size_t>(utf8::width(line)) + letters - 1) / letters);
    return lines;
}

std::string words_of(const Text& text) {
    std::string words;
    for (const Inline& run : text) words += run.text;
    return words;
}

struct Row {
    std::string label;
    Text text;
    [[nodiscard]] std::size_t lines() const { return lines_of(words_of(text), letters_of_row); }
};

class Choice {
public:
    Choice(const store::Catalog& catalog, const Partner& partner, const std::string& service, const HandoutFor& about)
        : catalog_(catalog), partner_(partner), about_(about), service_(service_called(service)) {}

    // What must be there: the heading and what stands right under it.
    [[nodiscard]] Section heading() const {
        Section section;
        section.title = partner_->name;
        if (const std::string mark = suspension_mark(*partner_, about_.today, about_.lang); !mark.empty())
            section.blocks.push_back({Notice{{strong(say(reception(mark)))}}});
        const std::string what = service_ != nullptr && !service_->name.empty() ? service_->name : partner_->summary;
        if (!what.empty()) section.blocks.push_back({Paragraph{strong(what), Sign::none}});
        return section;
    }
    [[nodiscard]] std::size_t lines_of_heading() const {
        std::size_t lines = 2 + lines_of(partner_->name, letters_of_title);
        const std::string what = service_ != nullptr && !service_->name.empty() ? service_->name : partner_->summary;
        if (!what.empty()) lines += lines_of(what, letters_of_line);
        if (!suspension_mark(*partner_, about_.today, about_.lang).empty()) lines += 2;
        return lines;
    }

    // The most needed first: where a sheet has no room for all, the last go.
    [[nodiscard]] std::vector<Row> rows() const {
        const model::Service whole = what_holds();
        std::vector<Row> rows;
        const auto add = [&](const Words& label, Text text) {
            if (!words_of(text).empty()) rows.push_back({say(label), std::move(text)});
        };
        const auto call = facts::whom_to_call(catalog_, partner_, service_ == nullptr ? "" : service_->id, about_.theme,
                                              about_.today);
        add(to_call(), phone(call));
        if (call.phone.empty()) add(to_write(), to_mail(call.email));
        add(place(), address());
        add(opening(), plain(hours(whole.hours)));
        add(to_bring(), plain(whole.referral ? text::join(whole.referral->bring, ", ") : ""));
        add(how(), plain(goes_through_a_professional(whole) ? say(through_a_professional()) : ""));
        add(also(), plain(permanences()));
        add(cost(), plain(price(whole)));
        add(delay(), plain(whole.referral ? whole.referral->delay : ""));
        return rows;
    }

    [[nodiscard]] std::string freshness() const {
        const auto fresh = facts::freshness(*partner_, catalog_.settings(), about_.today);
        if (!fresh.verified) return say(never_checked());
        const std::string day = plain_date(*fresh.verified).in(about_.lang);
        return say(fresh.stale ? checked_long_ago(day) : checked_on(day));
    }

private:
    [[nodiscard]] std::string say(const Words& words) const { return words.in(about_.lang); }

    [[nodiscard]] const model::Service* service_called(const std::string& id) const {
        for (const model::Service& service : partner_->services)
            if (!id.empty() && service.id == id) return &service;
        return nullptr;
    }

    [[nodiscard]] model::Service what_holds() const {
        return facts::effective(*partner_, service_ == nullptr ? model::Service{} : *service_);
    }

    [[nodiscard]] static Text phone(const facts::WhomToCall& call) {
        Text text = to_phone(call.phone);
        for (Inline& run : text) run.tone = Tone::strong;
        if (!call.tip.empty()) text = std::move(text) + plain("\n" + call.tip);
        if (!call.name.empty()) text = std::move(text) + plain("\n" + call.name);
        return text;
    }

    [[nodiscard]] Text address() const {
        if (!partner_->address) return {};
        const model::Address& at = *partner_->address;
        const std::string town = at.postcode.empty() ? at.commune : at.postcode + " " + at.commune;
        std::vector<std::string> lines;
        for (const std::string& line : {at.street, at.extra, town})
            if (!line.empty()) lines.push_back(line);
        return plain(text::join(lines, "\n"));
    }

    [[nodiscard]] std::string hours(const std::string& written) const {
        std::vector<std::string> lines;
        if (const auto rules = hours_by_days(written, about_.lang)) {
            for (const auto& [days, times] : *rules)
                lines.push_back(days + (about_.lang == Lang::fr ? " : " : ": ") + times);
        } else if (!written.empty()) {
            lines.push_back(written);
        }
        if (!partner_->hours_note.empty()) lines.push_back(partner_->hours_note);
        return text::join(lines, "\n");
    }

    [[nodiscard]] static bool goes_through_a_professional(const model::Service& service) {
        if (!service.referral || service.referral->by.empty()) return false;
        const auto& by = service.referral->by;
        return std::find(by.begin(), by.end(), "users") == by.end();
    }

    [[nodiscard]] std::string price(const model::Service& service) const {
        std::vector<std::string> parts;
        if (!service.fee.empty())
            parts.push_back(choice_label(model::partner_shape(), "fee", service.fee, about_.lang));
        if (!service.fee_note.empty()) parts.push_back(service.fee_note);
        return text::join(parts, ", ");
    }

    // Where else they receive people for this, in the place that was asked first.
    [[nodiscard]] std::string permanences() const {
        constexpr std::size_t most = 2;
        Permanences all =
            permanences_for(catalog_, partner_, service_ == nullptr ? "" : service_->id, about_.place, about_.lang);
        all.there.insert(all.there.end(), all.elsewhere.begin(), all.elsewhere.end());
        if (all.there.size() > most) all.there.resize(most);
        return text::join(all.there, "\n");
    }

    const store::Catalog& catalog_;
    const Partner& partner_;
    const HandoutFor& about_;
    const model::Service* service_;
};

class Sheet {
public:
    Sheet(const store::Catalog& catalog, const HandoutFor& about) : catalog_(catalog), about_(about) {
        Page& page = handout_.page;
        page.self = {PageKind::handout, ""};
        page.lang = about.lang;
        page.title = where_to_turn().in(about.lang);
        Notice numbers;
        for (const model::EmergencyNumber& each : about.emergency) {
            Text number = to_phone(each.number);
            for (Inline& run : number) run.tone = Tone::strong;
            const std::string before = numbers.lines.empty() ? in_an_emergency().in(about.lang) : "";
            numbers.lines.push_back(plain(before) + std::move(number) + plain(" – " + each.name));
            used_ += lines_of(each.number + each.name, letters_of_line - 16);
        }
        if (!numbers.lines.empty()) {
            page.head.push_back({std::move(numbers)});
            ++used_;
        }
    }

    // Whether it found room; the first always does, without the rows that find none.
    bool add(const Partner& partner, const std::string& service) {
        const Choice choice(catalog_, partner, service, about_);
        const bool first = handout_.choices == 0;
        std::size_t used = used_ + choice.lines_of_heading() + lines_of(choice.freshness(), letters_of_line);
        Facts facts;
        std::vector<std::string> left_out;
        for (Row& row : choice.rows()) {
            if (used + row.lines() > lines_of_sheet) {
                if (!first) return false;
                left_out.push_back(std::move(row.label));
                continue;
            }
            used += row.lines();
            facts.rows.emplace_back(std::move(row.label), std::move(row.text));
        }
        used_ = used;
        Section section = choice.heading();
        if (!facts.rows.empty()) section.blocks.push_back({std::move(facts)});
        section.blocks.push_back({Paragraph{quiet(choice.freshness()), Sign::none}});
        handout_.page.body.push_back({std::move(section)});
        if (first) handout_.left_out = std::move(left_out);
        ++handout_.choices;
        return true;
    }

    Handout handout_;

private:
    const store::Catalog& catalog_;
    const HandoutFor& about_;
    std::size_t used_ = 0;
};

}  // namespace

Page handouts_page(Lang lang) {
    Page page;
    page.self = {PageKind::handouts, ""};
    page.lang = lang;
    page.title = where_to_turn().in(lang);
    page.description = page.title;
    page.body.push_back({Paragraph{plain(each_its_own().in(lang)), Sign::none}});
    return page;
}

Handout handout(const store::Catalog& catalog, const std::vector<Turn>& turns, const HandoutFor& about) {
    Sheet sheet(catalog, about);
    for (const Turn& turn : turns) {
        if (sheet.handout_.choices == most_choices) break;
        const auto partner =
            facts::release_partner(catalog, turn.partner, {facts::Reader::everyone, false, about.today});
        if (!partner) {
            sheet.handout_.reserved.push_back(turn.partner);
            continue;
        }
        if (model::status_of((*partner)->status) == model::Status::closed) continue;
        const bool suspended = !suspension_mark(**partner, about.today, about.lang).empty();
        if (sheet.handout_.choices > 0 && suspended) break;
        if (!sheet.add(*partner, turn.service)) break;
    }
    return std::move(sheet.handout_);
}

}  // namespace cafe::view
