#include "site/news_feed.hpp"

#include "base/text.hpp"
#include "model/values.hpp"
#include "render/atom.hpp"

namespace cafe::site {

namespace {

constexpr Phrase<std::string> what_changed{"{} : ce qui a changé", "{}: what changed"};
constexpr Phrase<std::string, std::string> changed_in{"{0} : {1}", "{0}: {1}"};
constexpr Phrase<std::string> has_changed{"A changé : {}. La fiche dit ce qui vaut aujourd’hui.",
                                          "Changed: {}. The record says what holds today."};

std::string fields_of(const history::News& news, Lang lang) {
    std::vector<std::string> fields;
    for (const Words& field : news.fields) fields.push_back(field.in(lang));
    return text::join(fields, lang == Lang::fr ? " ; " : "; ");
}

}  // namespace

std::string base_of(const model::Settings& settings) {
    if (!settings.publish || !model::is_url(settings.publish->url)) return {};
    return settings.publish->url + (settings.publish->url.ends_with('/') ? "" : "/");
}

std::string news_feed(const view::Directory& directory, const std::vector<history::News>& news, const Stands& stands) {
    const Lang lang = directory.edition.lang;
    render::AtomFeed feed;
    feed.title = what_changed(stands.title).in(lang);
    feed.author = stands.title;
    feed.lang = lang == Lang::fr ? "fr" : "en";
    feed.self = stands.base + stands.feed;
    feed.home = stands.base;
    for (const history::News& one : news) {
        const std::string fields = fields_of(one, lang);
        const std::string link = stands.base + stands.fiche(one.partner);
        feed.entries.push_back({link + "#" + one.day(), link,
                                changed_in(directory.find(one.partner)->name, fields).in(lang), one.moment,
                                has_changed(fields).in(lang)});
    }
    return render::atom(feed);
}

}  // namespace cafe::site
