#include "intake/workbook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <exception>
#include <map>
#include <memory>
#include <orcus/orcus_ods.hpp>
#include <orcus/orcus_xlsx.hpp>
#include <orcus/spreadsheet/import_interface.hpp>
#include <stdexcept>

#include "intake/typed_cells.hpp"

namespace cafe::intake {

namespace {

namespace sheets = orcus::spreadsheet;

constexpr std::size_t most_cells = 4'000'000;

class TooLarge : public std::runtime_error {
public:
    TooLarge() : std::runtime_error("too many cells") {}
};

// Cells by row and column, so that only what is filled takes room.
class Cells {
public:
    void put(sheets::row_t row, sheets::col_t col, std::string text) {
        if (row < 0 || col < 0 || text.empty()) return;
        if (++count_ > most_cells) throw TooLarge();
        rows_[row][col] = std::move(text);
    }
    void fill_down(sheets::row_t row, sheets::col_t col, sheets::row_t size) {
        const auto found = rows_.find(row);
        if (found == rows_.end()) return;
        const auto cell = found->second.find(col);
        if (cell == found->second.end()) return;
        const std::string text = cell->second;
        for (sheets::row_t i = 1; i <= size; ++i) put(row + i, col, text);
    }
    [[nodiscard]] std::vector<Record> records() const {
        std::vector<Record> all;
        std::size_t width = 0;
        for (const auto& [row, cells] : rows_)
            if (!cells.empty()) width = std::max(width, static_cast<std::size_t>(cells.rbegin()->first) + 1);
        for (const auto& [row, cells] : rows_) {
            Record record{static_cast<std::size_t>(row) + 1, std::vector<std::string>(width)};
            for (const auto& [col, text] : cells) record.cells[static_cast<std::size_t>(col)] = text;
            all.push_back(std::move(record));
        }
        return all;
    }

private:
    std::map<sheets::row_t, std::map<sheets::col_t, std::string>> rows_;
    std::size_t count_ = 0;
};

std::string number_text(double value) {
    constexpr double exact = 9007199254740992.0;  // 2^53
    if (std::abs(value) < exact && value == std::floor(value)) return fmt::format("{:.0f}", value);
    return fmt::format("{}", value);
}

// A number as an XLSX writes it: « 47500 », « 4.75E4 ».
std::string number_text(const std::string& written) {
    double value = 0;
    const auto read = std::from_chars(written.data(), written.data() + written.size(), value);
    return read.ec == std::errc() && read.ptr == written.data() + written.size() ? number_text(value) : written;
}

class Strings : public sheets::iface::import_shared_strings {
public:
    std::size_t append(std::string_view text) override {
        all_.emplace_back(text);
        return all_.size() - 1;
    }
    std::size_t add(std::string_view text) override { return append(text); }
    void set_segment_font(std::size_t) override {}
    void set_segment_bold(bool) override {}
    void set_segment_italic(bool) override {}
    void set_segment_font_name(std::string_view) override {}
    void set_segment_font_size(double) override {}
    void set_segment_font_color(sheets::color_elem_t, sheets::color_elem_t, sheets::color_elem_t,
                                sheets::color_elem_t) override {}
    void append_segment(std::string_view text) override { segments_ += text; }
    std::size_t commit_segments() override {
        all_.push_back(std::move(segments_));
        segments_.clear();
        return all_.size() - 1;
    }
    [[nodiscard]] std::string at(std::size_t index) const { return index < all_.size() ? all_[index] : std::string(); }

private:
    std::vector<std::string> all_;
    std::string segments_;
};

// What a formula gave when the workbook was last saved.
class Formula : public sheets::iface::import_formula {
public:
    explicit Formula(Cells& cells) : cells_(cells) {}
    void set_position(sheets::row_t row, sheets::col_t col) override {
        row_ = row;
        col_ = col;
        result_.clear();
    }
    void set_formula(sheets::formula_grammar_t, std::string_view) override {}
    void set_shared_formula_index(std::size_t) override {}
    void set_result_string(std::string_view value) override { result_ = value; }
    void set_result_value(double value) override { result_ = number_text(value); }
    void set_result_bool(bool value) override { result_ = value ? "true" : "false"; }
    void set_result_empty() override { result_.clear(); }
    void commit() override { cells_.put(row_, col_, std::move(result_)); }

private:
    Cells& cells_;
    sheets::row_t row_ = 0;
    sheets::col_t col_ = 0;
    std::string result_;
};

class OneSheet : public sheets::iface::import_sheet {
public:
    OneSheet(std::string title, const Strings& strings) : name(std::move(title)), strings_(strings) {}
    sheets::iface::import_formula* get_formula() override { return &formula_; }
    void set_auto(sheets::row_t row, sheets::col_t col, std::string_view text) override {
        cells.put(row, col, std::string(text));
    }
    void set_string(sheets::row_t row, sheets::col_t col, sheets::string_id_t index) override {
        cells.put(row, col, strings_.at(index));
    }
    void set_value(sheets::row_t row, sheets::col_t col, double value) override {
        cells.put(row, col, number_text(value));
    }
    void set_bool(sheets::row_t row, sheets::col_t col, bool value) override {
        cells.put(row, col, value ? "true" : "false");
    }
    void set_date_time(sheets::row_t row, sheets::col_t col, int year, int month, int day, int, int, double) override {
        cells.put(row, col, fmt::format("{:04}-{:02}-{:02}", year, month, day));
    }
    void set_format(sheets::row_t, sheets::col_t, std::size_t) override {}
    void set_format(sheets::row_t, sheets::col_t, sheets::row_t, sheets::col_t, std::size_t) override {}
    void fill_down_cells(sheets::row_t row, sheets::col_t col, sheets::row_t size) override {
        cells.fill_down(row, col, size);
    }
    [[nodiscard]] sheets::range_size_t get_sheet_size() const override { return {1048576, 16384}; }

