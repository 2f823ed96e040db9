#include "support/importing.hpp"

#include <fstream>
#include <sstream>

#include "intake/choose.hpp"
#include "intake/memory.hpp"
#include "support/source_folder.hpp"

namespace cafe::test {

namespace {

std::string text_of(const MemoryDisk& disk, const std::string& path) {
    return disk.get("/nb/" + path).value_or("");
}

std::unique_ptr<Imported> opened(MemoryDisk& disk, const std::string& file_name, const std::string& bytes) {
    auto imported = std::make_unique<Imported>();
    imported->book = std::move(*store::load(disk, "/nb", {1}));
    imported->territory = std::make_unique<territory::Territory>(
        store::territory_setup(imported->book.settings.value, imported->book.areas.value));
    imported->lexicon = std::make_unique<intake::Lexicon>(imported->book, *imported->territory);
    auto read = intake::read_file(file_name, bytes);
    if (!read) throw std::runtime_error(read.error().message.en);
    imported->read = std::move(*read);
    return imported;
}

}  // namespace

bool Imported::says(std::string_view words) const {
    for (const Words& note : plan.notes)
        if (note.fr.find(words) != std::string::npos) return true;
    return false;
}

const intake::RowReport* Imported::row(std::size_t line) const {
    for (const intake::RowReport& report : plan.rows)
        if (report.row->row->line == line) return &report;
    return nullptr;
}

ImportNotebook::ImportNotebook() {
    disk.put("/nb/cafe.yaml", "name: Carnet d'essai\ndepartments: [\"47\"]\n");
}

std::string ImportNotebook::draft(const std::string& file_name, const std::string& bytes) {
    const auto imported = opened(disk, file_name, bytes);
    const auto table = intake::table_for(imported->read.tables, "", nullptr);
    const intake::As as =
        imported->read.format == intake::Format::vcard ? intake::As::people : intake::rows_are(**table);
    const intake::Draft draft = intake::draft(**table, file_name, as, imported->book, *imported->lexicon, Lang::fr);
    disk.put("/nb/imports/" + draft.name + ".yaml", draft.text);
    return draft.name;
}

std::unique_ptr<Imported> ImportNotebook::import(const std::string& mapping, const std::string& file_name,
                                                 const std::string& bytes, intake::Mode mode, bool write) {
    auto imported = opened(disk, file_name, bytes);
    const auto* record = store::find(imported->book.mappings, mapping);
    if (record == nullptr) throw std::runtime_error("no mapping " + mapping);
    imported->table = *intake::table_for(imported->read.tables, record->value.sheet, &record->value);
    intake::Request request;
    request.name = mapping;
    request.mode = mode;
    request.as = intake::as_of(record->value.as);
    request.today = today;
    request.digest = intake::hash_of(bytes);
    imported->rows = intake::become(*imported->table, record->value, *imported->lexicon, request.as);
    intake::Files files{
        text_of(disk, intake::memory_path(mapping)), text_of(disk, intake::conflicts_path(mapping)), {}};
    for (const auto& other : imported->book.mappings)
        if (other.id != mapping && other.value.source == record->value.source)
            files.others.push_back(text_of(disk, intake::memory_path(other.id)));
    auto plan = intake::plan_of(imported->book, *imported->table, record->value, imported->rows, *imported->lexicon,
                                request, files);
    if (!plan) throw std::runtime_error(plan.error().message.en);
    imported->plan = std::move(*plan);
    if (write)
        for (const store::FileChange& file : imported->plan.files) {
            if (file.after)
                disk.put("/nb/" + file.path, *file.after);
            else
                disk.erase("/nb/" + file.path);
        }
    return imported;
}

std::unique_ptr<Imported> ImportNotebook::first(const std::string& file_name, const std::string& bytes) {
    return import(draft(file_name, bytes), file_name, bytes);
}

std::string sample(const std::string& name) {
    std::ifstream in(source_folder("tests/import/" + name), std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

}  // namespace cafe::test
