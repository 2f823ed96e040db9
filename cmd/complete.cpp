// Completion of the command line: what may stand where the cursor is. The stubs in cmd/completion hand over the words.
#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "check/check.hpp"
#include "complete_line.hpp"
#include "complete_words.hpp"
#include "indexed.hpp"
#include "model/fields.hpp"
#include "model/path.hpp"
#include "notebook.hpp"
#include "store/together.hpp"
#include "view/offers.hpp"
#include "view/subjects.hpp"

namespace cafe::cmd {

namespace {

using model::VocabularyKind;
using view::Offer;
using view::Offers;
using view::Subject;
using view::subject_called;
using view::subjects;

/// The offers for one word, made from the declarations and from the notebook around it, if it can be read.
class Completer {
public:
    Completer(World& world, CommandLine line) : world_(world), line_(std::move(line)) {}

    Offers at(const std::string& typed) {
        if (line_.pending != nullptr && is_query(line_.pending->placeholder)) return query_words(typed);
        if (line_.pending != nullptr) return values(line_.pending->value, line_.pending->choices, typed);
        const std::size_t equals = typed.find('=');
        if (!line_.options_ended && typed.starts_with("--") && equals != std::string::npos)
            return value_behind(typed.substr(0, equals + 1), typed.substr(equals + 1));
        if (!line_.options_ended && typed.starts_with("-")) return offered_options(line_, world_.lang, typed);
        if (line_.command == nullptr) return offered_commands(line_.heads, world_.lang, typed);
        return words(typed);
    }

private:
    Offers value_behind(const std::string& name, const std::string& typed) {
        const Option* option = find_option(line_.command, std::string_view(name).substr(0, name.size() - 1));
        if (option == nullptr || option->value == ValueKind::none) return {};
        Offers found = values(option->value, option->choices, typed);
        for (Offer& offer : found) offer.value.insert(0, name);
        return found;
    }

    Offers words(const std::string& typed) {
        const Command& command = *line_.command;
        if (command.most >= 0 && line_.words.size() >= static_cast<std::size_t>(command.most)) return {};
        if (command.word == ValueKind::topic) return offered_topics(line_.words, world_.lang, typed);
        Offers found;
        if (line_.words.empty()) found = values(ValueKind::choice, command.first_words, typed);
        const bool later = !line_.words.empty() && !command.further.empty();
        const bool by_query = line_.given.contains("--where") && !command.further.empty();
        const ValueKind kind = by_query ? command.further.back()
                               : later  ? command.further[std::min(line_.words.size(), command.further.size()) - 1]
                                        : command.word;
        return joined(std::move(found),
                      is_query(command.arguments) ? query_words(typed) : values(kind, command.last_words, typed));
    }

    // What is asked in the words of a query says so in the help: QUERY, or the QUESTION of find.
    static bool is_query(const Label& placeholder) {
        return placeholder.en.find("QUERY") != std::string_view::npos ||
               placeholder.en.find("QUESTION") != std::string_view::npos;
    }

    // The fields that have words of their own, and behind the colon those words. A name with a blank would need quotes
    // inside of the word, so it is left to be typed.
    Offers query_words(const std::string& typed) {
        struct Field {
            std::string_view name;
            ValueKind value;
            Label says;
        };
        static constexpr std::array fields{
            Field{"theme:", ValueKind::theme, {"un thème, ou un mot qui le dit", "a theme, or a word for it"}},
            Field{"public:", ValueKind::public_, {"pour ces personnes", "for these people"}},
            Field{"kind:", ValueKind::kind, {"le genre de partenaire", "the kind of partner"}},
            Field{"in:", ValueKind::area, {"qui couvre toute la zone", "who serves all of the area"}},
            Field{"touches:", ValueKind::area, {"qui en couvre une partie", "who serves a part of it"}},
        };
        Offers found;
        for (const Field& field : fields) {
            if (!typed.starts_with(field.name)) {
                if (!typed.empty() && field.name.starts_with(typed))
                    found.push_back({std::string(field.name), std::string(field.says.in(world_.lang))});
                continue;
            }
            for (Offer& offer : values(field.value, {}, typed.substr(field.name.size())))
                if (offer.value.find(' ') == std::string::npos)
                    found.push_back({std::string(field.name) + offer.value, offer.says});
        }
        return found;
    }

