// The recipients of a mail, in the forms that mail programs, spreadsheets and other programs take.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/words.hpp"
#include "meetings/mailing.hpp"
#include "store/catalog.hpp"
#include "view/record_list.hpp"

namespace cafe::letters {

/// A form by its name on a command line. `text` writes it whole; nothing when the library that writes it fails.
struct MailForm {
    std::string_view name;
    std::optional<std::string> (*text)(const store::Catalog& catalog, const meetings::Mailing& mailing, Lang lang);
    bool binary = false;  ///< not for a terminal
    bool whole = false;   ///< says itself who is left out, and that nobody is left
};

/// Every form, the first for who names none.
std::span<const MailForm> mail_forms();

/// The form of this name; the first when there is none.
const MailForm& mail_form(std::string_view name);

/// The recipients as a list whose columns a person chooses.
view::RecordList recipient_list(const store::Catalog& catalog, const meetings::Mailing& mailing);

/// The addresses alone, each followed by `end`.
std::string addresses(const meetings::Mailing& mailing, char end);

/// The name of a partner, or the id where no fiche has it.
std::string partner_name(const store::Catalog& catalog, const std::string& id);

}  // namespace cafe::letters
