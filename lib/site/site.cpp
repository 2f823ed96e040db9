#include "site/site.hpp"

#include <algorithm>
#include <memory>
#include <mutex>

#include "base/parallel.hpp"
#include "exchange/json_ld.hpp"
#include "meetings/event.hpp"
#include "model/sender.hpp"
#include "model/values.hpp"
#include "render/data_json.hpp"
#include "render/html.hpp"
#include "render/html_booklet.hpp"
#include "render/html_one_file.hpp"
#include "render/ics.hpp"
#include "render/markdown.hpp"
#include "render/plain_text.hpp"
#include "render/vcard.hpp"
#include "site/assets.hpp"
#include "site/danger_data.hpp"
#include "site/hours_data.hpp"
#include "site/page_key.hpp"
#include "site/reader_data.hpp"
#include "site/search_data.hpp"
#include "view/about.hpp"
#include "view/area.hpp"
#include "view/booklet.hpp"
#include "view/fiche.hpp"
#include "view/glossary.hpp"
#include "view/meetings.hpp"
#include "view/minutes.hpp"
#include "view/network.hpp"
#include "view/publics.hpp"
#include "view/theme.hpp"
#include "view/visiting_card.hpp"

namespace cafe::site {

namespace {

using view::PageKind;
using view::PageRef;

constexpr std::string_view style_path = "assets/style.css";
// In the order they run; page.js brings the last three.
constexpr std::string_view days_path = "assets/jours.js";
constexpr std::string_view hours_path = "assets/heures.js";
constexpr std::string_view data_path = "assets/donnees.js";
constexpr std::string_view page_path = "assets/page.js";
constexpr std::string_view search_path = "assets/recherche.js";
constexpr std::string_view danger_path = "assets/urgences.js";
constexpr std::string_view answers_path = "assets/reponses.js";
constexpr std::string_view reader_path = "assets/lecture.js";

constexpr Phrase<> partners{"Partenaires", "Partners"};
constexpr Phrase<> themes{"Thèmes", "Topics"};
constexpr Phrase<> areas{"Territoires", "Areas"};
constexpr Phrase<> meetings{"Réunions", "Meetings"};
constexpr Phrase<> publics{"Publics", "Publics"};
constexpr Phrase<> network{"Réseau", "Network"};
constexpr Phrase<> plan{"Plan du site", "Site map"};
constexpr Phrase<> glossary{"Glossaire", "Glossary"};
constexpr Phrase<> about{"À propos", "About"};
constexpr Phrase<> notice{"Mentions légales", "Legal notice"};
constexpr Phrase<> accessible{"Accessibilité", "Accessibility"};
constexpr Phrase<> report{"Signaler une erreur", "Report a mistake"};

std::string_view folder_of(PageKind kind) {
    switch (kind) {
        case PageKind::fiche: return "partenaires/";
        case PageKind::themes:
        case PageKind::theme: return "themes/";
        case PageKind::areas:
        case PageKind::area: return "territoires/";
        case PageKind::publics:
        case PageKind::one_public: return "publics/";
        case PageKind::meetings:
        case PageKind::minutes:
        case PageKind::feed: return "reunions/";
        case PageKind::card: return "cartes/";
        case PageKind::home:
        case PageKind::network:
        case PageKind::glossary:
        case PageKind::plan:
        case PageKind::about:
        case PageKind::legal_notice:
        case PageKind::accessibility:
        case PageKind::handout: break;
    }
    return "";
}

std::string_view ending_of(PageKind kind, Format format) {
    if (kind == PageKind::card) return ".vcf";
    if (kind == PageKind::feed) return ".ics";
    return format == Format::html ? ".html" : ".md";
}

// A key called "index" would take the place of its folder's own page; no id ends in a hyphen.
std::string file_name(const PageRef& page) {
    switch (page.kind) {
        case PageKind::home:
        case PageKind::themes:
        case PageKind::areas:
        case PageKind::publics:
        case PageKind::meetings: return "index";
        case PageKind::network: return "reseau";
        case PageKind::glossary: return "glossaire";
        case PageKind::plan: return "plan";
        case PageKind::about: return "a-propos";
        case PageKind::legal_notice: return "mentions-legales";
        case PageKind::accessibility: return "accessibilite";
        case PageKind::feed: return "reunions";
        case PageKind::fiche:
        case PageKind::theme:
        case PageKind::area:
        case PageKind::one_public:
        case PageKind::card:
        case PageKind::handout:
        case PageKind::minutes: break;
    }
    return page.key == "index" ? "index-" : page.key;
}

// The name of the network below the title, and in the partners' edition the word not to pass it on.
std::string subtitle_of(const view::Edition& edition) {
    const model::Settings& settings = edition.catalog.settings();
    const std::string name = view::title_of(settings) == settings.name ? "" : settings.name;
    const std::string warning = view::warning_of(edition.reader, edition.lang);
    return name + (name.empty() || warning.empty() ? "" : " – ") + warning;
}

// Whom to tell of a mistake; nothing where the notebook names no sender.
std::optional<view::Text> report_link(const view::Edition& edition) {
    const auto sender = model::to_sender(edition.catalog.settings().from);
    const auto mail = view::Outside::mail(sender ? sender->address : "");
    if (!mail) return std::nullopt;
    return view::Text{{report().in(edition.lang), view::Tone::plain, view::Link(*mail)}};
}

render::Frame frame_of(const view::Edition& edition) {
    const Lang lang = edition.lang;
    render::Frame frame;
    frame.title = view::title_of(edition.catalog.settings());
    frame.subtitle = subtitle_of(edition);
    frame.menu = {{partners().in(lang), {PageKind::home, ""}},     {themes().in(lang), {PageKind::themes, ""}},
                  {areas().in(lang), {PageKind::areas, ""}},       {publics().in(lang), {PageKind::publics, ""}},
                  {meetings().in(lang), {PageKind::meetings, ""}}, {network().in(lang), {PageKind::network, ""}}};
    std::vector<view::Text> links{view::to_page(plan().in(lang), {PageKind::plan, ""}),
                                  view::to_page(glossary().in(lang), {PageKind::glossary, ""}),
                                  view::to_page(about().in(lang), {PageKind::about, ""}),
                                  view::to_page(notice().in(lang), {PageKind::legal_notice, ""}),
                                  view::to_page(accessible().in(lang), {PageKind::accessibility, ""})};
    if (auto mail = report_link(edition)) links.push_back(std::move(*mail));
    frame.footer = view::plain(frame.title + " · ") + view::join(links, " · ");
    return frame;
}

// Those that are letters enough to be taken for nothing else; the first meaning of twins.
render::Abbreviations abbreviations_of(const model::Vocabulary& vocabulary) {
    render::Abbreviations abbreviations;
    for (const model::Acronym& acronym : vocabulary.acronyms) abbreviations.emplace(acronym.letters, acronym.meaning);
    return abbreviations;
}

}  // namespace

Site::Site(const view::Edition& edition, Format format, render::HtmlFrame frame,
           std::vector<facts::ReleasedNeeds> needs)
    : directory_(view::directory(edition)),
      needs_(std::move(needs)),
      format_(format),
      html_frame_(std::move(frame)),
      frame_(frame_of(edition)),
      abbreviations_(abbreviations_of(edition.catalog.vocabulary())),
      minutes_(view::published_minutes(directory_)) {
    for (const auto& [area, key] : directory_.areas) areas_.emplace(key, area);
    has_feed_ = meetings::zone_of(edition.catalog.settings()).ok();
    common_ = common_key();
}

std::string Site::path_of(const PageRef& page) const {
    std::string path(folder_of(page.kind));
    path += file_name(page);
    return path += ending_of(page.kind, format_);
}

bool Site::has(const PageRef& page) const {
    switch (page.kind) {
        case PageKind::fiche:
        case PageKind::card: return directory_.find(page.key) != nullptr;
        case PageKind::one_public: return directory_.has_public(page.key);
        case PageKind::feed: return has_feed_;
        case PageKind::handout: return false;
        case PageKind::theme: return directory_.has_theme(page.key);
        case PageKind::area: return areas_.find(page.key) != areas_.end();
        case PageKind::minutes: return std::find(minutes_.begin(), minutes_.end(), page.key) != minutes_.end();
        case PageKind::home:
        case PageKind::themes:
        case PageKind::areas:
        case PageKind::publics:
        case PageKind::meetings:
        case PageKind::network:
        case PageKind::glossary:
        case PageKind::plan:
        case PageKind::about:
        case PageKind::legal_notice:
        case PageKind::accessibility: break;
    }
    return true;
}

std::string Site::address(const PageRef& from, const PageRef& to) const {
    if (!has(to)) return "";
    const std::string_view here = folder_of(from.kind);
    std::string path = path_of(to);
    if (here.empty()) return path;
    return path.starts_with(here) ? path.substr(here.size()) : "../" + path;
}

std::vector<PageRef> Site::pages() const {
    std::vector<PageRef> pages{{PageKind::home, ""},         {PageKind::themes, ""},       {PageKind::areas, ""},
                               {PageKind::publics, ""},      {PageKind::meetings, ""},     {PageKind::network, ""},
                               {PageKind::glossary, ""},     {PageKind::plan, ""},         {PageKind::about, ""},
                               {PageKind::legal_notice, ""}, {PageKind::accessibility, ""}};
    for (const view::Listing& listing : directory_.listings) pages.push_back({PageKind::fiche, listing.id});
    for (const std::string& theme : directory_.themes) pages.push_back({PageKind::theme, theme});
    for (const auto& [key, area] : areas_) pages.push_back({PageKind::area, key});
    for (const std::string& one : directory_.publics) pages.push_back({PageKind::one_public, one});
    for (const std::string& meeting : minutes_) pages.push_back({PageKind::minutes, meeting});
    return pages;
}

// Files that are no pages, whatever the format.
std::vector<PageRef> Site::other_files() const {
    std::vector<PageRef> files;
    if (has_feed_) files.push_back({PageKind::feed, ""});
    for (const view::Listing& listing : directory_.listings) files.push_back({PageKind::card, listing.id});
    return files;
}

std::string Site::feed_bytes() const {
    const view::Edition& edition = directory_.edition;
    const auto zone = meetings::zone_of(edition.catalog.settings());
    return zone ? render::ics(meetings::feed(edition.catalog, *zone, std::nullopt, edition.today, edition.lang)) : "";
}

std::vector<std::string> Site::files() const {
    std::vector<std::string> files;
    if (format_ == Format::html)
        for (const std::string_view path : {style_path, days_path, hours_path, data_path, search_path, danger_path,
                                            reader_path, answers_path, page_path})
            files.emplace_back(path);
    for (const PageRef& page : pages()) files.push_back(path_of(page));
    for (const PageRef& file : other_files()) files.push_back(path_of(file));
    return files;
}

view::Page Site::minutes_page(const std::string& meeting) const {
    const view::Edition& edition = directory_.edition;
    // It was released for the list of minutes, so it is again.
    view::Page page = view::minutes_page(*facts::release_meeting(edition.catalog, meeting, {edition.reader, false}),
                                         edition.catalog, edition.lang);
    page.trail = {{meetings().in(edition.lang), {PageKind::meetings, ""}}};
    return page;
}

view::Page Site::areas_page() const {
    view::Page page = view::areas_page(directory_);
    if (auto section = view::needs_section(directory_, needs_)) page.body.push_back({std::move(*section)});
    return page;
}

view::Page Site::page(const PageRef& ref) const {
    switch (ref.kind) {
        case PageKind::home: return view::home_page(directory_);
        case PageKind::themes: return view::themes_page(directory_);
        case PageKind::areas: return areas_page();
        case PageKind::plan: return view::plan_page(directory_);
        case PageKind::meetings: return view::meetings_page(directory_);
        case PageKind::minutes: return minutes_page(ref.key);
        case PageKind::publics: return view::publics_page(directory_);
        case PageKind::one_public: return view::public_page(directory_, ref.key);
        case PageKind::network: return view::network_page(directory_);
        case PageKind::glossary: return view::glossary_page(directory_);
        case PageKind::about: return view::about_page(directory_);
        case PageKind::legal_notice: return view::legal_notice_page(directory_);
        case PageKind::accessibility: return view::accessibility_page(directory_);
        case PageKind::theme: return view::theme_page(directory_, ref.key);
        case PageKind::area: return view::area_page(directory_, areas_.at(ref.key));
        case PageKind::card:
        case PageKind::feed:
        case PageKind::handout:
        case PageKind::fiche: break;  // made with its card, from one release
    }
    return {};
}

std::string Site::bytes_of(const view::Page& page) const {
    const auto address_of = [&](const PageRef& to) { return address(page.self, to); };
    if (format_ == Format::markdown) return render::markdown_page(page, frame_, address_of);
    const std::string up = folder_of(page.self.kind).empty() ? "" : "../";
    // Others have nothing that a script would do.
    std::vector<std::string> scripts;
    if (page.self.kind == PageKind::home || page.self.kind == PageKind::fiche)
        for (const std::string_view path : {days_path, hours_path}) scripts.push_back(up + std::string(path));
    if (page.self.kind == PageKind::home)
        for (const std::string_view path : {data_path, page_path}) scripts.emplace_back(path);
    return render::html_page(
        page, frame_,
        {address_of, up + std::string(style_path), {}, scripts, &abbreviations_, &html_frame_, linked_data(page.self)});
}

// What the head of a fiche says to search engines: what its edition shows, no more.
std::string Site::linked_data(const PageRef& page) const {
    const auto at = directory_.by_id.find(page.key);
    if (format_ != Format::html || page.kind != PageKind::fiche || at == directory_.by_id.end()) return {};
    const view::Edition& shown = directory_.edition;
    const exchange::Edition edition{.catalog = shown.catalog,
                                    .reader = shown.reader,
                                    .today = shown.today,
                                    .lang = shown.lang,
                                    .ids = {},
                                    .plain = [](std::string_view markdown) { return render::plain_text(markdown); }};
    const auto& publish = shown.catalog.settings().publish;
    std::string url = publish && model::is_url(publish->url) ? publish->url : std::string();
    if (!url.empty()) url += (url.ends_with('/') ? "" : "/") + path_of(page);
    return render::json_in_page(render::json_of(exchange::json_ld_of(edition, directory_.fiches[at->second], url)));
}

// What stands around every page: the format, the frame, the words that are explained wherever they stand.
Digest Site::common_key() const {
    Digest digest;
    digest.add(static_cast<std::uint64_t>(format_));
    add_to(digest, frame_, [&](const PageRef& page) { return has(page); });
    digest.add(html_frame_.filled({"0", "1", "2", "3", "4", "5", "6", "7"}));
    for (const model::Acronym& acronym : directory_.edition.catalog.vocabulary().acronyms) {
        digest.add(acronym.letters);
        digest.add(acronym.meaning);
    }
    return digest;
}

std::string Site::key_of(const view::Page& page) const {
    Digest digest = common_;
    add_to(digest, page, [&](const PageRef& to) { return has(to); });
    digest.add(linked_data(page.self));
    return digest.hex();
}

File Site::file_of(view::Page page) const {
    const auto held = std::make_shared<const view::Page>(std::move(page));
    return {path_of(held->self), key_of(*held), [this, held] { return bytes_of(*held); }};
}

std::vector<File> Site::assets() const {
    const auto& publish = directory_.edition.catalog.settings().publish;
    const std::string colour = publish ? publish->colour : "";
    // Two files of one work, made once.
    struct Searched {
        std::once_flag once;
        SearchFiles files;
    };
    const auto searched = [this, held = std::make_shared<Searched>()]() -> const SearchFiles& {
        std::call_once(held->once, [&] { held->files = search_files(directory_); });
        return held->files;
    };
    // The longest first, so that the others are made beside it.
    return {{std::string(data_path), "", [searched] { return searched().data; }},
            {std::string(answers_path), "",
             [searched] { return searched().answers + std::string(assets::answers_script()); }},
            {std::string(style_path), "", [colour] { return style_sheet(colour); }},
            {std::string(days_path), "", [this] { return hours_data(directory_); }},
            {std::string(hours_path), "", [] { return std::string(assets::hours_script()); }},
            {std::string(search_path), "", [] { return std::string(assets::search_script()); }},
            {std::string(danger_path), "", [] { return danger_data() + std::string(assets::danger_script()); }},
            {std::string(reader_path), "", [] { return reader_data() + std::string(assets::reader_script()); }},
            {std::string(page_path), "", [] { return std::string(assets::page_script()); }}};
}

Result<Done> Site::each(const Put& put, const Wanted& wanted, std::size_t threads) const {
    using Making = std::function<File()>;
    std::vector<Making> all;
    if (format_ == Format::html)
        for (File& asset : assets()) all.emplace_back([file = std::move(asset)] { return file; });
    for (const PageRef& ref : pages())
        if (ref.kind != PageKind::fiche) all.emplace_back([this, ref] { return file_of(page(ref)); });
    for (const auto& fiche : directory_.fiches) {
        all.emplace_back([this, &fiche] { return file_of(view::fiche_page(directory_, fiche)); });
        all.emplace_back([this, &fiche]() -> File {
            return {path_of({PageKind::card, fiche.id()}), "",
                    [&fiche] { return render::vcard_of(view::visiting_card(fiche)); }};
        });
    }
    if (has_feed_)
        all.emplace_back([this]() -> File {
            return {path_of({PageKind::feed, ""}), "", [this] { return feed_bytes(); }};
        });

    const auto make = [&](std::size_t i) {
        File file = all[i]();
        if (wanted(file)) file.bytes = [bytes = file.bytes()] { return bytes; };
        return file;
    };
    return make_and_use(all.size(), threads_for(all.size(), threads), make, put);
}

std::string style_sheet(std::string_view colour) {
    std::string sheet(assets::style());
    if (model::is_colour(colour))
        sheet += "\n@media screen and (prefers-color-scheme: light) {\n  :root { --cafe: " + std::string(colour) +
                 "; }\n}\n";
    return sheet;
}

std::string page_alone(const view::Page& page, const model::Settings& settings) {
    render::Frame frame;
    frame.title = settings.name;
    frame.subtitle = view::warning_of(facts::Reader::partners, page.lang);
    frame.footer = view::plain(settings.name);
    if (settings.publish && !settings.publish->url.empty())
        frame.footer = std::move(frame.footer) + view::plain(" · ") + view::to_web(settings.publish->url);
    const std::string colour = settings.publish ? settings.publish->colour : "";
    return render::html_page(page, frame, {[](const PageRef&) { return std::string(); }, "", style_sheet(colour)});
}

std::string page_in_large_print(const view::Page& page, const model::Settings& settings) {
    render::Frame frame;
    frame.title = view::title_of(settings);
    if (settings.publish && !settings.publish->url.empty()) frame.footer = view::to_web(settings.publish->url);
    return render::html_page(page, frame,
                             {[](const PageRef&) { return std::string(); }, "", std::string(assets::large_print())});
}

namespace {

// What stands between the signs of `NAME={…};`.
std::string json_between(const std::string& assignment) {
    const std::size_t from = assignment.find('{');
    return assignment.substr(from, assignment.rfind('}') + 1 - from);
}

// Each name that the scripts know their data by, then the scripts as they run in a folder. No meeting has a page here.
std::string script_of_one_file(const std::vector<std::pair<std::string, std::string>>& data) {
    std::string script;
    for (const auto& [id, json] : data)
        script += "var " + id + "=JSON.parse(document.getElementById(\"" + id + "\").textContent);";
    script += "CAFE.one=1;REPONSES.r=[];";
    for (const std::string_view part : {assets::hours_script(), assets::danger_script(), assets::reader_script(),
                                        assets::search_script(), assets::answers_script(), assets::page_script()})
        script += std::string(part);
    return script;
}

}  // namespace

std::string one_file(const view::Directory& directory) {
    const model::Settings& settings = directory.edition.catalog.settings();
    const SearchFiles files = search_files(directory);
    render::OneFileParts parts;
    parts.sheet = style_sheet(settings.publish ? settings.publish->colour : "") + std::string(assets::one_file());
    parts.data = {{"CAFE", json_between(files.data)},
                  {"REPONSES", json_between(files.answers)},
                  {"JOURS", json_between(hours_data(directory))},
                  {"DANGER", json_between(danger_data())},
                  {"READER", json_between(reader_data_of_lists())}};
    parts.script = script_of_one_file(parts.data);
    render::Frame frame = frame_of(directory.edition);
    frame.footer = view::plain(frame.title);
    if (auto mail = report_link(directory.edition)) frame.footer = std::move(frame.footer) + view::plain(" · ") + *mail;
    return render::html_one_file(view::one_file(directory), frame, parts);
}

std::string booklet(const view::Directory& directory, const std::vector<std::string>& ids, Paper paper) {
    const model::Settings& settings = directory.edition.catalog.settings();
    std::string sheet = style_sheet(settings.publish ? settings.publish->colour : "");
    sheet += assets::booklet();
    if (paper == Paper::a5) sheet += assets::small_booklet();
    const render::Abbreviations abbreviations = abbreviations_of(directory.edition.catalog.vocabulary());
    return render::html_booklet(view::booklet(directory, ids), sheet, &abbreviations);
}

}  // namespace cafe::site
