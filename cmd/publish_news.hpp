// What a publication tells of the notebook's history.
#pragma once

#include <vector>

#include "history/news.hpp"
#include "store/book.hpp"
#include "world.hpp"

namespace cafe::cmd {

/// What changed in the fiches, by git's main line, as a reader may be told. Nothing without a repository, and nothing,
/// with a word, where git cannot say or has the last commits alone.
Result<std::vector<history::News>> news_of(World& world, const store::Book& book, facts::Disclosure reader);

}  // namespace cafe::cmd
