#include "meeting_commands.hpp"
#include "notebook.hpp"
#include "view/kit.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> not_a_fiche{"{} n'est pas une fiche partenaire", "{} is not a partner record"};

Result<int> run_form(World& world, const Arguments& arguments) {
    const auto catalog = open_catalog(world, {facts::Reader::partners, false});
    if (!catalog) return catalog.error();
    std::string id;
    if (!arguments.words.empty()) {
        const auto ref = resolve(*catalog, arguments.words.front(), true, today(world));
        if (!ref) return ref.error();
        if (ref->kind != model::RecordKind::partner)
            return Error{ErrorKind::reference, not_a_fiche(store::name_of(*ref)), {}};
        id = ref->id;
    }
    const Lang lang = catalog->settings().language == "en" ? Lang::en : Lang::fr;
    for (const auto& [label, value] : view::paper_form(*catalog, id, lang)) {
        std::string line = label + (lang == Lang::fr ? " : " : ": ") + value;
        while (line.ends_with(' ')) line.pop_back();
        world.out << line << '\n';
        if (id.empty()) world.out << '\n';
    }
    return 0;
}

}  // namespace

const Command& form_command() {
    static const Command command{
        .name = "form",
        .group = Group::ask,
        .summary = {"une fiche de papier, vierge ou remplie", "a record on paper, blank or filled in"},
        .arguments = {"[FICHE]", "[REF]"},
        .most = 1,
        .about =
            {"Les lignes d'une fiche partenaire, dans la langue du carnet, à imprimer et à remplir à la main ; avec "
             "une fiche, ce que le réseau en sait, à relire. Ce que les partenaires ne doivent pas lire n'y est "
             "pas.",
             "The lines of a partner's record, in the notebook's language, to print and fill in by hand; with a "
             "record, what the network knows of it, to look through. What the partners are not to read is not in "
             "it."},
        .examples = {{"cafe form", {"une fiche vierge", "a blank one"}},
                     {"cafe form ccas-fumel", {"celle du CCAS, à relire", "the CCAS's, to look through"}}},
        .run = run_form,
        .word = ValueKind::reference,
    };
    return command;
}

}  // namespace cafe::cmd
