// Whom a mail goes to: the options that say it, and what they mean.
#include <array>
#include <optional>

#include "base/did_you_mean.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "letters/recipients.hpp"
#include "mail.hpp"
#include "meeting.hpp"
#include "meetings/invitations.hpp"
#include "notebook.hpp"
#include "query/filter.hpp"
#include "query/today.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> say_to_whom{"à qui écrire ?", "write to whom?"};
constexpr Phrase<> use_to{"dire quels partenaires : --to \"theme:logement in:Fumel\", ou --to \"\" pour tous",
                          "say which partners: --to \"theme:housing in:Fumel\", or --to \"\" for all of them"};
constexpr Phrase<> use_one{
    "dire l'un de : --to \"theme:logement in:Fumel\" (\"\" pour tous), --meeting, --cafe, --list",
    "give exactly one of --to \"theme:housing in:Fumel\" (\"\" for all), --meeting, --cafe, --list"};
constexpr Phrase<std::string, std::string> not_both{"choisir {} ou {}, pas les deux", "choose {} or {}, not both"};
constexpr Phrase<std::string, std::string> goes_with{"{} ne va qu'avec {}", "{} only goes with {}"};
constexpr Phrase<> network_invites_nobody{"seul un café dit qui il invite, pas le réseau entier",
                                          "only a café says whom it invites, not the whole network"};
constexpr Phrase<std::string> invites_nobody{"le café {} ne dit pas qui il invite",
                                             "café {} does not say whom it invites"};
constexpr Phrase<std::string> write_invite{"l'écrire dans cafes/{}.yaml, par exemple invite: \"in:Fumel\"",
                                           "write it in cafes/{}.yaml, for example invite: \"in:Fumel\""};
constexpr Phrase<std::string, Words> in_invite{"cafes/{}.yaml, invite : {}", "cafes/{}.yaml, invite: {}"};
constexpr Phrase<std::string> no_invitations{"aucune invitation notée pour {}", "no invitation on record for {}"};
constexpr Phrase<std::string, std::string> no_invitations_yet{
    "aucune invitation notée pour {} ; --cafe {} dit qui le café invite",
    "no invitation on record for {}; --cafe {} says whom the café invites"};
constexpr Phrase<std::string, std::string> invites_by{"aucune invitation notée pour {0} ; qui elle invite : --to '{1}'",
                                                      "no invitation on record for {0}; whom it invites: --to '{1}'"};
constexpr Phrase<std::string> unknown_list{"liste inconnue : {}", "unknown list: {}"};
constexpr Phrase<std::string> lists_are{"choisir parmi : {}", "choose from: {}"};
constexpr Phrase<> write_lists{"aucune personne n'est sur une liste : les écrire dans sa fiche, lists: [élus]",
                               "nobody is on a list: write them in the person's record, lists: [councillors]"};
constexpr Noun left_out{"laissé de côté", "laissés de côté", "left out", "left out"};
constexpr Phrase<Words, std::string> why_hint{"{0} ({1})", "{0} ({1})"};
constexpr Phrase<> use_why{"--why dit qui et pourquoi", "--why says who and why"};

constexpr std::array<std::string_view, 4> sources{"--to", "--meeting", "--cafe", "--list"};
constexpr std::array<std::string_view, 5> parts{"invited", "no-reply", "coming", "present", "excused"};
// The fiches that a query lets through.
Result<meetings::Mailing> to_query(const World& world, const store::Catalog& catalog, const std::string& query,
                                   meetings::OnePer one_per) {
    const std::vector<std::string> words{query};
    const auto ids = query::filter(query::with_today(words, today(world)), catalog, model::RecordKind::partner,
                                   "cafe mail list --to");
    if (!ids) return ids.error();
    return meetings::mailing(catalog, *ids, one_per, today(world));
}

Result<meetings::Mailing> to_cafe(const World& world, const store::Catalog& catalog, const std::string& typed,
                                  meetings::OnePer one_per) {
    const auto id = resolve_cafe(catalog, typed, today(world));
    if (!id) return id.error();
    const model::Cafe* cafe = id->empty() ? nullptr : catalog.cafe(*id);
    if (id->empty()) return Error{ErrorKind::usage, network_invites_nobody(), use_to()};
    if (cafe == nullptr || cafe->invite.empty()) return Error{ErrorKind::usage, invites_nobody(*id), write_invite(*id)};
    auto mailing = to_query(world, catalog, cafe->invite, one_per);
    if (mailing) return mailing;
    return Error{mailing.error().kind, in_invite(*id, mailing.error().message), mailing.error().remedy};
}

meetings::Part part_named(std::string_view name) {
    if (name == "no-reply") return meetings::Part::no_reply;
    if (name == "coming") return meetings::Part::coming;
    if (name == "present") return meetings::Part::present;
    return name == "excused" ? meetings::Part::excused : meetings::Part::invited;
}

// A meeting may invite by a query of its own.
void say_none_on_record(World& world, const std::string& id, const model::Meeting& meeting) {
    if (!meeting.invite.empty()) return world.say(invites_by(id, utf8::printable(meeting.invite)));
    world.say(meeting.cafe.empty() ? no_invitations(id) : no_invitations_yet(id, meeting.cafe));
}

