// Each text behind its size in four bytes, each list behind its count; numbers as this machine has them, since no other
// one reads the index.
#include "store/sketch.hpp"

#include <cstdint>
#include <cstring>

namespace cafe::store {

namespace {

void put(std::size_t number, std::string& out) {
    const auto small = static_cast<std::uint32_t>(number);
    char bytes[sizeof small];  // NOLINT(*-avoid-c-arrays)
    std::memcpy(bytes, &small, sizeof small);
    out.append(bytes, sizeof small);
}

void put(std::string_view text, std::string& out) {
    put(text.size(), out);
    out += text;
}

void put(const std::vector<std::string_view>& texts, std::string& out) {
    put(texts.size(), out);
    for (const std::string_view text : texts) put(text, out);
}

// Goes through the bytes once. After anything that cannot be, `failed` and nothing more.
class Taker {
public:
    explicit Taker(std::string_view bytes) : rest_(bytes) {}

    std::size_t number() {
        std::uint32_t small = 0;
        const std::string_view bytes = taken(sizeof small);
        if (!failed_) std::memcpy(&small, bytes.data(), sizeof small);
        return small;
    }
    std::string_view text() { return taken(number()); }
    void texts(std::vector<std::string_view>& into) {
        into.clear();
        for (std::size_t left = number(); left > 0 && !failed_; --left) into.push_back(text());
    }
    [[nodiscard]] bool failed() const { return failed_; }
    [[nodiscard]] bool is_whole() const { return !failed_ && rest_.empty(); }

private:
    std::string_view taken(std::size_t size) {
        failed_ = failed_ || size > rest_.size();
        if (failed_) return {};
        const std::string_view bytes = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return bytes;
    }

    std::string_view rest_;
    bool failed_ = false;
};

}  // namespace

void sketch_of(std::string_view id, const model::Partner& partner, Sketch& into) {
    into.id = id;
    into.name = partner.name;
    into.short_name = partner.short_name;
    into.aliases.assign(partner.aliases.begin(), partner.aliases.end());
    into.territory.assign(partner.territory.begin(), partner.territory.end());
    into.situations.clear();
    for (std::size_t service = 0; service < partner.services.size(); ++service) {
        const model::Service& one = partner.services[service];
        for (const std::string& text : one.situations) into.situations.push_back({service, text});
        into.territory.insert(into.territory.end(), one.territory.begin(), one.territory.end());
    }
    into.hidden = partner.address && partner.address->confidential.value_or(false);
}

void write_sketch(const model::Partner& partner, std::string& out) {
    Sketch sketch;
    sketch_of({}, partner, sketch);
    put(sketch.name, out);
    put(sketch.short_name, out);
    put(sketch.aliases, out);
    put(sketch.situations.size(), out);
    for (const Sketch::Situation& situation : sketch.situations) {
        put(situation.service, out);
        put(situation.text, out);
    }
    put(sketch.territory, out);
    put(sketch.hidden ? 1 : 0, out);
}

bool read_sketch(std::string_view bytes, Sketch& into) {
    Taker taker(bytes);
    into.name = taker.text();
    into.short_name = taker.text();
    taker.texts(into.aliases);
    into.situations.clear();
    for (std::size_t left = taker.number(); left > 0 && !taker.failed(); --left) {
        const std::size_t service = taker.number();
        into.situations.push_back({service, taker.text()});
    }
    taker.texts(into.territory);
    into.hidden = taker.number() != 0;
    return taker.is_whole();
}

}  // namespace cafe::store
