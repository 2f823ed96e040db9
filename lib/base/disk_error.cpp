#include "base/disk_error.hpp"

#include <array>
#include <cerrno>
#include <string_view>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace cafe {

namespace {

struct Known {
    int code;
    std::string_view fr, en;
    std::string_view remedy_fr = "", remedy_en = "";
};

constexpr std::string_view free_space_fr = "libérez de la place, puis relancez la commande";
constexpr std::string_view free_space_en = "free some space, then run the command again";
constexpr std::string_view ask_fr =
    "demandez ce droit à la personne qui gère l'ordinateur, ou choisissez un autre dossier";
constexpr std::string_view ask_en = "ask whoever looks after this computer for it, or choose another folder";
constexpr std::string_view close_fr = "fermez quelques programmes, puis relancez la commande";
constexpr std::string_view close_en = "close some programs, then run the command again";

constexpr std::array known{
    Known{ENOENT, "ce fichier ou ce dossier n'existe pas", "there is no such file or folder"},
    Known{EACCES, "vous n'en avez pas le droit", "you do not have the right to", ask_fr, ask_en},
    Known{EPERM, "le système ne l'autorise pas", "the system does not allow it", ask_fr, ask_en},
    Known{EEXIST, "un fichier ou un dossier de ce nom existe déjà", "a file or folder of this name is already there"},
    Known{ENOTDIR, "une partie du chemin n'est pas un dossier", "a part of the path is not a folder"},
    Known{EISDIR, "c'est un dossier, pas un fichier", "it is a folder, not a file"},
    Known{ELOOP, "c'est un lien, et les liens ne sont pas suivis", "it is a link, and links are not followed",
          "remplacez le lien par le fichier lui-même", "put the file itself in place of the link"},
    Known{ENOSPC, "le disque est plein", "the disk is full", free_space_fr, free_space_en},
    Known{EDQUOT, "votre quota d'espace sur le disque est épuisé", "your quota of disk space is used up", free_space_fr,
          free_space_en},
    Known{EROFS, "le disque est en lecture seule", "the disk is read-only",
          "travaillez sur une copie placée sur un disque où l'on peut écrire",
          "work on a copy that lies on a disk you can write to"},
    Known{EMFILE, "trop de fichiers sont ouverts", "too many files are open", close_fr, close_en},
    Known{ENFILE, "trop de fichiers sont ouverts sur cet ordinateur", "too many files are open on this computer",
          close_fr, close_en},
    Known{ENOMEM, "la mémoire manque", "there is not enough memory", close_fr, close_en},
    Known{EIO, "le disque signale une erreur matérielle", "the disk reports a hardware error",
          "copiez le carnet sur un autre disque et faites vérifier celui-ci",
          "copy the notebook to another disk and have this one checked"},
    Known{EFBIG, "le fichier dépasse la taille permise", "the file is larger than allowed"},
    Known{ENAMETOOLONG, "le nom est trop long", "the name is too long"},
    Known{EBUSY, "un autre programme s'en sert", "another program is using it",
          "fermez le fichier dans les autres programmes, puis relancez la commande",
          "close the file in other programs, then run the command again"},
    Known{ETXTBSY, "un autre programme s'en sert", "another program is using it"},
    Known{EXDEV, "les deux chemins ne sont pas sur le même disque", "the two paths are not on the same disk"},
    Known{ENOTEMPTY, "le dossier n'est pas vide", "the folder is not empty"},
    Known{EINVAL, "ce nom n'est pas accepté ici", "this name is not accepted here"},
    Known{ENOLCK, "ce disque ne sait pas verrouiller de fichiers", "this disk cannot lock files",
          "placez le carnet sur un disque de cet ordinateur", "put the notebook on a disk of this computer"},
    Known{ESTALE, "le dossier partagé n'est plus relié", "the shared folder is no longer connected",
          "reconnectez le dossier partagé, puis relancez la commande",
          "connect the shared folder again, then run the command again"},
    Known{EINTR, "l'opération a été interrompue", "the operation was interrupted", "relancez la commande",
          "run the command again"},
    Known{E2BIG, "trop d'arguments", "too many arguments"},
    Known{ENOEXEC, "ce n'est pas un programme", "it is not a program"},
};

const Known* find(int code) {
    for (const Known& row : known)
        if (row.code == code) return &row;
    return nullptr;
}

}  // namespace

Words reason(int code) {
    constexpr Phrase<int> unknown{"erreur du système numéro {}", "system error number {}"};
    const Known* row = find(code);
    return row != nullptr ? Words{std::string(row->fr), std::string(row->en)} : unknown(code);
}

Words remedy_for(int code) {
    const Known* row = find(code);
    return row != nullptr ? Words{std::string(row->remedy_fr), std::string(row->remedy_en)} : Words{};
}

std::string printable_path(std::string_view path) {
    return text::replace_all(utf8::printable(path), "\n", "<U+000A>");
}

Error disk_error(const Failed& failed, const std::string& path, int code) {
    return Error{ErrorKind::environment, failed(printable_path(path), reason(code)), remedy_for(code)};
}

Error not_a_file(const std::string& path) {
    return Error{
        ErrorKind::environment,
        cannot_read(printable_path(path), Words{"ce n'est pas un fichier ordinaire", "it is not an ordinary file"}),
        {}};
}

Error too_large(const std::string& path, std::size_t limit) {
    constexpr Phrase<std::size_t> larger{"le fichier dépasse {} octets", "the file is larger than {} bytes"};
    constexpr Phrase<> cut{
        "en enlever ce qui n'est pas du texte court (photo, tableau, copie d'un site), ou le couper en "
        "plusieurs",
        "take out of it what is not short text (a picture, a table, a copy of a site), or split it"};
    return Error{ErrorKind::environment, cannot_read(printable_path(path), larger(limit)), cut()};
}

Error lock_is_held(const std::string& path) {
    return Error{ErrorKind::environment,
                 cannot_lock(printable_path(path), Words{"une autre commande cafe est en train d'écrire dans ce carnet",
                                                         "another cafe command is writing in this notebook"}),
                 Words{"attendez qu'elle ait fini, puis relancez la commande",
                       "wait until it has finished, then run the command again"}};
}

}  // namespace cafe
