#include "intake/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "calendar/hours.hpp"
#include "intake/shifted.hpp"
#include "intake/words.hpp"
#include "model/fields.hpp"
#include "model/path.hpp"
#include "model/values.hpp"

namespace cafe::intake {

namespace {

using model::Field;
using model::ImportColumn;
using model::VocabularyKind;

constexpr Phrase<std::string> zeros{
    "colonne « {} » : le zéro que le tableur avait enlevé est remis devant les numéros de neuf chiffres",
    "column '{}': the zero that the spreadsheet took away is put back before numbers of nine digits"};
constexpr Phrase<std::string, std::string> were_exchanged{
    "colonnes « {} » et « {} » : latitude et longitude étaient échangées",
    "columns '{}' and '{}': latitude and longitude were exchanged"};
constexpr Phrase<> was_lambert{"coordonnées en Lambert 93 : converties en degrés",
                               "coordinates in Lambert 93: turned into degrees"};
constexpr Phrase<std::string> month_first{"colonne « {} » : le mois est avant le jour",
                                          "column '{}': the month stands before the day"};
constexpr Phrase<std::string> day_first{
    "colonne « {} » : rien ne dit si le jour est avant le mois ; lu jour/mois",
    "column '{}': nothing says whether the day stands before the month; read as day/month"};
constexpr Phrase<std::string> lost_letter{
    "une lettre est perdue (« \uFFFD ») dans « {} » : le fichier est à redemander",
    "a letter is lost ('\uFFFD') in '{}': ask for the file again"};
constexpr Phrase<std::size_t, std::size_t> wrong_width{"{} cellules au lieu de {}", "{} cells instead of {}"};
constexpr Phrase<std::size_t, std::string> moved{"cellules décalées depuis la colonne {} ({})",
                                                 "cells moved from column {} ({}) on"};
constexpr Phrase<> no_name{"il manque le nom", "the name is missing"};
constexpr Phrase<> no_person{"il manque le nom de la personne", "the person's name is missing"};
constexpr Phrase<std::string> short_name_of{"le nom « {} » est trop court", "the name '{}' is too short"};
constexpr Phrase<std::string> unread_phone{"téléphone illisible : {}", "telephone that cannot be read: {}"};
constexpr Phrase<std::string> unread_email{"courriel illisible : {}", "e-mail that cannot be read: {}"};
constexpr Phrase<> personal{"courriel d'une personne, laissé hors de la fiche : « mailboxes: keep » le garderait",
                            "a person's mailbox, left out of the record: 'mailboxes: keep' would keep it"};
constexpr Phrase<> words_for_hours{"horaires gardés en toutes lettres", "hours kept in words"};
constexpr Phrase<std::string> no_commune{"commune inconnue : « {} »", "unknown commune: '{}'"};
constexpr Phrase<std::string, std::string> which_commune{"commune « {} » : laquelle ? {}",
                                                         "commune '{}': which one? {}"};
constexpr Phrase<> no_siret{"SIRET arrondi par le tableur (« 2,6E+13 ») : laissé",
                            "SIRET rounded by the spreadsheet ('2.6E+13'): left out"};
constexpr Phrase<> wrong_siret{"SIRET impossible : laissé", "impossible SIRET: left out"};
constexpr Phrase<std::string> no_date{"date illisible : {}", "date that cannot be read: {}"};
constexpr Phrase<> no_site{"site qui n'est pas une adresse web : laissé", "website that is no web address: left out"};
constexpr Phrase<> far_point{"coordonnées hors de France : laissées", "coordinates outside of France: left out"};
constexpr Phrase<std::string> unread_number{"nombre illisible : {}", "number that cannot be read: {}"};
constexpr Phrase<std::string> cut{"texte trop long pour « {} » : coupé", "text too long for '{}': cut"};

const std::vector<std::string> usual_empty{"na", "n/a", "#n/d",       "#n/a",  "null",  "none", "-",  "--",
                                           "/",  "nan", "0001-01-01", "néant", "neant", "nr",   "nc", "?"};

// ---- A mapping over a header ---------------------------------------------------------------------------------------

struct Bound {
    const ImportColumn* column = nullptr;
    std::vector<std::size_t> positions;  // in the order to try them
    std::string shown;
    bool zero_lost = false;
    DayOrder order = DayOrder::day_first;
};

std::size_t column_named(const Table& table, const std::string& name) {
    const std::size_t exact = table.column(name);
    return exact;
}

Bound bind(const Table& table, const ImportColumn& column) {
    Bound bound{&column, {}, column.header, false, DayOrder::day_first};
    if (const std::size_t whole = column_named(table, column.header); whole < table.header.size()) {
        bound.positions.push_back(whole);
        return bound;
    }
    for (const std::string_view part : text::split(column.header, '|')) {
        const std::size_t at = column_named(table, std::string(text::trim(part)));
        if (at < table.header.size()) bound.positions.push_back(at);
    }
    return bound;
}

class Cells {
public:
    Cells(const Table& table, const model::ImportMapping& mapping) : table_(table) {
        for (const std::string& word : mapping.empty.empty() ? usual_empty : mapping.empty)
            empty_.insert(utf8_lower(word));
    }

