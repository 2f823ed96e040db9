#include "view/held.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "edit/references.hpp"
#include "facts/mentions.hpp"
#include "facts/release.hpp"
#include "facts/secrets.hpp"
#include "model/fields.hpp"
#include "model/sender.hpp"
#include "model/values.hpp"
#include "store/layout.hpp"
#include "store/read.hpp"
#include "view/record_sheet.hpp"

namespace cafe::view {

namespace {

using model::RecordKind;

// Everybody but one, for taking them out of a text.
class Others {
public:
    Others(const store::Book& book, const std::string& but) {
        for (const auto& person : book.people) {
            const facts::KnownBy known = facts::known_by(person.id, person.value);
            if (person.id == but)
                self_ = known;
            else
                known_.push_back(known);
        }
    }

    [[nodiscard]] std::string hidden(std::string_view text) const {
        std::vector<Span> spans;
        const auto own = facts::spoken_of(text, self_);
        const auto add = [&](Span span) {
            const bool is_own = std::any_of(own.begin(), own.end(), [&](const facts::Spoken& one) {
                return one.span.begin < span.end && span.begin < one.span.end;
            });
            if (!is_own) spans.push_back(span);
        };
        for (const facts::KnownBy& other : known_)
            for (const facts::Spoken& one : facts::spoken_of(text, other)) add(one.span);
        for (const Span& span : strangers_in(text)) add(span);
        std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
        std::vector<Span> apart;
        for (const Span& span : spans)
            if (apart.empty() || span.begin >= apart.back().end) apart.push_back(span);
        return facts::without(text, apart);
    }

    [[nodiscard]] const facts::KnownBy& self() const { return self_; }

private:
    // Whom no record knows: a mailbox, ten digits, a word with a capital after a title.
    static std::vector<Span> strangers_in(std::string_view text) {
        constexpr std::array<std::string_view, 10> titles{"mme", "mlle",    "monsieur", "madame", "mr",
                                                          "mrs", "docteur", "dr",       "maitre", "m"};
        std::vector<Span> spans;
        for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
            constexpr std::string_view ends = " \t\n<>(),;:\"«»";
            std::size_t begin = at;
            while (begin > 0 && ends.find(text[begin - 1]) == std::string_view::npos) --begin;
            std::size_t end = at;
            while (end < text.size() && ends.find(text[end]) == std::string_view::npos) ++end;
            if (begin < at && end > at + 1) spans.push_back({begin, end});
        }
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (!ascii::is_digit(text[at]) || (at > 0 && ascii::is_digit(text[at - 1]))) continue;
            std::size_t digits = 0;
            std::size_t end = at;
            std::size_t next = at;
            while (next < text.size() && (ascii::is_digit(text[next]) ||
                                          (next == end && next + 1 < text.size() &&
                                           std::string_view(" .-").find(text[next]) != std::string_view::npos &&
                                           ascii::is_digit(text[next + 1])))) {
                if (ascii::is_digit(text[next])) {
                    ++digits;
                    end = next + 1;
                }
                ++next;
            }
            constexpr std::size_t telephone = 10;
            if (digits >= telephone) spans.push_back({at, end});
            at = end > at ? end - 1 : at;
        }
        const auto words = fold::words(text);
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            if (std::find(titles.begin(), titles.end(), words[i].folded) == titles.end()) continue;
            std::size_t at = words[i + 1].begin;
            if (utf8::is_upper(utf8::next(text, at))) spans.push_back({words[i + 1].begin, words[i + 1].end});
        }
        return spans;
    }

    std::vector<facts::KnownBy> known_;
    facts::KnownBy self_;
};

