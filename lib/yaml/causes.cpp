#include "yaml/causes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "yaml/rules.hpp"
#include "yaml/scalar.hpp"

namespace cafe::yaml::cause {

namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";
constexpr std::string_view narrow_no_break_space = "\xE2\x80\xAF";

// The text between quotes as the remedy shows it; nothing when it would not fit the line of a terminal.
std::string quoted_example(std::string_view text) {
    constexpr std::size_t longest = 120;
    if (text.size() > longest) return {};
    return write_quoted(text::trim(text));
}

Words put_quotes(std::string_view text) {
    static constexpr Phrase<std::string> with_example{"mettre le texte entre guillemets : {}",
                                                      "put the text between quotes: {}"};
    const std::string example = quoted_example(text);
    if (!example.empty()) return with_example(example);
    return Words{"mettre le texte entre guillemets", "put the text between quotes"};
}

Words not_a_part(std::string_view text) {
    static constexpr Phrase<std::string> with_example{"si c'est du texte, le mettre entre guillemets : {}",
                                                      "if it is a text, put it between quotes: {}"};
    const std::string example = quoted_example(text);
    if (!example.empty()) return with_example(example);
    return Words{"si c'est du texte, le mettre entre guillemets", "if it is a text, put it between quotes"};
}

bool is_word(std::string_view text) {
    if (text.empty()) return false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = utf8::next(text, at);
        if (character != U'_' && character != U'-' && !utf8::is_letter_or_digit(character)) return false;
    }
    return true;
}

Span part(Span span, std::size_t from, std::size_t size) {
    return Span{span.begin + from, span.begin + from + size};
}

// Where in the line a no-break space hangs on a colon, as an offset and a size; a size of 0 when nowhere.
std::pair<std::size_t, std::size_t> no_break_space_after_colon(std::string_view line) {
    for (const std::string_view blank : {no_break_space, narrow_no_break_space})
        for (std::size_t at = line.find(blank); at != std::string_view::npos; at = line.find(blank, at + 1))
            if (at > 0 && line[at - 1] == ':') return {at, blank.size()};
    return {0, 0};
}

}  // namespace

void unclosed_quote(Report& report, Span span, std::string_view written) {
    static constexpr Phrase<char, int> remedy{"ajouter {} à la fin de la ligne {}", "add {} at the end of line {}"};
    static constexpr Phrase<std::string, char> straighten{"remplacer {} par un guillemet droit : {}",
                                                          "replace {} by a straight quote: {}"};
    const char quote = written.front();
    Words what = remedy(quote, report.line_of(span.begin));
    for (const std::string_view curly : {"\u201D", "\u201C", "\u2019"})
        if (written.ends_with(curly)) what = straighten(std::string(curly), quote);
    report.add(rule::unclosed_quote, span,
               Words{"un guillemet ouvert n'est jamais fermé", "opening quote is never closed"}, what);
}

void unclosed_before_comma(Report& report, Span span, char quote) {
    static constexpr Phrase<char> remedy{"ajouter {} devant la virgule", "add {} before the comma"};
    report.add(rule::unclosed_quote, span,
               Words{"un guillemet ouvert n'est jamais fermé", "opening quote is never closed"}, remedy(quote));
}

void quoted_over_lines(Report& report, Span span, std::string_view key) {
    static constexpr Phrase<std::string> remedy{
        "le mettre sur une ligne, ou en bloc : « {}: | » puis les lignes en retrait, sans guillemets",
        "put it on one line, or as a block: `{}: |`, then the lines indented and without quotes"};
    report.add(rule::quoted_over_lines, span,
               Words{"un texte entre guillemets court sur plusieurs lignes", "quoted text runs over several lines"},
               remedy(shown(key)));
}

void plain_over_lines(Report& report, Span span) {
    report.add(rule::plain_over_lines, span,
               Words{"cette ligne continue le texte de la ligne précédente", "this line continues the text above it"},
               Words{"tout mettre sur une ligne, ou écrire | après la clé et le texte en retrait dessous",
                     "put it all on one line, or write | behind the key and the text indented below"});
}

