#include "check/mappings.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "check/rules.hpp"
#include "model/import_targets.hpp"

namespace cafe::check {

namespace {

constexpr Phrase<std::string> no_such_field{"aucun champ ne s'appelle « {} »", "no field is called '{}'"};
constexpr Phrase<> explain_fields{"cafe explain partner donne les champs ; une colonne à laisser va dans ignore",
                                  "'cafe explain partner' lists the fields; a column to leave out goes into ignore"};
constexpr Phrase<> is_proposed{"proposé d'après les mots du fichier, et pas encore relu",
                               "proposed after the words of the file, and not read yet"};
constexpr Phrase<> confirm{"corriger ce qui est faux, puis effacer « # à relire » de ces lignes",
                           "put right what is wrong, then take '# à relire' off these lines"};

// The target of a column, whether it stands alone or under `to`.
const yaml::Node* target_of(const yaml::Node& column) {
    return column.kind == yaml::Kind::mapping ? column.find("to") : &column;
}

void check_targets(const yaml::Node& columns, bool people, Report& report) {
    for (const yaml::Entry& entry : columns.entries) {
        const yaml::Node* to = target_of(entry.value);
        if (to == nullptr || to->kind != yaml::Kind::scalar || to->text.empty()) continue;
        if (model::is_import_target(to->text, people)) continue;
        const auto near = text::nearest(to->text, model::import_targets(people));
        report.add(rule::unknown_import_target, to->span, no_such_field(shown(to->text)),
                   near ? did_you_mean(*near) : explain_fields());
    }
}

}  // namespace

void check_mapping(const store::Source& source, Report& report) {
    if (source.ref.kind != model::RecordKind::mapping) return;
    const yaml::Node* as = source.tree.find("as");
    const bool people =
        as != nullptr && as->kind == yaml::Kind::scalar && (as->text == "people" || as->text == "attendance");
    if (const yaml::Node* columns = source.tree.find("columns"); columns != nullptr)
        check_targets(*columns, people, report);
    if (const std::size_t at = source.text.find(model::to_be_read); at != std::string::npos)
        report.add(rule::proposed_mapping, Span{at, at + model::to_be_read.size()}, is_proposed(), confirm());
}

}  // namespace cafe::check