    [[nodiscard]] std::string at(const Row& row, std::size_t column) const {
        if (column >= row.cells.size()) return "";
        const std::string& cell = row.cells[column];
        const std::string_view plain = text::trim(cell);
        constexpr std::size_t longest_empty = 12;
        if (plain.empty() || (plain.size() <= longest_empty && empty_.contains(utf8_lower(plain)))) return "";
        return cell;
    }
    [[nodiscard]] std::string of(const Row& row, const Bound& bound) const {
        for (const std::size_t column : bound.positions)
            if (std::string cell = at(row, column); !cell.empty()) return cell;
        return "";
    }
    [[nodiscard]] const Table& table() const { return table_; }

private:
    static std::string utf8_lower(std::string_view text) {
        std::string out;
        for (std::size_t at = 0; at < text.size();) utf8::append(out, utf8::lower(utf8::next(text, at)));
        return out;
    }
    const Table& table_;
    std::set<std::string, std::less<>> empty_;
};

// "itinerance != Oui", "statut = ouvert"
bool holds(const std::string& condition, const Cells& cells, const Row& row) {
    if (condition.empty()) return true;
    const bool negated = condition.find("!=") != std::string::npos;
    const std::size_t sign = negated ? condition.find("!=") : condition.find('=');
    if (sign == std::string::npos) return true;
    const std::string name(text::trim(std::string_view(condition).substr(0, sign)));
    const std::string value = fold::text(std::string_view(condition).substr(sign + (negated ? 2 : 1)));
    const std::size_t column = cells.table().column(name);
    const bool same = fold::text(cells.at(row, column)) == value;
    return same != negated;
}

// ---- Whole columns -------------------------------------------------------------------------------------------------

bool is_phone_target(std::string_view to) {
    return to == "phones" || to == "contact.phone" || to == "contact";
}

void look_at_phones(Bound& bound, const Cells& cells, std::vector<Words>& notes) {
    std::size_t lost = 0;
    for (const Row& row : cells.table().rows)
        for (const std::size_t column : bound.positions) {
            const std::string cell = cells.at(row, column);
            if (!may_lack_zero(cell)) continue;
            if (read_phones(cell, true).phones.empty()) return;  // it would be no number: none is touched
            ++lost;
        }
    if (lost == 0) return;
    bound.zero_lost = true;
    notes.push_back(zeros(bound.shown));
}

void look_at_dates(Bound& bound, const Cells& cells, std::vector<Words>& notes) {
    bool day = false;
    bool month = false;
    bool either = false;
    for (const Row& row : cells.table().rows) {
        const std::string cell = cells.of(row, bound);
        const std::size_t slash = cell.find('/');
        if (slash == std::string::npos || slash > 2) continue;
        const bool first = read_date(cell, DayOrder::day_first).has_value();
        const bool second = read_date(cell, DayOrder::month_first).has_value();
        day = day || (first && !second);
        month = month || (second && !first);
        either = either || (first && second);
    }
    if (month && !day) {
        bound.order = DayOrder::month_first;
        notes.push_back(month_first(bound.shown));
    } else if (either && !day && !month) {
        notes.push_back(day_first(bound.shown));
    }
}

enum class Points { none, degrees, exchanged, lambert, lambert_exchanged };

struct PointColumns {
    std::vector<std::pair<const Bound*, const Bound*>> pairs;  // latitude, longitude
    std::vector<Points> kinds;
};

struct Point {
    double latitude = 0;
    double longitude = 0;
};

std::optional<Point> point_of(double a, double b, Points kind) {
    switch (kind) {
        case Points::degrees:
            if (is_in_france(a, b)) return Point{a, b};
            break;
        case Points::exchanged:
            if (is_in_france(b, a)) return Point{b, a};
            break;
        case Points::lambert:
        case Points::lambert_exchanged: {
            const double x = kind == Points::lambert ? b : a;
            const double y = kind == Points::lambert ? a : b;
            if (!is_lambert93(x, y)) break;
            const Degrees degrees = from_lambert93(x, y);
            return Point{degrees.latitude, degrees.longitude};
        }
        case Points::none: break;
    }
    return std::nullopt;
}

Points kind_of_points(const Bound& latitude, const Bound& longitude, const Cells& cells, std::vector<Words>& notes) {
    std::vector<std::pair<double, double>> pairs;
    for (const Row& row : cells.table().rows) {
        const auto a = read_decimal(cells.of(row, latitude));
        const auto b = read_decimal(cells.of(row, longitude));
        if (a && b && (*a != 0 || *b != 0)) pairs.emplace_back(*a, *b);
    }
    const auto fitting = [&](Points kind) {
        return static_cast<std::size_t>(std::count_if(
            pairs.begin(), pairs.end(), [&](const auto& pair) { return point_of(pair.first, pair.second, kind); }));
    };
    if (pairs.empty()) return Points::none;
    if (fitting(Points::degrees) > 0) return Points::degrees;
    if (fitting(Points::exchanged) == pairs.size()) {
        notes.push_back(were_exchanged(latitude.shown, longitude.shown));
        return Points::exchanged;
    }
    for (const Points kind : {Points::lambert, Points::lambert_exchanged})
        if (fitting(kind) * 10 >= pairs.size() * 9) {
            notes.push_back(was_lambert());
            return kind;
        }
    return Points::degrees;
}

// ---- One row -------------------------------------------------------------------------------------------------------

void put(Map& map, std::string_view key, Value value) {
    for (Member& member : map)
        if (member.key == key) {
            member.value = std::move(value);
            return;
        }
    map.push_back(Member{std::string(key), std::move(value)});
}

std::vector<std::string> parts_of(const std::string& cell, const std::string& separator) {
    std::vector<std::string> parts;
    const auto add = [&](std::string_view part) {
        std::string one = one_line(part);
        while (!one.empty() && (one.back() == '.' || one.back() == ',')) one.pop_back();
        if (!one.empty()) parts.push_back(std::move(one));
    };
    if (!separator.empty()) {
        std::size_t at = 0;
        for (;;) {
            const std::size_t next = cell.find(separator, at);
            add(std::string_view(cell).substr(at, next == std::string::npos ? next : next - at));
            if (next == std::string::npos) break;
            at = next + separator.size();
        }
        return parts;
    }
    // The separator that the cell itself shows: " ; ", ";", "|", " / ", lines; commas last.
    for (const std::string_view sign : {" ::: ", ";", "|", " / ", "\n"})
        if (cell.find(sign) != std::string::npos) return parts_of(cell, std::string(sign));
    if (cell.find(',') != std::string::npos) return parts_of(cell, ",");
    if (cell.find(" + ") != std::string::npos) return parts_of(cell, " + ");
    add(cell);
    return parts;
}

// Six decimals, a tenth of a metre, without zeros at the end.
std::string degrees_text(double degrees) {
    std::string text = fmt::format("{:.6f}", degrees);
    while (text.ends_with('0') && !text.ends_with(".0")) text.pop_back();
    return text;
}

std::string cut_to(const std::string& text, int most) {
    if (most <= 0 || utf8::length(text) <= static_cast<std::size_t>(most)) return text;
    std::string out(utf8::fit(text, static_cast<std::size_t>(most) - 2));
    if (const std::size_t blank = out.rfind(' '); blank != std::string::npos && blank * 2 > out.size())
        out.resize(blank);
    return out + "…";
}

class RowReader {
public:
    RowReader(const Cells& cells, const model::ImportMapping& mapping, const std::vector<Bound>& bounds,
              const PointColumns& points, const Lexicon& lexicon, As as, Rows& out)
        : cells_(cells), mapping_(mapping), bounds_(bounds), points_(points), lexicon_(lexicon), as_(as), out_(out) {}

