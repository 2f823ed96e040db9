#include "add_contacts.hpp"

#include "edit/adding.hpp"
#include "edit/create.hpp"
#include "store/layout.hpp"

namespace cafe::cmd {

namespace {

Result<std::string> person_named(World& world, const store::Book& book, const store::Catalog& catalog,
                                 const std::string& typed, store::Changes& files) {
    if (catalog.person(typed) != nullptr) return typed;
    const auto contact = edit::contact_of(typed);
    if (!contact) return contact.error();
    const auto known = edit::known_person(catalog, *contact);
    if (!known) return known.error();
    if (!known->empty()) {
        static constexpr Phrase<std::string> taken{"{} existe déjà : repris tel quel",
                                                   "{} already exists: used as it is"};
        world.say(taken("people/" + *known));
        return *known;
    }
    Map person{Member{"name", contact->name}};
    if (!contact->email.empty()) person.push_back(Member{"emails", Value{List{Value{contact->email}}}});
    const std::string id = edit::free_id(book, files, model::RecordKind::person, contact->name);
    files.push_back({store::path_of({model::RecordKind::person, id}), std::nullopt,
                     edit::create(model::RecordKind::person, Value{std::move(person)})});
    return id;
}

}  // namespace

Result<std::vector<edit::Edit>> contacts_to_add(World& world, const Arguments& arguments, const store::Book& book,
                                                const store::Catalog& catalog, store::Changes& files) {
    std::vector<edit::Edit> found;
    const auto contacts = arguments.values("--contact");
    const auto roles = arguments.values("--role");
    for (std::size_t i = 0; i < contacts.size(); ++i) {
        const auto person = person_named(world, book, catalog, contacts[i], files);
        if (!person) return person.error();
        Map contact{Member{"person", *person}};
        if (i < roles.size() && !roles[i].empty()) contact.push_back(Member{"role", roles[i]});
        found.push_back({{{"contacts"}}, edit::Op::add, Value{List{Value{std::move(contact)}}}});
    }
    return found;
}

}  // namespace cafe::cmd
