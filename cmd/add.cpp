#include <algorithm>
#include <array>

#include "ask_field.hpp"
#include "asking.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "change.hpp"
#include "command.hpp"
#include "edit/adding.hpp"
#include "edit/assignment.hpp"
#include "edit/create.hpp"
#include "edit/edit.hpp"
#include "editor.hpp"
#include "facts/lookalike.hpp"
#include "model/kind.hpp"
#include "model/values.hpp"
#include "notebook.hpp"
#include "paper_form.hpp"
#include "store/read.hpp"
#include "yaml/parse.hpp"

namespace cafe::cmd {

namespace {

using model::RecordKind;

constexpr Phrase<std::string> unknown_kind{"on n'ajoute pas « {} »", "'{}' cannot be added"};
constexpr Phrase<> kinds_are{"au choix : partner, person, cafe (les réunions : cafe meeting new)",
                             "choose from: partner, person, cafe (meetings: cafe meeting new)"};
constexpr Phrase<> ask_name{"Nom : ", "Name: "};
constexpr Phrase<> no_name{"il manque le nom", "the name is missing"};
constexpr Phrase<std::string> say_name{"l'écrire : cafe add {} \"Nom\"", "write it: cafe add {} \"Name\""};
constexpr Phrase<std::string> missing{"il manque : {}", "missing: {}"};
constexpr Phrase<std::string> set_them{"les donner : {}", "give them: {}"};
constexpr Phrase<> from_or_like{"--from et --like ne vont pas ensemble", "--from and --like do not go together"};
constexpr Phrase<> nothing_read{"--from - : rien à lire sur l'entrée standard",
                                "--from -: nothing to read on standard input"};
constexpr Phrase<std::string> empty_file{"--from {} : ce fichier est vide", "--from {}: this file is empty"};
constexpr Phrase<> write_record{"y écrire la fiche (name: …, kind: …), ou donner ses champs par --set",
                                "write the record into it (name: …, kind: …), or give its fields with --set"};
constexpr Phrase<> only_partners{"--contact et --role ne vont qu'à un partenaire",
                                 "--contact and --role are for partners only"};
constexpr Phrase<> role_without{"--role sans --contact", "--role without --contact"};
constexpr Phrase<std::string> made{"{} : créé", "{}: created"};
constexpr Phrase<std::string, Words> looks_like{"ressemble à {0} : {1}", "looks like {0}: {1}"};
constexpr Phrase<> make_anyway{"Créer quand même ? [o/N] ", "Create it anyway? [y/N] "};
constexpr Phrase<std::string> same_kind{"--like veut une fiche du même genre : {} n'en est pas une",
                                        "--like takes a record of the same kind: {} is not one"};

std::optional<RecordKind> kind_of(const std::string& word) {
    const model::Kind* kind = model::kind_called(word);
    return kind != nullptr && kind->added ? std::optional(kind->kind) : std::nullopt;
}

std::string key_of(RecordKind kind) {
    return std::string(model::row_of(kind).names.front());
}

std::string text_at(const Value& record, std::string_view key) {
    const Value* value = record.find(key);
    return value != nullptr && value->text() != nullptr ? *value->text() : "";
}

bool says(const Value& record, std::string_view key) {
    const Value* value = record.find(key);
    if (value == nullptr) return false;
    if (const std::string* text = value->text()) return !text->empty();
    return value->list() == nullptr || !value->list()->empty();
}

edit::Edit setting(std::string_view key, Value value) {
    return {{{std::string(key)}}, edit::Op::set, std::move(value)};
}

/// One `cafe add` from the first word to the last question.
class Adding {
public:
    Adding(World& world, const Arguments& arguments, store::Book book, RecordKind kind)
        : world_(world),
          arguments_(arguments),
          book_(std::move(book)),
          catalog_(book_),
          kind_(kind),
          shape_(model::shape_of(kind)) {}

    Result<int> run() {
        if (const auto begun = begin(); !begun) return begun.error();
        if (const auto named = name_it(); !named) return named.error();
        if (!cancelled_)
            if (const auto edited = apply_assignments(); !edited) return edited.error();
        if (!cancelled_)
            if (const auto asked = ask_for_missing(); !asked) return asked.error();
        if (!cancelled_ && !arguments_.has("--edit"))
            if (const auto whole = refuse_missing(); !whole) return whole.error();
        if (!cancelled_)
            if (const auto met = take_contacts(); !met) return met.error();
        if (!cancelled_ && !arguments_.has("--edit"))
            if (const auto same = stands_already()) return say_it_stands(*same);
        if (!cancelled_) warn_of_lookalikes();
        if (cancelled_) return cancelled(world_);
        return write();
    }

