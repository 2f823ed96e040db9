#include "view/offers.hpp"

#include <algorithm>
#include <set>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "facts/reference.hpp"
#include "model/fields.hpp"
#include "store/book.hpp"
#include "territory/tables.hpp"

namespace cafe::view {

namespace {

namespace tables = territory::tables;
using model::RecordKind;

template <class Says>
void add_record(Offers& found, const store::Ref& ref, const std::string& typed, Says says) {
    // An id that two folders share is told apart by its folder; so is one that is typed with it.
    const std::string value = typed.find('/') == std::string::npos ? ref.id : store::name_of(ref);
    if (value.starts_with(typed)) found.push_back({value, says()});
}

template <class Entries, class Says>
void add_records(Offers& found, const Entries& entries, RecordKind kind, const std::string& typed, Says says) {
    for (const auto& entry : entries) add_record(found, {kind, entry.id}, typed, [&] { return says(entry.value); });
}

// Their names alone are asked for, so that none of them is read.
void add_partners(Offers& found, const store::Catalog& notebook, const std::string& typed) {
    notebook.each_sketch([&](const store::Sketch& fiche) {
        add_record(found, {RecordKind::partner, std::string(fiche.id)}, typed, [&] { return std::string(fiche.name); });
    });
}

template <class Add>
void add_departement(const std::string& code, const std::string& wanted, const Add& add) {
    const auto row = tables::find_departement(code);
    if (!row) return;
    const tables::Departement departement = tables::departement(*row);
    const auto begins = [&](std::string_view name) { return fold::place(name).starts_with(wanted); };
    if (begins(departement.name)) add({territory::AreaKind::departement, "dep:" + std::string(departement.code)}, "");
    std::set<tables::Index> groups;
    for (tables::Index commune = departement.first; commune < departement.end; ++commune)
        if (const auto group = tables::epci_of(commune)) groups.insert(*group);
    for (const tables::Index group : groups)
        if (const tables::Epci epci = tables::epci(group); begins(epci.name))
            add({territory::AreaKind::epci, "epci:" + epci.siren}, "");
    for (tables::Index commune = departement.first; commune < departement.end; ++commune)
        if (const tables::Commune one = tables::commune(commune); begins(one.name))
            add({territory::AreaKind::commune, "insee:" + std::string(one.code)}, "");
}

}  // namespace

Offers offered(const std::vector<std::string_view>& choices, const std::string& typed) {
    Offers found;
    for (const std::string_view choice : choices)
        if (choice.starts_with(typed)) found.push_back({std::string(choice), ""});
    return found;
}

Offers offered_in_list(const std::string& typed, const std::function<Offers(const std::string&)>& make) {
    const std::size_t comma = typed.rfind(',');
    const std::string before = comma == std::string::npos ? "" : typed.substr(0, comma + 1);
    const auto taken = text::split(before, ',');
    Offers found;
    for (const Offer& offer : make(typed.substr(before.size())))
        if (std::find(taken.begin(), taken.end(), offer.value) == taken.end())
            found.push_back({before + offer.value, offer.says});
    return found;
}

Offers offered_paths(Disk& disk, FileKind kind, const std::string& typed) {
    const std::size_t slash = typed.rfind('/');
    const std::string before = slash == std::string::npos ? "" : typed.substr(0, slash + 1);
    const std::string begun = typed.substr(before.size());
    const auto listed = disk.list(before);
    Offers found;
    if (!listed) return found;
    for (const FolderEntry& entry : *listed) {
        const bool folder = entry.kind == FileKind::folder;
        if (!folder && kind == FileKind::folder) continue;
        if (!entry.name.starts_with(begun) || (begun.empty() && entry.name.starts_with("."))) continue;
        found.push_back({before + entry.name + (folder ? "/" : ""), ""});
    }
    return found;
}

Offers Offering::terms(model::VocabularyKind kind, const std::string& typed) const {
    const model::Vocabulary vocabulary = notebook_ != nullptr ? notebook_->vocabulary() : store::builtin_vocabulary();
    Offers found;
    for (const std::string& id : vocabulary.ids(kind))
        if (id.starts_with(typed)) found.push_back({id, vocabulary.label(kind, id).in(lang_)});
    return found;
}

Offers Offering::references(const std::string& typed) const {
    if (notebook_ == nullptr) return {};
    const auto name = [](const auto& record) { return record.name; };
    Offers found;
    add_partners(found, *notebook_, typed);
    add_records(found, notebook_->people(), RecordKind::person, typed, name);
    add_records(found, notebook_->cafes(), RecordKind::cafe, typed, name);
    const Offers met = meetings(typed);
    found.insert(found.end(), met.begin(), met.end());
    return found;
}

std::string Offering::name_of(const model::Meeting& meeting) const {
    if (!meeting.title.empty()) return meeting.title;
    const model::Cafe* held_by = notebook_->cafe(meeting.cafe);
    return held_by == nullptr ? "" : held_by->name;
}

Offers Offering::people_and_partners(const std::string& typed) const {
    if (notebook_ == nullptr) return {};
    const auto name = [](const auto& record) { return record.name; };
    Offers found;
    add_records(found, notebook_->people(), RecordKind::person, typed, name);
    add_partners(found, *notebook_, typed);
    return found;
}

Offers Offering::meetings(const std::string& typed) const {
    if (notebook_ == nullptr) return {};
    Offers found;
    add_records(found, notebook_->meetings(), RecordKind::meeting, typed,
                [&](const model::Meeting& meeting) { return name_of(meeting); });
    std::reverse(found.begin(), found.end());
    std::vector<std::string> holders;
    for (const auto& entry : notebook_->cafes()) holders.push_back(entry.id);
    holders.emplace_back("reseau");
    for (const std::string& holder : holders)
        for (const auto* which : {":next", ":last"}) {
            const std::string value = holder + which;
            if (!value.starts_with(typed)) continue;
            const auto ref = facts::resolve(*notebook_, value, false, day_);
            const model::Meeting* meeting = ref ? notebook_->meeting(ref->id) : nullptr;
            if (meeting == nullptr) continue;
            const std::string day = meeting->date ? long_date(*meeting->date).in(lang_) + ", " : "";
            found.push_back({value, day + name_of(*meeting)});
        }
    return found;
}

Offers Offering::services(const std::string& typed) const {
    if (notebook_ == nullptr) return {};
    Offers found;
    const bool whole = typed.find('/') != std::string::npos;
    for (const store::PartnerEntry& entry : notebook_->partners()) {
        if (!whole && !entry.id.starts_with(typed)) continue;
        for (const model::Service& service : entry.value.services) {
            const std::string name = entry.id + "/" + service.id;
            if (!service.id.empty() && name.starts_with(typed)) found.push_back({name, service.name});
        }
    }
    return found;
}

Offers Offering::trainings(const std::string& typed) const {
    if (notebook_ == nullptr) return {};
    Offers found;
    for (const model::Training& training : notebook_->network().trainings)
        if (fold::text(training.title).starts_with(fold::text(typed))) found.push_back({training.title, ""});
    return found;
}

Offers Offering::mailing_lists(const std::string& typed) const {
    if (notebook_ == nullptr) return {};
    std::set<std::string> names;
    for (const auto& person : notebook_->people())
        for (const std::string& list : person.value.lists)
            if (list.starts_with(typed)) names.insert(list);
    Offers found;
    for (const std::string& name : names) found.push_back({name, ""});
    return found;
}

Offers Offering::cafes(const std::string& typed) const {
    if (notebook_ == nullptr) return {};
    Offers found;
    add_records(found, notebook_->cafes(), RecordKind::cafe, typed, [](const auto& cafe) { return cafe.name; });
    return found;
}

Offers Offering::network(const std::string& typed) const {
    constexpr std::string_view network = "reseau";
    constexpr model::Label says{"les réunions de tout le réseau", "the meetings of the whole network"};
    if (notebook_ == nullptr || !network.starts_with(typed)) return {};
    return {{std::string(network), std::string(says.in(lang_))}};
}

Offers Offering::areas(const std::string& typed) const {
    if (notebook_ == nullptr) return {};
    const territory::Territory& territory = notebook_->territory();
    const std::string wanted = fold::place(typed);
    Offers found;
    const auto add = [&](const territory::AreaRef& area, const std::string& id) {
        const std::string name = territory.name(area);
        if (!id.starts_with(typed) && !fold::place(name).starts_with(wanted)) return;
        // A name that others bear too is not offered: its code is.
        const auto meant = territory.resolve(name, territory::Spoken::command_line);
        const auto* one = std::get_if<territory::AreaRef>(&meant);
        const bool plain = one != nullptr && *one == area && !id.starts_with(typed);
        const std::string value = plain || (id.empty() && one != nullptr && *one == area) ? name
                                  : id.empty()                                            ? area.code
                                                                                          : id;
        found.push_back({value, value == name ? territory.detail(area).in(lang_)
                                              : name + " (" + territory.detail(area).in(lang_) + ")"});
    };
    for (const territory::AreaRef& area : territory.own_areas()) add(area, area.code);
    if (wanted.empty()) return found;
    for (const std::string& code : notebook_->settings().departments) add_departement(code, wanted, add);
    return found;
}

}  // namespace cafe::view
