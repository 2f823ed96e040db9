// What publishing and exporting share: when they hold back, where they may write, what they say of texts.
#pragma once

#include <string>
#include <vector>

#include "facts/withhold.hpp"
#include "render/html_frame.hpp"
#include "store/book.hpp"
#include "world.hpp"

namespace cafe::cmd {

/// Names the files that cannot be read, each with its first reason. Whether nothing is to be written for them: there is
/// one, and `partial` was not asked for.
bool holds_back(World& world, const store::Book& book, bool partial);

/// Where it may go: a folder of its own (store::may_publish_into). `command` is how to say another one.
Result<Done> check_place(World& world, const std::string& folder, const std::string& command);

/// What stands around every page: the network's own file (templates/frame.html), or what is built in.
Result<render::HtmlFrame> frame_of(World& world, const std::string& root);

/// "partners/a.yaml (summary), people/b.yaml (role), …": a dozen of them.
std::string listed(const std::vector<facts::Withheld>& fields);

/// Names the fields that had something taken out of them, if there are any.
void say_kept_back(World& world, const std::vector<facts::Withheld>& fields);

}  // namespace cafe::cmd