    /// Whether `run` ended because another command wrote one of the files first.
    [[nodiscard]] bool was_outrun() const { return outrun_; }

private:
    // ---- What it starts from -----------------------------------------------------------------------------------

    Result<Done> begin() {
        if (arguments_.has("--from") && arguments_.has("--like")) return Error{ErrorKind::usage, from_or_like(), {}};
        const bool partner = kind_ == RecordKind::partner;
        if (!partner && (arguments_.has("--contact") || arguments_.has("--role")))
            return Error{ErrorKind::usage, only_partners(), {}};
        if (arguments_.values("--role").size() > arguments_.values("--contact").size())
            return Error{ErrorKind::usage, role_without(), {}};
        if (arguments_.has("--from")) return read_from(arguments_.value("--from"));
        if (arguments_.has("--like")) return take_after(arguments_.value("--like"));
        return Done{};
    }

    // The text is kept as it came, comments and all.
    Result<Done> read_from(const std::string& file) {
        if (file == "-") {
            given_.assign(std::istreambuf_iterator<char>(world_.in), {});
            if (text::trim(given_).empty()) return Error{ErrorKind::usage, nothing_read(), {}};
        } else {
            auto bytes = world_.disk.read(file, store::largest_record);
            if (!bytes) return bytes.error();
            given_ = std::move(*bytes);
            if (text::trim(given_).empty())
                return Error{ErrorKind::usage, empty_file(utf8::printable(file)), write_record()};
        }
        const yaml::Parsed parsed = yaml::parse(given_, file);
        // A text that has a field of a record is one, comments and all; any other may be a form filled in on paper.
        const bool is_record = parsed.root && std::any_of(parsed.root->entries.begin(), parsed.root->entries.end(),
                                                          [&](const yaml::Entry& entry) {
                                                              return shape_.find(entry.key.text) != nullptr;
                                                          });
        if (kind_ == RecordKind::partner && !is_record) {
            auto paper = paper_record(catalog_, given_, file);
            if (!paper) return paper.error();
            if (*paper) {
                record_ = std::move(**paper);
                given_.clear();
                return Done{};
            }
        }
        if (!parsed.root) return unreadable(parsed.findings, file);
        record_ = yaml::to_value(*parsed.root);
        return Done{};
    }

    static Error unreadable(const Findings& findings, const std::string& file) {
        static constexpr Phrase<std::string, int, Words> refused{"refusé : {0}:{1} : {2}", "refused: {0}:{1}: {2}"};
        for (const Diagnostic& finding : findings)
            if (finding.rule->severity == Severity::error)
                return Error{ErrorKind::usage, refused(utf8::printable(file), finding.place.line, finding.message),
                             finding.remedy};
        return Error{ErrorKind::usage, nothing_read(), {}};
    }

    Result<Done> take_after(const std::string& typed) {
        const auto model = resolve(catalog_, typed, false, today(world_));
        if (!model) return model.error();
        if (model->kind != kind_) return Error{ErrorKind::usage, same_kind(store::name_of(*model)), {}};
        model_ = yaml::to_value(*catalog_.tree(*model));
        record_ = edit::copied(kind_, model_);
        return Done{};
    }

    // ---- Its fields --------------------------------------------------------------------------------------------

    Result<Done> name_it() {
        const std::vector<std::string> words(arguments_.words.begin() + 1, arguments_.words.end());
        std::string name(text::trim(text::join(words, " ")));
        if (name.empty() && says(record_, "name") && !model_.map()) return Done{};
        if (name.empty() && !says(record_, "name")) {
            if (!world_.ask) {
                const bool set = std::any_of(arguments_.values("--set").begin(), arguments_.values("--set").end(),
                                             [](const std::string& word) { return word.starts_with("name="); });
                if (set) return Done{};
                return Error{ErrorKind::usage, no_name(), say_name(key_of(kind_))};
            }
            while (name.empty()) {
                const auto answer = ask(world_, ask_name());
                if (!answer) return cancelled_ = true, Done{};
                name = *answer;
            }
        }
        const auto next = kind_ == RecordKind::cafe && model_.map() != nullptr && !name.empty()
                              ? edit::next_cafe(catalog_.territory(), model_, record_, name)
                              : edit::NextCafe{name, name, {}};
        called_ = next.called;
        return apply_edits({next.edits.begin(), next.edits.end()}, next.name);
    }

