#include "exchange/sqlite.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "exchange/engine_questions.hpp"
#include "exchange/engine_rows.hpp"
#include "exchange/engine_tables.hpp"
#include "exchange/readable.hpp"
#include "exchange/sqlite_database.hpp"

namespace cafe::exchange {

namespace {

// A number that has the name of its table is what its rows are called by. SQLite keeps comments: whoever looks at a
// table sees what its columns are.
std::string column_of(const EngineTable& table, const EngineColumn& column, bool last) {
    const std::string_view type = column.name == table.name                            ? "INTEGER PRIMARY KEY"
                                  : column.type == "integer" || column.type == "truth" ? "INTEGER"
                                  : column.type == "real"                              ? "REAL"
                                                                                       : "TEXT";
    return fmt::format("  \"{}\" {}{}{}\n", column.name, type, last ? "" : ",",
                       column.what.empty() ? "" : fmt::format("  -- {}", column.what));
}

std::string schema() {
    std::string sql;
    for (const EngineTable& table : engine_tables()) {
        sql += fmt::format("CREATE TABLE \"{}\" (\n", table.name);
        for (const EngineColumn& column : table.columns)
            sql += column_of(table, column, &column == &table.columns.back());
        sql += ");\n";
    }
    return sql;
}

// Lists as JSON: json_each reads them.
struct ValueOf {
    const Edition& edition;
    SqliteValue operator()(std::monostate nothing) const { return nothing; }
    SqliteValue operator()(const std::string& text) const { return text; }
    SqliteValue operator()(std::int64_t number) const { return number; }
    SqliteValue operator()(double number) const { return number; }
    SqliteValue operator()(bool truth) const { return std::int64_t{truth}; }
    SqliteValue operator()(const std::vector<std::string>& items) const { return edition.json(view::texts_of(items)); }
    SqliteValue operator()(const std::vector<std::int64_t>& items) const {
        return fmt::format("[{}]", fmt::join(items, ","));
    }
};

}  // namespace

Result<std::vector<Part>> sqlite_files(const Edition& edition, Account& account) {
    SqliteDatabase database;
    database.run("PRAGMA encoding = 'UTF-8';\nBEGIN;\n" + schema());
    const PutRow put = [&](std::string_view table, const EngineRow& row) {
        std::vector<SqliteValue> values;
        for (const Cell& cell : row) values.push_back(std::visit(ValueOf{edition}, cell));
        database.insert(table, values);
    };
    const store::Catalog catalog = readable(edition);
    engine_rows(edition, catalog, account, put);
    engine_questions(edition, catalog, put);
    database.run(std::string(engine_text("sqlite.sql")) + "\nCOMMIT;\n");
    return std::vector<Part>{{"cafe.sqlite", Text{database.bytes()}}};
}

}  // namespace cafe::exchange
