// Completion of the command line: what may stand where the cursor is. The stubs in cmd/completion hand over the words.
#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "args.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "check/check.hpp"
#include "help.hpp"
#include "model/fields.hpp"
#include "model/path.hpp"
#include "notebook.hpp"
#include "territory/tables.hpp"
#include "view/subjects.hpp"

namespace cafe::cmd {

namespace {

using view::Subject;
using view::subject_called;
using view::subjects;

namespace tables = territory::tables;
using model::RecordKind;
using model::VocabularyKind;

struct Candidate {
    std::string value;
    std::string says;
};
using Candidates = std::vector<Candidate>;

// What the words before the cursor mean.
struct Line {
    std::vector<std::string> heads;  // words of a command that is not whole yet: "meeting"
    const Command* command = nullptr;
    std::vector<std::string> words;
    const Option* pending = nullptr;  // waits for its value
    std::set<std::string, std::less<>> given;
    bool options_ended = false;
    std::string start;
    std::string lang;
    std::string today;
};

const Option* find_option(const Command* command, std::string_view name) {
    const auto in = [&](const std::vector<Option>& options) -> const Option* {
        for (const Option& option : options)
            if (!name.empty() && (option.name == name || option.long_name == name || letter_of(option) == name))
                return &option;
        return nullptr;
    };
    const Option* own = command == nullptr ? nullptr : in(command->options);
    return own != nullptr ? own : in(global_options());
}

void take_value(Line& line, const Option& option, const std::string& value) {
    if (option.name == "-C") line.start = value;
    if (option.name == "--lang") line.lang = value;
    if (option.name == "--today") line.today = value;
}

void take_word(Line& line, const std::string& word) {
    if (line.command == nullptr || line.words.empty()) {
        line.heads.push_back(word);
        if (const Command* command = command_named(text::join(line.heads, " "))) {
            line.command = command;
            return;
        }
        if (line.command == nullptr) return;
    }
    line.words.push_back(word);
}

void take(Line& line, const std::string& word) {
    if (line.pending != nullptr) {
        take_value(line, *line.pending, word);
        line.pending = nullptr;
        return;
    }
    if (line.options_ended || word.size() < 2 || word[0] != '-') return take_word(line, word);
    if (word == "--") {
        line.options_ended = true;
        return;
    }
    const std::size_t equals = word.find('=');
    const Option* option = find_option(line.command, std::string_view(word).substr(0, equals));
    if (option == nullptr) return;
    line.given.insert(std::string(option->name));
    if (option->value == ValueKind::none) return;
    if (equals == std::string::npos)
        line.pending = option;
    else
        take_value(line, *option, word.substr(equals + 1));
}

/// The candidates for one word, made from the declarations and from the notebook around it, if it can be read.
class Completer {
public:
    Completer(World& world, Line line) : world_(world), line_(std::move(line)) {}

    Candidates at(const std::string& typed) {
        if (line_.pending != nullptr && is_query(line_.pending->placeholder)) return query_words(typed);
        if (line_.pending != nullptr) return values(line_.pending->value, line_.pending->choices, typed);
        const std::size_t equals = typed.find('=');
        if (!line_.options_ended && typed.starts_with("--") && equals != std::string::npos)
            return value_behind(typed.substr(0, equals + 1), typed.substr(equals + 1));
        if (!line_.options_ended && typed.starts_with("-")) return options(typed);
        if (line_.command == nullptr) return commands_from(line_.heads, typed);
        return words(typed);
    }

private:
    Candidates value_behind(const std::string& name, const std::string& typed) {
        const Option* option = find_option(line_.command, std::string_view(name).substr(0, name.size() - 1));
        if (option == nullptr || option->value == ValueKind::none) return {};
        Candidates found = values(option->value, option->choices, typed);
        for (Candidate& candidate : found) candidate.value.insert(0, name);
        return found;
    }

    Candidates options(const std::string& typed) const {
        Candidates found;
        const auto add = [&](const std::vector<Option>& declared) {
            for (const Option& option : declared) {
                if (!option.repeated && line_.given.contains(option.name)) continue;
                for (const std::string_view name : {option.name, option.long_name, letter_of(option)})
                    if (!name.empty() && name.starts_with(typed))
                        found.push_back({std::string(name), std::string(option.help.in(world_.lang))});
            }
        };
        if (line_.command != nullptr) add(line_.command->options);
        add(global_options());
        return found;
    }

