// Build tool: turns the tables of lib/territory/data into the one block of bytes that the binary carries.
//
//     make_tables DATA_FOLDER OUTPUT

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/fold.hpp"
#include "territory/blob.hpp"
#include "territory/names.hpp"
#include "territory/tables/borders.hpp"

namespace {

using namespace cafe;
using namespace cafe::territory;

using Fields = std::vector<std::string>;

Fields cut(const std::string& line, char separator) {
    Fields fields;
    std::size_t begin = 0;
    for (std::size_t end = 0; end != std::string::npos; begin = end + 1) {
        end = line.find(separator, begin);
        fields.push_back(line.substr(begin, end == std::string::npos ? end : end - begin));
    }
    return fields;
}

Fields parts_of(const std::string& field) {
    return field.empty() ? Fields{} : cut(field, '|');
}

// The rows behind the line of column names, each with as many fields as that line.
std::vector<Fields> read_table(const std::string& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path);
    std::string line;
    std::getline(file, line);
    const std::size_t columns = cut(line, '\t').size();
    std::vector<Fields> rows;
    while (std::getline(file, line)) {
        rows.push_back(cut(line, '\t'));
        if (rows.back().size() != columns) throw std::runtime_error(path + ": wrong number of columns: " + line);
    }
    return rows;
}

blob::Five five(const std::string& code) {
    if (code.size() != 5) throw std::runtime_error("no code of five characters: " + code);
    blob::Five out{};
    std::copy(code.begin(), code.end(), out.begin());
    return out;
}

std::int32_t degree(const std::string& text) {
    if (text.empty()) return blob::no_degree;
    const double value = std::stod(text) * 10'000;
    return static_cast<std::int32_t>(value < 0 ? value - 0.5 : value + 0.5);
}

std::uint32_t size32(std::size_t size) {
    return static_cast<std::uint32_t>(size);
}

// Every text once.
class TextPool {
public:
    blob::Text add(const std::string& text) {
        const auto [entry, is_new] = known_.try_emplace(text, size32(bytes_.size()));
        if (is_new) bytes_ += text;
        return {entry->second, size32(text.size())};
    }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

private:
    std::map<std::string, std::uint32_t> known_;
    std::string bytes_;
};

using Rows = std::map<std::string, std::uint32_t>;  // code → row

std::uint32_t row_of(const Rows& rows, const std::string& code) {
    const auto found = rows.find(code);
    if (found == rows.end()) throw std::runtime_error("unknown code " + code);
    return found->second;
}

class Maker {
public:
    void read(const std::string& folder) {
        communes_read_ = read_table(folder + "/communes_france.tsv");
        std::sort(communes_read_.begin(), communes_read_.end());
        parts_read_ = read_table(folder + "/parties.tsv");
        std::sort(parts_read_.begin(), parts_read_.end());
        read_postcodes();
        read_regions(read_table(folder + "/regions.tsv"));
        read_epcis();
        read_departements(read_table(folder + "/departements.tsv"));
        read_communes();
        read_parts();
        read_contours(read_table(folder + "/contours.tsv"));
        finish_names();
    }

    [[nodiscard]] std::string bytes() const {
        blob::Header header{};
        std::string out(sizeof header, '\0');
        header.magic = blob::magic;
        header.commune_codes = append(out, commune_codes_);
        header.communes = append(out, communes_);
        header.postcodes = append(out, postcodes_);
        header.postcode_ranges = append(out, postcode_ranges_);
        header.postcode_communes = append(out, postcode_communes_);
        header.commune_postcodes = append(out, commune_postcodes_);
        header.parts = append(out, parts_);
        header.epcis = append(out, epcis_);
        header.epci_members = append(out, epci_members_);
        header.departements = append(out, departements_);
        header.regions = append(out, regions_);
        header.names = append(out, names_);
        header.borders = append(out, borders_);
        header.border_steps = append(out, border_steps_);
        header.text = append(out, std::vector<char>(text_.bytes().begin(), text_.bytes().end()));
        header.size = size32(out.size());
        std::memcpy(out.data(), &header, sizeof header);
        return out;
    }

private:
    template <class Row>
    static blob::Section append(std::string& out, const std::vector<Row>& rows) {
        out.resize((out.size() + 3) / 4 * 4, '\0');
        const blob::Section section{size32(out.size()), size32(rows.size())};
        out.resize(out.size() + rows.size() * sizeof(Row));
        if (!rows.empty()) std::memcpy(out.data() + section.at, rows.data(), rows.size() * sizeof(Row));
        return section;
    }

    void add_name(const std::string& name, blob::Kind kind, std::uint32_t row, blob::Form form) {
        add_key(fold::place(name), kind, row, form);
    }
    void add_key(std::string_view key, blob::Kind kind, std::uint32_t row, blob::Form form) {
        if (key.empty()) return;
        // The same key for the same area is kept in its best form only.
        auto& best = keys_.try_emplace({std::string(key), kind, row}, form).first->second;
        best = std::min(best, form);
    }

