// What asking commands print, in the forms that people and programs ask for.
#pragma once

#include "command.hpp"
#include "view/lists.hpp"
#include "view/record_list.hpp"
#include "world.hpp"

namespace cafe::cmd {

// What is listed is made in lib/view and written in lib/render.
using view::Column;
using view::column_text;
using view::Listed;
using view::mapping_of;
using view::Weight;
using Listing = view::RecordList;

/// Prints a listing as the machine options say, else as a table: cut to the terminal's width when there is one, whole
/// otherwise. Exit code 1 when there is nothing to list, else 0. An unknown field in --fields is an Error.
Result<int> print_listing(World& world, const Arguments& arguments, const Listing& listing);

/// What of each record `print_listing` will print: programs are told fields of the trees, and so is who chooses fields.
view::Wanted wanted_of(const Arguments& arguments);

/// Whether one of the forms for programs was asked for; more than one is an Error.
Result<bool> wants_machine_form(const Arguments& arguments);

}  // namespace cafe::cmd
