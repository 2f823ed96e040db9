#include "letters/letter.hpp"

#include <algorithm>

#include "base/hash.hpp"
#include "base/text.hpp"
#include "facts/functions.hpp"
#include "letters/built_in.hpp"
#include "meetings/event.hpp"
#include "model/sender.hpp"
#include "render/html.hpp"
#include "render/terminal.hpp"
#include "store/layout.hpp"
#include "view/record_sheet.hpp"

namespace cafe::letters {

namespace {

constexpr Phrase<> no_sender{"cafe.yaml ne dit pas de quelle adresse on écrit",
                             "cafe.yaml does not say from which address to write"};
constexpr Phrase<> write_sender{"l'écrire dans cafe.yaml, par exemple from: Café partenaires <cafe@example.org>",
                                "write it in cafe.yaml, for example from: Partners' café <cafe@example.org>"};
constexpr Phrase<std::string> still_right{"{} : votre fiche, est-ce toujours juste ?",
                                          "{}: your record, is this still right?"};
constexpr Phrase<> tell_us{
    "Voici ce que le réseau dit de vous. Pour corriger, répondez à ce message ; si tout est "
    "juste, dites-le aussi, nous noterons la date.",
    "This is what the network says of you. To correct it, answer this mail; if all is right, "
    "say so too, and we will note the date."};

// Mail programs read little CSS: a plain page of one column.
constexpr std::string_view sheet =
    "body{font:16px/1.5 Arial,sans-serif;color:#222;max-width:42em;margin:0 auto;padding:0 1em}"
    "h1{font-size:1.3em}h2{font-size:1.1em;margin-top:2em;padding-top:1em;border-top:1px solid #ccc}"
    "h3{font-size:1em;margin:1.5em 0 .5em}blockquote{margin:0 0 1em 1em}dt{font-weight:bold}dd{margin:0 0 "
    ".4em}a{color:#14507a}";

constexpr std::size_t text_width = 72;
constexpr std::string_view fiche_hole = "{{fiche}}";

std::string sender_address(const model::Settings& settings) {
    const auto sender = model::to_sender(settings.from);
    return sender ? sender->address : std::string();
}

}  // namespace

const std::vector<std::string>& letter_names() {
    static const std::vector<std::string> names{
        "access",   "agenda",      "breakfast", "buttons", "cafe",   "changed", "commune",   "date",
        "end",      "facilitator", "fiche",     "from",    "held",   "hours",   "is_cafe",   "minutes",
        "name",     "network",     "organiser", "partner", "person", "place",   "postponed", "present",
        "reminder", "start",       "street",    "themes",  "title",  "today"};
    return names;
}

Result<render::Template> letter_template(Disk& disk, const std::string& root, const std::string& name, Lang lang) {
    const std::string file = "templates/" + name + ".md";
    const std::string path = path::join(root, file);
    const auto info = disk.info(path);
    if (!info) return info.error();
    if (!*info) return render::Template::read(built_in(name, lang), name, letter_names());
    const auto bytes = disk.read(path, store::largest_record);
    if (!bytes) return bytes.error();
    return render::Template::read(*bytes, file, letter_names());
}

LetterText letter_text(const store::Catalog& catalog, const render::Template& text, const render::Fillings& fillings,
                       const std::vector<std::string>& fiches, Lang lang) {
    LetterText made;
    made.subject = text.subject(fillings);
    view::Page page;
    page.lang = lang;
    // The hole is filled with itself, so that it stands where the user put it.
    render::Fillings all = fillings;
    all["fiche"] = {fiches.empty() ? "" : std::string(fiche_hole), true};
    const std::string body = text.body(all);
    const std::size_t at = std::min(body.find(fiche_hole), body.size());
    page.body.push_back({view::Markdown{body.substr(0, at)}});
    for (const std::string& id : at < body.size() ? fiches : std::vector<std::string>{}) {
        const auto fiche = facts::release_partner(catalog, id, {facts::Reader::partners, false});
        if (!fiche) continue;
        view::Section section;
        section.title = still_right((*fiche)->name).in(lang);
        section.blocks.push_back({view::Paragraph{view::plain(tell_us().in(lang))}});
        for (view::Block& block : view::sheet_to_confirm(fiche->tree(), catalog, lang))
            section.blocks.push_back(std::move(block));
        page.body.push_back({std::move(section)});
    }
    if (at < body.size()) page.body.push_back({view::Markdown{body.substr(at + fiche_hole.size())}});
    made.text = std::string(text::trim(render::terminal(page, {static_cast<int>(text_width), false, true}))) + "\n";
    page.title = made.subject;
    made.html = render::html_letter(page, sheet);
    return made;
}

LetterText letter_with_minutes(const render::Template& text, const render::Fillings& fillings,
                               const view::Page& minutes, Lang lang) {
    constexpr std::string_view hole = "{{minutes}}";
    LetterText made;
    made.subject = text.subject(fillings);
    render::Fillings all = fillings;
    all["minutes"] = {std::string(hole), true};
    const std::string body = text.body(all);
    const std::size_t at = std::min(body.find(hole), body.size());
    view::Page page;
    page.lang = lang;
    page.body.push_back({view::Markdown{body.substr(0, at)}});
    for (const view::Block& block : minutes.head) page.body.push_back(block);
    for (const view::Block& block : minutes.body) page.body.push_back(block);
    if (at < body.size()) page.body.push_back({view::Markdown{body.substr(at + hole.size())}});
    made.text = std::string(text::trim(render::terminal(page, {static_cast<int>(text_width), false, true}))) + "\n";
    page.title = made.subject;
    made.html = render::html_letter(page, sheet);
    return made;
}

render::Fillings common_fillings(const store::Catalog& catalog) {
    return {{"network", {catalog.settings().name, false}}, {"from", {sender_address(catalog.settings()), false}}};
}

render::Fillings reader_fillings(const store::Catalog& catalog, const meetings::Recipient& reader) {
    render::Fillings fillings = common_fillings(catalog);
    const store::PartnerEntry* partner = catalog.partner(reader.partner);
    fillings["name"] = {reader.name, false};
    if (!reader.person.empty()) fillings["person"] = {reader.name, false};
    if (partner != nullptr) fillings["partner"] = {partner->value.name, false};
    return fillings;
}

std::vector<std::string> fiches_of(const store::Catalog& catalog, const meetings::Recipient& reader,
                                   const Date& today) {
    std::vector<std::string> fiches;
    if (!reader.partner.empty()) fiches.push_back(reader.partner);
    for (std::string& id : facts::partners_of(catalog, reader.person, today))
        if (std::find(fiches.begin(), fiches.end(), id) == fiches.end()) fiches.push_back(std::move(id));
    return fiches;
}

Result<render::Mailbox> sender(const store::Catalog& catalog) {
    const auto sender = model::to_sender(catalog.settings().from);
    if (!sender) return Error{ErrorKind::usage, no_sender(), write_sender()};
    return render::Mailbox{sender->name.empty() ? catalog.settings().name : sender->name, sender->address};
}

std::string file_of(const meetings::Recipient& reader) {
    return (reader.person.empty() ? "partner." + reader.partner : reader.person) + ".eml";
}

std::vector<MailDraft> in_batches(render::Letter letter, const std::vector<meetings::Recipient>& readers) {
    std::vector<MailDraft> drafts;
    const std::string id = letter.message_id;
    letter.to = {letter.from};
    for (std::size_t at = 0; at < readers.size(); at += batch) {
        letter.bcc.clear();
        for (std::size_t i = at; i < std::min(at + batch, readers.size()); ++i)
            letter.bcc.push_back({readers[i].name, readers[i].email});
        const std::string number = std::to_string(drafts.size() + 1);
        letter.message_id = number + "." + id;
        drafts.push_back({"bcc-" + number + ".eml", render::eml(letter)});
    }
    return drafts;
}

Result<store::OutputReport> write_drafts(Disk& disk, const std::string& folder, const std::vector<MailDraft>& drafts) {
    std::vector<std::string> files;
    for (const MailDraft& draft : drafts) files.push_back(draft.file);
    auto output = store::OutputFolder::open(disk, folder, files);
    if (!output) return output.error();
    for (const MailDraft& draft : drafts)
        if (auto done = output->put(draft.file, draft.bytes); !done) return done.error();
    return output->finish();
}

}  // namespace cafe::letters
