#include "view/data.hpp"

#include <utility>

namespace cafe::view {

Data::Data() = default;
Data::Data(bool truth) : held(truth) {}
Data::Data(int number) : held(std::int64_t{number}) {}
Data::Data(std::int64_t number) : held(number) {}
Data::Data(std::size_t number) : held(static_cast<std::int64_t>(number)) {}
Data::Data(double number) : held(number) {}
Data::Data(std::string text) : held(std::move(text)) {}
Data::Data(std::string_view text) : held(std::string(text)) {}
Data::Data(const char* text) : held(std::string(text)) {}
Data::Data(DataList list) : held(std::move(list)) {}
Data::Data(DataMap map) : held(std::move(map)) {}
Data::Data(const Data&) = default;
Data::Data(Data&&) noexcept = default;
Data& Data::operator=(const Data&) = default;
Data& Data::operator=(Data&&) noexcept = default;
Data::~Data() = default;

const Data* Data::find(std::string_view key) const {
    if (const DataMap* members = map())
        for (const DataMember& member : *members)
            if (member.key == key) return &member.value;
    return nullptr;
}

namespace {

bool is_empty(const Data& value) {
    if (value.held.index() == 0) return true;
    if (const std::string* text = value.text()) return text->empty();
    if (const DataList* list = value.list()) return list->empty();
    const DataMap* map = value.map();
    return map != nullptr && map->empty();
}

}  // namespace

DataObject& DataObject::add(std::string_view key, Data value) {
    return is_empty(value) ? *this : put(key, std::move(value));
}

DataObject& DataObject::put(std::string_view key, Data value) {
    members_.push_back({std::string(key), std::move(value)});
    return *this;
}

Data DataObject::done() {
    return Data(std::move(members_));
}

Data texts_of(const std::vector<std::string>& texts) {
    return DataList(texts.begin(), texts.end());
}

}  // namespace cafe::view
