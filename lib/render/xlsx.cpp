#include "render/xlsx.hpp"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/late_library.hpp"
#include "base/utf8.hpp"

namespace cafe::render {

namespace {

constexpr std::size_t widest = 60;            // columns of a cell
constexpr std::size_t longest_cell = 32'767;  // characters that Excel takes

// XML knows no controls; hidden characters have no business in a list of names.
std::string clean(const std::string& text) {
    std::string out;
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size() && characters < longest_cell; ++characters) {
        const char32_t character = utf8::next(text, at);
        if (character == U'\n' || !utf8::is_unprintable(character)) utf8::append(out, character);
    }
    return out;
}

// A file of our own in the machine's folder for such, gone when we are done.
class TemporaryFile {
public:
    TemporaryFile() {
        std::error_code failed;
        path_ = (std::filesystem::temp_directory_path(failed) / "cafe-XXXXXX").string();
        const int file = failed ? -1 : mkstemp(path_.data());
        if (file < 0)
            path_.clear();
        else
            ::close(file);
    }
    ~TemporaryFile() {
        std::error_code ignored;
        if (!path_.empty()) std::filesystem::remove(path_, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::optional<std::string> bytes() const {
        std::ifstream in(path_, std::ios::binary);
        std::ostringstream out;
        out << in.rdbuf();
        return in && !out.str().empty() ? std::optional(out.str()) : std::nullopt;
    }

private:
    std::string path_;
};

struct Writer : LateLibrary {
    Writer() : LateLibrary(CAFE_XLSXWRITER) {}
    static const Writer& opened() {
        static const Writer writer;
        return writer;
    }

    CAFE_LATE(workbook_new);
    CAFE_LATE(workbook_set_properties);
    CAFE_LATE(workbook_add_worksheet);
    CAFE_LATE(workbook_add_format);
    CAFE_LATE(workbook_close);
    CAFE_LATE(format_set_bold);
    CAFE_LATE(format_set_num_format_index);
    CAFE_LATE(worksheet_write_string);
    CAFE_LATE(worksheet_set_column);
    CAFE_LATE(worksheet_freeze_panes);
    CAFE_LATE(worksheet_autofilter);
};

void add_sheet(const Writer& writer, lxw_workbook* book, const view::Sheet& said) {
    lxw_worksheet* sheet = writer.workbook_add_worksheet(book, said.name.empty() ? nullptr : said.name.c_str());
    if (sheet == nullptr) return;
    lxw_format* bold = writer.workbook_add_format(book);
    writer.format_set_bold(bold);
    lxw_format* as_text = writer.workbook_add_format(book);
    writer.format_set_num_format_index(as_text, 0x31);  // "@": text, also when somebody edits the cell
    for (std::size_t column = 0; column < said.titles.size(); ++column) {
        std::size_t width = utf8::width(said.titles[column]);
        const auto at = static_cast<lxw_col_t>(column);
        writer.worksheet_write_string(sheet, 0, at, clean(said.titles[column]).c_str(), bold);
        for (std::size_t row = 0; row < said.rows.size(); ++row) {
            if (column >= said.rows[row].size()) continue;
            const std::string cell = clean(said.rows[row][column]);
            width = std::max(width, utf8::width(cell));
            writer.worksheet_write_string(sheet, static_cast<lxw_row_t>(row + 1), at, cell.c_str(), as_text);
        }
        writer.worksheet_set_column(sheet, at, at, static_cast<double>(std::min(width, widest) + 2), as_text);
    }
    writer.worksheet_freeze_panes(sheet, 1, 0);
    if (!said.rows.empty() && !said.titles.empty())
        writer.worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(said.rows.size()),
                                    static_cast<lxw_col_t>(said.titles.size() - 1));
}

}  // namespace

std::optional<std::string> xlsx(const std::vector<std::string>& titles,
                                const std::vector<std::vector<std::string>>& rows) {
    return workbook({{"", titles, rows}});
}

std::optional<std::string> workbook(const view::Workbook& sheets) {
    // libxlsxwriter 1.1.4 writes to a path only.
    const Writer& writer = Writer::opened();
    TemporaryFile file;
    if (!writer || file.path().empty()) return std::nullopt;
    lxw_workbook* book = writer.workbook_new(file.path().c_str());
    if (book == nullptr) return std::nullopt;
    lxw_doc_properties properties{};
    properties.created = 946'684'800;  // 2000-01-01: the same bytes whenever it is written
    writer.workbook_set_properties(book, &properties);
    for (const view::Sheet& each : sheets) add_sheet(writer, book, each);
    if (writer.workbook_close(book) != LXW_NO_ERROR) return std::nullopt;
    return file.bytes();
}

}  // namespace cafe::render
