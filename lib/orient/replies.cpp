#include "orient/replies.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/embed.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "facts/contact.hpp"
#include "facts/release.hpp"
#include "mail/message.hpp"
#include "model/reference.hpp"

// CAFE_ORIENT_DATA is set for this file alone; CMake rebuilds it when the table changes.
CAFE_EMBED(orient_answers, CAFE_ORIENT_DATA "/answers.tsv");

namespace cafe::orient {

namespace {

constexpr facts::Disclosure own{facts::Reader::own, false};

std::vector<AnswerWords> read_table(std::string_view table) {
    constexpr std::size_t columns = 4;
    std::vector<AnswerWords> all;
    for (const std::string_view line : text::split(table, '\n')) {
        const auto cells = text::split(line, '\t');
        if (line.starts_with('#') || cells.size() != columns) continue;
        if (const auto is = event_called(cells[0]))
            all.push_back({*is, std::string(cells[1]), {std::string(cells[2]), std::string(cells[3])}});
    }
    return all;
}

// What somebody says behind the reference, in whole: « pas de place » is an answer, « pas de place avant mars » is to
// be read by a person.
const AnswerWords* said(std::string_view words) {
    const std::string folded = fold::text(words);
    for (const AnswerWords& answer : answer_words())
        if (fold::text(answer.words.fr) == folded || fold::text(answer.words.en) == folded) return &answer;
    return nullptr;
}

}  // namespace

const std::vector<AnswerWords>& answer_words() {
    static const std::vector<AnswerWords> all = read_table(CAFE_EMBEDDED(orient_answers));
    return all;
}

std::vector<AnswerWords> ready_answers() {
    constexpr std::size_t proposed = 3;
    const auto& all = answer_words();
    return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(proposed, all.size()))};
}

std::vector<Reply> replies_in(std::string_view bytes) {
    std::vector<Reply> replies;
    for (const std::string& one : mail::messages_in(bytes)) {
        const mail::Message message = mail::parse(one);
        const model::Bracketed found = model::bracketed(message.subject);
        if (found.references.size() != 1) continue;
        Reply reply{found.references.front(), message.from, std::nullopt,
                    utf8::one_line(std::string(text::trim(found.rest)))};
        if (const AnswerWords* answer = said(found.rest)) reply.event = Event{{}, answer->is, answer->why, ""};
        replies.push_back(std::move(reply));
    }
    return replies;
}

std::vector<std::string> mailboxes_of(const store::Catalog& catalog, const std::string& partner, const Date& today) {
    std::vector<std::string> boxes;
    const auto add = [&](const std::string& address) {
        if (!address.empty()) boxes.push_back(ascii::lower(address));
    };
    const auto released = facts::release_partner(catalog, partner, own);
    if (!released) return boxes;
    for (const model::Email& email : (*released)->emails) add(email.address);
    const auto add_line = [&](const std::optional<model::Referral>& referral) {
        if (referral && referral->professionals) add(referral->professionals->email);
    };
    add_line((*released)->referral);
    for (const model::Service& service : (*released)->services) {
        add_line(service.referral);
        if (!service.contact.empty())
            if (const auto call = facts::call_person(catalog, *released, service.contact)) add(call->email);
    }
    for (const model::Contact& contact : (*released)->contacts)
        if (facts::is_present(contact, today))
            if (const auto call = facts::call_person(catalog, *released, contact.person)) add(call->email);
    std::sort(boxes.begin(), boxes.end());
    boxes.erase(std::unique(boxes.begin(), boxes.end()), boxes.end());
    return boxes;
}

}  // namespace cafe::orient