    Result<Done> apply_edits(std::vector<edit::Edit> edits, const std::string& name) {
        if (!name.empty()) edits.insert(edits.begin(), setting("name", name));
        return change(edits);
    }

    Result<Done> change(const std::vector<edit::Edit>& edits) {
        if (edits.empty()) return Done{};
        if (!given_.empty()) {
            auto text = edit::apply(given_, arguments_.value("--from"), kind_, edits);
            if (!text) return text.error();
            given_ = std::move(*text);
        }
        auto wanted = edit::wanted(record_, shape_, edits);
        if (!wanted) return wanted.error();
        record_ = std::move(*wanted);
        return Done{};
    }

    Result<Done> apply_assignments() {
        const auto edits = edit::assignments(arguments_.values("--set"), shape_);
        if (!edits) return edits.error();
        return change(*edits);
    }

    [[nodiscard]] std::vector<const model::Field*> missing_fields() const {
        std::vector<const model::Field*> found;
        for (const model::Field& field : shape_.fields)
            if (field.need == model::Need::required && !says(record_, field.key)) found.push_back(&field);
        return found;
    }

    Result<Done> ask_for_missing() {
        if (!world_.ask) return Done{};
        for (const model::Field* field : missing_fields()) {
            const auto answer = ask_for(world_, catalog_, *field);
            if (!answer) return cancelled_ = true, Done{};
            if (const auto set = change({setting(field->key, *answer)}); !set) return set;
        }
        return Done{};
    }

    [[nodiscard]] Result<Done> refuse_missing() const {
        const auto fields = missing_fields();
        if (fields.empty()) return Done{};
        std::vector<std::string> keys;
        std::vector<std::string> options;
        for (const model::Field* field : fields) {
            keys.emplace_back(field->key);
            options.push_back("--set " + std::string(field->key) + "=…");
        }
        return Error{ErrorKind::usage, missing(text::join(keys, ", ")), set_them(text::join(options, " "))};
    }

    // ---- Whether it was added before ---------------------------------------------------------------------------

    // The record that says all that this one would: the same command, run again, makes nothing twice.
    [[nodiscard]] std::optional<std::string> stands_already() const {
        for (const auto& source : book_.sources)
            if (source->ref.kind == kind_ && covers(yaml::to_value(source->tree), record_)) return source->ref.id;
        return std::nullopt;
    }

    static bool covers(const Value& whole, const Value& part) {
        if (const std::string* text = part.text()) return edit::identity(whole) == *text;
        if (const List* items = part.list()) {
            if (whole.list() == nullptr)  // one value where a list of one is meant
                return items->size() == 1 && covers(whole, items->front());
            return std::all_of(items->begin(), items->end(), [&](const Value& item) {
                return std::any_of(whole.list()->begin(), whole.list()->end(),
                                   [&](const Value& other) { return covers(other, item); });
            });
        }
        if (whole.text() != nullptr) return part.map()->size() == 1 && covers(whole, part.map()->front().value);
        return std::all_of(part.map()->begin(), part.map()->end(), [&](const Member& member) {
            const Value* other = whole.find(member.key);
            return other != nullptr && covers(*other, member.value);
        });
    }

    Result<int> say_it_stands(const std::string& id) {
        static constexpr Phrase<std::string> stands{"{} existe déjà, avec tout cela : rien à créer",
                                                    "{} already exists with all of this: nothing to create"};
        Change change;
        change.id = id;
        change.unchanged = stands(store::name_of({kind_, id}));
        return finish_change(world_, arguments_, book_, std::move(change));
    }

    // ---- Who it may be already ---------------------------------------------------------------------------------

    void warn_of_lookalikes() {
        const auto found = lookalikes();
        for (const facts::Lookalike& other : found)
            world_.say(looks_like(store::name_of({kind_, other.id}), facts::reasons(other.agree)));
        if (found.empty() || !world_.ask) return;
        const auto go_on = ask_yes(world_, make_anyway(), false);
        cancelled_ = !go_on.value_or(false);
    }