    Become read(const Row& row) {
        row_ = &row;
        become_ = Become{};
        become_.row = &row;
        record_.clear();
        address_ = {};
        days_.assign(7, "");
        day_notes_.clear();
        contact_ = {};
        emails_.clear();
        first_name_.clear();
        last_name_.clear();
        for (const Bound& bound : bounds_) {
            if (bound.positions.empty() || !holds(bound.column->when, cells_, row)) continue;
            // Several columns that are tried in turn give one cell; telephones and mailboxes all of them.
            if (const std::string cell = cells_.of(row, bound); !cell.empty()) take(bound, cell);
        }
        finish();
        return std::move(become_);
    }

private:
    static constexpr std::array<std::string_view, 7> week{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};

    void remark(const Words& sentence) { out_.remarks.add(sentence); }

    void take(const Bound& bound, const std::string& cell) {
        const ImportColumn& column = *bound.column;
        const std::string& to = column.to;
        if (as_ != As::partners && take_person_cell(bound, to, cell)) return;
        if (to.starts_with("contact.")) return take_contact(bound, to.substr(8), cell);
        if (to.starts_with("address")) return take_address(column, to, cell);
        if (to == "hours") return take_hours(column, cell);
        if (to == "phones") return take_phones(bound, cell);
        if (to == "emails") return take_emails(cell);
        if (to.starts_with("sources.")) return take_source(bound, to.substr(8), cell);
        if (to == "source_link") {
            become_.source_link = read_website(cell);
            return;
        }
        const auto path = model::RecordPath::parse(to);
        const Field* field = path ? model::column_of(model::partner_shape(), *path) : nullptr;
        if (field == nullptr || path->steps.size() > 1) return;
        take_field(bound, *field, cell);
    }

    // ---- Fields of a fiche -------------------------------------------------------------------------------------

    void take_field(const Bound& bound, const Field& field, const std::string& cell) {
        const std::string key(field.key);
        const ImportColumn& column = *bound.column;
        switch (field.type) {
            case model::Type::term: return take_terms(column, field, cell);
            case model::Type::choice: return take_choice(column, field, cell);
            case model::Type::area: return take_areas(column, cell);
            case model::Type::url: {
                const std::string url = read_website(cell);
                if (url.empty()) return remark(no_site());
                return first(key, url);
            }
            case model::Type::siret: {
                const SiretCell siret = read_siret(cell);
                if (siret.rounded) return remark(no_siret());
                if (siret.siret.empty()) return remark(wrong_siret());
                return first(key, siret.siret);
            }
            case model::Type::number: {
                const auto number = read_decimal(cell);
                if (!number || *number < 0) return remark(unread_number(utf8::one_line(cell)));
                return first(key, fmt::format("{:.0f}", *number));
            }
            case model::Type::date: {
                const auto date = read_date(cell, bound.order);
                if (!date) return remark(no_date(utf8::one_line(cell)));
                return first(key, date->iso());
            }
            case model::Type::boolean: {
                const auto value = read_boolean(cell);
                if (value) first(key, *value ? "true" : "false");
                return;
            }
            case model::Type::reference: {
                const std::string id = lexicon_.partner(one_line(cell), mapping_.partners);
                if (!id.empty()) return field.list ? items(key, {id}) : first(key, id);
                if (key == "parent")
                    become_.parent = one_line(cell);
                else
                    out_.remarks.unknown_word(key, one_line(cell), "");
                return;
            }
            case model::Type::rna: {
                if (const std::string rna = one_line(cell); model::is_rna(rna)) first(key, rna);
                return;
            }
            case model::Type::language: {
                for (const std::string& part : parts_of(cell, column.split))
                    if (model::is_language(fold::text(part))) items(key, {fold::text(part)});
                return;
            }
            default: break;
        }
        if (key == "hours_note") return note_hours(text::replace_all(prose(cell), "\n", " ; "));
        if (field.list) {
            std::vector<std::string> kept;
            for (const std::string& part : parts_of(cell, column.split)) kept.push_back(cut_field(field, part));
            return items(key, kept);
        }
        const bool lines = field.type == model::Type::markdown;
        const std::string text = lines ? prose(cell) : one_line(cell);
        if (text.empty()) return;
        if (const Value* before = Value{record_}.find(key); before != nullptr && before->text() != nullptr && lines) {
            if (*before->text() != text) put(record_, key, Value{*before->text() + "\n\n" + text});
            return;
        }
        first(key, cut_field(field, text));
    }

    std::string cut_field(const Field& field, const std::string& text) {
        std::string kept = field.most == std::numeric_limits<int>::max() ? text : cut_to(text, field.most);
        if (kept != text) remark(cut(std::string(field.label.fr)));
        return kept;
    }

    // The first column that says it.
    void first(const std::string& key, std::string text) {
        if (!text.empty() && find(key) == nullptr) put(record_, key, Value{std::move(text)});
    }

    const Value* find(std::string_view key) const {
        for (const Member& member : record_)
            if (member.key == key) return &member.value;
        return nullptr;
    }

    void items(const std::string& key, const std::vector<std::string>& more) {
        List list;
        if (const Value* before = find(key); before != nullptr && before->list() != nullptr) list = *before->list();
        for (const std::string& item : more)
            if (!item.empty() && std::find(list.begin(), list.end(), Value{item}) == list.end())
                list.push_back(Value{item});
        if (!list.empty()) put(record_, key, Value{std::move(list)});
    }

