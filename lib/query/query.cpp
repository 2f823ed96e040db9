#include "query/query.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>

#include "base/did_you_mean.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "query/asked_place.hpp"
#include "query/evidence.hpp"
#include "query/fields.hpp"
#include "query/syntax.hpp"
#include "query/understand.hpp"
#include "query/weights.hpp"
#include "query/word_lists.hpp"

namespace cafe::query {

namespace {

using store::Catalog;

constexpr Phrase<std::string> unknown_theme{"thème inconnu : « {} »", "unknown theme: '{}'"};
constexpr Phrase<std::string> unknown_public{"public inconnu : « {} »", "unknown public: '{}'"};
constexpr Phrase<std::string> unknown_kind{"genre de partenaire inconnu : « {} »", "unknown kind of partner: '{}'"};
constexpr Phrase<std::string> list_of{"« cafe explain {} » donne la liste", "'cafe explain {}' lists them"};
constexpr Phrase<std::string> names_no_area{"« {}: » attend un territoire", "'{}:' needs an area"};
constexpr Phrase<> as_in_fumel{"par exemple in:Fumel", "for example in:Fumel"};
constexpr Phrase<> within_what{"« --within » attend un lieu dans la question, ou --in",
                               "'--within' needs a place in the question, or --in"};
constexpr Phrase<> nothing_behind{"« OR » et « not: » attendent quelque chose derrière eux",
                                  "'OR' and 'not:' need something behind them"};

Error usage(Words message, Words remedy = {}) {
    return Error{ErrorKind::usage, std::move(message), std::move(remedy)};
}

// A text as one argument of bash and zsh.
std::string shell_quoted(const std::string& text) {
    constexpr std::string_view special = "'\"\\$`!*?[](){}<>|&;#~=";
    if (text.find_first_of(special) == std::string::npos) return text;
    if (text.find_first_of("\"\\$`!") == std::string::npos) return '"' + text + '"';
    return '\'' + text::replace_all(text, "'", "'\\''") + '\'';
}

Expression leaf(std::size_t clue) {
    Expression expression;
    expression.kind = Expression::Kind::clue;
    expression.clue = clue;
    return expression;
}

Expression joined(Expression::Kind kind, std::vector<Expression> parts) {
    Expression expression;
    expression.kind = kind;
    expression.parts = std::move(parts);
    return expression;
}

// A situation that one word says (« divorce », « trop cher ») is not sure to be meant.
bool is_one_word_alone(const Clue& clue) {
    return clue.kind == Clue::Kind::situation &&
           std::all_of(clue.situations.begin(), clue.situations.end(),
                       [](const HeardSituation& heard) { return heard.asked.find(' ') == std::string::npos; });
}

bool names_theme_or_partner(const Clue& clue) {
    return std::any_of(clue.meanings.begin(), clue.meanings.end(), [](const Meaning& meaning) {
        return meaning.kind == MeaningKind::theme || meaning.kind == MeaningKind::partner;
    });
}

bool names_kind(const Clue& clue) {
    return std::any_of(clue.meanings.begin(), clue.meanings.end(),
                       [](const Meaning& meaning) { return meaning.kind == MeaningKind::kind; });
}

bool is_theme(const Clue& clue) {
    return !clue.meanings.empty() &&
           std::all_of(clue.meanings.begin(), clue.meanings.end(),
                       [](const Meaning& meaning) { return meaning.kind == MeaningKind::theme; });
}

bool names_house(const Clue& clue) {
    return std::any_of(clue.meanings.begin(), clue.meanings.end(),
                       [](const Meaning& meaning) { return meaning.kind == MeaningKind::partner; });
}

double least_of(Learning learning) {
    const Weights& w = weights();
    return learning == Learning::sure ? w.sure : learning == Learning::guess ? w.guess : w.last_guess;
}

class Parser {
public:
    Parser(const Catalog& catalog, const Lexicon& lexicon, const ParseOptions& options, Learning learning)
        : catalog_(catalog), lexicon_(lexicon), options_(options), learning_(learning), least_(least_of(learning)) {}

