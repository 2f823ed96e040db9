// A hash that is slow on purpose: whoever holds it learns the text only by trying every text it might be.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cafe {

/// What a new hash begins with: yescrypt as crypt(5) says, 16 MiB and some 70 ms a try, with these sixteen bytes as its
/// salt. Texts hashed under one setting can be compared with one try.
std::string slow_hash_setting(std::string_view sixteen_bytes);

/// The setting that a hash was made under; nothing when it is no hash of ours. One that would cost more than ours, as a
/// stranger may write it, is none.
std::optional<std::string> setting_of(std::string_view hash);

/// The hash of a text. Nothing when the setting is none, or memory is short.
std::optional<std::string> slow_hash(const std::string& text, const std::string& setting);

}  // namespace cafe
