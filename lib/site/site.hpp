// A published directory: which pages and files it has, how they link, and their bytes, one at a time.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.hpp"
#include "base/result.hpp"
#include "history/news.hpp"
#include "render/html.hpp"
#include "view/directory.hpp"
#include "view/needs.hpp"

namespace cafe::site {

enum class Format { html, markdown };

/// A file of the publication.
struct File {
    std::string path;  ///< inside the publication, with `/`
    /// Stands for all that its bytes are made from, but for this program. Empty: its bytes alone can tell.
    std::string key;
    std::function<std::string()> bytes;  ///< renders it
};
using Put = std::function<Result<Done>(const File& file)>;
/// Whether a file of this path and key is going to be rendered, as far as that is known before it is put. Asked by
/// several threads at once.
using Wanted = std::function<bool(const File& file)>;

class Site {
public:
    /// The catalogs must outlive the site. `frame` stands around every HTML page. `needs`: the counts that this reader
    /// may have. `for_everyone`: the notebook as everyone may have it, for the sheets that are handed over whatever the
    /// edition; null: there are none. `news`: what changed, the newest first, for this edition's reader.
    Site(const view::Edition& edition, Format format, render::HtmlFrame frame = render::HtmlFrame::standard(),
         std::vector<facts::ReleasedNeeds> needs = {}, const store::Catalog* for_everyone = nullptr,
         const std::vector<history::News>& news = {});

    /// Whether an edition has a feed of its news: where everyone may read it and its address is known.
    [[nodiscard]] static bool may_have_news(const model::Settings& settings, facts::Reader reader, Format format);

    /// The paths of all files, each once.
    [[nodiscard]] std::vector<std::string> files() const;
    /// File after file, none is kept. On `threads` threads (0: as many as may run at once) they are made and, where
    /// `wanted` says so, rendered; the others are rendered when their bytes are asked for. `put` is called by the
    /// caller's thread alone, in no particular order when there are several. Stops at its first Error and returns it.
    /// The same catalog and edition give the same bytes.
    [[nodiscard]] Result<Done> each(const Put& put, const Wanted& wanted, std::size_t threads) const;

    [[nodiscard]] const view::Directory& directory() const { return directory_; }
    /// The file to open first.
    [[nodiscard]] std::string first() const { return path_of({view::PageKind::home, ""}); }

private:
    [[nodiscard]] std::string path_of(const view::PageRef& page) const;
    [[nodiscard]] std::string address(const view::PageRef& from, const view::PageRef& to) const;
    [[nodiscard]] bool has(const view::PageRef& page) const;
    [[nodiscard]] std::vector<view::PageRef> pages() const;
    [[nodiscard]] view::Page page(const view::PageRef& ref) const;
    [[nodiscard]] view::Page areas_page() const;
    [[nodiscard]] view::Page minutes_page(const std::string& meeting) const;
    [[nodiscard]] std::string bytes_of(const view::Page& page) const;
    [[nodiscard]] std::string linked_data(const view::PageRef& page) const;
    [[nodiscard]] std::string key_of(const view::Page& page) const;
    [[nodiscard]] Digest common_key() const;
    [[nodiscard]] File file_of(view::Page page) const;
    [[nodiscard]] std::vector<File> assets() const;
    [[nodiscard]] std::vector<view::PageRef> other_files() const;
    [[nodiscard]] std::string feed_bytes() const;
    [[nodiscard]] view::Page sheet_page(const std::string& id) const;
    [[nodiscard]] File sheet_of(const std::string& id) const;
    [[nodiscard]] std::string sheets_page_bytes(const view::Page& page) const;
    [[nodiscard]] std::string base() const;
    [[nodiscard]] std::string colour() const;
    [[nodiscard]] bool has_site_map() const;
    [[nodiscard]] std::string site_map() const;
    [[nodiscard]] std::string news_feed_bytes() const;

    view::Directory directory_;
    std::vector<facts::ReleasedNeeds> needs_;
    Format format_;
    render::HtmlFrame html_frame_;
    render::Frame frame_;
    render::Abbreviations abbreviations_;
    std::map<std::string, territory::AreaRef, std::less<>> areas_;  // by key
    std::vector<std::string> minutes_;                              // ids of meetings whose minutes have a page
    const store::Catalog* for_everyone_;
    std::set<std::string, std::less<>> sheets_;  // ids of fiches that have a sheet to hand over
    std::vector<history::News> news_;            // of fiches that have a page
    bool has_feed_ = false;                      // not where the settings name an unknown zone
    Digest common_;                              // what all pages are made from
};

/// All the style of a page that is sent alone, with the network's own colour, if it has one ("#8a3b12"; anything else
/// is ignored).
std::string style_sheet(std::string_view colour);

/// One page of the partners' edition as a whole HTML file that needs no other: to be sent, saved or printed.
std::string page_alone(const view::Page& page, const model::Settings& settings);
/// One page of the public edition likewise, in large print, for a person to take home.
std::string page_in_large_print(const view::Page& page, const model::Settings& settings);

/// A whole edition as one HTML file that needs no other, to be sent or kept: search runs where a browser opens it.
std::string one_file(const view::Directory& directory);

enum class Paper { a3, a4, a5 };

/// The word in the head of a poster that tells it from somebody else's file.
inline constexpr std::string_view poster_mark = "<meta name=\"generator\" content=\"cafe poster\">";
/// A poster as an HTML file that needs no other, its letters as large as its one sheet allows.
std::string poster(const view::Page& page, const model::Settings& settings, Paper paper);

/// Some fiches of an edition as a whole HTML file that needs no other: a cover, lists by name and by theme, then a
/// fiche a sheet. Ids that the directory lacks are left out.
std::string booklet(const view::Directory& directory, const std::vector<std::string>& ids, Paper paper);

}  // namespace cafe::site