    Result<Query> parse(std::string text) {
        text_ = std::move(text);
        auto pieces = pieces_of(text_);
        if (!pieces) return pieces.error();
        pieces_ = std::move(*pieces);
        auto asked = either();
        if (!asked) return asked.error();
        std::vector<Expression> parts;
        if (asked->kind == Expression::Kind::all)
            parts = std::move(asked->parts);
        else
            parts.push_back(std::move(*asked));
        if (auto refused = add_options(parts)) return *refused;
        if (options_.reading == Reading::question) {
            features_ = features_of(content_);
            if (learning_ == Learning::kinds)
                ask_usual_kinds();
            else
                recognise_theme();
            find_usual_kinds();
        }
        join_loose(parts);
        // A fiche that says all of the words is meant all the same: « cuisine couture groupe du jeudi ».
        if (nobody_ && (needs().any || options_.any_word)) parts.push_back(joined(Expression::Kind::any, {}));
        query_.filter = joined(Expression::Kind::all, std::move(parts));
        keep_ignored_once();
        return std::move(query_);
    }

private:
    static constexpr std::size_t fewest_words = 2;  // for what was learnt to be asked
    static constexpr std::size_t all_themes = 200;

    // What was said of needs, for whether the recogniser is asked.
    struct Needs {
        bool named = false;                 // a house, somebody or a field
        bool told = false;                  // that, or a kind: nothing has to be guessed
        bool any = false;                   // a need, sure or not
        std::vector<std::size_t> surely{};  // clues
    };
    [[nodiscard]] Needs needs() const {
        Needs needs;
        for (std::size_t i = 0; i < query_.clues.size(); ++i) {
            const Clue& clue = query_.clues[i];
            const bool situation = clue.kind == Clue::Kind::situation;
            if (clue.excluded || clue.denied || clue.kind == Clue::Kind::area || clue.kind == Clue::Kind::age ||
                clue.kind == Clue::Kind::text)
                continue;
            if (clue.kind == Clue::Kind::words ? names_house(clue) : !situation) needs.named = true;
            if (needs.named || names_kind(clue)) needs.told = true;
            if (!situation && !names_theme_or_partner(clue)) continue;
            needs.any = true;
            if (!clue.unsure && !is_one_word_alone(clue)) needs.surely.push_back(i);
        }
        return needs;
    }

    // Asked where no partner, kind or person is named and no field is set: phrases and all the words together.
    void recognise_theme() {
        const Needs said = needs();
        if (said.told || query_.content.size() < fewest_words) return;
        std::vector<Guess> guesses = recognise(features_, lexicon_.taught(), all_themes);
        if (guesses.empty()) return;
        std::vector<const Clue*> surely;
        for (const std::size_t need : said.surely) surely.push_back(&query_.clues[need]);
        const Evidence evidence(std::move(guesses), surely, catalog_.vocabulary());

        // What a service says itself of who needs it is its business, whatever else the words may tell of.
        const bool heard = std::any_of(surely.begin(), surely.end(),
                                       [](const Clue* clue) { return clue->kind == Clue::Kind::situation; });
        nobody_ = !heard && evidence.none() >= (surely.empty() ? weights().nobody_free : weights().nobody);
        if (nobody_) return;
        const std::string& best = evidence.themes().front().id;
        const bool is_said = std::any_of(said.surely.begin(), said.surely.end(),
                                         [&](std::size_t need) { return evidence.says(query_.clues[need], best); });
        weigh_phrases(said, evidence, is_said);
        if (!is_said) add_theme(said, evidence);
    }

    // What one word alone asks says too little of whose business it is (« crèche »); where phrases know, they do.
    void find_usual_kinds() {
        const Needs said = needs();
        const auto knows = [&](std::size_t need) { return !query_.clues[need].usual_kinds.empty(); };
        const bool known = !said.surely.empty() && std::all_of(said.surely.begin(), said.surely.end(), knows);
        if (said.told || known || says_needs_alone(said) || query_.content.size() < fewest_words) return;
        query_.usual_kinds = query::usual_kinds_of(features_);
        if (query_.usual_kinds.empty()) return;
        const double most = query_.usual_kinds.front().p;
        for (Guess& kind : query_.usual_kinds) kind.p = std::sqrt(kind.p / most);
    }

