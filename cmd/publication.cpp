#include "publication.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "check/check.hpp"
#include "store/layout.hpp"
#include "store/output_place.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string, Words> cannot_read{"{0} : {1}", "{0}: {1}"};
constexpr Phrase<Words> held_back{"rien n'est publié ni enlevé : {}", "nothing is published or removed: {}"};
constexpr Noun unreadable_noun{"fichier ne peut pas être lu", "fichiers ne peuvent pas être lus", "file cannot be read",
                               "files cannot be read"};
constexpr Phrase<> go_on{"le réparer (cafe check), ou publier sans lui : --partial",
                         "put it right (cafe check), or publish without it: --partial"};
constexpr Phrase<std::string> kept_back{"« […] » à la place de ce qui mènerait à une adresse confidentielle : {}",
                                        "'[…]' in place of what would lead to a confidential address: {}"};

constexpr std::string_view frame_file = "templates/frame.html";

}  // namespace

Result<render::HtmlFrame> frame_of(World& world, const std::string& root) {
    const std::string path = path::join(root, frame_file);
    const auto info = world.disk.info(path);
    if (!info) return info.error();
    if (!*info) return render::HtmlFrame::standard();
    const auto bytes = world.disk.read(path, store::largest_record);
    if (!bytes) return bytes.error();
    return render::HtmlFrame::read(*bytes, std::string(frame_file));
}

bool holds_back(World& world, const store::Book& book, bool partial) {
    for (const store::Ref& ref : book.unreadable) {
        const std::string file = store::path_of(ref);
        const auto reason = std::find_if(book.findings.begin(), book.findings.end(), [&](const Diagnostic& finding) {
            return finding.place.file == file && finding.rule->severity == Severity::error;
        });
        world.say(cannot_read(utf8::printable(file),
                              reason == book.findings.end()
                                  ? Words{}
                                  : Words{std::string(reason->rule->title_fr), std::string(reason->rule->title_en)}));
    }
    if (book.unreadable.empty() || partial) return false;
    world.say(held_back(count(book.unreadable.size(), unreadable_noun)));
    world.say(go_on());
    return true;
}

Result<Done> check_place(World& world, const std::string& folder, const std::string& command) {
    const auto here = world.disk.current_folder();
    if (!here) return here.error();
    return store::may_publish_into(world.disk, path::join(*here, folder), world.variable("HOME").value_or(""), command);
}

std::string listed(const std::vector<facts::Withheld>& fields) {
    constexpr std::size_t most = 12;
    std::vector<std::string> places;
    for (std::size_t i = 0; i < std::min(most, fields.size()); ++i)
        places.push_back(utf8::printable(fields[i].file) + " (" + utf8::printable(fields[i].field) + ")");
    if (fields.size() > most) places.emplace_back("…");
    return text::join(places, ", ");
}

void say_kept_back(World& world, const std::vector<facts::Withheld>& fields) {
    if (!fields.empty()) world.say(kept_back(listed(fields)));
}

}  // namespace cafe::cmd
