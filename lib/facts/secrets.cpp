#include "facts/secrets.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <optional>
#include <utility>

#include "base/ascii.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "facts/audience.hpp"
#include "facts/secret_text.hpp"
#include "model/fields.hpp"
#include "model/values.hpp"
#include "store/read.hpp"

namespace cafe::facts {

namespace {

using model::Field;
using model::Shape;
using model::Storage;
using model::Type;
using yaml::Kind;
using yaml::Node;

// ---- What is secret ------------------------------------------------------------------------------------------------

// « Sainte-Livrade-sur-Lot » is « Sainte-Livrade » to its neighbours.
Strings short_commune(const Strings& whole) {
    constexpr std::array<std::string_view, 8> links{"sur", "sous", "en", "lez", "les", "pres", "devant", "entre"};
    const auto link = std::find_if(whole.begin(), whole.end(), [&](const std::string& word) {
        return std::find(links.begin(), links.end(), word) != links.end();
    });
    const Strings front(whole.begin(), link);
    const bool says_something = std::any_of(front.begin(), front.end(), [](const std::string& word) {
        return word.size() >= 4 && word != "saint" && word != "sainte";
    });
    return link == whole.end() || !says_something ? Strings{} : front;
}

Strings phone_forms(const std::string& written) {
    const auto phone = model::to_phone(written);
    if (!phone || phone->is_short || phone->dial.size() < 2) return {};
    const std::string international = phone->dial.substr(1);
    if (!international.starts_with("33")) return {international};
    const std::string national = "0" + international.substr(2);
    return {national, international, "33" + national};
}

std::string small(std::string_view text) {
    return ascii::lower(text::trim(text));
}

// The phones and mailboxes of a fiche, with the widest reader each is for.
class Lines {
public:
    static std::vector<Secrets::Line> of(const Node& tree) {
        Lines lines;
        lines.mapping(tree, model::partner_shape(), Reader::everyone);
        return std::move(lines.found_);
    }

private:
    void mapping(const Node& node, const Shape& shape, Reader reader) {
        for (const yaml::Entry& entry : node.entries)
            if (const Field* field = shape.find(entry.key.text))
                value(entry.value, *field, std::min(reader, widest_reader(field->seen)));
    }

    void value(const Node& node, const Field& field, Reader reader) {
        if (node.kind == Kind::sequence) {
            for (const Node& item : node.items) one(item, field, reader);
        } else {
            one(node, field, reader);
        }
    }

    void one(const Node& node, const Field& field, Reader reader) {
        if (field.shape == nullptr) return take(node, field, reader);
        const Shape& shape = field.shape();
        if (shape.find("audience") != nullptr) {
            const Node* said = node.kind == Kind::mapping ? node.find("audience") : nullptr;
            const auto audience =
                model::audience_of(said == nullptr ? std::string_view() : said->text, model::Audience::public_);
            reader = std::min(reader, widest_reader(audience));
        }
        if (node.kind == Kind::mapping) return mapping(node, shape, reader);
        if (const Field* main = shape.main()) take(node, *main, reader);
    }

    void take(const Node& node, const Field& field, Reader reader) {
        if (node.kind != Kind::scalar || (field.type != Type::phone && field.type != Type::email)) return;
        Secrets::Line line{{}, field.type == Type::email, reader};
        line.forms = line.mailbox ? Strings{small(node.text)} : phone_forms(node.text);
        if (line.forms.empty() || line.forms.front().size() < 4) return;
        // The widest of those that stand twice: what is on the door is no secret.
        for (Secrets::Line& known : found_) {
            if (known.forms != line.forms) continue;
            known.widest = std::max(known.widest, reader);
            return;
        }
        found_.push_back(std::move(line));
    }

