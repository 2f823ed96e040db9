#include "yaml/rules.hpp"

#include <array>

namespace cafe::yaml {

namespace rule {

const Rule empty_text{
    "E001",
    Severity::error,
    "le fichier est vide",
    "the file is empty",
    "Un fichier de zéro octet est presque toujours une écriture interrompue (disque plein, coupure). La dernière "
    "version est dans git.",
    "A file of zero bytes is nearly always a write that was cut short (full disk, power cut). The last version is "
    "in git.",
    "# partners/ccas-fumel.yaml\n",
    "# partners/ccas-fumel.yaml\nname: CCAS de Fumel\n"};

const Rule no_record{
    "E002",
    Severity::error,
    "le fichier ne contient que des commentaires",
    "the file holds only comments",
    "Une fiche commence par une ligne « clé: valeur ». Une ligne qui commence par # n'est lue par personne.",
    "A record begins with a line `key: value`. A line that begins with # is read by nobody.",
    "# à remplir\n",
    "# à remplir\nname: CCAS de Fumel\n"};

const Rule too_large{
    "E003",
    Severity::error,
    "le fichier est trop grand",
    "the file is too large",
    "Une fiche a au plus 1 Mio (1 048 576 octets), soit des centaines de pages. Un fichier plus grand n'est pas "
    "une fiche, ou contient une pièce jointe.",
    "A record has at most 1 MiB (1,048,576 bytes), hundreds of pages. A larger file is no record, or has something "
    "attached.",
    "notes: <a × 1048576>\n",
    "notes: Le rapport annuel est sur le disque commun.\n"};

const Rule not_utf8{
    "E004",
    Severity::error,
    "le texte n'est pas en UTF-8",
    "the text is not UTF-8",
    "Les fiches sont en UTF-8, le codage de tous les éditeurs récents. Un vieux logiciel enregistre parfois en « "
    "ANSI », « Windows-1252 » ou « Unicode » (UTF-16) : les accents deviennent illisibles pour les autres.",
    "Records are UTF-8, the encoding of every recent editor. Old software sometimes saves as \"ANSI\", "
    "\"Windows-1252\" or \"Unicode\" (UTF-16): accents become unreadable for everyone else.",
    "name: H<0xE9>l<0xE8>ne\n",
    "name: Hélène\n"};

const Rule control_character{
    "E005",
    Severity::error,
    "caractère de commande dans le texte",
    "control character in the text",
    "Un caractère invisible qui commande un terminal ou coupe un texte (NUL, échappement, marque d'ordre au milieu "
    "du fichier). Il vient d'un copier-coller ou d'un fichier abîmé, jamais du clavier.",
    "An invisible character that commands a terminal or cuts a text (NUL, escape, a byte order mark inside the "
    "file). It comes from pasting or from a damaged file, never from the keyboard.",
    "name: CCAS<U+001B>\n",
    "name: CCAS\n"};

const Rule lone_carriage_return{
    "E006",
    Severity::error,
    "retour chariot isolé",
    "carriage return without line feed",
    "Une fin de ligne s'écrit LF (Linux, Mac) ou CR LF (Windows). Un CR seul est une fin de ligne pour certains "
    "logiciels et pas pour d'autres : la même fiche dirait deux choses.",
    "A line ends with LF (Linux, Mac) or CR LF (Windows). A CR alone ends the line for some software and not for "
    "other: the same record would say two things.",
    "name: CCAS<U+000D>kind: ccas-cias\n",
    "name: CCAS\nkind: ccas-cias\n"};

const Rule line_separator{
    "E007",
    Severity::error,
    "séparateur de ligne U+2028 ou U+2029",
    "line separator U+2028 or U+2029",
    "Ces caractères invisibles, collés depuis une page web ou un PDF, sont une fin de ligne pour certains "
    "logiciels et pas pour d'autres.",
    "These invisible characters, pasted from a web page or a PDF, end the line for some software and not for other.",
    "summary: Aide<U+2028>sociale\n",
    "summary: Aide sociale\n"};

const Rule conflict_marker{
    "E008",
    Severity::error,
    "conflit git non résolu",
    "unresolved git conflict",
    "Git n'a pas su réunir deux modifications et a laissé les deux versions, entre des lignes de <, = et >. Il "
    "faut garder ce que chacun a écrit, choisir là où ce n'est pas possible, puis supprimer ces lignes.",
    "Git could not join two changes and left both versions between lines of <, = and >. Keep what each wrote, "
    "choose where that cannot be, then delete these lines.",
    "<<<<<<< HEAD\nname: CCAS\n=======\nname: CCAS de Fumel\n>>>>>>> copie\n",
    "name: CCAS de Fumel\n"};

const Rule unclosed_quote{
    "E010",
    Severity::error,
    "un guillemet ouvert n'est jamais fermé",
    "opening quote is never closed",
    "Un texte entre guillemets se termine sur sa ligne, par le même guillemet. Sans lui, tout le reste de la fiche "
    "serait avalé dans ce texte.",
    "A quoted text ends on its own line, with the same quote. Without it all the rest of the record would be "
    "swallowed into this text.",
    "name: \"CCAS de Fumel\nkind: ccas-cias\n",
    "name: \"CCAS de Fumel\"\nkind: ccas-cias\n"};

const Rule quoted_over_lines{
    "E011",
    Severity::error,
    "texte entre guillemets sur plusieurs lignes",
    "quoted text over several lines",
    "Un texte entre guillemets tient sur une ligne, pour qu'un guillemet oublié se voie sur la sienne. Un texte "
    "plus long s'écrit en bloc, après |.",
    "A quoted text stands on one line, so that a forgotten quote shows on its own. A longer text is written as a "
    "block, after |.",
    "summary: \"Aide sociale\n  et logement\"\n",
    "summary: \"Aide sociale et logement\"\n"};

const Rule plain_over_lines{
    "E012",
    Severity::error,
    "texte sur plusieurs lignes",
    "text over several lines",
    "Un texte sans guillemets tient sur une ligne. Un texte plus long s'écrit en bloc : | après la clé, puis les "
    "lignes en retrait.",
    "A text without quotes stands on one line. A longer text is written as a block: | behind the key, then "
    "indented lines.",
    "description: Aide sociale\n  et logement\n",
    "description: |\n  Aide sociale\n  et logement\n"};

const Rule colon_in_text{
    "E013",
    Severity::error,
    "deux-points dans un texte sans guillemets",
    "colon in a text without quotes",
    "Un deux-points suivi d'une espace sépare une clé de sa valeur. Le deux-points de la typographie française "
    "doit donc être entre guillemets.",
    "A colon followed by a space separates a key from its value. A colon inside a text needs quotes around the "
    "text.",
    "summary: Aide sociale : colis\n",
    "summary: \"Aide sociale : colis\"\n"};

const Rule no_space_after_colon{"E014",
                                Severity::error,
                                "espace manquante après le deux-points",
                                "no space after the colon",
                                "Une clé est séparée de sa valeur par un deux-points et une espace.",
                                "A key is separated from its value by a colon and a space.",
                                "name:CCAS de Fumel\n",
                                "name: CCAS de Fumel\n"};

const Rule no_break_space_colon{
    "E015",
    Severity::error,
    "espace insécable après le deux-points",
    "no-break space after the colon",
    "L'espace insécable que les traitements de texte ajoutent autour du deux-points n'est pas une espace pour YAML "
    ": la ligne entière serait lue comme un seul texte.",
    "The no-break space that word processors add around a colon is no space for YAML: the whole line would read as "
    "one text.",
    "name:<U+00A0>CCAS de Fumel\n",
    "name: CCAS de Fumel\n"};

const Rule missing_colon{"E016",
                         Severity::error,
                         "ligne sans deux-points",
                         "line without a colon",
                         "Ici chaque ligne est « clé: valeur ». Un texte seul n'est rattaché à rien et serait perdu.",
                         "Here every line is `key: value`. A text on its own belongs to nothing and would be lost.",
                         "name: CCAS de Fumel\nville\n",
                         "name: CCAS de Fumel\nx-ville: Fumel\n"};

const Rule text_after_value{
    "E017",
    Severity::error,
    "texte après la fin de la valeur",
    "text after the end of the value",
    "Après le guillemet ou le crochet fermant, la ligne est finie. Un guillemet à l'intérieur d'un texte s'écrit "
    "\\\" entre guillemets doubles, '' entre apostrophes ; ou bien « ».",
    "After the closing quote or bracket the line is over. A quote inside a text is written \\\" between double "
    "quotes, '' between single ones.",
    "name: \"Le \"Café\" de Fumel\"\n",
    "name: \"Le \\\"Café\\\" de Fumel\"\n"};

const Rule reserved_start{
    "E018",
    Severity::error,
    "un texte ne peut pas commencer par ce signe",
    "a text cannot begin with this sign",
    "@ ` % , ] } et quelques autres signes sont réservés par YAML au début d'un texte. Entre guillemets, tout est "
    "permis.",
    "@ ` % , ] } and a few other signs are reserved by YAML at the start of a text. Between quotes everything is "
    "allowed.",
    "name: @coop\n",
    "name: \"@coop\"\n"};

const Rule tab{
    "E019",
    Severity::error,
    "tabulation",
    "tab",
    "Une tabulation n'a pas la même largeur partout : le retrait serait lu différemment d'un éditeur à l'autre. "
    "Elle n'est permise qu'entre guillemets, dans un commentaire ou dans un texte en bloc.",
    "A tab is not equally wide everywhere: the indentation would read differently from one editor to the next. It "
    "is allowed only between quotes, in a comment or in a block text.",
    "address:\n\tcommune: Fumel\n",
    "address:\n  commune: Fumel\n"};

const Rule anchor{
    "E020",
    Severity::error,
    "ancre (&)",
    "anchor (&)",
    "Les ancres de YAML font dépendre une ligne d'une autre ; les fiches n'en ont pas. Un texte qui commence par & "
    "se met entre guillemets.",
    "YAML's anchors make one line depend on another; records have none. A text that begins with & goes between "
    "quotes.",
    "name: &nom CCAS\n",
    "name: CCAS\n"};

const Rule alias{
    "E021",
    Severity::error,
    "renvoi (*)",
    "alias (*)",
    "Les renvois de YAML font dépendre une ligne d'une autre ; les fiches n'en ont pas. Un texte qui commence par "
    "* (une étoile, du gras) se met entre guillemets.",
    "YAML's aliases make one line depend on another; records have none. A text that begins with * (a star, bold) "
    "goes between quotes.",
    "notes: *important*\n",
    "notes: \"*important*\"\n"};

const Rule tag{
    "E022",
    Severity::error,
    "étiquette de type (!)",
    "tag (!)",
    "Les étiquettes de YAML disent à un programme quoi construire ; dans une fiche tout est texte. Un texte qui "
    "commence par ! se met entre guillemets.",
    "YAML's tags tell a program what to build; in a record everything is text. A text that begins with ! goes "
    "between quotes.",
    "name: !!str CCAS\n",
    "name: CCAS\n"};

const Rule merge_key{"E023",
                     Severity::error,
                     "clé de fusion (<<)",
                     "merge key (<<)",
                     "La clé << copie un autre passage ; dans une fiche, chaque champ est écrit à sa place.",
                     "The key << copies another passage; in a record every field is written where it belongs.",
                     "address:\n  <<: x\n",
                     "address:\n  commune: Fumel\n"};

const Rule directive{"E024",
                     Severity::error,
                     "directive (%)",
                     "directive (%)",
                     "Une ligne qui commence par % règle le lecteur YAML ; une fiche n'en a pas besoin.",
                     "A line that begins with % adjusts the YAML reader; a record needs none.",
                     "%YAML 1.2\n---\nname: CCAS\n",
                     "name: CCAS\n"};

const Rule several_documents{
    "E025",
    Severity::error,
    "plusieurs documents dans un fichier",
    "several documents in one file",
    "Un fichier, une fiche. Ce qui suit « --- » ou « ... » serait perdu pour beaucoup de logiciels.",
    "One file, one record. What follows `---` or `...` would be lost to much software.",
    "name: CCAS\n---\nname: MSA\n",
    "name: CCAS\n"};

const Rule complex_key{
    "E026",
    Severity::error,
    "la clé n'est pas un simple mot",
    "the key is no simple word",
    "Une clé est un mot ou un texte sur une ligne, jamais une liste ni un point d'interrogation suivi d'une espace.",
    "A key is a word or a text on one line, never a list nor a question mark followed by a space.",
    "? name\n: CCAS\n",
    "name: CCAS\n"};

const Rule empty_key{"E027",
                     Severity::error,
                     "clé vide",
                     "empty key",
                     "Avant le deux-points il faut un nom de champ.",
                     "Before the colon there must be the name of a field.",
                     ": CCAS\n",
                     "name: CCAS\n"};

const Rule long_key{
    "E028",
    Severity::error,
    "clé trop longue",
    "key too long",
    "Une clé a au plus 1 024 caractères (un accent compte pour deux) ; au-delà, c'est un texte mal placé.",
    "A key has at most 1,024 characters (an accent counts as two); beyond that it is a misplaced text.",
    "<x × 1025>: \"47\"\n",
    "x-code: \"47\"\n"};

const Rule twin_key{
    "E029",
    Severity::error,
    "clé écrite deux fois",
    "key written twice",
    "Une clé ne figure qu'une fois dans le même bloc : sinon l'une des deux valeurs serait perdue sans bruit. Deux "
    "écritures du même accent comptent pour la même clé.",
    "A key stands once in the same block: otherwise one of the two values would be lost in silence. Two ways of "
    "writing the same accent are the same key.",
    "name: CCAS\nkind: ccas-cias\nname: CIAS\n",
    "name: CCAS\nkind: ccas-cias\naliases: [CIAS]\n"};

const Rule too_deep{"E030",
                    Severity::error,
                    "trop de niveaux",
                    "too many levels",
                    "Une fiche a au plus 16 niveaux de listes et de blocs les uns dans les autres.",
                    "A record has at most 16 levels of lists and blocks inside each other.",
                    "x-a: [[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]\n",
                    "x-a: [[1]]\n"};

const Rule too_many_nodes{"E031",
                          Severity::error,
                          "trop de valeurs",
                          "too many values",
                          "Une fiche a au plus 50 000 clés, valeurs et listes.",
                          "A record has at most 50,000 keys, values and lists.",
                          "tags: [<a, × 50000>a]\n",
                          "tags: [accueil, repas]\n"};

const Rule not_a_mapping{"E032",
                         Severity::error,
                         "le fichier n'est pas une suite de « clé: valeur »",
                         "the file is no list of `key: value`",
                         "Une fiche commence par des clés, pas par une liste ni par un texte seul.",
                         "A record begins with keys, not with a list or a text on its own.",
                         "- CCAS\n- MSA\n",
                         "name: CCAS\naliases:\n  - CIAS\n"};

const Rule indentation{
    "E033",
    Severity::error,
    "retrait incohérent",
    "indentation does not fit",
    "Les champs d'un même bloc commencent dans la même colonne ; ce qui appartient à une clé est en retrait sous "
    "elle.",
    "The fields of one block begin in the same column; what belongs to a key is indented below it.",
    "address:\n    commune: Fumel\n  postcode: \"47500\"\n",
    "address:\n  commune: Fumel\n  postcode: \"47500\"\n"};

const Rule unclosed_bracket{
    "E034",
    Severity::error,
    "un crochet ouvert n'est jamais fermé",
    "opening bracket is never closed",
    "Une liste [a, b] ou un bloc {a: b} peut courir sur plusieurs lignes, en retrait, jusqu'à son signe fermant.",
    "A list [a, b] or a block {a: b} may run over several indented lines, up to its closing sign.",
    "themes: [logement, budget\nname: CCAS\n",
    "themes: [logement, budget]\nname: CCAS\n"};

const Rule comma{"E035",
                 Severity::error,
                 "virgule manquante ou en trop",
                 "comma missing or too many",
                 "Entre crochets ou accolades, les valeurs sont séparées par une virgule, une seule.",
                 "Between brackets or braces values are separated by one comma.",
                 "themes: [\"logement\" \"budget\"]\n",
                 "themes: [\"logement\", \"budget\"]\n"};

const Rule bad_escape{
    "E036",
    Severity::error,
    "barre oblique inverse mal suivie",
    "backslash followed by the wrong sign",
    "Entre guillemets doubles, \\ annonce un signe spécial (\\\" ou \\\\). Pour écrire une barre oblique inverse, "
    "la doubler ou utiliser des apostrophes.",
    "Between double quotes \\ announces a special sign (\\\" or \\\\). To write a backslash, double it or use "
    "single quotes.",
    "notes: \"C:\\Users\"\n",
    "notes: \"C:\\\\Users\"\n"};

const Rule forbidden_escape{
    "E037",
    Severity::error,
    "caractère de commande caché derrière \\",
    "control character hidden behind \\",
    "\\0, \\r, \\e et leurs pareils mettent dans la fiche un caractère qui commande un terminal, coupe un texte ou "
    "ajoute une ligne à un courriel.",
    "\\0, \\r, \\e and the like put a character into the record that commands a terminal, cuts a text or adds a "
    "line to a mail.",
    "name: \"CCAS\\0\"\n",
    "name: \"CCAS\"\n"};

const Rule list_on_key_line{
    "E038",
    Severity::error,
    "liste sur la ligne de sa clé",
    "list on the line of its key",
    "Les tirets d'une liste vont sous la clé, un par ligne. Un texte qui commence par un tiret et une espace se "
    "met entre guillemets.",
    "The dashes of a list go below the key, one per line. A text that begins with a dash and a space goes between "
    "quotes.",
    "themes: - logement\n",
    "themes:\n  - logement\n"};

const Rule block_header{
    "E039",
    Severity::error,
    "texte après | ou >",
    "text behind | or >",
    "Après | ou >, la ligne est finie ; le texte commence à la ligne suivante, en retrait. Un texte qui commence "
    "par > ou | se met entre guillemets.",
    "After | or > the line is over; the text begins on the next line, indented. A text that begins with > or | "
    "goes between quotes.",
    "publics_note: > 18 ans\n",
    "publics_note: \"> 18 ans\"\n"};

const Rule block_indentation{
    "E040",
    Severity::error,
    "retrait d'un texte en bloc",
    "indentation of a block text",
    "La première ligne d'un texte en bloc fixe son retrait. Les lignes vides avant elle ne peuvent pas être plus "
    "en retrait.",
    "The first line of a block text sets its indentation. Blank lines before it cannot be indented further.",
    "description: |\n     \n  Aide sociale\n",
    "description: |\n  Aide sociale\n"};

const Rule pair_in_list{
    "E041",
    Severity::error,
    "deux-points dans une liste entre crochets",
    "colon in a list in brackets",
    "Dans [a, b], un deux-points suivi d'une espace ferait d'un texte un petit bloc. Le texte se met entre "
    "guillemets ; un vrai bloc s'écrit {clé: valeur}.",
    "In [a, b] a colon followed by a space would turn a text into a small block. Put the text between quotes; a "
    "real block is written {key: value}.",
    "missions: [Aide : colis]\n",
    "missions: [\"Aide : colis\"]\n"};

const Rule key_without_value{
    "E042",
    Severity::error,
    "clé sans deux-points entre accolades",
    "key without a colon in braces",
    "Entre accolades, chaque champ est « clé: valeur ». Une simple liste s'écrit entre crochets.",
    "Between braces every field is `key: value`. A simple list is written in brackets.",
    "themes: {logement, budget}\n",
    "themes: [logement, budget]\n"};

const Rule two_readings{
    "E049",
    Severity::error,
    "passage lu de deux façons",
    "passage that reads in two ways",
    "Deux lecteurs indépendants relisent chaque fiche ; quand ils ne sont pas d'accord, elle est refusée plutôt "
    "que devinée.",
    "Two independent readers read each record; where they disagree it is refused rather than guessed.",
    "",
    ""};

const Rule glued_comment{
    "W001",
    Severity::warning,
    "la fin de la ligne est un commentaire",
    "the end of the line is a comment",
    "Après une espace, # commence un commentaire : ce qui suit n'est pas dans la fiche. Si c'en est le texte (« "
    "Tapez #2 »), il faut des guillemets ; si c'est un commentaire, une espace après #.",
    "After a space # begins a comment: what follows is not in the record. If it is part of the text (\"press #2\") "
    "it needs quotes; if it is a comment, put a space behind #.",
    "notes: Tapez #2\n",
    "notes: \"Tapez #2\"\n"};

const Rule invisible_in_key{"W002",
                            Severity::warning,
                            "caractère invisible dans une clé",
                            "invisible character in a key",
                            "Un caractère invisible, venu d'un copier-coller, fait de cette clé un champ inconnu.",
                            "An invisible character that came with pasting makes an unknown field of this key.",
                            "n<U+200B>ame: CCAS\n",
                            "name: CCAS\n"};

const Rule no_break_space_in_key{
    "W003",
    Severity::warning,
    "espace insécable dans une clé",
    "no-break space in a key",
    "L'espace insécable que les traitements de texte mettent devant un deux-points, ou pour un retrait, devient une "
    "partie de la clé, qui n'est plus connue.",
    "The no-break space that word processors put before a colon, or to indent, becomes a part of the key, which is "
    "then unknown.",
    "name<U+00A0>: CCAS\n",
    "name: CCAS\n"};

const Rule bom{
    "H001",
    Severity::hint,
    "marque d'ordre des octets (BOM)",
    "byte order mark (BOM)",
    "Certains logiciels de Windows mettent trois octets invisibles en tête du fichier. Ils sont lus et gardés, "
    "mais inutiles et gênants pour d'autres outils.",
    "Some Windows software puts three invisible bytes at the head of the file. They are read and kept, but useless "
    "and in the way of other tools.",
    "<U+FEFF>name: CCAS\n",
    "name: CCAS\n"};

const Rule lookalike{
    "H002",
    Severity::hint,
    "d'autres logiciels y voient un nombre ou un oui/non",
    "other software sees a number or a yes/no here",
    "Pour cafe tout est texte. D'autres lecteurs de YAML perdent le zéro de 05000, lisent 12:30 comme 750 et no "
    "comme faux : les guillemets les en empêchent.",
    "For cafe everything is text. Other YAML readers drop the zero of 05000, read 12:30 as 750 and no as false: "
    "quotes prevent that.",
    "x-code: 05000\n",
    "x-code: \"05000\"\n"};

const Rule invisible_in_text{
    "H003",
    Severity::hint,
    "caractère invisible dans un texte",
    "invisible character in a text",
    "Un caractère invisible ou qui change le sens de lecture, souvent venu d'un copier-coller : la recherche ne "
    "trouvera pas ce mot.",
    "A character that is invisible or turns the reading direction, often pasted along: searching will not find "
    "this word.",
    "name: Coop<U+200B> 47\n",
    "name: Coop 47\n"};

const Rule curly_quotes{
    "H004",
    Severity::hint,
    "guillemets courbes autour du texte",
    "curly quotes around the text",
    "Les guillemets courbes des traitements de texte ne sont pas ceux de YAML : ils font partie du texte.",
    "The curly quotes of word processors are not YAML's: they are a part of the text.",
    "name: \342\200\234CCAS\342\200\235\n",
    "name: \"CCAS\"\n"};

const Rule closing_bracket{
    "H005",
    Severity::hint,
    "crochet fermant pas assez en retrait",
    "closing bracket not indented enough",
    "Le signe fermant d'une liste sur plusieurs lignes doit être plus en retrait que sa clé ; certains lecteurs de "
    "YAML refusent la fiche sinon.",
    "The closing sign of a list over several lines should be indented further than its key; some YAML readers "
    "refuse the record otherwise.",
    "themes: [\n  logement,\n]\n",
    "themes: [\n  logement,\n  ]\n"};

}  // namespace rule

std::span<const Rule* const> rules() {
    static constexpr std::array all{&rule::empty_text,
                                    &rule::no_record,
                                    &rule::too_large,
                                    &rule::not_utf8,
                                    &rule::control_character,
                                    &rule::lone_carriage_return,
                                    &rule::line_separator,
                                    &rule::conflict_marker,
                                    &rule::unclosed_quote,
                                    &rule::quoted_over_lines,
                                    &rule::plain_over_lines,
                                    &rule::colon_in_text,
                                    &rule::no_space_after_colon,
                                    &rule::no_break_space_colon,
                                    &rule::missing_colon,
                                    &rule::text_after_value,
                                    &rule::reserved_start,
                                    &rule::tab,
                                    &rule::anchor,
                                    &rule::alias,
                                    &rule::tag,
                                    &rule::merge_key,
                                    &rule::directive,
                                    &rule::several_documents,
                                    &rule::complex_key,
                                    &rule::empty_key,
                                    &rule::long_key,
                                    &rule::twin_key,
                                    &rule::too_deep,
                                    &rule::too_many_nodes,
                                    &rule::not_a_mapping,
                                    &rule::indentation,
                                    &rule::unclosed_bracket,
                                    &rule::comma,
                                    &rule::bad_escape,
                                    &rule::forbidden_escape,
                                    &rule::list_on_key_line,
                                    &rule::block_header,
                                    &rule::block_indentation,
                                    &rule::pair_in_list,
                                    &rule::key_without_value,
                                    &rule::two_readings,
                                    &rule::glued_comment,
                                    &rule::invisible_in_key,
                                    &rule::no_break_space_in_key,
                                    &rule::bom,
                                    &rule::lookalike,
                                    &rule::invisible_in_text,
                                    &rule::curly_quotes,
                                    &rule::closing_bracket};
    return all;
}

}  // namespace cafe::yaml
