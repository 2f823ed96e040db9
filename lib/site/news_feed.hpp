// The feed of what changed in the fiches of an edition.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "history/news.hpp"
#include "model/settings.hpp"
#include "view/directory.hpp"

namespace cafe::site {

/// Where a publication will stand by its settings, with a slash; empty where nobody said.
std::string base_of(const model::Settings& settings);

/// Where a publication stands.
struct Stands {
    std::string title;
    std::string base;                                         ///< its whole address, with a slash
    std::string feed;                                         ///< the path of the feed inside it
    std::function<std::string(const std::string& id)> fiche;  ///< the path of a fiche's page inside it
};

/// An Atom feed of news, which are all of fiches of the directory; one at least.
std::string news_feed(const view::Directory& directory, const std::vector<history::News>& news, const Stands& stands);

}  // namespace cafe::site
