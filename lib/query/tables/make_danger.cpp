// Build tool: makes the recognition of danger from the files of lib/query/data/danger.
//
//     make_danger DATA_FOLDER OUTPUT_FOLDER    writes danger.table and danger.weights
//     make_danger --hear DATA_FOLDER FILE       says what is heard in lines "number or none, tab, sentence"
//     make_danger --measure DATA_FOLDER [FOLDS]  says how well lines are heard that were left out of the learning
//
// Logistic regression for each class, in integers throughout: the same bytes on every machine and compiler.

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "query/danger_text.hpp"

namespace {

using namespace cafe::query::danger;

constexpr std::int64_t one = 1 << 16;  // of scores and probabilities
constexpr int passes = 10;
constexpr std::size_t most_expansions = 24;

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        if (!line.empty() && line.front() != '#') lines.push_back(line);
    return lines;
}

// classes.tsv, words.tsv, phrases.tsv one behind the other, without comments.
std::string table_text(const std::string& folder) {
    std::string text;
    for (const char* file : {"/classes.tsv", "/words.tsv", "/phrases.tsv"})
        for (const std::string& line : lines_of(read_file(folder + file))) (text += line) += '\n';
    return text;
}

struct Line {
    unsigned about = 0;  // a bit for each class
    std::string text;
    std::size_t from = 0;  // lines made from one have its number
};

// "{mon mari|il} me {tape|frappe}": every alternative at least once.
std::vector<std::string> expanded(const std::string& pattern) {
    struct Piece {
        std::vector<std::string> any;
    };
    std::vector<Piece> pieces;
    std::size_t most = 1;
    std::size_t all = 1;
    for (std::size_t at = 0; at < pattern.size();) {
        const bool open = pattern[at] == '{';
        std::size_t end = pattern.find(open ? '}' : '{', at);
        if (end == std::string::npos) end = pattern.size();
        const std::string inside = pattern.substr(at + (open ? 1 : 0), end - at - (open ? 1 : 0));
        Piece piece;
        if (open) {
            std::size_t from = 0;
            for (std::size_t bar = 0; bar != std::string::npos; from = bar + 1) {
                bar = inside.find('|', from);
                piece.any.push_back(inside.substr(from, bar == std::string::npos ? bar : bar - from));
            }
        } else {
            piece.any.push_back(inside);
        }
        most = std::max(most, piece.any.size());
        all *= piece.any.size();
        pieces.push_back(std::move(piece));
        at = open ? end + 1 : end;
    }
    const std::size_t count = std::min({all, std::max(most, std::min(2 * most, most_expansions))});
    std::vector<std::string> texts;
    for (std::size_t k = 0; k < count; ++k) {
        std::string text;
        std::size_t stride = k;
        for (const Piece& piece : pieces) {
            text += piece.any[(k + stride) % piece.any.size()];
            stride = stride / piece.any.size() + k / 2;
        }
        texts.push_back(std::move(text));
    }
    return texts;
}

// As somebody in a hurry writes it: a letter left out, its neighbour doubled or changed with it, little words cut
// short.
std::string in_a_hurry(const std::string& text, std::uint32_t& chance) {
    const auto draw = [&](std::size_t below) {
        chance = chance * 1664525U + 1013904223U;
        return static_cast<std::size_t>(chance >> 8U) % below;
    };
    std::string out;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        if (!out.empty()) out += ' ';
        const bool plain = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        if (plain && word.size() > 4 && draw(2) == 0) {
            const std::size_t at = 1 + draw(word.size() - 2);
            switch (draw(3)) {
                case 0: word.erase(at, 1); break;
                case 1: std::swap(word[at], word[at - 1]); break;
                default: word.pop_back(); break;
            }
        }
        out += word;
    }
    return out;
}