    std::vector<Secrets::Line> found_;
};

Secrets::Secret secret_of(const store::Record<model::Partner>& record) {
    const model::Partner& partner = record.value;
    const model::Address& address = *partner.address;
    Secrets::Secret secret;
    secret.id = record.id;
    secret.path = record.source->path;
    const auto name = [&](std::string_view text) {
        Strings words = words_of(text);
        constexpr std::size_t shortest = 3;
        if (letters_of(words) >= shortest) secret.names.push_back(std::move(words));
    };
    for (const std::string& text : {partner.name, partner.short_name, record.id}) name(text);
    for (const std::string& alias : partner.aliases) name(alias);

    Strings street = words_of(address.street);
    if (!street.empty() && text::is_digits(street.front())) {
        secret.number = street.front();
        street.erase(street.begin());
    }
    secret.street = std::move(street);
    if (Strings commune = words_of(address.commune); letters_of(commune) > 1) {
        Strings front = short_commune(commune);
        secret.communes.push_back(std::move(commune));
        if (!front.empty()) secret.communes.push_back(std::move(front));
    }
    for (const char c : address.postcode)
        if (ascii::is_digit(c)) secret.postcode += c;
    if (secret.postcode.size() < 5) secret.postcode.clear();
    for (const char c : partner.siret)
        if (ascii::is_digit(c)) secret.siret += c;
    if (secret.siret.size() < 9) secret.siret.clear();
    for (const auto& degrees : {address.latitude, address.longitude})
        if (degrees) secret.coordinates.push_back(std::abs(*degrees));
    secret.lines = Lines::of(record.source->tree);

    const auto mark = [&](const Strings& words) {
        if (words.empty()) return;
        secret.marks.push_back(*std::max_element(words.begin(), words.end(),
                                                 [](const auto& a, const auto& b) { return a.size() < b.size(); }));
    };
    mark(secret.street);
    for (const Strings& words : secret.names) mark(words);
    return secret;
}

// ---- What a text tells ---------------------------------------------------------------------------------------------

struct Found {
    Span span;
    Told told = Told::street;
};

/// One text under inspection for one secret.
class Look {
public:
    Look(std::string_view text, const Secrets::Secret& secret, Reader reader)
        : text_(text), secret_(secret), reader_(reader) {}

    // Told nowhere.
    void everywhere(bool own_place, std::vector<Found>& found) {
        rows_of_digits(found);
        mailboxes(found);
        if (own_place) return;
        streets(found);
        degrees(found);
    }

    // Not told in the fiche itself, nor beside its name.
    void bare(std::vector<Found>& found, Told street) {
        if (letters_of(secret_.street) >= 5) find(secret_.street, street, found);
        for (const Strings& commune : secret_.communes) find(commune, Told::place, found);
        if (!secret_.postcode.empty()) find({secret_.postcode}, Told::place, found);
    }

    [[nodiscard]] bool names_it() {
        return std::any_of(secret_.names.begin(), secret_.names.end(), [&](const Strings& name) {
            for (std::size_t at = 0; at < tokens().size(); ++at)
                if (stand_at(tokens(), at, name)) return true;
            return false;
        });
    }

private:
    const std::vector<Token>& tokens() {
        if (!tokens_) tokens_ = tokens_of(text_);
        return *tokens_;
    }

    void find(const Strings& words, Told told, std::vector<Found>& found) {
        for (std::size_t at = 0; at < tokens().size(); ++at)
            if (stand_at(tokens(), at, words))
                found.push_back({{tokens()[at].begin, tokens()[at + words.size() - 1].end}, told});
    }

    void streets(std::vector<Found>& found) {
        constexpr std::size_t shortest = 8;  // "le bourg" would be found everywhere
        if (secret_.street.empty()) return;
        if (secret_.number.empty()) {
            if (letters_of(secret_.street) >= shortest) find(secret_.street, Told::street, found);
            return;
        }
        const std::size_t length = secret_.street.size();
        for (std::size_t at = 0; at < tokens().size(); ++at) {
            if (!stand_at(tokens(), at, secret_.street)) continue;
            const std::size_t end = at + length;
            // « 14 impasse … », « 14 bis, impasse … », and the number behind it.
            std::optional<std::size_t> first;
            for (std::size_t back = 1; back <= 2 && back <= at && !first; ++back)
                if (tokens()[at - back].word == secret_.number && (back == 1 || tokens()[at - 1].word.size() <= 4))
                    first = at - back;
            const bool behind = end < tokens().size() && tokens()[end].word == secret_.number;
            if (!first && !behind) continue;
            found.push_back({{tokens()[first.value_or(at)].begin, tokens()[first ? end - 1 : end].end}, Told::street});
        }
    }

