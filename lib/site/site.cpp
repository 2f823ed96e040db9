#include "site/site.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>

#include "base/parallel.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "exchange/json_ld.hpp"
#include "meetings/event.hpp"
#include "model/sender.hpp"
#include "model/values.hpp"
#include "render/data_json.hpp"
#include "render/html.hpp"
#include "render/html_booklet.hpp"
#include "render/html_escape.hpp"
#include "render/html_one_file.hpp"
#include "render/ics.hpp"
#include "render/markdown.hpp"
#include "render/plain_text.hpp"
#include "render/vcard.hpp"
#include "site/assets.hpp"
#include "site/danger_data.hpp"
#include "site/hours_data.hpp"
#include "site/news_feed.hpp"
#include "site/page_key.hpp"
#include "site/reader_data.hpp"
#include "site/search_data.hpp"
#include "site/sheet_data.hpp"
#include "view/about.hpp"
#include "view/area.hpp"
#include "view/booklet.hpp"
#include "view/dead_ends.hpp"
#include "view/fiche.hpp"
#include "view/glossary.hpp"
#include "view/handout.hpp"
#include "view/meetings.hpp"
#include "view/minutes.hpp"
#include "view/network.hpp"
#include "view/publics.hpp"
#include "view/theme.hpp"
#include "view/urgent.hpp"
#include "view/visiting_card.hpp"

