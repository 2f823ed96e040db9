// The fiches of an export, one after the other, through the gate.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "exchange/edition.hpp"
#include "exchange/report.hpp"

namespace cafe::exchange {

struct Fiche {
    std::string id;
    std::string file;  ///< "partners/ccas-fumel.yaml"
    const facts::Released<model::Partner>& partner;
};

enum class Closed { left_out, taken };

/// Calls `write` for every fiche of the edition that the reader may have, and keeps the account: `write` says whether
/// the fiche is in the export. Closed fiches are counted, and taken only where the format can say that they are.
void each_fiche(const Edition& edition, Way way, Closed closed, Account& account,
                const std::function<bool(const Fiche& fiche, Ledger& ledger)>& write);

/// Whether a service has ended by the day of the edition: it is counted, and all that it says is lost.
bool has_ended(const Edition& edition, const model::Service& service, Account& account, Ledger& ledger);

// What several formats tell alike, in the language of the edition.

/// Summary, description, missions as « - … » and limits as « Ne fait pas : … », each a paragraph; « Interrompu jusqu'au
/// … » in front of a suspended fiche. Plain text.
std::string description_of(const Edition& edition, const model::Partner& partner);
/// « De 16 à 25 ans »; empty where nothing is said.
std::string ages_of(const model::Partner& partner, Lang lang);
/// Numbered steps, the delay and the note, in lines.
std::string steps_of(const Edition& edition, const model::Referral& referral);
/// « Délai : … »; the delay is not empty.
std::string delay_of(const model::Referral& referral, Lang lang);
/// « À apporter : … »; empty where nothing is.
std::string papers_of(const model::Referral& referral, Lang lang);
/// OpenStreetMap's notation, the note as a comment behind it: `Mo-Fr 09:00-12:00 "sur rendez-vous"`. Hours that cannot
/// be read stay as they are written.
std::string hours_of(const std::string& hours, const std::string& note);
/// The whole number or mailbox as it may be dialled or written to: first that is one.
std::optional<std::size_t> first_email(const std::vector<model::Email>& emails);

/// The INSEE code of an address's commune; empty when it names none or several.
std::string insee_of(const Edition& edition, const model::Address& address);
/// "47106" of "insee:47106".
std::string bare_code(const territory::AreaRef& area);

/// "active", "suspended" or "closed", whatever the fiche has there.
std::string_view status_of(const model::Partner& partner);
/// « www.… » of a fiche that has it as a web address, else empty.
std::string web_address(const std::string& url);
/// The label of a word of the vocabulary in the edition's language.
std::string label_of(const Edition& edition, model::VocabularyKind kind, const std::string& id);

}  // namespace cafe::exchange