    void rows_of_digits(std::vector<Found>& found) {
        if (std::count_if(text_.begin(), text_.end(), ascii::is_digit) < 6) return;
        for (const Digits& row : digits_of(text_)) {
            if (!secret_.siret.empty()) in_row(row, secret_.siret, Told::siret, found);
            for (const Secrets::Line& line : secret_.lines)
                if (!line.mailbox && line.widest < reader_)
                    for (const std::string& form : line.forms) in_row(row, form, Told::contact, found);
        }
    }

    void in_row(const Digits& row, const std::string& sought, Told told, std::vector<Found>& found) {
        for (std::size_t at = row.digits.find(sought); at != std::string::npos;
             at = row.digits.find(sought, at + sought.size())) {
            std::size_t begin = row.at[at];
            while (begin > 0 && std::string_view("+(").find(text_[begin - 1]) != std::string_view::npos) --begin;
            found.push_back({{begin, row.at[at + sought.size() - 1] + 1}, told});
        }
    }

    void mailboxes(std::vector<Found>& found) {
        if (text_.find('@') == std::string_view::npos) return;
        const std::string lower = small_kept(text_);
        const auto is_part = [](char c) {
            return ascii::is_digit(c) || (c >= 'a' && c <= 'z') || c == '_' || c == '-' || c == '+';
        };
        for (const Secrets::Line& line : secret_.lines) {
            if (!line.mailbox || line.widest >= reader_) continue;
            const std::string& box = line.forms.front();
            for (std::size_t at = lower.find(box); at != std::string::npos; at = lower.find(box, at + 1)) {
                const std::size_t end = at + box.size();
                const bool begins = at == 0 || (!is_part(lower[at - 1]) && lower[at - 1] != '.');
                const bool ends = end == lower.size() || !is_part(lower[end]);
                if (begins && ends) found.push_back({{at, end}, Told::contact});
            }
        }
    }

    static std::string small_kept(std::string_view text) {
        std::string out(text);
        for (char& c : out)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
        return out;
    }

    // Numbers with three decimals or more, comma or point: 44.4975, 44,497.
    void degrees(std::vector<Found>& found) {
        constexpr std::size_t fewest = 3;
        constexpr double same_place = 0.0002;  // some twenty metres
        if (secret_.coordinates.empty()) return;
        for (std::size_t at = 0; at < text_.size(); ++at) {
            if (!ascii::is_digit(text_[at]) || (at > 0 && ascii::is_digit(text_[at - 1]))) continue;
            std::size_t point = at;
            while (point < text_.size() && ascii::is_digit(text_[point])) ++point;
            if (point >= text_.size() || (text_[point] != '.' && text_[point] != ',')) continue;
            std::size_t end = point + 1;
            while (end < text_.size() && ascii::is_digit(text_[end])) ++end;
            if (end - point - 1 < fewest || point - at > 3) continue;
            const auto number = text::to_number(std::string(text_.substr(at, point - at)) + "." +
                                                std::string(text_.substr(point + 1, end - point - 1)));
            if (!number) continue;
            const double near = std::max(same_place, std::pow(10.0, -static_cast<double>(end - point - 1)));
            const bool told = std::any_of(secret_.coordinates.begin(), secret_.coordinates.end(),
                                          [&](double degree) { return std::abs(degree - *number) <= near; });
            if (told) found.push_back({{at, end}, Told::coordinates});
        }
    }