std::vector<Line> read_lines(const std::string& folder, const Table& table) {
    std::vector<Line> lines;
    std::size_t number = 0;
    for (const char* file : {"/lines.tsv", "/ordinary.tsv"}) {
        for (const std::string& row : lines_of(read_file(folder + file))) {
            const std::size_t tab = row.find('\t');
            if (tab == std::string::npos) throw std::runtime_error(std::string(file) + ": " + row);
            unsigned about = 0;
            std::istringstream names(row.substr(0, tab));
            for (std::string name; std::getline(names, name, ',');) {
                if (name == "none") continue;
                std::size_t at = 0;
                while (at < table.classes.size() && table.classes[at].id != name) ++at;
                if (at == table.classes.size()) throw std::runtime_error(std::string(file) + ": " + row);
                about |= 1U << at;
            }
            for (std::string& text : expanded(row.substr(tab + 1))) lines.push_back({about, std::move(text), number});
            ++number;
        }
    }
    return lines;
}

struct Example {
    unsigned about = 0;
    std::size_t from = 0;
    bool as_written = true;
    std::vector<std::uint32_t> features;
};

std::vector<Example> examples_of(const std::vector<Line>& lines, const Table& table) {
    std::vector<Example> examples;
    std::uint32_t chance = 1;
    for (const Line& line : lines) {
        const auto add = [&](const std::string& text, bool as_written) {
            examples.push_back(
                {line.about, line.from, as_written, features_of(without_harmless(words_of(text, table), table))});
        };
        add(line.text, true);
        const std::string hurried = in_a_hurry(line.text, chance);
        if (hurried != line.text) add(hurried, false);
    }
    // In an order of its own, so that classes are mixed.
    for (std::size_t i = examples.size(); i > 1; --i) {
        chance = chance * 1664525U + 1013904223U;
        std::swap(examples[i - 1], examples[(chance >> 8U) % i]);
    }
    return examples;
}

struct Learnt {
    std::vector<std::int32_t> weights = std::vector<std::int32_t>(buckets);
    std::int32_t bias = 0;
};

// s / (1 + |s|), moved to 0..1: a sigmoid that needs whole numbers only.
std::int64_t probability(std::int64_t score) {
    const std::int64_t size = score < 0 ? -score : score;
    return (one + score * one / (one + size)) / 2;
}

constexpr std::int64_t per_unit = 2048;  // of 65536: a weight is kept in 1/32, up to four

std::int8_t kept(std::int32_t weight) {
    const std::int64_t rounded =
        weight >= 0 ? (weight + per_unit / 2) / per_unit : -((-weight + per_unit / 2) / per_unit);
    return static_cast<std::int8_t>(std::clamp<std::int64_t>(rounded, -127, 127));
}

std::int64_t score_of(const Learnt& learnt, const std::vector<std::uint32_t>& features) {
    std::int64_t score = learnt.bias;
    for (const std::uint32_t feature : features) score += learnt.weights[feature];
    return score;
}

template <class Wanted>
Learnt learn(const std::vector<Example>& examples, std::size_t about, Wanted wanted) {
    Learnt learnt;
    for (int pass = 0; pass < passes; ++pass) {
        for (const Example& example : examples) {
            if (!wanted(example)) continue;
            const bool is_so = (example.about >> about & 1U) != 0;
            const std::int64_t wrong = (is_so ? one : 0) - probability(score_of(learnt, example.features));
            // Who is missed costs more than who is alarmed; a hurried line weighs half.
            const std::int64_t weight = (is_so ? 12 : 2) * (example.as_written ? 2 : 1);
            const auto step = static_cast<std::int32_t>(
                wrong * weight * 4 / (static_cast<std::int64_t>(example.features.size()) * (4 + pass)));
            for (const std::uint32_t feature : example.features) learnt.weights[feature] += step;
            learnt.bias += step;
        }
        for (std::int32_t& weight : learnt.weights) weight -= weight / 64;
    }
    // Judged is what is kept.
    for (std::int32_t& weight : learnt.weights) weight = kept(weight);
    learnt.bias /= static_cast<std::int32_t>(per_unit);
    return learnt;
}