void colon_in_text(Report& report, Span span, std::string_view key, std::string_view value) {
    static constexpr Phrase<std::string, std::string> with_example{"mettre le texte entre guillemets : {}: {}",
                                                                   "put the text between quotes: {}: {}"};
    const std::string example = quoted_example(value);
    report.add(
        rule::colon_in_text, span,
        Words{"un deux-points dans le texte : il faut des guillemets", "a colon inside the text: it needs quotes"},
        example.empty() ? put_quotes(value) : with_example(shown(key), example));
}

void no_key(Report& report, Span span, std::string_view line) {
    static constexpr Phrase<std::string> write{"écrire « {} »", "write `{}`"};
    const auto [blank, blank_size] = no_break_space_after_colon(line);
    if (blank_size > 0) {
        report.add(rule::no_break_space_colon, part(span, blank, blank_size),
                   Words{"une espace insécable suit le deux-points", "a no-break space follows the colon"},
                   Words{"la remplacer par une espace ordinaire", "replace it by an ordinary space"});
        return;
    }
    const std::size_t colon = line.find(':');
    const bool glued = colon != std::string_view::npos && colon + 1 < line.size() && is_word(line.substr(0, colon)) &&
                       line[colon + 1] != '/';
    if (glued) {
        report.add(rule::no_space_after_colon, part(span, colon, 1),
                   Words{"il manque une espace après le deux-points", "a space is missing after the colon"},
                   write(shown(std::string(line.substr(0, colon + 1)) + ' ' + std::string(line.substr(colon + 1)))));
        return;
    }
    static constexpr Phrase<std::string> message{"« {} » n'est pas une ligne « clé: valeur »",
                                                 "`{}` is no line `key: value`"};
    report.add(rule::missing_colon, span, message(shown(line)),
               Words{"ajouter deux-points et valeur, ou écrire ce texte derrière sa clé",
                     "add a colon and a value, or write this text behind its key"});
}

void text_after_quote(Report& report, Span span, char quote) {
    const Words remedy =
        quote == '"'
            ? Words{"un guillemet à l'intérieur du texte s'écrit \\\"", "a quote inside the text is written \\\""}
            : Words{"une apostrophe à l'intérieur du texte s'écrit '', ou mettre le texte entre guillemets doubles",
                    "an apostrophe inside the text is written '', or put the text between double quotes"};
    report.add(rule::text_after_value, span,
               Words{"il y a du texte après le guillemet fermant", "there is text after the closing quote"}, remedy);
}

void text_after_quote_in_brackets(Report& report, Span span, char quote) {
    const Words remedy = quote == '"' ? Words{"si c'est une autre valeur, une virgule devant ; un guillemet à "
                                              "l'intérieur du texte s'écrit \\\"",
                                              "if it is another value, a comma before it; a quote inside the text is "
                                              "written \\\""}
                                      : Words{"si c'est une autre valeur, une virgule devant ; une apostrophe à "
                                              "l'intérieur du texte s'écrit ''",
                                              "if it is another value, a comma before it; an apostrophe inside the "
                                              "text is written ''"};
    report.add(rule::text_after_value, span,
               Words{"il y a du texte après le guillemet fermant", "there is text after the closing quote"}, remedy);
}

void comment_after_value(Report& report, Span span) {
    report.add(rule::text_after_value, span, Words{"un commentaire touche la valeur", "a comment touches the value"},
               Words{"mettre une espace devant #", "put a space before #"});
}

void text_after_bracket(Report& report, Span span) {
    report.add(rule::text_after_value, span,
               Words{"il y a du texte après le crochet fermant", "there is text after the closing bracket"},
               Words{"le supprimer, ou mettre toute la valeur entre guillemets",
                     "delete it, or put the whole value between quotes"});
}

