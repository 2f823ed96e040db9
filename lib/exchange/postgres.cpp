#include "exchange/postgres.hpp"

#include <fmt/format.h>

#include <array>
#include <map>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "exchange/engine_questions.hpp"
#include "exchange/engine_rows.hpp"
#include "exchange/engine_tables.hpp"
#include "exchange/readable.hpp"

namespace cafe::exchange {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> types{{{"text", "text"},
                                                                              {"texts", "text[]"},
                                                                              {"integer", "integer"},
                                                                              {"integers", "integer[]"},
                                                                              {"real", "double precision"},
                                                                              {"truth", "boolean"},
                                                                              {"date", "date"},
                                                                              {"json", "jsonb"}}};

std::string_view type_of(const EngineColumn& column) {
    for (const auto& [ours, theirs] : types)
        if (ours == column.type) return theirs;
    return "text";
}

// Names may be words of the language: "public".
std::string quoted(std::string_view name) {
    return "\"" + std::string(name) + "\"";
}
std::string literal(std::string_view text) {
    return "'" + text::replace_all(std::string(text), "'", "''") + "'";
}

std::string schema() {
    std::string sql =
        "-- The tables of a notebook: what may be read of it, and all that cafe.find goes by. Made in the schema\n"
        "-- cafe_new, which becomes cafe (load.sql).\n";
    for (const EngineTable& table : engine_tables()) {
        std::vector<std::string> columns;
        std::string comments;
        for (const EngineColumn& column : table.columns) {
            columns.push_back(fmt::format("  {} {}", quoted(column.name), type_of(column)));
            if (!column.what.empty())
                comments += fmt::format("COMMENT ON COLUMN cafe_new.{}.{} IS {};\n", quoted(table.name),
                                        quoted(column.name), literal(column.what));
        }
        sql += fmt::format("\nCREATE TABLE cafe_new.{} (\n{});\n{}", quoted(table.name), text::join(columns, ",\n"),
                           comments);
    }
    return sql;
}

std::string copies() {
    std::vector<std::string> lines;
    for (const EngineTable& table : engine_tables())
        lines.push_back(fmt::format("\\copy cafe_new.{} FROM 'data/{}.tsv'", quoted(table.name), table.name));
    return text::join(lines, "\n");
}

// ---- COPY's text format (PostgreSQL, COPY, "Text Format") -----------------------------------------------------------

void add_escaped(std::string& out, std::string_view text) {
    for (const char byte : text) switch (byte) {
            case '\\': out += "\\\\"; break;
            case '\t': out += "\\t"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            default: out += byte;
        }
}

std::string list_of(const std::vector<std::string>& items) {
    std::string list = "{";
    for (const std::string& item : items) {
        if (list.size() > 1) list += ',';
        list += '"' + text::replace_all(text::replace_all(item, "\\", "\\\\"), "\"", "\\\"") + '"';
    }
    return list + "}";
}

std::string list_of(const std::vector<std::int64_t>& items) {
    return fmt::format("{{{}}}", fmt::join(items, ","));
}

void add_cell(std::string& out, const Cell& cell) {
    struct Add {
        std::string& out;
        void operator()(std::monostate /*nothing*/) const { out += "\\N"; }
        void operator()(const std::string& text) const { add_escaped(out, text); }
        void operator()(std::int64_t number) const { out += fmt::format("{}", number); }
        void operator()(double number) const { out += fmt::format("{}", number); }
        void operator()(bool truth) const { out += truth ? 't' : 'f'; }
        void operator()(const std::vector<std::string>& items) const { add_escaped(out, list_of(items)); }
        void operator()(const std::vector<std::int64_t>& items) const { add_escaped(out, list_of(items)); }
    };
    std::visit(Add{out}, cell);
}

}  // namespace

Result<std::vector<Part>> postgres_files(const Edition& edition, Account& account) {
    std::map<std::string, std::string, std::less<>> data;
    for (const EngineTable& table : engine_tables()) data.emplace(table.name, std::string());
    const PutRow put = [&](std::string_view table, const EngineRow& row) {
        std::string& out = data.find(table)->second;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out += '\t';
            add_cell(out, row[i]);
        }
        out += '\n';
    };
    const store::Catalog catalog = readable(edition);
    engine_rows(edition, catalog, account, put);
    engine_questions(edition, catalog, put);
    std::vector<Part> parts{
        {"load.sql", Text{text::replace_all(std::string(engine_text("load.sql")), ":copies", copies())}},
        {"schema.sql", Text{schema()}}};
    for (const std::string_view name : {"index.sql", "find.sql", "check.sql"})
        parts.push_back({std::string(name), Text{std::string(engine_text(name))}});
    for (auto& [table, rows] : data) parts.push_back({"data/" + table + ".tsv", Text{std::move(rows)}});
    return parts;
}

}  // namespace cafe::exchange
