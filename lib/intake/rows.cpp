#include "intake/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "intake/columns.hpp"
#include "intake/row_address.hpp"
#include "intake/row_hours.hpp"
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
constexpr Phrase<> no_siret{"SIRET arrondi par le tableur (« 2,6E+13 ») : laissé",
                            "SIRET rounded by the spreadsheet ('2.6E+13'): left out"};
constexpr Phrase<> wrong_siret{"SIRET impossible : laissé", "impossible SIRET: left out"};
constexpr Phrase<std::string> no_date{"date illisible : {}", "date that cannot be read: {}"};
constexpr Phrase<> no_site{"site qui n'est pas une adresse web : laissé", "website that is no web address: left out"};
constexpr Phrase<> far_point{"coordonnées hors de France : laissées", "coordinates outside of France: left out"};
constexpr Phrase<std::string> unread_number{"nombre illisible : {}", "number that cannot be read: {}"};
constexpr Phrase<std::string> cut{"texte trop long pour « {} » : coupé", "text too long for '{}': cut"};

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

class RowReader {
public:
    RowReader(const Cells& cells, const model::ImportMapping& mapping, const std::vector<Bound>& bounds,
              const PointColumns& points, const Lexicon& lexicon, As as, Rows& out)
        : cells_(cells),
          mapping_(mapping),
          bounds_(bounds),
          points_(points),
          lexicon_(lexicon),
          as_(as),
          halves_(has_halves_of_no_day(bounds)),
          out_(out) {}

    Become read(const Row& row) {
        row_ = &row;
        become_ = Become{};
        become_.row = &row;
        record_.clear();
        address_ = {};
        hours_ = HoursCells(halves_);
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
    void remark(const Words& sentence) { out_.remarks.add(sentence); }

    void take(const Bound& bound, const std::string& cell) {
        const ImportColumn& column = *bound.column;
        const std::string& to = column.to;
        if (as_ != As::partners && take_person_cell(bound, to, cell)) return;
        if (to.starts_with("contact.")) return take_contact(bound, to.substr(8), cell);
        if (to.starts_with("address")) return address_.take(column, cell, lexicon_);
        if (to == "hours") {
            if (const std::string words = hours_.take(column, cell); !words.empty()) note_hours(words);
            return;
        }
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
        if (column.as == "words") return take_words(*field, cell);
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

    // What a text says in passing; the first text that says something.
    void take_words(const Field& field, const std::string& cell) {
        constexpr std::size_t most = 4;
        if (field.type != model::Type::term || Value{become_.by_words}.find(field.key) != nullptr) return;
        if (!field.list) {
            const std::string id = lexicon_.term_in(field.vocabulary, cell);
            if (!id.empty()) put(become_.by_words, field.key, Value{id});
            return;
        }
        List ids;
        for (const std::string& id : lexicon_.terms_in(field.vocabulary, cell))
            if (ids.size() < most) ids.push_back(Value{id});
        if (!ids.empty()) put(become_.by_words, field.key, Value{std::move(ids)});
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

    // ---- Place ---------------------------------------------------------------------------------------------------

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
        const RowHours found = hours_.finish();
        first("hours", found.hours);
        if (!found.words.empty()) note_hours(found.words);
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
        if (Map address = address_.finish(lexicon_, point()); !address.empty())
            put(record_, "address", Value{std::move(address)});
        become_.department = address_.department();
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
            if (const Words& ask = address_.ask(); !ask.empty()) {
                const bool needed = std::any_of(mapping_.set.territory.begin(), mapping_.set.territory.end(),
                                                [](const model::ImportArea& area) { return !area.from.empty(); });
                if (needed && become_.department.empty() && find("territory") == nullptr)
                    become_.reasons.push_back(ask);
                else
                    remark(ask);
            }
        } else if (become_.people.empty()) {
            become_.reasons.push_back(no_person());
        }
    }

    const Cells& cells_;
    const model::ImportMapping& mapping_;
    const std::vector<Bound>& bounds_;
    const PointColumns& points_;
    const Lexicon& lexicon_;
    As as_;
    bool halves_;
    Rows& out_;

    const Row* row_ = nullptr;
    Become become_;
    Map record_;
    AddressCells address_;
    HoursCells hours_;
    PersonRow contact_;
    std::string first_name_;
    std::string last_name_;
    std::vector<std::string> emails_;
};

}  // namespace

std::string text_at(const Value& record, std::string_view key) {
    const Value* value = record.find(key);
    return value != nullptr && value->text() != nullptr ? *value->text() : "";
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
    rows.further = further_columns(table, mapping, used);
    const PointColumns points = points_in(bounds, cells, rows.notes);
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
        const std::size_t added = table.has_added_section() ? 1 : 0;
        if (row.cells.size() != width)
            one.reasons.insert(one.reasons.begin(), wrong_width(row.cells.size() - added, width - added));
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
