#include "model/field_words.hpp"

#include <array>
#include <limits>

namespace cafe::model {

namespace {

struct TypeName {
    Type type;
    Label label;
};

constexpr std::array type_names{
    TypeName{Type::line, {"texte sur une ligne", "text on one line"}},
    TypeName{Type::markdown, {"texte, en Markdown", "text, in Markdown"}},
    TypeName{Type::number, {"nombre entier", "whole number"}},
    TypeName{Type::decimal, {"nombre, avec un point", "number, with a point"}},
    TypeName{Type::boolean, {"true ou false", "true or false"}},
    TypeName{Type::date, {"date, année-mois-jour", "date, year-month-day"}},
    TypeName{Type::time, {"heure : \"09:30\"", "time: \"09:30\""}},
    TypeName{Type::choice, {"un mot de la liste ci-dessous", "one word of the list below"}},
    TypeName{Type::term, {"un mot du vocabulaire", "a word of the vocabulary"}},
    TypeName{Type::area,
             {"territoire : un nom, un code, ou un nom de territory.yaml",
              "area: a name, a code, or a name of territory.yaml"}},
    TypeName{Type::commune, {"nom de commune", "name of a town"}},
    TypeName{Type::postcode, {"code postal, cinq chiffres entre guillemets", "postcode, five digits in quotes"}},
    TypeName{Type::department, {"code de département : \"47\", \"2A\"", "département code: \"47\", \"2A\""}},
    TypeName{Type::reference, {"identifiant d'une autre fiche", "id of another record"}},
    TypeName{Type::phone, {"numéro de téléphone", "phone number"}},
    TypeName{Type::email, {"adresse de courriel", "e-mail address"}},
    TypeName{Type::url, {"adresse web, http ou https", "web address, http or https"}},
    TypeName{Type::hours, {"horaires (OpenStreetMap, ou français simple)", "hours (OpenStreetMap, or simple French)"}},
    TypeName{Type::language, {"code de langue : fr, en, ar", "language code: fr, en, ar"}},
    TypeName{Type::siret, {"SIRET, quatorze chiffres entre guillemets", "SIRET, fourteen digits in quotes"}},
    TypeName{Type::rna, {"numéro RNA : W et neuf chiffres", "RNA number: W and nine digits"}},
    TypeName{Type::schedule, {"jour qui revient : premier vendredi", "recurring day: first friday"}},
    TypeName{Type::query, {"question sur les fiches : touches:fumel", "query over records: touches:fumel"}},
    TypeName{Type::id, {"identifiant : minuscules, chiffres, traits d'union", "id: small letters, digits, hyphens"}},
    TypeName{Type::timezone, {"fuseau horaire : Europe/Paris", "time zone: Europe/Paris"}},
    TypeName{Type::colour, {"couleur : \"#8a3b12\"", "colour: \"#8a3b12\""}},
    TypeName{Type::record, {"sous-champs", "sub-fields"}},
};

}  // namespace

Words type_in_words(const Field& field) {
    static constexpr Phrase<Words> list_of{"liste ({} chacun)", "list ({} each)"};
    for (const TypeName& name : type_names) {
        if (name.type != field.type) continue;
        Words label{std::string(name.label.fr), std::string(name.label.en)};
        return field.list ? list_of(label) : label;
    }
    return {};
}

Label need_in_words(const Field& field) {
    switch (field.need) {
        case Need::required: return {"obligatoire", "required"};
        case Need::advised: return {"conseillé", "advised"};
        case Need::optional: break;
    }
    return {"facultatif", "optional"};
}

Words bounds_in_words(const Field& field) {
    static constexpr Phrase<int, int> characters{"de {} à {} caractères", "from {} to {} characters"};
    static constexpr Phrase<int, int> numbers{"de {} à {}", "from {} to {}"};
    static constexpr Phrase<int> at_least{"{} au moins", "at least {}"};
    const bool low = field.least != std::numeric_limits<int>::min();
    const bool high = field.most != std::numeric_limits<int>::max();
    if (low && !high) return at_least(field.least);
    if (!low || !high) return {};
    const bool is_number = field.type == Type::number || field.type == Type::decimal;
    return (is_number ? numbers : characters)(field.least, field.most);
}

}  // namespace cafe::model
