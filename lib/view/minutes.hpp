// The minutes of a meeting as they are sent: who was there, what was told, asked, decided, promised and announced.
#pragma once

#include "facts/release.hpp"
#include "store/catalog.hpp"
#include "view/page.hpp"

namespace cafe::view {

/// Every name of a person and a partner passes the gate for the reader that `meeting` was released to. An answer that
/// came after the meeting says so. Of a meeting that is still to come: its agenda, and what its café has left open.
/// What nobody wrote down has no heading.
Page minutes_page(const facts::Released<model::Meeting>& meeting, const store::Catalog& catalog, Lang lang);

/// « Compte rendu », « Réunion prévue », « Réunion annulée »… : what a page about this meeting is.
Words kind_of_minutes(const model::Meeting& meeting);

/// The meeting's title, or « Rencontre du vendredi 6 novembre 2026 » / "Meeting of Friday 6 November 2026".
Words meeting_title(const model::Meeting& meeting);

}  // namespace cafe::view