    // Nobody says what was asked: whose business it usually is may know, whatever else was understood.
    void ask_usual_kinds() {
        // Letters alone tell little: « zigouigoui 47 ans ».
        constexpr std::size_t shortest = 4;
        const auto tells = [](const Token& word) { return word.folded.size() >= shortest && is_learnt(word); };
        const auto telling = static_cast<std::size_t>(std::count_if(content_.begin(), content_.end(), tells));
        if (needs().named || telling < fewest_words) return;
        const std::vector<Guess> themes = recognise(features_, lexicon_.taught(), all_themes);
        double none = 1;
        for (const Guess& theme : themes) none -= theme.p;
        if (none >= weights().nobody_usual) return;
        Clue clue;
        clue.kind = Clue::Kind::words;
        clue.learned = true;
        for (const Guess& kind : query::usual_kinds_of(features_))
            if (kind.p >= weights().usual_guess && !stands_in(WordList::any_business, kind.id)) {
                if (clue.asked.empty()) clue.asked = text_of({0, content_.size()});
                clue.meanings.push_back(
                    Meaning{MeaningKind::kind, kind.id, clue.asked, false, Meaning::Breadth::broad});
            }
        if (clue.meanings.empty()) return;
        for (const std::size_t index : loose_) query_.clues[index].unsure = true;
        query_.clues.push_back(std::move(clue));
        loose_.push_back(query_.clues.size() - 1);
    }

    // « hébergement et travail » says two needs, and nothing else by which to weigh them.
    [[nodiscard]] bool says_needs_alone(const Needs& said) const {
        std::size_t words = 0;
        for (const std::size_t need : said.surely) words += query_.clues[need].sought.size();
        return said.surely.size() > 1 && words >= query_.content.size();
    }

    // Each phrase weighs what it is sure of by all the words; what they contradict only ranks. One word beside a
    // likelier theme that no phrase says weighs less: « someone broke into our house ».
    void weigh_phrases(const Needs& said, const Evidence& evidence, bool best_is_said) {
        if (says_needs_alone(said)) return;
        for (const std::size_t need : said.surely) {
            Clue& clue = query_.clues[need];
            if (clue.kind != Clue::Kind::words) continue;
            const double share = evidence.share(clue);
            clue.unsure = evidence.themes().front().p >= weights().replaces && share < weights().contradicted;
            const bool whole = best_is_said || is_of_several_words(clue);
            clue.weight = (whole ? 1 : weights().word_least) + weights().learned_share * share;
        }
    }

    // The likeliest theme, where no phrase says it.
    void add_theme(const Needs& said, const Evidence& evidence) {
        const Guess& best = evidence.themes().front();
        const bool beside = !said.surely.empty();
        if (!said.any && best.p >= weights().probable && best.p < weights().sure) name_probable(evidence);
        if (best.p < (beside ? weights().beside : least_)) return;
        const Run run = telling_run(content_, best.id);
        Clue clue;
        clue.kind = Clue::Kind::words;
        clue.learned = true;
        clue.asked = text_of(run);
        clue.meanings.push_back(Meaning{MeaningKind::theme, best.id, clue.asked, false, Meaning::Breadth::broad});
        clue.usual_kinds = usual_kinds_of(best.id);
        if (beside) clue.weight = weights().learned_share * best.p;
        query_.clues.push_back(std::move(clue));
        loose_.push_back(query_.clues.size() - 1);
    }

    void name_probable(const Evidence& evidence) {
        constexpr std::ptrdiff_t most_named = 3;
        const auto first = evidence.themes().begin();
        query_.probable.assign(first, std::min(first + most_named, evidence.themes().end()));
    }

    // Whose business it usually is, by what the theme is called.
    [[nodiscard]] std::vector<std::string> usual_kinds_of(const std::string& theme) const {
        const std::string called = catalog_.vocabulary().label(model::VocabularyKind::themes, theme).fr;
        const std::vector<Token> words = tokens_of(called);
        return words.empty() ? std::vector<std::string>{} : lexicon_.longest_at(words, 0).usual_kinds;
    }

