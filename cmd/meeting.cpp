#include "meeting.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "base/did_you_mean.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "command.hpp"
#include "facts/erased.hpp"
#include "facts/release.hpp"
#include "meetings/attendance.hpp"
#include "meetings/event.hpp"
#include "meetings/naming.hpp"
#include "meetings/planning.hpp"
#include "meetings/who_comes.hpp"
#include "model/fields.hpp"
#include "model/values.hpp"
#include "notebook.hpp"
#include "query/lexicon.hpp"
#include "view/minutes.hpp"
#include "view/wording.hpp"

namespace cafe::cmd {

namespace {

using model::RecordKind;

constexpr Phrase<std::string> no_meeting{"« {} » n'est pas une réunion", "'{}' is not a meeting"};
constexpr Phrase<std::string> no_cafe{"« {} » n'est pas un café", "'{}' is not a café"};
constexpr Phrase<std::string> next_or_last{"pour un café : {0}:next (la prochaine) ou {0}:last (la dernière)",
                                           "of a café: {0}:next or {0}:last"};
constexpr Phrase<> see_meetings{"« cafe meeting list » les montre toutes", "'cafe meeting list' shows them all"};
constexpr Phrase<std::string> cafes_are{"choisir parmi : {}", "choose from: {}"};
constexpr Phrase<std::string> no_theme{"thème inconnu : {}", "unknown theme: {}"};
constexpr Phrase<std::string> nobody_so{"« {} » n'est ni une personne ni un partenaire du carnet",
                                        "'{}' is neither a person nor a partner of the notebook"};
constexpr Phrase<> see_themes{"« cafe list themes » les montre tous", "'cafe list themes' shows them all"};

constexpr facts::Disclosure own{facts::Reader::own, false};

constexpr Label id_title{"identifiant", "id"};
constexpr Label date_title{"date", "date"};
constexpr Label name_title{"réunion", "meeting"};
constexpr Label status_title{"état", "status"};
constexpr Label people_title{"présents", "present"};
constexpr Label answers_title{"réponses", "replies"};

// How many came; nothing where neither names nor a count were kept.
std::string people(const model::Meeting& meeting) {
    const int all = meetings::how_many_came(meeting);
    return all == 0 ? std::string() : std::to_string(all);
}

// Who comes to a meeting that nobody has been to yet.
std::string answers_to(const model::Meeting& meeting, Lang lang) {
    if (meeting.status == "held" || meeting.status == "cancelled" || meetings::how_many_came(meeting) > 0) return {};
    return meetings::in_words(meetings::who_comes(meeting)).in(lang);
}

// With the folder's name before it a REF can only mean a record of that kind.
Result<store::Ref> resolve_in(std::string_view folder, RecordKind kind, const store::Catalog& catalog,
                              const std::string& typed, const Date& day) {
    const std::string name(text::trim(typed));
    if (model::is_id(name)) {
        const store::Ref ref{kind, name};
        const auto& unreadable = catalog.unreadable_records();
        if (catalog.tree(ref) != nullptr || std::binary_search(unreadable.begin(), unreadable.end(), ref))
            return resolve(catalog, std::string(folder) + "/" + name, false, day);
    }
    return resolve(catalog, typed, true, day);
}

}  // namespace

Result<std::string> resolve_meeting(const store::Catalog& catalog, const std::string& typed, const Date& day) {
    auto ref = resolve_in("meetings", RecordKind::meeting, catalog, typed, day);
    if (!ref) {
        Error error = ref.error();
        if (Date::parse(std::string_view(typed).substr(0, 10))) error.remedy = see_meetings();
        return error;
    }
    if (ref->kind == RecordKind::meeting) return std::move(ref->id);
    return Error{ErrorKind::reference, no_meeting(utf8::printable(typed)),
                 ref->kind == RecordKind::cafe ? next_or_last(ref->id) : see_meetings()};
}

Result<std::string> resolve_cafe(const store::Catalog& catalog, const std::string& typed, const Date& day) {
    if (typed == meetings::whole_network) return std::string();
    auto ref = resolve_in("cafes", RecordKind::cafe, catalog, typed, day);
    if (ref && ref->kind == RecordKind::cafe) return std::move(ref->id);
    std::vector<std::string> ids;
    for (const auto& entry : catalog.cafes()) ids.push_back(entry.id);
    ids.emplace_back(meetings::whole_network);
    const Words remedy = cafes_are(text::join(ids, ", "));
    if (!ref) return Error{ref.error().kind, ref.error().message, remedy};
    return Error{ErrorKind::reference, no_cafe(utf8::printable(typed)), remedy};
}

Result<std::string> resolve_theme(const store::Catalog& catalog, const std::string& typed) {
    const query::Lexicon lexicon(catalog);
    std::vector<std::string> ids = lexicon.ids(query::MeaningKind::theme, typed);
    if (!ids.empty()) return std::move(ids.front());
    const auto near = catalog.vocabulary().nearest(model::VocabularyKind::themes, typed);
    return Error{ErrorKind::usage, no_theme(utf8::printable(typed)), near ? did_you_mean(*near) : see_themes()};
}

yaml::Node mapping_before(const std::vector<std::pair<std::string, std::string>>& texts, const yaml::Node& rest) {
    yaml::Node mapping;
    mapping.kind = yaml::Kind::mapping;
    for (const auto& [key, value] : texts) {
        if (value.empty()) continue;
        yaml::Entry entry;
        entry.key.text = key;
        entry.value.kind = yaml::Kind::scalar;
        entry.value.text = value;
        mapping.entries.push_back(std::move(entry));
    }
    for (const yaml::Entry& entry : rest.entries)
        if (mapping.find(entry.key.text) == nullptr) mapping.entries.push_back(entry);
    return mapping;
}

model::Shape raised_shape(std::string_view key) {
    model::Shape shape{key, {}};
    model::Field meeting;
    meeting.key = "meeting";
    shape.fields.push_back(meeting);
    for (const std::string_view of_meeting : {"date", "cafe"})
        shape.fields.push_back(*model::meeting_shape().find(of_meeting));
    for (const std::string_view flag : {"open", "late"}) {
        model::Field field;
        field.key = flag;
        field.type = model::Type::boolean;
        field.storage = model::Storage::boolean;
        shape.fields.push_back(field);
    }
    for (const model::Field& field : model::meeting_shape().find(key)->shape().fields)
        if (field.key != "id") shape.fields.push_back(field);
    return shape;
}

std::vector<Option> item_options() {
    std::vector<Option> options{
        {"--open", ValueKind::none, {}, {"ce qui reste ouvert", "what is still open"}},
        {"--late", ValueKind::none, {}, {"ce qui tarde", "what is late"}},
        {"--cafe",
         ValueKind::cafe,
         {"CAFÉ", "CAFE"},
         {"d'un café ; reseau pour les réunions de tout le réseau",
          "of one café; reseau for meetings of the whole network"}},
        {"--theme",
         ValueKind::theme,
         {"THÈME", "THEME"},
         {"de ce thème, ou d'une réunion qui l'avait pour thème", "on this theme, or of a meeting on it"}},
    };
    options.push_back({"--who",
                       ValueKind::reference,
                       {"QUI", "WHO"},
                       {"d'une personne ou d'un partenaire", "of a person or a partner"}});
    for (Option& option : machine_options()) options.push_back(std::move(option));
    return options;
}

Result<ItemFilter> item_filter(World& world, const Arguments& arguments, const store::Catalog& catalog) {
    ItemFilter filter;
    filter.open = arguments.has("--open");
    filter.late = arguments.has("--late");
    if (arguments.has("--cafe")) {
        auto cafe = resolve_cafe(catalog, arguments.value("--cafe"), today(world));
        if (!cafe) return cafe.error();
        filter.any_cafe = false;
        filter.cafe = std::move(*cafe);
    }
    if (arguments.has("--theme")) {
        auto theme = resolve_theme(catalog, arguments.value("--theme"));
        if (!theme) return theme.error();
        filter.theme = std::move(*theme);
    }
    if (arguments.has("--who")) {
        const auto who = meetings::who_is(catalog, arguments.value("--who"));
        if (!who) return who.error();
        if (who->id().empty())
            return Error{ErrorKind::reference, nobody_so(utf8::printable(arguments.value("--who"))), {}};
        filter.who = who->id();
    }
    return filter;
}

std::string named(const store::Catalog& catalog, const std::string& written, Lang lang) {
    if (const auto erased = facts::erased_name(catalog, written)) return erased->in(lang);
    if (const auto person = facts::release_person(catalog, written, own)) return (*person)->name;
    if (const auto partner = facts::release_partner(catalog, written, own)) return (*partner)->name;
    return written;
}

Listing meetings_listing(const store::Catalog& catalog, std::vector<std::string> ids, Lang lang) {
    // The last one first: what people ask for is near today.
    std::stable_sort(ids.begin(), ids.end(), [&](const std::string& a, const std::string& b) {
        return catalog.meeting(b)->date < catalog.meeting(a)->date;
    });
    Listing listing{"cafe/list/1", &model::meeting_shape(), {}, {}};
    for (const Label& title : {id_title, date_title, name_title, status_title, people_title})
        listing.columns.push_back({std::string(title.in(lang)), {}});
    const bool awaited = std::any_of(
        ids.begin(), ids.end(), [&](const std::string& id) { return !answers_to(*catalog.meeting(id), lang).empty(); });
    if (awaited) listing.columns.push_back({std::string(answers_title.in(lang)), {}});
    for (const std::string& id : ids) {
        const auto meeting = facts::release_meeting(catalog, id, own);
        if (!meeting) continue;
        const std::string status = (*meeting)->status.empty() ? "planned" : (*meeting)->status;
        std::vector<Column>& columns = listing.columns;
        columns[0].cells.push_back(id);
        columns[1].cells.push_back((*meeting)->date ? long_date(*(*meeting)->date).in(lang) : "");
        columns[2].cells.push_back((*meeting)->title.empty() ? meetings::convener(catalog, **meeting)
                                                             : (*meeting)->title);
        columns[3].cells.push_back(view::choice_label(model::meeting_shape(), "status", status, lang));
        columns[4].cells.push_back(people(**meeting));
        if (awaited) columns[5].cells.push_back(answers_to(*catalog.meeting(id), lang));
        listing.records.push_back({id, meeting->tree()});
    }
    return listing;
}

}  // namespace cafe::cmd
