// A file as it was read, in bytes without pointers: what the index keeps so that it need not be read again.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/field.hpp"
#include "store/record.hpp"

namespace cafe::store {

/// Appends the text and the tree of a source.
void write_flat(const Source& source, std::string& out);

/// The same source back: `read_flat(write_flat(s)) == s`, byte for byte and span for span. Nothing where the bytes are
/// no whole source: they come from a file that anything may have happened to, so every length and place is looked at.
std::optional<Source> read_flat(std::string_view bytes, const Ref& ref, const std::string& path);

/// Fills a struct of `shape`, as `read_into` does from the tree, and makes no tree. False where the bytes are no whole
/// source: what stands in the struct then is worth nothing.
bool read_flat_into(std::string_view bytes, void* owner, const model::Shape& shape);

}  // namespace cafe::store