    void take_terms(const ImportColumn& column, const Field& field, const std::string& cell) {
        const VocabularyKind kind = field.vocabulary;
        const auto& learnt = kind == VocabularyKind::themes    ? mapping_.words.themes
                             : kind == VocabularyKind::publics ? mapping_.words.publics
                                                               : mapping_.words.kind;
        std::vector<std::string> found;
        const auto look = [&](const std::string& word) {
            const Looked looked = lexicon_.term(kind, word, column.words, learnt);
            if (!looked.id.empty()) found.push_back(looked.id);
            return looked;
        };
        const std::string whole = one_line(cell);
        if (Looked looked = look(whole); looked.id.empty() && !looked.nothing) {
            const auto parts = parts_of(cell, column.split);
            for (const std::string& part : parts) {
                if (parts.size() > 1) looked = look(part);
                if (!looked.id.empty() || looked.nothing) continue;
                // « acct jeunes », « santé mentale adultes »: the words inside.
                const auto inside = lexicon_.terms_in(kind, part);
                if (!inside.empty())
                    found.insert(found.end(), inside.begin(), inside.end());
                else
                    out_.remarks.unknown_word(field.key, part, looked.nearest);
            }
        }
        if (field.list) return items(std::string(field.key), found);
        if (!found.empty()) first(std::string(field.key), found.front());
    }

    void take_choice(const ImportColumn& column, const Field& field, const std::string& cell) {
        const std::string word = one_line(cell);
        if (field.key == "fee") {
            const Looked looked = lexicon_.fee(word, column.words, mapping_.words.fee);
            if (!looked.id.empty()) return first("fee", looked.id);
            if (!looked.nothing) out_.remarks.unknown_word(field.key, word, "");
            return;
        }
        const std::string folded = fold::text(word);
        for (const model::Choice& choice : field.choices)
            if (fold::text(choice.value) == folded || fold::text(choice.label.fr) == folded ||
                fold::text(choice.label.en) == folded)
                return first(std::string(field.key), std::string(choice.value));
        out_.remarks.unknown_word(field.key, word, "");
    }

    void take_areas(const ImportColumn& column, const std::string& cell) {
        std::vector<std::string> found;
        for (const std::string& part : parts_of(cell, column.split)) {
            if (const auto area = lexicon_.area(part))
                found.push_back(*area);
            else
                out_.remarks.unknown_word("territory", part, "");
        }
        items("territory", found);
    }

    void take_phones(const Bound& bound, const std::string& cell) {
        for (const std::size_t column : bound.positions) {
            const std::string one = bound.positions.size() == 1 ? cell : cells_.at(*row_, column);
            const PhonesCell read = read_phones(one, bound.zero_lost);
            for (const std::string& part : read.unread) remark(unread_phone(part));
            for (const PhoneCell& phone : read.phones) add_phone(phone);
            if (!read.phones.empty()) break;
        }
    }

    void add_phone(const PhoneCell& phone) {
        List list;
        if (const Value* before = find("phones")) list = *before->list();
        for (const Value& item : list) {
            const std::string* number = item.text() != nullptr ? item.text() : item.find("number")->text();
            if (*number == phone.number) return;
        }
        Map map{Member{"number", phone.number}};
        if (!phone.label.empty()) map.push_back(Member{"label", cut_to(phone.label, 100)});
        // A mobile number that somebody's name stands beside is that person's.
        const auto words = fold::words(phone.label);
        const bool somebody =
            std::any_of(words.begin(), words.end(), [](const fold::Word& word) { return is_civility(word.folded); });
        if (somebody && is_mobile(phone.number)) map.push_back(Member{"audience", "partners"});
        list.push_back(map.size() == 1 ? Value{phone.number} : Value{std::move(map)});
        put(record_, "phones", Value{std::move(list)});
    }

    void take_emails(const std::string& cell) {
        const EmailsCell read = read_emails(cell);
        for (const std::string& part : read.unread) remark(unread_email(utf8::printable(part)));
        for (const std::string& address : read.addresses)
            if (std::find(emails_.begin(), emails_.end(), address) == emails_.end()) emails_.push_back(address);
        if (read.addresses.empty() && read.unread.empty()) remark(unread_email(utf8::one_line(cell)));
    }

    void take_source(const Bound& bound, const std::string& part, const std::string& cell) {
        if (part == "on") {
            const auto date = read_date(cell, bound.order);
            if (!date) return remark(no_date(utf8::one_line(cell)));
            become_.source_date = date;
        } else if (part == "link") {
            become_.source_link = read_website(cell);
        }
    }

    // ---- Address -----------------------------------------------------------------------------------------------

    struct Parts {
        std::string number;
        std::string kind_of_street;
        std::string street;
        std::string extra;
        std::string postcode;
        std::string commune;
        std::string insee;
        std::string mail;
        AddressCell whole;
        bool has_whole = false;
    };

    void take_address(const ImportColumn& column, const std::string& to, const std::string& cell) {
        const auto join = [](std::string& text, const std::string& more) {
            if (!more.empty()) text += (text.empty() ? "" : " ") + more;
        };
        if (column.as == "insee") {
            std::string code = one_line(cell);
            if (address_.insee.empty()) address_.insee = std::move(code);
        } else if (to == "address") {
            address_.whole = read_address(cell);
            address_.has_whole = true;
        } else if (to == "address.number") {
            join(address_.number, one_line(cell));
        } else if (to == "address.type") {
            join(address_.kind_of_street, one_line(cell));
        } else if (to == "address.street") {
            const AddressCell read = read_address(cell);
            if (!read.postcode.empty() && !read.commune.empty() && address_.street.empty()) {
                address_.whole = read;
                address_.has_whole = true;
            } else {
                join(address_.street, one_line(cell));
            }
        } else if (to == "address.extra") {
            address_.extra += (address_.extra.empty() ? "" : ", ") + one_line(cell);
        } else if (to == "address.mail") {
            address_.mail = prose(cell);
        } else if (to == "address.postcode") {
            const std::string code = read_postcode(cell);
            if (address_.postcode.empty()) address_.postcode = code;
            // « 47500 Fumel » in the column of postcodes.
            const AddressCell read = read_commune(cell);
            if (!read.postcode.empty() && !read.commune.empty() && address_.commune.empty())
                address_.commune = read.commune;
        } else if (to == "address.commune") {
            const AddressCell read = read_commune(cell);
            if (address_.commune.empty()) address_.commune = read.commune;
            if (address_.postcode.empty()) address_.postcode = read.postcode;
            if (read.cedex && address_.mail.empty()) address_.mail = one_line(cell);
        } else if (to == "address.department") {
            const std::string text = one_line(cell);
            const auto area = lexicon_.area(model::is_department(text) ? "dep:" + text : text);
            if (area) become_.department = *area;
        } else if (to == "address.confidential") {
            if (const auto value = read_boolean(cell); value.value_or(true)) confidential_ = true;
        }
    }