    [[nodiscard]] std::vector<facts::Lookalike> lookalikes() const {
        const yaml::Parsed parsed = yaml::parse(edit::create(kind_, record_), "");
        if (!parsed.root) return {};
        if (kind_ == RecordKind::partner)
            return facts::lookalikes(catalog_, store::read<model::Partner>(*parsed.root, shape_));
        if (kind_ == RecordKind::person)
            return facts::lookalikes(catalog_, store::read<model::Person>(*parsed.root, shape_));
        return {};
    }

    // ---- Its people --------------------------------------------------------------------------------------------

    Result<Done> take_contacts() {
        const auto contacts = arguments_.values("--contact");
        const auto roles = arguments_.values("--role");
        for (std::size_t i = 0; i < contacts.size(); ++i) {
            const auto person = person_named(contacts[i]);
            if (!person) return person.error();
            Map contact{Member{"person", *person}};
            if (i < roles.size() && !roles[i].empty()) contact.push_back(Member{"role", roles[i]});
            const edit::Edit add{{{"contacts"}}, edit::Op::add, Value{List{Value{std::move(contact)}}}};
            if (const auto added = change({add}); !added) return added.error();
        }
        return Done{};
    }

    Result<std::string> person_named(const std::string& typed) {
        if (catalog_.person(typed) != nullptr) return typed;
        const auto contact = edit::contact_of(typed);
        if (!contact) return contact.error();
        const auto known = edit::known_person(catalog_, *contact);
        if (!known) return known.error();
        if (!known->empty()) {
            static constexpr Phrase<std::string> taken{"{} existe déjà : repris tel quel",
                                                       "{} already exists: used as it is"};
            world_.say(taken("people/" + *known));
            return *known;
        }
        Map person{Member{"name", contact->name}};
        if (!contact->email.empty()) person.push_back(Member{"emails", Value{List{Value{contact->email}}}});
        const std::string id = edit::free_id(book_, files_, RecordKind::person, contact->name);
        files_.push_back({store::path_of({RecordKind::person, id}), std::nullopt,
                          edit::create(RecordKind::person, Value{std::move(person)})});
        return id;
    }

    // ---- The file ----------------------------------------------------------------------------------------------

    Result<int> write() {
        std::string text = given_.empty() ? edit::create(kind_, record_) : given_;
        const std::string id =
            edit::free_id(book_, files_, kind_, called_.empty() ? text_at(record_, "name") : called_);
        const std::string path = store::path_of({kind_, id});
        const auto with = [&](const std::string& now) {
            store::Changes all = files_;
            all.insert(all.begin(), {path, std::nullopt, now});
            return all;
        };
        const Draft draft{book_.root, "new-" + key_of(kind_) + "-" + id + ".yaml", skeleton(text), true};
        if (arguments_.has("--edit")) {
            auto edited =
                edit_text(world_, draft, [&](const std::string& now) { return check_change(book_, with(now)); });
            if (!edited) return edited.error();
            if (!*edited) return 0;
            text = std::move(**edited);
        } else if (const auto checked = check_change(book_, with(text)); !checked) {
            return checked.error();
        }
        Change change;
        change.id = id;
        change.files = with(text);
        std::vector<std::string> names;
        for (const auto& file : change.files) names.push_back(store::name_of(*store::ref_at(file.path)));
        change.said = made(text::join(names, ", "));
        change.warnings = caused_warnings(book_, change.files);
        const auto code = finish_change(world_, arguments_, book_, std::move(change));
        outrun_ = !code && code.error().kind == ErrorKind::conflict;
        if (!code) return arguments_.has("--edit") ? with_draft_kept(world_, draft, code.error()) : code.error();
        if (arguments_.has("--edit"))
            if (const auto gone = forget_draft(world_, draft); !gone) return gone.error();
        if (kind_ == RecordKind::cafe) say_what_is_left();
        return code;
    }

    // What is required and not said yet stands in the draft as an empty key, to be filled in.
    [[nodiscard]] std::string skeleton(std::string text) const {
        for (const model::Field* field : missing_fields()) text += std::string(field->key) + ":\n";
        return text;
    }

    void say_what_is_left() {
        static constexpr Phrase<std::string> left{"reste à remplir : {}", "still to fill in: {}"};
        std::vector<std::string> keys;
        for (const model::Field& field : shape_.fields)
            if (field.need == model::Need::advised && !says(record_, field.key)) keys.emplace_back(field.key);
        if (!keys.empty()) world_.say(left(text::join(keys, ", ")));
    }

