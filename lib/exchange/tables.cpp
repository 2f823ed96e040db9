#include "exchange/tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "exchange/fiches.hpp"
#include "model/fields.hpp"

namespace cafe::exchange {

namespace {

using model::Field;
using model::Shape;
using model::Storage;

constexpr std::string_view between = " ; ";

// A column and the rows of the field list that lead to it.
struct Column {
    std::string title;
    std::vector<const Field*> way;
};

// What never leaves a notebook has no column: it would be empty in every file.
bool leaves(const Field& field) {
    return !field.internal && field.seen != model::Audience::private_;
}

// Columns of a shape, in its order; `apart` are lists that have a sheet of their own.
void add_columns(const Shape& shape, const std::string& prefix, std::vector<const Field*>& way,
                 const std::set<std::string_view>& apart, std::vector<Column>& columns) {
    for (const Field& field : shape.fields) {
        if (!leaves(field) || field.count == nullptr || (prefix.empty() && apart.count(field.key) > 0)) continue;
        way.push_back(&field);
        const std::string path = prefix + std::string(field.key);
        if (field.shape == nullptr) {
            const bool main = way.size() > 1 && way[way.size() - 2]->list && &field == shape.main();
            columns.push_back({main ? prefix.substr(0, prefix.size() - 1) : path, way});
        } else {
            add_columns(field.shape(), path + ".", way, apart, columns);
        }
        way.pop_back();
    }
}

std::vector<Column> columns_of(const Shape& shape, const std::set<std::string_view>& apart = {}) {
    std::vector<Column> columns;
    std::vector<const Field*> way;
    add_columns(shape, "", way, apart, columns);
    return columns;
}

std::string scalar(const Field& field, const void* value) {
    switch (field.storage) {
        case Storage::number: return std::to_string(*static_cast<const int*>(value));
        case Storage::decimal: return fmt::format("{}", *static_cast<const double*>(value));
        case Storage::boolean: return *static_cast<const bool*>(value) ? "true" : "false";
        case Storage::date: return static_cast<const Date*>(value)->iso();
        default: return *static_cast<const std::string*>(value);
    }
}

std::string in_list(const std::string& item) {
    return text::replace_all(item, between, " \\; ");
}

std::string list_of_texts(const Field& field, const void* owner) {
    std::vector<std::string> items;
    for (std::size_t i = 0; i < field.count(owner); ++i) items.push_back(in_list(scalar(field, field.at(owner, i))));
    return text::join(items, between);
}

std::string cell(const void* owner, const std::vector<const Field*>& way, std::size_t step = 0) {
    const Field& field = *way[step];
    const std::size_t count = field.count(owner);
    if (step + 1 == way.size()) {
        if (field.list) return list_of_texts(field, owner);
        return count == 0 ? std::string() : scalar(field, field.at(owner, 0));
    }
    if (!field.list) return count == 0 ? std::string() : cell(field.at(owner, 0), way, step + 1);
    // Item by item, so that what stands beside each other belongs together: an empty first one has its place too. A
    // list where nobody says it is empty.
    std::string items;
    bool said = false;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string item = in_list(cell(field.at(owner, i), way, step + 1));
        if (i > 0) items += between;
        items += item;
        said = said || !item.empty();
    }
    return said ? items : std::string();
}

std::vector<std::string> row_of(std::vector<std::string> first, const void* owner, const std::vector<Column>& columns) {
    for (const Column& column : columns) first.push_back(cell(owner, column.way));
    return first;
}

view::Sheet empty_sheet(std::string name, std::vector<std::string> first, const std::vector<Column>& columns) {
    view::Sheet sheet{std::move(name), std::move(first), {}};
    for (const Column& column : columns) sheet.titles.push_back(column.title);
    return sheet;
}

// The five sheets, and what each column holds.
struct Tables {
    std::array<view::Sheet, 5> sheets;
    std::array<std::vector<const Field*>, 5> fields;  // of each column; null: an id or a word
};

std::vector<const Field*> last_fields(std::size_t first, const std::vector<Column>& columns) {
    std::vector<const Field*> fields(first, nullptr);
    for (const Column& column : columns) fields.push_back(column.way.back());
    return fields;
}

view::Sheet themes_sheet(const Edition& edition) {
    view::Sheet sheet{"Thèmes", {"id", "label.fr", "label.en", "family", "di"}, {}};
    for (const model::Family& family : edition.catalog.vocabulary().families) {
        sheet.rows.push_back({family.id, family.label.fr, family.label.en, "", text::join(family.di, between)});
        for (const model::Term& theme : family.children)
            sheet.rows.push_back({theme.id, theme.label.fr, theme.label.en, family.id, text::join(theme.di, between)});
    }
    return sheet;
}

class Writer {
public:
    Writer(const Edition& edition, Account& account) : edition_(edition), account_(account) {}

