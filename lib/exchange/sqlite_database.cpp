#include "exchange/sqlite_database.hpp"

#include <sqlite3.h>

#include <stdexcept>
#include <utility>

#include "base/late_library.hpp"

namespace cafe::exchange {

namespace {

struct Sqlite : LateLibrary {
    Sqlite() : LateLibrary(CAFE_SQLITE3) {
        if (!*this) throw std::runtime_error(std::string("SQLite: no ") + CAFE_SQLITE3);
    }

    CAFE_LATE(sqlite3_bind_double);
    CAFE_LATE(sqlite3_bind_int64);
    CAFE_LATE(sqlite3_bind_null);
    CAFE_LATE(sqlite3_bind_text64);
    CAFE_LATE(sqlite3_close);
    CAFE_LATE(sqlite3_errmsg);
    CAFE_LATE(sqlite3_exec);
    CAFE_LATE(sqlite3_finalize);
    CAFE_LATE(sqlite3_free);
    CAFE_LATE(sqlite3_open);
    CAFE_LATE(sqlite3_prepare_v2);
    CAFE_LATE(sqlite3_reset);
    CAFE_LATE(sqlite3_serialize);
    CAFE_LATE(sqlite3_step);
};

const Sqlite& sqlite() {
    static const Sqlite opened;
    return opened;
}

struct Bind {
    sqlite3_stmt* statement;
    int at;
    int operator()(std::monostate /*nothing*/) const { return sqlite().sqlite3_bind_null(statement, at); }
    // The row outlives the step that reads it: nothing is copied.
    int operator()(const std::string& text) const {
        return sqlite().sqlite3_bind_text64(statement, at, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    int operator()(std::int64_t number) const { return sqlite().sqlite3_bind_int64(statement, at, number); }
    int operator()(double number) const { return sqlite().sqlite3_bind_double(statement, at, number); }
};

}  // namespace

void SqliteDatabase::Close::operator()(sqlite3* database) const {
    sqlite().sqlite3_close(database);
}
void SqliteDatabase::Close::operator()(sqlite3_stmt* statement) const {
    sqlite().sqlite3_finalize(statement);
}

SqliteDatabase::SqliteDatabase() {
    sqlite3* database = nullptr;
    const int code = sqlite().sqlite3_open(":memory:", &database);
    database_.reset(database);
    if (code != SQLITE_OK) fail();
}

void SqliteDatabase::fail() const {
    throw std::runtime_error(std::string("SQLite: ") + sqlite().sqlite3_errmsg(database_.get()));
}

void SqliteDatabase::run(const std::string& sql) {
    if (sqlite().sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

sqlite3_stmt* SqliteDatabase::insertion(std::string_view table, std::size_t columns) {
    if (const auto known = insertions_.find(table); known != insertions_.end()) return known->second.get();
    std::string sql = "INSERT INTO \"" + std::string(table) + "\" VALUES (?";
    for (std::size_t i = 1; i < columns; ++i) sql += ", ?";
    sql += ')';
    sqlite3_stmt* made = nullptr;
    const int code = sqlite().sqlite3_prepare_v2(database_.get(), sql.c_str(), -1, &made, nullptr);
    Statement statement(made);
    if (code != SQLITE_OK) fail();
    return insertions_.emplace(table, std::move(statement)).first->second.get();
}

void SqliteDatabase::insert(std::string_view table, const std::vector<SqliteValue>& row) {
    sqlite3_stmt* statement = insertion(table, row.size());
    int at = 0;
    for (const SqliteValue& value : row)
        if (std::visit(Bind{statement, ++at}, value) != SQLITE_OK) fail();
    if (sqlite().sqlite3_step(statement) != SQLITE_DONE) fail();
    sqlite().sqlite3_reset(statement);
}

std::string SqliteDatabase::bytes() const {
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> image(
        sqlite().sqlite3_serialize(database_.get(), "main", &size, 0), sqlite().sqlite3_free);
    if (!image) fail();
    return std::string(reinterpret_cast<const char*>(image.get()), static_cast<std::size_t>(size));
}

}  // namespace cafe::exchange