    void finish_address() {
        Parts& a = address_;
        std::string street = one_line(a.number + " " + a.kind_of_street + " " + a.street);
        if (a.has_whole) {
            if (street.empty()) street = a.whole.street;
            if (a.postcode.empty()) a.postcode = a.whole.postcode;
            if (a.commune.empty()) a.commune = a.whole.commune;
            if (a.whole.cedex && a.mail.empty()) a.mail = a.whole.postcode + " " + a.whole.commune + " Cedex";
        }
        Lexicon::Commune commune;
        if (!a.insee.empty()) commune = lexicon_.commune_by_code(a.insee);
        if (commune.name.empty() && (!a.commune.empty() || !a.postcode.empty())) {
            const std::string five = a.postcode.size() == 4 ? "0" + a.postcode : a.postcode;
            commune = lexicon_.commune(a.commune.empty() ? five : a.commune, a.commune.empty() ? "" : five);
            if (commune.name.empty() && !a.commune.empty()) {
                if (!commune.candidates.empty() && five.empty())
                    ask_commune_ = which_commune(a.commune, text::join(commune.candidates, ", "));
                else
                    ask_commune_ = no_commune(a.commune);
            }
        }
        // Where no commune is meant, at least the département is known.
        if (commune.name.empty() && become_.department.empty() && a.postcode.size() == 5) {
            const std::string department = a.postcode.substr(0, a.postcode.starts_with("97") ? 3 : 2);
            if (model::is_department(department)) become_.department = lexicon_.area("dep:" + department).value_or("");
        }
        // A district keeps its name beside the commune.
        if (commune.by_postcode && a.extra.empty()) a.extra = a.commune;
        if (a.postcode.size() == 4) {
            const std::string whole = "0" + a.postcode;
            const auto& codes = commune.postcodes;
            const bool fits = codes.empty() || std::find(codes.begin(), codes.end(), whole) != codes.end();
            a.postcode = fits && model::is_postcode(whole) ? whole : "";
        } else if (a.postcode.size() == 5 && !a.mail.empty() && !commune.postcodes.empty() &&
                   std::find(commune.postcodes.begin(), commune.postcodes.end(), a.postcode) ==
                       commune.postcodes.end()) {
            // A CEDEX has a code of its own, which is only for letters.
            if (a.mail.find(a.postcode) == std::string::npos) a.mail = a.postcode + " " + a.mail;
            a.postcode = commune.postcodes.size() == 1 ? commune.postcodes.front() : "";
        }
        Map address;
        const auto say = [&](std::string_view key, const std::string& text, int most) {
            if (!text.empty()) address.push_back(Member{std::string(key), Value{cut_to(text, most)}});
        };
        say("street", street, 200);
        say("extra", a.extra, 200);
        say("postcode", a.postcode, 5);
        say("commune", commune.name, 200);
        if (const auto at = point()) {
            say("latitude", degrees_text(at->latitude), 20);
            say("longitude", degrees_text(at->longitude), 20);
        }
        if (confidential_) say("confidential", "true", 5);
        say("mail", a.mail, 400);
        if (!address.empty()) put(record_, "address", Value{std::move(address)});
    }

    std::optional<Point> point() {
        for (std::size_t i = 0; i < points_.pairs.size(); ++i) {
            const auto a = read_decimal(cells_.of(*row_, *points_.pairs[i].first));
            const auto b = read_decimal(cells_.of(*row_, *points_.pairs[i].second));
            if (!a || !b || (*a == 0 && *b == 0)) continue;
            if (auto found = point_of(*a, *b, points_.kinds[i])) return found;
            remark(far_point());
        }
        return std::nullopt;
    }

    // ---- Hours -------------------------------------------------------------------------------------------------

    void take_hours(const ImportColumn& column, const std::string& cell) {
        if (!column.day.empty()) {
            const std::size_t day =
                static_cast<std::size_t>(std::find(week.begin(), week.end(), column.day) - week.begin());
            if (day >= week.size()) return;
            if (const auto hours = read_day_hours(cell)) {
                if (*hours == "off") return;
                days_[day] += (days_[day].empty() ? "" : ",") + *hours;
            } else {
                day_notes_.emplace_back(day, one_line(cell));
            }
            return;
        }
        const std::string text = text::replace_all(prose(cell), "\n", " ; ");
        const auto reading = calendar::read_hours(text);
        if (reading.hours && calendar::doubts_about(*reading.hours).empty())
            return first("hours", calendar::canonical(*reading.hours));
        const std::string spaced = text::replace_all(text::replace_all(text, "/", " et "), " ; ", "; ");
        const auto again = calendar::read_hours(spaced);
        if (again.hours && calendar::doubts_about(*again.hours).empty())
            return first("hours", calendar::canonical(*again.hours));
        note_hours(text);
    }

    // Word for word; what is longer than a note on hours may be stands in the notes of the notebook.
    void note_hours(const std::string& text) {
        constexpr std::size_t longest = 300;
        remark(words_for_hours());
        std::string all = text;
        if (const Value* before = find("hours_note")) all = *before->text() + " ; " + text;
        if (utf8::length(all) <= longest) return put(record_, "hours_note", Value{all});
        const Value* notes = find("notes");
        put(record_, "notes", Value{notes == nullptr ? text : *notes->text() + "\n\n" + text});
    }

