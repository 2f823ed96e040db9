#include "store/rules.hpp"

#include <array>

#include "base/utf8.hpp"

namespace cafe::store::rules {

const Rule not_read{
    "W091",
    Severity::warning,
    "fichier qui n'est pas lu",
    "file that is not read",
    "Seuls les fichiers dont le nom finit par .yaml, en minuscules, sont des fiches.",
    "Only files whose name ends in .yaml, in small letters, are records.",
    "# partners/ccas-fumel.yml\nname: CCAS de Fumel\n",
    "# partners/ccas-fumel.yaml\nname: CCAS de Fumel\n",
};
const Rule is_link{
    "E091",
    Severity::error,
    "lien au lieu d'un fichier",
    "link instead of a file",
    "Un lien peut mener hors du carnet : il n'est pas suivi.",
    "A link may lead out of the notebook: it is not followed.",
    "# partners/ccas-fumel.yaml -> ../../ailleurs.yaml\n",
    "# partners/ccas-fumel.yaml\nname: CCAS de Fumel\n",
};
const Rule bad_id{
    "E092",
    Severity::error,
    "nom de fichier impossible",
    "impossible file name",
    "Le nom du fichier est l'identifiant de la fiche : il sert dans les liens et sur tous les ordinateurs.",
    "The file's name is the record's id: it is used in links and on every computer.",
    "# partners/CCAS de Fumel.yaml\nname: CCAS de Fumel\n",
    "# partners/ccas-fumel.yaml\nname: CCAS de Fumel\n",
};
const Rule unreadable_file{
    "E093",
    Severity::error,
    "fichier impossible à ouvrir",
    "file that cannot be opened",
    "Le fichier n'a pas pu être lu : droits, disque, taille (1 Mio au plus).",
    "The file could not be read: permissions, disk, size (1 MiB at most).",
    "# partners/ccas-fumel.yaml\nnotes: <a × 3145728>\n",
    "# partners/ccas-fumel.yaml\nnotes: <a × 2048>\n",
};

namespace {
constexpr Phrase<> wrong_ending_said{"ce fichier n'est pas lu : son nom ne finit pas par .yaml",
                                     "this file is not read: its name does not end in .yaml"};
constexpr Phrase<> rename_said{"le renommer en .yaml", "rename it to .yaml"};
constexpr Phrase<> link_said{"ce fichier est un lien, il n'est pas suivi", "this file is a link, it is not followed"};
constexpr Phrase<> copy_said{"le remplacer par le fichier lui-même", "replace it by the file itself"};
constexpr Phrase<std::string> malformed_said{"« {} » ne peut pas être un identifiant", "'{}' cannot be an id"};
constexpr Phrase<> shape_said{
    "renommer le fichier : minuscules sans accents, chiffres et traits d'union, 64 caractères au plus",
    "rename the file: lower-case letters without accents, digits and hyphens, 64 characters at most"};
constexpr Phrase<std::string> copy_of_said{"copie de {} laissée par un dossier synchronisé",
                                           "copy of {} left by a synchronised folder"};
constexpr Phrase<std::string> join_said{
    "reporter dans {} ce que cette copie dit de plus, puis l'effacer ; la renommer ferait une seconde fiche",
    "bring into {} what this copy says besides, then delete it; renaming it would make a second record"};
constexpr Phrase<> no_file_said{"ce n'est pas un fichier, mais un dossier, un tube ou un périphérique",
                                "this is no file but a folder, a pipe or a device"};
constexpr Phrase<> put_file_said{"mettre à sa place le fichier de la fiche, ou lui donner un autre nom",
                                 "put the record's file in its place, or give it another name"};
constexpr std::array listed{&not_read, &is_link, &bad_id, &unreadable_file};
}  // namespace

Words wrong_ending() {
    return wrong_ending_said();
}
Words rename_yaml() {
    return rename_said();
}
Words link_not_followed() {
    return link_said();
}
Words copy_file() {
    return copy_said();
}
Words id_malformed(const std::string& id) {
    return malformed_said(utf8::printable(id));
}
Words id_shape() {
    return shape_said();
}
Words is_copy(const std::string& original) {
    return copy_of_said(original);
}
Words join_copy(const std::string& original) {
    return join_said(original);
}

Words not_a_file() {
    return no_file_said();
}
Words put_a_file() {
    return put_file_said();
}

std::span<const Rule* const> all() {
    return listed;
}

}  // namespace cafe::store::rules
