// The wrong and the right example of each rule, made into notebooks and checked: for the tests and for docs/rules.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "support/memory_disk.hpp"

namespace cafe::test {

/// One file of an example, its signs in their true form.
struct ExampleFile {
    std::string path;
    std::string text;
    std::string link_to;  ///< a link, and where it leads
};

/// An example as a Rule holds it → its files. Each begins with a comment that names it (`# people/x.yaml`; a link:
/// `# partners/x.yaml -> ../y.yaml`); without one the text is that of `partners/ccas-fumel.yaml`. What cannot be shown
/// is written in angle brackets: `<U+200B>` a character, `<0xE9>` a byte, `<a × 300>` a text so many times.
std::vector<ExampleFile> files_of_example(std::string_view example);

/// The signs in angle brackets made what they stand for.
std::string true_form(std::string_view text);

/// A small notebook that is right, in /nb: one mairie, one person, one café.
void put_small_notebook(MemoryDisk& disk);

/// An example in the small notebook.
struct ExampleCheck {
    std::vector<ExampleFile> files;
    Findings findings;
};

/// What `check` says of a wrong example, on 20 November 2026. When it says nothing of the rule, what reading the text
/// alone says (a text that came by another way than a file).
ExampleCheck check_wrong_example(const Rule& rule);

/// What `check` says of a right example. Examples show only the lines that matter: the other lines that a record needs
/// are added to each file.
ExampleCheck check_right_example(const Rule& rule);

/// The findings of a notebook in /nb.
Findings check_notebook(MemoryDisk& disk, const Date& today);

}  // namespace cafe::test
