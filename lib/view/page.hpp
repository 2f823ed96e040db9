// What a reader will see, before it has a format: a page of a few kinds of block, plain texts and typed links. Nothing
// here is markup, so the renderers escape by construction and no feature can forget to.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/words.hpp"

namespace cafe::view {

enum class PageKind {
    home,
    fiche,
    themes,
    theme,
    areas,
    area,
    publics,
    one_public,
    meetings,
    minutes,
    network,
    glossary,
    plan,
    about,
    legal_notice,
    accessibility,
    missing,   ///< shown by a web server where there is no page
    handouts,  ///< those of the fiches that its address names
    handout,   ///< a sheet for one person: of a fiche, or of no publication
    card,      ///< a file: the visiting card of a fiche
    feed,      ///< a file: the calendar of the meetings
};

/// A page or file of the same publication, by what it is. `key`: the fiche's, theme's or public's id, the area's key;
/// empty for pages of which there is one, but that of the first page is what is asked of its search:
/// "t=logement&a=agen". A renderer that has no such page writes the words without a link.
struct PageRef {
    PageKind kind = PageKind::home;
    std::string key;
    auto operator<=>(const PageRef&) const = default;
};

/// An address outside of the publication that was checked when it was made: no other can exist.
class Outside {
public:
    enum class Kind { web, phone, message, mail };

    // Nothing when the text is no such address (model/values.hpp): http(s) with a plain host; a telephone number; one
    // plain mailbox.
    static std::optional<Outside> web(std::string_view url);
    static std::optional<Outside> phone(std::string_view number);
    /// A text message; nothing for a number that takes none.
    static std::optional<Outside> message(std::string_view number);
    /// `subject`: what the mail will be about; empty: nothing is said.
    static std::optional<Outside> mail(std::string_view address, std::string_view subject = "");
    /// The way there on a map, by degrees (WGS 84) or by an address as people write it; both are encoded.
    static Outside way_to(std::string_view place);

