#include "meeting_change.hpp"

#include "notebook.hpp"
#include "store/layout.hpp"
#include "store/read.hpp"
#include "yaml/parse.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> is_approved{
    "le compte rendu de {} est approuvé : seules ses questions et ses actions se "
    "referment encore",
    "the minutes of {} are approved: only its questions and actions are still "
    "closed"};
constexpr Phrase<std::string> reopen{"pour le corriger : cafe set {} approved=",
                                     "to correct them: cafe set {} approved="};
constexpr Phrase<> noted_already{"c'est déjà noté", "recorded already"};

}  // namespace

Result<Done> not_approved(const store::Catalog& catalog, const std::string& meeting) {
    const model::Meeting* record = catalog.meeting(meeting);
    if (record == nullptr || !record->approved) return Done{};
    return Error{ErrorKind::usage, is_approved(meeting), reopen(meeting)};
}

Result<Done> add_edits(const OpenNotebook& notebook, const std::string& meeting, const std::vector<edit::Edit>& edits,
                       Change& change) {
    const store::Source* source = source_of(notebook.book, meeting);
    auto text = edit::apply(*source, edits);
    if (!text) return text.error();
    change.files.push_back({source->path, source->text, std::move(*text)});
    return Done{};
}

Result<int> change_meeting(World& world, const Arguments& arguments, const OpenNotebook& notebook,
                           const std::string& meeting, const std::vector<edit::Edit>& edits, Words said) {
    Change change;
    change.id = meeting;
    change.said = std::move(said);
    change.unchanged = noted_already();
    if (const auto added = add_edits(notebook, meeting, edits, change); !added) return added.error();
    if (const auto checked = check_change(notebook.book, change.files, Keys::known); !checked) return checked.error();
    return finish_change(world, arguments, notebook.book, std::move(change));
}

model::Meeting meeting_after(const Change& change, const std::string& meeting) {
    const std::string path = store::path_of({model::RecordKind::meeting, meeting});
    for (const store::FileChange& file : change.files) {
        if (file.path != path || !file.after) continue;
        const yaml::Parsed parsed = yaml::parse(*file.after, file.path);
        if (parsed.root) return store::read<model::Meeting>(*parsed.root, model::meeting_shape());
    }
    return {};
}

}  // namespace cafe::cmd