    Offers values(ValueKind kind, const std::vector<std::string_view>& choices, const std::string& typed) {
        switch (kind) {
            case ValueKind::choice: return view::offered(choices, typed);
            case ValueKind::theme: return terms(VocabularyKind::themes, typed);
            case ValueKind::public_: return terms(VocabularyKind::publics, typed);
            case ValueKind::kind: return terms(VocabularyKind::kinds, typed);
            case ValueKind::area: return from_notebook().areas(typed);
            case ValueKind::reference: return from_notebook().references(typed);
            case ValueKind::meeting: return from_notebook().meetings(typed);
            case ValueKind::cafe: return cafes(typed);
            case ValueKind::field: return fields(typed);
            case ValueKind::assignment: return assignments(typed);
            case ValueKind::record_or_set: return records_or_assignments(typed);
            case ValueKind::who: return from_notebook().people_and_partners(typed);
            case ValueKind::explained: return explained(typed);
            case ValueKind::code: return codes(typed);
            case ValueKind::mailing_list: return from_notebook().mailing_lists(typed);
            case ValueKind::letter_template: return letter_templates(typed);
            case ValueKind::training: return from_notebook().trainings(typed);
            case ValueKind::service: return from_notebook().services(typed);
            case ValueKind::file:
            case ValueKind::folder:
                return view::offered_paths(world_.disk, kind == ValueKind::folder ? FileKind::folder : FileKind::file,
                                           typed);
            case ValueKind::topic: return offered_topics(line_.words, world_.lang, typed);
            case ValueKind::none:
            case ValueKind::text:
            case ValueKind::number:
            case ValueKind::date: break;
        }
        return {};
    }

    Result<store::Sketched> read_notebook() {
        std::vector<std::string> roots;
        for (const std::string& start : line_.starts) {
            auto root = store::find_notebook(world_.disk, start);
            if (!root) return root.error();
            roots.push_back(std::move(*root));
        }
        return load_sketched_to_ask(world_, roots, {world_.threads, {}});
    }

    // The notebook, read once and never written to; null when there is none that can be read.
    const store::Catalog* catalog() {
        if (tried_) return catalog_.get();
        tried_ = true;
        auto notebook = read_notebook();
        if (!notebook) return nullptr;
        const std::string& zone = notebook->book.settings.value.timezone;
        if (const auto asked = Date::parse(line_.today)) world_.today = *asked;
        if (!world_.today) world_.today = world_.clock(zone.empty() ? "Europe/Paris" : zone);
        world_.kept.push_back(catalog_ = std::make_shared<const store::Catalog>(std::move(*notebook)));
        return catalog_.get();
    }

    view::Offering from_notebook() {
        const store::Catalog* notebook = catalog();
        return {notebook, world_.lang, today(world_)};
    }

    Offers terms(VocabularyKind kind, const std::string& typed) { return from_notebook().terms(kind, typed); }

    // Meetings may also be the whole network's; whom to write to is said by a café alone.
    Offers cafes(const std::string& typed) {
        Offers found = from_notebook().cafes(typed);
        return line_.command->name.starts_with("meeting ") ? joined(std::move(found), from_notebook().network(typed))
                                                           : found;
    }

    static Offers joined(Offers first, Offers second) {
        first.insert(first.end(), std::make_move_iterator(second.begin()), std::make_move_iterator(second.end()));
        return first;
    }

    Offers records_or_assignments(const std::string& typed) {
        const bool path = typed.find_first_of("=.") != std::string::npos;
        Offers found = path ? Offers{} : from_notebook().references(typed);
        return line_.words.empty() ? found : joined(std::move(found), assignments(typed));
    }

