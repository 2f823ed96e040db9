// `cafe orient read`: answers that came by mail, each confirmed before it is written.
#include <algorithm>
#include <iterator>

#include "asking.hpp"
#include "base/utf8.hpp"
#include "notebook.hpp"
#include "orient.hpp"
#include "orient/replies.hpp"
#include "orient/status.hpp"

namespace cafe::cmd {

namespace {

using orient::Event;
using orient::Reply;

constexpr std::size_t largest_mail = std::size_t{64} * 1024 * 1024;

constexpr Phrase<> no_reply{"aucune réponse lue : l'objet d'une réponse porte sa référence, [K7QF2M-8]",
                            "no reply read: the subject of a reply bears its reference, [K7QF2M-8]"};
constexpr Phrase<std::string> not_in_journal{"{} : pas dans votre journal, laissée", "{}: not in your journal, left"};
constexpr Phrase<std::string, Words> is_closed{"{0} : close ({1}), laissée", "{0}: closed ({1}), left"};
constexpr Phrase<std::string, std::string, std::string> not_theirs{"{0} : {1} n'est pas une adresse de {2}, laissée",
                                                                   "{0}: {1} is no mailbox of {2}, left"};
constexpr Phrase<std::string, std::string> other_words{
    "{0} : « {1} » est à lire vous-même ; pour le noter : cafe orient {0} ÉVÉNEMENT",
    "{0}: '{1}' is for you to read; to note it: cafe orient {0} EVENT"};
constexpr Phrase<std::string, Words, std::string> proposes{"{0} : {1}, dit {2}", "{0}: {1}, says {2}"};
constexpr Phrase<> write_it{"  Le noter ? [o/N] ", "  Note it? [y/N] "};
constexpr Phrase<> not_written{"  rien n'est noté ; --yes pour le noter", "  nothing is noted; --yes to note it"};
constexpr Phrase<> noted{"  noté", "  noted"};
constexpr Phrase<> noted_already{"  c'est déjà noté", "  recorded already"};

Words words_of(const Event& event) {
    orient::State state;
    state.is = event.is;
    state.why = event.why;
    return orient::in_words(state);
}

// Why a reply is left, or nothing.
std::optional<Words> left(const World& world, const store::Catalog& catalog, orient::Years& years, const Reply& reply) {
    const orient::Orientation* found = orient::find(years, reply.ref);
    if (found == nullptr) return not_in_journal(reply.ref);
    const orient::State state = orient::state_of(*found, today(world));
    if (state.closed) return is_closed(reply.ref, orient::in_words(state));
    const std::string partner = orient::parts_of(found->to).first;
    const auto boxes = orient::mailboxes_of(catalog, partner, today(world));
    if (!std::binary_search(boxes.begin(), boxes.end(), reply.from))
        return not_theirs(reply.ref, utf8::one_line(reply.from), destination(catalog, partner));
    if (!reply.event) return other_words(reply.ref, reply.words);
    return std::nullopt;
}

struct Written {
    bool added = false;
    orient::Orientation orientation;  ///< as it stands now; without a reference where it is left
};

// Under the lock everything is looked at again: another command may have closed it since.
Result<Written> write(World& world, const OpenJournal& open, const Reply& reply) {
    Written written;
    const auto done = orient::change_years(world.disk, open.folder, [&](orient::Years& years) -> Result<Done> {
        if (left(world, open.catalog, years, reply)) return Done{};
        Event event = *reply.event;
        event.on = today(world);
        orient::Orientation& found = *orient::find(years, reply.ref);
        written.added = add_event(found, event);
        written.orientation = found;
        return Done{};
    });
    if (!done) return done.error();
    return written;
}

bool is_noted(orient::Years& years, const Reply& reply, const Date& day) {
    const auto& events = orient::find(years, reply.ref)->events;
    Event event = *reply.event;
    event.on = day;
    return std::find(events.begin(), events.end(), event) != events.end();
}

// Whether the reply was taken up or needs nobody.
Result<bool> take(World& world, const Arguments& arguments, const OpenJournal& open, const Reply& reply) {
    auto years = orient::read_years(world.disk, open.folder);
    if (!years) return years.error();
    if (const auto why = left(world, open.catalog, *years, reply)) {
        world.say(*why);
        return false;
    }
    world.out << proposes(reply.ref, words_of(*reply.event), utf8::one_line(reply.from)).in(world.lang) << "\n";
    if (is_noted(*years, reply, today(world))) {
        world.say(noted_already());
        return true;
    }
    bool yes = arguments.has("--yes");
    if (!yes && !arguments.has("--dry-run") && world.ask) {
        const auto answer = ask_yes(world, write_it(), false);
        yes = answer.value_or(false);
    }
    if (!yes || arguments.has("--dry-run")) {
        world.say(not_written());
        return false;
    }
    const auto written = write(world, open, reply);
    if (!written) return written.error();
    world.say(written->added ? noted() : noted_already());
    if (reply.event->is == orient::Is::refused && !written->orientation.ref.empty())
        world.out << next_best(world, open.catalog, written->orientation);
    return true;
}

Result<int> run_orient_read(World& world, const Arguments& arguments) {
    const auto open = open_journal(world, arguments.has("--dry-run"));
    if (!open) return open.error();
    bool any = false;
    bool all_taken = true;
    for (const std::string& file : arguments.words) {
        std::string bytes;
        if (file == "-") {
            bytes.assign(std::istreambuf_iterator<char>(world.in), {});
        } else {
            auto read = world.disk.read(file, largest_mail);
            if (!read) return read.error();
            bytes = std::move(*read);
        }
        for (const Reply& reply : orient::replies_in(bytes)) {
            any = true;
            const auto taken = take(world, arguments, *open, reply);
            if (!taken) return taken.error();
            all_taken = all_taken && *taken;
        }
    }
    if (!any) world.say(no_reply());
    return any && all_taken ? 0 : 1;
}

}  // namespace

const Command& orient_read_command() {
    static const Command command{
        .name = "orient read",
        .group = Group::meet,
        .summary = {"noter les réponses des structures reçues par mail",
                    "note the answers of organisations that came by mail"},
        .arguments = {"FICHIER…", "FILE…"},
        .least = 1,
        .options = {{"--yes", ValueKind::none, {}, {"noter sans le demander", "note without asking"}},
                    dry_run_of_journal()},
        .about =
            {"L'objet porte la référence et quelques mots : [K7QF2M-8] liste d'attente. La réponse est montrée, et "
             "notée une fois confirmée ; jamais pour une référence inconnue ou close, ni d'une autre adresse que "
             "celles de la structure à qui l'on a demandé. Rien d'autre du message n'est lu ni gardé.",
             "The subject bears the reference and a few words: [K7QF2M-8] waiting list. The answer is shown, and "
             "noted once it is confirmed; never for a reference that is unknown or closed, nor from another "
             "mailbox than those of the organisation that was asked. Nothing else of the message is read or kept."},
        .examples = {{"cafe orient read reponse.eml", {"montrer, puis demander", "show, then ask"}}},
        .run = run_orient_read,
        .word = ValueKind::file,
    };
    return command;
}

}  // namespace cafe::cmd
