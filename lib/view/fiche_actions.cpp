#include "view/fiche_actions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/ascii.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "facts/contact.hpp"
#include "model/sender.hpp"
#include "model/values.hpp"

namespace cafe::view {

namespace {

constexpr Phrase<std::string> call{"Appeler le {}", "Call {}"};
constexpr Phrase<> write{"Écrire", "Write"};
constexpr Phrase<> send_message{"SMS", "Text message"};
constexpr Phrase<std::string> message_to{"SMS au {}", "Text {}"};
constexpr Phrase<std::string> message_to_person{"SMS à {}", "Text {}"};
constexpr Phrase<> way_there{"Itinéraire", "Directions"};
constexpr Phrase<> hand_over{"À remettre à la personne", "To hand to the person"};
constexpr Phrase<> share{"Partager", "Share"};
constexpr Phrase<> print{"Imprimer", "Print"};
constexpr Phrase<> report{"Signaler une erreur", "Report a mistake"};
constexpr Phrase<std::string, std::string> report_subject{"Erreur dans la fiche « {} » ({})",
                                                          "Mistake in the record “{}” ({})"};
constexpr Phrase<> their_site{"Site internet", "Website"};
constexpr Phrase<> their_card{"Carte de visite", "Visiting card"};

class Ways {
public:
    Ways(const Edition& edition, const facts::Released<model::Partner>& released)
        : edition_(edition), released_(released), partner_(*released) {}

    [[nodiscard]] Actions ways() const {
        Actions actions;
        const std::optional<Outside> first = first_step();
        if (first) actions.actions.push_back({said_of(*first), Link(*first)});
        if (auto message = message_to_somebody(first)) actions.actions.push_back(std::move(*message));
        if (!partner_.phones.empty() && (!first || first->kind() != Outside::Kind::phone))
            if (auto phone = Outside::phone(partner_.phones.front().number))
                actions.actions.push_back({said_of(*phone), Link(*phone)});
        if (!partner_.emails.empty() && (!first || first->kind() != Outside::Kind::mail))
            if (auto mail = Outside::mail(partner_.emails.front().address))
                actions.actions.push_back({said_of(*mail), Link(*mail)});
        if (const std::string place = place_on_a_map(); !place.empty())
            actions.actions.push_back({say(way_there()), Link(Outside::way_to(place))});
        return actions;
    }

    // What can be done with the page itself, at its end.
    [[nodiscard]] Actions tools() const {
        Actions tools;
        if (auto web = Outside::web(partner_.website)) tools.actions.push_back({say(their_site()), Link(*web)});
        tools.actions.push_back({say(their_card()), Link(PageRef{PageKind::card, released_.id()})});
        tools.actions.push_back({say(hand_over()), Link(PageRef{PageKind::handout, released_.id()})});
        const auto sender = model::to_sender(edition_.catalog.settings().from);
        const std::string subject = say(report_subject(partner_.name, released_.id()));
        if (const auto mail = Outside::mail(sender ? sender->address : "", subject))
            tools.actions.push_back({say(report()), Link(*mail)});
        // What is kept among partners is not to be passed on.
        const bool public_ = edition_.reader == facts::Reader::everyone;
        tools.deeds = Actions::Deeds{public_ ? say(share()) : "", say(print())};
        return tools;
    }

private:
    // To the line that is called first, to the one who is called of this fiche, else to any that takes messages.
    [[nodiscard]] std::optional<Action> message_to_somebody(const std::optional<Outside>& first) const {
        if (first && first->kind() == Outside::Kind::phone)
            if (auto message = Outside::message(first->shown())) return Action{say(send_message()), Link(*message)};
        const auto whom = facts::whom_to_call(edition_.catalog, released_, "", "", edition_.today);
        if (auto message = Outside::message(whom.phone))
            return Action{say(whom.name.empty() ? message_to(message->shown()) : message_to_person(whom.name)),
                          Link(*message)};
        for (const model::Phone& phone : partner_.phones)
            if (auto message = Outside::message(phone.number))
                return Action{say(message_to(message->shown())), Link(*message)};
        return std::nullopt;
    }