    // The next word of every command that begins with `heads`. What follows a first word alone ("meeting") is named.
    Candidates commands_from(const std::vector<std::string>& heads, const std::string& typed) const {
        Candidates found;
        const std::string before = heads.empty() ? "" : text::join(heads, " ") + " ";
        const auto add = [&](std::string_view name, const Command& command) {
            if (!name.starts_with(before)) return;
            name.remove_prefix(before.size());
            if (!name.starts_with(typed)) return;
            const std::size_t blank = name.find(' ');
            const std::string word(name.substr(0, blank));
            const std::string says(blank == std::string_view::npos ? command.summary.in(world_.lang)
                                                                   : name.substr(blank + 1));
            if (!found.empty() && found.back().value == word)
                found.back().says += ", " + says;
            else
                found.push_back({word, says});
        };
        for (const Command* command : commands()) {
            add(command->name, *command);
            for (const std::string_view alias : command->aliases) add(alias, *command);
        }
        return found;
    }

    Candidates words(const std::string& typed) {
        const Command& command = *line_.command;
        if (command.most >= 0 && line_.words.size() >= static_cast<std::size_t>(command.most)) return {};
        if (command.word == ValueKind::topic) return topics(typed);
        Candidates found;
        if (line_.words.empty()) found = values(ValueKind::choice, command.first_words, typed);
        const bool later = !line_.words.empty() && !command.further.empty();
        const bool by_query = line_.given.contains("--where") && !command.further.empty();
        const ValueKind kind = by_query ? command.further.back()
                               : later  ? command.further[std::min(line_.words.size(), command.further.size()) - 1]
                                        : command.word;
        Candidates others = is_query(command.arguments) ? query_words(typed) : values(kind, command.last_words, typed);
        found.insert(found.end(), others.begin(), others.end());
        return found;
    }

    // What is asked in the words of a query says so in the help: QUERY, or the QUESTION of find.
    static bool is_query(const Label& placeholder) {
        return placeholder.en.find("QUERY") != std::string_view::npos ||
               placeholder.en.find("QUESTION") != std::string_view::npos;
    }

    // The fields that have words of their own, and behind the colon those words. A name with a blank would need quotes
    // inside of the word, so it is left to be typed.
    Candidates query_words(const std::string& typed) {
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
        Candidates found;
        for (const Field& field : fields) {
            if (!typed.starts_with(field.name)) {
                if (!typed.empty() && field.name.starts_with(typed))
                    found.push_back({std::string(field.name), std::string(field.says.in(world_.lang))});
                continue;
            }
            for (Candidate& candidate : values(field.value, {}, typed.substr(field.name.size())))
                if (candidate.value.find(' ') == std::string::npos)
                    found.push_back({std::string(field.name) + candidate.value, candidate.says});
        }
        return found;
    }

    Candidates topics(const std::string& typed) const {
        Candidates found = commands_from(line_.words, typed);
        if (!line_.words.empty()) return found;
        for (const Topic& topic : help_topics())
            if (topic.name.starts_with(typed))
                found.push_back({std::string(topic.name), std::string(topic.summary.in(world_.lang))});
        return found;
    }

    Candidates values(ValueKind kind, const std::vector<std::string_view>& choices, const std::string& typed) {
        switch (kind) {
            case ValueKind::choice: return chosen(choices, typed);
            case ValueKind::theme: return terms(VocabularyKind::themes, typed);
            case ValueKind::public_: return terms(VocabularyKind::publics, typed);
            case ValueKind::kind: return terms(VocabularyKind::kinds, typed);
            case ValueKind::area: return areas(typed);
            case ValueKind::reference: return references(typed);
            case ValueKind::meeting: return meetings(typed);
            case ValueKind::cafe: return cafes(typed);
            case ValueKind::field: return fields(typed);
            case ValueKind::assignment: return assignments(typed);
            case ValueKind::record_or_set: return records_or_assignments(typed);
            case ValueKind::who: return persons_and_partners(typed);
            case ValueKind::explained: return explained(typed);
            case ValueKind::code: return codes(typed);
            case ValueKind::mailing_list: return mailing_lists(typed);
            case ValueKind::letter_template: return letter_templates(typed);
            case ValueKind::training: return trainings(typed);
            case ValueKind::service: return services(typed);
            case ValueKind::file:
            case ValueKind::folder: return paths(kind, typed);
            case ValueKind::topic: return topics(typed);
            case ValueKind::none:
            case ValueKind::text:
            case ValueKind::number:
            case ValueKind::date: break;
        }
        return {};
    }

