// What is written as JSON, before it is bytes: typed values in the order they were given (render/data_json.hpp writes
// it).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cafe::view {

struct Data;
struct DataMember;

using DataList = std::vector<Data>;
using DataMap = std::vector<DataMember>;

struct Data {
    std::variant<std::monostate, bool, std::int64_t, double, std::string, DataList, DataMap> held;  ///< monostate: null

    // All out of line: clang 14 wants DataMember complete for any of them.
    Data();
    Data(bool truth);             // NOLINT(google-explicit-constructor): each of these is a value
    Data(int number);             // NOLINT(google-explicit-constructor)
    Data(std::int64_t number);    // NOLINT(google-explicit-constructor)
    Data(std::size_t number);     // NOLINT(google-explicit-constructor)
    Data(double number);          // NOLINT(google-explicit-constructor)
    Data(std::string text);       // NOLINT(google-explicit-constructor)
    Data(std::string_view text);  // NOLINT(google-explicit-constructor)
    Data(const char* text);       // NOLINT(google-explicit-constructor)
    Data(DataList list);          // NOLINT(google-explicit-constructor)
    Data(DataMap map);            // NOLINT(google-explicit-constructor)
    Data(const Data&);
    Data(Data&&) noexcept;
    Data& operator=(const Data&);
    Data& operator=(Data&&) noexcept;
    ~Data();

    [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&held); }
    [[nodiscard]] const DataList* list() const { return std::get_if<DataList>(&held); }
    [[nodiscard]] const DataMap* map() const { return std::get_if<DataMap>(&held); }
    /// The value under `key`, or null when this is no map or has no such key.
    [[nodiscard]] const Data* find(std::string_view key) const;
};

struct DataMember {
    std::string key;
    Data value;
};

/// A map in the order its members are added; what is empty is left out: no text, no list, no map, no value.
class DataObject {
public:
    DataObject& add(std::string_view key, Data value);
    /// Also when it is empty: for keys that a schema requires.
    DataObject& put(std::string_view key, Data value);
    [[nodiscard]] Data done();  ///< once, at the end
    [[nodiscard]] bool empty() const { return members_.empty(); }

private:
    DataMap members_;
};

Data texts_of(const std::vector<std::string>& texts);

}  // namespace cafe::view