    void finish_hours() {
        static constexpr std::array<std::string_view, 7> in_french{"lundi",    "mardi",  "mercredi", "jeudi",
                                                                   "vendredi", "samedi", "dimanche"};
        const std::string written = week_of(days_);
        if (!written.empty()) {
            const auto reading = calendar::read_hours(written);
            if (reading.hours) first("hours", calendar::canonical(*reading.hours));
        }
        if (day_notes_.empty()) return;
        std::vector<std::string> parts;
        for (const auto& [day, text] : day_notes_) parts.push_back(std::string(in_french[day]) + " : " + text);
        note_hours(text::join(parts, " ; "));
    }

    // ---- People ------------------------------------------------------------------------------------------------

    void take_contact(const Bound& bound, const std::string& part, const std::string& cell) {
        if (part == "name")
            contact_.name = one_line(cell);
        else if (part == "first_name")
            first_name_ = one_line(cell);
        else if (part == "last_name")
            last_name_ = one_line(cell);
        else if (part == "title")
            contact_.title = one_line(cell);
        else if (part == "role")
            contact_.role = one_line(cell);
        else if (part == "email")
            contact_.emails = read_emails(cell).addresses;
        else if (part == "phone")
            contact_.phones = read_phones(cell, bound.zero_lost).phones;
    }

    bool take_person_cell(const Bound& bound, const std::string& to, const std::string& cell) {
        const std::string text = one_line(cell);
        if (to == "first_name") {
            first_name_ = text;
        } else if (to == "last_name") {
            last_name_ = text;
        } else if (to == "name") {
            contact_.name = text;
        } else if (to == "title") {
            contact_.title = text;
        } else if (to == "role") {
            contact_.role = text;
        } else if (to == "organisation") {
            contact_.organisation = text;
        } else if (to == "emails") {
            for (const std::string& address : read_emails(cell).addresses) contact_.emails.push_back(address);
            for (const std::string& part : read_emails(cell).unread) remark(unread_email(utf8::printable(part)));
        } else if (to == "phones") {
            const PhonesCell read = read_phones(text::replace_all(cell, ":::", ";"), bound.zero_lost);
            for (const PhoneCell& phone : read.phones) contact_.phones.push_back(phone);
            for (const std::string& part : read.unread) remark(unread_phone(part));
        } else if (to == "contact") {
            for (const std::string& address : read_emails(cell).addresses) contact_.emails.push_back(address);
            if (cell.find('@') == std::string::npos)
                for (const PhoneCell& phone : read_phones(cell, true).phones) contact_.phones.push_back(phone);
        } else if (to == "notes") {
            contact_.notes += (contact_.notes.empty() ? "" : "\n") + prose(cell);
        } else if (to == "lists") {
            for (const std::string& part : parts_of(cell, bound.column->split))
                if (!part.starts_with("*")) contact_.lists.push_back(cut_to(part, 60));
        } else if (to == "signature") {
            become_.sign = text;
        } else if (to == "kind" && fold::text(text) == "org") {
            become_.is_organisation = true;
        } else {
            return false;
        }
        return true;
    }

    // « BÉLARD » → « Bélard », « d'ARBLADE » → « d'Arblade »; words of mixed case stay.
    static std::string spoken_name(const std::string& name) {
        std::string out;
        bool first = true;
        bool all_capitals = true;
        for (std::size_t at = 0; at < name.size();) {
            const char32_t c = utf8::next(name, at);
            if (utf8::is_letter_or_digit(c) && utf8::lower(c) == c && c > '9') all_capitals = false;
        }
        if (!all_capitals) {
            // Word by word: « Solène BÉLARD ».
            std::vector<std::string> words;
            for (const std::string_view word : text::words(name)) {
                std::size_t letters = 0;
                bool capitals = true;
                for (std::size_t at = 0; at < word.size();) {
                    const char32_t c = utf8::next(word, at);
                    if (!utf8::is_letter_or_digit(c)) continue;
                    ++letters;
                    if (utf8::lower(c) == c) capitals = false;
                }
                words.push_back(capitals && letters > 2 ? spoken_name(std::string(word)) : std::string(word));
            }
            return text::join(words, " ");
        }
        for (std::size_t at = 0; at < name.size();) {
            const char32_t c = utf8::next(name, at);
            utf8::append(out, first ? c : utf8::lower(c));
            first = c == ' ' || c == '-' || c == '\'' || c == U'’';
        }
        for (const std::string_view particle : {"D'", "D’"})
            if (out.starts_with(particle)) out[0] = 'd';
        return out;
    }

    static std::string without_civility(std::string name, std::string& title) {
        const auto words = text::words(name);
        if (words.size() > 1 && is_civility(fold::text(words.front()))) {
            const std::string_view civility = words.front();
            if (title.empty()) title = std::string(civility);
            name = std::string(text::trim(std::string_view(name).substr(
                static_cast<std::size_t>(civility.data() + civility.size() - name.data()))));
        }
        return name;
    }

    void finish_contact() {
        PersonRow person = contact_;
        const bool parts = !first_name_.empty() || !last_name_.empty();
        if (parts && (as_ != As::partners || person.name.empty()))
            person.name = one_line(spoken_name(first_name_) + " " + spoken_name(last_name_));
        else
            person.name = spoken_name(person.name);
        // « Dr » in the column of first names.
        if (is_civility(fold::text(first_name_))) {
            person.title = first_name_;
            person.name = spoken_name(last_name_);
        }
        person.name = without_civility(person.name, person.title);
        if (fold::text(person.title) == "m" || fold::text(person.title) == "mme" || fold::text(person.title) == "mlle")
            person.title.clear();
        contact_ = std::move(person);
    }

