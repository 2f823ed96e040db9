// A record and where it comes from: the struct, and the file, text and tree it was read from.
#pragma once

#include <memory>
#include <string>

#include "base/place.hpp"
#include "store/layout.hpp"
#include "yaml/tree.hpp"

namespace cafe::store {

/// One file as it was read. `tree` is a mapping.
struct Source {
    Ref ref;
    std::string path;  ///< inside the notebook
    std::string text;
    yaml::Node tree;
};

/// A value with its origin. `source` is never null for a record that was loaded; built-in ones have none.
template <class T>
struct Record {
    std::string id;
    T value;
    std::shared_ptr<const Source> source;
};

/// The place of a range of bytes in a source.
inline Place place_in(const Source& source, Span span) {
    return LineIndex(source.text).place(source.path, span);
}

}  // namespace cafe::store