void reserved_start(Report& report, Span span, std::string_view line) {
    static constexpr Phrase<char> message{"un texte ne peut pas commencer par « {} »", "a text cannot begin with `{}`"};
    report.add(rule::reserved_start, span, message(line.front()), put_quotes(line));
}

void question_in_brackets(Report& report, Span span, std::string_view value) {
    report.add(rule::reserved_start, span,
               Words{"« ? » entre crochets ou accolades demande des guillemets",
                     "`?` between brackets or braces needs quotes"},
               put_quotes(value));
}

void tab(Report& report, std::size_t at, TabIn where) {
    if (const auto blanks = report.blanks_at_line_end(at))
        return report.add(rule::tab, Span{at, at + 1},
                          Words{"tabulation à la fin de la ligne", "tab at the end of the line"},
                          Words{"l'enlever", "take it out"}, TextPatch{*blanks, ""});
    report.add(rule::tab, Span{at, at + 1},
               where == TabIn::text ? Words{"tabulation dans un texte sans guillemets", "tab in a text without quotes"}
                                    : Words{"tabulation hors d'un texte", "tab outside a text"},
               Words{"la remplacer par des espaces", "replace it by spaces"});
}

void anchor(Report& report, Span span, std::string_view line) {
    report.add(rule::anchor, span, Words{"les ancres (&) ne sont pas permises", "anchors (&) are not allowed"},
               not_a_part(line));
}

void alias(Report& report, Span span, std::string_view line) {
    report.add(rule::alias, span,
               Words{"« * » au début d'un texte est réservé, et les renvois ne sont pas permis",
                     "`*` at the start of a text is reserved, and aliases are not allowed"},
               not_a_part(line));
}

void tag(Report& report, Span span, std::string_view line) {
    report.add(rule::tag, span,
               Words{"« ! » au début d'un texte est réservé, et les étiquettes de type ne sont pas permises",
                     "`!` at the start of a text is reserved, and tags are not allowed"},
               not_a_part(line));
}

void merge_key(Report& report, Span span) {
    report.add(rule::merge_key, span, Words{"la clé de fusion << n'est pas permise", "the merge key << is not allowed"},
               Words{"écrire les champs eux-mêmes", "write the fields themselves"});
}

void directive(Report& report, Span span) {
    report.add(rule::directive, span,
               Words{"les directives (%) ne sont pas permises", "directives (%) are not allowed"},
               Words{"supprimer cette ligne", "delete this line"});
}

void second_document(Report& report, Span span) {
    report.add(rule::several_documents, span, Words{"un second document commence ici", "a second document begins here"},
               Words{"un fichier par fiche : déplacer la suite dans le sien, ou la supprimer",
                     "one file per record: move the rest to its own, or delete it"});
}

void text_after_document_start(Report& report, Span span) {
    report.add(rule::several_documents, span, Words{"texte sur la ligne de « --- »", "text on the line of `---`"},
               Words{"commencer la fiche à la ligne suivante", "begin the record on the next line"});
}

void complex_key(Report& report, Span span) {
    report.add(rule::complex_key, span, Words{"la clé n'est pas un simple mot", "the key is no simple word"},
               Words{"écrire « clé: valeur », ou mettre le texte entre guillemets",
                     "write `key: value`, or put the text between quotes"});
}

void empty_key(Report& report, Span span) {
    report.add(rule::empty_key, span, Words{"il manque le nom du champ", "the name of the field is missing"},
               Words{"écrire le nom du champ devant le deux-points", "write the name of the field before the colon"});
}

void long_key(Report& report, Span span) {
    report.add(rule::long_key, span,
               Words{"la clé dépasse 1024 caractères (un accent compte pour deux)",
                     "the key is longer than 1024 characters (an accent counts as two)"},
               Words{"un texte long se met derrière une clé courte", "a long text goes behind a short key"});
}

void key_over_lines(Report& report, Span span) {
    report.add(rule::forbidden_escape, span,
               Words{"une clé n'a ni saut de ligne ni tabulation", "a key has neither line breaks nor tabs"},
               Words{"écrire la clé sur une ligne", "write the key on one line"});
}