    static Candidates chosen(const std::vector<std::string_view>& choices, const std::string& typed) {
        Candidates found;
        for (const std::string_view choice : choices)
            if (choice.starts_with(typed)) found.push_back({std::string(choice), ""});
        return found;
    }

    // The notebook, read once and never written to; null when there is none that can be read.
    const store::Catalog* catalog() {
        if (tried_) return catalog_ ? &*catalog_ : nullptr;
        tried_ = true;
        const auto root = store::find_notebook(world_.disk, line_.start);
        if (!root) return nullptr;
        auto book = store::load(world_.disk, *root, {world_.threads});
        if (!book) return nullptr;
        const std::string& zone = book->settings.value.timezone;
        if (const auto asked = Date::parse(line_.today)) world_.today = *asked;
        if (!world_.today) world_.today = world_.clock(zone.empty() ? "Europe/Paris" : zone);
        catalog_.emplace(std::move(*book));
        return &*catalog_;
    }

    Candidates terms(VocabularyKind kind, const std::string& typed) {
        const store::Catalog* notebook = catalog();
        const model::Vocabulary vocabulary = notebook ? notebook->vocabulary() : store::builtin_vocabulary();
        Candidates found;
        for (const std::string& id : vocabulary.ids(kind))
            if (id.starts_with(typed)) found.push_back({id, vocabulary.label(kind, id).in(world_.lang)});
        return found;
    }

    template <class Entries, class Says>
    static void add_records(Candidates& found, const Entries& entries, RecordKind kind, const std::string& typed,
                            Says says) {
        for (const auto& entry : entries) {
            // An id that two folders share is told apart by its folder; so is one that is typed with it.
            const std::string named = store::name_of({kind, entry.id});
            const std::string& value = typed.find('/') == std::string::npos ? entry.id : named;
            if (value.starts_with(typed)) found.push_back({value, says(entry.value)});
        }
    }

    Candidates references(const std::string& typed) {
        const store::Catalog* notebook = catalog();
        if (notebook == nullptr) return {};
        const auto name = [](const auto& record) { return record.name; };
        Candidates found;
        add_records(found, notebook->partners(), RecordKind::partner, typed, name);
        add_records(found, notebook->people(), RecordKind::person, typed, name);
        add_records(found, notebook->cafes(), RecordKind::cafe, typed, name);
        const Candidates met = meetings(typed);
        found.insert(found.end(), met.begin(), met.end());
        return found;
    }

    std::string meeting_name(const model::Meeting& meeting) {
        if (!meeting.title.empty()) return meeting.title;
        const model::Cafe* held_by = catalog_->cafe(meeting.cafe);
        return held_by == nullptr ? "" : held_by->name;
    }

    Candidates persons_and_partners(const std::string& typed) {
        const store::Catalog* notebook = catalog();
        if (notebook == nullptr) return {};
        const auto name = [](const auto& record) { return record.name; };
        Candidates found;
        add_records(found, notebook->people(), RecordKind::person, typed, name);
        add_records(found, notebook->partners(), RecordKind::partner, typed, name);
        return found;
    }

    Candidates records_or_assignments(const std::string& typed) {
        const bool path = typed.find_first_of("=.") != std::string::npos;
        Candidates found = path ? Candidates{} : references(typed);
        if (line_.words.empty()) return found;
        const Candidates fields = assignments(typed);
        found.insert(found.end(), fields.begin(), fields.end());
        return found;
    }

    // ---- PATH=VALUE --------------------------------------------------------------------------------------------

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

