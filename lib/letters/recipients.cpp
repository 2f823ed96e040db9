#include "letters/recipients.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "facts/release.hpp"
#include "model/values.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/mailbox.hpp"
#include "render/vcard.hpp"
#include "render/xlsx.hpp"

namespace cafe::letters {

namespace {

using meetings::Mailing;
using meetings::Recipient;
using meetings::Skipped;
using store::Catalog;

// A column is named for people in their language, for programs by its key.
struct Title {
    std::string_view key;
    std::string_view french;
};
constexpr std::array titles{Title{"person", "personne"}, Title{"name", "nom"}, Title{"email", "courriel"},
                            Title{"partner", "partenaire"}, Title{"partner_name", "nom du partenaire"}};

std::vector<std::string> head(bool french) {
    std::vector<std::string> found;
    for (const Title& title : titles) found.emplace_back(french ? title.french : title.key);
    return found;
}

std::vector<std::string> cells_of(const Catalog& catalog, const Recipient& one) {
    return {one.person, one.name, one.email, one.partner, partner_name(catalog, one.partner)};
}

std::string table(const Catalog& catalog, const Mailing& mailing, render::TableFormat format, bool french) {
    std::string out(render::table_start(format));
    out += render::table_row(head(french), format);
    for (const Recipient& one : mailing.recipients) out += render::table_row(cells_of(catalog, one), format);
    return out;
}

std::optional<std::string> csv(const Catalog& catalog, const Mailing& mailing, Lang /*lang*/) {
    return table(catalog, mailing, render::TableFormat::csv, false);
}

std::optional<std::string> csv_excel(const Catalog& catalog, const Mailing& mailing, Lang lang) {
    return table(catalog, mailing, render::TableFormat::csv_excel, lang == Lang::fr);
}

std::optional<std::string> workbook(const Catalog& catalog, const Mailing& mailing, Lang lang) {
    std::vector<std::vector<std::string>> rows;
    for (const Recipient& one : mailing.recipients) rows.push_back(cells_of(catalog, one));
    return render::xlsx(head(lang == Lang::fr), rows);
}

std::optional<std::string> vcards(const Catalog& catalog, const Mailing& mailing, Lang /*lang*/) {
    std::string out;
    for (const Recipient& one : mailing.recipients) {
        const model::Person* person = catalog.person(one.person);
        const std::string id = one.person.empty() ? "partner-" + one.partner : one.person;
        out += render::vcard({id + "@" + "cafe", one.name, person != nullptr,
                              one.partner.empty() ? std::string() : partner_name(catalog, one.partner), one.email},
                             person == nullptr ? std::string() : person->sort_as);
    }
    return out;
}

// The telephone of somebody, or of the partner as a whole, as machines dial it; empty when there is none.
std::string e164_of(const Catalog& catalog, const std::string& person, const std::string& partner) {
    const auto dial = [](const std::string& number) {
        const auto phone = model::to_phone(number);
        return phone && !phone->is_short ? phone->dial : std::string();
    };
    if (const auto known = facts::release_person(catalog, person, {facts::Reader::own, false})) {
        std::string general;
        for (const model::PersonPhone& phone : (*known)->phones) {
            const std::string number = dial(phone.number);
            if (!number.empty() && phone.for_partner == partner) return number;
            if (general.empty() && phone.for_partner.empty()) general = number;
        }
        return general;
    }
    if (const auto known = facts::release_partner(catalog, partner, {facts::Reader::own, false}))
        for (const model::Phone& phone : (*known)->phones)
            if (std::string number = dial(phone.number); !number.empty()) return number;
    return {};
}

render::Json text_or_null(const std::string& text) {
    return text.empty() ? render::json_null() : render::json_text(text);
}

std::optional<std::string> json(const Catalog& catalog, const Mailing& mailing, Lang /*lang*/) {
    std::vector<render::Json> recipients;
    for (const Recipient& one : mailing.recipients)
        recipients.push_back(render::JsonObject()
                                 .add("person", text_or_null(one.person))
                                 .add("name", one.name)
                                 .add("email", one.email)
                                 .add("partner", one.partner)
                                 .add("e164", text_or_null(e164_of(catalog, one.person, one.partner)))
                                 .done());
    std::vector<render::Json> skipped;
    for (const Skipped& one : mailing.skipped)
        skipped.push_back(render::JsonObject()
                              .add("person", text_or_null(one.person))
                              .add("partner", one.partner)
                              .add("reason", one.reason)
                              .done());
    return render::json_document(render::JsonObject()
                                     .add("schema", "cafe/mail/1")
                                     .add("recipients", render::json_lines(recipients))
                                     .add("skipped", render::json_lines(skipped))
                                     .done());
}

std::string mailboxes(const Mailing& mailing, std::string_view between,
                      std::string (*written)(std::string_view name, std::string_view address)) {
    std::string out;
    for (const Recipient& one : mailing.recipients) {
        if (!out.empty()) out += between;
        out += written(one.name, one.email);
    }
    return out.empty() ? out : out + "\n";
}

std::optional<std::string> rfc5322(const Catalog& /*catalog*/, const Mailing& mailing, Lang /*lang*/) {
    return mailboxes(mailing, ",\n ", render::mailbox);
}

std::optional<std::string> outlook(const Catalog& /*catalog*/, const Mailing& mailing, Lang /*lang*/) {
    return mailboxes(mailing, "; ", render::outlook_mailbox);
}

std::optional<std::string> plain(const Catalog& /*catalog*/, const Mailing& mailing, Lang /*lang*/) {
    return addresses(mailing, '\n');
}

constexpr std::array forms{
    MailForm{"emails", plain},        MailForm{"plain", plain},  MailForm{"rfc5322", rfc5322},
    MailForm{"outlook", outlook},     MailForm{"csv", csv},      MailForm{"csv-excel", csv_excel},
    MailForm{"xlsx", workbook, true}, MailForm{"vcard", vcards}, MailForm{"json", json, false, true}};

// What --fields may name of a recipient.
const model::Shape& recipient_shape() {
    static const model::Shape shape = [] {
        model::Shape made{"recipient", {}};
        const auto add = [&](std::string_view key) { made.fields.emplace_back().key = key; };
        for (const Title& title : titles) add(title.key);
        add("e164");
        return made;
    }();
    return shape;
}

}  // namespace

std::span<const MailForm> mail_forms() {
    return forms;
}

const MailForm& mail_form(std::string_view name) {
    const auto* found =
        std::find_if(forms.begin(), forms.end(), [&](const MailForm& form) { return form.name == name; });
    return found == forms.end() ? forms.front() : *found;
}

std::string addresses(const Mailing& mailing, char end) {
    std::string out;
    for (const Recipient& one : mailing.recipients) out += one.email + end;
    return out;
}

view::RecordList recipient_list(const Catalog& catalog, const Mailing& mailing) {
    view::RecordList list{"cafe/mail/1", &recipient_shape(), {}, {}};
    for (const Recipient& one : mailing.recipients) {
        std::vector<std::pair<std::string, std::string>> pairs;
        const std::vector<std::string> cells = cells_of(catalog, one);
        for (std::size_t i = 0; i < titles.size(); ++i) pairs.emplace_back(titles[i].key, cells[i]);
        pairs.emplace_back("e164", e164_of(catalog, one.person, one.partner));
        list.records.push_back({one.person.empty() ? one.partner : one.person, view::mapping_of(pairs)});
    }
    return list;
}

std::string partner_name(const Catalog& catalog, const std::string& id) {
    const auto* entry = catalog.partner(id);
    return entry == nullptr ? id : entry->value.name;
}

}  // namespace cafe::letters
