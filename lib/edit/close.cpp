#include "edit/close.hpp"

#include <utility>

#include "edit/edit.hpp"

namespace cafe::edit {

namespace {

using model::RecordKind;

// Ends what is held today or later; what begins only later never begins. How many there were.
std::size_t end_functions(const model::Partner& partner, const std::string& person, const Date& day,
                          std::vector<Edit>& edits) {
    std::size_t ended = 0;
    for (std::size_t i = 0; i < partner.contacts.size(); ++i) {
        const model::Contact& contact = partner.contacts[i];
        if (!person.empty() && contact.person != person) continue;
        if (contact.until && *contact.until <= day) continue;
        const Date last = contact.since && *contact.since > day ? *contact.since : day;
        if (contact.until && *contact.until == last) continue;
        edits.push_back({{{"contacts", std::to_string(i), "until"}}, Op::set, last.iso()});
        ++ended;
    }
    return ended;
}

Edit closing() {
    return {{{"status"}}, Op::set, "closed"};
}

Result<Done> add_file(const store::Source& source, const std::vector<Edit>& edits, Ending& ending) {
    if (edits.empty()) return Done{};
    auto text = apply(source, edits);
    if (!text) return text.error();
    if (*text != source.text) ending.files.push_back({source.path, source.text, std::move(*text)});
    return Done{};
}

Result<Ending> close_partner(const store::Record<model::Partner>& partner, const Date& day) {
    std::vector<Edit> edits;
    if (partner.value.status != "closed") edits.push_back(closing());
    Ending ending;
    ending.functions = end_functions(partner.value, "", day, edits);
    if (const auto added = add_file(*partner.source, edits, ending); !added) return added.error();
    return ending;
}

Result<Ending> close_cafe(const store::Record<model::Cafe>& cafe) {
    std::vector<Edit> edits;
    if (cafe.value.status != "closed") edits.push_back(closing());
    Ending ending;
    if (const auto added = add_file(*cafe.source, edits, ending); !added) return added.error();
    return ending;
}

Result<Ending> end_all_functions(const store::Book& book, const std::string& person, const Date& day) {
    Ending ending;
    for (const auto& partner : book.partners) {
        std::vector<Edit> edits;
        ending.functions += end_functions(partner.value, person, day, edits);
        if (const auto added = add_file(*partner.source, edits, ending); !added) return added.error();
    }
    return ending;
}

}  // namespace

Result<Ending> close(const store::Book& book, const store::Ref& ref, const Date& day) {
    if (ref.kind == RecordKind::partner) return close_partner(*store::find(book.partners, ref.id), day);
    if (ref.kind == RecordKind::cafe) return close_cafe(*store::find(book.cafes, ref.id));
    if (ref.kind == RecordKind::person) return end_all_functions(book, ref.id, day);
    static constexpr Phrase<std::string> stays{"{} ne se range pas", "{} cannot be archived"};
    static constexpr Phrase<> what_is{
        "un partenaire, un café ou une personne se range ; un réglage s'ouvre avec « cafe edit »",
        "a partner, a café or a person can be archived; settings are opened with 'cafe edit'"};
    return Error{ErrorKind::usage, stays(store::name_of(ref)), what_is()};
}

std::vector<Mention> still_leading_to(const store::Book& book, const store::Ref& ref) {
    std::vector<Mention> found;
    for (Mention& mention : mentions_of(book, ref)) {
        const store::Ref& in = mention.source->ref;
        if (in == ref || in.kind == RecordKind::meeting || in.kind == RecordKind::network) continue;
        if (mention.field.starts_with("contacts.") || mention.field.starts_with("verified.") ||
            mention.field.starts_with("agreement."))
            continue;
        found.push_back(std::move(mention));
    }
    return found;
}

}  // namespace cafe::edit
