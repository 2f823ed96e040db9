#include "view/page.hpp"

#include <fmt/format.h>

#include "model/values.hpp"

#include "base/ascii.hpp"

namespace cafe::view {

namespace {

std::string shown_url(std::string_view url) {
    url.remove_prefix(url.find("//") + 2);
    if (!url.empty() && url.find('/') == url.size() - 1) url.remove_suffix(1);
    return std::string(url);
}

// RFC 6068 §2: what is special in an address of a URL is percent-encoded. An address is plain ASCII.
std::string mail_url(std::string_view address) {
    std::string url = "mailto:";
    for (const char byte : address) {
        if (ascii::is_letter_or_digit(byte) || std::string_view("@._+-").find(byte) != std::string_view::npos)
            url.push_back(byte);
        else
            url += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    }
    return url;
}

Text linked(const std::optional<Outside>& outside, const std::string& otherwise) {
    if (!outside) return plain(otherwise);
    return {{outside->shown(), Tone::plain, Link(*outside)}};
}

}  // namespace

std::optional<Outside> Outside::web(std::string_view url) {
    if (!model::is_url(url)) return std::nullopt;
    return Outside(Kind::web, std::string(url), shown_url(url));
}

std::optional<Outside> Outside::phone(std::string_view number) {
    const auto phone = model::to_phone(number);
    if (!phone) return std::nullopt;
    return Outside(Kind::phone, "tel:" + phone->dial, phone->display);
}

std::optional<Outside> Outside::mail(std::string_view address) {
    if (!model::is_email(address)) return std::nullopt;
    return Outside(Kind::mail, mail_url(address), std::string(address));
}

Text plain(std::string words) {
    return {{std::move(words), Tone::plain, {}}};
}
Text strong(std::string words) {
    return {{std::move(words), Tone::strong, {}}};
}
Text quiet(std::string words) {
    return {{std::move(words), Tone::quiet, {}}};
}
Text to_page(std::string words, PageRef page) {
    return {{std::move(words), Tone::plain, Link(std::move(page))}};
}
Text to_web(const std::string& url) {
    return linked(Outside::web(url), url);
}
Text to_phone(const std::string& number) {
    return linked(Outside::phone(number), number);
}
Text to_mail(const std::string& address) {
    return linked(Outside::mail(address), address);
}

Items items(std::vector<Text> texts) {
    Items list;
    list.items.reserve(texts.size());
    for (Text& text : texts) list.items.push_back({std::move(text), {}});
    return list;
}

Text operator+(Text first, Text second) {
    for (Inline& part : second) first.push_back(std::move(part));
    return first;
}

Text join(const std::vector<Text>& texts, const std::string& between) {
    Text joined;
    for (const Text& text : texts) {
        if (text.empty()) continue;
        if (!joined.empty()) joined.push_back({between, Tone::plain, {}});
        joined = std::move(joined) + text;
    }
    return joined;
}

}  // namespace cafe::view
