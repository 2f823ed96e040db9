// Mails to people as drafts: the user's template or the built-in one, the reader's own fiche, one file each.
#pragma once

#include <string>
#include <vector>

#include "base/disk.hpp"
#include "base/result.hpp"
#include "facts/release.hpp"
#include "meetings/mailing.hpp"
#include "render/eml.hpp"
#include "render/template.hpp"
#include "store/catalog.hpp"
#include "store/outputs.hpp"
#include "view/page.hpp"

namespace cafe::letters {

/// What holes of a template may be called.
const std::vector<std::string>& letter_names();

/// `templates/NAME.md` of the notebook, else the built-in text. An Error when it cannot be read or a hole in it has an
/// unknown name.
Result<render::Template> letter_template(Disk& disk, const std::string& root, const std::string& name, Lang lang);

/// The text of a mail in its three forms.
struct LetterText {
    std::string subject;
    std::string text;
    std::string html;
};

/// Where the template has `{{fiche}}` on a line of its own, the fiches stand as partners may read them, with the
/// question whether they are still right.
LetterText letter_text(const store::Catalog& catalog, const render::Template& text, const render::Fillings& fillings,
                       const std::vector<std::string>& fiches, Lang lang);

/// The same with minutes where the template has `{{minutes}}` on a line of its own, behind it where it has none.
LetterText letter_with_minutes(const render::Template& text, const render::Fillings& fillings,
                               const view::Page& minutes, Lang lang);

/// The holes that every mail can fill: network, from, name, person, partner. Nothing of a person but the name.
render::Fillings reader_fillings(const store::Catalog& catalog, const meetings::Recipient& reader);
/// The same for a mail to many.
render::Fillings common_fillings(const store::Catalog& catalog);

/// The fiches in which the reader has a function, the one they are written to for first.
std::vector<std::string> fiches_of(const store::Catalog& catalog, const meetings::Recipient& reader, const Date& today);

/// The sender, or an Error that says where to write it.
Result<render::Mailbox> sender(const store::Catalog& catalog);

/// "marie-delmas.eml"; of a partner's own address "partner.ccas-fumel.eml".
std::string file_of(const meetings::Recipient& reader);

struct MailDraft {
    std::string file;
    std::string bytes;
};

/// Mails to many in batches of at most fifty hidden addresses: "bcc-1.eml", "bcc-2.eml".
std::vector<MailDraft> in_batches(render::Letter letter, const std::vector<meetings::Recipient>& readers);
inline constexpr std::size_t batch = 50;

/// Writes them into a folder, removing the drafts of earlier runs.
Result<store::OutputReport> write_drafts(Disk& disk, const std::string& folder, const std::vector<MailDraft>& drafts);

}  // namespace cafe::letters
