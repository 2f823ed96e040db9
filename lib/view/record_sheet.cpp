#include "view/record_sheet.hpp"

#include <algorithm>
#include <array>

#include "base/date.hpp"
#include "base/text.hpp"
#include "facts/erased.hpp"
#include "store/layout.hpp"
#include "view/hours.hpp"
#include "view/wording.hpp"

namespace cafe::view {

namespace {

using model::Field;
using model::Folder;
using model::Shape;
using model::Type;
using yaml::Kind;
using yaml::Node;

constexpr model::Label yes{"oui", "yes"};
constexpr model::Label no{"non", "no"};

// Who reads: those who keep the notebook, or the partner whose fiche it is.
enum class Readers { keepers, partner };

// What only the notebook needs.
bool is_for_keepers(std::string_view key) {
    constexpr std::array<std::string_view, 8> keys{"id",     "latitude",    "longitude",    "meeting",
                                                   "source", "source_link", "verify_every", "tags"};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// Markdown whose lines were broken to fit an editor, as one line; its lists and empty lines stay.
std::string unwrapped(std::string_view markdown) {
    std::string out;
    for (const std::string_view line : text::split(text::trim(markdown), '\n')) {
        const bool goes_on =
            !line.empty() && std::string_view(" -*+#>0123456789").find(line.front()) == std::string::npos;
        const bool breaks = out.empty() || out.ends_with('\n') || !goes_on;
        if (!out.empty()) out += breaks ? '\n' : ' ';
        out += line;
    }
    return out;
}

class Sheet {
public:
    Sheet(const store::Catalog& catalog, Lang lang, Readers readers = Readers::keepers)
        : catalog_(catalog), lang_(lang), readers_(readers) {}

    /// What fits on lines first, then a section for each list whose items need paragraphs of their own. `title` is the
    /// key that stands above the sheet already.
    [[nodiscard]] std::vector<Block> blocks(const Node& mapping, const Shape& shape, std::string_view title) const {
        Facts sheet;
        std::vector<Block> sections;
        for (const Field& field : shape.fields) {
            const Node* node = field.key == title ? nullptr : mapping.find(field.key);
            if (node == nullptr || is_left_out(field.key)) continue;
            const std::string label = label_of(field);
            if (node->kind == Kind::sequence && !node->items.empty() && tells_much(field))
                sections.push_back({items_of(label, *node, field)});
            else
                add(sheet, label, value(*node, &field));
        }
        for (const yaml::Entry& entry : mapping.entries)
            if (shape.find(entry.key.text) == nullptr) add(sheet, entry.key.text, value(entry.value, nullptr));
        std::vector<Block> all;
        if (!sheet.rows.empty()) all.push_back({std::move(sheet)});
        for (Block& section : sections) all.push_back(std::move(section));
        return all;
    }

private:
    [[nodiscard]] bool is_left_out(std::string_view key) const {
        return readers_ == Readers::partner && is_for_keepers(key);
    }

    // A letter begins its lines with a capital.
    [[nodiscard]] std::string label_of(const Field& field) const {
        const std::string label(field.label.in(lang_));
        return readers_ == Readers::partner ? capitalised(label) : label;
    }

    // Services, questions, the round table: an item holds records of its own or free text.
    static bool tells_much(const Field& field) {
        if (field.shape == nullptr || field.storage == model::Storage::keyed) return false;
        const std::vector<Field>& inner = field.shape().fields;
        return std::any_of(inner.begin(), inner.end(),
                           [](const Field& each) { return each.shape != nullptr || each.type == Type::markdown; });
    }

    [[nodiscard]] Section items_of(const std::string& label, const Node& list, const Field& field) const {
        Section section;
        section.title = label;
        if (readers_ == Readers::partner) section.level = 3;  // below the letter's own
        for (const Node& item : list.items) {
            if (item.kind != Kind::mapping) {
                section.blocks.push_back({Paragraph{value(item, &field)}});
                continue;
            }
            const Field* main = field.shape().main();
            const Node* heading = main == nullptr ? nullptr : item.find(main->key);
            if (heading != nullptr) section.blocks.push_back({Heading{value(*heading, main, " ; ")}});
            std::vector<Block> inner =
                blocks(item, field.shape(), heading == nullptr ? "" : std::string_view(main->key));
            section.blocks.push_back({Quote{std::move(inner)}});
        }
        return section;
    }

    static void add(Facts& sheet, std::string label, Text text) {
        if (!text.empty()) sheet.rows.emplace_back(std::move(label), std::move(text));
    }

    [[nodiscard]] std::string name_in(Folder folder, const std::string& id) const {
        switch (folder) {
            case Folder::partners:
                if (const auto* entry = catalog_.partner(id)) return entry->value.name;
                break;
            case Folder::people:
                if (const auto* person = catalog_.person(id)) return person->name;
                break;
            case Folder::cafes:
                if (const auto* cafe = catalog_.cafe(id)) return cafe->name;
                break;
            case Folder::meetings:
            case Folder::none: break;
        }
        const auto erased = facts::erased_name(catalog_, id);
        return erased ? erased->in(lang_) : std::string();
    }

    [[nodiscard]] Text scalar(const std::string& written, const Field* field) const {
        if (written.empty()) return {};
        if (field == nullptr) return plain(written);
        for (const model::Choice& choice : field->choices)
            if (choice.value == written) return plain(std::string(choice.label.in(lang_)));
        switch (field->type) {
            case Type::boolean:
                return plain(std::string(written == "true"    ? yes.in(lang_)
                                         : written == "false" ? no.in(lang_)
                                                              : written));
            case Type::date:
                if (const auto date = Date::parse(written)) return plain(plain_date(*date).in(lang_));
                break;
            case Type::term: return plain(catalog_.vocabulary().label(field->vocabulary, written).in(lang_));
            case Type::hours: return plain(hours_in_a_line(written, lang_));
            case Type::phone: return to_phone(written);
            case Type::email: return to_mail(written);
            case Type::url: return to_web(written);
            case Type::reference: {
                std::string name = name_in(field->folder, written);
                if (name.empty()) name = name_in(field->other_folder, written);
                if (!name.empty() && readers_ == Readers::partner) return plain(name);
                if (!name.empty()) return plain(name) + quiet(" (" + written + ")");
                break;
            }
            case Type::markdown:
                if (readers_ == Readers::partner) return plain(unwrapped(written));
                break;
            default: break;
        }
        return plain(std::string(text::trim(written)));
    }

    // An address as it stands on an envelope.
    [[nodiscard]] static Text envelope(const Node& address) {
        const auto part = [&](std::string_view key) {
            const Node* node = address.find(key);
            return node != nullptr && node->kind == Kind::scalar ? node->text : std::string();
        };
        std::vector<Text> lines;
        for (const std::string& line :
             {part("extra"), part("street"), part("postcode") + " " + part("commune"), part("mail")})
            if (!text::trim(line).empty()) lines.push_back(plain(text::replace_all(text::trim(line), "\n", ", ")));
        return join(lines, ", ");
    }

    // The main value, then the rest as « label : value ».
    [[nodiscard]] Text mapping(const Node& node, const Shape& shape) const {
        const std::string inner = " ; ";
        const Field* main = shape.main();
        std::vector<Text> parts;
        if (main != nullptr)
            if (const Node* value_of_main = node.find(main->key)) parts.push_back(value(*value_of_main, main, inner));
        for (const yaml::Entry& entry : node.entries) {
            const Field* field = shape.find(entry.key.text);
            if ((field != nullptr && field == main) || is_left_out(entry.key.text)) continue;
            Text said = value(entry.value, field, inner);
            if (said.empty()) continue;
            const std::string label = field == nullptr ? entry.key.text : std::string(field->label.in(lang_));
            parts.push_back(quiet(label + (lang_ == Lang::fr ? " : " : ": ")) + std::move(said));
        }
        return join(parts, " · ");
    }

    // `between` parts the items of a list of texts: a line each at the top, « ; » inside an item.
    [[nodiscard]] Text value(const Node& node, const Field* field, const std::string& between = "\n") const {
        const bool records = field != nullptr && field->shape != nullptr;
        switch (node.kind) {
            case Kind::empty: return {};
            case Kind::scalar: return scalar(node.text, records ? field->shape().main() : field);
            case Kind::mapping:
                if (field != nullptr && field->storage == model::Storage::keyed) return keyed(node, *field);
                if (readers_ == Readers::partner && field != nullptr && field->key == "address") return envelope(node);
                return mapping(node, records ? field->shape() : no_shape());
            case Kind::sequence: break;
        }
        std::vector<Text> items;
        for (const Node& item : node.items) {
            if (item.kind == Kind::mapping)
                items.push_back(mapping(item, records ? field->shape() : no_shape()));
            else
                items.push_back(value(item, field));
        }
        const bool short_words =
            field != nullptr && !records && field->type != Type::line && field->type != Type::markdown;
        return join(items, short_words ? ", " : between);
    }

    [[nodiscard]] Text keyed(const Node& node, const Field& field) const {
        std::vector<Text> items;
        for (const yaml::Entry& entry : node.entries) {
            Text said = field.shape != nullptr && entry.value.kind == Kind::mapping
                            ? mapping(entry.value, field.shape())
                            : value(entry.value, nullptr);
            items.push_back(strong(entry.key.text + (lang_ == Lang::fr ? " : " : ": ")) + std::move(said));
        }
        return join(items, "\n");
    }

    static const Shape& no_shape() {
        static const Shape none{"", {}};
        return none;
    }

    const store::Catalog& catalog_;
    Lang lang_;
    Readers readers_;
};

}  // namespace

Page record_sheet(const store::Ref& ref, const yaml::Node& tree, const store::Catalog& catalog, Lang lang) {
    Page page;
    page.lang = lang;
    page.kicker = std::string(model::name_of(ref.kind).in(lang));
    page.title = store::name_of(ref);
    page.lead = store::path_of(ref);
    std::string_view titled;
    for (const std::string_view key : {"name", "title"}) {
        const Node* name = tree.find(key);
        if (!titled.empty() || name == nullptr || name->kind != Kind::scalar || name->text.empty()) continue;
        page.title = name->text;
        titled = key;
    }
    page.body = Sheet(catalog, lang).blocks(tree, model::shape_of(ref.kind), titled);
    return page;
}

std::vector<Block> sheet_to_confirm(const yaml::Node& partner, const store::Catalog& catalog, Lang lang) {
    return Sheet(catalog, lang, Readers::partner).blocks(partner, model::partner_shape(), "name");
}

}  // namespace cafe::view
