// The rules that loading a notebook raises for a file as a whole, and their sentences.
#pragma once

#include <span>
#include <string>

#include "base/diagnostic.hpp"

namespace cafe::store::rules {

extern const Rule not_read;
extern const Rule is_link;
extern const Rule bad_id;
extern const Rule unreadable_file;

Words wrong_ending();
Words rename_yaml();
Words link_not_followed();
Words copy_file();
Words id_malformed(const std::string& id);
Words id_shape();
/// The second of two files that a program which synchronises folders could not join.
Words is_copy(const std::string& original);
Words join_copy(const std::string& original);

/// Of a folder, a pipe or a device that has the name of a record.
Words not_a_file();
Words put_a_file();

/// Whether a finding of reading says that a field is none of its record, or that a text is no date, number or boolean.
bool says_no_field(const Rule& rule);
bool says_no_value(const Rule& rule);

/// The rules above, for the list of all.
std::span<const Rule* const> all();

}  // namespace cafe::store::rules
