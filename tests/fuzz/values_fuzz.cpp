// Fuzzes the readers of values: the first byte says which, the rest is the text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "base/date.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "calendar/hours.hpp"
#include "calendar/schedule.hpp"
#include "check/forms.hpp"
#include "model/values.hpp"
#include "query/syntax.hpp"
#include "view/hours.hpp"

namespace {

using namespace cafe;

void require(bool holds) {
    if (!holds) std::abort();
}

void hours(std::string_view text) {
    const auto reading = calendar::read_hours(text);
    require(reading.hours.has_value() != reading.fault.has_value());
    for (const Lang lang : {Lang::fr, Lang::en}) (void)view::opening_hours(text, lang);
    if (reading.fault) {
        const Span span = reading.fault->span;
        require(span.begin <= span.end && span.end <= text.size());
        return;
    }
    const std::string canonical = calendar::canonical(*reading.hours);
    const auto again = calendar::read_hours(canonical);
    require(again.hours && *again.hours == *reading.hours && again.exact);
    (void)calendar::doubts_about(*reading.hours);
}

// A fault says something, and what it proposes has the form.
void form(model::Type type, const std::string& text) {
    model::Field field;
    field.type = type;
    if (text.empty()) return;
    const auto fault = check::fault_of_form(field, text);
    if (!fault) return;
    require(fault->rule != nullptr && !fault->message.empty());
    for (const std::string& value : fault->instead) require(model::has_form_of(field, value));
}

void phone(std::string_view text) {
    const auto number = model::to_phone(text);
    if (!number) return;
    const auto again = model::to_phone(number->display);
    require(again && again->dial == number->dial);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0 || size > 4096) return 0;
    const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
    if (utf8::first_invalid(text)) return 0;  // the reader of records lets no such text through
    switch (data[0] % 10) {
        case 0: hours(text); break;
        case 1:
            phone(text);
            form(model::Type::phone, text);
            break;
        case 2: form(model::Type::siret, text); break;
        case 3: form(model::Type::email, text); break;
        case 4: form(model::Type::url, text); break;
        case 5:
            (void)Date::parse(text);
            (void)canonical_time(text);
            form(model::Type::time, text);
            break;
        case 6:
            (void)text::to_number(text);
            (void)model::to_whole_number(text);
            break;
        case 7:
            (void)calendar::read_schedule(text);
            (void)calendar::read_exception(text);
            break;
        case 8: (void)query::pieces_of(text); break;
        default:
            for (const auto type : {model::Type::rna, model::Type::postcode, model::Type::id, model::Type::language,
                                    model::Type::colour, model::Type::timezone, model::Type::department})
                form(type, text);
    }
    return 0;
}
