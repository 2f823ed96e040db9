#include "check/upkeep.hpp"

#include "check/inspection.hpp"
#include "check/rules.hpp"
#include "facts/freshness.hpp"
#include "model/audience.hpp"

namespace cafe::check {

namespace {

Span span_at(const store::Source& source, std::string_view outer, std::string_view inner) {
    const yaml::Node* node = source.tree.find(outer);
    const yaml::Node* part = node == nullptr ? nullptr : node->find(inner);
    if (part != nullptr) return part->span;
    return node == nullptr ? Span{} : node->span;
}

void check_verified(const store::Record<model::Partner>& partner, const model::Settings& settings, const Date& today,
                    Report& report) {
    static constexpr Phrase<> never{"cette fiche n'a jamais été vérifiée", "this record has never been verified"};
    static constexpr Phrase<Words, Words> late{"vérifiée le {0}, à revoir depuis le {1}",
                                               "verified on {0}, due again since {1}"};
    static constexpr Phrase<Words> ahead{"vérifiée le {}, un jour qui n'est pas encore arrivé",
                                         "verified on {}, a day that has not come yet"};
    static constexpr Phrase<> ask{"demander au partenaire si elle est juste, puis écrire verified: {{on: …, how: …}}",
                                  "ask the partner whether it is right, then write verified: {{on: …, how: …}}"};
    static constexpr Phrase<> put_right{"corriger la date", "put the date right"};
    const facts::Freshness freshness = facts::freshness(partner.value, settings, today);
    if (!freshness.verified) {
        // A date that cannot be read, or was forgotten beside the rest, is told where it stands.
        const yaml::Node* written = partner.source->tree.find("verified");
        if (written != nullptr && written->kind != yaml::Kind::empty) return;
        return report.add_on_record(rule::never_verified, never(), ask());
    }
    const Span span = span_at(*partner.source, "verified", "on");
    if (*freshness.verified > today)
        return report.add(rule::verified_in_future, span, ahead(plain_date(*freshness.verified)), put_right());
    if (freshness.stale)
        report.add(rule::stale, span, late(plain_date(*freshness.verified), plain_date(*freshness.due)), ask());
}

void check_agreement(const model::Partner& partner, Report& report) {
    static constexpr Phrase<> none{"rien ne dit que le partenaire est d'accord pour paraître",
                                   "nothing says that the partner agrees to appear"};
    static constexpr Phrase<> ask{"lui demander, puis écrire agreement: {{on: …, by: …}} ; ou audience: partners",
                                  "ask, then write agreement: {{on: …, by: …}}; or audience: partners"};
    if (model::audience_of(partner.audience, model::Audience::public_) != model::Audience::public_) return;
    if (!partner.agreement || !partner.agreement->on) report.add_on_record(rule::no_agreement, none(), ask());
}

}  // namespace

void check_upkeep(const store::Book& book, const Date& today, Findings& found) {
    for (const auto& partner : book.partners) {
        if (model::status_of(partner.value.status) == model::Status::closed) continue;
        Report report(*partner.source, found);
        check_verified(partner, book.settings.value, today, report);
        check_agreement(partner.value, report);
    }
}

}  // namespace cafe::check
