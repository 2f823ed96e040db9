#include "query/everyday.hpp"

#include <array>

namespace cafe::query {

namespace {

using Says = Everyday::Says;

// Written as people speak, in both languages. What the vocabularies have is not said again.
constexpr std::array table{
    // ---- Housing
    Everyday{Says::theme, "logement", "roof; appart; sans toit ni loi; habiter"},
    Everyday{Says::theme, "logement-recherche",
             "studio; T2; T3; chambre à louer; find a flat; rent a flat; place to rent; apartment; dépôt de garantie; "
             "premier appartement; premier appart; deposit"},
    Everyday{Says::theme, "logement-impayes",
             "ne paie plus son loyer; loyer en retard; retard de loyer; expulsion locative; evict; evicted; landlord "
             "wants me out; behind with rent; behind on rent; can't pay rent; mis à la porte; propriétaire me met "
             "dehors; mettre dehors par mon propriétaire"},
    Everyday{Says::theme, "logement-amelioration",
             "moisi; humidité; humide; mould; mold; toiture; toit qui fuit; leaking roof; salle de bain adaptée; "
             "adapter la salle de bain; douche adaptée; monte-escalier; stairlift; cafards; cockroaches; bed bugs; "
             "isolation; isoler ma maison; logement insalubre; maison froide; chaudière; boiler; insulation; fenêtres"},
    Everyday{Says::theme, "energie-eau",
             "coupure edf; coupure de courant; électricité coupée; plus de courant; facture edf; facture d'eau; "
             "facture de gaz; bois de chauffage; fioul; se chauffer; heating; power cut; electricity bill; gas bill; "
             "water bill; energy bills; cut off"},
    Everyday{Says::theme, "hebergement",
             "sans toit; sans logement; dormir ce soir; dormir dehors; dort dehors; dort dans sa voiture; dors dans ma "
             "voiture; dormir dans sa voiture; place to sleep; sleep tonight; sleeping rough; nowhere to sleep; "
             "nowhere to go; sleeping in his car; sleeping in her car; lit pour la nuit; place en foyer; mis dehors; "
             "sans-abri; on the street; loger d'urgence; logement d'urgence"},
    Everyday{Says::theme, "domiciliation",
             "recevoir son courrier; recevoir mon courrier; get their mail; receive mail; get my mail; sans adresse; "
             "pas d'adresse; no address; adresse pour le courrier"},
    // ---- Rights
    Everyday{Says::theme, "demarches-administratives",
             "ID card; identity card; passport; remplir un dossier; remplir un papier; fill in a form; filling in "
             "forms; help with forms; état civil; acte de naissance; birth certificate; taxes; tax return; changement "
             "d'adresse; photocopie"},
    Everyday{Says::theme, "droits-sociaux",
             "sans ressources; plus de ressources; no income; no money coming in; allocs; complément familial; social "
             "services; quels droits; aides sociales; simulation de droits"},
    Everyday{Says::theme, "justice-droit",
             "juriste; notaire; huissier de justice; procès; plainte; porter plainte; déposer plainte; conflit de "
             "voisinage; litige; arnaque; sortie de prison; sort de prison; prison; out of prison; released from "
             "prison; solicitor; legal aid; press charges; victime d'arnaque; scam; bracelet électronique"},
    Everyday{Says::theme, "discriminations", "raciste; racism; homophobie; sexisme; inégalité"},
    Everyday{Says::theme, "citoyennete-etrangers",
             "sans papiers; régularisation; régulariser; undocumented; papiers français; récépissé; visa; regroupement "
             "familial; asylum seeker; asylum seekers; residence card; immigrant; immigrants; ukrainien; ukrainienne; "
             "afghan; syrien; protection subsidiaire"},
    Everyday{Says::theme, "protection-juridique",
             "tuteur; curateur; tutrice; curatrice; mandataire; mettre sous tutelle; abus de faiblesse; guardian"},
    // ---- Money
    Everyday{Says::theme, "budget", "sous; plus un sou; fins de mois; fin de mois; broke; argent de poche"},
    Everyday{Says::theme, "aides-financieres",
             "coup de pouce; secours d'urgence; aide exceptionnelle; emergency money; financial help; financial aid; "
             "hardship fund; chèque d'urgence"},
    Everyday{Says::theme, "gestion-budget",
             "compte bloqué; interdit bancaire; ouvrir un compte; gérer son budget; gérer mon argent; tenir son "
             "budget; chéquier; bank; debt advice; budget advice"},
    Everyday{Says::theme, "surendettement",
             "trop de crédits; trop de dettes; endetté; endettés; huissiers; saisie sur salaire; crédit conso; crédit "
             "à la consommation; debts; in debt; loan sharks; debt advice"},
    // ---- Food and things
    Everyday{Says::theme, "aide-alimentaire",
             "faim; j'ai faim; a faim; rien à manger; rien dans le frigo; frigo vide; bouffe; courses; se nourrir; "
             "panier repas; légumes; lait; lait infantile; lait bébé; hungry; nothing to eat; free food; free meal; "
             "food parcel; food parcels; food aid; vegetables; épicerie; baby milk; baby formula; bons alimentaires"},
    Everyday{Says::theme, "vetements",
             "s'habiller; fringues; manteau; manteaux; blouson; chaussure; vêtements chauds; vêtements de bébé; "
             "clothing; clothes for kids; warm clothes; coat; shoes; trousseau"},
    Everyday{
        Says::theme, "meubles-electromenager",
        "lit; matelas; table; canapé; gazinière; réfrigérateur; frigidaire; cuisinière; lave linge; bed; mattress; "
        "cooker; household goods; meubler; rien dedans; s'équiper"},
    Everyday{Says::theme, "aide-domicile",
             "femme de ménage; ménage à domicile; repas à domicile; aide à la toilette; help at home; helps at home; "
             "home care; cleaning lady; meal delivery; tombe souvent; soins à domicile; garde à domicile; courses à "
             "domicile"},
    Everyday{Says::theme, "hygiene",
             "se laver; prendre une douche; laver son linge; laver mon linge; couche; couches bébé; serviettes "
             "hygiéniques; tampons; wash clothes; diapers; sanitary pads; laverie automatique"},
    // ---- Health
    Everyday{Says::theme, "acces-soins",
             "toubib; docteur; ordonnance; généraliste; infirmier; infirmière; kiné; ophtalmo; lunettes; dents; dent; "
             "mal aux dents; glasses; nurse; see a doctor; medical cover; se faire soigner; pas de mutuelle; sans "
             "mutuelle; sage-femme; midwife; pharmacie; urgences; carte de sécu; remboursement; sécurité sociale; "
             "arrêt maladie; indemnités journalières; complémentaire"},
    Everyday{Says::theme, "sante-mentale",
             "déprime; déprimé; déprimée; dépressif; dépressive; idées noires; se suicider; veut mourir; angoisse; "
             "angoisses; anxiété; stress; schizophrène; bipolaire; parano; craque; au bout du rouleau; n'en peut plus; "
             "mal dans sa peau; dans sa tête; depressed; depressive; anxiety; suicidal; mental health; panic attacks; "
             "s'enferme chez lui; thérapeute; counselling; someone to talk to"},
    Everyday{Says::theme, "addictions",
             "boit; boit trop; bois trop; boire; alcoolique; alcoolisme; ivre; saoul; fumer; fume; arrêter de fumer; "
             "cigarette; shit; joint; joints; héroïne; cocaïne; drogué; droguée; se drogue; toxicomane; jeux d'argent; "
             "jeux vidéo; accro; accro aux écrans; addict; drinks too much; drinking; alcoholic; quit smoking; stop "
             "smoking; weed; drug; gaming; screens; screen addiction; methadone; méthadone; alcoholism"},
    Everyday{Says::theme, "sante-sexuelle",
             "enceinte; pilule; avortement; avorter; stérilet; test de grossesse; pregnant; birth control; std; "
             "dépistage VIH"},
    Everyday{Says::theme, "prevention-sante",
             "diabète; diabétique; diabetes; tension; vaccin; vaccins; nourrisson; nourrissons; peser mon bébé; peser "
             "bébé; pesée; baby clinic; weigh my baby; visite médicale; grand froid"},
    // ---- Disability and age
    Everyday{Says::theme, "handicap-droits",
             "handicapé; handicapée; fauteuil; fauteuil roulant; wheelchair; carte de stationnement; enfant handicapé; "
             "reconnaissance travailleur handicapé; ULIS"},
    Everyday{Says::theme, "handicap-accompagnement",
             "autiste; autistic; trisomie; aveugle; surdité; dyslexie; dyslexique; travailleur handicapé; travailleurs "
             "handicapés; aménagement de poste"},
    Everyday{Says::theme, "grand-age",
             "maison de retraite; perd la mémoire; perd la tête; chute; chutes; tombe; vieillir; retirement home; "
             "nursing home; pension; pensions; réversion; pension de réversion; retirement pension; falls"},
    Everyday{Says::theme, "aidants",
             "épuisée; épuisé; souffler un peu; s'occupe de sa mère; s'occupe de son père; "
             "looking after my mother; aidante; exhausted carer"},
    // ---- Families
    Everyday{Says::theme, "petite-enfance",
             "garder mon fils; garder ma fille; garder mes enfants; garder les enfants; garde d'enfants; faire garder; "
             "place en crèche; assmat; babysitter; baby-sitter; babysitting; day care; daycare; kindergarten; centre "
             "aéré; nourrice; creches; accouché; accoucher; accouchement; newborn; multi-accueil"},
    Everyday{Says::theme, "parentalite",
             "mon fils ne m'écoute plus; ado difficile; crise d'adolescence; jeunes parents; jeune maman; éduquer; "
             "bébé ne dort pas; parenting help; raise my kids"},
    Everyday{Says::theme, "separation-conflits",
             "violence; violences; conjoint violent; mari violent; femmes battues; il me tape; il me bat; me bat; "
             "frappe; me frappe; coups; battue; beats me; hits me; violent husband; abusive; abusive partner; quitter "
             "mon mari; se séparer; me séparer; je me sépare; garde des enfants; droit de visite; pension impayée; "
             "custody; child support; alimony; husband left; battered; battered women; women's shelter"},
    Everyday{Says::theme, "protection-enfance",
             "maltraitance; maltraité; enfant maltraité; enfants maltraités; enfant battu; enfant en danger; enfants "
             "en danger; mineur en danger; child in danger; child abuse; danger pour "
             "l'enfant; fugue; signalement; foster; placer; placé"},
    Everyday{Says::theme, "jeunesse",
             "youth; youth worker; young man; young woman; sans diplôme; ni école ni travail; galère; no diploma; "
             "without diploma; left school; service civique; drop out; CEJ; contrat jeune"},
    Everyday{Says::theme, "scolarite",
             "devoirs; classe; cours particuliers; soutien en maths; inscription à l'école; inscrire à l'école; "
             "inscrire mon enfant; inscrire mon fils; inscrire ma fille; sèche les cours; ne va plus à l'école; ne "
             "veut plus aller à l'école; phobie scolaire; collégien; lycéen; internat; fournitures scolaires; prof; "
             "school dropout; school enrolment; enrol; skipping school; harcèlement scolaire; bullying; bullied; "
             "canteen; after school; school meals"},
    // ---- Work
    Everyday{Says::theme, "emploi",
             "bosser; taf; taff; job; jobs; petit boulot; petits boulots; looking for work; "
             "find work; find a job; bosse; gagner sa vie"},
    Everyday{Says::theme, "recherche-emploi",
             "chômeur; chômeuse; au chômage; s'inscrire au chômage; offres d'emploi; job offers; unemployment; dole; "
             "trouver du travail; lost my job; perdu mon travail; perdu son emploi; licencié; licenciée; licenciement"},
    Everyday{Says::theme, "insertion-iae",
             "petits ménages; ménages chez des particuliers; retravailler; reprendre le travail; reprendre une "
             "activité; n'a pas travaillé depuis longtemps; contrat aidé; back into work; heures de ménage; "
             "jardinage chez des particuliers"},
    Everyday{Says::theme, "candidature",
             "curriculum; curriculum vitae; cover letters; job interview; refaire mon cv; "
             "lettre de candidature; job application"},
    Everyday{Says::theme, "orientation-pro",
             "changer de métier; quel métier; se reconvertir; career change; career; "
             "bilan de compétence; reconversion pro"},
    Everyday{Says::theme, "formation",
             "se former; apprenti; apprentie; stagiaire; training courses; remise à niveau; vocational training; CAP "
             "cuisine; faire une formation"},
    Everyday{Says::theme, "creation-entreprise",
             "monter ma boîte; créer ma boîte; monter mon entreprise; créer mon entreprise; se mettre à son compte; "
             "autoentrepreneur; start a business; my own business; entrepreneur"},
    // ---- Getting around
    Everyday{Says::theme, "vehicule",
             "bagnole; pas de voiture; plus de voiture; sans voiture; voiture en panne; voiture à louer; louer une "
             "voiture; louer une auto; garage; garagiste; mécanicien; réparer ma voiture; mobylettes; trottinette; "
             "vélo électrique; cheap car; car repair; rent a car; broke down; bike; moped"},
    Everyday{Says::theme, "transport",
             "minibus; bus des villages; aller chez le médecin; ne conduis plus; ne conduit plus; arrêt de bus; "
             "autocar; taxi; lift; get to the doctor; no car; ramassage; conduire à l'hôpital; emmener"},
    Everyday{Says::theme, "permis",
             "conduire; apprendre à conduire; leçons de conduite; heures de conduite; driving "
             "license; learn to drive; driving test; passer le code"},
    Everyday{Says::theme, "mobilite-aide",
             "essence; payer l'essence; carte de bus; frais de déplacement; petrol; fuel; "
             "frais d'essence; bons essence; gas money; gazole"},
    // ---- Digital
    Everyday{Says::theme, "numerique", "numérique; web; ordi; pc; digital help; borne internet"},
    Everyday{Says::theme, "numerique-demarches",
             "impôts en ligne; déclaration en ligne; sur internet; formulaire en ligne; formulaires en ligne; compte "
             "Ameli; compte CAF; online form; online forms; fill in online; prendre rendez-vous en ligne; espace "
             "client; déclaration d'impôts sur internet; site des impôts; demande en ligne; actualisation"},
    Everyday{Says::theme, "numerique-competences",
             "se servir d'un ordinateur; se servir d'internet; utiliser un ordinateur; utiliser une tablette; envoyer "
             "un mail; mot de passe; piraté; piratage; hacked; cours d'informatique; atelier numérique; initiation "
             "informatique; tablet; emails; use a computer; send an email; smartphones; password; apprendre "
             "l'informatique; internet lessons; computer class; computer classes"},
    Everyday{Says::theme, "numerique-equipement",
             "imprimer; impression; photocopies; photocopieuse; photocopieur; scanner; scan; scanner un document; "
             "print; printer; photocopy; prêt d'ordinateur; prêt ordinateur; ordi portable; ordinateur portable; "
             "laptop; accès internet; borne wifi; connexion internet; ordi reconditionné; ordinateur pas cher; "
             "cyber; cybercafé; cyberbase; recharger mon téléphone; fablab; imprimante 3D"},
    // ---- Language
    Everyday{Says::theme, "francais",
             "apprendre le français; parler français; parle pas français; ne parle pas français; cours de langue; "
             "sait pas lire; ne sait pas lire; sais pas lire; sait pas écrire; traducteur; traductrice; traduire; "
             "interprètes; translator; translation; learn French; French class; French classes; speak French; "
             "read and write; can't read; cannot read; illettré; illettrée; analphabètes"},
    Everyday{Says::theme, "calcul", "maths; calculer; savoir compter"},
    // ---- Company
    Everyday{Says::theme, "isolement",
             "seul; seule; isolé; isolée; personne isolée; personnes isolées; s'ennuie; je m'ennuie; s'ennuyer; "
             "voir du monde; rencontrer du monde; rencontrer des gens; parler à quelqu'un; visite à domicile; lonely; "
             "alone; isolated; bored; make friends; meet people; company for; coup de main; café associatif"},
    Everyday{Says::theme, "benevolat",
             "aider les autres; donner de mon temps; donner de son temps; volunteer; "
             "devenir bénévole; s'engager"},
    Everyday{Says::theme, "culture-sport",
             "livres; livre; lecture publique; musique; piscine; foot; club; vacances des enfants; colonie; colonie de "
             "vacances; partir en vacances; centre de vacances; books; swimming; music; summer camp; holiday; cinéma; "
             "théâtre; peinture; couture"},
    Everyday{Says::theme, "confiance",
             "reprendre confiance; confiance; coiffure; maquillage; cuisine; self confidence; "
             "couture"},
    Everyday{Says::theme, "agriculture",
             "ferme; paysan; paysans; éleveur; éleveurs; farm; farmer; viticulteur; "
             "maraîcher; ouvrier agricole; salarié agricole; seasonal work"},
    Everyday{Says::theme, "gens-du-voyage", "manouche; manouches; gitan; gitans; roms; caravanes; traveller"},

    // ---- People
    Everyday{Says::public_, "seniors",
             "grand-mère; grand-père; grands-parents; mamie; mémé; papi; papy; pépé; vieille dame; vieux monsieur; "
             "vieux; vieille; grandmother; grandfather; grandma; grandpa; old man; old woman; pensioner; pensioners; "
             "retraité; retraitée; personne âgée; personnes âgées; octogénaire; senior; older person"},
    Everyday{Says::public_, "familles",
             "couple; couples; maman; maman seule; maman solo; mère seule; mère célibataire; "
             "père seul; papa; single mother; single mum; single parent; lone parent; "
             "mère de famille; parent"},
    Everyday{Says::public_, "enfants",
             "petit garçon; petite fille; gamin; gamine; gamins; gosse; gosses; minot; "
             "fillette; toddler; baby; little boy; little girl; schoolchild"},
    Everyday{Says::public_, "jeunes",
             "ado; jeune homme; jeune fille; jeune femme; young man; young woman; young "
             "person; young adult; teen; teens; lycéen; lycéenne; apprenti; apprentie"},
    Everyday{Says::public_, "femmes", "dame; dames; épouse; women; wife; girl"},
    Everyday{Says::public_, "etudiants", "étudiante; student; fac; université; apprenti; apprentie; university"},
    Everyday{Says::public_, "demandeurs-emploi", "chômeur; chômeuse; au chômage; out of work"},
    Everyday{Says::public_, "exiles",
             "sans papiers; undocumented; exilé; exilée; migrant; asylum seeker; refugee; "
             "réfugiée; afghan; ukrainienne; ukrainien; syrien"},
    Everyday{Says::public_, "handicap",
             "handicapé; handicapée; handicapés; fauteuil roulant; wheelchair; autiste; "
             "travailleur handicapé; aveugle; sourd; malentendant"},
    Everyday{Says::public_, "urgence", "clochard; sans-abri; rough sleeper; à la rue; dans la rue"},
    Everyday{Says::public_, "agriculteurs", "agricultrice; paysan; paysanne; éleveur; farmer; exploitante"},
    Everyday{Says::public_, "justice", "ex-détenu; sortant de prison; sort de prison; sortie de prison; ex-prisoner"},

    // ---- Whose business it usually is
    Everyday{Says::usual, "caf",
             "APL; prime d'activité; allocations familiales; allocation; allocations; RSA; "
             "complément familial; CMG; pension alimentaire; ARIPA; VACAF"},
    Everyday{Says::usual, "cpam",
             "carte vitale; C2S; CSS; complémentaire santé; complémentaire santé solidaire; AME; "
             "assurance maladie; sécu; mutuelle; Ameli; indemnités journalières; PUMA"},
    Everyday{Says::usual, "carsat", "retraite; pension de réversion; réversion; retirement; dossier de retraite"},
    Everyday{Says::usual, "msa", "agriculteur; agriculteurs; agricole; ferme; exploitant agricole; farmers; farm"},
    Everyday{Says::usual, "france-travail",
             "chômage; demandeur d'emploi; offre; offres d'emploi; ARE; indemnisation; "
             "job centre; formation; recherche d'emploi"},
    Everyday{Says::usual, "mission-locale",
             "CEJ; contrat d'engagement jeune; PACEA; décrochage; FAJ; NEET; jeune; "
             "jeunes; youth; youth worker; 16-25; sans diplôme; ni école ni travail"},
    Everyday{Says::usual, "cap-emploi", "RQTH; maintien dans l'emploi; travailleur handicapé; aménagement de poste"},
    Everyday{Says::usual, "handicap", "MDPH; AAH; PCH; AEEH; AESH; CMI; dossier MDPH; RQTH; autiste; autisme"},
    Everyday{Says::usual, "departement", "APA; ASE; aide sociale à l'enfance; placement; CRIP"},
    Everyday{Says::usual, "cms",
             "assistante sociale; AS; PMI; FSL; RSA; polyvalence; travailleur social; social "
             "worker; facture d'eau; water bill; electricity bill; impayé; information préoccupante; enfance en "
             "danger; enfant en danger; puéricultrice"},
    Everyday{Says::usual, "ccas-cias",
             "domiciliation; aide facultative; registre; élection de domicile; bon "
             "alimentaire; secours; portage de repas; personne isolée; personnes isolées"},
    Everyday{Says::usual, "mairie",
             "carte d'identité; passeport; état civil; acte de naissance; inscription à "
             "l'école; inscrire à l'école; inscrire mon fils; inscrire ma fille; inscrire mon "
             "enfant; ID card; passport; carte électorale"},
    Everyday{Says::usual, "france-services",
             "carte grise; ANTS; impôts; déclaration d'impôts; déclaration; online "
             "forms; démarches en ligne; permis en ligne"},
    Everyday{Says::usual, "bailleur",
             "HLM; logement social; demande de logement; demande de logement social; numéro "
             "unique; social housing; council housing; mutation"},
    Everyday{Says::usual, "hebergement", "115; SIAO; CHRS; hébergement d'urgence; à la rue; FJT; shelter; sdf"},
    Everyday{Says::usual, "aide-alimentaire",
             "colis; colis alimentaire; faim; food bank; food parcel; free food; "
             "banque alimentaire; épicerie sociale"},
    Everyday{Says::usual, "sante",
             "médecin; docteur; médecin traitant; psychologue; psychiatre; psy; infirmière; "
             "doctor; GP; alcool; addictions; contraception; sage-femme; depressed; dépression; "
             "CMP; CSAPA"},
    Everyday{Says::usual, "justice",
             "avocat; conciliateur; notaire; aide juridictionnelle; lawyer; legal advice; "
             "divorce; aide aux victimes; juriste; garde des enfants"},
    Everyday{Says::usual, "securite", "plainte; porter plainte; déposer plainte; police; gendarmes; press charges"},
    Everyday{Says::usual, "etat",
             "titre de séjour; préfecture; naturalisation; OQTF; régularisation; régulariser; "
             "sans papiers; residence permit; carte de séjour"},
    Everyday{Says::usual, "ecole",
             "collège; lycée; cantine; bourse; absentéisme; CPE; assistante sociale scolaire; "
             "harcèlement; harcèlement scolaire; ne veut plus aller à l'école; bullying"},
    Everyday{Says::usual, "grand-age",
             "aide à domicile; aide ménagère; auxiliaire de vie; EHPAD; home help; help at "
             "home; téléassistance; SAAD; garde à domicile"},
    Everyday{Says::usual, "mediatheque-numerique",
             "conseiller numérique; ordinateur; tablette; smartphone; "
             "informatique; computer; livres; bibliothèque; médiathèque"},
    Everyday{Says::usual, "centre-social",
             "aide aux devoirs; lien social; café des parents; isolement; solitude; "
             "lonely; voir du monde"},
    Everyday{Says::usual, "iae",
             "chantier d'insertion; ressourcerie; recyclerie; meubles; meuble; association "
             "intermédiaire; petits ménages; ménages chez des particuliers; furniture"},
    Everyday{Says::usual, "epci",
             "transport à la demande; TAD; bus; aire d'accueil; OPAH; relais petite enfance; "
             "nounou; assistante maternelle; RPE; childminder"},
};

}  // namespace

std::span<const Everyday> everyday_words() {
    return table;
}

}  // namespace cafe::query
