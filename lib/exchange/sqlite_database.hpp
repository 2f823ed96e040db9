// A database of SQLite that is filled in memory and handed over as the bytes of its file.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace cafe::exchange {

/// monostate: NULL.
using SqliteValue = std::variant<std::monostate, std::string, std::int64_t, double>;

/// Throws std::runtime_error where SQLite refuses: its texts are ours.
class SqliteDatabase {
public:
    SqliteDatabase();

    /// Statements, one after the other.
    void run(const std::string& sql);
    /// A row of a table that has so many columns.
    void insert(std::string_view table, const std::vector<SqliteValue>& row);
    [[nodiscard]] std::string bytes() const;

private:
    struct Close {
        void operator()(sqlite3* database) const;
        void operator()(sqlite3_stmt* statement) const;
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Close>;

    [[noreturn]] void fail() const;
    sqlite3_stmt* insertion(std::string_view table, std::size_t columns);

    std::unique_ptr<sqlite3, Close> database_;
    std::map<std::string, Statement, std::less<>> insertions_;  // by table; closed before the database
};

}  // namespace cafe::exchange
