// The one field list: what a field is called, holds and needs, and where it lives in its struct. The reader, the
// checker, `set`, CSV columns, `show`, JSON Schema and docs/format.md all walk these tables; adding a field is one row
// and one member.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/words.hpp"

namespace cafe::model {

enum class Need { optional, advised, required };

/// What a value means. All but number, decimal, boolean, date and record are kept as `std::string`, as written.
enum class Type {
    line,       ///< text on one line
    markdown,   ///< text over several lines, Markdown
    number,     ///< whole number: std::optional<int>
    decimal,    ///< degrees: std::optional<double>
    boolean,    ///< `true` or `false`: std::optional<bool>
    date,       ///< ISO 8601: std::optional<Date>
    time,       ///< time of day, made canonical by `fmt`
    choice,     ///< one of `choices`
    term,       ///< an id of the vocabulary `vocabulary`
    area,       ///< an area as people say it
    commune,    ///< a commune's name
    postcode,   ///< five digits, or five characters overseas
    reference,  ///< the id of a record in `folder`
    phone,
    email,
    url,
    hours,     ///< OpenStreetMap opening_hours
    language,  ///< ISO 639-1
    siret,
    rna,
    schedule,  ///< "first friday", « premier vendredi »
    query,     ///< a query over fiches
    record,    ///< a mapping described by `shape`
};

enum class VocabularyKind { none, themes, publics, kinds };

/// The folders of a notebook whose files other records point to.
enum class Folder { none, partners, people, cafes, meetings };

struct Shape;

/// The same short text in both languages, of static lifetime.
struct Label {
    std::string_view fr;
    std::string_view en;
    [[nodiscard]] std::string_view in(Lang lang) const { return lang == Lang::fr ? fr : en; }
};

/// One row of the field list.
struct Field {
    std::string_view key;
    Type type = Type::line;
    bool list = false;  ///< the file holds a list of such values
    Need need = Need::optional;
    Label label;
    Label help;
    std::vector<std::string_view> choices;
    VocabularyKind vocabulary = VocabularyKind::none;
    Folder folder = Folder::none;
    int shortest = 0;                      ///< characters; 0: no bound. For numbers the least value
    int longest = 0;                       ///< characters; 0: no bound. For numbers the greatest value
    bool internal = false;                 ///< never leaves the notebook
    std::string_view exchange;             ///< its name in data·inclusion v1 / HSDS, or empty
    std::vector<std::string_view> french;  ///< French keys people write for it: nom, telephone
    const Shape* (*shape)() = nullptr;     ///< for Type::record

    /// The address of the member in its owner: of the value, or of the vector when `list` and no record. For a record
    /// the struct that is to be read into: a list gains an item at its end, an optional one is made.
    void* (*slot)(void* owner) = nullptr;

    // A row is written as a sentence: field<&Partner::name>("name", Type::line).required().length(3, 150)…
    Field required() && {
        need = Need::required;
        return std::move(*this);
    }
    Field advised() && {
        need = Need::advised;
        return std::move(*this);
    }
    Field named(std::string_view fr, std::string_view en) && {
        label = {fr, en};
        return std::move(*this);
    }
    Field helped(std::string_view fr, std::string_view en) && {
        help = {fr, en};
        return std::move(*this);
    }
    Field length(int least, int most) && {
        shortest = least;
        longest = most;
        return std::move(*this);
    }
    Field one_of(std::vector<std::string_view> values) && {
        choices = std::move(values);
        return std::move(*this);
    }
    Field from(VocabularyKind kind) && {
        vocabulary = kind;
        return std::move(*this);
    }
    Field to(Folder target) && {
        folder = target;
        return std::move(*this);
    }
    Field kept_internal() && {
        internal = true;
        return std::move(*this);
    }
    Field exchanged_as(std::string_view name) && {
        exchange = name;
        return std::move(*this);
    }
    Field in_french(std::vector<std::string_view> keys) && {
        french = std::move(keys);
        return std::move(*this);
    }
};

/// The keys a mapping may have, in canonical order.
struct Shape {
    std::string_view name;  ///< "partner", "phone"
    std::vector<Field> fields;
    /// A mapping whose keys are the user's own (territory.yaml's areas and aliases): each value is read into `slot` of
    /// the only field, whose own key is ignored.
    bool free_keys = false;

    [[nodiscard]] const Field* find(std::string_view key) const;
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

}  // namespace field_detail

/// A row for a scalar or a list of scalars. Storage by type: see Type.
template <auto Pointer>
Field field(std::string_view key, Type type) {
    using Member = field_detail::MemberOf<decltype(Pointer)>;
    using Value = typename Member::value;
    Field row;
    row.key = key;
    row.type = type;
    row.list = field_detail::IsVector<Value>::value;
    row.slot = [](void* owner) -> void* { return &(static_cast<typename Member::owner*>(owner)->*Pointer); };
    return row;
}

/// A row for one mapping (a struct or std::optional of it) or a list of mappings (std::vector of it).
template <auto Pointer>
Field record(std::string_view key, const Shape* (*shape)()) {
    using Member = field_detail::MemberOf<decltype(Pointer)>;
    using Value = typename Member::value;
    Field row;
    row.key = key;
    row.type = Type::record;
    row.shape = shape;
    row.list = field_detail::IsVector<Value>::value;
    row.slot = [](void* owner) -> void* {
        auto& member = static_cast<typename Member::owner*>(owner)->*Pointer;
        if constexpr (field_detail::IsVector<Value>::value)
            return &member.emplace_back();
        else if constexpr (requires { member.emplace(); })
            return &member.emplace();
        else
            return &member;
    };
    return row;
}

}  // namespace cafe::model
