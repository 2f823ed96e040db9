// A text in the person's own editor, until it is right or given up. What was typed is never thrown away unasked.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "world.hpp"

namespace cafe::cmd {

/// The words of the editor's command line: $CAFE_EDITOR, $GIT_EDITOR, git's core.editor, $VISUAL (not on a dumb
/// terminal), $EDITOR; the first that says something. Where none does, on a terminal, vi. Arguments are cut as a shell
/// cuts them, and no shell is asked: what only a shell could do is an Error of kind usage.
Result<std::vector<std::string>> editor(World& world, const std::string& root);

/// Whether a text may be written. It shows what it finds on stderr; the Error is the last line.
using Accept = std::function<Result<Done>(const std::string& text)>;

struct Draft {
    std::string root;           ///< of the notebook
    std::string name;           ///< of the draft's file: "partners-ccas-fumel.yaml"
    std::string text;           ///< what the editor opens with, when no draft was kept
    bool same_is_fine = false;  ///< a text that was only looked at is accepted too (a new record)
};

/// Opens the editor on a draft, and again when `accept` refuses and the person wants to. A draft that was kept is
/// taken up again. The text that was accepted; its draft stands until `forget_draft`. Nothing when nothing changed, the
/// draft was emptied or given up: that was said. An Error of kind conflict when the draft is kept for later; it says
/// where.
Result<std::optional<std::string>> edit_text(World& world, const Draft& draft, const Accept& accept);

/// Removes a draft once its text is written.
Result<Done> forget_draft(World& world, const Draft& draft);

/// The Error of a change that could not be written, with the place of the draft as its remedy.
Error with_draft_kept(World& world, const Draft& draft, const Error& error);

}  // namespace cafe::cmd