// The item of a list, or the mapping, in which a field stands; null where that is the record itself.
const yaml::Node* around(const yaml::Node& tree, const std::string& field) {
    const yaml::Node* node = &tree;
    const auto steps = text::split(field, '.');
    for (std::size_t i = 0; i + 1 < steps.size() && node != nullptr; ++i) {
        const auto position = text::to_integer(steps[i]);
        const bool is_item = node->kind == yaml::Kind::sequence && position && *position >= 0 &&
                             static_cast<std::size_t>(*position) < node->items.size();
        node = is_item ? &node->items[static_cast<std::size_t>(*position)] : node->find(steps[i]);
    }
    return node == &tree || node == nullptr || node->kind != yaml::Kind::mapping ? nullptr : node;
}

std::string said_by(const yaml::Node& item, const Others& others) {
    constexpr std::size_t longest = 400;
    std::vector<std::string> parts;
    for (const yaml::Entry& entry : item.entries) {
        std::string value;
        if (entry.value.kind == yaml::Kind::scalar) value = others.hidden(entry.value.text);
        for (const yaml::Node& one : entry.value.items)
            if (one.kind == yaml::Kind::scalar) value += (value.empty() ? "" : ", ") + others.hidden(one.text);
        if (value.empty()) continue;
        value = text::replace_all(value, "\n", " ");
        if (value.size() > longest) value = std::string(utf8::fit(value, longest)) + "…";
        parts.push_back(entry.key.text + ": " + value);
    }
    return text::join(parts, ", ");
}

Text line_of(const HeldPlace& place) {
    Text line = strong(place.file + " · " + place.field);
    return place.text.empty() ? line : line + plain(" : " + place.text);
}

void add_section(Page& page, const Words& title, std::vector<Text> lines, Lang lang) {
    if (lines.empty()) return;
    Section section;
    section.title = title.in(lang);
    section.blocks.push_back({items(std::move(lines))});
    page.body.push_back({std::move(section)});
}

std::string day_of(const std::optional<Date>& day, Lang lang) {
    return day ? plain_date(*day).in(lang) : "?";
}

void add_held(Page& page, const Held& held, Lang lang) {
    static constexpr Phrase<> named{"Où le carnet vous nomme", "Where the notebook names you"};
    static constexpr Phrase<> spoken{"Textes qui parlent de vous", "Texts that speak of you"};
    static constexpr Phrase<> handed{"À qui cela a été transmis", "To whom it was handed"};
    static constexpr Phrase<std::string, std::string> invitation{"invitation à {0}, le {1}",
                                                                 "invitation to {0}, on {1}"};
    static constexpr Phrase<std::string, std::string, std::size_t> fiche{"fiche {0} remise à {1} ({2} présents)",
                                                                         "record {0} given at {1} ({2} present)"};
    const auto lines = [](const std::vector<HeldPlace>& places) {
        std::vector<Text> all;
        for (const HeldPlace& place : places) all.push_back(line_of(place));
        return all;
    };
    add_section(page, named(), lines(held.named), lang);
    add_section(page, spoken(), lines(held.spoken), lang);
    std::vector<Text> given;
    for (const edit::Handed& one : held.handed) {
        const auto people = one.to.empty() && one.headcount ? static_cast<std::size_t>(*one.headcount) : one.to.size();
        given.push_back(plain((one.what == edit::Handed::What::fiche ? fiche(one.partner, one.meeting, people)
                                                                     : invitation(one.meeting, day_of(one.on, lang)))
                                  .in(lang)));
    }
    add_section(page, handed(), std::move(given), lang);
}

// The person is the one reader for whom nothing of it is held back.
Page own_record(const store::Catalog& catalog, const store::Ref& ref, Lang lang) {
    const auto released = facts::release_person(catalog, ref.id, {facts::Reader::own, true});
    return released ? record_sheet(ref, released->tree(), catalog, lang) : Page{};
}

}  // namespace

