#include <algorithm>

#include "change.hpp"
#include "checking.hpp"
#include "facts/quality.hpp"
#include "notebook.hpp"
#include "output.hpp"

namespace cafe::cmd {

namespace {

constexpr model::Label score_title{"note", "score"};
constexpr model::Label record_title{"fiche", "record"};
constexpr model::Label next_title{"ensuite", "next"};

const model::Shape& quality_shape() {
    static const model::Shape shape = [] {
        model::Shape made{"quality", {}};
        for (const auto* key : {"name", "quality", "next"}) {
            model::Field field;
            field.key = key;
            if (field.key == "quality") {
                field.type = model::Type::number;
                field.storage = model::Storage::number;
            }
            made.fields.push_back(field);
        }
        return made;
    }();
    return shape;
}

}  // namespace

Result<int> show_quality(World& world, const Arguments& arguments) {
    const auto book = open_book(world);
    if (!book) return book.error();
    const auto selection = selection_of(world, *book, arguments.words);
    if (!selection) return selection.error();
    const auto is_left_out = [&](const store::Ref& ref) {
        return ref.kind == model::RecordKind::partner && selection->takes(store::path_of(ref));
    };
    const auto left_out = std::count_if(book->unreadable.begin(), book->unreadable.end(), is_left_out);
    say_left_out(world, static_cast<std::size_t>(left_out));
    struct Row {
        const store::Record<model::Partner>* partner;
        facts::Quality quality;
    };
    std::vector<Row> rows;
    for (const auto& partner : book->partners)
        if (model::status_of(partner.value.status) != model::Status::closed &&
            selection->takes(store::path_of({model::RecordKind::partner, partner.id})))
            rows.push_back({&partner, facts::quality(partner.value, today(world))});
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return a.quality.score < b.quality.score; });
    Listing listing{"cafe/quality/1", &quality_shape(), {}, {}};
    listing.columns = {{std::string(score_title.in(world.lang)), {}},
                       {std::string(record_title.in(world.lang)), {}},
                       {std::string(next_title.in(world.lang)), {}}};
    for (const Row& row : rows) {
        const std::string next = row.quality.weakest ? facts::next_step(*row.quality.weakest).in(world.lang) : "";
        listing.columns[0].cells.push_back(std::to_string(row.quality.score));
        listing.columns[1].cells.push_back(row.partner->id);
        listing.columns[2].cells.push_back(next);
        listing.records.push_back({row.partner->id, mapping_of({{"name", row.partner->value.name},
                                                                {"quality", std::to_string(row.quality.score)},
                                                                {"next", next}})});
    }
    const auto printed = print_listing(world, arguments, listing);
    return printed ? Result<int>(0) : printed;
}

}  // namespace cafe::cmd
