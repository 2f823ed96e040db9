// One row against one fiche: field by field, by what the last import said, what stands here and what the file says now.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/value.hpp"
#include "edit/edit.hpp"
#include "intake/memory.hpp"

namespace cafe::intake {

/// The values of a record that an import compares: scalars and lists by path ("name", "referral.steps"), what services
/// say by their ids ("services.domiciliation.fee").
struct Compared {
    std::string path;
    bool list = false;
    std::vector<Value> values;  ///< one, or the items
    std::string item{};         ///< what it stands in, where that is an item: "services.domiciliation"
};
std::vector<Compared> compared_fields(const Value& record);

/// What a value says once spelling is set aside: telephones as they are dialled, hours in one notation, texts folded.
std::string normalised(const std::string& path, const Value& value);

enum class Mode { all, only_new, only_update, only_fill };

struct Difference {
    std::string path;
    std::vector<Value> here;
    std::vector<Value> theirs;
};

struct ThreeWay {
    std::vector<edit::Edit> edits;
    std::vector<Difference> conflicts;
    std::vector<std::string> changed;  ///< paths that `edits` write
    std::size_t kept = 0;              ///< fields that were edited here and not there
    std::size_t silent = 0;            ///< fields that the source no longer says
    std::map<std::string, std::vector<std::string>> remembered;
};

/// `base`: what the last import said, empty where nothing is known. `verified_later`: somebody checked the fiche after
/// the source's date, so that nothing of it is written over.
ThreeWay three_way(const Value& here, const Value& theirs, const Seen& base, bool verified_later, Mode mode);

/// What is remembered of a record that was made of a row.
std::map<std::string, std::vector<std::string>> remembered_of(const Value& record);

/// The main text of an item: itself, or its number, address, name.
std::string main_text(const Value& value);
/// « phones « 05 36 … » → « 05 53 … », hours … »
std::string in_words(const std::vector<Difference>& differences);

}  // namespace cafe::intake