    Tables write() {
        const auto partner_columns = columns_of(model::partner_shape(), {"permanences", "services", "contacts"});
        const auto service_columns = columns_of(model::service_shape());
        const Field* permanences = model::partner_shape().find("permanences");
        const auto permanence_columns = columns_of(permanences->shape());
        const auto person_columns = columns_of(model::person_shape());
        // A function names its person by the row it stands in.
        const auto function_columns = columns_of(model::contact_shape(), {"person"});
        view::Sheet partners = empty_sheet("Partenaires", {"id"}, partner_columns);
        view::Sheet services = empty_sheet("Services", {"partner"}, service_columns);
        view::Sheet desks = empty_sheet("Permanences", {"partner"}, permanence_columns);
        view::Sheet people = empty_sheet("Personnes", {"id"}, person_columns);
        people.titles.emplace_back("partner");
        for (const Column& column : function_columns) people.titles.push_back(column.title);
        each_fiche(edition_, Way::table, Closed::taken, account_, [&](const Fiche& fiche, Ledger&) {
            const model::Partner& partner = *fiche.partner;
            partners.rows.push_back(row_of({fiche.id}, &partner, partner_columns));
            for (const model::Service& service : partner.services)
                services.rows.push_back(row_of({fiche.id}, &service, service_columns));
            for (const model::Permanence& desk : partner.permanences)
                desks.rows.push_back(row_of({fiche.id}, &desk, permanence_columns));
            for (const model::Contact& contact : partner.contacts)
                add_function(fiche, contact, person_columns, function_columns, people);
            for (std::size_t i = 0; i < partner.services.size(); ++i) account_.service();
            return true;
        });
        add_others(person_columns, people);
        std::stable_sort(people.rows.begin(), people.rows.end(),
                         [](const auto& a, const auto& b) { return a.front() < b.front(); });
        Tables made{
            {std::move(partners), std::move(services), std::move(desks), std::move(people), themes_sheet(edition_)},
            {last_fields(1, partner_columns), last_fields(1, service_columns), last_fields(1, permanence_columns),
             last_fields(1, person_columns), std::vector<const Field*>(5, nullptr)}};
        made.fields[3].push_back(nullptr);
        for (const Column& column : function_columns) made.fields[3].push_back(column.way.back());
        return made;
    }

private:
    void add_function(const Fiche& fiche, const model::Contact& contact, const std::vector<Column>& person_columns,
                      const std::vector<Column>& function_columns, view::Sheet& people) {
        const auto person =
            facts::release_person(edition_.catalog, contact.person, {edition_.reader, false, edition_.today});
        // The gate let the function through: words in the place of a person stay words.
        static const model::Person nobody;
        auto row = row_of({contact.person}, person ? &**person : &nobody, person_columns);
        row.push_back(fiche.id);
        for (const Column& column : function_columns) row.push_back(cell(&contact, column.way));
        people.rows.push_back(std::move(row));
        if (person) named_.insert(contact.person);
    }

    // People without a function in these fiches, when all fiches were asked for.
    void add_others(const std::vector<Column>& person_columns, view::Sheet& people) {
        if (edition_.ids.size() != edition_.catalog.partners().size()) return;
        for (const auto& entry : edition_.catalog.people()) {
            if (named_.count(entry.id) > 0) continue;
            const auto person =
                facts::release_person(edition_.catalog, entry.id, {edition_.reader, false, edition_.today});
            if (!person) continue;
            auto row = row_of({entry.id}, &**person, person_columns);
            row.resize(people.titles.size());
            people.rows.push_back(std::move(row));
        }
    }

    const Edition& edition_;
    Account& account_;
    std::set<std::string> named_;
};

// ---- datapackage.json (Frictionless Data Package 1) ----------------------------------------------------------------

std::string_view type_of(const Field* field) {
    if (field == nullptr || field->list) return "string";
    switch (field->storage) {
        case Storage::number: return "integer";
        case Storage::decimal: return "number";
        case Storage::boolean: return "boolean";
        case Storage::date: return "date";
        default: return "string";
    }
}

view::Data resource_of(const view::Sheet& sheet, const std::vector<const Field*>& fields, const std::string& file,
                       const Edition& edition) {
    view::DataList columns;
    for (std::size_t i = 0; i < sheet.titles.size(); ++i) {
        const Field* field = fields[i];
        // A value of a list's items is several in a cell.
        const bool several = sheet.titles[i].find('.') != std::string::npos || (field != nullptr && field->list);
        view::DataObject column;
        column.put("name", sheet.titles[i]).put("type", several ? std::string_view("string") : type_of(field));
        if (field != nullptr) column.add("title", field->label.in(edition.lang));
        columns.push_back(column.done());
    }
    view::DataObject dialect;
    dialect.put("delimiter", edition.choices.excel ? ";" : ",");
    return view::DataObject()
        .put("name", fold::slug(sheet.name))
        .put("title", sheet.name)
        .put("path", file)
        .put("profile", "tabular-data-resource")
        .put("encoding", "utf-8")
        .put("dialect", dialect.done())
        .put("schema", view::DataObject().put("fields", std::move(columns)).done())
        .done();
}

}  // namespace

Result<std::vector<Part>> table_workbook(const Edition& edition, Account& account) {
    Tables tables = Writer(edition, account).write();
    view::Workbook book;
    for (view::Sheet& sheet : tables.sheets) book.push_back(std::move(sheet));
    return std::vector<Part>{{"partenaires.xlsx", std::move(book)}};
}

Result<std::vector<Part>> table_files(const Edition& edition, Account& account) {
    Tables tables = Writer(edition, account).write();
    std::vector<Part> parts;
    view::DataList resources;
    for (std::size_t i = 0; i < tables.sheets.size(); ++i) {
        view::Sheet& sheet = tables.sheets[i];
        const std::string file = fold::slug(sheet.name) + ".csv";
        resources.push_back(resource_of(sheet, tables.fields[i], file, edition));
        parts.push_back({file, Table{std::move(sheet), edition.choices.excel}});
    }
    view::DataObject package;
    package.put("name", "annuaire").add("title", edition.catalog.settings().name);
    package.put("profile", "tabular-data-package").put("resources", std::move(resources));
    parts.push_back({"datapackage.json", package.done()});
    return parts;
}

}  // namespace cafe::exchange
