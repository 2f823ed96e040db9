// The one field list: what a field is called, holds and needs, and where it lives in its struct. The reader, the
// checker, `set`, CSV columns, `show`, JSON Schema and docs/format.md all walk these tables; adding a field is one row
// and one member.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/words.hpp"
#include "model/audience.hpp"

namespace cafe::model {

enum class Need { optional, advised, required };

/// How a member is stored, set by the makers of rows below: what `slot` points to.
enum class Storage {
    text,     ///< std::string; empty: absent
    texts,    ///< std::vector<std::string>: every list of scalars, whatever their type, as written
    number,   ///< std::optional<int>
    decimal,  ///< std::optional<double>
    boolean,  ///< std::optional<bool>
    date,     ///< std::optional<Date>
    mapping,  ///< a struct described by `shape`
    list,     ///< items described by `shape`, in the order of the file
    keyed,    ///< a mapping whose keys are the user's own: see `entry`
};

/// What a value means. All but number, decimal, boolean, date and record are kept as text, as written.
enum class Type {
    line,        ///< text on one line
    markdown,    ///< text over several lines, Markdown
    number,      ///< whole number: std::optional<int>
    decimal,     ///< degrees: std::optional<double>
    boolean,     ///< `true` or `false`: std::optional<bool>
    date,        ///< ISO 8601: std::optional<Date>
    time,        ///< time of day, made canonical by `fmt`
    choice,      ///< one of `choices`
    term,        ///< an id of the vocabulary `vocabulary`
    area,        ///< an area as people say it
    commune,     ///< a commune's name
    postcode,    ///< five digits, overseas too
    department,  ///< "47", "2A", "974"
    reference,   ///< the id of a record in `folder` or `other_folder`
    phone,
    email,
    url,
    hours,     ///< OpenStreetMap opening_hours
    language,  ///< ISO 639-1
    siret,
    rna,
    schedule,  ///< "first friday", « premier vendredi »
    query,     ///< a query over fiches
    id,        ///< a slug, unique in its list
    timezone,  ///< IANA: Europe/Paris
    colour,    ///< "#8a3b12"
    record,    ///< a mapping described by `shape`
};

enum class VocabularyKind { none, themes, publics, kinds };

/// The folders of a notebook whose files other records point to.
enum class Folder { none, partners, people, cafes, meetings };

/// What `add --like` takes of a field over into a new record.
enum class Taken {
    with_owner,  ///< what its owner is: nothing of a record is, but what a row says
    copied,      ///< itself, and what stands inside
    habits,      ///< a list of texts: all but the dates, which are of one year
    never,       ///< somebody's, or the state of a day, wherever it stands
};

/// Where the page of a fiche shows a field by itself, under its label. Everything else a page shows, its view places.
enum class Shown {
    by_view,   ///< where lib/view says so, or nowhere
    for_whom,  ///< among whom it is for: publics, ages, languages, access
    guide,     ///< among how to be sent there: ways, papers, delay, cost
    service,   ///< of a service, among its lines
};

struct Shape;

/// The same short text in both languages, of static lifetime.
struct Label {
    std::string_view fr;
    std::string_view en;
    [[nodiscard]] std::string_view in(Lang lang) const { return lang == Lang::fr ? fr : en; }
};

/// One word of a closed list, with what people are shown for it.
struct Choice {
    std::string_view value;
    Label label;
};

/// One row of the field list.
struct Field {
    std::string_view key;
    Type type = Type::line;
    Storage storage = Storage::text;
    bool list = false;  ///< the file holds a list of such values
    Need need = Need::optional;
    Label label;
    Label help;
    std::vector<Choice> choices;  ///< all that the value may be; for numbers too (1, 3, 6, 12)
    VocabularyKind vocabulary = VocabularyKind::none;
    Folder folder = Folder::none;
    Folder other_folder = Folder::none;  ///< where a reference is looked for when `folder` has no such record
    bool or_words = false;               ///< a reference that may also be free words: « Mme Roux, de l'accueil »
    int least = std::numeric_limits<int>::min();  ///< characters of a text, value of a number; included
    int most = std::numeric_limits<int>::max();   ///< likewise
    bool internal = false;                        ///< never leaves the notebook
    Audience seen = Audience::private_;  ///< the widest audience that may see it; the notebook's own until a row says
    Shown shown = Shown::by_view;
    Taken taken = Taken::with_owner;  ///< by `add --like`
    double search_weight = 0;         ///< how much its words say to who searches; 0: they are not searched. Of a
                                      ///< mapping: whether its parts are, and times what
    bool says_need = false;           ///< they are the words of a person in need: a theme is found in them
    bool shorthand = false;     ///< of Storage::keyed: a mapping under a user's key may be just its first field; of
                                ///< Storage::list: one mapping may stand for a list of one
    bool cautious = false;      ///< a boolean that cannot be read counts as true: a slip must not print an address
    std::string_view exchange;  ///< its name in data·inclusion v1 / HSDS, or empty
    std::vector<std::string_view> french;  ///< French keys people write for it: nom, telephone
    const Shape& (*shape)() = nullptr;     ///< for Type::record

