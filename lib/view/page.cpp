#include "view/page.hpp"

#include "base/url.hpp"
#include "model/values.hpp"

namespace cafe::view {

namespace {

std::string shown_url(std::string_view url) {
    url.remove_prefix(url.find("//") + 2);
    if (!url.empty() && url.find('/') == url.size() - 1) url.remove_suffix(1);
    return std::string(url);
}

// French numbers in 06 and 07, overseas too (Arcep's numbering plan).
bool is_mobile(const model::PhoneNumber& phone) {
    return !phone.is_short && (phone.display.starts_with("06") || phone.display.starts_with("07"));
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

std::optional<Outside> Outside::mail(std::string_view address, std::string_view subject) {
    if (!model::is_email(address)) return std::nullopt;
    std::string url = "mailto:" + url_encoded(address, "@._+-");
    if (!subject.empty()) url += "?subject=" + url_encoded(subject, "._-");
    return Outside(Kind::mail, std::move(url), std::string(address));
}

std::optional<Outside> Outside::message(std::string_view number) {
    const auto phone = model::to_phone(number);
    if (!phone || !is_mobile(*phone)) return std::nullopt;
    return Outside(Kind::message, "sms:" + phone->dial, phone->display);
}

Outside Outside::way_to(std::string_view place) {
    const std::string url = "https://www.openstreetmap.org/directions?to=" + url_encoded(place, "._-");
    return Outside(Kind::web, url, shown_url(url));
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