    // « Mme BÉLARD (resp.) / M. PEYROU » : people that a cell names, each with a civility.
    std::vector<PersonRow> people_in(const std::string& cell) {
        std::vector<PersonRow> found;
        std::string marked = text::replace_all(cell, " et ", "/");
        for (const std::string_view sign : {";", "\n", " & "}) marked = text::replace_all(marked, sign, "/");
        for (const std::string_view part : text::split(marked, '/')) {
            PersonRow person;
            std::string name = one_line(part);
            if (const std::size_t open = name.find('('); open != std::string::npos) {
                const std::size_t close = name.find(')', open);
                person.role = one_line(name.substr(open + 1, close == std::string::npos ? close : close - open - 1));
                name = one_line(name.substr(0, open));
            }
            person.name = spoken_name(without_civility(name, person.title));
            if (fold::words(person.name).size() >= 1 && !person.name.empty()) found.push_back(std::move(person));
        }
        return found;
    }

    // ---- The end -----------------------------------------------------------------------------------------------

    void finish_emails() {
        std::vector<std::string> own;
        const auto know = [&](const std::string& text) {
            for (const fold::Word& word : fold::words(text)) own.push_back(word.folded);
        };
        know(text_at(Value{record_}, "name"));
        know(text_at(Value{record_}, "short_name"));
        if (const Value* address = find("address")) know(text_at(*address, "commune"));
        std::vector<std::string> kept;
        for (const std::string& address : emails_) {
            const std::string domain = address.substr(address.find('@') + 1);
            std::vector<std::string> known = own;
            for (const fold::Word& word : fold::words(text::replace_all(domain.substr(0, domain.rfind('.')), ".", " ")))
                known.push_back(word.folded);
            const bool of_contact = belongs_to_contact(address);
            if (mapping_.mailboxes != "keep" && (of_contact || looks_personal(address, known))) {
                if (of_contact && become_.people.size() == 1)
                    become_.people.front().emails.push_back(address);
                else
                    for (PersonRow& person : become_.people)
                        if (names_mailbox(person, address)) person.emails.push_back(address);
                remark(personal());
                continue;
            }
            kept.push_back(address);
        }
        items("emails", kept);
    }

    static bool names_mailbox(const PersonRow& person, const std::string& address) {
        constexpr std::size_t telling = 4;
        const std::string box = fold::text(address.substr(0, address.find('@')));
        for (const fold::Word& word : fold::words(person.name))
            if (word.folded.size() >= telling && box.find(word.folded) != std::string::npos) return true;
        return false;
    }
    bool belongs_to_contact(const std::string& address) const {
        return std::any_of(become_.people.begin(), become_.people.end(),
                           [&](const PersonRow& person) { return names_mailbox(person, address); });
    }

    void finish() {
        finish_address();
        finish_hours();
        if (as_ == As::partners) {
            if (!contact_.name.empty() && first_name_.empty() && last_name_.empty()) {
                become_.people = people_in(contact_.name);
                if (become_.people.size() == 1) {
                    PersonRow& one = become_.people.front();
                    if (!contact_.role.empty()) one.role = contact_.role;
                    one.emails = contact_.emails;
                    one.phones = contact_.phones;
                }
            } else {
                finish_contact();
                if (!contact_.name.empty()) become_.people.push_back(contact_);
            }
        } else {
            finish_contact();
            become_.organisation = contact_.organisation;
            emails_ = contact_.emails;
            if (contact_.name.empty() || become_.is_organisation) {
                // A card of an organisation becomes a fiche.
                const std::string name = contact_.organisation.empty() ? contact_.name : contact_.organisation;
                if (!name.empty() && (become_.is_organisation || first_name_.empty())) {
                    become_.is_organisation = true;
                    first("name", become_.is_organisation && !contact_.name.empty() ? contact_.name : name);
                    for (const PhoneCell& phone : contact_.phones) add_phone(phone);
                    finish_emails();
                }
            } else {
                become_.people.push_back(contact_);
            }
        }
        if (as_ == As::partners) finish_emails();
        become_.record = Value{record_};
        key();
        judge();
    }

    void key() {
        std::vector<std::string> parts;
        for (const std::string& name : mapping_.key) {
            std::string cell;
            for (const std::string_view part : text::split(name, '|'))
                if (cell.empty()) cell = one_line(cells_.at(*row_, cells_.table().column(text::trim(part))));
            for (const std::string& pattern : mapping_.not_a_key)
                if (matches(pattern, cell)) return;
            if (cell.empty()) return;
            parts.push_back(cell);
        }
        become_.key = text::join(parts, "|");
    }

    void judge() {
        constexpr std::size_t shortest = 3;
        if (as_ == As::partners || become_.is_organisation) {
            const std::string name = text_at(become_.record, "name");
            if (name.empty())
                become_.reasons.push_back(no_name());
            else if (utf8::length(name) < shortest)
                become_.reasons.push_back(short_name_of(name));
            if (!ask_commune_.empty()) {
                const bool needed = std::any_of(mapping_.set.territory.begin(), mapping_.set.territory.end(),
                                                [](const model::ImportArea& area) { return !area.from.empty(); });
                if (needed && become_.department.empty() && find("territory") == nullptr)
                    become_.reasons.push_back(ask_commune_);
                else
                    remark(ask_commune_);
            }
        } else if (become_.people.empty()) {
            become_.reasons.push_back(no_person());
        }
        ask_commune_ = {};
        confidential_ = false;
    }

    const Cells& cells_;
    const model::ImportMapping& mapping_;
    const std::vector<Bound>& bounds_;
    const PointColumns& points_;
    const Lexicon& lexicon_;
    As as_;
    Rows& out_;