    /// The address of the member in its owner, as `storage` says. For Storage::mapping and list it is the struct to
    /// read into: an optional one is made anew, a list gains an item at its end. Null for Storage::keyed.
    void* (*slot)(void* owner) = nullptr;

    /// For Storage::keyed (territory.yaml's areas and aliases, acronyms): adds an entry under the user's key and gives
    /// the address to read its value into: the entry itself when `shape` is set, else a std::string.
    void* (*entry)(void* owner, std::string key) = nullptr;

    /// What a member holds, for who reads records: how many values it has now (0 or 1, or the items of a list) and the
    /// address of each, as `storage` says. Null for Storage::keyed.
    std::size_t (*count)(const void* owner) = nullptr;
    const void* (*at)(const void* owner, std::size_t position) = nullptr;

    // A row is written as a sentence: field<&Partner::name>("name", Type::line).required().length(3, 150)…
    Field required() && { return need = Need::required, std::move(*this); }
    Field advised() && { return need = Need::advised, std::move(*this); }
    Field named(std::string_view fr, std::string_view en) && { return label = {fr, en}, std::move(*this); }
    Field helped(std::string_view fr, std::string_view en) && { return help = {fr, en}, std::move(*this); }
    Field length(int low, int high) && { return least = low, most = high, std::move(*this); }
    Field between(int low, int high) && { return least = low, most = high, std::move(*this); }
    Field at_least(int low) && { return least = low, std::move(*this); }
    Field one_of(std::vector<Choice> values) && { return choices = std::move(values), std::move(*this); }
    Field from(VocabularyKind kind) && { return vocabulary = kind, std::move(*this); }
    Field to(Folder target, Folder other = Folder::none) && {
        return folder = target, other_folder = other, std::move(*this);
    }
    Field or_free_words() && { return or_words = true, std::move(*this); }
    Field for_everyone() && { return seen = Audience::public_, std::move(*this); }
    Field for_partners() && { return seen = Audience::partners, std::move(*this); }
    Field kept_internal() && { return internal = true, std::move(*this); }
    Field short_entries() && { return shorthand = true, std::move(*this); }
    Field true_when_unreadable() && { return cautious = true, std::move(*this); }
    Field shown_in(Shown place) && { return shown = place, std::move(*this); }
    Field copied() && { return taken = Taken::copied, std::move(*this); }
    Field copied_without_dates() && { return taken = Taken::habits, std::move(*this); }
    Field never_copied() && { return taken = Taken::never, std::move(*this); }
    Field searched(double weight) && { return search_weight = weight, std::move(*this); }
    Field searched_for_needs(double weight) && { return search_weight = weight, says_need = true, std::move(*this); }
    Field exchanged_as(std::string_view name) && { return exchange = name, std::move(*this); }
    Field in_french(std::vector<std::string_view> keys) && { return french = std::move(keys), std::move(*this); }
};

/// The keys a mapping may have, in canonical order.
struct Shape {
    std::string_view name;  ///< "partner", "phone"
    std::vector<Field> fields;