void twin_key(Report& report, Span span, std::string_view key, int first_line) {
    static constexpr Phrase<std::string, int> message{"la clé « {} » est déjà à la ligne {}",
                                                      "the key \"{}\" stands on line {} already"};
    report.add(rule::twin_key, span, message(shown(key), first_line),
               Words{"n'en garder qu'une, ou réunir les deux valeurs en une liste",
                     "keep one of them, or join both values in one list"});
}

void too_deep(Report& report, Span span) {
    report.add(rule::too_deep, span, Words{"plus de 16 niveaux les uns dans les autres", "more than 16 levels deep"},
               Words{"une fiche n'a besoin que de quelques niveaux", "a record needs only a few levels"});
}

void too_many_nodes(Report& report, Span span) {
    report.add(rule::too_many_nodes, span, Words{"plus de 50 000 valeurs", "more than 50,000 values"},
               Words{"un fichier par fiche", "one file per record"});
}

void not_a_mapping(Report& report, Span span) {
    report.add(rule::not_a_mapping, span,
               Words{"une fiche commence par « clé: valeur »", "a record begins with `key: value`"},
               Words{"écrire une clé devant, par exemple « name: »", "write a key before it, such as `name:`"});
}

void no_record(Report& report) {
    report.add(
        rule::no_record, Span{0, 0}, Words{"il n'y a aucune fiche dans ce fichier", "there is no record in this file"},
        Words{"écrire au moins « name: … », ou supprimer le fichier", "write at least `name: …`, or delete the file"});
}

constexpr Noun spaces{"espace", "espaces", "space", "spaces"};

void second_value(Report& report, Span span, std::size_t column) {
    static constexpr Phrase<Words> remedy{"l'aligner sur les lignes de son bloc ({}), ou supprimer la valeur au-dessus",
                                          "align it with the lines of its block ({}), or delete the value above it"};
    report.add(rule::indentation, span,
               Words{"cette ligne est en retrait sous une valeur déjà complète",
                     "this line is indented below a value that is complete already"},
               remedy(count(column, spaces)));
}

void unknown_column(Report& report, Span span, std::size_t column, std::size_t outer, std::size_t inner) {
    static constexpr Phrase<Words> message{"un retrait de {} ne correspond à aucune ligne au-dessus",
                                           "an indentation of {} matches no line above"};
    static constexpr Phrase<std::size_t, Words> either{"mettre {} ou {}", "use {} or {}"};
    static constexpr Phrase<Words> one{"mettre {}", "use {}"};
    const Words within = count(inner, spaces);
    report.add(rule::indentation, span, message(count(column, spaces)),
               outer == inner ? one(within) : either(outer, within));
}

void item_among_keys(Report& report, Span span) {
    report.add(rule::indentation, span,
               Words{"un élément de liste (tiret) à la place d'une clé", "a list item (dash) in the place of a key"},
               Words{"mettre les tirets en retrait sous leur clé, qui ne porte pas d'autre valeur",
                     "indent the dashes below their key, which has no other value"});
}

void key_among_items(Report& report, Span span) {
    report.add(rule::indentation, span,
               Words{"cette ligne est à la place d'un élément de liste, sans tiret",
                     "this line stands in the place of a list item, without a dash"},
               Words{"ajouter « - » devant, ou l'aligner sur la clé de la liste",
                     "put `- ` before it, or align it with the key of the list"});
}

void after_block_text(Report& report, Span span) {
    report.add(rule::indentation, span,
               Words{"cette ligne est moins en retrait que le texte en bloc au-dessus",
                     "this line is indented less than the block text above it"},
               Words{"lui donner le retrait du texte, ou celui des clés",
                     "give it the indentation of the text, or that of the keys"});
}

void unclosed_bracket(Report& report, Span span, char closing, int line) {
    static constexpr Phrase<char, int> remedy{"ajouter {} à la fin de la ligne {}", "add {} at the end of line {}"};
    report.add(rule::unclosed_bracket, span,
               Words{"un crochet ouvert n'est jamais fermé", "opening bracket is never closed"}, remedy(closing, line));
}

