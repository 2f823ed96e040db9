#include "show_all.hpp"

#include "erasure.hpp"
#include "facts/withhold.hpp"
#include "indexed.hpp"
#include "model/fields.hpp"
#include "notebook.hpp"
#include "render/json.hpp"
#include "render/record_json.hpp"
#include "render/terminal.hpp"
#include "store/layout.hpp"
#include "view/held.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> of_people{
    "--all et --letter montrent ce que le carnet garde sur une personne ; {} n'en est pas une",
    "--all and --letter show what the notebook holds about a person; {} is not one"};
constexpr Phrase<std::string> plainly{"cafe show {}", "cafe show {}"};

render::Json places_json(const view::Held& held) {
    std::vector<render::Json> places;
    for (const auto* list : {&held.named, &held.spoken})
        for (const view::HeldPlace& place : *list)
            places.push_back(
                render::JsonObject().add("file", place.file).add("field", place.field).add("text", place.text).done());
    return render::json_lines(places);
}

}  // namespace

Result<int> show_all(World& world, const Arguments& arguments) {
    auto loaded = open_book_to_ask(world);
    if (!loaded) return loaded.error();
    const store::Book book =
        facts::for_reader(std::move(*loaded), {facts::Reader::own, arguments.has("--reveal")}).book;
    const store::Catalog catalog(book);
    const auto ref = resolve(catalog, arguments.words.front(), true, today(world));
    if (!ref) return ref.error();
    if (ref->kind != model::RecordKind::person)
        return Error{ErrorKind::usage, of_people(store::name_of(*ref)), plainly(store::name_of(*ref))};
    if (arguments.has("--json")) {
        const view::Held held = view::held_about(book, ref->id);
        render::JsonObject document;
        document.add("schema", "cafe/show/1")
            .add("record", render::record_json(ref->id, *catalog.tree(*ref), model::shape_of(ref->kind)))
            .add("everywhere", places_json(held));
        for (const auto& [key, value] : members_of({{}, held.handed, {}, {}, {}}, world.lang))
            if (key == "handed") document.add(key, value);
        world.out << render::json_document(document.done());
        return 0;
    }
    const view::Page page = arguments.has("--letter")
                                ? view::access_letter(book, catalog, ref->id, today(world), world.lang)
                                : view::held_page(book, catalog, ref->id, world.lang);
    world.out << render::terminal(page, {world.out_is_terminal ? world.width : 0, world.colour});
    return 0;
}

}  // namespace cafe::cmd