namespace cafe::site {

namespace {

using view::PageKind;
using view::PageRef;

constexpr std::string_view style_path = "assets/style.css";
constexpr std::string_view pages_style_path = "assets/pages.css";  // of all but the first page
constexpr std::string_view site_map_path = "sitemap.xml";
constexpr std::string_view news_path = "changements.xml";
constexpr std::string_view news_key = "news";  // among feeds: that of the meetings has none
// In the order they run; page.js brings the last three.
constexpr std::string_view days_path = "assets/jours.js";
constexpr std::string_view hours_path = "assets/heures.js";
constexpr std::string_view fiche_path = "assets/fiche.js";
constexpr std::string_view data_path = "assets/donnees.js";
constexpr std::string_view basket_path = "assets/panier.js";
constexpr std::string_view sheets_path = "assets/remettre.js";
constexpr std::string_view sheets_style_path = "assets/remettre.css";
constexpr std::string_view early_path = "assets/debut.js";
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
constexpr Phrase<> changes{"Changements", "Changes"};
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
        case PageKind::handouts:
        case PageKind::handout: return "a-remettre/";
        case PageKind::home:
        case PageKind::network:
        case PageKind::glossary:
        case PageKind::plan:
        case PageKind::about:
        case PageKind::legal_notice:
        case PageKind::accessibility:
        case PageKind::missing: break;
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
        case PageKind::handouts:
        case PageKind::meetings: return "index";
        case PageKind::missing: return "404";
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
    // "fumel:ccas" as a relative address would be a scheme; no id has two hyphens in a row.
    return page.key == "index" ? "index-" : text::replace_all(page.key, std::string(1, store::notebook_mark), "--");
}

// The name of the network below the title.
std::string subtitle_of(const view::Edition& edition) {
    const model::Settings& settings = edition.catalog.settings();
    return view::title_of(settings) == settings.name ? "" : settings.name;
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
    frame.warning = view::warning_of(edition.reader, lang);
    frame.urgent = view::emergency_line(edition);
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

// The style of the first page, which the others have too.
std::string first_sheet(std::string_view colour) {
    std::string sheet(assets::style());
    if (model::is_colour(colour))
        sheet += "\n@media screen and (prefers-color-scheme: light) {\n  :root { --cafe: " + std::string(colour) +
                 "; }\n}\n";
    return sheet;
}

bool is_closed(const view::Directory& directory, const std::string& id) {
    return std::any_of(directory.closed.begin(), directory.closed.end(),
                       [&](const auto& closed) { return closed.id() == id; });
}

}  // namespace

Site::Site(const view::Edition& edition, Format format, render::HtmlFrame frame,
           std::vector<facts::ReleasedNeeds> needs, const store::Catalog* for_everyone,
           const std::vector<history::News>& news)
    : directory_(view::directory(edition)),
      needs_(std::move(needs)),
      format_(format),
      html_frame_(std::move(frame)),
      frame_(frame_of(edition)),
      abbreviations_(abbreviations_of(edition.catalog.vocabulary())),
      minutes_(view::published_minutes(directory_)),
      for_everyone_(format == Format::html ? for_everyone : nullptr) {
    if (for_everyone_ != nullptr)
        for (const view::Listing& listing : directory_.listings)
            if (facts::release_partner(*for_everyone_, listing.id, {facts::Reader::everyone, false, edition.today}))
                sheets_.insert(listing.id);
    for (const auto& [area, key] : directory_.areas) areas_.emplace(key, area);
    has_feed_ = meetings::zone_of(edition.catalog.settings()).ok();
    if (may_have_news(edition.catalog.settings(), edition.reader, format_))
        std::copy_if(news.begin(), news.end(), std::back_inserter(news_),
                     [&](const history::News& one) { return directory_.find(one.partner) != nullptr; });
    if (!news_.empty())
        frame_.footer = std::move(frame_.footer) + view::plain(" · ") +
                        view::to_page(changes().in(edition.lang), {PageKind::feed, std::string(news_key)});
    common_ = common_key();
}

std::string Site::path_of(const PageRef& page) const {
    if (page.kind == PageKind::feed && page.key == news_key) return std::string(news_path);
    std::string path(folder_of(page.kind));
    path += file_name(page);
    return path += ending_of(page.kind, format_);
}

bool Site::has(const PageRef& page) const {
    switch (page.kind) {
        case PageKind::fiche: return directory_.find(page.key) != nullptr || is_closed(directory_, page.key);
        case PageKind::card: return directory_.find(page.key) != nullptr;
        case PageKind::one_public: return directory_.has_public(page.key);
        case PageKind::feed: return page.key == news_key ? !news_.empty() : has_feed_;
        case PageKind::handout: return sheets_.contains(page.key);
        case PageKind::handouts: return !sheets_.empty();
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
        case PageKind::accessibility:
        case PageKind::missing: break;
    }
    return true;
}

std::string Site::address(const PageRef& from, const PageRef& to) const {
    const bool asks = to.kind == PageKind::home && !to.key.empty();  // of the search, which HTML alone has
    if (!has(to) || (asks && format_ == Format::markdown)) return "";
    const std::string_view here = folder_of(from.kind);
    std::string path = path_of(to);
    if (asks) path += "#" + to.key;
    // This one is shown at any address.
    if (from.kind == PageKind::missing) return base() + path;
    if (here.empty()) return path;
    return path.starts_with(here) ? path.substr(here.size()) : "../" + path;
}

std::vector<PageRef> Site::pages() const {
    std::vector<PageRef> pages{{PageKind::home, ""},         {PageKind::themes, ""},        {PageKind::areas, ""},
                               {PageKind::publics, ""},      {PageKind::meetings, ""},      {PageKind::network, ""},
                               {PageKind::glossary, ""},     {PageKind::plan, ""},          {PageKind::about, ""},
                               {PageKind::legal_notice, ""}, {PageKind::accessibility, ""}, {PageKind::missing, ""}};
    if (!sheets_.empty()) pages.push_back({PageKind::handouts, ""});
    for (const view::Listing& listing : directory_.listings) pages.push_back({PageKind::fiche, listing.id});
    for (const auto& closed : directory_.closed) pages.push_back({PageKind::fiche, closed.id()});
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
    for (const std::string& id : sheets_) files.push_back({PageKind::handout, id});
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
        for (const std::string_view path :
             {style_path, pages_style_path, fiche_path, basket_path, days_path, hours_path, data_path, search_path,
              danger_path, reader_path, answers_path, early_path, page_path})
            files.emplace_back(path);
    if (!sheets_.empty())
        for (const std::string_view path : {sheets_path, sheets_style_path}) files.emplace_back(path);
    for (const PageRef& page : pages()) files.push_back(path_of(page));
    for (const PageRef& file : other_files()) files.push_back(path_of(file));
    if (has_site_map()) files.emplace_back(site_map_path);
    if (!news_.empty()) files.emplace_back(news_path);
    return files;
}

std::string Site::base() const {
    return base_of(directory_.edition.catalog.settings());
}

std::string Site::colour() const {
    const auto& publish = directory_.edition.catalog.settings().publish;
    return publish ? publish->colour : std::string();
}

// Addresses in it are whole ones; what is kept among some is no search engine's.
bool Site::has_site_map() const {
    return may_have_news(directory_.edition.catalog.settings(), directory_.edition.reader, format_);
}

bool Site::may_have_news(const model::Settings& settings, facts::Reader reader, Format format) {
    return format == Format::html && reader == facts::Reader::everyone && !base_of(settings).empty();
}

std::string Site::news_feed_bytes() const {
    return news_feed(directory_, news_, {frame_.title, base(), std::string(news_path), [this](const std::string& id) {
                                             return path_of({PageKind::fiche, id});
                                         }});
}

// https://www.sitemaps.org/protocol.html
std::string Site::site_map() const {
    std::string map =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    for (const PageRef& page : pages())
        if (page.kind != PageKind::missing && page.kind != PageKind::handouts && !is_closed(directory_, page.key))
            map += "<url><loc>" + render::html_escaped(base() + path_of(page)) + "</loc></url>\n";
    return map + "</urlset>\n";
}

view::Page Site::sheet_page(const std::string& id) const {
    const view::Edition& edition = directory_.edition;
    const view::HandoutFor handed{
        {}, {}, view::emergency_numbers_of(edition, directory_.find(id)->themes), edition.today, edition.lang};
    return view::handout(*for_everyone_, {{id, ""}}, handed).page;
}

File Site::sheet_of(const std::string& id) const {
    auto page = std::make_shared<const view::Page>(sheet_page(id));
    const model::Settings& settings = directory_.edition.catalog.settings();
    Digest digest = common_;
    add_to(digest, *page, [](const PageRef&) { return false; });
    digest.add(base());
    return {path_of({PageKind::handout, id}), digest.hex(),
            [page, &settings] { return page_in_large_print(*page, settings); }};
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
        case PageKind::missing: return view::missing_page(directory_);
        case PageKind::handouts: return view::handouts_page(directory_.edition.lang);
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
    if (page.self.kind == PageKind::fiche) scripts.push_back(up + std::string(fiche_path));
    if (page.self.kind == PageKind::home)
        for (const std::string_view path : {data_path, page_path}) scripts.emplace_back(path);
    // Wherever it is shown, it has its style with it.
    if (page.self.kind == PageKind::missing)
        return render::html_page(page, frame_,
                                 {.page = address_of,
                                  .style = "",
                                  .sheet = style_sheet(colour()),
                                  .abbreviations = &abbreviations_,
                                  .frame = &html_frame_});
    if (page.self.kind == PageKind::handouts) return sheets_page_bytes(page);
    const std::string second = page.self.kind == PageKind::home ? "" : up + std::string(pages_style_path);
    return render::html_page(page, frame_,
                             {.page = address_of,
                              .style = up + std::string(style_path),
                              .sheet = {},
                              .scripts = scripts,
                              .early = page.self.kind == PageKind::home ? std::string(early_path) : std::string(),
                              .abbreviations = &abbreviations_,
                              .frame = &html_frame_,
                              .second_style = second,
                              .data = linked_data(page.self)});
}

// In the letters of the sheets themselves, and without what stands around other pages.
std::string Site::sheets_page_bytes(const view::Page& page) const {
    render::Frame frame;
    frame.title = frame_.title;
    frame.warning = directory_.edition.reader == facts::Reader::everyone ? "" : frame_.warning;
    return render::html_page(page, frame,
                             {.page = [](const PageRef&) { return std::string(); },
                              .style = "../" + std::string(sheets_style_path),
                              .sheet = {},
                              .scripts = {"../" + std::string(sheets_path)}});
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
    const std::string url = base().empty() ? std::string() : base() + path_of(page);
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
    // Three files of one work, made once.
    struct Searched {
        std::once_flag once;
        SearchFiles files;
    };
    const auto searched = [this, held = std::make_shared<Searched>()]() -> const SearchFiles& {
        std::call_once(held->once, [&] { held->files = search_files(directory_); });
        return held->files;
    };
    // The longest first, so that the others are made beside it.
    std::vector<File> files{
        {std::string(data_path), "", [searched] { return searched().data; }},
        {std::string(answers_path), "",
         [searched] { return searched().answers + std::string(assets::answers_script()); }},
        {std::string(style_path), "", [this] { return first_sheet(colour()); }},
        {std::string(pages_style_path), "", [] { return std::string(assets::pages_style()); }},
        {std::string(basket_path), "", [] { return std::string(assets::basket_script()); }},
        {std::string(fiche_path), "", [] { return std::string(assets::fiche_script()); }},
        {std::string(days_path), "", [this] { return hours_data(directory_); }},
        {std::string(hours_path), "", [] { return std::string(assets::hours_script()); }},
        {std::string(search_path), "", [] { return std::string(assets::search_script()); }},
        {std::string(danger_path), "", [] { return danger_data() + std::string(assets::danger_script()); }},
        {std::string(reader_path), "",
         [searched] {
             return searched().sayings + searched().places + reader_data() + std::string(assets::reader_script()) +
                    std::string(assets::needs_script());
         }},
        {std::string(early_path), "", [] { return std::string(assets::early_script()); }},
        {std::string(page_path), "", [] { return std::string(assets::page_script()); }}};
    if (sheets_.empty()) return files;
    files.push_back({std::string(sheets_style_path), "", [] { return std::string(assets::large_print()); }});
    files.push_back({std::string(sheets_path), "", [this] {
                         return sheet_data(
                                    {sheets_.begin(), sheets_.end()},
                                    [this](const std::string& id) { return sheet_page(id); }, directory_.edition.lang) +
                                std::string(assets::sheets_script());
                     }});
    return files;
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
    for (const auto& closed : directory_.closed)
        all.emplace_back([this, &closed] { return file_of(view::closed_page(directory_, closed)); });
    for (const std::string& id : sheets_) all.emplace_back([this, &id] { return sheet_of(id); });
    if (has_site_map())
        all.emplace_back([this]() -> File { return {std::string(site_map_path), "", [this] { return site_map(); }}; });
    if (!news_.empty())
        all.emplace_back([this]() -> File {
            return {std::string(news_path), "", [this] { return news_feed_bytes(); }};
        });
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
    return first_sheet(colour) + std::string(assets::pages_style());
}

std::string page_alone(const view::Page& page, const model::Settings& settings) {
    render::Frame frame;
    frame.title = settings.name;
    frame.warning = view::warning_of(facts::Reader::partners, page.lang);
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
    for (const std::string_view part :
         {assets::hours_script(), assets::danger_script(), assets::reader_script(), assets::needs_script(),
          assets::search_script(), assets::answers_script(), assets::basket_script(), assets::page_script()})
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
                  {"SAYS", json_between(files.sayings)},
                  {"PLACES", R"({"f":""})"},  // a filter would take the room of twenty fiches
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
