#include "adding.hpp"

#include <algorithm>

#include "add_contacts.hpp"
#include "add_given.hpp"
#include "ask_field.hpp"
#include "asking.hpp"
#include "base/text.hpp"
#include "change.hpp"
#include "edit/adding.hpp"
#include "edit/assignment.hpp"
#include "edit/create.hpp"
#include "edit/edit.hpp"
#include "editor.hpp"
#include "facts/lookalike.hpp"
#include "notebook.hpp"
#include "store/read.hpp"
#include "yaml/parse.hpp"

namespace cafe::cmd {

namespace {

using model::RecordKind;

constexpr Phrase<> ask_name{"Nom : ", "Name: "};
constexpr Phrase<> no_name{"il manque le nom", "the name is missing"};
constexpr Phrase<std::string> say_name{"l'écrire : cafe add {} \"Nom\"", "write it: cafe add {} \"Name\""};
constexpr Phrase<std::string> missing{"il manque : {}", "missing: {}"};
constexpr Phrase<std::string> set_them{"les donner : {}", "give them: {}"};
constexpr Phrase<> from_or_like{"--from et --like ne vont pas ensemble", "--from and --like do not go together"};
constexpr Phrase<> only_partners{"--contact et --role ne vont qu'à un partenaire",
                                 "--contact and --role are for partners only"};
constexpr Phrase<> role_without{"--role sans --contact", "--role without --contact"};
constexpr Phrase<std::string> made{"{} : créé", "{}: created"};
constexpr Phrase<std::string, Words> looks_like{"ressemble à {0} : {1}", "looks like {0}: {1}"};
constexpr Phrase<> make_anyway{"Créer quand même ? [o/N] ", "Create it anyway? [y/N] "};
constexpr Phrase<std::string> same_kind{"--like veut une fiche du même genre : {} n'en est pas une",
                                        "--like takes a record of the same kind: {} is not one"};

std::string key_of(RecordKind kind) {
    return std::string(model::row_of(kind).names.front());
}

std::string text_at(const Value& record, std::string_view key) {
    const Value* value = record.find(key);
    return value != nullptr && value->text() != nullptr ? *value->text() : "";
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
            if (const auto same = edit::standing_as(book_, kind_, record_)) return say_it_stands(*same);
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
        if (arguments_.has("--from")) {
            auto given = given_record(world_, catalog_, kind_, arguments_.value("--from"));
            if (!given) return given.error();
            record_ = std::move(given->record);
            given_ = std::move(given->text);
            return Done{};
        }
        if (arguments_.has("--like")) return take_after(arguments_.value("--like"));
        return Done{};
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
        if (name.empty() && edit::says(record_, "name") && !model_.map()) return Done{};
        if (name.empty() && !edit::says(record_, "name")) {
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
        return edit::silent(record_, shape_, model::Need::required);
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
        const auto found = edit::lookalikes(catalog_, kind_, record_);
        for (const facts::Lookalike& other : found)
            world_.say(looks_like(store::name_of({kind_, other.id}), facts::reasons(other.agree)));
        if (found.empty() || !world_.ask) return;
        const auto go_on = ask_yes(world_, make_anyway(), false);
        cancelled_ = !go_on.value_or(false);
    }

    Result<Done> take_contacts() {
        const auto edits = contacts_to_add(world_, arguments_, book_, catalog_, files_);
        return edits ? change(*edits) : edits.error();
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
        for (const model::Field* field : edit::silent(record_, shape_, model::Need::advised))
            keys.emplace_back(field->key);
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

}  // namespace

Added add_record(World& world, const Arguments& arguments, store::Book book, model::RecordKind kind) {
    Adding adding(world, arguments, std::move(book), kind);
    auto code = adding.run();
    return {std::move(code), adding.was_outrun()};
}

}  // namespace cafe::cmd