    std::string_view text_;
    const Secrets::Secret& secret_;
    Reader reader_;
    std::optional<std::vector<Token>> tokens_;
};

// Whether it can tell or name anything at all.
bool may_tell(std::string_view text, const Secrets::Secret& secret, std::string& rough) {
    constexpr std::size_t fewest_digits = 4;
    if (text.find('@') != std::string_view::npos || text.find('%') != std::string_view::npos) return true;
    if (static_cast<std::size_t>(std::count_if(text.begin(), text.end(), ascii::is_digit)) >= fewest_digits)
        return true;
    roughly_folded(text, rough);
    return std::any_of(secret.marks.begin(), secret.marks.end(),
                       [&](const std::string& mark) { return rough.find(mark) != std::string::npos; });
}

// The paragraphs and items of a text: what stands together. Texts of a line are one.
std::vector<Span> passages_of(std::string_view text) {
    std::vector<Span> passages;
    std::size_t begin = 0;
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        const std::string_view next = text.substr(at + 1);
        const std::string_view line = text::trim(next.substr(0, next.find('\n')));
        const bool is_item =
            !line.empty() && (std::string_view("-*+#|>").find(line.front()) != std::string_view::npos ||
                              (ascii::is_digit(line.front()) && line.find(". ") < 4));
        if (!line.empty() && !is_item) continue;
        passages.push_back({begin, at});
        begin = at + 1;
    }
    passages.push_back({begin, text.size()});
    return passages;
}

// Where a text stands, seen from one secret.
struct Stand {
    bool in_fiche = false;   // the fiche itself, or beside a reference to it
    bool any_words = true;   // a text that people write, not an area, a word of a list or a link to a record
    bool own_place = false;  // another's own address: where they sit is theirs to say
};

void look_at(std::string_view text, const Secrets::Secret& secret, Reader reader, Stand stand,
             std::vector<Found>& found) {
    Look look(text, secret, reader);
    look.everywhere(stand.own_place, found);
    if (!stand.any_words || stand.own_place) return;
    if (stand.in_fiche) return look.bare(found, Told::street);
    if (!look.names_it()) return;
    for (const Span passage : passages_of(text)) {
        std::vector<Found> here;
        Look part(text.substr(passage.begin, passage.size()), secret, reader);
        if (!part.names_it()) continue;
        part.bare(here, Told::place);
        for (const Found& one : here)
            found.push_back({{passage.begin + one.span.begin, passage.begin + one.span.end}, one.told});
    }
}

// In order, without those that stand in another.
void settle(std::vector<Found>& found) {
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    std::vector<Found> kept;
    for (const Found& one : found) {
        if (!kept.empty() && one.span.begin < kept.back().span.end)
            kept.back().span.end = std::max(kept.back().span.end, one.span.end);
        else
            kept.push_back(one);
    }
    found = std::move(kept);
}

/// Nothing where the text is the secret's own business.
using StandOf = std::function<std::optional<Stand>(const Secrets::Secret&)>;

std::vector<Found> told_by(std::string_view text, const std::vector<Secrets::Secret>& secrets, Reader reader,
                           const StandOf& stand_of, std::string& rough) {
    std::vector<Found> found;
    for (const Secrets::Secret& secret : secrets) {
        const std::optional<Stand> seen = stand_of(secret);
        if (!seen) continue;
        const Stand stand = *seen;
        if (!stand.in_fiche && !may_tell(text, secret, rough)) continue;
        if (!has_percent(text)) {
            look_at(text, secret, reader, stand, found);
            continue;
        }
        const Readable read = readable(text);
        std::vector<Found> here;
        look_at(read.text, secret, reader, stand, here);
        for (const Found& one : here) found.push_back({read.back(one.span), one.told});
    }
    settle(found);
    return found;
}

// Areas, words of lists and links to records say what they say to everyone. Whatever else stands in a field is words,
// also where it is no phone, hours or date at all: the gate does not trust that a value is what its field holds.
bool is_of_words(const Field* field, const std::string& text) {
    if (field == nullptr) return true;
    switch (field->type) {
        case Type::number:
        case Type::decimal:
        case Type::boolean:
        case Type::choice:
        case Type::term:
        case Type::area:
        case Type::department:
        case Type::language:
        case Type::query:
        case Type::id:
        case Type::timezone:
        case Type::colour: return false;
        case Type::reference: return field->or_words && !model::is_id(text);
        default: return true;
    }
}

bool says_own_place(std::string_view path) {
    constexpr std::array<std::string_view, 5> keys{"address.street", "address.postcode", "address.commune",
                                                   "address.latitude", "address.longitude"};
    return std::find(keys.begin(), keys.end(), path) != keys.end();
}

// Of the fiche itself `release` keeps the address and the SIRET back, and its phones and mailboxes by their audience.
bool is_hidden_otherwise(const store::Met& met) {
    if (met.path == "siret" || met.path == "address" || met.path.starts_with("address.")) return true;
    return met.field != nullptr && (met.field->type == Type::phone || met.field->type == Type::email);
}

}  // namespace

