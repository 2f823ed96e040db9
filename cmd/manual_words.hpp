// What the manual pages say that no declaration of a command or a field says.
#pragma once

#include <array>
#include <string_view>

#include "command.hpp"

namespace cafe::cmd::manual_words {

// The titles that every page has. The French ones are those of the French pages of Debian.
inline constexpr Label name_title{"NOM", "NAME"};
inline constexpr Label synopsis_title{"SYNOPSIS", "SYNOPSIS"};
inline constexpr Label description_title{"DESCRIPTION", "DESCRIPTION"};
inline constexpr Label commands_title{"COMMANDES", "COMMANDS"};
inline constexpr Label options_title{"OPTIONS", "OPTIONS"};
inline constexpr Label for_all_title{"Pour toutes les commandes", "For every command"};
inline constexpr Label exit_title{"CODE DE RETOUR", "EXIT STATUS"};
inline constexpr Label environment_title{"ENVIRONNEMENT", "ENVIRONMENT"};
inline constexpr Label files_title{"FICHIERS", "FILES"};
inline constexpr Label examples_title{"EXEMPLES", "EXAMPLES"};
inline constexpr Label see_title{"VOIR AUSSI", "SEE ALSO"};
inline constexpr Label manual_title{"Manuel de cafe", "cafe manual"};

inline constexpr Label cafe_summary{"le carnet d'un Café partenaires : qui aide, où, qui appeler",
                                    "the notebook of a Café partenaires: who helps, where, whom to call"};
inline constexpr Label cafe_about{
    "Un carnet est un dossier de petits fichiers de texte : une fiche par partenaire, par personne, par café et par "
    "réunion. cafe y cherche qui peut aider, le vérifie, en tire des listes, des adresses, des comptes rendus et un "
    "annuaire. Il travaille dans le dossier le plus proche, vers le haut, qui contient cafe.yaml.",
    "A notebook is a folder of small text files: one record for each partner, person, café and meeting. cafe asks it "
    "who "
    "can help, checks it, and makes lists, addresses, minutes and a directory of it. It works in the nearest folder "
    "upward that holds cafe.yaml."};

inline constexpr Label query_summary{"poser une question à cafe find, cafe list et cafe mail list",
                                     "put a question to cafe find, cafe list and cafe mail list"};
inline constexpr Label records_summary{"les fiches d'un carnet : fichiers, champs, valeurs",
                                       "the records of a notebook: files, fields, values"};
inline constexpr Label records_about{
    "Chaque fiche est un fichier YAML, en UTF-8 ; le nom du fichier sans .yaml est son identifiant. Les noms de champs "
    "sont en anglais, les valeurs dans la langue du carnet. Un champ à vous commence par x-. Un champ fait de "
    "sous-champs s'écrit aussi, dans une liste, par le plus important d'entre eux : phones: [\"05 36 49 00 01\"].",
    "Each record is a YAML file in UTF-8; its id is the file's name without .yaml. Field names are English, values are "
    "in "
    "the notebook's language. A field of your own begins with x-. In a list, a field made of sub-fields may be written "
    "by the main one alone: phones: [\"05 36 49 00 01\"]."};

struct Variable {
    std::string_view name;
    Label meaning;
};

inline constexpr std::array variables{
    Variable{"CAFE_TODAY", {"le jour qu'il est, comme --today", "the day it is, like --today"}},
    Variable{"CAFE_NO_INDEX",
             {"lire chaque fiche, sans index dans le dossier de cache",
              "read every record, without an index in the cache folder"}},
    Variable{"CAFE_NO_INPUT", {"ne rien demander, comme --no-input", "ask nothing, like --no-input"}},
    Variable{"COLUMNS", {"la largeur des tableaux et de l'aide", "the width of tables and of help"}},
    Variable{"LC_ALL, LC_MESSAGES, LANG, LANGUAGE",
             {"la langue, quand ni --lang ni le carnet ne la disent",
              "the language, when neither --lang nor the notebook says it"}},
    Variable{
        "NO_COLOR, CLICOLOR, CLICOLOR_FORCE, TERM",
        {"avec ou sans couleur, quand --color ne le dit pas", "with or without colour, when --color does not say"}},
    Variable{"CAFE_PAGER, PAGER",
             {"le programme qui montre page par page ce qui est long ; vide ou cat : aucun",
              "the program that shows what is long page by page; empty or cat: none"}},
    Variable{"CAFE_EDITOR, GIT_EDITOR, VISUAL, EDITOR",
             {"l'éditeur de textes ; le réglage core.editor de git vient après GIT_EDITOR",
              "the text editor; git's setting core.editor comes behind GIT_EDITOR"}},
    Variable{"LESS, LESSCHARSET",
             {"les réglages de less ; FRX et utf-8 quand elles manquent",
              "the settings of less; FRX and utf-8 when they are unset"}},
    Variable{
        "XDG_STATE_HOME, HOME",
        {"où cafe garde son journal hors d'un dépôt git", "where cafe keeps its journal outside a git repository"}},
    Variable{"XDG_CONFIG_HOME",
             {"où est le réglage de « cafe find --note-miss » : ~/.config quand elle manque",
              "where the setting of 'cafe find --note-miss' is: ~/.config when it is unset"}},
    Variable{"XDG_CACHE_HOME",
             {"où cafe garde ce qui se refait : ~/.cache quand elle manque",
              "where cafe keeps what can be made again: ~/.cache when it is unset"}},
};

}  // namespace cafe::cmd::manual_words