    [[nodiscard]] std::string text_of(const Run& run) const {
        std::string words;
        for (std::size_t i = run.begin; i < run.begin + run.length && i < content_.size(); ++i)
            words += (words.empty() ? "" : " ") + content_[i].folded;
        return words;
    }

    [[nodiscard]] bool at_end() const { return at_ >= pieces_.size(); }
    [[nodiscard]] bool is(Piece::Kind kind) const { return !at_end() && pieces_[at_].kind == kind; }

    // either := all (OR all)*
    Result<Expression> either() {
        std::vector<Expression> branches;
        const bool has_or = or_ahead();
        if (has_or) ++strict_;
        for (;;) {
            auto branch = all();
            if (!branch) return branch;
            if (has_or && branch->parts.empty()) return usage(nothing_behind());
            branches.push_back(std::move(*branch));
            if (!is(Piece::Kind::or_)) break;
            ++at_;
        }
        if (has_or) --strict_;
        if (branches.size() == 1) return std::move(branches.front());
        return joined(Expression::Kind::any, std::move(branches));
    }

    // Whether an OR stands on this level: words beside it mean what they say.
    [[nodiscard]] bool or_ahead() const {
        int depth = 0;
        for (std::size_t i = at_; i < pieces_.size() && depth >= 0; ++i) {
            if (pieces_[i].kind == Piece::Kind::open) ++depth;
            if (pieces_[i].kind == Piece::Kind::close) --depth;
            if (pieces_[i].kind == Piece::Kind::or_ && depth == 0) return true;
        }
        return false;
    }

    Result<Expression> all() {
        std::vector<Expression> parts;
        while (!at_end() && !is(Piece::Kind::or_) && !is(Piece::Kind::close)) {
            if (is(Piece::Kind::word)) {
                if (auto refused = run(parts)) return *refused;
                continue;
            }
            auto part = unit();
            if (!part) return part;
            parts.push_back(std::move(*part));
        }
        return joined(Expression::Kind::all, std::move(parts));
    }

    // One sign that is no plain word.
    Result<Expression> unit() {
        const Piece piece = pieces_[at_++];
        switch (piece.kind) {
            case Piece::Kind::open: {
                ++strict_;
                auto inner = either();
                --strict_;
                if (is(Piece::Kind::close)) ++at_;
                return inner;
            }
            case Piece::Kind::not_: return denial();
            case Piece::Kind::phrase: return phrase(piece);
            default: return field(piece);
        }
    }

    Result<Expression> denial() {
        if (at_end() || is(Piece::Kind::or_) || is(Piece::Kind::close)) return usage(nothing_behind());
        std::vector<Expression> parts;
        const std::size_t first = query_.clues.size();
        ++strict_;
        if (is(Piece::Kind::word)) {
            if (auto refused = words(pieces_[at_].begin, pieces_[at_].end, parts)) return *refused;
            ++at_;
        } else {
            auto part = unit();
            if (!part) return part;
            parts.push_back(std::move(*part));
        }
        --strict_;
        for (std::size_t i = first; i < query_.clues.size(); ++i) query_.clues[i].excluded = !query_.clues[i].excluded;
        if (parts.empty()) return joined(Expression::Kind::all, {});
        std::vector<Expression> whole;
        whole.push_back(joined(Expression::Kind::all, std::move(parts)));
        return joined(Expression::Kind::none, std::move(whole));
    }

    std::optional<Error> run(std::vector<Expression>& parts) {
        const std::size_t begin = pieces_[at_].begin;
        std::size_t end = begin;
        while (is(Piece::Kind::word)) end = pieces_[at_++].end;
        return words(begin, end, parts);
    }

