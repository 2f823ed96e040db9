#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "command.hpp"
#include "facts/release.hpp"
#include "mail.hpp"
#include "model/values.hpp"
#include "notebook.hpp"
#include "render/labels.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> unknown_sheet{"planche inconnue : {}", "unknown sheet of labels: {}"};
constexpr Phrase<std::string> sheets_are{"choisir parmi : {}", "choose from: {}"};
constexpr Phrase<std::string, int> bad_start{"« {} » n'est pas une étiquette de la planche, de 1 à {}",
                                             "'{}' is no label of the sheet, from 1 to {}"};
constexpr Phrase<std::string> no_address{"sans adresse postale : {}", "no postal address: {}"};
constexpr Phrase<std::string> too_long{"trop long pour l'étiquette, raccourci : {}",
                                       "too long for the label, shortened: {}"};
constexpr Phrase<std::string, std::string> has_email{"a un courriel, sans étiquette : {}, {}",
                                                     "has e-mail, no label: {}, {}"};
constexpr Phrase<> nobody{"personne à qui envoyer une lettre ; --all prend aussi ceux qui ont un courriel",
                          "nobody to send a letter to; --all takes those with e-mail too"};
constexpr Phrase<std::string> attention{"À l'attention de {}", "Attn {}"};
constexpr Phrase<Words> print_whole{"{} ; imprimer à 100 %, sans ajuster à la page",
                                    "{}; print at 100 %, without fitting to the page"};
constexpr Noun label_noun{"étiquette", "étiquettes", "label", "labels"};

struct Letterbox {
    std::string id;      // the person's; empty for the partner as a whole
    std::string person;  // their name
    std::string partner;
};

// Each person gets one letter; an organisation gets one of its own only where nobody of it does.
class Letterboxes {
public:
    void add(const std::string& id, const std::string& name, const std::string& partner) {
        const auto same = [&](const Letterbox& box) { return id.empty() ? box.partner == partner : box.id == id; };
        if (std::any_of(boxes_.begin(), boxes_.end(), same)) return;
        if (!id.empty())
            std::erase_if(boxes_, [&](const Letterbox& box) { return box.id.empty() && box.partner == partner; });
        boxes_.push_back({id, id.empty() ? "" : name, partner});
    }
    [[nodiscard]] const std::vector<Letterbox>& all() const { return boxes_; }

private:
    std::vector<Letterbox> boxes_;
};

bool by_letter(const meetings::Skipped& one) {
    return one.reason == "by-post" || one.reason == "no-email";
}

// Name, then where letters go. A confidential partner has its mail address and nothing else; empty without any.
std::vector<std::string> lines_of(const store::Catalog& catalog, const Letterbox& box, Lang lang) {
    const auto partner = facts::release_partner(catalog, box.partner, {facts::Reader::own, false});
    if (!partner || !(*partner)->address) return {};
    const model::Address& address = *(*partner)->address;
    std::vector<std::string> lines{(*partner)->name};
    if (!box.person.empty()) lines.push_back(attention(box.person).in(lang));
    const std::size_t before = lines.size();
    const auto add = [&lines](std::string_view line) {
        if (!text::trim(line).empty()) lines.push_back(utf8::printable(text::trim(line)));
    };
    if (!text::trim(address.mail).empty()) {
        for (const std::string_view line : text::split(address.mail, '\n')) add(line);
    } else if (!address.confidential.value_or(false)) {
        add(address.extra);
        add(address.street);
        if (!address.postcode.empty() || !address.commune.empty()) add(address.postcode + " " + address.commune);
    }
    if (lines.size() == before) return {};
    for (std::string& line : lines) line = text::replace_all(utf8::printable(line), "\n", " ");
    return lines;
}

