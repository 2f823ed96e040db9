#include "query/texts.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

#include "model/fields.hpp"
#include "model/languages.hpp"

namespace cafe::query {

namespace {

using model::Field;
using model::Shape;

void add_searched(const Shape& shape, const Searched& above, std::vector<Searched>& found) {
    for (const Field& field : shape.fields) {
        const bool is_text = field.storage == model::Storage::text || field.storage == model::Storage::texts;
        if (field.search_weight == 0 || (field.shape == nullptr && !is_text)) continue;
        Searched here = above;
        here.way.push_back(&field);
        here.weight *= field.search_weight;
        here.in_service = above.in_service || field.shape == model::service_shape;
        // Whoever is named by a reference answers under the name of the list: "contacts".
        if (field.type != model::Type::reference && !(here.in_service && !above.in_service))
            here.path += (here.path.empty() ? "" : ".") + std::string(field.key);
        if (field.shape == nullptr)
            found.push_back(std::move(here));
        else
            add_searched(field.shape(), here, found);
    }
}

// Who is named by a reference, or nobody.
using PersonCalled = std::function<const model::Person*(const std::string& id)>;

class Gatherer {
public:
    explicit Gatherer(PersonCalled person) : person_(std::move(person)) {}

    // All that the values of one field say, from the owner of a step on.
    void add(const Searched& searched, std::size_t step, const void* owner) {
        const Field& field = *searched.way[step];
        const std::size_t count = field.count(owner);
        const bool is_services = field.shape == model::service_shape;
        for (std::size_t i = 0; i < count; ++i) {
            const void* value = field.at(owner, i);
            if (is_services) service_ = i;
            if (field.shape == nullptr)
                add_text(searched, field, *static_cast<const std::string*>(value));
            else if (!is_hidden(field.shape(), value))
                add(searched, step + 1, value);
        }
        if (is_services) service_ = std::nullopt;
    }
    std::vector<Text> done() && { return std::move(texts_); }

private:
    // A mapping that says itself that it is nobody's business: a confidential address.
    static bool is_hidden(const Shape& shape, const void* mapping) {
        for (const Field& field : shape.fields)
            if (field.cautious && field.count(mapping) > 0 && *static_cast<const bool*>(field.at(mapping, 0)))
                return true;
        return false;
    }

    void add_text(const Searched& searched, const Field& field, const std::string& text) {
        if (field.type == model::Type::reference) {
            if (const model::Person* person = person_(text)) say(searched, field, person->name);
        } else if (field.type == model::Type::language) {
            // Everybody speaks French.
            if (text == "fr") return;
            for (const Lang lang : {Lang::fr, Lang::en}) say(searched, field, model::language_name(text, lang));
        } else {
            say(searched, field, text);
        }
    }

    void say(const Searched& searched, const Field& field, std::string_view text) {
        if (!text.empty()) texts_.push_back(Text{text, searched.path, service_, searched.weight, field.says_need});
    }

    PersonCalled person_;
    std::vector<Text> texts_;
    std::optional<std::size_t> service_;
};

}  // namespace

std::vector<Searched> searched_fields(const Shape& shape) {
    std::vector<Searched> found;
    add_searched(shape, {}, found);
    // What the fiche says of itself comes before its services: the first of equal weight is given as the reason.
    std::stable_partition(found.begin(), found.end(), [](const Searched& one) { return !one.in_service; });
    return found;
}

namespace {

const std::vector<Searched>& fields_of_partners() {
    static const std::vector<Searched> fields = searched_fields(model::partner_shape());
    return fields;
}

std::vector<Text> gathered(PersonCalled person, const std::vector<Searched>& fields, const void* record) {
    Gatherer texts(std::move(person));
    for (const Searched& searched : fields) texts.add(searched, 0, record);
    return std::move(texts).done();
}

}  // namespace

std::vector<Text> texts_of(const store::Catalog& catalog, const std::vector<Searched>& fields, const void* record) {
    return gathered([&](const std::string& id) { return catalog.person(id); }, fields, record);
}

std::vector<Text> texts_of(const store::Catalog& catalog, const model::Partner& partner) {
    return texts_of(catalog, fields_of_partners(), &partner);
}

std::vector<Text> own_texts_of(const model::Partner& partner) {
    return gathered([](const std::string&) { return nullptr; }, fields_of_partners(), &partner);
}

std::vector<std::string_view> people_named_by(const model::Partner& partner) {
    std::vector<std::string_view> ids;
    static_cast<void>(gathered(
        [&](const std::string& id) {
            ids.push_back(id);
            return nullptr;
        },
        fields_of_partners(), &partner));
    return ids;
}

std::vector<std::string_view> phones_of(const store::Catalog& catalog, const model::Partner& partner) {
    std::vector<std::string_view> phones;
    for (const model::Phone& phone : partner.phones) phones.push_back(phone.number);
    const auto add_professional = [&](const std::optional<model::Referral>& referral) {
        if (referral && referral->professionals) phones.push_back(referral->professionals->phone);
    };
    add_professional(partner.referral);
    for (const model::Service& service : partner.services) add_professional(service.referral);
    for (const model::Contact& contact : partner.contacts)
        if (const model::Person* person = catalog.person(contact.person))
            for (const model::PersonPhone& phone : person->phones) phones.push_back(phone.number);
    return phones;
}

std::string path_of(const Text& text, const model::Partner& partner) {
    if (!text.service) return std::string(text.field);
    const std::string& id = partner.services[*text.service].id;
    return "services." + (id.empty() ? std::to_string(*text.service) : id) + "." + std::string(text.field);
}

}  // namespace cafe::query