    std::optional<Error> words(std::size_t begin, std::size_t end, std::vector<Expression>& parts) {
        const auto retry = [&, begin, end](const std::string& other) {
            return options_.command + " " + shell_quoted(text_.substr(0, begin) + other + text_.substr(end));
        };
        auto understood = understand(std::string_view(text_).substr(begin, end - begin), catalog_, lexicon_, retry);
        if (!understood) return understood.error();
        for (std::string& word : understood->ignored) query_.ignored.push_back(std::move(word));
        if (!query_.day) query_.day = understood->day;
        query_.asks_successor = query_.asks_successor || understood->asks_successor;
        for (const Token& token : understood->content) {
            content_.push_back(token);
            if (!token.little)
                query_.content.push_back(Sought{token.folded, token.light, token.root, token.acronym, {}});
        }
        for (Clue& clue : understood->clues) {
            const bool loose = strict_ == 0 && options_.reading == Reading::question;
            if (clue.kind == Clue::Kind::situation && !loose) continue;
            const bool excluded = clue.excluded;
            query_.clues.push_back(std::move(clue));
            const std::size_t index = query_.clues.size() - 1;
            // Who does what is not wanted may do what is asked too: « pas besoin de logement, une domiciliation ».
            const bool does_more = query_.clues[index].doubtful && is_theme(query_.clues[index]);
            if (excluded && does_more) continue;
            if (excluded) {
                std::vector<Expression> whole;
                whole.push_back(leaf(index));
                parts.push_back(joined(Expression::Kind::none, std::move(whole)));
            } else if (loose)
                loose_.push_back(index);
            else if (!query_.clues[index].denied)
                parts.push_back(leaf(index));
        }
        return std::nullopt;
    }

    Result<Expression> phrase(const Piece& piece) {
        Clue clue;
        clue.kind = Clue::Kind::phrase;
        clue.asked = piece.text;
        for (const fold::Word& word : fold::words(piece.text)) clue.sought.push_back(sought(word));
        if (clue.sought.empty()) return joined(Expression::Kind::all, {});
        return add(std::move(clue));
    }

    Expression add(Clue clue) {
        query_.clues.push_back(std::move(clue));
        return leaf(query_.clues.size() - 1);
    }

    Result<Expression> field(const Piece& piece) {
        const bool of_partners = options_.kind == model::RecordKind::partner;
        if (of_partners && (piece.key == "in" || piece.key == "touches")) return area_field(piece);
        if (of_partners && !piece.text.empty()) {
            if (piece.key == "theme") return term(MeaningKind::theme, piece.text);
            if (piece.key == "public") return term(MeaningKind::public_, piece.text);
            if (piece.key == "kind") return term(MeaningKind::kind, piece.text);
        }
        std::string key = piece.key;
        if (key == "theme" || key == "public") key += 's';
        if (key == "status") query_.asks_status = true;
        auto test = field_test(key, piece.text, catalog_, lexicon_, options_.kind);
        if (!test) return test.error();
        Clue clue;
        clue.kind = Clue::Kind::field;
        clue.asked = text_.substr(piece.begin, piece.end - piece.begin);
        clue.test = std::move(*test);
        return add(std::move(clue));
    }

    // `in:Villeneuve sur Lot`: as many of the words behind as still name an area.
    Result<Expression> area_field(const Piece& piece) {
        if (piece.text.empty()) return usage(names_no_area(piece.key), as_in_fumel());
        std::string name = piece.text;
        if (!piece.quoted) {
            constexpr std::size_t most = 8;
            std::size_t words = 0;
            while (words < most && at_ + words < pieces_.size() && pieces_[at_ + words].kind == Piece::Kind::word)
                ++words;
            for (; words > 0; --words) {
                const std::size_t begin = piece.end - piece.text.size();
                const std::string longer = text_.substr(begin, pieces_[at_ + words - 1].end - begin);
                const auto found = catalog_.territory().resolve(longer, territory::Spoken::command_line);
                if (!std::holds_alternative<territory::AreaRef>(found)) continue;
                name = longer;
                at_ += words;
                break;
            }
        }
        const auto retry = [&](const std::string& other) {
            return options_.command + " " +
                   shell_quoted(text_.substr(0, piece.begin) + piece.key + ":\"" + other + "\"" +
                                text_.substr(piece.end));
        };
        return area(name, piece.key == "in" ? Relation::in : Relation::touches, retry);
    }

