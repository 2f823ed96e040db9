// Fuzzes imports: the bytes of a file become tables, a mapping is drafted for them, and what the import would write are
// records that can be read, in places that are theirs. What an import remembers is read back as it was written.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "intake/choose.hpp"
#include "intake/draft.hpp"
#include "intake/lexicon.hpp"
#include "intake/memory.hpp"
#include "intake/plan.hpp"
#include "intake/read_file.hpp"
#include "store/book.hpp"
#include "store/catalog.hpp"
#include "support/memory_disk.hpp"
#include "yaml/parse.hpp"

namespace {

using namespace cafe;

void require(bool holds) {
    if (!holds) std::abort();
}

const store::Book& notebook() {
    static const store::Book book = [] {
        test::MemoryDisk disk;
        disk.put("/n/cafe.yaml", "name: Essai\ndepartments: [\"47\"]\n");
        disk.put("/n/partners/ccas-fumel.yaml",
                 "name: CCAS de Fumel\nkind: ccas-cias\nthemes: [logement]\nterritory: [Fumel]\n"
                 "phones: [05 36 49 20 01]\ncontacts: [marie-delmas]\n");
        disk.put("/n/people/marie-delmas.yaml", "name: Marie Delmas\nemails: [marie@example.org]\n");
        return std::move(*store::load(disk, "/n", {1}));
    }();
    return book;
}

const territory::Territory& territory_of_notebook() {
    static const territory::Territory territory(
        store::territory_setup(notebook().settings.value, notebook().areas.value));
    return territory;
}

// It keeps what it looked up: a long run starts anew from time to time.
const intake::Lexicon& lexicon() {
    constexpr int many = 2000;
    static std::unique_ptr<intake::Lexicon> lexicon;
    static int asked = 0;
    if (asked++ % many == 0) lexicon = std::make_unique<intake::Lexicon>(notebook(), territory_of_notebook());
    return *lexicon;
}

void remembered(std::string_view text) {
    const intake::Memory memory = intake::read_memory(text);
    require(intake::read_memory(intake::write_memory(memory)) == memory);
    const auto conflicts = intake::read_conflicts(text);
    require(intake::read_conflicts(intake::write_conflicts(conflicts)) == conflicts);
}

void written(const store::Changes& files) {
    for (const store::FileChange& file : files) {
        require(path::is_beneath(file.path));
        if (file.after && file.path.ends_with(".yaml")) require(yaml::parse(*file.after, file.path).root.has_value());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    remembered(bytes);
    const auto read = intake::read_file("stdin", bytes);
    if (!read) {
        require(!read.error().message.fr.empty() && !read.error().message.en.empty());
        return 0;
    }
    const auto table = intake::table_for(read->tables, "", nullptr);
    if (!table) return 0;
    const intake::As as = read->format == intake::Format::vcard ? intake::As::people : intake::rows_are(**table);
    const intake::Draft draft = intake::draft(**table, "liste.csv", as, notebook(), lexicon(), Lang::fr);
    require(yaml::parse(draft.text, "imports/liste.yaml").root.has_value());
    const intake::Rows rows = intake::become(**table, draft.mapping, lexicon(), as);
    if (as == intake::As::attendance) return 0;
    intake::Request request;
    request.name = draft.name;
    request.as = as;
    request.today = *Date::of(2026, 11, 23);
    request.digest = intake::hash_of(bytes);
    const auto plan = intake::plan_of(notebook(), **table, draft.mapping, rows, lexicon(), request, {});
    if (plan) written(plan->files);
    return 0;
}
