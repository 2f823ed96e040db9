// `cafe orient counts`: the numbers of a quarter that may leave the journal, and those of several people added up.
#include "base/utf8.hpp"
#include "change.hpp"
#include "notebook.hpp"
#include "orient.hpp"
#include "orient/counting.hpp"
#include "orient/papers.hpp"
#include "orient/status.hpp"
#include "store/needs.hpp"
#include "store/whole_file.hpp"

namespace cafe::cmd {

namespace {

using model::Needs;

constexpr Phrase<std::string> no_quarter{"« {} » n'est pas un trimestre", "'{}' is no quarter"};
constexpr Phrase<> form_of_one{"comme ceci : 2026-Q3", "like this: 2026-Q3"};
constexpr Phrase<> which_quarter{"quel trimestre ?", "which quarter?"};
constexpr Phrase<> which_files{"quels fichiers ajouter ?", "which files to add?"};
constexpr Phrase<> name_files{"cafe orient counts --add collegue.yaml", "cafe orient counts --add colleague.yaml"};
constexpr Phrase<> one_quarter{"un trimestre à la fois ; --add additionne des fichiers",
                               "one quarter at a time; --add adds up files"};
constexpr Phrase<Words> not_over{"{} : ce n'est pas fini, et un trimestre n'est compté qu'une fois",
                                 "{}: it is not over, and a quarter is counted once only"};
constexpr Phrase<Words> from_then_on{"à partir du {}", "from {} on"};
constexpr Phrase<Words> too_few{
    "{} : moins de cinq orientations dans votre journal ; il n'en sort aucun nombre, on y reconnaîtrait quelqu'un",
    "{}: fewer than five referrals in your journal; no number leaves it, somebody could be recognised"};
constexpr Phrase<std::string> counted_already{
    "{} est déjà compté : le compter une autre fois ferait reconnaître quelqu'un à la différence",
    "{} is counted already: to count it again would tell somebody by the difference"};
constexpr Phrase<> add_instead{
    "si ce sont les nombres d'un autre : cafe orient counts TRIMESTRE -o FICHIER, puis --add FICHIER",
    "if the numbers are somebody else's: cafe orient counts QUARTER -o FILE, then --add FILE"};
constexpr Phrase<std::string, int> counted{"{0} : {1} orientations, à cinq près ; aucun nombre sous cinq",
                                           "{0}: {1} referrals, to the nearest five; no number below five"};
constexpr Phrase<std::string, int> summed{"{0} : au moins {1} orientations, à cinq près",
                                          "{0}: at least {1} referrals, to the nearest five"};
constexpr Phrase<Words> answers_may_come{
    "des réponses peuvent encore venir jusqu'au {} : elles ne seront pas dans ces nombres",
    "answers may still come until {}: they will not be among these numbers"};
constexpr Phrase<std::string> stands{"{} existe déjà", "{} exists already"};
constexpr Phrase<> other_name{"choisir un autre nom, ou l'enlever d'abord", "choose another name, or remove it first"};

constexpr std::size_t largest = store::largest_record;

Result<std::string> quarter_typed(const Arguments& arguments) {
    if (arguments.words.empty()) return Error{ErrorKind::usage, which_quarter(), form_of_one()};
    if (arguments.words.size() > 1) return Error{ErrorKind::usage, one_quarter(), {}};
    const std::string& typed = arguments.words.front();
    if (!model::is_quarter(typed)) return Error{ErrorKind::usage, no_quarter(utf8::printable(typed)), form_of_one()};
    return typed;
}

// What stands in the notebook for a quarter; nothing where it is not counted.
Result<std::optional<std::string>> standing(World& world, const std::string& root, const std::string& quarter) {
    const std::string file = path::join(root, store::needs_file(quarter));
    const auto info = world.disk.info(file);
    if (!info) return info.error();
    if (!*info) return std::optional<std::string>();
    auto text = world.disk.read(file, largest);
    if (!text) return text.error();
    return std::optional(std::move(*text));
}

Change change_of(const Needs& needs, std::optional<std::string> before) {
    Change change;
    const std::string file = store::needs_file(needs.quarter);
    change.said = (needs.at_least.value_or(false) ? summed : counted)(file, *needs.asked);
    change.files.push_back({file, std::move(before), orient::write_needs(needs)});
    return change;
}

// Elsewhere than in the notebook: on stdout, or in a file that does not stand yet.
Result<int> write_elsewhere(World& world, const Arguments& arguments, const Needs& needs) {
    const std::string file = arguments.value("-o");
    const std::string text = orient::write_needs(needs);
    if (file == "-" || arguments.has("--dry-run")) {
        world.out << text;
        return 0;
    }
    const auto info = world.disk.info(file);
    if (!info) return info.error();
    if (*info) return Error{ErrorKind::environment, stands(utf8::printable(file)), other_name()};
    if (auto done = store::put_whole(world.disk, file, text); !done) return done.error();
    world.say((needs.at_least.value_or(false) ? summed : counted)(utf8::printable(file), *needs.asked));
    return 0;
}

// ---- One's own -----------------------------------------------------------------------------------------------------

Result<int> count_own(World& world, const Arguments& arguments) {
    const auto quarter = quarter_typed(arguments);
    if (!quarter) return quarter.error();
    const auto open = open_journal(world, arguments.has("--dry-run"));
    if (!open) return open.error();
    const Words named = model::quarter_in_words(*quarter);
    const Date end = model::end_of_quarter(*quarter);
    if (today(world) < end) return Error{ErrorKind::usage, not_over(named), from_then_on(plain_date(end))};
    const auto years = orient::read_years(world.disk, open->folder);
    if (!years) return years.error();
    const auto counts = orient::counts_of(*years, *quarter, orient::themes_by(open->catalog, today(world)));
    const auto needs = orient::suppressed(counts, *quarter);
    if (!needs) {
        world.say(too_few(named));
        return 1;
    }
    const Date settled = end.plus_days(orient::days_to_expire);
    const bool early = today(world) < settled;
    if (arguments.has("-o")) {
        auto code = write_elsewhere(world, arguments, *needs);
        if (code && early) world.say(answers_may_come(plain_date(settled)));
        return code;
    }
    return change_notebook(world, arguments, [&](const store::Book& book) -> Result<Change> {
        auto before = standing(world, book.root, *quarter);
        if (!before) return before.error();
        if (*before && **before != orient::write_needs(*needs))
            return Error{ErrorKind::usage, counted_already(*quarter), add_instead()};
        Change change = change_of(*needs, std::move(*before));
        if (early) change.notes.push_back(answers_may_come(plain_date(settled)));
        return change;
    });
}

// ---- Those of several ----------------------------------------------------------------------------------------------

Result<Done> add_files(World& world, const std::vector<std::string>& files, Needs& sum) {
    for (const std::string& file : files) {
        const auto text = world.disk.read(file, largest);
        if (!text) return text.error();
        const auto more = orient::counts_in(*text, file);
        if (!more) return more.error();
        if (sum.quarter.empty()) sum.quarter = more->quarter;
        if (auto done = orient::add(sum, *more, file); !done) return done;
    }
    return Done{};
}

// The files that were typed, and the quarter where it was typed before them.
Result<std::vector<std::string>> files_typed(const Arguments& arguments, std::string& quarter) {
    std::vector<std::string> files = arguments.words;
    if (!files.empty() && model::is_quarter(files.front())) {
        quarter = files.front();
        files.erase(files.begin());
    }
    if (files.empty()) return Error{ErrorKind::usage, which_files(), name_files()};
    return files;
}

Result<Change> added(World& world, const store::Book& book, const std::vector<std::string>& files, Needs sum) {
    // The first file says the quarter, and so which file they are added to.
    Needs alone = sum;
    if (auto done = add_files(world, {files.front()}, alone); !done) return done.error();
    auto before = standing(world, book.root, alone.quarter);
    if (!before) return before.error();
    if (*before) {
        const auto read = orient::counts_in(**before, store::needs_file(alone.quarter));
        if (!read) return read.error();
        sum = *read;
    }
    if (auto done = add_files(world, files, sum); !done) return done.error();
    Change change = change_of(sum, std::move(*before));
    if (const auto checked = check_change(book, change.files); !checked) return checked.error();
    return change;
}

Result<int> add_up(World& world, const Arguments& arguments) {
    Needs sum;
    const auto files = files_typed(arguments, sum.quarter);
    if (!files) return files.error();
    if (!arguments.has("-o"))
        return change_notebook(world, arguments,
                               [&](const store::Book& book) { return added(world, book, *files, sum); });
    const auto catalog = open_catalog(world);  // settles the language
    if (!catalog) return catalog.error();
    if (auto done = add_files(world, *files, sum); !done) return done.error();
    return write_elsewhere(world, arguments, sum);
}

Result<int> run_orient_counts(World& world, const Arguments& arguments) {
    return arguments.has("--add") ? add_up(world, arguments) : count_own(world, arguments);
}

std::vector<Option> options_of_counts() {
    std::vector<Option> options{
        {"--add",
         ValueKind::none,
         {},
         {"additionner des fichiers que cette commande a écrits, d'autres personnes",
          "add up files that this command wrote, of other people"}},
        {"-o",
         ValueKind::file,
         {"FICHIER", "FILE"},
         {"écrire là plutôt que dans le carnet, - pour l'écran", "write there and not into the notebook, - for stdout"},
         {},
         false,
         "--output"}};
    for (Option& option : change_options()) options.push_back(std::move(option));
    return options;
}

}  // namespace

const Command& orient_counts_command() {
    static const Command command{
        .name = "orient counts",
        .group = Group::meet,
        .summary = {"compter les orientations d'un trimestre, sans désigner personne",
                    "count the referrals of a quarter, pointing at nobody"},
        .arguments = {"TRIMESTRE | --add FICHIER…", "QUARTER | --add FILE…"},
        .options = options_of_counts(),
        .about =
            {"Écrit needs/2026-Q3.yaml : combien par thème, par zone, par raison de refus, par délai de réponse, "
             "jamais croisés. Moins de cinq dans une case : elle rejoint « others » ; moins de cinq là encore : le "
             "tableau n'est pas écrit. Un trimestre est compté une fois, quand il est fini. --add additionne ce que "
             "plusieurs ont compté : les petits nombres y manquent, la somme veut dire « au moins ».",
             "Writes needs/2026-Q3.yaml: how many by theme, by area, by reason of refusal, by delay of the answer, "
             "never crossed. Fewer than five in a cell: it joins 'others'; fewer than five there too: the table is not "
             "written. A quarter is counted once, when it is over. --add adds up what several people counted: small "
             "numbers are missing there, the sum means 'at least'."},
        .examples = {{"cafe orient counts 2026-Q3", {"dans le carnet", "into the notebook"}},
                     {"cafe orient counts 2026-Q3 -o besoins.yaml", {"pour une collègue", "for a colleague"}},
                     {"cafe orient counts --add besoins.yaml", {"ajouter les siens", "add hers"}}},
        .run = run_orient_counts,
        .word = ValueKind::file,
    };
    return command;
}

}  // namespace cafe::cmd