Secrets::Secrets(const std::vector<store::Record<model::Partner>>& partners) {
    for (const auto& partner : partners) {
        if (!partner.value.address || !partner.value.address->confidential.value_or(false)) continue;
        secrets_.push_back(secret_of(partner));
        ids_.insert(partner.id);
    }
}

std::vector<Telling> Secrets::told_in(const store::Source& source, Reader reader) const {
    std::vector<Telling> told;
    if (secrets_.empty()) return told;
    const Shape& shape = model::shape_of(source.ref.kind);
    const bool is_fiche = source.ref.kind == model::RecordKind::partner;
    // Parts of the record that speak of one of them by a reference: "round_table.0." → its id.
    std::vector<std::pair<std::string, std::string>> about;
    store::walk(source.tree, shape, [&](const store::Met& met) {
        if (met.field == nullptr || met.field->type != Type::reference || met.node.kind != Kind::scalar) return;
        const std::size_t step = met.path.rfind('.');
        if (step == std::string::npos || !ids_.contains(met.node.text)) return;
        if (met.key != nullptr) about.emplace_back(met.path.substr(0, step + 1), met.node.text);
    });
    std::string rough;
    const auto look = [&](std::string_view text, const store::Met& met, const yaml::Key* users_key) {
        const bool words = is_of_words(met.field, met.node.text) || users_key != nullptr;
        const auto stand_of = [&](const Secret& secret) -> std::optional<Stand> {
            const bool own = source.path == secret.path;
            if (own && is_hidden_otherwise(met)) return std::nullopt;
            const bool beside = std::any_of(about.begin(), about.end(), [&](const auto& part) {
                return part.second == secret.id && met.path.starts_with(part.first);
            });
            return Stand{own || beside, words, !own && is_fiche && says_own_place(met.path)};
        };
        const auto found = told_by(text, secrets_, reader, stand_of, rough);
        if (found.empty()) return;
        Telling telling{met.path, &met.node, met.field, users_key, {}, {}};
        for (const Found& one : found) {
            telling.spans.push_back(one.span);
            telling.told.push_back(one.told);
        }
        told.push_back(std::move(telling));
    };
    store::walk(source.tree, shape, [&](const store::Met& met) {
        if (met.users_key && met.key != nullptr) look(met.key->text, met, met.key);
        if (met.node.kind == Kind::scalar && !met.node.text.empty()) look(met.node.text, met, nullptr);
    });
    return told;
}

std::string Secrets::withheld(std::string_view text, Reader reader) const {
    if (secrets_.empty()) return std::string(text);
    std::string rough;
    const auto found = told_by(
        text, secrets_, reader,
        [](const Secret&) {
            return Stand{false, false, false};
        },
        rough);
    std::vector<Span> spans;
    for (const Found& one : found) spans.push_back(one.span);
    return without(text, spans);
}

std::string without(std::string_view text, const std::vector<Span>& spans) {
    constexpr std::string_view sign = "[…]";
    std::string out;
    std::size_t at = 0;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        out += text.substr(at, spans[i].begin - at);
        at = spans[i].end;
        while (i + 1 < spans.size() &&
               text.substr(at, spans[i + 1].begin - at).find_first_not_of(" ,;/–\n\t") == std::string_view::npos)
            at = spans[++i].end;
        out += sign;
        // A bracket right behind would make it a link of Markdown.
        if (at < text.size() && (text[at] == '(' || text[at] == '[' || text[at] == ':')) out += ' ';
    }
    return out += text.substr(at);
}

}  // namespace cafe::facts