    // The shape of the record that the words before name: its kind for `add`, else the record itself.
    const model::Shape& shape_at_hand() {
        if (line_.words.empty() || line_.given.contains("--where")) return model::partner_shape();
        const std::string& first = line_.words.front();
        if (line_.command->name == "add") {
            const Subject* subject = subject_called(first);
            return subject != nullptr && subject->record ? model::shape_of(*subject->record) : model::partner_shape();
        }
        const store::Catalog* notebook = catalog();
        if (notebook == nullptr) return model::partner_shape();
        const auto ref = resolve(*notebook, first, false, today(world_));
        return ref ? model::shape_of(ref->kind) : model::partner_shape();
    }

    Offers explained(const std::string& typed) {
        Offers found = typed.empty() ? Offers{} : rules_that_begin(fold::text(typed));
        for (const Subject& subject : subjects())
            if (subject.names.front().starts_with(typed)) found.push_back({std::string(subject.names.front()), ""});
        found = joined(std::move(found), fields(typed));
        if (typed.empty()) return found;
        for (const VocabularyKind kind : {VocabularyKind::themes, VocabularyKind::publics, VocabularyKind::kinds})
            found = joined(std::move(found), terms(kind, typed));
        return found;
    }

    Offers assignments(const std::string& typed) {
        const model::Shape& shape = shape_at_hand();
        return typed.find('=') == std::string::npos ? view::offered_fields(shape, world_.lang, typed)
                                                    : from_notebook().assigned_values(shape, typed);
    }

    Offers fields(const std::string& typed) const {
        const Command* command = line_.command;
        const std::string first = line_.words.empty() ? "" : line_.words.front();
        return view::offered_columns(
            command == nullptr || command->shape == nullptr ? model::partner_shape() : command->shape(first),
            world_.lang, typed);
    }

    Offers rules_that_begin(const std::string& folded) const {
        Offers found;
        for (const Rule* rule : check::all_rules())
            if (fold::text(rule->code).starts_with(folded))
                found.push_back({std::string(rule->code), std::string(rule->title(world_.lang))});
        return found;
    }

    Offers codes(const std::string& typed) const {
        return view::offered_in_list(typed,
                                     [&](const std::string& begun) { return rules_that_begin(fold::text(begun)); });
    }

    Offers letter_templates(const std::string& typed) const {
        constexpr std::string_view ending = ".md";
        const auto root = store::find_notebook(world_.disk, line_.starts.front());
        if (!root) return {};
        const auto entries = world_.disk.list(path::join(*root, "templates"));
        Offers found;
        if (!entries) return found;
        for (const FolderEntry& entry : *entries)
            if (entry.kind == FileKind::file && entry.name.ends_with(ending) && entry.name.starts_with(typed))
                found.push_back({entry.name.substr(0, entry.name.size() - ending.size()), ""});
        return found;
    }

    World& world_;
    CommandLine line_;
    bool tried_ = false;
    std::shared_ptr<const store::Catalog> catalog_;
};

// A name of the disk or of a record may hold anything; an offer is one line without a tab.
bool fits_a_line(const std::string& text) {
    return utf8::printable(text) == text && text.find('\t') == std::string::npos;
}

Result<int> run_complete(World& world, const Arguments& arguments) {
    std::vector<std::string> before = arguments.words;
    if (before.empty()) return 0;
    const std::string typed = before.back();
    before.pop_back();
    CommandLine line = read_line(before, world.start);
    if (line.lang == "fr" || line.lang == "en") {
        world.lang = line.lang == "en" ? Lang::en : Lang::fr;
        world.lang_is_chosen = true;
    }
    prefer_notebook_language(world, line.starts.front());
    for (const Offer& offer : Completer(world, std::move(line)).at(typed))
        if (fits_a_line(offer.value))
            world.out << offer.value << '\t' << text::replace_all(utf8::printable(offer.says), "\n", " ") << '\n';
    return 0;
}

}  // namespace

const Command& complete_command() {
    static const Command command{
        .name = "__complete",
        .group = Group::help,
        .summary = {"ce qui peut se trouver là où l'on écrit", "what may stand where one types"},
        .arguments = {"-- MOTS…", "-- WORDS…"},
        .run = run_complete,
        .unites = true,
    };
    return command;
}

}  // namespace cafe::cmd
