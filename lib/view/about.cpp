#include "view/about.hpp"

#include "facts/freshness.hpp"
#include "model/sender.hpp"

namespace cafe::view {

namespace {

constexpr Phrase<> about_title{"À propos de cet annuaire", "About this directory"};
constexpr Phrase<std::string> about_lead{"Un annuaire tenu par les partenaires eux-mêmes : {}.",
                                         "A directory kept by the partners themselves: {}."};
constexpr Phrase<> inside{"Ce qu’on y trouve", "What is in it"};
constexpr Phrase<std::string> produced{"Cette édition a été produite le {}.", "This edition was made on {}."};
constexpr Phrase<std::string, std::size_t> fresh{
    "Chaque fiche porte la date de sa dernière vérification : {} sur {} sont à jour.",
    "Each record bears the day it was last checked: {} of {} are up to date."};
constexpr Phrase<> left_out{
    "Une structure fermée n’y figure pas ; une personne qui s’y oppose non plus ; une adresse "
    "confidentielle n’est écrite nulle part.",
    "An organisation that has closed is not in it, nor is a person who objects; a confidential "
    "address is written nowhere."};
constexpr Phrase<> mistakes{"Une erreur, un oubli ?", "A mistake, something missing?"};
constexpr Phrase<> write_us{"Écrire à ", "Write to "};
constexpr Phrase<> tell_host{"Le dire à la prochaine réunion du café.", "Say so at the café’s next meeting."};
constexpr Phrase<> how_made{"Comment s’en servir", "How to use it"};
constexpr Phrase<> how_to{
    "Les pages s’ouvrent sans serveur ni connexion, depuis un dossier partagé ou une clé ; chaque "
    "fiche s’imprime sur une page. Rien n’est chargé d’ailleurs, aucun visiteur n’est suivi.",
    "The pages open without a server or a connection, from a shared folder or a stick; each "
    "record prints on one page. Nothing is loaded from elsewhere, no visitor is tracked."};

constexpr Phrase<> notice_title{"Mentions légales", "Legal notice"};
constexpr Phrase<> no_notice{"L’éditeur de ce site n’a pas encore rédigé ses mentions légales.",
                             "The publisher of this site has not written a legal notice yet."};
constexpr Phrase<> sources{"Sources", "Sources"};
constexpr Phrase<> insee{
    "Communes, intercommunalités et départements : Insee, Code officiel géographique, Licence "
    "Ouverte 2.0.",
    "Communes, intercommunalities and départements: Insee, Code officiel géographique, Licence "
    "Ouverte 2.0."};
constexpr Phrase<> ign{"Contours des communes : IGN, Admin Express 2018, Licence Ouverte.",
                       "Outlines of communes: IGN, Admin Express 2018, Licence Ouverte."};
constexpr Phrase<> personal_data{"Données personnelles", "Personal data"};
constexpr Phrase<> rights{
    "Les personnes citées peuvent demander à corriger ou à retirer ce qui les concerne, et s’opposer "
    "à y figurer. Ce site ne dépose aucun témoin (cookie) et ne mesure aucune audience.",
    "People who are named may ask for what concerns them to be corrected or removed, and may "
    "object to being listed. This site sets no cookie and measures no audience."};

constexpr Phrase<> accessibility_title{"Accessibilité", "Accessibility"};
constexpr Phrase<> not_audited{
    "Aucun audit de conformité au RGAA n’a été déclaré pour ce site : il ne peut donc pas être "
    "présenté comme conforme.",
    "No audit of this site against the accessibility standards (RGAA, WCAG) was declared: it "
    "cannot be presented as conformant."};
constexpr Phrase<> what_was_done{"Ce qui est prévu", "What is provided"};
constexpr Phrase<> trouble{"Une difficulté ?", "In difficulty?"};
constexpr Phrase<> tell_us{"Si une page ne vous est pas accessible, dites-le pour recevoir l’information autrement.",
                           "If a page is not accessible to you, say so and receive the information in another way."};
constexpr Phrase<> ombudsman{"Sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits : ",
                             "Without a satisfying answer you may turn to the Défenseur des droits: "};

std::vector<Text> provided(Lang lang) {
    constexpr Phrase<> items_said[] = {
        {"Toutes les pages se lisent et se parcourent au clavier, sans JavaScript.",
         "All pages can be read and moved through with the keyboard, without JavaScript."},
        {"Le texte s’agrandit jusqu’à 200 % et se lit sur un écran de 320 pixels de large.",
         "Text can be enlarged to 200 % and read on a screen 320 pixels wide."},
        {"Un mode sombre suit le réglage de l’appareil.", "A dark mode follows the setting of the device."},
        {"Les sigles sont expliqués au survol, et tous au glossaire.",
         "Acronyms are explained on hovering, and all of them in the glossary."}};
    std::vector<Text> texts;
    for (const Phrase<>& said : items_said) texts.push_back(plain(said().in(lang)));
    return texts;
}

Page page_of(const Directory& directory, PageKind kind, const Words& title) {
    Page page;
    page.self = {kind, ""};
    page.lang = directory.edition.lang;
    page.title = title.in(page.lang);
    page.description = page.title;
    return page;
}

void section(Page& page, const Words& title, std::vector<Block> blocks) {
    Section section;
    section.title = title.in(page.lang);
    section.blocks = std::move(blocks);
    page.body.push_back({std::move(section)});
}

Block paragraph(Text text) {
    return {Paragraph{std::move(text), Sign::none}};
}

// The settings' sender, else what to do without one.
Text whom_to_tell(const Directory& directory) {
    const Lang lang = directory.edition.lang;
    if (const auto sender = model::to_sender(directory.edition.catalog.settings().from))
        return plain(write_us().in(lang)) + to_mail(sender->address) + plain(".");
    return plain(tell_host().in(lang));
}

const model::PublishSettings* settings_of(const Directory& directory) {
    const auto& publish = directory.edition.catalog.settings().publish;
    return publish ? &*publish : nullptr;
}

std::size_t fresh_ones(const Directory& directory) {
    const Edition& edition = directory.edition;
    std::size_t fresh_count = 0;
    for (const Listing& listing : directory.listings)
        if (const auto* entry = edition.catalog.partner(listing.id))
            if (!facts::freshness(entry->value, edition.catalog.settings(), edition.today).stale) ++fresh_count;
    return fresh_count;
}

}  // namespace

Page about_page(const Directory& directory) {
    Page page = page_of(directory, PageKind::about, about_title());
    const std::size_t all = directory.listings.size();
    page.lead = about_lead(how_many(all, page.lang)).in(page.lang);
    if (const auto* publish = settings_of(directory); publish != nullptr && !publish->about.empty())
        page.body.push_back({Markdown{publish->about}});
    const std::string how_fresh = std::to_string(fresh_ones(directory));
    section(page, inside(),
            {{items({plain(fresh(how_fresh, all).in(page.lang)), plain(left_out().in(page.lang)),
                     plain(produced(plain_date(directory.edition.today).in(page.lang)).in(page.lang))})}});
    section(page, how_made(), {paragraph(plain(how_to().in(page.lang)))});
    section(page, mistakes(), {paragraph(whom_to_tell(directory))});
    return page;
}

Page legal_notice_page(const Directory& directory) {
    Page page = page_of(directory, PageKind::legal_notice, notice_title());
    const auto* publish = settings_of(directory);
    if (publish != nullptr && !publish->legal_notice.empty())
        page.body.push_back({Markdown{publish->legal_notice}});
    else
        page.body.push_back(paragraph(plain(no_notice().in(page.lang))));
    section(page, personal_data(), {paragraph(plain(rights().in(page.lang))), paragraph(whom_to_tell(directory))});
    section(page, sources(), {paragraph(plain(insee().in(page.lang))), paragraph(plain(ign().in(page.lang)))});
    return page;
}

Page accessibility_page(const Directory& directory) {
    Page page = page_of(directory, PageKind::accessibility, accessibility_title());
    const auto* publish = settings_of(directory);
    if (publish != nullptr && !publish->accessibility.empty())
        page.body.push_back({Markdown{publish->accessibility}});
    else
        page.body.push_back(paragraph(plain(not_audited().in(page.lang))));
    section(page, what_was_done(), {{items(provided(page.lang))}});
    section(page, trouble(),
            {paragraph(plain(tell_us().in(page.lang)) + plain(" ") + whom_to_tell(directory)),
             paragraph(plain(ombudsman().in(page.lang)) + to_web("https://www.defenseurdesdroits.fr") + plain("."))});
    return page;
}

}  // namespace cafe::view