    // Degrees where they are known; a commune alone is no place to go to.
    [[nodiscard]] std::string place_on_a_map() const {
        if (!partner_.address || partner_.address->confidential.value_or(false)) return {};
        const model::Address& at = *partner_.address;
        if (at.latitude && at.longitude) return fmt::format("{:.6f},{:.6f}", *at.latitude, *at.longitude);
        return at.street.empty() ? std::string() : at.street + ", " + town_of(at);
    }

    [[nodiscard]] std::string said_of(const Outside& outside) const {
        return outside.kind() == Outside::Kind::phone ? say(call(outside.shown())) : say(write());
    }

    // ---- The line that the steps name ----------------------------------------------------------------------------

    [[nodiscard]] const model::Referral* referral() const { return partner_.referral ? &*partner_.referral : nullptr; }
    [[nodiscard]] const model::ProfessionalLine* professionals() const {
        return referral() != nullptr && referral()->professionals ? &*referral()->professionals : nullptr;
    }

    // What to do first: call or write the line that the steps speak of, by its number, its label or as the
    // professionals' one; else among partners the professionals' one, for everyone the first telephone, unless people
    // are to write.
    [[nodiscard]] std::optional<Outside> first_step() const {
        const std::string said = fold::text(referral() == nullptr ? "" : text::join(referral()->steps, " "));
        const auto* line = professionals();
        for (const model::Phone& phone : partner_.phones)
            if (names_number(phone.number)) return Outside::phone(phone.number);
        if (line != nullptr && names_number(line->phone)) return Outside::phone(line->phone);
        for (const model::Email& email : partner_.emails)
            if (!email.address.empty() && said.find(fold::text(email.address)) != std::string::npos)
                return Outside::mail(email.address);
        if (line != nullptr && said.find("profession") != std::string::npos) {
            if (auto phone = Outside::phone(line->phone)) return phone;
            if (auto mail = Outside::mail(line->email)) return mail;
        }
        for (const model::Phone& phone : partner_.phones)
            if (names_label(said, phone.label)) return Outside::phone(phone.number);
        // Among partners the guide shows that line: it is theirs.
        if (line != nullptr && edition_.reader != facts::Reader::everyone && may_call())
            if (auto phone = Outside::phone(line->phone)) return phone;
        if (!may_call() && !partner_.emails.empty()) return Outside::mail(partner_.emails.front().address);
        if (!partner_.phones.empty()) return Outside::phone(partner_.phones.front().number);
        return std::nullopt;
    }

    // Digits alone are compared, so that a step may write the number in its own way.
    [[nodiscard]] bool names_number(const std::string& number) const {
        const auto phone = model::to_phone(number);
        if (!phone || referral() == nullptr) return false;
        const std::string wanted = digits_of(phone->display);
        return std::any_of(referral()->steps.begin(), referral()->steps.end(),
                           [&](const std::string& step) { return digits_of(step).find(wanted) != std::string::npos; });
    }
    static std::string digits_of(std::string_view text) {
        std::string digits;
        for (const char byte : text)
            if (ascii::is_digit(byte)) digits.push_back(byte);
        return digits;
    }

    // A label of a few letters ("CLI") is too little to be meant.
    static bool names_label(const std::string& said, const std::string& label) {
        constexpr std::size_t least = 5;
        const std::string folded = fold::text(label);
        return folded.size() >= least && said.find(folded) != std::string::npos;
    }

    // Ways to send somebody there leave the telephone out only where they are said and it is not among them.
    [[nodiscard]] bool may_call() const {
        if (referral() == nullptr || referral()->modes.empty()) return true;
        const auto& modes = referral()->modes;
        const auto has = [&](std::string_view mode) {
            return std::find(modes.begin(), modes.end(), mode) != modes.end();
        };
        return has("phone") || !has("email");
    }

    [[nodiscard]] std::string say(const Words& words) const { return words.in(edition_.lang); }

    const Edition& edition_;
    const facts::Released<model::Partner>& released_;
    const model::Partner& partner_;
};

}  // namespace

std::string town_of(const model::Address& address) {
    return address.postcode.empty() ? address.commune : address.postcode + " " + address.commune;
}

Actions ways_to_reach(const Edition& edition, const facts::Released<model::Partner>& partner) {
    return Ways(edition, partner).ways();
}

Actions tools_of_fiche(const Edition& edition, const facts::Released<model::Partner>& partner) {
    return Ways(edition, partner).tools();
}

}  // namespace cafe::view
