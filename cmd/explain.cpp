#include <algorithm>
#include <array>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "check/check.hpp"
#include "command.hpp"
#include "model/field_words.hpp"
#include "model/fields.hpp"
#include "model/path.hpp"
#include "notebook.hpp"
#include "query/everyday.hpp"
#include "render/report.hpp"
#include "render/terminal.hpp"
#include "store/layout.hpp"
#include "view/page.hpp"

namespace cafe::cmd {

namespace {

using model::Field;
using model::RecordKind;
using model::Shape;
using model::Vocabulary;
using model::VocabularyKind;
using view::Block;
using view::Facts;
using view::Page;

constexpr Phrase<std::string> nothing_called{"rien ne s'appelle « {} »", "nothing is called '{}'"};
constexpr Phrase<std::string> did_you_mean{"vouliez-vous dire « {} » ?", "did you mean '{}'?"};
constexpr Phrase<> what_there_is{
    "un code (E201), un champ (phones.number), une fiche (partner), un thème (logement), un sigle (CCAS)",
    "a code (E201), a field (phones.number), a record (partner), a theme (logement), an acronym (CCAS)"};

// The pages about one word: a word may be a field, a theme and an acronym at once.
struct Answer {
    const Vocabulary& vocabulary;
    Lang lang;
    std::vector<Page> pages;

