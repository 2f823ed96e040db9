#include "at_the_door.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "meeting.hpp"
#include "meetings/attendance.hpp"
#include "meetings/naming.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> not_known{"personne ne s'appelle « {} » dans le carnet",
                                        "nobody is called '{}' in the notebook"};
constexpr Phrase<std::string> as_guest{"--guest \"{}\" pour quelqu'un qui n'y est pas",
                                       "--guest \"{}\" for somebody who is not in it"};
constexpr Phrase<std::string> several{"« {} » peut être plusieurs personnes", "'{}' may be several people"};
constexpr Phrase<std::string> they_are{"dire laquelle : {}", "say which: {}"};
constexpr Phrase<std::string> guest_has_address{"un invité n'a ni courriel ni téléphone : « {} »",
                                                "a guest has neither e-mail nor telephone: '{}'"};
constexpr Phrase<> organisation_without{"--organisation sans --guest", "--organisation without --guest"};
constexpr Phrase<std::string> unknown_fiche{"aucune fiche ne s'appelle « {} »", "no record is called '{}'"};
constexpr Phrase<std::string> add_fiche{"la créer d'abord : cafe add partner \"{}\"",
                                        "make it first: cafe add partner \"{}\""};

}  // namespace

Result<std::string> person_at_the_door(const store::Catalog& catalog, const model::Meeting& meeting,
                                       const std::string& typed, const Date& day) {
    const meetings::AtTheDoor found = meetings::at_the_door(catalog, meeting, typed, day);
    const std::string shown = utf8::printable(typed);
    if (found.people.size() == 1) return found.people.front();
    if (found.people.empty() && found.partners.size() < 2)
        return Error{ErrorKind::reference, not_known(shown), as_guest(shown)};
    constexpr std::size_t most = 8;
    std::vector<std::string> ids = found.people.empty() ? found.partners : found.people;
    if (ids.size() > most) ids.resize(most);
    return Error{ErrorKind::reference, several(shown), they_are(text::join(ids, ", "))};
}

Result<std::vector<Guest>> guests_of(const Arguments& arguments, const Words& remedy) {
    const std::vector<std::string> names = arguments.values("--guest");
    const std::vector<std::string> organisations = arguments.values("--organisation");
    if (organisations.size() > names.size()) return Error{ErrorKind::usage, organisation_without(), {}};
    std::vector<Guest> guests;
    for (std::size_t i = 0; i < names.size(); ++i) {
        Guest guest{std::string(text::trim(names[i])), i < organisations.size() ? organisations[i] : ""};
        for (const std::string& word : {guest.name, guest.organisation})
            if (meetings::holds_address(word))
                return Error{ErrorKind::usage, guest_has_address(utf8::printable(word)), remedy};
        guests.push_back(std::move(guest));
    }
    return guests;
}

Result<std::string> fiche_called(const store::Catalog& catalog, const std::string& organisation) {
    const auto found = meetings::who_is(catalog, organisation);
    if (!found) return found.error();
    const std::string shown = utf8::printable(organisation);
    if (found->partner.empty()) return Error{ErrorKind::reference, unknown_fiche(shown), add_fiche(shown)};
    return found->partner;
}

std::string names_of(const store::Catalog& catalog, const std::vector<std::string>& people) {
    std::vector<std::string> names;
    for (const std::string& id : people) names.push_back(utf8::printable(named(catalog, id)));
    return text::join(names, ", ");
}

}  // namespace cafe::cmd