Result<int> run_mail_labels(World& world, const Arguments& arguments) {
    const std::string name = arguments.has("--sheet") ? arguments.value("--sheet") : "L7160";
    const auto sheet = render::label_sheet(name);
    if (!sheet)
        return Error{ErrorKind::usage, unknown_sheet(utf8::printable(name)),
                     sheets_are(text::join(render::label_sheets(), ", "))};
    const std::string typed = arguments.has("--start") ? arguments.value("--start") : "1";
    const auto start = model::to_whole_number(typed);
    if (!start || *start < 1 || *start > sheet->labels())
        return Error{ErrorKind::usage, bad_start(utf8::printable(typed), sheet->labels()), {}};
    const auto catalog = open_catalog(world);
    if (!catalog) return catalog.error();
    const auto mailing = mailing_asked_for(world, *catalog, arguments);
    if (!mailing) return mailing.error();

    Letterboxes boxes;
    if (arguments.has("--all"))
        for (const meetings::Recipient& one : mailing->recipients) boxes.add(one.person, one.name, one.partner);
    for (const meetings::Skipped& one : mailing->skipped)
        if (by_letter(one)) boxes.add(one.person, one.name, one.partner);
    meetings::Mailing left = *mailing;  // those who get no label
    std::erase_if(left.skipped, by_letter);
    const Lang lang = catalog->settings().language == "en" ? Lang::en : Lang::fr;
    std::vector<render::FittedLabel> labels;
    for (const Letterbox& box : boxes.all()) {
        std::vector<std::string> lines = lines_of(*catalog, box, lang);
        if (!lines.empty()) {
            labels.push_back(render::fitted(*sheet, lines));
            if (!labels.back().whole) world.say(too_long(lines.front()));
            continue;
        }
        const store::PartnerEntry* partner = catalog->partner(box.partner);
        const std::string of = partner == nullptr ? box.partner : partner->value.name;
        world.say(no_address(utf8::printable(box.person.empty() ? of : box.person + ", " + of)));
    }
    const bool why = arguments.has("--why");
    if (why && !arguments.has("--all"))
        for (const meetings::Recipient& one : mailing->recipients)
            world.say(has_email(utf8::printable(one.name), utf8::printable(one.email)));
    if (!left.skipped.empty()) say_left_out(world, *catalog, left, why);
    if (labels.empty()) {
        world.say(nobody());
        return 1;
    }
    world.out << render::label_page(*sheet, labels, *start, catalog->settings().name, lang);
    world.say(print_whole(count(labels.size(), label_noun)));
    return 0;
}

std::vector<Option> options_of_labels() {
    std::vector<Option> options = mailing_options();
    for (Option& option : std::vector<Option>{
             {"--sheet",
              ValueKind::text,
              {"PLANCHE", "SHEET"},
              {"la planche d'Avery : L7160 (21 étiquettes, par défaut), L7163 (14), L7159, L7162, L7165…",
               "Avery's sheet: L7160 (21 labels, default), L7163 (14), L7159, L7162, L7165…"}},
             {"--start",
              ValueKind::number,
              {"N", "N"},
              {"la première étiquette qui reste sur une planche entamée", "the first label left on a used sheet"}},
             {"--all",
              ValueKind::none,
              {},
              {"aussi ceux qui ont une adresse électronique", "those with an e-mail address too"}},
             {"--why",
              ValueKind::none,
              {},
              {"dire qui n'a pas d'étiquette, et pourquoi", "say who has no label, and why"}}})
        options.push_back(std::move(option));
    return options;
}

}  // namespace

const Command& mail_labels_command() {
    static const Command command{
        .name = "mail labels",
        .group = Group::send,
        .summary = {"les étiquettes de ceux qui n'ont pas de courriel", "labels for those without e-mail"},
        .most = 0,
        .options = options_of_labels(),
        .about =
            {"Une page à imprimer à 100 % sur une planche d'étiquettes : ceux qu'on invite par courrier et ceux qui "
             "n'ont pas d'adresse électronique. Un partenaire à l'adresse confidentielle n'y a que son adresse de "
             "courrier (address.mail) ; sans elle il est laissé de côté.",
             "A page to print at 100 % on a sheet of labels: those invited by post and those without an e-mail "
             "address. A partner whose address is confidential has its mail address there (address.mail) and "
             "nothing else; without one it is left out."},
        .examples = {{"cafe mail labels --cafe fumel > etiquettes.html",
                      {"ceux que Fumel invite par courrier", "those whom Fumel invites by post"}},
                     {"cafe mail labels --to \"\" --all --sheet L7163 --start 5 > etiquettes.html",
                      {"tous les partenaires, sur une planche entamée", "all partners, on a used sheet"}}},
        .run = run_mail_labels,
        .unites = true,
    };
    return command;
}

}  // namespace cafe::cmd