    Result<Expression> area(const std::string& name, Relation relation,
                            const std::function<std::string(const std::string&)>& retry) {
        const auto found = catalog_.territory().resolve(name, territory::Spoken::command_line);
        if (const auto* unresolved = std::get_if<territory::Unresolved>(&found))
            return area_error(name, *unresolved, retry);
        Clue clue;
        clue.kind = Clue::Kind::area;
        clue.asked = name;
        clue.area = std::get<territory::AreaRef>(found);
        clue.relation = relation;
        return add(std::move(clue));
    }

    Result<Expression> term(MeaningKind kind, const std::string& text) {
        const auto ids = lexicon_.ids(kind, text);
        if (ids.empty()) return unknown_term(kind, text);
        Clue clue;
        clue.kind = Clue::Kind::words;
        clue.asked = text;
        for (const std::string& id : ids)
            clue.meanings.push_back(Meaning{kind, id, text, false, Meaning::Breadth::broad});
        return add(std::move(clue));
    }

    [[nodiscard]] Error unknown_term(MeaningKind kind, const std::string& text) const {
        const std::string shown = utf8::printable(text);
        const auto nearest = [&](model::VocabularyKind words) { return catalog_.vocabulary().nearest(words, text); };
        const auto remedy = [&](const std::optional<std::string>& near, const char* topic) {
            return near ? did_you_mean(*near) : list_of(topic);
        };
        if (kind == MeaningKind::theme)
            return usage(unknown_theme(shown), remedy(nearest(model::VocabularyKind::themes), "themes"));
        if (kind == MeaningKind::public_)
            return usage(unknown_public(shown), remedy(nearest(model::VocabularyKind::publics), "publics"));
        return usage(unknown_kind(shown), remedy(nearest(model::VocabularyKind::kinds), "kinds"));
    }

    std::optional<Error> add_options(std::vector<Expression>& parts) {
        const auto take = [&](Result<Expression> part) -> std::optional<Error> {
            if (!part) return part.error();
            parts.push_back(std::move(*part));
            return std::nullopt;
        };
        const auto retry_as = [&](std::string_view option) {
            return [&, option](const std::string& other) {
                return options_.command + (text_.empty() ? "" : " " + shell_quoted(text_)) + " " + std::string(option) +
                       " " + "\"" + other + "\"";
            };
        };
        for (const std::string& name : options_.in)
            if (auto refused = take(area(name, Relation::in, retry_as("--in")))) return refused;
        for (const std::string& name : options_.touches)
            if (auto refused = take(area(name, Relation::touches, retry_as("--touches")))) return refused;
        for (const std::string& name : options_.themes)
            if (auto refused = take(term(MeaningKind::theme, name))) return refused;
        for (const std::string& name : options_.publics)
            if (auto refused = take(term(MeaningKind::public_, name))) return refused;
        for (const std::string& name : options_.kinds)
            if (auto refused = take(term(MeaningKind::kind, name))) return refused;
        if (!options_.within) return std::nullopt;
        bool any = false;
        for (Clue& clue : query_.clues) {
            if (clue.kind != Clue::Kind::area) continue;
            clue.within = options_.within;
            any = true;
        }
        return any ? std::nullopt : std::optional<Error>(usage(within_what(), as_in_fumel()));
    }