    const Row* row_ = nullptr;
    Become become_;
    Map record_;
    Parts address_;
    Words ask_commune_;
    bool confidential_ = false;
    std::vector<std::string> days_;
    std::vector<std::pair<std::size_t, std::string>> day_notes_;
    PersonRow contact_;
    std::string first_name_;
    std::string last_name_;
    std::vector<std::string> emails_;
};

bool is_of_cafe(std::string_view header) {
    return header.starts_with("cafe:");
}

}  // namespace

// ---- Remarks -------------------------------------------------------------------------------------------------------

void Remarks::unknown_word(std::string_view field, const std::string& word, const std::string& nearest) {
    auto& entry = unknown_[{std::string(field), word}];
    ++entry.first;
    entry.second = nearest;
}

std::vector<Remarks::Unknown> Remarks::unknown_words() const {
    std::vector<Unknown> all;
    for (const auto& [key, entry] : unknown_) all.push_back({key.first, key.second, entry.second, entry.first});
    std::stable_sort(all.begin(), all.end(), [](const Unknown& a, const Unknown& b) { return a.rows > b.rows; });
    return all;
}

std::vector<std::pair<Words, std::size_t>> Remarks::all() const {
    std::vector<std::pair<Words, std::size_t>> found;
    for (const auto& [sentence, entry] : counts_) found.emplace_back(entry.second, entry.first);
    return found;
}

std::string text_at(const Value& record, std::string_view key) {
    const Value* value = record.find(key);
    return value != nullptr && value->text() != nullptr ? *value->text() : "";
}

bool matches(std::string_view pattern, std::string_view text) {
    const std::string p = [&] {
        std::string out;
        for (std::size_t at = 0; at < pattern.size();) utf8::append(out, utf8::lower(utf8::next(pattern, at)));
        return out;
    }();
    const std::string t = [&] {
        std::string out;
        for (std::size_t at = 0; at < text.size();) utf8::append(out, utf8::lower(utf8::next(text, at)));
        return out;
    }();
    // Linear but for the last star, to which it goes back.
    std::size_t i = 0;
    std::size_t j = 0;
    std::size_t star = std::string::npos;
    std::size_t mark = 0;
    while (j < t.size()) {
        if (i < p.size() && (p[i] == '?' || p[i] == t[j]) && p[i] != '*') {
            ++i;
            ++j;
        } else if (i < p.size() && p[i] == '*') {
            star = i++;
            mark = j;
        } else if (star != std::string::npos) {
            i = star + 1;
            j = ++mark;
        } else {
            return false;
        }
    }
    while (i < p.size() && p[i] == '*') ++i;
    return i == p.size();
}

Rows become(const Table& table, const model::ImportMapping& mapping, const Lexicon& lexicon, As as) {
    Rows rows;
    const Cells cells(table, mapping);
    std::vector<Bound> bounds;
    std::set<std::size_t> used;
    for (const ImportColumn& column : mapping.columns) {
        Bound bound = bind(table, column);
        if (bound.positions.empty()) rows.missing.push_back(column.header);
        used.insert(bound.positions.begin(), bound.positions.end());
        if (is_phone_target(column.to)) look_at_phones(bound, cells, rows.notes);
        const auto path = model::RecordPath::parse(column.to);
        const Field* field = path ? model::column_of(model::partner_shape(), *path) : nullptr;
        if (column.to == "sources.on" || (field != nullptr && field->type == model::Type::date))
            look_at_dates(bound, cells, rows.notes);
        bounds.push_back(std::move(bound));
    }
    for (std::size_t c = 0; c < table.header.size(); ++c) {
        const std::string& name = table.header[c];
        const bool ignored = std::any_of(mapping.ignore.begin(), mapping.ignore.end(),
                                         [&](const std::string& pattern) { return matches(pattern, name); });
        const bool is_key = std::any_of(mapping.key.begin(), mapping.key.end(), [&](const std::string& key) {
            for (const std::string_view part : text::split(key, '|'))
                if (table.column(text::trim(part)) == c) return true;
            return false;
        });
        if (!name.empty() && !used.contains(c) && !ignored && !is_key && !is_of_cafe(name))
            rows.further.push_back(name);
    }
    PointColumns points;
    std::vector<const Bound*> latitudes;
    std::vector<const Bound*> longitudes;
    for (const Bound& bound : bounds) {
        if (bound.positions.empty()) continue;
        if (bound.column->to == "address.latitude") latitudes.push_back(&bound);
        if (bound.column->to == "address.longitude") longitudes.push_back(&bound);
    }
    for (std::size_t i = 0; i < std::min(latitudes.size(), longitudes.size()); ++i) {
        points.pairs.emplace_back(latitudes[i], longitudes[i]);
        points.kinds.push_back(kind_of_points(*latitudes[i], *longitudes[i], cells, rows.notes));
    }

    const auto shifts = shifted_rows(table);
    const std::size_t width = table.header.size();
    const std::size_t decision = table.column(record_column);
    RowReader reader(cells, mapping, bounds, points, lexicon, as, rows);
    std::size_t lost_cells = 0;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const Row& row = table.rows[r];
        Become one;
        const auto lost = std::find_if(row.cells.begin(), row.cells.end(), [](const std::string& cell) {
            return cell.find("\xEF\xBF\xBD") != std::string::npos;
        });
        for (const std::string& cell : row.cells)
            if (cell.find("\xEF\xBF\xBD") != std::string::npos) ++lost_cells;
        if (row.cells.size() == width && !shifts[r] && lost == row.cells.end()) one = reader.read(row);
        one.row = &row;
        one.decision = decision < row.cells.size() ? one_line(row.cells[decision]) : "";
        if (row.cells.size() != width) one.reasons.insert(one.reasons.begin(), wrong_width(row.cells.size(), width));
        if (shifts[r]) {
            one.reasons.insert(one.reasons.begin(), moved(shifts[r]->column + 1, table.header[shifts[r]->column]));
            one.mended_cells = shifts[r]->mended;
        }
        if (lost != row.cells.end()) {
            const auto c = static_cast<std::size_t>(lost - row.cells.begin());
            one.reasons.push_back(lost_letter(c < width ? table.header[c] : ""));
        }
        rows.all.push_back(std::move(one));
    }
    static constexpr Phrase<std::size_t> lost_in_file{
        "{} cellules ont perdu une lettre (« \uFFFD ») : leurs lignes attendent ; le fichier est à redemander à qui "
        "l'a fait",
        "{} cells have lost a letter ('\uFFFD'): their rows wait; ask whoever made the file for it again"};
    if (lost_cells > 0) rows.notes.push_back(lost_in_file(lost_cells));
    return rows;
}

}  // namespace cafe::intake