void write_file(const std::string& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    if (!file.flush()) throw std::runtime_error("cannot write " + path);
}

unsigned said_by_phrases(const std::string& text, const Table& table) {
    const auto words = without_harmless(words_of(text, table), table);
    unsigned about = 0;
    for (const Phrase& phrase : table.phrases)
        if (phrase.about >= 0 && says(words, phrase)) about |= 1U << static_cast<unsigned>(phrase.about);
    return about;
}

// Words that two concepts claim: the first one has them.
void name_twins(const Table& table) {
    for (std::size_t i = 1; i < table.whole.size(); ++i) {
        const Entry& former = table.whole[i - 1];
        const Entry& latter = table.whole[i];
        if (former.key == latter.key && former.concept_at != latter.concept_at)
            std::cerr << "two concepts: " << former.key << " " << table.concepts[former.concept_at] << " "
                      << table.concepts[latter.concept_at] << "\n";
    }
}

int measure(const std::string& folder, std::size_t folds, const Table& table) {
    const auto lines = read_lines(folder, table);
    const auto examples = examples_of(lines, table);
    const std::size_t classes = table.classes.size();
    std::vector<std::vector<std::int64_t>> scores(lines.size(), std::vector<std::int64_t>(classes));
    for (std::size_t fold = 0; fold < folds; ++fold)
        for (std::size_t about = 0; about < classes; ++about) {
            const Learnt learnt =
                learn(examples, about, [&](const Example& example) { return example.from % folds != fold; });
            for (std::size_t i = 0; i < lines.size(); ++i)
                if (lines[i].from % folds == fold)
                    scores[i][about] =
                        score_of(learnt, features_of(without_harmless(words_of(lines[i].text, table), table)));
        }
    std::size_t danger = 0, heard = 0, by_phrase = 0, ordinary = 0, alarmed = 0, alarmed_by_phrase = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const unsigned said = said_by_phrases(lines[i].text, table);
        unsigned all = said;
        std::string list;
        for (std::size_t about = 0; about < classes; ++about) {
            if (scores[i][about] >= table.classes[about].threshold) all |= 1U << about;
            if ((all >> about & 1U) != 0)
                list += std::string(table.classes[about].id) + ((said >> about & 1U) != 0 ? "* " : " ");
        }
        if (lines[i].about != 0) {
            ++danger;
            heard += (all & lines[i].about) != 0 ? 1 : 0;
            by_phrase += (said & lines[i].about) != 0 ? 1 : 0;
            if ((all & lines[i].about) == 0) {
                std::int64_t best = -999999;
                for (std::size_t about = 0; about < classes; ++about)
                    if ((lines[i].about >> about & 1U) != 0) best = std::max(best, scores[i][about]);
                std::cout << "missed\t" << best << "\t" << lines[i].text << "\t[" << list << "]\n";
            }
        } else {
            ++ordinary;
            alarmed += all != 0 ? 1 : 0;
            alarmed_by_phrase += said != 0 ? 1 : 0;
            if (all != 0) std::cout << "alarm\t" << list << "\t" << lines[i].text << "\n";
        }
    }
    std::cout << "heard " << heard << " of " << danger << " (by phrases alone " << by_phrase << "), alarmed " << alarmed
              << " of " << ordinary << " (by phrases alone " << alarmed_by_phrase << ")\n";
    return 0;
}