Result<meetings::Mailing> to_meeting(World& world, const store::Catalog& catalog, const Arguments& arguments) {
    const auto id = resolve_meeting(catalog, arguments.value("--meeting"), today(world));
    if (!id) return id.error();
    const model::Meeting& meeting = *catalog.meeting(*id);
    const meetings::Part part = part_named(arguments.value("--who"));
    const bool none_on_record = meeting.invitations.empty() && part != meetings::Part::present;
    if (none_on_record && part != meetings::Part::excused) say_none_on_record(world, *id, meeting);
    return meetings::mailing(catalog, meetings::addressees(meeting, part), meetings::day_of(meeting, today(world)));
}

Result<meetings::Mailing> to_list(const World& world, const store::Catalog& catalog, const std::string& name) {
    const std::vector<meetings::Addressee> people = meetings::on_list(catalog, name);
    if (!people.empty()) return meetings::mailing(catalog, people, today(world));
    const std::vector<std::string> lists = meetings::all_lists(catalog);
    const auto near = text::nearest(name, lists);
    return Error{ErrorKind::usage, unknown_list(utf8::printable(name)),
                 lists.empty() ? write_lists()
                 : near        ? did_you_mean(*near)
                               : lists_are(text::join(lists, ", "))};
}

}  // namespace

std::optional<Error> misuse_of_sources(const Arguments& arguments) {
    std::vector<std::string> given;
    for (const std::string_view source : sources)
        if (arguments.has(source)) given.emplace_back(source);
    if (given.empty()) return Error{ErrorKind::usage, say_to_whom(), use_one()};
    if (given.size() > 1) return Error{ErrorKind::usage, not_both(given[0], given[1]), {}};
    if (arguments.has("--who") && given[0] != "--meeting")
        return Error{ErrorKind::usage, goes_with("--who", "--meeting"), {}};
    if (arguments.has("--one-per") && given[0] != "--to" && given[0] != "--cafe")
        return Error{ErrorKind::usage, goes_with("--one-per", "--to, --cafe"), {}};
    return std::nullopt;
}

void say_left_out(World& world, const store::Catalog& catalog, const meetings::Mailing& mailing, bool why) {
    if (mailing.skipped.empty()) return;
    if (!why) return world.say(why_hint(count(mailing.skipped.size(), left_out), use_why().in(world.lang)));
    world.say(count(mailing.skipped.size(), left_out));
    for (const meetings::Skipped& one : mailing.skipped) {
        const bool alone = one.person.empty() || one.partner.empty();
        const std::string who = alone ? one.name : one.name + ", " + letters::partner_name(catalog, one.partner);
        const Words reason = meetings::reason_in_words(one);
        world.say(
            Words{"  " + utf8::printable(who) + " : " + reason.fr, "  " + utf8::printable(who) + ": " + reason.en});
    }
}

Result<meetings::Mailing> mailing_asked_for(World& world, const store::Catalog& catalog, const Arguments& arguments) {
    if (auto error = misuse_of_sources(arguments)) return std::move(*error);
    const auto one_per =
        arguments.value("--one-per") == "partner" ? meetings::OnePer::partner : meetings::OnePer::person;
    if (arguments.has("--meeting")) return to_meeting(world, catalog, arguments);
    if (arguments.has("--cafe")) return to_cafe(world, catalog, arguments.value("--cafe"), one_per);
    if (arguments.has("--list")) return to_list(world, catalog, arguments.value("--list"));
    return to_query(world, catalog, arguments.value("--to"), one_per);
}

std::vector<Option> mailing_options() {
    return {{"--to",
             ValueKind::text,
             {"QUESTION", "QUERY"},
             {"les partenaires concernés ; \"\" pour tous", "the partners it is about; \"\" for all"}},
            {"--meeting",
             ValueKind::meeting,
             {"RÉUNION", "REF"},
             {"les gens d'une réunion : fumel:next", "the people of a meeting: fumel:next"}},
            {"--who",
             ValueKind::choice,
             {"QUI", "WHO"},
             {"avec --meeting : invited (invités, par défaut), no-reply (sans réponse), coming (viennent), "
              "present (étaient là) ou excused (excusés)",
              "with --meeting: invited (default), no-reply, coming, present or excused"},
             {parts.begin(), parts.end()}},
            {"--cafe", ValueKind::cafe, {"CAFÉ", "CAFE"}, {"ceux qu'un café invite", "those whom a café invites"}},
            {"--list",
             ValueKind::mailing_list,
             {"LISTE", "LIST"},
             {"les personnes d'une liste (champ lists)", "the people of a list (field lists)"}},
            {"--one-per",
             ValueKind::choice,
             {"person|partner", "person|partner"},
             {"avec --to ou --cafe : chaque personne de la fiche, ou une seule par partenaire (le référent d'abord)",
              "with --to or --cafe: each person of the fiche, or one per partner (the referent first)"},
             {"person", "partner"}}};
}

}  // namespace cafe::cmd
