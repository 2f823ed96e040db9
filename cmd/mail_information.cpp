#include "mail_information.hpp"

#include "base/text.hpp"
#include "facts/functions.hpp"
#include "facts/release.hpp"

namespace cafe::cmd {

namespace {

constexpr std::string_view french = R"(# Vos coordonnées dans le carnet de {{network}}

Bonjour {{name}},

{{network}} tient un carnet des organismes qui accompagnent les habitants et des personnes qui y travaillent, pour que
chacun sache à qui s'adresser et pour inviter aux rencontres. Vous y figurez{{#partner}} au titre de {{partner}}{{/partner}}.

Ce que nous gardons de vous : {{held}}.

Cela vient de vous, de votre organisme ou des rencontres du réseau. Les partenaires du réseau peuvent le lire ; rien de
vous n'est public sans que la fiche le dise. Nous le gardons tant que vous exercez cette fonction, puis nous l'effaçons.

Vous pouvez à tout moment demander à voir ce que nous gardons, le faire corriger, vous opposer à figurer dans
l'annuaire ou à recevoir nos messages, et faire effacer vos données : il suffit de répondre à ce message
({{from}}). Vous pouvez aussi saisir la CNIL (www.cnil.fr).

{{network}}
)";

constexpr std::string_view english = R"(# Your details in the notebook of {{network}}

Dear {{name}},

{{network}} keeps a notebook of the organisations that help people and of those who work in them, so that everybody
knows whom to turn to and is invited to the meetings. You stand in it{{#partner}} for {{partner}}{{/partner}}.

What we keep of you: {{held}}.

It comes from you, from your organisation or from the meetings of the network. Partners of the network can read it;
nothing of you is public unless the record says so. We keep it as long as you hold this function, then we erase it.

At any time you can ask to see what we keep, have it corrected, object to being in the directory or to our mails, and
have your data erased: just answer this mail ({{from}}). You can also complain to the data protection authority (in
France the CNIL, www.cnil.fr).

{{network}}
)";

constexpr Phrase<std::string> name_words{"nom : {}", "name: {}"};
constexpr Phrase<std::string> mail_words{"courriel : {}", "e-mail: {}"};
constexpr Phrase<std::string> phone_words{"téléphone : {}", "telephone: {}"};
constexpr Phrase<std::string> function_words{"fonction : {}", "function: {}"};

std::string function_of(const store::Catalog& catalog, const std::string& partner, const std::string& person) {
    const store::PartnerEntry* entry = catalog.partner(partner);
    if (entry == nullptr) return partner;
    for (const model::Contact& contact : entry->value.contacts)
        if (contact.person == person && !contact.role.empty()) return contact.role + " (" + entry->value.name + ")";
    return entry->value.name;
}

}  // namespace

std::string_view information_text(Lang lang) {
    return lang == Lang::fr ? french : english;
}

std::vector<view::Addressee> never_informed(const store::Catalog& catalog) {
    std::vector<view::Addressee> found;
    for (const auto& entry : catalog.people()) {
        const auto& privacy = entry.value.privacy;
        if (!privacy || !privacy->informed || !privacy->informed->on) found.push_back({entry.id, ""});
    }
    return found;
}

std::string held_in_words(const store::Catalog& catalog, const std::string& person, const Date& today, Lang lang) {
    const auto released = facts::release_person(catalog, person, {facts::Reader::own, false});
    if (!released) return "";
    std::vector<std::string> parts{name_words((*released)->name).in(lang)};
    for (const model::PersonEmail& email : (*released)->emails) parts.push_back(mail_words(email.address).in(lang));
    for (const model::PersonPhone& phone : (*released)->phones) parts.push_back(phone_words(phone.number).in(lang));
    for (const std::string& partner : facts::partners_of(catalog, person, today))
        parts.push_back(function_words(function_of(catalog, partner, person)).in(lang));
    return text::join(parts, lang == Lang::fr ? " ; " : "; ");
}

}  // namespace cafe::cmd
