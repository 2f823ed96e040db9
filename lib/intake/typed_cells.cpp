#include "intake/typed_cells.hpp"

#include <map>
#include <orcus/sax_parser.hpp>
#include <orcus/zip_archive.hpp>
#include <orcus/zip_archive_stream.hpp>
#include <utility>

namespace cafe::intake {

namespace {

// What each <row>, <c> and value of a sheet says, one after another.
class SheetHandler : public orcus::sax_handler {
public:
    explicit SheetHandler(std::string sheet) : sheet_(std::move(sheet)) {}

    void attribute(const orcus::sax::parser_attribute& attribute) {
        if (attribute.name == "r") place_ = attribute.value;
        if (attribute.name == "t") type_ = attribute.value;
    }

    // The attributes of an element come before it.
    void start_element(const orcus::sax::parser_element& element) {
        if (element.name == "row") start_row();
        if (element.name == "c") start_cell();
        reads_ = !value_.empty() && element.name == value_ && !is_reading_aid_;
        if (element.name == "rPh") is_reading_aid_ = true;
        place_.clear();
        type_.clear();
    }

    void end_element(const orcus::sax::parser_element& element) {
        reads_ = false;
        if (element.name == "rPh") is_reading_aid_ = false;
        if (element.name != "c") return;
        if (!cell_.text.empty()) found.push_back(std::move(cell_));
        cell_ = {};
        value_ = {};
    }

    void characters(std::string_view text, bool) {
        if (reads_) cell_.text += text;
    }

    std::vector<TypedCell> found;

private:
    // A row and a cell without their places follow the one before.
    void start_row() {
        row_ = place_.empty() ? row_ + 1 : number_in(place_) - 1;
        column_ = -1;
    }

    void start_cell() {
        column_ = place_.empty() ? column_ + 1 : letters_in(place_) - 1;
        cell_ = {sheet_, row_, column_, type_ == "n", ""};
        value_ = value_of(type_);
    }

    // The element that holds the value of a cell of a type that is read here; empty: liborcus reads it.
    static std::string_view value_of(std::string_view type) {
        if (type == "inlineStr") return "t";
        return type == "n" || type == "str" || type == "d" ? "v" : "";
    }

    static int number_in(std::string_view place) {
        constexpr int most = 2'000'000;
        int number = 0;
        for (const char c : place)
            if (c >= '0' && c <= '9' && number < most) number = number * 10 + (c - '0');
        return number;
    }

    static int letters_in(std::string_view place) {
        constexpr int most = 20'000;
        int number = 0;
        for (const char c : place)
            if (c >= 'A' && c <= 'Z' && number < most) number = number * 26 + (c - 'A' + 1);
        return number;
    }

    std::string sheet_;
    std::string place_;
    std::string type_;
    TypedCell cell_;
    std::string_view value_;
    int row_ = -1;
    int column_ = -1;
    bool is_reading_aid_ = false;  // how a Japanese text is spoken: no part of it
    bool reads_ = false;
};

// The attributes of each element of a name.
class Attributes : public orcus::sax_handler {
public:
    explicit Attributes(std::string_view element) : element_(element) {}
    void attribute(const orcus::sax::parser_attribute& attribute) {
        here_[std::string(attribute.name)] = attribute.value;
    }
    void start_element(const orcus::sax::parser_element& element) {
        if (element.name == element_) all.push_back(here_);
        here_.clear();
    }

    std::vector<std::map<std::string, std::string>> all;

private:
    std::string element_;
    std::map<std::string, std::string> here_;
};

template <class Handler>
void parse(const std::string& xml, Handler& handler) {
    orcus::sax_parser<Handler> parser(xml.data(), xml.size(), handler);
    parser.parse();
}

std::string entry_of(const orcus::zip_archive& archive, std::string_view name) {
    std::vector<unsigned char> bytes;
    archive.read_file_entry(name, bytes);
    return {bytes.begin(), bytes.end()};
}

// « /xl/worksheets/sheet1.xml » is from the root, « worksheets/sheet1.xml » from the folder of the workbook.
std::string path_of_target(const std::string& target) {
    return target.starts_with('/') ? target.substr(1) : "xl/" + target;
}

// The files of the sheets, with the sheets' names.
std::vector<std::pair<std::string, std::string>> sheet_files(const orcus::zip_archive& archive) {
    Attributes sheets("sheet");
    parse(entry_of(archive, "xl/workbook.xml"), sheets);
    Attributes relations("Relationship");
    parse(entry_of(archive, "xl/_rels/workbook.xml.rels"), relations);
    std::map<std::string, std::string> targets;
    for (auto& relation : relations.all) targets[relation["Id"]] = path_of_target(relation["Target"]);
    std::vector<std::pair<std::string, std::string>> files;
    for (auto& sheet : sheets.all) files.emplace_back(targets[sheet["id"]], sheet["name"]);
    return files;
}

}  // namespace

std::vector<TypedCell> typed_cells(std::string_view bytes) {
    const std::vector<unsigned char> blob(bytes.begin(), bytes.end());
    orcus::zip_archive_stream_blob stream(blob.data(), blob.size());
    orcus::zip_archive archive(&stream);
    archive.load();
    std::vector<TypedCell> all;
    for (const auto& [path, name] : sheet_files(archive)) {
        const std::string xml = entry_of(archive, path);
        SheetHandler handler(name);
        parse(xml, handler);
        all.insert(all.end(), handler.found.begin(), handler.found.end());
    }
    return all;
}

}  // namespace cafe::intake
