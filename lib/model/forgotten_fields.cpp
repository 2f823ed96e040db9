// The field list of forgotten.yaml.
#include "model/fields.hpp"
#include "model/forgotten.hpp"

namespace cafe::model {

namespace {

const Shape& forgotten_record_shape() {
    static const Shape shape{
        "forgotten-record",
        {
            field<&ForgottenRecord::id>("id", Type::id)
                .required()
                .named("identifiant tiré au sort", "drawn id")
                .helped("Ce qui remplace l'identifiant effacé dans les fiches. Exemple : personne-3fa9c1d2",
                        "What stands in the place of the erased id in the records. Example: personne-3fa9c1d2"),
            field<&ForgottenRecord::on>("on", Type::date)
                .required()
                .named("effacé le", "erased on")
                .helped("Le jour où « cafe forget » l'a effacé. Exemple : 2026-11-23",
                        "The day 'cafe forget' erased it. Example: 2026-11-23")
                .in_french({"le", "date"}),
        }};
    return shape;
}

}  // namespace

const Shape& forgotten_shape() {
    static const Shape shape{
        "forgotten",
        {
            record<&Forgotten::records>("records", forgotten_record_shape)
                .named("fiches effacées", "erased records")
                .helped("Les fiches effacées, sous un identifiant tiré au sort. Exemple : [{id: personne-3fa9c1d2, on: "
                        "2026-11-23}]",
                        "The erased records, under a drawn id. Example: [{id: personne-3fa9c1d2, on: 2026-11-23}]")
                .in_french({"fiches", "effaces"}),
            field<&Forgotten::addresses>("addresses", Type::line)
                .length(1, 200)
                .named("empreintes d'adresses", "hashes of addresses")
                .helped("Les empreintes lentes et salées des adresses effacées : un import ne les fait pas revenir. "
                        "Exemple : [$y$j9T$…]",
                        "Slow salted hashes of the erased addresses: no import brings them back. Example: [$y$j9T$…]")
                .in_french({"adresses", "empreintes"}),
        }};
    return shape;
}

}  // namespace cafe::model