Held held_about(const store::Book& book, const std::string& person) {
    Held held;
    const store::Ref ref{RecordKind::person, person};
    const std::string own = store::path_of(ref);
    const Others others(book, person);
    for (const edit::Mention& mention : edit::mentions_of(book, ref)) {
        if (mention.source->path == own) continue;
        const yaml::Node* item = around(mention.source->tree, mention.field);
        held.named.push_back({mention.source->path, mention.field, item == nullptr ? "" : said_by(*item, others)});
    }
    for (const auto& source : book.sources) {
        if (source->path == own) continue;
        store::walk(source->tree, model::shape_of(source->ref.kind), [&](const store::Met& met) {
            if (met.node.kind != yaml::Kind::scalar || met.node.text.empty()) return;
            if (met.field != nullptr && met.field->type == model::Type::reference && met.node.text == person) return;
            const auto spoken = facts::spoken_of(met.node.text, others.self());
            const bool sure = std::any_of(spoken.begin(), spoken.end(),
                                          [](const facts::Spoken& one) { return one.by != facts::SpokenBy::surname; });
            if (!sure) return;
            held.spoken.push_back({source->path, met.path, text::replace_all(others.hidden(met.node.text), "\n", " ")});
        });
    }
    held.handed = edit::handed_of(book, ref);
    return held;
}

Page held_page(const store::Book& book, const store::Catalog& catalog, const std::string& person, Lang lang) {
    const store::Ref ref{RecordKind::person, person};
    Page page = own_record(catalog, ref, lang);
    add_held(page, held_about(book, person), lang);
    return page;
}

Page access_letter(const store::Book& book, const store::Catalog& catalog, const std::string& person, const Date& today,
                   Lang lang) {
    static constexpr Phrase<std::string> title{"Ce que le réseau garde sur vous : {}",
                                               "What the network keeps about you: {}"};
    static constexpr Phrase<std::string, std::string> opening{
        "Bonjour {0},\nvous avez demandé ce que {1} garde sur vous. Voici tout ce que contient son carnet. Les noms et "
        "coordonnées d'autres personnes y sont remplacés par […].",
        "Dear {0},\nyou asked what {1} keeps about you. This is all that its notebook holds. Names and contact details "
        "of other people are replaced by […]."};
    static constexpr Phrase<std::string> day{"État au {}.", "As of {}."};
    static constexpr Phrase<> file{"Votre fiche", "Your record"};
    static constexpr Phrase<> rights_title{"Vos droits", "Your rights"};
    static constexpr Phrase<std::string> rights{
        "Ces données servent à faire travailler ensemble les partenaires du réseau. Vous pouvez les faire corriger, "
        "vous opposer à paraître ou à recevoir des messages, et les faire effacer : écrivez à {}. Si la réponse ne "
        "vous convient pas, vous pouvez saisir la CNIL (www.cnil.fr). L'historique du carnet garde ses versions "
        "passées jusqu'à ce qu'il soit purgé.",
        "These data serve the partners of the network to work together. You can have them corrected, object to being "
        "shown or to mails, and have them erased: write to {}. If the answer does not satisfy you, you can complain to "
        "the data protection authority (in France the CNIL, www.cnil.fr). The notebook's history keeps its past "
        "versions until it is purged."};
    const auto sender = model::to_sender(catalog.settings().from);
    const model::Person& one = store::find(book.people, person)->value;
    const store::Ref ref{RecordKind::person, person};
    Page own = own_record(catalog, ref, lang);
    Page page;
    page.lang = lang;
    page.title = title(utf8::printable(one.name)).in(lang);
    page.body.push_back({Paragraph{plain(opening(utf8::printable(one.name), catalog.settings().name).in(lang))}});
    page.body.push_back({Paragraph{plain(day(plain_date(today).in(lang)).in(lang))}});
    Section section;
    section.title = file().in(lang);
    for (std::vector<Block>* blocks : {&own.head, &own.body})
        for (Block& block : *blocks) section.blocks.push_back(std::move(block));
    page.body.push_back({std::move(section)});
    add_held(page, held_about(book, person), lang);
    Section last;
    last.title = rights_title().in(lang);
    last.blocks.push_back({Paragraph{plain(rights(sender ? sender->address : catalog.settings().name).in(lang))}});
    page.body.push_back({std::move(last)});
    return page;
}

}  // namespace cafe::view
