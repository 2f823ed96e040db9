#include "intake/row_address.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/values.hpp"

namespace cafe::intake {

namespace {

constexpr Phrase<std::string> no_commune{"commune inconnue : « {} »", "unknown commune: '{}'"};
constexpr Phrase<std::string, std::string> which_commune{"commune « {} » : laquelle ? {}",
                                                         "commune '{}': which one? {}"};

// Six decimals, a tenth of a metre, without zeros at the end.
std::string degrees_text(double degrees) {
    std::string text = fmt::format("{:.6f}", degrees);
    while (text.ends_with('0') && !text.ends_with(".0")) text.pop_back();
    return text;
}

}  // namespace

std::string cut_to(const std::string& text, int most) {
    if (most <= 0 || utf8::length(text) <= static_cast<std::size_t>(most)) return text;
    std::string out(utf8::fit(text, static_cast<std::size_t>(most) - 2));
    if (const std::size_t blank = out.rfind(' '); blank != std::string::npos && blank * 2 > out.size())
        out.resize(blank);
    return out + "…";
}

void AddressCells::take(const model::ImportColumn& column, const std::string& cell, const Lexicon& lexicon) {
    const std::string& to = column.to;
    const auto join = [](std::string& text, const std::string& more) {
        if (!more.empty()) text += (text.empty() ? "" : " ") + more;
    };
    if (column.as == "insee") {
        std::string code = one_line(cell);
        if (insee_.empty()) insee_ = std::move(code);
    } else if (to == "address") {
        whole_ = read_address(cell);
        has_whole_ = true;
    } else if (to == "address.number") {
        join(number_, one_line(cell));
    } else if (to == "address.type") {
        join(kind_of_street_, one_line(cell));
    } else if (to == "address.street") {
        const AddressCell read = read_address(cell);
        if (!read.postcode.empty() && !read.commune.empty() && street_.empty()) {
            whole_ = read;
            has_whole_ = true;
        } else {
            join(street_, one_line(cell));
        }
    } else if (to == "address.extra") {
        extra_ += (extra_.empty() ? "" : ", ") + one_line(cell);
    } else if (to == "address.mail") {
        mail_ = prose(cell);
    } else if (to == "address.postcode") {
        const std::string code = read_postcode(cell);
        if (postcode_.empty()) postcode_ = code;
        // « 47500 Fumel » in the column of postcodes.
        const AddressCell read = read_commune(cell);
        if (!read.postcode.empty() && !read.commune.empty() && commune_.empty()) commune_ = read.commune;
    } else if (to == "address.commune") {
        const AddressCell read = read_commune(cell);
        if (commune_.empty()) commune_ = read.commune;
        if (postcode_.empty()) postcode_ = read.postcode;
        if (read.cedex && mail_.empty()) mail_ = one_line(cell);
    } else if (to == "address.department") {
        const std::string text = one_line(cell);
        const auto area = lexicon.area(model::is_department(text) ? "dep:" + text : text);
        if (area) department_ = *area;
    } else if (to == "address.confidential") {
        if (const auto value = read_boolean(cell); value.value_or(true)) confidential_ = true;
    }
}

Map AddressCells::finish(const Lexicon& lexicon, const std::optional<Point>& point) {
    std::string street = one_line(number_ + " " + kind_of_street_ + " " + street_);
    if (has_whole_) {
        if (street.empty()) street = whole_.street;
        if (postcode_.empty()) postcode_ = whole_.postcode;
        if (commune_.empty()) commune_ = whole_.commune;
        if (whole_.cedex && mail_.empty()) mail_ = whole_.postcode + " " + whole_.commune + " Cedex";
    }
    Lexicon::Commune commune;
    if (!insee_.empty()) commune = lexicon.commune_by_code(insee_);
    if (commune.name.empty() && (!commune_.empty() || !postcode_.empty())) {
        const std::string five = postcode_.size() == 4 ? "0" + postcode_ : postcode_;
        commune = lexicon.commune(commune_.empty() ? five : commune_, commune_.empty() ? "" : five);
        if (commune.name.empty() && !commune_.empty()) {
            if (!commune.candidates.empty() && five.empty())
                ask_ = which_commune(commune_, text::join(commune.candidates, ", "));
            else
                ask_ = no_commune(commune_);
        }
    }
    // Where no commune is meant, at least the département is known.
    if (commune.name.empty() && department_.empty() && postcode_.size() == 5) {
        const std::string department = postcode_.substr(0, postcode_.starts_with("97") ? 3 : 2);
        if (model::is_department(department)) department_ = lexicon.area("dep:" + department).value_or("");
    }
    // A district keeps its name beside the commune.
    if (commune.by_postcode && extra_.empty()) extra_ = commune_;
    if (postcode_.size() == 4) {
        const std::string whole = "0" + postcode_;
        const auto& codes = commune.postcodes;
        const bool fits = codes.empty() || std::find(codes.begin(), codes.end(), whole) != codes.end();
        postcode_ = fits && model::is_postcode(whole) ? whole : "";
    } else if (postcode_.size() == 5 && !mail_.empty() && !commune.postcodes.empty() &&
               std::find(commune.postcodes.begin(), commune.postcodes.end(), postcode_) == commune.postcodes.end()) {
        // A CEDEX has a code of its own, which is only for letters.
        if (mail_.find(postcode_) == std::string::npos) mail_ = postcode_ + " " + mail_;
        postcode_ = commune.postcodes.size() == 1 ? commune.postcodes.front() : "";
    }
    Map address;
    const auto say = [&](std::string_view key, const std::string& text, int most) {
        if (!text.empty()) address.push_back(Member{std::string(key), Value{cut_to(text, most)}});
    };
    say("street", street, 200);
    say("extra", extra_, 200);
    say("postcode", postcode_, 5);
    say("commune", commune.name, 200);
    if (point) {
        say("latitude", degrees_text(point->latitude), 20);
        say("longitude", degrees_text(point->longitude), 20);
    }
    if (confidential_) say("confidential", "true", 5);
    say("mail", mail_, 400);
    return address;
}

}  // namespace cafe::intake
