#include <algorithm>
#include <array>

#include "output.hpp"
#include "render/json.hpp"
#include "render/record_list.hpp"

namespace cafe::cmd {

namespace {

struct Form {
    std::string_view option;
    view::Wanted wanted;
};
// Those that want the least come first, as they are printed.
constexpr std::array machine_forms{Form{"--count", view::Wanted::ids},  Form{"-0", view::Wanted::ids},
                                   Form{"--json", view::Wanted::trees}, Form{"--jsonl", view::Wanted::trees},
                                   Form{"--csv", view::Wanted::trees},  Form{"--tsv", view::Wanted::trees}};

constexpr Phrase<std::string, std::string> not_both{"choisir {} ou {}, pas les deux", "choose {} or {}, not both"};

}  // namespace

Result<bool> wants_machine_form(const Arguments& arguments) {
    std::string first;
    for (const Form& form : machine_forms) {
        if (!arguments.has(form.option)) continue;
        if (!first.empty()) return Error{ErrorKind::usage, not_both(first, std::string(form.option)), {}};
        first = form.option;
    }
    return !first.empty();
}

view::Wanted wanted_of(const Arguments& arguments) {
    const auto form = std::find_if(machine_forms.begin(), machine_forms.end(),
                                   [&](const Form& one) { return arguments.has(one.option); });
    if (form != machine_forms.end()) return form->wanted;
    return arguments.has("--fields") ? view::Wanted::trees : view::Wanted::columns;
}

Result<int> print_listing(World& world, const Arguments& arguments, const Listing& listing) {
    const auto machine = wants_machine_form(arguments);
    if (!machine) return machine.error();
    auto chosen = render::fields_of(arguments.value("--fields"), *listing.shape);
    if (!chosen) return chosen.error();
    const std::vector<std::string>& fields = *chosen;
    const int code = listing.records.empty() ? 1 : 0;
    const auto json_of = [&](const Listed& record) { return render::listed_json(listing, record, fields); };
    if (arguments.has("--count")) {
        world.out << listing.records.size() << '\n';
    } else if (arguments.has("-0")) {
        for (const Listed& record : listing.records) world.out << record.id << '\0';
    } else if (arguments.has("--json")) {
        std::vector<render::Json> records;
        for (const Listed& record : listing.records) records.push_back(json_of(record));
        world.out << render::json_document(
            render::JsonObject().add("schema", listing.schema).add("records", render::json_lines(records)).done());
    } else if (arguments.has("--jsonl")) {
        for (const Listed& record : listing.records) world.out << render::json_document(json_of(record));
    } else if (arguments.has("--csv") || arguments.has("--tsv")) {
        world.out << render::table_of(listing, fields,
                                      arguments.has("--csv") ? render::TableFormat::csv : render::TableFormat::tsv);
    } else if (!listing.records.empty()) {
        const std::size_t room = world.out_is_terminal ? static_cast<std::size_t>(std::max(world.width, 20)) : 0;
        world.out << render::table_text(render::columns_of(listing, fields), {room, world.colour});
    }
    return code;
}

}  // namespace cafe::cmd
