#include "base/slow_hash.hpp"

#include <crypt.h>

#include <algorithm>
#include <memory>

#include "base/ascii.hpp"

namespace cafe {

namespace {

constexpr std::string_view prefix = "$y$j9T$";  // yescrypt, N = 4096, r = 32: the cost 5 of crypt_gensalt
constexpr std::size_t salt_bytes = 16;
constexpr std::size_t longest_salt = 86;
constexpr std::size_t hash_letters = 43;
constexpr std::size_t longest_text = 511;  // CRYPT_MAX_PASSPHRASE_SIZE, less its end

bool is_letter(char c) {
    return ascii::is_letter_or_digit(c) || c == '.' || c == '/';
}

}  // namespace

std::string slow_hash_setting(std::string_view sixteen_bytes) {
    std::string bytes(sixteen_bytes.substr(0, salt_bytes));
    bytes.resize(salt_bytes, '\0');
    constexpr int cost = 5;
    std::string out(CRYPT_GENSALT_OUTPUT_SIZE, '\0');
    if (crypt_gensalt_rn("$y$", cost, bytes.data(), static_cast<int>(bytes.size()), out.data(),
                         static_cast<int>(out.size())) == nullptr)
        return "";
    out.resize(out.find('\0'));
    return out;
}

std::optional<std::string> setting_of(std::string_view hash) {
    if (!hash.starts_with(prefix)) return std::nullopt;
    const std::string_view rest = hash.substr(prefix.size());
    const std::size_t end = rest.find('$');
    if (end == std::string_view::npos || end == 0 || end > longest_salt) return std::nullopt;
    const std::string_view salt = rest.substr(0, end);
    const std::string_view digest = rest.substr(end + 1);
    if (digest.size() != hash_letters) return std::nullopt;
    if (!std::all_of(salt.begin(), salt.end(), is_letter) || !std::all_of(digest.begin(), digest.end(), is_letter))
        return std::nullopt;
    return std::string(hash.substr(0, prefix.size() + end));
}

std::optional<std::string> slow_hash(const std::string& text, const std::string& setting) {
    if (!setting.starts_with(prefix) || text.size() > longest_text || text.find('\0') != std::string::npos)
        return std::nullopt;
    const auto data = std::make_unique<crypt_data>();  // 32 KiB
    const char* hash = crypt_r(text.c_str(), setting.c_str(), data.get());
    if (hash == nullptr || *hash == '*') return std::nullopt;
    return std::string(hash);
}

}  // namespace cafe
