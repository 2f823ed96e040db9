// What git calls to merge a record: `cafe merge-driver %O %A %B %L %P`. Ends with 0 or 1 and nothing else.
#include <exception>

#include "base/text.hpp"
#include "command.hpp"
#include "edit/difference.hpp"
#include "merge/merge.hpp"
#include "store/layout.hpp"
#include "store/whole_file.hpp"
#include "yaml/parse.hpp"

namespace cafe::cmd {

namespace {

constexpr std::size_t largest = std::size_t{64} << 20U;

constexpr Label here{"version d'ici", "this version"};
constexpr Label there{"version reçue", "incoming version"};
constexpr Phrase<std::string, std::string> not_merged{"cafe : {0} : {1}", "cafe: {0}: {1}"};

// A record by the end of its path: the notebook may lie below the top of the repository.
std::optional<store::Ref> record_at(std::string_view path) {
    for (;;) {
        if (auto ref = store::ref_at(path)) return ref;
        const std::size_t slash = path.find('/');
        if (slash == std::string_view::npos) return std::nullopt;
        path.remove_prefix(slash + 1);
    }
}

merge::Labels labels_for(const World& world, const std::string& size) {
    merge::Labels labels{std::string(here.in(world.lang)), std::string(there.in(world.lang)), 7};
    const auto number = text::to_integer(size);
    constexpr long long most = 1000;
    if (number && *number > 0 && *number < most) labels.size = static_cast<std::size_t>(*number);
    return labels;
}

Result<Done> replace(Disk& disk, const std::string& path, const std::string& bytes) {
    const auto info = disk.info(path);
    if (!info) return info.error();
    auto done = store::put_whole(disk, path, bytes, *info ? std::optional((*info)->mode) : std::nullopt);
    if (done) return done;
    // A rename may be done and reported as failed: what stands is what git takes.
    const auto stands = disk.read(path, largest);
    return stands && *stands == bytes ? Result<Done>(Done{}) : done;
}

Result<int> run_merge_driver(World& world, const Arguments& arguments) {
    const std::vector<std::string>& words = arguments.words;
    const auto base = world.disk.read(words[0], largest);
    const auto ours = world.disk.read(words[1], largest);
    const auto theirs = world.disk.read(words[2], largest);
    // What cannot be read is left as it is, to be merged by git itself.
    constexpr int could_not_run = 126;
    for (const auto* text : {&base, &ours, &theirs})
        if (!*text) {
            world.say(not_merged(words[4], text->error().message.in(world.lang)));
            return could_not_run;
        }
    const merge::Texts texts{*base, *ours, *theirs};
    const merge::Labels labels = labels_for(world, words[3]);
    const auto ref = record_at(words[4]);
    std::string text;
    bool clean = false;
    try {
        const merge::Merge merged = ref ? merge::merge(texts, words[4], ref->kind) : merge::merge_plain(texts);
        text = merge::write(merged, texts, labels, world.lang);
        clean = merged.clean();
    } catch (const std::exception&) {
        text = merge::between_markers(*ours, *theirs, labels, nullptr);
    }
    if (const auto done = replace(world.disk, words[1], text); !done) {
        world.say(not_merged(words[4], done.error().message.in(world.lang)));
        return could_not_run;
    }
    return clean ? 0 : 1;
}

// A record line by line: each value with the way to it, so that `git diff` names the contact a line belongs to.
void lines_of(const Value& value, const edit::Meaning& meaning, const std::string& path, std::string& out) {
    if (const Map* map = value.map()) {
        for (const Member& member : *map)
            lines_of(member.value, edit::entry_of(meaning, member.key),
                     path.empty() ? member.key : path + "." + member.key, out);
        return;
    }
    if (const List* list = value.list()) {
        const edit::Meaning item = edit::item_of(meaning);
        for (std::size_t i = 0; i < list->size(); ++i) {
            if ((*list)[i].map() == nullptr && item.shape == nullptr)
                out += path + ": " + *(*list)[i].text() + "\n";
            else
                lines_of(edit::in_full((*list)[i], item), item, path + "." + edit::step_of(*list, i, meaning), out);
        }
        return;
    }
    for (const std::string_view line : text::split(*value.text(), '\n'))
        if (!line.empty()) out += path + ": " + std::string(line) + "\n";
}

Result<int> run_textconv(World& world, const Arguments& arguments) {
    const auto bytes = world.disk.read(arguments.words.front(), largest);
    if (!bytes) return bytes.error();
    const yaml::Parsed parsed = yaml::parse(*bytes, "");
    if (!parsed.root) {
        world.out << *bytes;
        return 0;
    }
    // git gives a file of its own without the record's path: the kind is the one that knows the most keys.
    const Value value = to_value(*parsed.root);
    const model::Shape* best = &model::partner_shape();
    std::size_t most = 0;
    for (const model::RecordKind kind : model::all_record_kinds) {
        const model::Shape& shape = model::shape_of(kind);
        std::size_t known = 0;
        for (const Member& member : *value.map()) known += shape.find(member.key) != nullptr ? 1 : 0;
        if (known <= most) continue;
        most = known;
        best = &shape;
    }
    std::string out;
    lines_of(value, edit::meaning_of(*best), "", out);
    world.out << out;
    return 0;
}

}  // namespace

const Command& merge_driver_command() {
    static const Command command{
        .name = "merge-driver",
        .group = Group::change,
        .summary = {"réunir trois versions d'une fiche, pour git", "merge three versions of a record, for git"},
        .arguments = {"BASE ICI LÀ-BAS TAILLE CHEMIN", "BASE OURS THEIRS SIZE PATH"},
        .least = 5,
        .most = 5,
        .run = run_merge_driver,
    };
    return command;
}

const Command& textconv_command() {
    static const Command command{
        .name = "textconv",
        .group = Group::ask,
        .summary = {"une fiche valeur par valeur, pour git diff", "a record value by value, for git diff"},
        .arguments = {"FICHIER", "FILE"},
        .least = 1,
        .most = 1,
        .run = run_textconv,
    };
    return command;
}

}  // namespace cafe::cmd