    // "Réunion" for La Réunion.
    void add_name_and_bare(const std::string& name, blob::Kind kind, std::uint32_t row) {
        const std::string folded = fold::place(name);
        add_key(folded, kind, row, blob::Form::name);
        add_key(without_article(folded), kind, row, blob::Form::short_form);
    }

    void read_postcodes() {
        std::map<std::string, std::set<std::uint32_t>> communes_of;
        for (std::size_t row = 0; row < communes_read_.size(); ++row)
            for (const std::string& postcode : parts_of(communes_read_[row][2]))
                communes_of[postcode].insert(size32(row));
        for (const auto& [postcode, rows] : communes_of) {
            postcode_rows_[postcode] = size32(postcodes_.size());
            postcodes_.push_back(five(postcode));
            postcode_ranges_.push_back({size32(postcode_communes_.size()), size32(rows.size())});
            postcode_communes_.insert(postcode_communes_.end(), rows.begin(), rows.end());
        }
    }

    blob::Range postcode_range(const std::string& field) {
        blob::Range range{size32(commune_postcodes_.size()), 0};
        for (const std::string& postcode : parts_of(field)) {
            commune_postcodes_.push_back(row_of(postcode_rows_, postcode));
            ++range.count;
        }
        return range;
    }

    void read_regions(std::vector<Fields> rows) {
        std::sort(rows.begin(), rows.end());
        for (const Fields& row : rows) {
            const std::uint32_t index = size32(regions_.size());
            region_rows_[row[0]] = index;
            regions_.push_back({text_.add(row[0]), text_.add(row[1])});
            add_name_and_bare(row[1], blob::Kind::region, index);
            for (const std::string& also : parts_of(row[2]))
                add_name(also, blob::Kind::region, index, blob::Form::short_form);
        }
    }

    void read_departements(std::vector<Fields> rows) {
        std::sort(rows.begin(), rows.end());
        for (const Fields& row : rows) {
            const std::uint32_t index = size32(departements_.size());
            const auto is_capital = [&](const Fields& commune) { return commune[0] == row[3]; };
            const auto capital = std::find_if(communes_read_.begin(), communes_read_.end(), is_capital);
            departement_rows_[row[0]] = index;
            departements_.push_back({text_.add(row[0]), text_.add(row[1]), communes_of_departement(row[0]),
                                     row[2].empty() ? blob::nothing : row_of(region_rows_, row[2]),
                                     capital == communes_read_.end()
                                         ? blob::nothing
                                         : size32(static_cast<std::size_t>(capital - communes_read_.begin()))});
            add_name_and_bare(row[1], blob::Kind::departement, index);
        }
    }

    [[nodiscard]] blob::Range communes_of_departement(const std::string& code) const {
        const auto in = [&](const Fields& commune) { return commune[4] == code; };
        const auto first = std::find_if(communes_read_.begin(), communes_read_.end(), in);
        const auto last = std::find_if_not(first, communes_read_.end(), in);
        if (std::any_of(last, communes_read_.end(), in)) throw std::runtime_error("scattered département " + code);
        return {size32(static_cast<std::size_t>(first - communes_read_.begin())),
                size32(static_cast<std::size_t>(last - first))};
    }

    void read_epcis() {
        std::map<std::string, std::pair<std::string, std::vector<std::uint32_t>>> found;
        for (std::size_t row = 0; row < communes_read_.size(); ++row) {
            if (communes_read_[row][6].empty()) continue;
            auto& [name, members] = found[communes_read_[row][6]];
            name = communes_read_[row][7];
            members.push_back(size32(row));
        }
        for (const auto& [siren, named] : found) {
            const auto& [name, members] = named;
            const std::uint32_t index = size32(epcis_.size());
            epci_rows_[siren] = index;
            epcis_.push_back({static_cast<std::uint32_t>(std::stoul(siren)),
                              text_.add(name),
                              {size32(epci_members_.size()), size32(members.size())}});
            epci_members_.insert(epci_members_.end(), members.begin(), members.end());
            // "CC du Val d'Essonne (CCVE)" is also called without the bracket.
            for (const std::string& said : {name, name.substr(0, name.find('('))})
                add_epci_name(fold::place(said), index);
        }
    }

    void add_epci_name(const std::string& folded, std::uint32_t index) {
        add_key(folded, blob::Kind::epci, index, blob::Form::name);
        const Designated first = designated(folded);
        if (first.said == Said::epci) add_key(first.rest, blob::Kind::epci, index, blob::Form::short_form);
        add_key(epci_core(folded), blob::Kind::epci, index, blob::Form::core);
    }

