#include "support/random_notebook.hpp"

#include <array>
#include <functional>

#include "base/text.hpp"
#include "edit/create.hpp"
#include "merge/random.hpp"

namespace cafe::test {

namespace {

constexpr std::array<const char*, 13> hard_words{"Le « Café », 5 € ; d'accord",
                                                 "=SOMME(A1)",
                                                 "@lien",
                                                 "-tiret",
                                                 "Ligne un\nligne deux",
                                                 "a ; b ; c",
                                                 "x, y",
                                                 "سعاد 😀",
                                                 "Œuvre : l’été",
                                                 "\"guillemets\"",
                                                 "C:\\dossier",
                                                 "<b>gras</b> & co",
                                                 "# Titre"};

class Maker {
public:
    explicit Maker(std::uint64_t seed) : chance_(seed) {}

    std::size_t below(std::size_t count) { return chance_.below(count); }

    Value fiche(std::size_t number) {
        record_ = {{"name", "Fiche " + std::to_string(number) + " " + line()}};
        put("kind", one({"ccas-cias", "caf", "association", "aide-alimentaire", "epci", "mairie"}));
        put("themes", some({"logement", "domiciliation", "logement-impayes", "aide-alimentaire"}));
        put("territory", some({"Fumel", "CC Fumel Vallée du Lot", "Lot-et-Garonne", "Agen", "France"}));
        put("verified", Map{{"on", "2026-11-06"}});
        texts();
        lists();
        if (perhaps()) put("address", address());
        if (perhaps()) put("phones", phones());
        if (perhaps()) put("emails", List{Value{"accueil" + std::to_string(number) + "@example.org"}});
        if (perhaps()) put("website", "https://www.example.org/a?b=c&d");
        if (perhaps()) put("hours", hours());
        if (perhaps()) put("fee", one({"free", "paid", "conditional"}));
        if (perhaps()) put("referral", referral());
        if (perhaps()) put("permanences", List{permanence()});
        if (perhaps()) put("services", services());
        return Value{record_};
    }

private:
    bool perhaps(std::size_t of_ten = 5) { return chance_.below(10) < of_ten; }
    void put(std::string key, Value value) { record_.push_back({std::move(key), std::move(value)}); }

    std::string words() {
        return std::string(hard_words[chance_.below(hard_words.size())]) + " " + std::to_string(chance_.below(99));
    }
    std::string line() { return text::replace_all(text::replace_all(words(), "\n", " "), "# ", ""); }
    std::string one(std::vector<std::string> of) { return of[chance_.below(of.size())]; }
    Value some(std::vector<std::string> of) {
        List found;
        for (std::size_t n = 1 + chance_.below(3); n > 0 && !of.empty(); --n) {
            const std::size_t at = chance_.below(of.size());
            found.push_back(Value{of[at]});
            of.erase(of.begin() + static_cast<std::ptrdiff_t>(at));
        }
        return Value{std::move(found)};
    }

    void texts() {
        for (const char* key : {"short_name", "summary", "publics_note", "hours_note", "fee_note", "accessibility"})
            if (perhaps()) put(key, line());
        if (perhaps()) put("description", words());
    }
    void lists() {
        for (const char* key : {"aliases", "missions", "limits", "tags"})
            if (perhaps()) put(key, List{Value{line() + " a"}, Value{line() + " b"}});
        if (perhaps()) put("publics", some({"tous-publics", "jeunes", "gens-du-voyage", "seniors"}));
        if (perhaps()) put("languages", some({"fr", "pt", "ar"}));
        if (perhaps()) put("age_min", std::to_string(chance_.below(20)));
        if (perhaps()) put("age_max", std::to_string(25 + chance_.below(60)));
    }
    Value address() {
        Map map{{"street", "5 rue " + line()}, {"postcode", "47500"}, {"commune", "Fumel"}};
        if (perhaps()) map.push_back({"extra", line()});
        if (perhaps()) {
            map.push_back({"latitude", "44.5" + std::to_string(1 + 2 * chance_.below(400))});
            map.push_back({"longitude", "0.9667"});
        }
        return Value{std::move(map)};
    }
    Value phones() {
        List list;
        for (int n = 0; n < 3; ++n) {
            Map map{{"number", "05 36 49 10 2" + std::to_string(n)}};
            if (perhaps()) map.push_back({"label", line()});
            if (perhaps(3)) map.push_back({"audience", "partners"});
            list.push_back(Value{std::move(map)});
        }
        return Value{std::move(list)};
    }
    std::string hours() {
        return one({"Mo-Fr 08:30-12:00; PH off", "Tu[1,3] 09:00-12:00", "week 1-53/2 Mo 09:00-12:00",
                    "Mo-Fr 09:00-12:00; Aug off", "24/7", "Mo 09:00-12:00 \"sur rendez-vous\""});
    }
    Value referral() {
        Map map{{"steps", List{Value{line() + " a"}, Value{line() + " b"}}},
                {"modes", some({"phone", "email", "walk-in", "form"})},
                {"by", List{Value{"users"}}}};
        if (perhaps()) map.push_back({"bring", List{Value{line()}}});
        if (perhaps()) map.push_back({"delay", line()});
        if (perhaps()) map.push_back({"link", "https://example.org/rdv"});
        return Value{std::move(map)};
    }
    Value permanence() {
        return Value{Map{{"place", line()},
                         {"commune", "Fumel"},
                         {"by_appointment", "true"},
                         {"hours", one({"Tu[1,3] 09:00-12:00", "We 14:00-17:00; PH off"})}}};
    }
    Value services() {
        List list;
        for (std::size_t n = 1 + chance_.below(3); n > 0; --n) {
            Map map{{"id", "service-" + std::to_string(n)}, {"name", "Service " + line()}};
            map.push_back({"description", "Un service " + words()});
            if (perhaps()) map.push_back({"situations", List{Value{line() + " a"}, Value{line() + " b"}}});
            if (perhaps(3)) map.push_back({"themes", some({"logement-impayes", "domiciliation"})});
            if (perhaps(3)) map.push_back({"publics", some({"jeunes", "seniors"})});
            if (perhaps(3)) map.push_back({"fee", one({"free", "paid", "conditional"})});
            if (perhaps(3)) map.push_back({"hours", "Fr 09:00-12:00"});
            if (perhaps(3)) map.push_back({"reception", List{Value{"remote"}}});
            if (perhaps(2)) map.push_back({"referral", referral()});
            list.push_back(Value{std::move(map)});
        }
        return Value{std::move(list)};
    }

    Draws chance_;
    Map record_;
};

}  // namespace

void put_random_notebook(MemoryDisk& disk, const std::string& root, std::uint64_t seed) {
    disk.put(root + "/cafe.yaml", "name: Essai\nlanguage: fr\ndepartments: [\"47\"]\nexport: {source: essai}\n");
    Maker maker(seed);
    for (std::size_t n = 1 + maker.below(4); n > 0; --n)
        disk.put(root + "/partners/fiche-" + std::to_string(n) + ".yaml",
                 edit::create(model::RecordKind::partner, maker.fiche(n)));
}

}  // namespace cafe::test