    Candidates assignments(const std::string& typed) {
        const model::Shape& shape = shape_at_hand();
        const std::size_t equals = typed.find('=');
        if (equals == std::string::npos) return assigned_fields(typed, shape);
        std::string name = typed.substr(0, equals);
        if (name.ends_with('+') || name.ends_with('-')) name.pop_back();
        const auto path = model::RecordPath::parse(name);
        const auto target = path ? model::target_of(shape, *path) : std::nullopt;
        if (!target) return {};
        const model::Field* field = target->field;
        if (field->shape != nullptr && field->list) field = field->shape().main();
        if (field == nullptr) return {};
        const std::string before = typed.substr(0, equals + 1);
        const auto made = [&](const std::string& begun) { return values_of(*field, begun); };
        Candidates found = target->field->list && !target->item ? in_list(typed.substr(equals + 1), made)
                                                                : made(typed.substr(equals + 1));
        for (Candidate& candidate : found) candidate.value.insert(0, before);
        return found;
    }

    // "phones.0.nu": the fields of what stands before the last point, an item of a list by whatever names it.
    Candidates assigned_fields(const std::string& typed, const model::Shape& whole) const {
        const model::Shape* shape = &whole;
        const std::size_t point = typed.rfind('.');
        const std::string before = point == std::string::npos ? "" : typed.substr(0, point + 1);
        const std::string begun = typed.substr(before.size());
        const auto steps = text::split(before, '.');
        for (std::size_t i = 0; i < steps.size() && !steps[i].empty(); ++i) {
            const model::Field* field = shape->find(steps[i]);
            if (field == nullptr || field->shape == nullptr) return {};
            shape = &field->shape();
            if (!field->list) continue;
            if (++i >= steps.size() || steps[i].empty()) return {{before + "0.", ""}};
        }
        Candidates found;
        for (const model::Field& field : shape->fields)
            if (field.key.starts_with(begun))
                found.push_back({before + std::string(field.key) + "=", std::string(field.label.in(world_.lang))});
        return found;
    }

    Candidates values_of(const model::Field& field, const std::string& typed) {
        Candidates found;
        switch (field.type) {
            case model::Type::term: return terms(field.vocabulary, typed);
            case model::Type::area: return areas(typed);
            case model::Type::reference:
                if (field.folder == model::Folder::meetings) return meetings(typed);
                if (field.folder == model::Folder::cafes) return cafes(typed);
                return persons_and_partners(typed);
            case model::Type::boolean: return chosen({"true", "false"}, typed);
            case model::Type::choice:
                for (const model::Choice& choice : field.choices)
                    if (choice.value.starts_with(typed))
                        found.push_back({std::string(choice.value), std::string(choice.label.in(world_.lang))});
                return found;
            default: return found;
        }
    }

    // ---- What `explain` knows ----------------------------------------------------------------------------------

    Candidates explained(const std::string& typed) {
        Candidates found;
        const std::string folded = fold::text(typed);
        if (!typed.empty())
            for (const Rule* rule : check::all_rules())
                if (fold::text(rule->code).starts_with(folded))
                    found.push_back({std::string(rule->code), std::string(rule->title(world_.lang))});
        for (const Subject& subject : subjects())
            if (subject.names.front().starts_with(typed)) found.push_back({std::string(subject.names.front()), ""});
        const Candidates named = fields(typed);
        found.insert(found.end(), named.begin(), named.end());
        if (typed.empty()) return found;
        for (const VocabularyKind kind : {VocabularyKind::themes, VocabularyKind::publics, VocabularyKind::kinds}) {
            const Candidates words = terms(kind, typed);
            found.insert(found.end(), words.begin(), words.end());
        }
        return found;
    }

    // ---- Letters -----------------------------------------------------------------------------------------------

    Candidates mailing_lists(const std::string& typed) {
        const store::Catalog* notebook = catalog();
        if (notebook == nullptr) return {};
        std::set<std::string> names;
        for (const auto& person : notebook->people())
            for (const std::string& list : person.value.lists)
                if (list.starts_with(typed)) names.insert(list);
        Candidates found;
        for (const std::string& name : names) found.push_back({name, ""});
        return found;
    }

    Candidates trainings(const std::string& typed) {
        const store::Catalog* notebook = catalog();
        if (notebook == nullptr) return {};
        Candidates found;
        for (const model::Training& training : notebook->network().trainings)
            if (fold::text(training.title).starts_with(fold::text(typed))) found.push_back({training.title, ""});
        return found;
    }