    void read_communes() {
        for (const Fields& row : communes_read_) {
            const std::uint32_t index = size32(communes_.size());
            commune_rows_[row[0]] = index;
            commune_codes_.push_back(five(row[0]));
            communes_.push_back(
                {text_.add(row[1]), row[3].empty() ? blob::nothing : static_cast<std::uint32_t>(std::stoul(row[3])),
                 degree(row[8]), degree(row[9]), static_cast<std::uint16_t>(row_of(departement_rows_, row[4])),
                 row[6].empty() ? blob::nothing16 : static_cast<std::uint16_t>(row_of(epci_rows_, row[6])),
                 postcode_range(row[2])});
            add_name_and_bare(row[1], blob::Kind::commune, index);
        }
    }

    // A former commune's name counts less than a present one's: it is no longer what a commune is called.
    void read_parts() {
        for (const Fields& row : parts_read_) {
            // The seat of a new commune has kept its code: there is nothing smaller that its old name could mean.
            if (row[0] == row[2]) {
                add_name(row[1], blob::Kind::commune, row_of(commune_rows_, row[2]), blob::Form::short_form);
                continue;
            }
            const std::uint32_t index = size32(parts_.size());
            const bool former = row[3] == "ancienne";
            const blob::Form form = former ? blob::Form::short_form : blob::Form::name;
            parts_.push_back({five(row[0]), former ? std::uint8_t{1} : std::uint8_t{0}, 0, text_.add(row[1]),
                              row_of(commune_rows_, row[2]), postcode_range(row[4])});
            add_name(row[1], blob::Kind::part, index, form);
            for (const std::string& also : parts_of(row[5])) add_name(also, blob::Kind::part, index, form);
        }
    }

    // A bend of less than ten hectares does not show on a map of a département as wide as a page.
    void read_contours(const std::vector<Fields>& rows) {
        constexpr double least_hectares = 10;
        std::vector<Contour> contours;
        for (const Fields& row : rows) contours.push_back({row_of(commune_rows_, row[0]), contour_line(row[1])});
        for (const Border& border : borders_of(contours, least_hectares)) {
            const std::vector<GroundPoint>& line = border.line;
            borders_.push_back({border.left,
                                border.right.value_or(blob::nothing),
                                tenth(line.front().x),
                                tenth(line.front().y),
                                {size32(border_steps_.size()), size32(line.size() - 1)}});
            for (std::size_t i = 1; i < line.size(); ++i)
                border_steps_.push_back(
                    {step(tenth(line[i].x) - tenth(line[i - 1].x)), step(tenth(line[i].y) - tenth(line[i - 1].y))});
        }
    }

    // Pairs of numbers: the first place, then the way from each place to the next.
    static std::vector<GroundPoint> contour_line(const std::string& field) {
        std::vector<GroundPoint> line;
        const Fields numbers = cut(field, ' ');
        GroundPoint at;
        for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
            at.x += std::stoi(numbers[i]);
            at.y += std::stoi(numbers[i + 1]);
            line.push_back(at);
        }
        if (line.size() < 3 || numbers.size() % 2 != 0) throw std::runtime_error("no contour: " + field);
        return line;
    }

    static std::int32_t tenth(std::int32_t value) { return (value + (value < 0 ? -5 : 5)) / 10; }

    static std::int16_t step(std::int32_t value) {
        if (value < -32768 || value > 32767) throw std::runtime_error("too long a step of a border");
        return static_cast<std::int16_t>(value);
    }

    void finish_names() {
        for (const auto& [key, form] : keys_) {
            const auto& [text, kind, row] = key;
            const blob::Text at = text_.add(text);
            names_.push_back({at.at, static_cast<std::uint16_t>(at.size), kind, form, row});
        }
    }

    std::vector<Fields> communes_read_;
    std::vector<Fields> parts_read_;
    Rows postcode_rows_, region_rows_, departement_rows_, epci_rows_, commune_rows_;
    std::map<std::tuple<std::string, blob::Kind, std::uint32_t>, blob::Form> keys_;
    TextPool text_;
    std::vector<blob::Five> commune_codes_;
    std::vector<blob::Commune> communes_;
    std::vector<blob::Five> postcodes_;
    std::vector<blob::Range> postcode_ranges_;
    std::vector<std::uint32_t> postcode_communes_;
    std::vector<std::uint32_t> commune_postcodes_;
    std::vector<blob::Part> parts_;
    std::vector<blob::Epci> epcis_;
    std::vector<std::uint32_t> epci_members_;
    std::vector<blob::Departement> departements_;
    std::vector<blob::Region> regions_;
    std::vector<blob::Name> names_;
    std::vector<blob::Border> borders_;
    std::vector<blob::Step> border_steps_;
};

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::fputs("usage: make_tables DATA_FOLDER OUTPUT\n", stderr);
        return 2;
    }
    try {
        Maker maker;
        maker.read(arguments[1]);
        const std::string bytes = maker.bytes();
        std::ofstream file(arguments[2], std::ios::binary);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (!file.flush()) throw std::runtime_error(std::string("cannot write ") + arguments[2]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "make_tables: %s\n", error.what());
        return 1;
    }
    return 0;
}