    /// Null when the mapping knows no such key.
    [[nodiscard]] const Field* find(std::string_view key) const;
    /// The row of a key that people write in French ("telephone", « thématiques »), or null. Case, accents and the
    /// difference of space, hyphen and underscore do not count.
    [[nodiscard]] const Field* find_french(std::string_view key) const;
    /// The field an item's shorthand stands for: number, address, place, person, partner, title, name, what or text,
    /// the first of these that the shape has; null when it has none.
    [[nodiscard]] const Field* main() const;
};

namespace field_detail {

template <class T>
struct MemberOf;
template <class Owner, class Value>
struct MemberOf<Value Owner::*> {
    using owner = Owner;
    using value = Value;
};

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

template <class T>
consteval Storage storage_of() {
    if constexpr (std::is_same_v<T, std::string>) return Storage::text;
    if constexpr (std::is_same_v<T, std::vector<std::string>>) return Storage::texts;
    if constexpr (std::is_same_v<T, std::optional<int>>) return Storage::number;
    if constexpr (std::is_same_v<T, std::optional<double>>) return Storage::decimal;
    if constexpr (std::is_same_v<T, std::optional<bool>>) return Storage::boolean;
    if constexpr (std::is_same_v<T, std::optional<Date>>) return Storage::date;
    return Storage::mapping;  // what a scalar row may not be
}

// How many values a member holds, and where they are.
template <class T>
std::size_t held(const T& member) {
    if constexpr (IsVector<T>::value)
        return member.size();
    else if constexpr (std::is_same_v<T, std::string>)
        return member.empty() ? 0 : 1;
    else if constexpr (requires { member.has_value(); })
        return member.has_value() ? 1 : 0;
    else
        return 1;
}
template <class T>
const void* held_at(const T& member, std::size_t position) {
    if constexpr (IsVector<T>::value)
        return &member[position];
    else if constexpr (requires { member.has_value(); })
        return &*member;
    else
        return &member;
}

/// Lets a row read its member.
template <auto Pointer>
void let_read(Field& row) {
    using Owner = typename MemberOf<decltype(Pointer)>::owner;
    row.count = [](const void* owner) { return held(static_cast<const Owner*>(owner)->*Pointer); };
    row.at = [](const void* owner, std::size_t position) {
        return held_at(static_cast<const Owner*>(owner)->*Pointer, position);
    };
}

}  // namespace field_detail

/// A row for a scalar or a list of scalars. A member of any other type does not compile.
template <auto Pointer>
Field field(std::string_view key, Type type) {
    using Member = field_detail::MemberOf<decltype(Pointer)>;
    using Value = typename Member::value;
    static_assert(field_detail::storage_of<Value>() != Storage::mapping);
    Field row;
    row.key = key;
    row.type = type;
    row.storage = field_detail::storage_of<Value>();
    row.list = row.storage == Storage::texts;
    row.slot = [](void* owner) -> void* { return &(static_cast<typename Member::owner*>(owner)->*Pointer); };
    field_detail::let_read<Pointer>(row);
    return row;
}

/// A row for one mapping (a struct or std::optional of it) or a list of mappings (std::vector of it).
template <auto Pointer>
Field record(std::string_view key, const Shape& (*shape)()) {
    using Member = field_detail::MemberOf<decltype(Pointer)>;
    using Value = typename Member::value;
    Field row;
    row.key = key;
    row.type = Type::record;
    row.shape = shape;
    row.list = field_detail::IsVector<Value>::value;
    row.storage = row.list ? Storage::list : Storage::mapping;
    row.slot = [](void* owner) -> void* {
        auto& member = static_cast<typename Member::owner*>(owner)->*Pointer;
        if constexpr (field_detail::IsVector<Value>::value)
            return &member.emplace_back();
        else if constexpr (requires { member.emplace(); })
            return &member.emplace();
        else
            return &member;
    };
    field_detail::let_read<Pointer>(row);
    return row;
}

/// A row for a mapping under the user's own keys whose values are scalars: Key and Text are members of the item.
template <auto Pointer, auto Key, auto Text>
Field keyed_texts(std::string_view key, Type type) {
    using Member = field_detail::MemberOf<decltype(Pointer)>;
    Field row;
    row.key = key;
    row.type = type;
    row.storage = Storage::keyed;
    row.entry = [](void* owner, std::string user_key) -> void* {
        auto& item = (static_cast<typename Member::owner*>(owner)->*Pointer).emplace_back();
        item.*Key = std::move(user_key);
        return &(item.*Text);
    };
    return row;
}

/// A row for a mapping under the user's own keys whose values are mappings; Key is a member of the item.
template <auto Pointer, auto Key>
Field keyed_records(std::string_view key, const Shape& (*shape)()) {
    using Member = field_detail::MemberOf<decltype(Pointer)>;
    Field row;
    row.key = key;
    row.type = Type::record;
    row.storage = Storage::keyed;
    row.shape = shape;
    row.entry = [](void* owner, std::string user_key) -> void* {
        auto& item = (static_cast<typename Member::owner*>(owner)->*Pointer).emplace_back();
        item.*Key = std::move(user_key);
        return &item;
    };
    return row;
}

}  // namespace cafe::model