    // A fiche, and behind the slash its services.
    Candidates services(const std::string& typed) {
        const store::Catalog* notebook = catalog();
        if (notebook == nullptr) return {};
        Candidates found;
        const bool whole = typed.find('/') != std::string::npos;
        for (const store::PartnerEntry& entry : notebook->partners()) {
            if (!whole && !entry.id.starts_with(typed)) continue;
            for (const model::Service& service : entry.value.services) {
                const std::string name = entry.id + "/" + service.id;
                if (!service.id.empty() && name.starts_with(typed)) found.push_back({name, service.name});
            }
        }
        return found;
    }

    Candidates letter_templates(const std::string& typed) const {
        constexpr std::string_view ending = ".md";
        const auto root = store::find_notebook(world_.disk, line_.start);
        if (!root) return {};
        const auto entries = world_.disk.list(path::join(*root, "templates"));
        Candidates found;
        if (!entries) return found;
        for (const FolderEntry& entry : *entries)
            if (entry.kind == FileKind::file && entry.name.ends_with(ending) && entry.name.starts_with(typed))
                found.push_back({entry.name.substr(0, entry.name.size() - ending.size()), ""});
        return found;
    }

    // The last first, as `list meetings`; then the next and the last of each café.
    Candidates meetings(const std::string& typed) {
        const store::Catalog* notebook = catalog();
        if (notebook == nullptr) return {};
        Candidates found;
        add_records(found, notebook->meetings(), RecordKind::meeting, typed,
                    [&](const model::Meeting& meeting) { return meeting_name(meeting); });
        std::reverse(found.begin(), found.end());
        std::vector<std::string> holders;
        for (const auto& entry : notebook->cafes()) holders.push_back(entry.id);
        holders.emplace_back("reseau");
        for (const std::string& holder : holders)
            for (const auto* which : {":next", ":last"}) {
                const std::string value = holder + which;
                if (!value.starts_with(typed)) continue;
                const auto ref = resolve(*notebook, value, false, today(world_));
                const model::Meeting* meeting = ref ? notebook->meeting(ref->id) : nullptr;
                if (meeting == nullptr) continue;
                const std::string day = meeting->date ? long_date(*meeting->date).in(world_.lang) + ", " : "";
                found.push_back({value, day + meeting_name(*meeting)});
            }
        return found;
    }

    Candidates cafes(const std::string& typed) {
        const store::Catalog* notebook = catalog();
        if (notebook == nullptr) return {};
        Candidates found;
        add_records(found, notebook->cafes(), RecordKind::cafe, typed, [](const auto& cafe) { return cafe.name; });
        // Meetings may also be the whole network's; whom to write to is said by a café alone.
        constexpr std::string_view network = "reseau";
        constexpr Label network_says{"les réunions de tout le réseau", "the meetings of the whole network"};
        if (line_.command->name.starts_with("meeting ") && network.starts_with(typed))
            found.push_back({std::string(network), std::string(network_says.in(world_.lang))});
        return found;
    }

    // Own areas always; what France has in the notebook's départements once a letter is typed: it is hundreds.
    Candidates areas(const std::string& typed) {
        const store::Catalog* notebook = catalog();
        if (notebook == nullptr) return {};
        const territory::Territory& territory = notebook->territory();
        const std::string wanted = fold::place(typed);
        Candidates found;
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
            found.push_back({value, value == name ? territory.detail(area).in(world_.lang)
                                                  : name + " (" + territory.detail(area).in(world_.lang) + ")"});
        };
        for (const territory::AreaRef& area : territory.own_areas()) add(area, area.code);
        if (wanted.empty()) return found;
        for (const std::string& code : notebook->settings().departments) add_departement(code, wanted, add);
        return found;
    }

