// The tables of `cafe stats` beside its figures.
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "command.hpp"
#include "meetings/held.hpp"
#include "store/catalog.hpp"

namespace cafe::cmd {

/// A shape of plain texts, for a listing that is no record.
model::Shape plain_shape_of(std::string_view name, std::initializer_list<std::string_view> keys);

/// What the first word of `cafe stats` may be.
std::vector<std::string_view> stats_tables();

/// The table that the first word names. An Error of kind usage where there is none of that name.
Result<int> print_stats_table(World& world, const Arguments& arguments, const store::Catalog& catalog,
                              const meetings::StatsAsked& asked);

}  // namespace cafe::cmd
