#include "edit/forget.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/ascii.hpp"
#include "base/fold.hpp"
#include "base/hashes.hpp"
#include "base/slow_hash.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "edit/close.hpp"
#include "edit/create.hpp"
#include "edit/edit.hpp"
#include "model/fields.hpp"
#include "store/amend.hpp"
#include "store/read.hpp"
#include "yaml/parse.hpp"

namespace cafe::edit {

namespace {

using model::RecordKind;
using store::Book;
using store::Changes;
using store::Ref;

// A stranger may write a list of any length: more salts than a network meets in its life are not tried.
constexpr std::size_t most_salts = 32;

constexpr std::string_view header =
    "# Fiches effacées par « cafe forget » : un identifiant tiré au sort, le jour, et l'empreinte lente et salée des\n"
    "# adresses, pour qu'aucun import ne les ramène. Ne rien corriger à la main.\n"
    "# Records erased by 'cafe forget': a drawn id, the day, and a slow salted hash of the addresses, so that no "
    "import\n"
    "# brings them back. Nothing to edit by hand.\n";

const std::string& tombstones() {
    static const std::string path = store::path_of({RecordKind::forgotten, ""});
    return path;
}

// ---- A change after a change ---------------------------------------------------------------------------------------

// What both say of a file, one after the other.
Changes joined(const Changes& first, const Changes& second) {
    Changes all = first;
    for (const store::FileChange& change : second) {
        const auto same = std::find_if(all.begin(), all.end(),
                                       [&](const store::FileChange& other) { return other.path == change.path; });
        if (same == all.end())
            all.push_back(change);
        else
            same->after = change.after;
    }
    std::erase_if(all, [](const store::FileChange& change) { return change.before == change.after; });
    return all;
}

// ---- Names in the place of ids -------------------------------------------------------------------------------------

bool names_people(const model::Field& field) {
    return field.or_words && (field.folder == model::Folder::people || field.other_folder == model::Folder::people);
}

// Fields such as `speaker` or `who` take a person or words. Where the words are the whole name of this person and of
// nobody else, the person is meant.
Result<Changes> named_in_words(const Book& book, const Ref& ref, const std::string& name, const std::string& drawn) {
    Changes changes;
    const std::string folded = fold::text(name);
    if (ref.kind != RecordKind::person || folded.find(' ') == std::string::npos) return changes;
    // The record stands under the drawn id by now.
    const auto bears = [&](const auto& record) {
        return record.id != ref.id && record.id != drawn && fold::text(record.value.name) == folded;
    };
    if (std::any_of(book.people.begin(), book.people.end(), bears)) return changes;
    for (const auto& source : book.sources) {
        std::vector<Edit> edits;
        store::walk(source->tree, model::shape_of(source->ref.kind), [&](const store::Met& met) {
            if (met.field == nullptr || met.node.kind != yaml::Kind::scalar || !names_people(*met.field)) return;
            if (met.node.text.empty() || fold::text(met.node.text) != folded) return;
            if (auto path = model::RecordPath::parse(met.path))
                edits.push_back({std::move(*path), Op::set, Value(drawn)});
        });
        if (edits.empty()) continue;
        auto text = edit::apply(*source, edits);
        if (!text) return text.error();
        changes.push_back({source->path, source->text, std::move(*text)});
    }
    return changes;
}

// ---- The list of erasures ------------------------------------------------------------------------------------------

template <class Record>
std::vector<std::string> mailboxes_of(const std::vector<store::Record<Record>>& records, const std::string& id) {
    std::vector<std::string> found;
    const auto* record = store::find(records, id);
    if (record == nullptr) return found;
    for (const auto& email : record->value.emails) found.push_back(ascii::lower(email.address));
    return found;
}

std::vector<std::string> addresses_of(const Book& book, const Ref& ref) {
    return ref.kind == RecordKind::person ? mailboxes_of(book.people, ref.id) : mailboxes_of(book.partners, ref.id);
}

Value list_of(const std::vector<std::string>& texts) {
    List list;
    for (const std::string& text : texts) list.emplace_back(text);
    return Value(std::move(list));
}

Value list_of(const std::vector<model::ForgottenRecord>& records) {
    List list;
    for (const model::ForgottenRecord& record : records)
        list.emplace_back(Map{{"id", record.id}, {"on", record.on ? record.on->iso() : ""}});
    return Value(std::move(list));
}

// In the order of their letters: neither list says in which order people were erased.
Result<store::FileChange> written(const Book& book, model::Forgotten forgotten) {
    std::sort(forgotten.records.begin(), forgotten.records.end(),
              [](const auto& a, const auto& b) { return a.id < b.id; });
    std::sort(forgotten.addresses.begin(), forgotten.addresses.end());
    const store::Source* stands = store::source_at(book, tombstones());
    if (stands == nullptr) {
        const Value record(Map{{"records", list_of(forgotten.records)}, {"addresses", list_of(forgotten.addresses)}});
        return store::FileChange{tombstones(), std::nullopt,
                                 std::string(header) + create(RecordKind::forgotten, record)};
    }
    auto now = edit::apply(stands->text, tombstones(), RecordKind::forgotten,
                           {{{{"records"}}, Op::set, list_of(forgotten.records)},
                            {{{"addresses"}}, Op::set, list_of(forgotten.addresses)}});
    if (!now) return now.error();
    return store::FileChange{tombstones(), stands->text, std::move(*now)};
}

std::vector<std::string> settings_of(const std::vector<std::string>& hashes) {
    std::vector<std::string> settings;
    for (const std::string& hash : hashes) {
        auto setting = setting_of(hash);
        if (!setting || std::find(settings.begin(), settings.end(), *setting) != settings.end()) continue;
        settings.push_back(std::move(*setting));
        if (settings.size() == most_salts) break;
    }
    return settings;
}

Result<store::FileChange> tombstone(const Book& book, const Ref& ref, const Drawn& drawn, const Date& day) {
    static constexpr Phrase<> no_hash{"l'empreinte de l'adresse n'a pas pu être calculée",
                                      "the hash of the address could not be worked out"};
    static constexpr Phrase<> memory{"fermer quelques programmes, puis relancer la commande",
                                     "close some programs, then run the command again"};
    model::Forgotten forgotten = book.forgotten.value;
    forgotten.records.push_back({drawn.id, day});
    const auto settings = settings_of(forgotten.addresses);
    const std::string setting = settings.empty() ? slow_hash_setting(drawn.salt) : settings.front();
    for (const std::string& address : addresses_of(book, ref)) {
        auto hash = slow_hash(address, setting);
        if (!hash) return Error{ErrorKind::environment, no_hash(), memory()};
        if (std::find(forgotten.addresses.begin(), forgotten.addresses.end(), *hash) == forgotten.addresses.end())
            forgotten.addresses.push_back(std::move(*hash));
    }
    return written(book, std::move(forgotten));
}

Result<Done> list_can_be_read(const Book& book) {
    static constexpr Phrase<std::string> unreadable{"{} ne peut pas être lu : rien n'a été effacé",
                                                    "{} cannot be read: nothing was erased"};
    static constexpr Phrase<std::string> run_check{"« cafe check {} » dit pourquoi", "'cafe check {}' says why"};
    const Ref ref{RecordKind::forgotten, ""};
    if (std::find(book.unreadable.begin(), book.unreadable.end(), ref) == book.unreadable.end()) return Done{};
    return Error{ErrorKind::reference, unreadable(tombstones()), run_check(tombstones())};
}

// ---- What is left --------------------------------------------------------------------------------------------------

facts::KnownBy known(const Book& book, const Ref& ref) {
    if (ref.kind == RecordKind::person) return facts::known_by(ref.id, store::find(book.people, ref.id)->value);
    return facts::known_by(ref.id, store::find(book.partners, ref.id)->value);
}

std::string words_at(std::string_view text, Span span) {
    return utf8::printable(text::replace_all(std::string(text.substr(span.begin, span.size())), "\n", " "));
}

std::string name_in(const Book& book, const Ref& ref) {
    return ref.kind == RecordKind::person ? store::find(book.people, ref.id)->value.name
                                          : store::find(book.partners, ref.id)->value.name;
}

// ---- To whom -------------------------------------------------------------------------------------------------------

std::vector<std::string> present_at(const model::Meeting& meeting) {
    std::vector<std::string> present;
    for (const model::Attendee& one : meeting.attendance)
        present.push_back(!one.person.empty() ? one.person : !one.guest.empty() ? one.guest : one.partner);
    return present;
}

bool is_contact(const Book& book, const std::string& partner, const std::string& person) {
    const auto* record = store::find(book.partners, partner);
    return record != nullptr && std::any_of(record->value.contacts.begin(), record->value.contacts.end(),
                                            [&](const model::Contact& contact) { return contact.person == person; });
}

std::vector<std::string> left_alone(const Book& book, const Ref& ref) {
    std::vector<std::string> alone;
    if (ref.kind != RecordKind::partner) return alone;
    for (const model::Contact& contact : store::find(book.partners, ref.id)->value.contacts) {
        const bool elsewhere = std::any_of(book.partners.begin(), book.partners.end(), [&](const auto& other) {
            return other.id != ref.id && is_contact(book, other.id, contact.person);
        });
        if (!elsewhere && store::find(book.people, contact.person) != nullptr) alone.push_back(contact.person);
    }
    std::sort(alone.begin(), alone.end());
    alone.erase(std::unique(alone.begin(), alone.end()), alone.end());
    return alone;
}

void add_mailboxes(const std::optional<std::string>& text, const std::string& file, std::vector<Comeback>& found) {
    const auto ref = store::ref_at(file);
    if (!text || !ref) return;
    const yaml::Parsed parsed = yaml::parse(*text, file);
    if (!parsed.root) return;
    store::walk(*parsed.root, model::shape_of(ref->kind), [&](const store::Met& met) {
        if (met.field == nullptr || met.field->type != model::Type::email) return;
        if (met.node.kind == yaml::Kind::scalar) found.push_back({file, ascii::lower(met.node.text)});
    });
}

}  // namespace

std::string drawn_id(RecordKind kind, std::string_view four_bytes) {
    std::string id = kind == RecordKind::person ? "personne-" : "partenaire-";
    id += hexadecimal(four_bytes.substr(0, 4));
    return id;
}

bool is_taken(const Book& book, const std::string& id) {
    return model::is_forgotten(book.forgotten.value, id) ||
           std::any_of(book.sources.begin(), book.sources.end(),
                       [&](const auto& source) { return source->text.find(id) != std::string::npos; });
}

std::vector<Left> spoken_in(std::string_view text, const std::string& file, const facts::KnownBy& known) {
    std::vector<Left> left;
    const auto spoken = facts::spoken_of(text, known);
    if (spoken.empty()) return left;
    const LineIndex index(text);
    for (const facts::Spoken& one : spoken)
        left.push_back({index.place(file, one.span), one.by, words_at(text, one.span)});
    return left;
}

std::vector<Left> spoken_in(const Book& book, const facts::KnownBy& known, std::string_view but_not_in) {
    std::vector<Left> left;
    for (const auto& source : book.sources) {
        if (source->path == but_not_in) continue;
        auto found = spoken_in(source->text, source->path, known);
        // By id a field names the record; that is a reference and no text.
        std::vector<Span> references;
        store::walk(source->tree, model::shape_of(source->ref.kind), [&](const store::Met& met) {
            if (met.node.kind != yaml::Kind::scalar || met.node.text.empty()) return;
            const bool refers = met.field != nullptr && met.field->type == model::Type::reference;
            if (refers && met.node.text == known.id) {
                references.push_back(met.node.span);
                return;
            }
            // Escapes and folded lines may hide what the value says.
            const Place place = store::place_in(*source, met.node.span);
            for (const facts::Spoken& one : facts::spoken_of(met.node.text, known)) {
                const std::string words = words_at(met.node.text, one.span);
                const bool shown = std::any_of(found.begin(), found.end(), [&](const Left& other) {
                    return other.by == one.by && other.place.line >= place.line;
                });
                if (!shown) found.push_back({place, one.by, words});
            }
        });
        const LineIndex index(source->text);
        for (Left& one : found) {
            const bool is_reference = one.by == facts::SpokenBy::id &&
                                      std::any_of(references.begin(), references.end(), [&](const Span& span) {
                                          const Place at = index.place(source->path, span);
                                          return at.line == one.place.line && at.column <= one.place.column &&
                                                 one.place.column <= at.end_column;
                                      });
            if (!is_reference) left.push_back(std::move(one));
        }
    }
    return left;
}

std::vector<Handed> handed_of(const Book& book, const Ref& ref) {
    std::vector<Handed> handed;
    const bool person = ref.kind == RecordKind::person;
    for (const auto& meeting : book.meetings) {
        for (const model::Invitation& one : meeting.value.invitations)
            if (one.sent && (person ? one.person == ref.id : one.person.empty() && one.partner == ref.id))
                handed.push_back({Handed::What::invitation, meeting.id, one.sent, one.partner, {}});
        if (!meeting.value.fiches) continue;
        for (const std::string& given : meeting.value.fiches->given)
            if (person ? is_contact(book, given, ref.id) : given == ref.id)
                handed.push_back({Handed::What::fiche, meeting.id, meeting.value.date, given, present_at(meeting.value),
                                  meeting.value.headcount});
    }
    return handed;
}

Result<Erasure> forget(const Book& book, const Ref& ref, const Drawn& drawn, const Date& day,
                       const RewriteQuery& rewrite) {
    if (const auto readable = list_can_be_read(book); !readable) return readable.error();
    Erasure erasure;
    Changes changes;
    Book now = book;
    if (ref.kind == RecordKind::person) {
        auto ending = close(book, ref, day);
        if (!ending) return ending.error();
        changes = std::move(ending->files);
        now = store::with_changes(std::move(now), changes);
    }
    auto moved = renamed(now, ref, drawn.id, rewrite);
    if (!moved) return moved.error();
    erasure.followed = moved->size() - 2;
    changes = joined(changes, *moved);
    auto in_words = named_in_words(store::with_changes(book, changes), ref, name_in(book, ref), drawn.id);
    if (!in_words) return in_words.error();
    changes = joined(changes, *in_words);
    // What was moved goes.
    const std::string moved_to = store::path_of({ref.kind, drawn.id});
    std::erase_if(changes, [&](const store::FileChange& change) { return change.path == moved_to; });
    auto stone = tombstone(book, ref, drawn, day);
    if (!stone) return stone.error();
    changes.push_back(std::move(*stone));
    erasure.left = spoken_in(store::with_changes(book, changes), known(book, ref), store::path_of(ref));
    erasure.handed = handed_of(book, ref);
    erasure.alone = left_alone(book, ref);
    erasure.files = std::move(changes);
    return erasure;
}

ErasedAddresses::ErasedAddresses(const model::Forgotten& forgotten)
    : settings_(settings_of(forgotten.addresses)), hashes_(forgotten.addresses) {
    std::sort(hashes_.begin(), hashes_.end());
}

bool ErasedAddresses::holds(std::string_view address) {
    if (settings_.empty()) return false;
    const std::string lower = ascii::lower(text::trim(address));
    const auto [at, is_new] = asked_.try_emplace(lower, false);
    if (is_new)
        at->second = std::any_of(settings_.begin(), settings_.end(), [&](const std::string& setting) {
            const auto hash = slow_hash(lower, setting);
            return hash && std::binary_search(hashes_.begin(), hashes_.end(), *hash);
        });
    return at->second;
}

std::vector<Comeback> comebacks(const Book& book, const Changes& changes) {
    ErasedAddresses erased(book.forgotten.value);
    return comebacks(erased, changes);
}

std::vector<Comeback> comebacks(ErasedAddresses& erased, const Changes& changes) {
    std::vector<Comeback> back;
    if (erased.empty()) return back;
    std::vector<Comeback> before;
    std::vector<Comeback> after;
    for (const store::FileChange& change : changes) {
        add_mailboxes(change.before, change.path, before);
        add_mailboxes(change.after, change.path, after);
    }
    std::set<std::string> stood;
    for (const Comeback& one : before) stood.insert(one.address);
    for (Comeback& one : after)
        if (stood.insert(one.address).second && erased.holds(one.address)) back.push_back(std::move(one));
    return back;
}

Result<Changes> readmit(const Book& book, std::string_view address) {
    if (const auto readable = list_can_be_read(book); !readable) return readable.error();
    model::Forgotten forgotten = book.forgotten.value;
    const std::string lower = ascii::lower(text::trim(address));
    std::set<std::string> hashes;
    for (const std::string& setting : settings_of(forgotten.addresses))
        if (auto hash = slow_hash(lower, setting)) hashes.insert(std::move(*hash));
    const auto gone =
        std::erase_if(forgotten.addresses, [&](const std::string& hash) { return hashes.contains(hash); });
    if (gone == 0) return Changes{};
    auto change = written(book, std::move(forgotten));
    if (!change) return change.error();
    return Changes{std::move(*change)};
}

}  // namespace cafe::edit
