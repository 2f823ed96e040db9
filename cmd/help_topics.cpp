#include <array>

#include "help.hpp"

namespace cafe::cmd {

namespace {

constexpr Topic exit_codes{
    "exit-codes",
    {"le code de sortie : ce que cafe rend à qui l'a appelé", "the exit code: what cafe returns to its caller"},
    {R"(   0  c'est fait, trouvé, sans faute
   1  rien trouvé ; « cafe check » a trouvé une erreur (avec --strict, un
      avertissement aussi)
   2  demande incorrecte : commande, option, champ, valeur ou territoire inconnu
   3  la fiche nommée n'existe pas, en désigne plusieurs, ou est illisible
   4  la machine : pas de carnet ici, disque plein, carnet occupé
   5  un conflit que quelqu'un doit trancher
  70  un défaut de cafe : merci de le signaler
 130  interrompu (Ctrl-C)

Dans un script :
  cafe check --strict || echo "à corriger avant de publier"
)",
     R"(   0  done, found, clean
   1  nothing found; 'cafe check' found an error (with --strict, a warning too)
   2  usage error: unknown command, option, field, value or area
   3  the record named does not exist, names several, or cannot be read
   4  the machine: no notebook here, disk full, notebook in use
   5  a conflict that somebody must settle
  70  a bug in cafe: please report it
 130  interrupted (Ctrl-C)

In a script:
  cafe check --strict || echo "put this right before publishing"
)"}};

constexpr Topic query{"query",
                      {"comment poser une question à find, list et mail list --to",
                       "how to put a question to find, list and mail list --to"},
                      {R"(Pour « find », la question se dit comme on parle. Pour « list » et « mail list
--to », tous ses mots doivent être vrais. Partout on peut écrire :

  theme:logement         ce thème, ou un mot qui le dit
  public:jeunes          pour ces personnes
  kind:ccas-cias         ce genre de partenaire
  in:Fumel               qui intervient sur tout ce territoire
  touches:circo-fumel    qui intervient sur une partie au moins
  address.commune:Agen   un champ et sa valeur ; « cafe explain CHAMP » l'explique
  siret:                 le champ est rempli
  verified.on:2026-01..  à partir de ; ..2026-01 jusqu'à ; A..B entre les deux
  not:kind:mairie        le contraire
  theme:mobilite OR theme:logement
  (a OR b) c             les parenthèses groupent
  "bons alimentaires"    ces mots, dans cet ordre

Les parenthèses, les guillemets et les apostrophes se mettent entre apostrophes :
  cafe list '(theme:mobilite OR theme:logement) in:Fumel'
)",
                       R"(For 'find', ask as you speak. For 'list' and 'mail list --to' every word must be
true. Everywhere you may write:

  theme:housing          this theme, or a word for it
  public:jeunes          for these people
  kind:ccas-cias         this kind of partner
  in:Fumel               who serves all of the area
  touches:circo-fumel    who serves at least a part of it
  address.commune:Agen   a field and its value; 'cafe explain FIELD' explains it
  siret:                 the field is filled in
  verified.on:2026-01..  from then on; ..2026-01 until then; A..B between
  not:kind:mairie        the contrary
  theme:mobilite OR theme:logement
  (a OR b) c             parentheses group
  "bons alimentaires"    these words in this order

Parentheses and quotation marks go between apostrophes:
  cafe list '(theme:mobilite OR theme:logement) in:Fumel'
)"}};

constexpr Topic formats{"formats",
                        {"ce que cafe écrit pour les tableurs, les courriels et les programmes",
                         "what cafe writes for spreadsheets, mail and programs"},
                        {R"(Un tableau (list, find, meeting list…) :
  --csv, --tsv      pour un tableur
  --json, --jsonl   pour un programme : un document, ou un objet par ligne
  --fields A,B      ces champs seulement : name,phones.number,address.commune
  --count           combien
  -0                les identifiants, pour xargs -0

Des adresses (mail list --format) :
  emails, rfc5322, outlook   à coller dans « À »
  csv, csv-excel             pour un publipostage
  json                       pour un programme

Le reste :
  check --format short, json, github
  publish --format html, md

Hors d'un terminal, rien n'est coupé ni coloré. Les noms de
champs ne sont jamais traduits. Les données vont sur la sortie standard, tout ce
qui s'adresse à vous sur la sortie d'erreur.
)",
                         R"(A table (list, find, meeting list…):
  --csv, --tsv      for a spreadsheet
  --json, --jsonl   for a program: one document, or one object per line
  --fields A,B      these fields only: name,phones.number,address.commune
  --count           how many
  -0                the ids, for xargs -0

Addresses (mail list --format):
  emails, rfc5322, outlook   to paste into 'To'
  csv, csv-excel             for a mail merge
  json                       for a program

The rest:
  check --format short, json, github
  publish --format html, md

Away from a terminal nothing is cut or coloured. Field names are never
translated. Data go to standard output, all that speaks to you to standard error.
)"}};

}  // namespace

std::span<const Topic> help_topics() {
    static constexpr std::array<Topic, 3> all{exit_codes, query, formats};
    return all;
}

}  // namespace cafe::cmd