    World& world_;
    const Arguments& arguments_;
    store::Book book_;
    store::Catalog catalog_;
    RecordKind kind_;
    const model::Shape& shape_;
    Value model_{""};       // the record of --like
    Value record_{Map{}};   // what the new one says
    std::string given_;     // its text, when --from gave one
    std::string called_;    // what its id is made from, when that is not its name
    store::Changes files_;  // the people made with it
    bool cancelled_ = false;
    bool outrun_ = false;
};

Result<int> run_add(World& world, const Arguments& arguments) {
    const auto kind = kind_of(arguments.words.front());
    if (!kind) return Error{ErrorKind::usage, unknown_kind(utf8::printable(arguments.words.front())), kinds_are()};
    // Where nobody is asked and nothing is read twice, a file that another command wrote meanwhile is no obstacle.
    const bool can_repeat = !world.ask && !arguments.has("--edit") && arguments.value("--from") != "-";
    const int most_attempts = can_repeat ? 100 : 1;
    for (int attempt = 1;; ++attempt) {
        auto book = open_book(world);
        if (!book) return book.error();
        Adding adding(world, arguments, std::move(*book), *kind);
        auto done = adding.run();
        if (done || !adding.was_outrun() || attempt == most_attempts) return done;
    }
}

std::vector<std::string_view> addable() {
    std::vector<std::string_view> names;
    for (const model::Kind& kind : model::kinds())
        if (kind.added) names.push_back(kind.names.front());
    return names;
}

std::vector<Option> add_options() {
    std::vector<Option> options{
        {"--set",
         ValueKind::assignment,
         {"CHEMIN=VALEUR", "PATH=VALUE"},
         {"un champ, comme pour cafe set ; peut être répété", "a field, as for cafe set; may be repeated"},
         {},
         true},
        {"--contact",
         ValueKind::text,
         {"PERSONNE", "PERSON"},
         {"\"Marie Delmas <marie@example.org>\", ou une personne du carnet ; peut être répété",
          "\"Marie Delmas <marie@example.org>\", or a person of the notebook; may be repeated"},
         {},
         true},
        {"--role",
         ValueKind::text,
         {"FONCTION", "ROLE"},
         {"la fonction du --contact de même rang", "the role of the --contact of the same rank"},
         {},
         true},
        {"--like",
         ValueKind::reference,
         {"FICHE", "REF"},
         {"partir d'une fiche qui existe", "start from a record that exists"}},
        {"--from",
         ValueKind::file,
         {"FICHIER|-", "FILE|-"},
         {"le texte de la fiche (YAML), « - » : l'entrée standard",
          "the text of the record (YAML), '-': standard input"}},
        {"--edit", ValueKind::none, {}, {"finir dans l'éditeur", "finish in the editor"}},
    };
    for (Option& option : change_options()) options.push_back(std::move(option));
    return options;
}

}  // namespace

const Command& add_command() {
    static const Command command{
        .name = "add",
        .group = Group::change,
        .summary = {"ajouter un partenaire, une personne, un café", "add a partner, a person, a café"},
        .arguments = {"partner|person|cafe NOM", "partner|person|cafe NAME"},
        .least = 1,
        .options = add_options(),
        .about =
            {"Ce qui est obligatoire et manque est demandé au terminal ; un script le dit par --set, --from ou "
             "--like. Ce qui ressemble à une fiche du carnet est signalé d'abord. L'identifiant est fait du nom ; "
             "rien n'est jamais écrasé, et ce que « cafe check » refuserait n'est pas écrit. --like copie d'un "
             "partenaire son type, ses thèmes, publics, territoire et services, d'un café son calendrier et sa "
             "façon d'inviter ; jamais les dates, les personnes, les coordonnées.",
             "What is required and missing is asked at the terminal; a script says it with --set, --from or --like. "
             "What looks like a record of the notebook is pointed out first. The id is made from the name; nothing "
             "is ever overwritten, and what 'cafe check' would refuse is not written. --like copies of a partner "
             "its kind, themes, publics, area and services, of a café its schedule and its way to invite; never "
             "dates, people, phones or addresses."},
        .examples = {{"cafe add partner \"Épicerie sociale de Fumel\" --set kind=association "
                      "--set themes=aide-alimentaire --set territory=Fumel --dry-run",
                      {"sans question", "without a question"}},
                     {"cafe add cafe agen --like fumel --dry-run",
                      {"le café suivant, sur le modèle du premier", "the next café, after the first"}}},
        .run = run_add,
        .first_words = addable(),
    };
    return command;
}

}  // namespace cafe::cmd