void bracket_in_comment(Report& report, Span span, char closing) {
    static constexpr Phrase<char> message{"le signe {} qui ferme est dans un commentaire, derrière #",
                                          "the closing {} is in a comment, behind #"};
    report.add(rule::unclosed_bracket, span, message(closing),
               Words{"mettre entre guillemets le texte qui contient #", "put the text that holds # between quotes"});
}

void wrong_bracket(Report& report, Span span, char found, char expected) {
    static constexpr Phrase<char, char> message{"« {} » là où « {} » est attendu", "`{}` where `{}` is expected"};
    static constexpr Phrase<char> remedy{"le remplacer par {}, ou mettre le texte entre guillemets",
                                         "replace it by {}, or put the text between quotes"};
    report.add(rule::comma, span, message(found, expected), remedy(expected));
}

void missing_comma(Report& report, Span span) {
    report.add(rule::comma, span,
               Words{"il manque une virgule avant cette valeur", "a comma is missing before this value"},
               Words{"séparer les valeurs par une virgule", "separate the values by a comma"});
}

void extra_comma(Report& report, Span span) {
    report.add(rule::comma, span, Words{"une virgule sans valeur devant elle", "a comma with no value before it"},
               Words{"la supprimer", "delete it"});
}

void bad_escape(Report& report, Span span, std::string_view escape) {
    static constexpr Phrase<std::string> message{"« {} » n'est pas un signe spécial connu",
                                                 "`{}` is no known special sign"};
    report.add(rule::bad_escape, span, message(shown(escape)),
               Words{"doubler la barre oblique inverse : \\\\", "double the backslash: \\\\"});
}

void forbidden_escape(Report& report, Span span, std::string_view escape) {
    static constexpr Phrase<std::string> message{"« {} » met dans le texte un caractère interdit",
                                                 "`{}` puts a forbidden character into the text"};
    report.add(rule::forbidden_escape, span, message(shown(escape)),
               Words{"le supprimer, ou écrire le caractère voulu lui-même",
                     "delete it, or write the wanted character itself"});
}

void list_on_key_line(Report& report, Span span, std::string_view line) {
    static constexpr Phrase<Words> remedy{"mettre le tiret à la ligne, en retrait ; {}",
                                          "put the dash on the next line, indented; {}"};
    report.add(
        rule::list_on_key_line, span,
        Words{"une liste ne commence pas sur la ligne de sa clé", "a list does not begin on the line of its key"},
        remedy(not_a_part(line)));
}

void block_header(Report& report, Span span, std::string_view line) {
    static constexpr Phrase<char> message{"il y a du texte derrière « {} »", "there is text behind `{}`"};
    report.add(rule::block_header, span, message(line.front()), put_quotes(line));
}

void block_indentation(Report& report, Span span) {
    report.add(rule::block_indentation, span,
               Words{"une ligne vide plus en retrait que la première ligne du texte",
                     "a blank line indented further than the first line of the text"},
               Words{"supprimer ses espaces", "delete its spaces"});
}

void pair_in_list(Report& report, Span span, std::string_view line) {
    report.add(rule::pair_in_list, span,
               Words{"un deux-points dans une liste entre crochets", "a colon in a list in brackets"},
               put_quotes(line));
}

void key_without_value(Report& report, Span span, std::string_view key, std::string_view before) {
    static constexpr Phrase<std::string> message{"« {} » n'a pas de deux-points", "`{}` has no colon"};
    static constexpr Phrase<std::string, std::string> with_point{"un nombre s'écrit avec un point : {}.{}",
                                                                 "a number is written with a point: {}.{}"};
    const bool negative = before.starts_with('-');
    if (text::is_digits(key) && text::is_digits(before.substr(negative ? 1 : 0)))
        return report.add(rule::key_without_value, span, message(shown(key)), with_point(shown(before), shown(key)));
    report.add(rule::key_without_value, span, message(shown(key)),
               Words{"écrire {clé: valeur}, ou une liste entre crochets [ ]",
                     "write {key: value}, or a list in brackets [ ]"});
}