    // The words of a question: places and needs filter, one of several is enough; the rest ranks, unless there is
    // nothing else to go by.
    void join_loose(std::vector<Expression>& parts) {
        std::vector<Expression> places;
        std::vector<Expression> needs;
        std::vector<Expression> free_words;
        std::vector<Expression> hints;
        const auto is_need = [](const Clue& clue) {
            if (clue.kind == Clue::Kind::situation || clue.kind == Clue::Kind::person || clue.learned) return true;
            return clue.kind == Clue::Kind::words && !clue.denied && names_theme_or_partner(clue);
        };
        // « patient sans carte vitale », and no other need: what is missed is needed.
        const bool has_words = std::any_of(loose_.begin(), loose_.end(), [&](std::size_t index) {
            return query_.clues[index].kind == Clue::Kind::text;
        });
        if (has_words &&
            std::none_of(loose_.begin(), loose_.end(), [&](std::size_t index) { return is_need(query_.clues[index]); }))
            for (const std::size_t index : loose_)
                if (names_theme_or_partner(query_.clues[index])) query_.clues[index].denied = false;
        const bool is_sure = std::any_of(loose_.begin(), loose_.end(), [&](std::size_t index) {
            return is_need(query_.clues[index]) && !query_.clues[index].unsure &&
                   !is_one_word_alone(query_.clues[index]);
        });
        const bool names_house = std::any_of(loose_.begin(), loose_.end(), [&](std::size_t index) {
            const Clue& clue = query_.clues[index];
            return clue.kind == Clue::Kind::person ||
                   (clue.kind == Clue::Kind::words &&
                    std::any_of(clue.meanings.begin(), clue.meanings.end(), [](const Meaning& meaning) {
                        return meaning.kind == MeaningKind::partner || meaning.kind == MeaningKind::kind;
                    }));
        });
        if (is_sure)
            for (const std::size_t index : loose_) keep_for_whom(query_.clues[index]);
        for (const std::size_t index : loose_) {
            Clue& clue = query_.clues[index];
            clue.ranks_only =
                clue.denied || (clue.function && names_house) || ((clue.unsure || is_one_word_alone(clue)) && is_sure);
            switch (clue.kind) {
                case Clue::Kind::area: places.push_back(leaf(index)); break;
                case Clue::Kind::phone:
                case Clue::Kind::age: parts.push_back(leaf(index)); break;
                case Clue::Kind::text: (clue.ranks_only ? hints : free_words).push_back(leaf(index)); break;
                default: (is_need(clue) && !clue.ranks_only ? needs : hints).push_back(leaf(index)); break;
            }
        }
        // Where nothing says all that was asked, whom it is for counts among the words.
        if (options_.any_word && needs.empty())
            free_words.insert(free_words.end(), std::make_move_iterator(hints.begin()),
                              std::make_move_iterator(hints.end()));
        const bool goes_by_words = needs.empty();
        if (!places.empty()) parts.push_back(joined(Expression::Kind::any, std::move(places)));
        if (!needs.empty()) parts.push_back(joined(Expression::Kind::any, std::move(needs)));
        if (goes_by_words && !free_words.empty())
            parts.push_back(
                joined(options_.any_word ? Expression::Kind::any : Expression::Kind::all, std::move(free_words)));
        // « chef du centre médico-social »: who says « chef » is not asked, but what stands there.
        if (parts.empty() && names_house)
            hints.erase(std::remove_if(hints.begin(), hints.end(),
                                       [&](const Expression& hint) { return query_.clues[hint.clue].function; }),
                        hints.end());
        if (parts.empty() && !hints.empty()) parts.push_back(joined(Expression::Kind::any, std::move(hints)));
    }

    // « famille », « enfants », « jeune » are themes too; beside a surer need they tell for whom it is.
    static void keep_for_whom(Clue& clue) {
        if (clue.denied || !tells_for_whom(clue)) return;
        auto& meanings = clue.meanings;
        meanings.erase(std::remove_if(meanings.begin(), meanings.end(),
                                      [](const Meaning& meaning) { return meaning.kind == MeaningKind::theme; }),
                       meanings.end());
        clue.unsure = false;
    }

    void keep_ignored_once() {
        std::vector<std::string> once;
        for (std::string& word : query_.ignored)
            if (std::find(once.begin(), once.end(), word) == once.end()) once.push_back(std::move(word));
        query_.ignored = std::move(once);
    }

    const Catalog& catalog_;
    const Lexicon& lexicon_;
    const ParseOptions& options_;
    Learning learning_;
    double least_;  // how sure what was learnt has to be
    std::string text_;
    std::vector<Piece> pieces_;
    std::size_t at_ = 0;
    int strict_ = 0;       // how many parentheses, ORs and denials stand around
    bool nobody_ = false;  // it is about no theme at all
    std::vector<std::size_t> loose_;
    std::vector<Token> content_;     // in the order of the question
    std::vector<Feature> features_;  // of the content
    Query query_;
};

}  // namespace

Result<Query> parse(std::span<const std::string> words, const Catalog& catalog, const Lexicon& lexicon,
                    const ParseOptions& options, Learning learning) {
    return Parser(catalog, lexicon, options, learning).parse(text::join(words, " "));
}

}  // namespace cafe::query
