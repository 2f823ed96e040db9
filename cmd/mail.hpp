// What the mail commands share: whom they are about, and those left out.
#pragma once

#include <optional>
#include <vector>

#include "command.hpp"
#include "meetings/mailing.hpp"
#include "store/catalog.hpp"

namespace cafe::cmd {

/// --to, --meeting with --who, --cafe, --list, --one-per.
std::vector<Option> mailing_options();

/// Nothing when they are used as they are meant: exactly one source, and only the options that go with it.
std::optional<Error> misuse_of_sources(const Arguments& arguments);

/// Whom they say. An Error of kind usage when none of them is given, or several.
Result<meetings::Mailing> mailing_asked_for(World& world, const store::Catalog& catalog, const Arguments& arguments);

/// Says on stderr how many were left out; with `why` each of them and the reason.
void say_left_out(World& world, const store::Catalog& catalog, const meetings::Mailing& mailing, bool why);

}  // namespace cafe::cmd
