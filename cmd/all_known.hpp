// Changes of what stands, which need to know every partner, person, café and meeting.
#pragma once

#include <span>

#include "base/result.hpp"
#include "store/layout.hpp"

namespace cafe::cmd {

/// Refuses where the file of a partner, a person, a café or a meeting cannot be read: they would pass for missing, and
/// what is written would say so.
Result<Done> all_known(std::span<const store::Ref> unreadable);

}  // namespace cafe::cmd