    std::string name;
    Cells cells;

private:
    const Strings& strings_;
    Formula formula_{cells};
};

class Settings : public sheets::iface::import_global_settings {
public:
    void set_origin_date(int, int, int) override {}
    void set_default_formula_grammar(sheets::formula_grammar_t grammar) override { grammar_ = grammar; }
    [[nodiscard]] sheets::formula_grammar_t get_default_formula_grammar() const override { return grammar_; }
    void set_character_set(orcus::character_set_t) override {}

private:
    sheets::formula_grammar_t grammar_ = sheets::formula_grammar_t::unknown;
};

// "B12" → row and column, from 0; of "A1:C9" both ends.
class Resolver : public sheets::iface::import_reference_resolver {
public:
    sheets::src_address_t resolve_address(std::string_view text) override {
        sheets::src_address_t found{0, 0, 0};
        long column = 0;
        long row = 0;
        for (const char c : text) {
            if (c == '$') continue;
            const char upper = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
            if (upper >= 'A' && upper <= 'Z')
                column = column * 26 + (upper - 'A' + 1);
            else if (c >= '0' && c <= '9')
                row = row * 10 + (c - '0');
            if (column > 20'000 || row > 2'000'000) break;
        }
        found.row = static_cast<sheets::row_t>(row > 0 ? row - 1 : 0);
        found.column = static_cast<sheets::col_t>(column > 0 ? column - 1 : 0);
        return found;
    }
    sheets::src_range_t resolve_range(std::string_view text) override {
        const std::size_t colon = text.find(':');
        const auto first = resolve_address(text.substr(0, colon));
        const auto last = colon == std::string_view::npos ? first : resolve_address(text.substr(colon + 1));
        return {first, last};
    }
};

class Factory : public sheets::iface::import_factory {
public:
    sheets::iface::import_global_settings* get_global_settings() override { return &settings_; }
    sheets::iface::import_shared_strings* get_shared_strings() override { return &strings_; }
    sheets::iface::import_reference_resolver* get_reference_resolver(sheets::formula_ref_context_t) override {
        return &resolver_;
    }
    sheets::iface::import_sheet* append_sheet(sheets::sheet_t, std::string_view name) override {
        all.push_back(std::make_unique<OneSheet>(std::string(name), strings_));
        return all.back().get();
    }
    sheets::iface::import_sheet* get_sheet(std::string_view name) override {
        for (const auto& sheet : all)
            if (sheet->name == name) return sheet.get();
        return nullptr;
    }
    sheets::iface::import_sheet* get_sheet(sheets::sheet_t index) override {
        return index >= 0 && static_cast<std::size_t>(index) < all.size() ? all[static_cast<std::size_t>(index)].get()
                                                                          : nullptr;
    }
    void finalize() override {}
    void put(const TypedCell& cell) {
        for (const auto& sheet : all)
            if (sheet->name == cell.sheet)
                sheet->cells.put(cell.row, cell.column, cell.is_number ? number_text(cell.text) : cell.text);
    }

    std::vector<std::unique_ptr<OneSheet>> all;

private:
    Settings settings_;
    Strings strings_;
    Resolver resolver_;
};

}  // namespace

Result<std::vector<Sheet>> read_workbook(std::string_view bytes, Workbook format) {
    static constexpr Phrase<> damaged{"ce classeur ne se lit pas", "this workbook cannot be read"};
    static constexpr Phrase<> save_again{"l'ouvrir et l'enregistrer de nouveau (.xlsx, .ods ou .csv)",
                                         "open it and save it again (.xlsx, .ods or .csv)"};
    static constexpr Phrase<std::size_t> large{"ce classeur a plus de {} cellules remplies",
                                               "this workbook has more than {} filled cells"};
    static constexpr Phrase<> in_parts{"le partager en plusieurs fichiers", "cut it into several files"};
    const Error error{ErrorKind::usage, damaged(), save_again()};
    if (!bytes.starts_with("PK")) return error;
    Factory factory;
    try {
        if (format == Workbook::xlsx) {
            orcus::orcus_xlsx reader(&factory);
            reader.read_stream(bytes);
            for (const TypedCell& cell : typed_cells(bytes)) factory.put(cell);
        } else {
            orcus::orcus_ods reader(&factory);
            reader.read_stream(bytes);
        }
    } catch (const TooLarge&) {
        return Error{ErrorKind::usage, large(most_cells), in_parts()};
    } catch (const std::exception&) {
        return error;
    }
    if (factory.all.empty()) return error;
    std::vector<Sheet> found;
    for (const auto& sheet : factory.all) found.push_back({sheet->name, sheet->cells.records()});
    return found;
}

}  // namespace cafe::intake
