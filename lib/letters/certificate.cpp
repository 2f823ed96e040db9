#include "letters/certificate.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "facts/functions.hpp"
#include "facts/release.hpp"
#include "render/html.hpp"
#include "view/page.hpp"
#include "view/wording.hpp"

namespace cafe::letters {

namespace {

constexpr std::string_view sheet =
    "@page{size:A4;margin:30mm 25mm}body{font:13pt/1.6 Arial,\"Liberation Sans\",sans-serif;color:#000;max-width:160mm;"
    "margin:20mm auto}h1{font-size:22pt;text-align:center;margin:0 0 20mm}p{margin:0 0 8mm}ul{margin:0 0 8mm}";

// Who gets the paper may be named on it.
std::string name_of(const store::Catalog& catalog, const std::string& id) {
    if (const auto person = facts::release_person(catalog, id, {facts::Reader::own, false})) return (*person)->name;
    if (const auto partner = facts::release_partner(catalog, id, {facts::Reader::own, false})) return (*partner)->name;
    return id;
}

std::string days_in_words(const model::Training& training, Lang lang) {
    std::vector<std::string> days;
    for (const Date& day : meetings::days_of(training)) days.push_back(plain_date(day).in(lang));
    return view::list_of(days, lang);
}

std::string file_of(const meetings::Trainee& one, const std::vector<MailDraft>& made) {
    std::string stem = one.person;
    if (stem.empty()) {
        const std::string folded = fold::text(one.guest);
        for (const std::string_view word : text::words(folded)) stem += (stem.empty() ? "" : "-") + std::string(word);
    }
    if (stem.empty()) stem = "invite";
    for (int i = 1;; ++i) {
        const std::string file = stem + (i == 1 ? "" : "-" + std::to_string(i)) + ".html";
        if (std::none_of(made.begin(), made.end(), [&](const MailDraft& other) { return other.file == file; }))
            return file;
    }
}

}  // namespace

Result<std::vector<MailDraft>> certificates(Disk& disk, const std::string& root, const store::Catalog& catalog,
                                            const model::Training& training,
                                            const std::vector<meetings::Trainee>& people, const Date& today) {
    const Lang lang = catalog.settings().language == "en" ? Lang::en : Lang::fr;
    const auto text = letter_template(disk, root, "certificate", lang);
    if (!text) return text.error();
    std::vector<MailDraft> made;
    for (const meetings::Trainee& one : people) {
        std::string partner = one.partner;
        if (partner.empty() && !one.person.empty()) {
            const auto all = facts::partners_of(catalog, one.person, today);
            if (all.size() == 1) partner = all.front();
        }
        render::Fillings fillings = common_fillings(catalog);
        const auto set = [&](const std::string& name, std::string words) {
            fillings[name] = {std::move(words), false};
        };
        set("person", one.person.empty() ? one.guest : name_of(catalog, one.person));
        set("partner", partner.empty() ? "" : name_of(catalog, partner));
        set("title", training.title);
        set("date", days_in_words(training, lang));
        set("place", training.place);
        set("organiser", training.organiser.empty() ? "" : name_of(catalog, training.organiser));
        set("today", plain_date(today).in(lang));
        view::Page page;
        page.lang = lang;
        page.title = text->subject(fillings);
        page.body.push_back({view::Markdown{text->body(fillings)}});
        made.push_back({file_of(one, made), render::html_letter(page, sheet)});
    }
    return made;
}

}  // namespace cafe::letters