void two_readings(Report& report, Span span) {
    report.add(rule::two_readings, span,
               Words{"ce passage peut être lu de deux façons", "this passage can be read in two ways"},
               Words{"mettre les textes entre guillemets, une valeur par ligne",
                     "put the texts between quotes, one value per line"});
}

void glued_comment(Report& report, Span span) {
    report.add(rule::glued_comment, span,
               Words{"ce qui suit # est un commentaire et n'est pas lu", "what follows # is a comment and is not read"},
               Words{"si c'est du texte, mettre toute la valeur entre guillemets ; sinon une espace après #",
                     "if it is text, put the whole value between quotes; else a space behind #"});
}

void invisible(Report& report, Span span, char32_t character, bool in_key) {
    static constexpr Phrase<std::string> message{"caractère invisible {}", "invisible character {}"};
    static constexpr Phrase<std::string> key_message{"caractère invisible {} dans une clé",
                                                     "invisible character {} in a key"};
    const std::string name = fmt::format("U+{:04X}", static_cast<unsigned>(character));
    report.add(in_key ? rule::invisible_in_key : rule::invisible_in_text, span,
               in_key ? key_message(name) : message(name), Words{"le supprimer", "delete it"});
}

std::string_view meant_key(std::string_view key) {
    for (bool found = true; found;) {
        found = false;
        for (const std::string_view blank : {no_break_space, narrow_no_break_space}) {
            const bool before = key.starts_with(blank);
            if (before) key.remove_prefix(blank.size());
            const bool after = key.ends_with(blank);
            if (after) key.remove_suffix(blank.size());
            found = found || before || after;
        }
    }
    return key;
}

void no_break_space_in_key(Report& report, Span span, std::string_view key) {
    static constexpr Phrase<std::string> remedy{"écrire « {}: »", "write `{}:`"};
    report.add(rule::no_break_space_in_key, span,
               Words{"une espace insécable devant le deux-points fait partie de la clé",
                     "a no-break space before the colon is a part of the key"},
               remedy(shown(meant_key(key))), TextPatch{span, ""});
}

// How far the key was to be indented nobody knows: nothing is mended.
void no_break_space_before_key(Report& report, Span span, std::string_view key) {
    static constexpr Phrase<std::string> remedy{"écrire « {}: », en retrait avec des espaces ordinaires s'il en faut",
                                                "write `{}:`, indented with ordinary spaces where needed"};
    report.add(
        rule::no_break_space_in_key, span,
        Words{"une espace insécable devant la clé en fait partie", "a no-break space before the key is a part of it"},
        remedy(shown(meant_key(key))));
}

void lookalike(Report& report, Span span, std::string_view text) {
    static constexpr Phrase<std::string> message{"d'autres logiciels ne liront pas « {} » comme un texte",
                                                 "other software will not read \"{}\" as a text"};
    report.add(rule::lookalike, span, message(shown(text)), put_quotes(text));
}

void curly_quotes(Report& report, Span span, std::string_view inner) {
    static constexpr Phrase<std::string> remedy{"les remplacer par des guillemets droits : {}",
                                                "replace them by straight quotes: {}"};
    report.add(rule::curly_quotes, span,
               Words{"les guillemets courbes font partie du texte", "the curly quotes are a part of the text"},
               remedy(shown(write_quoted(inner))));
}

void closing_bracket(Report& report, Span span) {
    report.add(rule::closing_bracket, span,
               Words{"le signe fermant n'est pas plus en retrait que sa clé",
                     "the closing sign is not indented further than its key"},
               Words{"le mettre en retrait, ou au bout de la ligne précédente",
                     "indent it, or put it at the end of the line above"});
}

}  // namespace cafe::yaml::cause
