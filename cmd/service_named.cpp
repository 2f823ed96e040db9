#include "service_named.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "facts/release.hpp"
#include "facts/service.hpp"
#include "notebook.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> no_fiche{"« {} » n'est pas la fiche d'une structure",
                                       "'{}' is not the record of a partner"};
constexpr Phrase<std::string, std::string> no_service{"{0} n'a pas de service « {1} »", "{0} has no service '{1}'"};
constexpr Phrase<std::string, std::string> several_services{"« {1} » peut être plusieurs services de {0}",
                                                            "'{1}' may be several services of {0}"};
constexpr Phrase<std::string> services_are{"elle a : {}", "it has: {}"};
constexpr Phrase<std::string> none_yet{"les écrire d'abord : cafe edit {}", "write them first: cafe edit {}"};
constexpr Phrase<std::string> no_day{"« {} » n'est pas un jour", "'{}' is not a day"};
constexpr Phrase<> write_day{"comme ceci : 2026-12-19", "like this: 2026-12-19"};

std::string key_of(const model::Service& service) {
    return service.id.empty() ? service.name : service.id;
}

std::vector<std::size_t> services_called(const model::Partner& partner, const std::string& typed) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < partner.services.size(); ++i)
        if (partner.services[i].id == typed) return {i};
    const std::string folded = fold::text(typed);
    const auto wanted = text::words(folded);
    for (std::size_t i = 0; i < partner.services.size(); ++i) {
        const std::string name = fold::text(partner.services[i].name);
        const auto words = text::words(name);
        if (!wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&](std::string_view word) {
                return std::find(words.begin(), words.end(), word) != words.end();
            }))
            found.push_back(i);
    }
    return found;
}

Words those_there_are(const std::string& id, const model::Partner& partner) {
    std::vector<std::string> names;
    for (const model::Service& service : partner.services) names.push_back(utf8::printable(id + "/" + key_of(service)));
    return names.empty() ? none_yet(id) : services_are(text::join(names, ", "));
}

Result<std::string> partner_named(const store::Catalog& catalog, const std::string& typed, const Date& day) {
    const auto ref = resolve(catalog, typed, false, day);
    if (!ref) return ref.error();
    if (ref->kind != model::RecordKind::partner)
        return Error{ErrorKind::reference, no_fiche(utf8::printable(typed)), {}};
    return ref->id;
}

}  // namespace

Result<NamedService> service_named(const store::Catalog& catalog, const std::string& typed, const Date& day) {
    const std::size_t slash = typed.rfind('/');
    const auto whole = partner_named(catalog, typed, day);
    if (whole || slash == std::string::npos) {
        if (!whole) return whole.error();
        const model::Partner& partner = catalog.partner(*whole)->value;
        if (partner.services.size() == 1) return NamedService{*whole, 0};
        return NamedService{*whole, std::nullopt};
    }
    const auto id = partner_named(catalog, typed.substr(0, slash), day);
    if (!id) return id.error();
    const model::Partner& partner = catalog.partner(*id)->value;
    const std::string service = typed.substr(slash + 1);
    const auto found = services_called(partner, service);
    if (found.size() == 1) return NamedService{*id, found.front()};
    return Error{ErrorKind::reference, (found.empty() ? no_service : several_services)(*id, utf8::printable(service)),
                 those_there_are(*id, partner)};
}

std::string name_of(const store::Catalog& catalog, const NamedService& named) {
    if (!named.service) return named.partner;
    return named.partner + "/" + key_of(catalog.partner(named.partner)->value.services[*named.service]);
}

std::string title_of(const store::Catalog& catalog, const NamedService& named) {
    const auto partner = facts::release_partner(catalog, named.partner, {facts::Reader::own, false});
    if (!partner) return named.partner;
    const auto& services = (*partner)->services;
    const std::string service =
        named.service && *named.service < services.size() ? key_of(services[*named.service]) : "";
    return utf8::printable(facts::title_of(**partner, named.partner, service));
}

Result<std::optional<Date>> day_of(const Arguments& arguments, std::string_view option) {
    if (!arguments.has(option)) return std::optional<Date>();
    const std::string typed = arguments.value(option);
    auto day = Date::parse(typed);
    if (!day) day = date_as_spoken(typed);
    if (!day) return Error{ErrorKind::usage, no_day(utf8::printable(typed)), write_day()};
    return day;
}

}  // namespace cafe::cmd