// What is heard in each line of a file "number or none, tab, sentence" by all that is learnt.
int hear(const std::string& folder, const std::string& path, const Table& table) {
    const auto examples = examples_of(read_lines(folder, table), table);
    std::vector<Learnt> learnt;
    for (std::size_t about = 0; about < table.classes.size(); ++about)
        learnt.push_back(learn(examples, about, [](const Example&) { return true; }));
    const auto rows = lines_of(read_file(path));
    std::size_t danger = 0;
    std::size_t heard = 0;
    std::size_t by_phrase = 0;
    std::size_t harmless = 0;
    std::size_t alarmed = 0;
    for (const std::string& row : rows) {
        const std::size_t tab = row.find('\t');
        const std::string wanted = row.substr(0, tab);
        const auto words = without_harmless(words_of(row.substr(tab + 1), table), table);
        const auto features = features_of(words);
        std::string told;
        bool right = false;
        bool said_right = false;
        bool any = false;
        for (std::size_t about = 0; about < table.classes.size(); ++about) {
            const Class& kind = table.classes[about];
            std::string why;
            for (const Phrase& phrase : table.phrases)
                if (why.empty() && phrase.about == static_cast<int>(about) && says(words, phrase))
                    why = std::string(phrase.text).substr(0, 60);
            const std::int64_t score = score_of(learnt[about], features);
            const bool is_its = std::find(kind.numbers.begin(), kind.numbers.end(), wanted) != kind.numbers.end();
            const bool is_heard = !why.empty() || score >= kind.threshold;
            if (is_heard || is_its)
                told +=
                    std::string(kind.id) + " " + std::to_string(score) + (why.empty() ? "" : " (" + why + ")") + "; ";
            any = any || is_heard;
            right = right || (is_heard && is_its);
            said_right = said_right || (!why.empty() && is_its);
        }
        if (wanted == "none") {
            ++harmless;
            alarmed += any ? 1 : 0;
            if (any) std::cout << "alarm\t" << row << "\t" << told << "\n";
        } else {
            ++danger;
            heard += right ? 1 : 0;
            by_phrase += said_right ? 1 : 0;
            if (!right) std::cout << "missed\t" << row << "\t" << told << "\n";
        }
    }
    std::cout << "heard " << heard << " of " << danger << " (by phrases alone " << by_phrase << "), alarms in "
              << alarmed << " of " << harmless << "\n";
    return 0;
}

int make(const std::string& folder, const std::string& into, const Table& table) {
    const auto examples = examples_of(read_lines(folder, table), table);
    const std::size_t classes = table.classes.size();
    std::string weights((buckets + 4) * classes, '\0');
    for (std::size_t about = 0; about < classes; ++about) {
        const Learnt learnt = learn(examples, about, [](const Example&) { return true; });
        for (std::size_t bucket = 0; bucket < buckets; ++bucket)
            weights[bucket * classes + about] = static_cast<char>(learnt.weights[bucket]);
        // Behind them what is added to each score: four bytes, the lowest first.
        const auto bias = static_cast<std::uint32_t>(learnt.bias);
        for (unsigned byte = 0; byte < 4; ++byte)
            weights[(buckets * classes) + about * 4 + byte] = static_cast<char>(bias >> (8 * byte) & 255U);
    }
    const std::string made = worked_out(table);
    if (worked_out(read_worked_out(made)) != made) throw std::runtime_error("a word has a sign of the table");
    write_file(into + "/danger.table", made);
    write_file(into + "/danger.weights", weights);
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    try {
        const std::vector<std::string> words(arguments + 1, arguments + count);
        if (words.size() < 2) throw std::runtime_error("make_danger DATA_FOLDER OUTPUT_FOLDER");
        const bool measuring = words[0] == "--measure";
        const bool hearing = words[0] == "--hear";
        const std::string& folder = words[measuring || hearing ? 1 : 0];
        const std::string text = table_text(folder);
        std::string wrong;
        const Table table = read_table(text, wrong);
        if (!wrong.empty()) throw std::runtime_error("cannot read: " + wrong);
        if (measuring) name_twins(table);
        if (hearing) return hear(folder, words.at(2), table);
        if (measuring) return measure(folder, words.size() > 2 ? std::stoul(words[2]) : 5, table);
        return make(folder, words[1], table);
    } catch (const std::exception& error) {
        std::cerr << "make_danger: " << error.what() << "\n";
        return EXIT_FAILURE;
    }
}
