#include "orient/papers.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "facts/contact.hpp"
#include "facts/release.hpp"
#include "facts/service.hpp"
#include "orient/replies.hpp"
#include "render/html.hpp"
#include "render/markdown.hpp"
#include "territory/tables.hpp"

namespace cafe::orient {

namespace {

using territory::AreaKind;
using territory::AreaRef;
namespace tables = territory::tables;

constexpr Phrase<> no_wide_area{"cette zone est trop étroite pour le journal : on y reconnaîtrait quelqu'un",
                                "this area is too narrow for the journal: somebody could be recognised by it"};
constexpr Phrase<> take_wider{"nommer une intercommunalité, un département ou une région",
                              "name a group of communes, a département or a région"};

constexpr Phrase<> bon{"Bon d'orientation", "Referral slip"};
constexpr Phrase<> reference_title{"Référence", "Reference"};
constexpr Phrase<> to_title{"Vers", "To"};
constexpr Phrase<> day_title{"Le", "On"};
constexpr Phrase<> phone_title{"Téléphone", "Telephone"};
constexpr Phrase<> steps_title{"La démarche", "What to do"};
constexpr Phrase<> papers_title{"À apporter", "What to bring"};
constexpr Phrase<> delay_title{"Délai", "Delay"};
constexpr Phrase<> by_hand_title{"À remplir à la main", "To be filled in by hand"};
constexpr Phrase<> name_title{"Nom, prénom", "Name"};
constexpr Phrase<> number_title{"Numéro où joindre la personne", "Number to reach the person at"};
constexpr Phrase<> sender_title{"Adressé par (nom, structure, téléphone)", "Sent by (name, organisation, telephone)"};
constexpr Phrase<> word_title{"Un mot, avec l'accord de la personne", "A word, with the person's consent"};
constexpr Phrase<> kept_nowhere{
    "Ce qui est écrit à la main n'est enregistré nulle part. La structure répond en citant la référence.",
    "What is written by hand is stored nowhere. The organisation answers quoting the reference."};
constexpr std::string_view line_to_fill = "……………………………………………………………………";

constexpr Phrase<std::string> subject{"[{}] demande d'orientation", "[{}] referral"};
constexpr Phrase<std::string, std::string> text_of{
    "Bonjour,\n\n"
    "Je souhaite orienter une personne vers : {0}.\n"
    "Référence de cette demande : {1}. Pour protéger la personne, rien d'elle n'est écrit ici : "
    "appelez-moi, ou attendez qu'elle se présente avec son bon d'orientation.\n\n"
    "Pour répondre, gardez la référence dans l'objet de votre message, suivie d'une de ces réponses :\n",
    "Hello,\n\n"
    "I would like to send somebody to: {0}.\n"
    "Reference of this request: {1}. To protect the person nothing about them is written here: "
    "call me, or wait until they come with their referral slip.\n\n"
    "To answer, keep the reference in the subject of your message, followed by one of these answers:\n"};
constexpr Phrase<std::string, std::string> one_answer{"  [{0}] {1}\n", "  [{0}] {1}\n"};
constexpr Phrase<> write_nobody{"\nN'écrivez ni nom ni détail dans l'objet. Merci.\n",
                                "\nPlease write neither name nor detail in the subject. Thank you.\n"};

// One page of A4. The dots stand for lines where there is no style; on paper they are lines, and a box for the last.
constexpr std::string_view paper =
    "@page{size:A4;margin:15mm 18mm}body{font:12pt/1.4 Arial,\"Liberation Sans\",sans-serif;color:#000;margin:0 auto;"
    "max-width:174mm}h1{font-size:20pt;margin:0 0 5mm}h2{font-size:13pt;margin:6mm 0 1mm}p,ul,ol,dl{margin:0 0 2mm}"
    "a{color:inherit;text-decoration:none}dt{font-weight:bold;float:left;margin-right:2mm}dd{margin:0 0 1mm}"
    "h1+dl dd:first-of-type{font-size:16pt;line-height:1;font-weight:bold;letter-spacing:.5mm}"
    "h2:last-of-type+dl dt{float:none}h2:last-of-type+dl dd{height:7mm;margin:0 0 "
    "4mm;overflow:hidden;color:transparent;"
    "border-bottom:.3mm solid #000}h2:last-of-type+dl dd:last-of-type{height:38mm;border:.3mm solid "
    "#000;margin-top:1mm}"
    "dl,p{break-inside:avoid}";

std::optional<AreaRef> epci_around(const territory::Territory& territory, const AreaRef& area) {
    const auto communes = territory.communes_of(area);
    std::optional<AreaRef> found;
    for (const AreaRef& commune : communes) {
        const auto row = tables::find_commune(commune.code.substr(commune.code.find(':') + 1));
        const auto group = row ? tables::epci_of(*row) : std::nullopt;
        if (!group) return std::nullopt;
        AreaRef epci{AreaKind::epci, "epci:" + tables::epci(*group).siren};
        if (found && *found != epci) return std::nullopt;
        found = std::move(epci);
    }
    return found;
}

}  // namespace

std::optional<Way> way_to(const store::Catalog& catalog, const std::string& partner, const std::string& service,
                          const Date& today) {
    const auto released = facts::release_partner(catalog, partner, {facts::Reader::own, false});
    if (!released || model::status_of((*released)->status) == model::Status::closed) return std::nullopt;
    Way way;
    way.title = facts::title_of(**released, partner, service);
    way.themes = facts::all_themes(**released);
    std::optional<model::Referral> referral = (*released)->referral;
    for (const model::Service& one : (*released)->services) {
        if (service.empty() || one.id != service) continue;
        const model::Service full = facts::effective(**released, one);
        way.themes = full.themes;
        referral = full.referral;
    }
    const facts::WhomToCall call = facts::whom_to_call(catalog, *released, service, "", today);
    way.phone = call.phone;
    way.email = call.email;
    if (!referral) return way;
    way.steps = referral->steps;
    way.bring = referral->bring;
    way.delay = referral->delay;
    way.link = referral->link;
    if (referral->professionals) {
        if (!referral->professionals->phone.empty()) way.phone = referral->professionals->phone;
        if (!referral->professionals->email.empty()) way.email = referral->professionals->email;
    }
    return way;
}

ThemeOf themes_by(const store::Catalog& catalog, const Date& today) {
    return [&catalog, today](const Orientation& orientation) {
        if (!orientation.theme.empty()) return orientation.theme;
        const auto [partner, service] = parts_of(orientation.to);
        const auto way = way_to(catalog, partner, service, today);
        return way && way->themes.size() == 1 ? way->themes.front() : std::string();
    };
}

Result<std::string> wide_area(const territory::Territory& territory, const std::string& typed) {
    const auto found = territory.resolve(typed, territory::Spoken::record);
    if (const auto* unresolved = std::get_if<territory::Unresolved>(&found))
        return Error{ErrorKind::usage, territory::explain(utf8::printable(typed), *unresolved), take_wider()};
    const AreaRef area = std::get<AreaRef>(found);
    switch (area.kind) {
        case AreaKind::epci:
        case AreaKind::departement:
        case AreaKind::region:
        case AreaKind::country: return area.code;
        case AreaKind::quarter:
        case AreaKind::commune:
        case AreaKind::postcode:
        case AreaKind::own: break;
    }
    if (const auto epci = epci_around(territory, area)) return epci->code;
    return Error{ErrorKind::usage, no_wide_area(), take_wider()};
}

std::string area_name(const territory::Territory& territory, const std::string& code) {
    const auto found = territory.resolve(code, territory::Spoken::record);
    const auto* area = std::get_if<AreaRef>(&found);
    return area == nullptr ? code : territory.name(*area);
}

view::Page sheet(const Orientation& orientation, const Way& way, Lang lang) {
    using view::plain;
    view::Page page;
    page.self = {view::PageKind::handout, ""};
    page.lang = lang;
    page.title = bon().in(lang);
    view::Facts facts;
    const auto add = [&](const Words& label, const std::string& says) {
        if (!says.empty()) facts.rows.emplace_back(label.in(lang), plain(says));
    };
    add(reference_title(), orientation.ref);
    add(to_title(), way.title);
    add(day_title(), plain_date(orientation.asked).in(lang));
    if (!way.phone.empty()) facts.rows.emplace_back(phone_title().in(lang), view::to_phone(way.phone));
    add(delay_title(), way.delay);
    page.body.push_back({std::move(facts)});
    const auto section = [&](const Words& title, view::Block block) {
        view::Section part;
        part.title = title.in(lang);
        part.blocks.push_back(std::move(block));
        page.body.push_back({std::move(part)});
    };
    const auto texts = [](const std::vector<std::string>& words) {
        std::vector<view::Text> all;
        for (const std::string& one : words) all.push_back(plain(one));
        return all;
    };
    if (!way.steps.empty()) section(steps_title(), {view::Steps{texts(way.steps)}});
    if (!way.bring.empty()) section(papers_title(), {view::items(texts(way.bring))});
    view::Facts blanks;
    for (const auto& label : {name_title, number_title, sender_title, word_title})
        blanks.rows.emplace_back(label().in(lang), plain(std::string(line_to_fill)));
    section(by_hand_title(), {std::move(blanks)});
    page.body.push_back({view::Paragraph{plain(kept_nowhere().in(lang))}});
    return page;
}

std::string sheet_html(const view::Page& page) {
    return render::html_letter(page, paper);
}

std::string sheet_markdown(const view::Page& page) {
    return render::markdown_page(page, {}, [](const view::PageRef&) { return std::string(); });
}

std::string message(const Orientation& orientation, const Way& way, const render::Mailbox& from, const Date& today,
                    Lang lang) {
    render::Letter letter;
    letter.from = from;
    letter.to = {{way.title, way.email}};
    letter.subject = subject(orientation.ref).in(lang);
    letter.date = today;
    letter.message_id =
        text::replace_all(orientation.ref, "-", ".") + "@" + from.address.substr(from.address.find('@') + 1);
    letter.language = lang == Lang::fr ? "fr" : "en";
    letter.text = text_of(way.title, orientation.ref).in(lang);
    for (const AnswerWords& answer : ready_answers())
        letter.text += one_answer(orientation.ref, answer.words.in(lang)).in(lang);
    letter.text += write_nobody().in(lang);
    view::Page page;
    page.lang = lang;
    page.title = letter.subject;
    page.body.push_back({view::Preformatted{letter.text}});
    letter.html =
        render::html_letter(page, "body{font:16px/1.5 Arial,sans-serif}pre{font:inherit;white-space:pre-wrap}");
    return render::eml(letter);
}

}  // namespace cafe::orient