    [[nodiscard]] std::string say(const Words& words) const { return words.in(lang); }
    Page& page(std::string kicker, std::string title, std::string lead) {
        Page made;
        made.lang = lang;
        made.kicker = std::move(kicker);
        made.title = std::move(title);
        made.lead = std::move(lead);
        return pages.emplace_back(std::move(made));
    }
};

void fact(Facts& facts, const model::Label& label, Lang lang, const std::string& text) {
    if (!text.empty()) facts.rows.emplace_back(std::string(label.in(lang)), view::plain(text));
}

void section(Page& page, const model::Label& title, Block block) {
    view::Section made;
    made.title = std::string(title.in(page.lang));
    made.blocks.push_back(std::move(block));
    page.body.push_back({std::move(made)});
}

// ---- Rules ---------------------------------------------------------------------------------------------------------

void explain_rule(const std::string& word, Answer& answer) {
    static constexpr model::Label wrong{"À ne pas écrire", "Not so"};
    static constexpr model::Label right{"À écrire", "But so"};
    static constexpr model::Label find{"Où c'est le cas", "Where it is so"};
    static constexpr Phrase<std::string> run{"« cafe check --only {} » montre chaque endroit, et quoi y écrire",
                                             "'cafe check --only {}' shows each place, and what to write there"};
    for (const Rule* rule : check::all_rules()) {
        if (fold::text(rule->code) != fold::text(word)) continue;
        Page& page = answer.page(answer.say(render::severity_name(rule->severity)),
                                 std::string(rule->code) + " – " + std::string(rule->title(answer.lang)),
                                 std::string(rule->why(answer.lang)));
        const auto example = [](std::string_view text) { return view::Preformatted{std::string(text::trim(text))}; };
        if (!rule->wrong.empty()) section(page, wrong, {example(rule->wrong)});
        if (!rule->right.empty()) section(page, right, {example(rule->right)});
        section(page, find, {view::Paragraph{view::plain(answer.say(run(std::string(rule->code))))}});
    }
}

// ---- Fields --------------------------------------------------------------------------------------------------------

struct Topic {
    RecordKind kind;
    std::array<std::string_view, 3> names;  // as people say it; the first one is shown
};

// The files of a notebook that people write by hand. Their words come after those of fields.
constexpr std::array topics{
    Topic{RecordKind::partner, {"partner", "partners", "fiche"}},
    Topic{RecordKind::person, {"person", "people", "personne"}},
    Topic{RecordKind::cafe, {"cafe", "cafes", "café"}},
    Topic{RecordKind::meeting, {"meeting", "meetings", "reunion"}},
    Topic{RecordKind::network, {"network", "network.yaml", "reseau"}},
    Topic{RecordKind::settings, {"settings", "cafe.yaml", "reglages"}},
    Topic{RecordKind::territory, {"territory", "territory.yaml", "territoire"}},
};

std::string_view topic_name(RecordKind kind) {
    for (const Topic& topic : topics)
        if (topic.kind == kind) return topic.names.front();
    return "";
}

bool is_called(const Topic& topic, std::string_view word) {
    const std::string folded = fold::text(word);
    return std::any_of(topic.names.begin(), topic.names.end(),
                       [&](std::string_view name) { return fold::text(name) == folded; });
}

std::string folders_of(const Field& field) {
    std::vector<std::string> names;
    for (const model::Folder folder : {field.folder, field.other_folder})
        if (folder != model::Folder::none) names.emplace_back(store::folder_of(store::kind_in(folder)));
    return text::join(names, ", ");
}

std::string joined(const std::vector<std::string_view>& words) {
    const std::vector<std::string> owned(words.begin(), words.end());
    return text::join(owned, ", ");
}

view::Table parts_of(const Shape& shape, Lang lang) {
    view::Table table;
    for (const Field& field : shape.fields)
        table.rows.push_back({view::plain(std::string(field.key)),
                              view::plain(std::string(model::need_in_words(field).in(lang))),
                              view::plain(std::string(field.label.in(lang)))});
    table.columns = lang == Lang::fr ? std::vector<std::string>{"champ", "", "ce que c'est"}
                                     : std::vector<std::string>{"field", "", "what it is"};
    return table;
}

struct FieldAt {
    RecordKind kind;
    std::string path;
    const Field* field;
};

std::string full_name(const FieldAt& at) {
    return std::string(topic_name(at.kind)) + "." + at.path;
}

void field_page(const FieldAt& at, const std::vector<std::string>& others, Answer& answer) {
    static constexpr model::Label value{"valeur", "value"};
    static constexpr model::Label need{"besoin", "need"};
    static constexpr model::Label bounds{"longueur ou bornes", "length or bounds"};
    static constexpr model::Label folder{"dossier", "folder"};
    static constexpr model::Label or_words{"ou bien", "or else"};
    static constexpr model::Label words_too{"quelques mots", "a few words"};
    static constexpr model::Label exchange{"échanges", "exchange"};
    static constexpr model::Label french{"écrit aussi", "people also write"};
    static constexpr model::Label internal{"diffusion", "audience"};
    static constexpr model::Label never{"ne sort jamais du carnet", "never leaves the notebook"};
    static constexpr model::Label elsewhere{"existe aussi", "also in"};
    static constexpr model::Label choices{"Au choix", "Choose from"};
    static constexpr model::Label parts{"Sous-champs", "Sub-fields"};
    const Field& field = *at.field;
    const Lang lang = answer.lang;
    Page& page =
        answer.page(std::string(model::name_of(at.kind).in(lang)),
                    full_name(at) + " – " + std::string(field.label.in(lang)), std::string(field.help.in(lang)));
    Facts facts;
    fact(facts, value, lang, model::type_in_words(field).in(lang));
    fact(facts, need, lang, std::string(model::need_in_words(field).in(lang)));
    fact(facts, bounds, lang, model::bounds_in_words(field).in(lang));
    fact(facts, folder, lang, folders_of(field));
    if (field.or_words) fact(facts, or_words, lang, std::string(words_too.in(lang)));
    if (field.internal) fact(facts, internal, lang, std::string(never.in(lang)));
    fact(facts, exchange, lang, std::string(field.exchange));
    fact(facts, french, lang, joined(field.french));
    fact(facts, elsewhere, lang, text::join(others, ", "));
    page.body.push_back({std::move(facts)});
    if (!field.choices.empty()) {
        Facts list;
        for (const model::Choice& choice : field.choices)
            list.rows.emplace_back(std::string(choice.value), view::plain(std::string(choice.label.in(lang))));
        section(page, choices, {std::move(list)});
    }
    if (field.shape != nullptr) section(page, parts, {parts_of(field.shape(), lang)});
}

// "phones.0.number", as findings say it, is the field phones.number.
std::string without_positions(const std::string& word) {
    std::vector<std::string> steps;
    for (const std::string_view step : text::split(word, '.'))
        if (!text::is_digits(step)) steps.emplace_back(step);
    return text::join(steps, ".");
}

const Field* field_at(const Shape& shape, const std::string& path) {
    const auto parsed = model::RecordPath::parse(path);
    return parsed ? model::column_of(shape, *parsed) : nullptr;
}

// By its whole path, after the name of a record or alone; else by its last word; else by its French name.
std::vector<FieldAt> fields_called(const std::string& word) {
    std::vector<FieldAt> found;
    const std::size_t dot = word.find('.');
    if (dot != std::string::npos)
        for (const Topic& topic : topics)
            if (is_called(topic, word.substr(0, dot)))
                if (const Field* field = field_at(model::shape_of(topic.kind), word.substr(dot + 1)))
                    found.push_back({topic.kind, word.substr(dot + 1), field});
    if (!found.empty()) return found;
    for (const Topic& topic : topics)
        if (const Field* field = field_at(model::shape_of(topic.kind), word))
            found.push_back({topic.kind, word, field});
    // "partner" is a record before it is a part of an invitation.
    const bool is_record =
        std::any_of(topics.begin(), topics.end(), [&](const Topic& topic) { return is_called(topic, word); });
    if (!found.empty() || is_record) return found;
    for (const Topic& topic : topics)
        for (const std::string& path : model::all_paths(model::shape_of(topic.kind)))
            if (path.ends_with("." + word))
                found.push_back({topic.kind, path, field_at(model::shape_of(topic.kind), path)});
    if (!found.empty()) return found;
    for (const Topic& topic : topics)
        if (const Field* field = model::shape_of(topic.kind).find_french(word))
            found.push_back({topic.kind, std::string(field->key), field});
    return found;
}

void explain_field(const std::string& word, Answer& answer) {
    const std::vector<FieldAt> found = fields_called(without_positions(word));
    if (found.empty()) return;
    std::vector<std::string> others;
    for (std::size_t i = 1; i < found.size(); ++i) others.push_back(full_name(found[i]));
    field_page(found.front(), others, answer);
}

void explain_record(const std::string& word, Answer& answer) {
    static constexpr Phrase<std::string> one_each{"un fichier {}ID.yaml pour chaque", "one file {}ID.yaml for each"};
    static constexpr Phrase<std::string> one_file{"le fichier {}", "the file {}"};
    static constexpr Phrase<> more{"« cafe explain CHAMP » en dit plus sur chacun",
                                   "'cafe explain FIELD' says more about each"};
    for (const Topic& topic : topics) {
        if (!is_called(topic, word)) continue;
        const std::string folder(store::folder_of(topic.kind));
        const Words lead = folder.empty() ? one_file(store::path_of({topic.kind, ""})) : one_each(folder + "/");
        Page& page = answer.page(
            "", std::string(topic.names.front()) + " – " + std::string(model::name_of(topic.kind).in(answer.lang)),
            answer.say(lead));
        page.body.push_back({parts_of(model::shape_of(topic.kind), answer.lang)});
        page.body.push_back({view::Paragraph{view::quiet(answer.say(more()))}});
    }
}

// ---- Words of the network ------------------------------------------------------------------------------------------

std::string in_language(const model::Bilingual& text, Lang lang) {
    const std::string& first = lang == Lang::fr ? text.fr : text.en;
    return first.empty() ? (lang == Lang::fr ? text.en : text.fr) : first;
}

std::string all_synonyms(const model::BilingualLists& lists) {
    std::vector<std::string> all = lists.fr;
    all.insert(all.end(), lists.en.begin(), lists.en.end());
    return text::join(all, ", ");
}

// What people say of it that is no word of the vocabulary.
std::string everyday_phrases(const std::string& id) {
    std::vector<std::string> all;
    for (const query::Everyday& line : query::everyday_words()) {
        if (line.says == query::Everyday::Says::usual || line.id != id) continue;
        for (const auto phrase : text::split(line.words, ';')) all.emplace_back(text::trim(phrase));
    }
    return text::join(all, ", ");
}

struct Word {
    model::Label kicker;
    std::string id;
    const model::Bilingual& label;
    const model::BilingualLists& synonyms;
    const std::vector<std::string>& codes;
    std::string family{};  ///< of a theme
};

Page& word_page(const Word& word, Answer& answer) {
    static constexpr model::Label of_family{"famille", "family"};
    static constexpr model::Label also{"se dit aussi", "people also say"};
    static constexpr model::Label everyday{"s'entend ainsi", "heard as"};
    static constexpr model::Label codes{"data·inclusion", "data·inclusion"};
    Page& page = answer.page(std::string(word.kicker.in(answer.lang)),
                             word.id + " – " + in_language(word.label, answer.lang), "");
    Facts facts;
    fact(facts, of_family, answer.lang, word.family);
    fact(facts, also, answer.lang, all_synonyms(word.synonyms));
    fact(facts, everyday, answer.lang, everyday_phrases(word.id));
    fact(facts, codes, answer.lang, text::join(word.codes, ", "));
    page.body.push_back({std::move(facts)});
    return page;
}

constexpr model::Label family_kicker{"famille de thèmes", "family of themes"};
constexpr model::Label theme_kicker{"thème", "theme"};
constexpr model::Label public_kicker{"public", "target group"};
constexpr model::Label kind_kicker{"type d'organisme", "kind of organisation"};

void family_page(const model::Family& family, Answer& answer) {
    static constexpr model::Label children{"Ses thèmes", "Its themes"};
    Page& page = word_page({family_kicker, family.id, family.label, family.synonyms, family.di}, answer);
    Facts list;
    for (const model::Term& child : family.children)
        list.rows.emplace_back(child.id, view::plain(in_language(child.label, answer.lang)));
    if (!list.rows.empty()) section(page, children, {std::move(list)});
}

void theme_page(const model::Family& family, const model::Term& theme, Answer& answer) {
    word_page({theme_kicker, theme.id, theme.label, theme.synonyms, theme.di,
               family.id + " – " + in_language(family.label, answer.lang)},
              answer);
}

// What decides whether a word of the vocabulary is meant: its id or label, or one of its synonyms.
enum class By { name, synonym };

bool is_meant(const std::string& folded, const std::string& id, const model::Bilingual& label,
              const model::BilingualLists& synonyms, By by) {
    const auto same_as = [&](const std::string& text) { return fold::text(text) == folded; };
    if (by == By::name) return same_as(id) || same_as(label.fr) || same_as(label.en);
    return std::any_of(synonyms.fr.begin(), synonyms.fr.end(), same_as) ||
           std::any_of(synonyms.en.begin(), synonyms.en.end(), same_as);
}

void explain_words(const std::string& word, By by, Answer& answer) {
    const std::string folded = fold::text(word);
    const auto meant = [&](const auto& entry) { return is_meant(folded, entry.id, entry.label, entry.synonyms, by); };
    for (const model::Family& family : answer.vocabulary.families) {
        if (meant(family)) family_page(family, answer);
        for (const model::Term& theme : family.children)
            if (meant(theme)) theme_page(family, theme, answer);
    }
    for (const model::Term& term : answer.vocabulary.publics)
        if (meant(term)) word_page({public_kicker, term.id, term.label, term.synonyms, term.di}, answer);
    for (const model::Term& term : answer.vocabulary.kinds)
        if (meant(term)) word_page({kind_kicker, term.id, term.label, term.synonyms, term.di}, answer);
}

void explain_acronym(const std::string& word, Answer& answer) {
    static constexpr model::Label kicker{"sigle", "acronym"};
    if (const model::Acronym* acronym = answer.vocabulary.acronym(word))
        answer.page(std::string(kicker.in(answer.lang)), acronym->letters, acronym->meaning);
}

// ---- Answering -----------------------------------------------------------------------------------------------------

std::vector<std::string> everything_called(const Vocabulary& vocabulary) {
    std::vector<std::string> names;
    for (const Rule* rule : check::all_rules()) names.emplace_back(rule->code);
    for (const Topic& topic : topics) {
        names.emplace_back(topic.names.front());
        for (std::string& path : model::all_paths(model::shape_of(topic.kind))) names.push_back(std::move(path));
    }
    for (const VocabularyKind kind : {VocabularyKind::themes, VocabularyKind::publics, VocabularyKind::kinds})
        for (std::string& id : vocabulary.ids(kind)) names.push_back(std::move(id));
    for (const model::Acronym& acronym : vocabulary.acronyms) names.push_back(acronym.letters);
    return names;
}

// The notebook's own words where it has any; reading a whole notebook to explain a code would be slow.
Vocabulary vocabulary_here(World& world) {
    const auto root = store::find_notebook(world.disk, world.start);
    if (!root) return store::builtin_vocabulary();
    const auto own = world.disk.list(path::join(*root, "vocabulary"));
    if (!own || own->empty()) return store::builtin_vocabulary();
    auto book = store::load(world.disk, *root, {world.threads});
    return book ? std::move(book->vocabulary) : store::builtin_vocabulary();
}

Result<int> run_explain(World& world, const Arguments& arguments) {
    const std::string word(text::trim(text::join(arguments.words, " ")));
    const Vocabulary vocabulary = vocabulary_here(world);
    Answer answer{vocabulary, world.lang, {}};
    explain_rule(word, answer);
    explain_field(word, answer);
    explain_record(word, answer);
    explain_words(word, By::name, answer);
    explain_acronym(word, answer);
    if (answer.pages.empty()) explain_words(word, By::synonym, answer);
    if (answer.pages.empty()) {
        const auto near = text::nearest(word, everything_called(vocabulary));
        return Error{ErrorKind::usage, nothing_called(word), near ? did_you_mean(*near) : what_there_is()};
    }
    const render::TerminalStyle style{world.out_is_terminal ? world.width : 0, world.colour};
    for (std::size_t i = 0; i < answer.pages.size(); ++i)
        world.out << (i == 0 ? "" : "\n") << render::terminal(answer.pages[i], style);
    return 0;
}

}  // namespace

const Command& explain_command() {
    static const Command command{
        .name = "explain",
        .group = Group::ask,
        .summary = {"ce que veut dire un code, un champ, un thème, un sigle",
                    "what a code, a field, a theme, an acronym means"},
        .arguments = {"MOT", "WORD"},
        .least = 1,
        .about =
            {"Explique un code de « cafe check » avec un mauvais et un bon exemple, un champ (phones.number, "
             "meeting.questions), une sorte de fiche (partner), un mot du vocabulaire par son identifiant ou son nom, "
             "un "
             "sigle. Dans un carnet, avec ses propres mots.",
             "Explains a code of 'cafe check' with a wrong and a right example, a field (phones.number, "
             "meeting.questions), a kind of record (partner), a word of the vocabulary by its id or name, an acronym. "
             "Inside a notebook with its own words."},
        .examples = {{"cafe explain E201", {"un code, avec le remède", "a code, with the remedy"}},
                     {"cafe explain phones.number", {"un champ", "a field"}},
                     {"cafe explain logement", {"un thème et ce qu'il contient", "a theme and what it holds"}}},
        .run = run_explain,
        .word = ValueKind::field,
    };
    return command;
}

}  // namespace cafe::cmd
