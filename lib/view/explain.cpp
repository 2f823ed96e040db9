#include "view/explain.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "check/check.hpp"
#include "model/field_words.hpp"
#include "model/kind.hpp"
#include "model/path.hpp"
#include "query/everyday.hpp"
#include "store/layout.hpp"
#include "view/subjects.hpp"

namespace cafe::view {

namespace {

using model::Field;
using model::Kind;
using model::RecordKind;
using model::Shape;
using model::Vocabulary;
using model::VocabularyKind;

// The pages about one word: a word may be a field, a theme and an acronym at once.
struct Explaining {
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

void explain_rule(const std::string& word, Explaining& answer) {
    static constexpr model::Label wrong{"À ne pas écrire", "Instead of"};
    static constexpr model::Label right{"À écrire", "Write"};
    static constexpr model::Label find{"Où c'est le cas", "Where it happens"};
    static constexpr Phrase<std::string> run{"« cafe check --only {} » montre chaque endroit, et quoi y écrire",
                                             "'cafe check --only {}' shows each place, and what to write there"};
    for (const Rule* rule : check::all_rules()) {
        if (fold::text(rule->code) != fold::text(word)) continue;
        Page& page = answer.page(answer.say(severity_name(rule->severity)),
                                 std::string(rule->code) + " – " + std::string(rule->title(answer.lang)),
                                 std::string(rule->why(answer.lang)));
        const auto example = [](std::string_view text) { return view::Preformatted{std::string(text::trim(text))}; };
        if (!rule->wrong.empty()) section(page, wrong, {example(rule->wrong)});
        if (!rule->right.empty()) section(page, right, {example(rule->right)});
        section(page, find, {view::Paragraph{view::plain(answer.say(run(std::string(rule->code))))}});
    }
}

// ---- Fields --------------------------------------------------------------------------------------------------------

// The files of a notebook that people write by hand. Their words come after those of fields.
std::vector<Kind> explained_kinds() {
    std::vector<Kind> found;
    for (const Kind& row : model::kinds())
        if (row.by_hand) found.push_back(row);
    return found;
}

bool is_called(const Kind& topic, std::string_view word) {
    return model::kind_called(word) == &model::row_of(topic.kind);
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
    return std::string(model::row_of(at.kind).names.front()) + "." + at.path;
}

void field_page(const FieldAt& at, const std::vector<std::string>& others, Explaining& answer) {
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
        for (const Kind& topic : explained_kinds())
            if (is_called(topic, word.substr(0, dot)))
                if (const Field* field = field_at(topic.shape(), word.substr(dot + 1)))
                    found.push_back({topic.kind, word.substr(dot + 1), field});
    if (!found.empty()) return found;
    for (const Kind& topic : explained_kinds())
        if (const Field* field = field_at(topic.shape(), word)) found.push_back({topic.kind, word, field});
    // "partner" is a record before it is a part of an invitation.
    const Kind* record = model::kind_called(word);
    if (!found.empty() || (record != nullptr && record->by_hand)) return found;
    for (const Kind& topic : explained_kinds())
        for (const std::string& path : model::all_paths(topic.shape()))
            if (path.ends_with("." + word)) found.push_back({topic.kind, path, field_at(topic.shape(), path)});
    if (!found.empty()) return found;
    for (const Kind& topic : explained_kinds())
        if (const Field* field = topic.shape().find_french(word))
            found.push_back({topic.kind, std::string(field->key), field});
    return found;
}

void explain_field(const std::string& word, Explaining& answer) {
    const std::vector<FieldAt> found = fields_called(without_positions(word));
    if (found.empty()) return;
    std::vector<std::string> others;
    for (std::size_t i = 1; i < found.size(); ++i) others.push_back(full_name(found[i]));
    field_page(found.front(), others, answer);
}

void explain_record(const std::string& word, Explaining& answer) {
    static constexpr Phrase<std::string> one_each{"un fichier {}ID.yaml pour chaque", "one file {}ID.yaml for each"};
    static constexpr Phrase<std::string> one_file{"le fichier {}", "the file {}"};
    static constexpr Phrase<> more{"« cafe explain CHAMP » en dit plus sur chacun",
                                   "'cafe explain FIELD' says more about each"};
    for (const Kind& topic : explained_kinds()) {
        if (!is_called(topic, word)) continue;
        const Words lead =
            topic.folder.empty() ? one_file(std::string(topic.file)) : one_each(std::string(topic.folder) + "/");
        Page& page = answer.page("", std::string(topic.names.front()) + " – " + std::string(topic.one.in(answer.lang)),
                                 answer.say(lead));
        page.body.push_back({parts_of(topic.shape(), answer.lang)});
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

Page& word_page(const Word& word, Explaining& answer) {
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

void family_page(const model::Family& family, Explaining& answer) {
    static constexpr model::Label children{"Ses thèmes", "Its themes"};
    Page& page = word_page({family_kicker, family.id, family.label, family.synonyms, family.di}, answer);
    Facts list;
    for (const model::Term& child : family.children)
        list.rows.emplace_back(child.id, view::plain(in_language(child.label, answer.lang)));
    if (!list.rows.empty()) section(page, children, {std::move(list)});
}

void theme_page(const model::Family& family, const model::Term& theme, Explaining& answer) {
    word_page({theme_kicker, theme.id, theme.label, theme.synonyms, theme.di,
               family.id + " – " + in_language(family.label, answer.lang)},
              answer);
}

constexpr model::Label vocabulary_kicker{"vocabulaire", "vocabulary"};

// All the words of a vocabulary, by its own name: "themes", "genres", « sigles ».
void explain_vocabulary(const std::string& word, Explaining& answer) {
    static constexpr Phrase<> say_more{"« cafe explain MOT » en dit plus sur chacun",
                                       "'cafe explain WORD' says more about each"};
    const Subject* subject = subject_called(word);
    if (subject == nullptr) return;
    Facts list;
    if (subject->vocabulary != VocabularyKind::none)
        for (const std::string& id : answer.vocabulary.ids(subject->vocabulary))
            list.rows.emplace_back(id, view::plain(answer.say(answer.vocabulary.label(subject->vocabulary, id))));
    if (subject->acronyms)
        for (const model::Acronym& acronym : answer.vocabulary.acronyms)
            list.rows.emplace_back(acronym.letters, view::plain(acronym.meaning));
    if (list.rows.empty()) return;
    Page& page = answer.page(std::string(vocabulary_kicker.in(answer.lang)), std::string(subject->names.front()), "");
    page.body.push_back({std::move(list)});
    page.body.push_back({view::Paragraph{view::quiet(answer.say(say_more()))}});
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

void explain_words(const std::string& word, By by, Explaining& answer) {
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

void explain_acronym(const std::string& word, Explaining& answer) {
    static constexpr model::Label kicker{"sigle", "acronym"};
    if (const model::Acronym* acronym = answer.vocabulary.acronym(word))
        answer.page(std::string(kicker.in(answer.lang)), acronym->letters, acronym->meaning);
}

}  // namespace

std::vector<Page> explanations(const std::string& word, const Vocabulary& vocabulary, Lang lang) {
    Explaining answer{vocabulary, lang, {}};
    explain_rule(word, answer);
    explain_field(word, answer);
    explain_record(word, answer);
    explain_vocabulary(word, answer);
    explain_words(word, By::name, answer);
    explain_acronym(word, answer);
    if (answer.pages.empty()) explain_words(word, By::synonym, answer);
    return std::move(answer.pages);
}

std::vector<std::string> all_explained(const Vocabulary& vocabulary) {
    std::vector<std::string> names;
    for (const Rule* rule : check::all_rules()) names.emplace_back(rule->code);
    for (const Kind& topic : explained_kinds()) {
        names.emplace_back(topic.names.front());
        for (std::string& path : model::all_paths(topic.shape())) names.push_back(std::move(path));
    }
    for (const VocabularyKind kind : {VocabularyKind::themes, VocabularyKind::publics, VocabularyKind::kinds})
        for (std::string& id : vocabulary.ids(kind)) names.push_back(std::move(id));
    for (const model::Acronym& acronym : vocabulary.acronyms) names.push_back(acronym.letters);
    for (const Subject& subject : subjects())
        if (subject.vocabulary != VocabularyKind::none || subject.acronyms)
            names.insert(names.end(), subject.names.begin(), subject.names.end());
    return names;
}

}  // namespace cafe::view