    [[nodiscard]] Kind kind() const { return kind_; }
    /// `https://…` as written, `tel:+33536490001`, `sms:+33639982312`, `mailto:accueil@example.org`.
    [[nodiscard]] const std::string& href() const { return href_; }
    /// How people read it: without `https://` and a closing slash; 05 36 49 00 01; the mailbox.
    [[nodiscard]] const std::string& shown() const { return shown_; }

private:
    Outside(Kind kind, std::string href, std::string shown)
        : kind_(kind), href_(std::move(href)), shown_(std::move(shown)) {}
    Kind kind_;
    std::string href_;
    std::string shown_;
};

using Link = std::variant<PageRef, Outside>;

enum class Tone {
    plain,
    strong,
    emphasis,
    quiet,
    code,
    badge,   ///< a filled mark in a matrix: at home there
    ribbon,  ///< an outlined one: receives people there
};

/// Until when words hold, and what stands for them afterwards where a script looks at its reader's clock.
struct Aging {
    Date last;
    std::string then;
};

/// A run of words. A line feed in it is a line break.
struct Inline {
    std::string text;
    Tone tone = Tone::plain;
    std::optional<Link> link;
    std::optional<Aging> aging{};
};

using Text = std::vector<Inline>;

// Short ways to make a Text.
Text plain(std::string words);
Text strong(std::string words);
Text quiet(std::string words);
Text to_page(std::string words, PageRef page);
/// The address as people read it, linked when it is one; otherwise the words as they are.
Text to_web(const std::string& url);
Text to_phone(const std::string& number);
Text to_mail(const std::string& address);
/// One after the other; nothing stands between.
Text operator+(Text first, Text second);
/// With `between` between those that are not empty.
Text join(const std::vector<Text>& texts, const std::string& between);

/// What a line is about, for a small picture before it.
enum class Sign { none, phone, mail, web, place };

struct Line {
    Text text;
    Sign sign = Sign::none;
};

struct Paragraph {
    Text text;
    Sign sign = Sign::none;
};

struct Block;

/// `below` stands under the item: a list in a list.
struct Item {
    Text text;
    std::vector<Block> below;
};

struct Items {
    std::vector<Item> items;
    bool numbered = false;
};

/// Items without anything below them.
Items items(std::vector<Text> texts);

/// What to do, in order.
struct Steps {
    std::vector<Text> items;
};

/// Labels and what they say: « Délai : 3 jours ».
struct Facts {
    std::vector<std::pair<std::string, Text>> rows;
};

/// The first cell of each row is its heading. `caption` is for those who do not see the page. A matrix has many narrow
/// columns: its headings stand upright.
struct Table {
    std::string caption;
    std::vector<std::string> columns;
    std::vector<std::vector<Text>> rows;
    bool matrix = false;
};

/// The hours of a week, one row a day. `weekday`: 1 is Monday.
struct Week {
    struct Day {
        int weekday = 1;
        std::string name;
        std::string times;
    };
    std::string caption;
    std::vector<Day> days;
    std::string minutes{};  ///< the same for a script (calendar/open_week.hpp); empty: it has nothing to say of them
};

/// A picture that a telephone reads. `label` says what it holds to those who do not see it, `words` stand beside it.
struct QrCode {
    std::string holds;
    std::string label;
    std::string words;
};

/// Areas seen from above, on a sheet of `width` by `height` units; y grows downwards, and what lies beyond the sheet is
/// not seen. `label` says what it shows to those who do not see it. Formats of text alone leave it out.
struct Map {
    struct Dot {
        int x = 0;
        int y = 0;
        bool operator==(const Dot&) const = default;
    };
    enum class Fill { ground, area, chosen };
    struct Shape {
        std::string name;             ///< of the link, and shown by a mouse that rests on it
        std::optional<PageRef> page;  ///< where a click leads
        Fill fill = Fill::ground;
        std::vector<std::vector<Dot>> rings;  ///< closed lines of three dots at least; holes turn the other way
    };
    std::string label;
    int width = 0;
    int height = 0;
    std::vector<Shape> shapes{};  ///< the last lies on top
    std::string source{};         ///< whose outlines they are, as their licence wants it said
};

/// A theme or an area as a label. `tint` counts from 0 along the families of the vocabulary; areas have none.
struct Tag {
    std::string text;
    PageRef page;
    std::optional<std::size_t> tint;
};

struct Tags {
    std::vector<Tag> tags;
};

/// One partner among others.
struct Card {
    PageRef page;
    std::string kicker;  ///< a few words above the name: its kind
    std::string name;
    std::string text;
    std::string mark;  ///< « suspendu jusqu'au… »; empty for most
    std::vector<Tag> tags;
    std::vector<Line> lines;  ///< whom to call, where
};

struct Cards {
    std::vector<Card> cards;
};

/// Opens when a reader asks for it; where that cannot be, it stands open below its words.
struct Folded {
    std::string words;
    std::vector<Block> blocks;
};

/// What a small screen shows at first sight; on a larger one and on paper it stands beside the text as well.
struct AtHand {
    std::vector<Line> lines;
};

/// Words in a frame of their own that must not be missed: a suspension, emergency numbers.
struct Notice {
    std::vector<Text> lines;
};

/// A record's own Markdown, as written. Renderers turn it into the other blocks (render/markup.hpp): HTML in it is
/// text, a link is one only when it is an Outside.
struct Markdown {
    std::string text;
};

/// A heading inside a record's own Markdown; it stands below every heading of the page's sections.
struct Heading {
    Text text;
};

struct Quote {
    std::vector<Block> blocks;
};

/// Lines that keep their blanks.
struct Preformatted {
    std::string text;
};

/// What can be done at once: call, write.
struct Action {
    std::string text;
    Link link;
};
struct Actions {
    std::vector<Action> actions;
    /// What a script does besides, each a button that is there where the script is. Empty words: no such button.
    struct Deeds {
        std::string share;
        std::string print;
    };
    std::optional<Deeds> deeds{};
};

enum class Look {
    plain,
    guide,  ///< the heart of a fiche: how to send somebody there
    panel,  ///< beside the text
};

/// A heading and what stands below it. `level` 2 or 3.
struct Section {
    std::string title;
    std::vector<Block> blocks;
    Look look = Look::plain;
    int level = 2;
    std::string anchor;    ///< `[a-z0-9-]+`, unique in the page; empty: none
    bool on_paper = true;  ///< false: of no use once printed
};

struct Block {
    std::variant<Paragraph, Items, Steps, Facts, Table, Week, QrCode, Map, Tags, Cards, Folded, AtHand, Notice,
                 Markdown, Heading, Quote, Preformatted, Actions, Section>
        is;
};

/// Where a reader types a question. It needs a script: without one the page shows `without` in its place.
struct SearchField {
    std::string label;
    std::vector<std::string> examples;  ///< questions to try
    std::string examples_label;
    std::string without;
};

/// A page in one language.
struct Page {
    PageRef self;
    Lang lang = Lang::fr;
    std::string title;
    std::string kicker;                   ///< a few words above the title: « Association », « Thème »
    std::string lead;                     ///< one sentence below it
    std::string description;              ///< for search engines and previews
    std::optional<SearchField> search{};  ///< below the lead; left out where no script runs
    std::vector<Block> head;              ///< below that: tags, what can be done at once
    std::optional<Section> beside_title;
    std::vector<Block> body;
    std::vector<Section> side;
    /// From the publication's first page to this one, which is left out.
    std::vector<std::pair<std::string, PageRef>> trail;
};

}  // namespace cafe::view