    template <class Add>
    static void add_departement(const std::string& code, const std::string& wanted, const Add& add) {
        const auto row = tables::find_departement(code);
        if (!row) return;
        const tables::Departement departement = tables::departement(*row);
        const auto begins = [&](std::string_view name) { return fold::place(name).starts_with(wanted); };
        if (begins(departement.name))
            add({territory::AreaKind::departement, "dep:" + std::string(departement.code)}, "");
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

    // Behind the last comma; what stands before it stays as it is.
    template <class Make>
    static Candidates in_list(const std::string& typed, const Make& make) {
        const std::size_t comma = typed.rfind(',');
        const std::string before = comma == std::string::npos ? "" : typed.substr(0, comma + 1);
        const auto taken = text::split(before, ',');
        Candidates found;
        for (const Candidate& candidate : make(typed.substr(before.size())))
            if (std::find(taken.begin(), taken.end(), candidate.value) == taken.end())
                found.push_back({before + candidate.value, candidate.says});
        return found;
    }

    Candidates fields(const std::string& typed) const {
        const Command* command = line_.command;
        const std::string first = line_.words.empty() ? "" : line_.words.front();
        const model::Shape& shape =
            command == nullptr || command->shape == nullptr ? model::partner_shape() : command->shape(first);
        return in_list(typed, [&](const std::string& begun) {
            Candidates found;
            if (std::string_view("id").starts_with(begun)) found.push_back({"id", ""});
            for (const std::string& path : model::all_paths(shape)) {
                // Parts of a field once it is named: the first offer stays short.
                if (!path.starts_with(begun) || path.find('.', begun.size()) != std::string::npos) continue;
                const model::Field* field = model::column_of(shape, *model::RecordPath::parse(path));
                found.push_back({path, field == nullptr ? "" : std::string(field->label.in(world_.lang))});
                if (path == begun) add_parts(found, shape, path);
            }
            return found;
        });
    }

    void add_parts(Candidates& found, const model::Shape& shape, const std::string& of) const {
        for (const std::string& path : model::all_paths(shape)) {
            if (!path.starts_with(of + ".") || path.find('.', of.size() + 1) != std::string::npos) continue;
            const model::Field* field = model::column_of(shape, *model::RecordPath::parse(path));
            found.push_back({path, field == nullptr ? "" : std::string(field->label.in(world_.lang))});
        }
    }

    Candidates codes(const std::string& typed) const {
        return in_list(typed, [&](const std::string& begun) {
            Candidates found;
            for (const Rule* rule : check::all_rules())
                if (rule->code.starts_with(begun))
                    found.push_back({std::string(rule->code), std::string(rule->title(world_.lang))});
            return found;
        });
    }

    // Files are offered with the folders that lead to them; hidden ones only when their point is typed.
    Candidates paths(ValueKind kind, const std::string& typed) const {
        const std::size_t slash = typed.rfind('/');
        const std::string before = slash == std::string::npos ? "" : typed.substr(0, slash + 1);
        const std::string begun = typed.substr(before.size());
        const auto listed = world_.disk.list(before);
        Candidates found;
        if (!listed) return found;
        for (const FolderEntry& entry : *listed) {
            const bool folder = entry.kind == FileKind::folder;
            if (!folder && kind == ValueKind::folder) continue;
            if (!entry.name.starts_with(begun) || (begun.empty() && entry.name.starts_with("."))) continue;
            found.push_back({before + entry.name + (folder ? "/" : ""), ""});
        }
        return found;
    }

    World& world_;
    Line line_;
    bool tried_ = false;
    std::optional<store::Catalog> catalog_;
};

// A name of the disk or of a record may hold anything; a candidate is one line without a tab.
bool fits_a_line(const std::string& text) {
    return utf8::printable(text) == text && text.find('\t') == std::string::npos;
}

Result<int> run_complete(World& world, const Arguments& arguments) {
    Line line;
    line.start = world.start;
    std::vector<std::string> before = arguments.words;
    if (before.empty()) return 0;
    const std::string typed = before.back();
    before.pop_back();
    for (const std::string& word : before) take(line, word);
    if (line.lang == "fr" || line.lang == "en") {
        world.lang = line.lang == "en" ? Lang::en : Lang::fr;
        world.lang_is_chosen = true;
    }
    prefer_notebook_language(world, line.start);
    for (const Candidate& candidate : Completer(world, std::move(line)).at(typed))
        if (fits_a_line(candidate.value))
            world.out << candidate.value << '\t' << text::replace_all(utf8::printable(candidate.says), "\n", " ")
                      << '\n';
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
    };
    return command;
}

}  // namespace cafe::cmd
