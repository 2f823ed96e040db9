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
             "premier appartement; premier appart; deposit; 1er appart; 1er appartement; premier logement; premier "
             "loyer; me loger; se reloger; reloger"},
    Everyday{
        Says::theme, "logement-impayes",
        "unpaid rent; rent arrears; arrears; can't pay the rent; ne paie plus son loyer; loyer en retard; retard de "
        "loyer; expulsion locative; evict; evicted; landlord wants "
        "me out; behind with rent; behind on rent; can't pay rent; mis à la porte; propriétaire me met dehors; mettre "
        "dehors par mon propriétaire; expulsé de mon logement; force publique; concours de la force publique; "
        "assignation pour loyers; threatened with eviction; dette locative; dettes locatives; plan d'apurement; menacé "
        "d'expulsion; menacée d'expulsion; menace d'expulsion; menacés d'expulsion"},
    Everyday{Says::theme, "logement-maintien",
             "congé pour vente; congé du propriétaire; bail non renouvelé; fin de bail; préavis; rester dans mon "
             "logement; notice to quit; mon propriétaire; son propriétaire; le propriétaire; propriétaire ne; proprio; "
             "bailleur; landlord; conflit avec mon bailleur"},
    Everyday{Says::theme, "logement-amelioration",
             "moisi; humidité; humide; mould; mold; toiture; toit qui fuit; leaking roof; salle de bain adaptée; "
             "adapter la salle de bain; douche adaptée; monte-escalier; stairlift; cafards; cockroaches; bed bugs; "
             "isolation; isoler ma maison; logement insalubre; maison froide; chaudière; boiler; insulation; fenêtres; "
             "marchand de sommeil; passoire thermique; rampe d'accès; wheelchair ramp; douche; baignoire; douche pour "
             "personne handicapée; rénovation énergétique; pompe à chaleur; chauffage cassé; plafond qui tombe; rats; "
             "maison qui s'écroule; péril; salle de bain; bathroom; punaises; punaises de lit; nuisibles; eau chaude; "
             "plus d'eau chaude; pas d'eau chaude; no hot water; fuite d'eau; infiltrations; no heating"},
    Everyday{Says::theme, "energie-eau",
             "coupure edf; coupure de courant; électricité coupée; plus de courant; facture edf; facture d'eau; "
             "facture de gaz; bois de chauffage; fioul; se chauffer; heating; power cut; electricity bill; gas bill; "
             "water bill; energy bills; cut off; coupé le courant; coupé l'électricité; coupé l'eau; coupé le gaz; "
             "plus d'électricité; plus de chauffage; plus d'eau; chèque énergie; electricity; pay the electricity "
             "bill; heating bill; régularisation edf; EDF; Engie; compteur"},
    Everyday{Says::theme, "hebergement",
             "sans toit; sans logement; dormir ce soir; dormir dehors; dort dehors; dort dans sa voiture; dors dans ma "
             "voiture; dormir dans sa voiture; place to sleep; sleep tonight; sleeping rough; nowhere to sleep; "
             "nowhere to go; sleeping in his car; sleeping in her car; lit pour la nuit; place en foyer; mis dehors; "
             "sans-abri; on the street; loger d'urgence; logement d'urgence; dort dans sa bagnole; dort dans son "
             "camion; dort dans un camion; vit dans sa voiture; vit dans son camion; vit dans un camion; vit dans une "
             "voiture; vit dehors; dort dans un garage; dort dans une tente; dormir dans ma voiture; sous une tente; "
             "squat; incendie; maison brûlée; appartement brûlé; sinistré; sinistrés; inondation; inondé; house fire; "
             "flooded; sortant de prison; sort de prison; sortie de prison; sorti de prison; out of prison; released "
             "from prison; prison leaver; foyer d'urgence; nuitée d'hôtel; nuitées d'hôtel; roof for the night; chez "
             "un pote; chez une "
             "copine; chez un copain; chez des copains; chez un ami; chez des amis; hébergé chez; sur un canapé; sofa "
             "surfing; couch surfing; viré par ses parents; viré de chez ses parents; mis à la porte par ses parents; "
             "parents m'ont mis dehors; où dormir; sans domicile; nowhere to stay; somewhere to stay; expulsé; "
             "expulsée; expulsés; place to stay; somewhere to sleep; sors de prison; bed tonight; bed for the night"},
    Everyday{Says::theme, "domiciliation",
             "recevoir son courrier; recevoir mon courrier; get their mail; receive mail; get my mail; sans adresse; "
             "pas d'adresse; no address; adresse pour le courrier; élire domicile; boîte aux lettres; adresse pour ses "
             "papiers; domicilier; se domicilier; proof of address"},
    // ---- Rights
    Everyday{Says::theme, "demarches-administratives",
             "ID card; identity card; passport; remplir un dossier; remplir un papier; fill in a form; filling in "
             "forms; help with forms; état civil; acte de naissance; birth certificate; taxes; tax return; changement "
             "d'adresse; photocopie; CNI; immatriculation; immatriculer; carte grise; renouveler son passeport; copie "
             "d'acte; PACS; livret de famille; comprends rien au courrier; comprend pas son courrier; ne comprends pas "
             "ce courrier; lire un courrier; paperwork; town hall papers; écrire un courrier; lettre à la préfecture; "
             "papiers d'identité; pièce d'identité; carte nationale d'identité; refaire ses papiers; identity papers; "
             "lost papers"},
    Everyday{Says::theme, "droits-sociaux",
             "sans ressources; plus de ressources; no income; no money coming in; allocs; complément familial; social "
             "services; quels droits; aides sociales; simulation de droits; veuf; veuve; décès; décédé; deuil; "
             "obsèques; perdu son mari; perdu mon mari; perdre son mari; perdre sa femme; perdu sa femme; perdu ma "
             "femme; mari décédé; mari est mort; mort de son mari; mort de mon mari; conjoint décédé; femme décédée; "
             "perdre son conjoint; widow; widower; bereaved; husband died; wife died; entitled to; capital décès; "
             "référent RSA; dossier RSA; instruction RSA; touche plus rien; ne touche plus rien; plus de revenus; plus "
             "aucun revenu; sans revenus; sans revenu"},
    Everyday{Says::theme, "justice-droit",
             "juriste; notaire; huissier de justice; procès; plainte; porter plainte; déposer plainte; conflit de "
             "voisinage; litige; arnaque; prison; solicitor; legal aid; press charges; victime d'arnaque; scam; "
             "bracelet électronique; victime; cambriolage; cambriolé; vol; volé; agression; agressé; commis d'office; "
             "artisan; malfaçon; malfaçons; troubles de voisinage; assignation; convocation au tribunal; SPIP; robbed; "
             "burgled; burglary; escroc; escroquerie; garde à vue; neighbour dispute; dispute with my neighbour; mon "
             "patron; patron ne paie plus; prud'hommes; salaire impayé; salaires impayés; unpaid wages; licenciement "
             "abusif; droit du travail; mon voisin; voisins; tapage; bruit"},
    Everyday{Says::theme, "discriminations", "raciste; racism; homophobie; sexisme; inégalité"},
    Everyday{Says::theme, "citoyennete-etrangers",
             "sans papiers; régularisation; régulariser; undocumented; papiers français; récépissé; visa; regroupement "
             "familial; asylum seeker; asylum seekers; residence card; immigrant; immigrants; ukrainien; ukrainienne; "
             "afghan; syrien; protection subsidiaire; récépissé expiré; demander l'asile; demandeur d'asile; passer le "
             "A2; immigration papers; Afghans; Ukrainiens; faire venir ma femme; faire venir sa femme; faire venir mon "
             "mari; faire venir ma famille; faire venir sa famille; family reunification; bring my wife"},
    Everyday{Says::theme, "protection-juridique",
             "tuteur; curateur; tutrice; curatrice; mandataire; mettre sous tutelle; abus de faiblesse; guardian"},
    // ---- Money
    Everyday{Says::theme, "budget", "sous; plus un sou; fins de mois; fin de mois; broke; argent de poche"},
    Everyday{Says::theme, "aides-financieres",
             "coup de pouce; secours d'urgence; aide exceptionnelle; emergency money; financial help; financial aid; "
             "hardship fund; chèque d'urgence"},
    Everyday{Says::theme, "gestion-budget",
             "compte bloqué; interdit bancaire; ouvrir un compte; gérer son budget; gérer mon argent; tenir son "
             "budget; chéquier; bank; debt advice; budget advice; tenir ses comptes; faire ses comptes; gestion du "
             "budget; gérer ses comptes; microcrédit; micro crédit; découvert bancaire; à découvert; frais bancaires"},
    Everyday{Says::theme, "surendettement",
             "trop de crédits; trop de dettes; endetté; endettés; huissiers; saisie sur salaire; crédit conso; crédit "
             "à la consommation; debts; in debt; loan sharks; debt advice; banque de france; rachat de crédit; crédits "
             "revolving; crédits; croule sous les crédits; croule sous les dettes; dépôt de dossier banque de france; "
             "bankruptcy; bankrupt; créanciers; recouvrement; saisie; mise en demeure; crédit voiture; crédit auto; "
             "rembourser mon crédit; rembourser un crédit; rembourser ses crédits; rembourser mes crédits; car loan; "
             "loan; loans; repay"},
    // ---- Food and things
    Everyday{Says::theme, "aide-alimentaire",
             "faim; j'ai faim; a faim; rien à manger; rien dans le frigo; frigo vide; bouffe; courses; se nourrir; "
             "panier repas; légumes; lait; lait infantile; lait bébé; hungry; nothing to eat; free food; free meal; "
             "food parcel; food parcels; food aid; vegetables; épicerie; baby milk; baby formula; bons alimentaires; "
             "ravitaillement; manger à sa faim; de quoi manger; plus rien à manger; n'a plus rien à manger; food "
             "vouchers; panier solidaire; repas chauds; soupe populaire; nourriture; feed; feeds; feed my children; "
             "feed my family; feed my kids; starving; nourrir ses enfants; nourrir mes enfants"},
    Everyday{Says::theme, "vetements",
             "s'habiller; fringues; manteau; manteaux; blouson; chaussure; vêtements chauds; vêtements de bébé; "
             "clothing; clothes for kids; warm clothes; coat; shoes; trousseau"},
    Everyday{Says::theme, "meubles-electromenager",
             "lit; matelas; table; canapé; gazinière; réfrigérateur; frigidaire; cuisinière; lave linge; bed; "
             "mattress; cooker; household goods; meubler; rien dedans; s'équiper; meubler mon appartement; lit bébé; "
             "lit pour bébé; poussette; dorment par terre; dort par terre; four; plaque de cuisson; congélateur; "
             "micro-ondes; fridge; washing machine"},
    Everyday{
        Says::theme, "aide-domicile",
        "femme de ménage; ménage à domicile; repas à domicile; aide à la toilette; help at home; helps at home; home "
        "care; cleaning lady; meal delivery; tombe souvent; soins à domicile; garde à domicile; courses à domicile; "
        "meals on wheels; repas livrés; repas livrés à domicile; livraison de repas; sortie d'hôpital; sort de "
        "l'hôpital; sorti de l'hôpital; retour d'hôpital; retour à domicile; après hospitalisation; hospital "
        "discharge; out of hospital; home from hospital; faire ses courses; aide pour la toilette; cleaner; se faire à "
        "manger; ne se fait plus à manger; ne cuisine plus; préparer ses repas; cook for her; cook for him; aide à la "
        "maison; aide ménagère à domicile"},
    Everyday{Says::theme, "hygiene",
             "se laver; prendre une douche; laver son linge; laver mon linge; couche; couches bébé; serviettes "
             "hygiéniques; tampons; wash clothes; diapers; sanitary pads; laverie automatique"},
    // ---- Health
    Everyday{Says::theme, "acces-soins",
             "toubib; docteur; ordonnance; généraliste; infirmier; infirmière; kiné; ophtalmo; lunettes; dents; dent; "
             "mal aux dents; glasses; nurse; see a doctor; medical cover; se faire soigner; pas de mutuelle; sans "
             "mutuelle; sage-femme; midwife; pharmacie; urgences; carte de sécu; remboursement; sécurité sociale; "
             "arrêt maladie; indemnités journalières; complémentaire; plus de mutuelle; CSS; aide médicale état; aide "
             "médicale d'état; AME; renonce aux soins; renoncement aux soins; fauteuil dentaire; soins dentaires; "
             "dentaire; appareil auditif; analyses; kinésithérapeute; indemnités; plus d'indemnités; arrêt longue "
             "durée; longue maladie; en arrêt; health card; registered with a doctor; nouveaux patients"},
    Everyday{Says::theme, "sante-mentale",
             "déprime; déprimé; déprimée; dépressif; dépressive; idées noires; se suicider; veut mourir; angoisse; "
             "angoisses; anxiété; stress; schizophrène; bipolaire; parano; craque; au bout du rouleau; n'en peut plus; "
             "mal dans sa peau; dans sa tête; depressed; depressive; anxiety; suicidal; mental health; panic attacks; "
             "s'enferme chez lui; thérapeute; counselling; someone to talk to; en finir; veut en finir; se tuer; envie "
             "de mourir; suicide; tentative de suicide; se scarifie; scarifie; scarification; se fait du mal; "
             "self-harm; self harm; ne se lève plus; burn out; burnout; épuisement; pleure tout le temps; troubles "
             "psychiques; hears voices; entend des voix; nervous breakdown; besoin de parler; parler à quelqu'un; "
             "parler avec quelqu'un; need to talk"},
    Everyday{Says::theme, "addictions",
             "boit; boit trop; bois trop; boire; alcoolique; alcoolisme; ivre; saoul; fumer; fume; arrêter de fumer; "
             "cigarette; shit; joint; joints; héroïne; cocaïne; drogué; droguée; se drogue; toxicomane; jeux d'argent; "
             "jeux vidéo; accro; accro aux écrans; addict; drinks too much; drinking; alcoholic; quit smoking; stop "
             "smoking; weed; drug; gaming; screens; screen addiction; methadone; méthadone; alcoholism; crack; dealer; "
             "deale; coke; stupéfiants; came; consommateur; PMU; casino; tiercé; paris sportifs; jeux de hasard; joue "
             "tout; gambling; gambler; takes drugs; sevrage; cure; désintoxication; bière; picole; alcoolisé; vapoter; "
             "beuh; fumette; rehab"},
    Everyday{Says::theme, "sante-sexuelle",
             "enceinte; pilule; avortement; avorter; stérilet; test de grossesse; pregnant; birth control; std; "
             "dépistage VIH; IVG; échographie; grossesse non désirée; règles; frottis; gynéco; gynécologue; abortion; "
             "morning after pill"},
    Everyday{Says::theme, "prevention-sante",
             "diabète; diabétique; diabetes; tension; vaccin; vaccins; nourrisson; nourrissons; peser mon bébé; peser "
             "bébé; pesée; baby clinic; weigh my baby; visite médicale; grand froid; enceinte; grossesse; suivi de "
             "grossesse; pregnant; pregnancy"},
    // ---- Disability and age
    Everyday{Says::theme, "handicap-droits",
             "handicapé; handicapée; fauteuil; fauteuil roulant; wheelchair; carte de stationnement; enfant handicapé; "
             "reconnaissance travailleur handicapé; ULIS; allocation adulte handicapé; allocation aux adultes "
             "handicapés; allocation adultes handicapés"},
    Everyday{Says::theme, "handicap-accompagnement",
             "autiste; autistic; trisomie; aveugle; surdité; dyslexie; dyslexique; travailleur handicapé; travailleurs "
             "handicapés; aménagement de poste; malvoyant; sourd; TDAH; dys; polyhandicapé; inapte; inaptitude; mal de "
             "dos au travail; reclassement; disabled worker; disabled person; disabled people; emploi et handicap; "
             "travail et handicap; travailler avec un handicap; work with a disability"},
    Everyday{Says::theme, "grand-age",
             "maison de retraite; perd la mémoire; perd la tête; chute; chutes; tombe; vieillir; retirement home; "
             "nursing home; pension; pensions; réversion; pension de réversion; retirement pension; falls; Alzheimer; "
             "démence; perd la boule; dementia; dépendance; dépendante; perte d'autonomie; maintien à domicile; EHPAD"},
    Everyday{Says::theme, "aidants",
             "épuisée; épuisé; souffler un peu; s'occupe de sa mère; s'occupe de son père; looking after my mother; "
             "aidante; exhausted carer; aidants; aidant; carers; carer"},
    // ---- Families
    Everyday{Says::theme, "petite-enfance",
             "garder mon fils; garder ma fille; garder mes enfants; garder les enfants; garde d'enfants; faire garder; "
             "place en crèche; assmat; babysitter; baby-sitter; babysitting; day care; daycare; kindergarten; centre "
             "aéré; nourrice; creches; accouché; accoucher; accouchement; newborn; multi-accueil; faire garder mon "
             "bébé; garde bébé; nourrices; place crèche; horaires atypiques; childcare; mode de garde; halte-garderie; "
             "garderie; garde de nuit; garde; garder un enfant; garder un bébé; someone to look after my baby; look "
             "after my child; garde ponctuelle; child minder; nanny"},
    Everyday{Says::theme, "parentalite",
             "mon fils ne m'écoute plus; ado difficile; crise d'adolescence; jeunes parents; jeune maman; éduquer; "
             "bébé ne dort pas; parenting help; raise my kids; bébé pleure; bébé qui pleure; maman épuisée; "
             "nouveau-né; nouveau né; maternité; sortie de maternité; ne dort pas la nuit; fait des colères; ne "
             "m'obéit plus; tantrums; baby won't sleep; new baby; new mother"},
    Everyday{
        Says::theme, "separation-conflits",
        "violence; violences; conjoint violent; mari violent; femmes battues; il me tape; il me bat; me bat; frappe; "
        "me frappe; des coups; reçoit des coups; coups et blessures; battue; beats me; hits me; violent husband; "
        "abusive; abusive partner; quitter mon mari; se séparer; me séparer; je me sépare; garde des enfants; droit de "
        "visite; pension impayée; custody; child support; alimony; husband left; battered; battered women; women's "
        "shelter; tape sa femme; frappe sa femme; bat sa femme; cogne; tape; il me menace; menacée; menace de me tuer; "
        "harcèle; harcèlement; me harcèle; mon ex; son ex; peur de mon mari; peur de rentrer; peur de lui; peur de son "
        "mari; ordonnance de protection; viol; violée; agression sexuelle; emprise; violent boyfriend; violent "
        "partner; violent; harasses me; stalking; afraid to go home; separation; ne verse pas la pension; pension non "
        "versée; droit de garde; garde alternée; insulte; insultes; rabaisse; beaten; beaten by; beaten up; hit by; "
        "beats her; hits her; domestic abuse; gifle; gifles; étrangle; étranglée; se fait frapper; se fait battre; se "
        "fait cogner; pension alimentaire; ne paie plus la pension; ne paie pas la pension; ne verse plus la pension; "
        "ne verse pas la pension alimentaire; ne verse plus la pension alimentaire; conseil conjugal; consultation "
        "conjugale; conseillère conjugale; couple counselling"},
    Everyday{Says::theme, "protection-enfance",
             "maltraitance; maltraité; enfant maltraité; enfants maltraités; enfant battu; enfant en danger; enfants "
             "en danger; mineur en danger; child in danger; child abuse; danger pour l'enfant; fugue; signalement; "
             "foster; placer; placé; IP; mineur non accompagné; mineurs non accompagnés; MNA; enfant placé; enfants "
             "placés; famille d'accueil; assistant familial; fugueur; fugueuse; attouchements; inceste; couvert de "
             "bleus; enfant "
             "négligé; laissé seul; child at risk; neglected; foster care; juge des enfants; AEMO"},
    Everyday{Says::theme, "jeunesse",
             "youth; youth worker; young man; young woman; sans diplôme; ni école ni travail; galère; no diploma; "
             "without diploma; left school; service civique; drop out; CEJ; contrat jeune; décrocheur; décrocheurs; "
             "décrocheuse; déscolarisé; déscolarisée; garantie jeunes; garantie jeune; ne fait rien de ses journées; "
             "traîne dehors; parents dehors; parents m'ont viré; neither school nor work; NEET"},
    Everyday{Says::theme, "scolarite",
             "devoirs; classe; cours particuliers; soutien en maths; inscription à l'école; inscrire à l'école; "
             "inscrire mon enfant; inscrire mon fils; inscrire ma fille; sèche les cours; ne va plus à l'école; ne "
             "veut plus aller à l'école; phobie scolaire; collégien; lycéen; internat; fournitures scolaires; prof; "
             "school dropout; school enrolment; enrol; skipping school; harcèlement scolaire; bullying; bullied; "
             "canteen; after school; school meals; harcelé; harcelée; élève harcelé; élève harcelée; moqué à l'école; "
             "refus d'école; école refuse; redoublement; orientation scolaire; homework; homework help; aide aux "
             "leçons; leçons; cartable; sortie scolaire; voyage scolaire; frais de cantine; parents d'élèves; CE2; "
             "CM2; en 6e; en 5e; en 4e; en 3e; en seconde; school support; rentrée scolaire; rentrée; scolaire; "
             "bullied at school"},
    // ---- Work
    Everyday{Says::theme, "emploi",
             "bosser; taf; taff; job; jobs; petit boulot; petits boulots; looking for work; find work; find a job; "
             "bosse; gagner sa vie"},
    Everyday{Says::theme, "recherche-emploi",
             "chômeur; chômeuse; au chômage; s'inscrire au chômage; offres d'emploi; job offers; unemployment; dole; "
             "trouver du travail; lost my job; perdu mon travail; perdu son emploi; licencié; licenciée; licenciement; "
             "perdre son boulot; perdu son boulot; perdu son travail; perdu son poste; usine ferme; fin de contrat; "
             "fin de droits; droit au chômage; job seeker; laid off; redundant; made redundant"},
    Everyday{Says::theme, "insertion-iae",
             "petits ménages; ménages chez des particuliers; retravailler; reprendre le travail; reprendre une "
             "activité; n'a pas travaillé depuis longtemps; contrat aidé; back into work; heures de ménage; jardinage "
             "chez des particuliers"},
    Everyday{Says::theme, "candidature",
             "curriculum; curriculum vitae; cover letters; job interview; refaire mon cv; lettre de candidature; job "
             "application"},
    Everyday{Says::theme, "orientation-pro",
             "changer de métier; quel métier; se reconvertir; career change; career; bilan de compétence; reconversion "
             "pro; changer de boulot; changer de travail; reconversion; nouveau métier; ne sait pas quoi faire; change "
             "jobs; retrain"},
    Everyday{Says::theme, "formation",
             "se former; apprenti; apprentie; stagiaire; training courses; remise à niveau; vocational training; CAP "
             "cuisine; faire une formation; apprentissage; alternance; BTS; bac pro; diplôme; VAE; compte formation; "
             "CPF; remise à niveau maths; apprenticeship; GRETA"},
    Everyday{Says::theme, "creation-entreprise",
             "monter ma boîte; créer ma boîte; monter mon entreprise; créer mon entreprise; se mettre à son compte; "
             "autoentrepreneur; start a business; my own business; entrepreneur"},
    // ---- Getting around
    Everyday{
        Says::theme, "vehicule",
        "bagnole; pas de voiture; plus de voiture; sans voiture; voiture en panne; voiture à louer; louer une voiture; "
        "louer une auto; garage; garagiste; mécanicien; réparer ma voiture; mobylettes; trottinette; vélo électrique; "
        "cheap car; car repair; rent a car; broke down; bike; moped; réparation voiture; réparation de voiture; "
        "réparer sa voiture; réparer une voiture; contrôle technique; prêter une voiture; prêt de voiture; lend a car; "
        "borrow a car; voiture de prêt; loue des voitures; mob; pneus; freins; batterie; scooters; repairs cars; "
        "repair cars; fix my car; mechanic; réparer mon vélo; réparer un vélo; repair my bike"},
    Everyday{Says::theme, "transport",
             "minibus; bus des villages; aller chez le médecin; ne conduis plus; ne conduit plus; arrêt de bus; "
             "autocar; taxi; lift; get to the doctor; no car; ramassage; conduire à l'hôpital; emmener; comment aller; "
             "comment se rendre; aller chez le kiné; aller à l'hôpital; aller au marché; aller faire ses courses; "
             "faire les courses; aller à un rendez-vous; moyen de transport; navette; how to get to; get to the shops; "
             "get to the hospital; car scolaire; covoiturage"},
    Everyday{Says::theme, "permis",
             "conduire; apprendre à conduire; leçons de conduite; heures de conduite; driving license; learn to drive; "
             "driving test; passer le code; permis B; permis trop cher; code de la route; raté le code; driving "
             "lessons; licence de conduite"},
    Everyday{Says::theme, "mobilite-aide",
             "essence; payer l'essence; carte de bus; frais de déplacement; petrol; fuel; frais d'essence; bons "
             "essence; gas money; gazole; aller travailler; aller bosser; aller au travail; aller au boulot; pour "
             "travailler; pour aller travailler; pour aller bosser; pour aller au travail; pour aller au boulot; get "
             "to work; go to work; aller en formation; aller en stage; aller en apprentissage; pour aller en "
             "formation; pour aller en apprentissage; aller à l'entretien; trajets"},
    // ---- Digital
    Everyday{Says::theme, "numerique",
             "numérique; web; ordi; pc; digital help; borne internet; aller sur internet; se connecter à internet; "
             "surfer; go online"},
    Everyday{Says::theme, "numerique-demarches",
             "impôts en ligne; déclaration en ligne; sur internet; formulaire en ligne; formulaires en ligne; compte "
             "Ameli; compte CAF; online form; online forms; fill in online; prendre rendez-vous en ligne; espace "
             "client; déclaration d'impôts sur internet; site des impôts; demande en ligne; actualisation; "
             "FranceConnect; France Connect; france connect; s'actualiser; mon compte; créer un compte; compte ANTS; "
             "identité numérique; téléprocédure; online account"},
    Everyday{Says::theme, "numerique-competences",
             "se servir d'un ordinateur; se servir d'internet; utiliser un ordinateur; utiliser une tablette; envoyer "
             "un mail; mot de passe; piraté; piratage; hacked; cours d'informatique; atelier numérique; initiation "
             "informatique; tablet; emails; use a computer; send an email; smartphones; password; apprendre "
             "l'informatique; internet lessons; computer class; computer classes; adresse mail; boîte mail; créer une "
             "adresse mail; email address; messagerie"},
    Everyday{Says::theme, "numerique-equipement",
             "imprimer; impression; photocopies; photocopieuse; photocopieur; scanner; scan; scanner un document; "
             "print; printer; photocopy; prêt d'ordinateur; prêt ordinateur; ordi portable; ordinateur portable; "
             "laptop; accès internet; borne wifi; connexion internet; ordi reconditionné; ordinateur pas cher; cyber; "
             "cybercafé; cyberbase; recharger mon téléphone; fablab; imprimante 3D; ordinateur pour mon fils; "
             "ordinateur pour ma fille; ordinateur pour le lycée; prêter un ordinateur; pas d'ordinateur; tablette "
             "pour l'école; lend a laptop"},
    // ---- Language
    Everyday{Says::theme, "francais",
             "apprendre le français; parler français; parle pas français; ne parle pas français; cours de langue; sait "
             "pas lire; ne sait pas lire; sais pas lire; sait pas écrire; traducteur; traductrice; traduire; "
             "interprètes; translator; translation; learn French; French class; French classes; speak French; read and "
             "write; can't read; cannot read; illettré; illettrée; analphabètes; débutant en français; cours de "
             "français; FLE; alphabétisation; A2; B1; French lessons; learning French; speaks no French; comprend pas "
             "le français; interprète; né à l'étranger"},
    Everyday{Says::theme, "calcul", "maths; calculer; savoir compter"},
    // ---- Company
    Everyday{
        Says::theme, "isolement",
        "seul; seule; isolé; isolée; personne isolée; personnes isolées; s'ennuie; je m'ennuie; s'ennuyer; voir du "
        "monde; rencontrer du monde; rencontrer des gens; parler à quelqu'un; visite à domicile; lonely; alone; "
        "isolated; bored; make friends; meet people; company for; coup de main; café associatif; passer la voir; "
        "rendre visite; visites; voit personne; ne voit personne; ne sort plus; solitaire; companionship; loneliness; "
        "visit old people; café solidaire; parler avec quelqu'un; convivialité; jardin partagé; repas de quartier"},
    Everyday{Says::theme, "benevolat",
             "aider les autres; donner de mon temps; donner de son temps; volunteer; devenir bénévole; s'engager; "
             "faire du bénévolat; donner un coup de main; rendre service; give time; volunteering"},
    Everyday{Says::theme, "culture-sport",
             "livres; livre; lecture publique; musique; foot; club; vacances des enfants; colonie; colonie de "
             "vacances; partir en vacances; centre de vacances; books; music; summer camp; holiday; cinéma; théâtre; "
             "peinture; couture; colo; colos; partir en vacances avec les enfants; vacances en famille; sorties; "
             "sortie en famille; danse; judo; licence sportive; pass sport; holidays; vacances; séjour enfants; "
             "chèques vacances; lire; emprunter des livres"},
    Everyday{Says::theme, "confiance",
             "reprendre confiance; confiance; coiffure; maquillage; cuisine; self confidence; couture"},
    Everyday{Says::theme, "agriculture",
             "ferme; paysan; paysans; éleveur; éleveurs; farm; farmer; viticulteur; maraîcher; ouvrier agricole; "
             "salarié agricole; seasonal work; vigneron; arboriculteur; exploitation agricole; exploitation; "
             "cotisations MSA; vergers; saisonnier; saisonniers; récoltes; vaches; tracteur; farming; farm worker; "
             "seasonal worker; seasonal workers; laitier; maraîchers; burn out agricole; burn-out agricole; détresse "
             "agricole; mal-être agricole; mal être agricole"},
    Everyday{Says::theme, "gens-du-voyage",
             "manouche; manouches; gitan; gitans; roms; caravanes; traveller; aire d'accueil; terrain; voyageurs; "
             "semi-sédentaires; travellers; aire de stationnement"},

    // ---- People
    Everyday{Says::public_, "seniors",
             "grand-mère; grand-père; grands-parents; mamie; mémé; papi; papy; pépé; vieille dame; vieux monsieur; "
             "vieux; vieille; grandmother; grandfather; grandma; grandpa; old man; old woman; pensioner; pensioners; "
             "retraité; retraitée; personne âgée; personnes âgées; octogénaire; senior; older person; papy; mamy; "
             "ancien; anciens; aînés; veuve; veuf; vieilles; very old; elderly"},
    Everyday{Says::public_, "familles",
             "couple; couples; maman; maman seule; maman solo; mère seule; mère célibataire; père seul; papa; single "
             "mother; single mum; single parent; lone parent; mère de famille; parent; enfants; gosses; gamins; kids; "
             "children; husband and wife"},
    Everyday{Says::public_, "enfants",
             "petit garçon; petite fille; gamin; gamine; gamins; gosse; gosses; minot; fillette; toddler; baby; little "
             "boy; little girl; schoolchild; ado; mineur; mineurs; nouveau-né; petit; bébés; élève; écolier; babies"},
    Everyday{Says::public_, "jeunes",
             "ado; jeune homme; jeune fille; jeune femme; young man; young woman; young person; young adult; teen; "
             "teens; lycéen; lycéenne; apprenti; apprentie"},
    Everyday{Says::public_, "femmes", "dame; dames; épouse; women; wife; girl"},
    Everyday{Says::public_, "etudiants", "étudiante; student; fac; université; apprenti; apprentie; university"},
    Everyday{Says::public_, "demandeurs-emploi",
             "chômeur; chômeuse; au chômage; out of work; demandeur d'emploi; demandeurs d'emploi; demandeuse "
             "d'emploi; job seeker; job seekers; jobseeker"},
    Everyday{Says::public_, "exiles",
             "sans papiers; undocumented; exilé; exilée; migrant; asylum seeker; refugee; réfugiée; afghan; "
             "ukrainienne; ukrainien; syrien"},
    Everyday{Says::public_, "handicap",
             "handicapé; handicapée; handicapés; fauteuil roulant; wheelchair; autiste; travailleur handicapé; "
             "aveugle; sourd; malentendant"},
    Everyday{Says::public_, "urgence",
             "clochard; sans-abri; rough sleeper; à la rue; dans la rue; hébergement d'urgence; logement d'urgence; "
             "dort dans sa voiture; dors dans ma voiture; dort dans sa bagnole; dort dans son camion; vit dans son "
             "camion; vit dans sa voiture; dort dehors; dormir dehors; nowhere to sleep; sleeping rough; sleeping in "
             "his car; sleeping in her car; expulsé; expulsée; expulsés; bed tonight; bed for the night"},
    Everyday{Says::public_, "agriculteurs", "agricultrice; paysan; paysanne; éleveur; farmer; exploitante"},
    Everyday{Says::public_, "justice",
             "ex-détenu; sortant de prison; sort de prison; sortie de prison; ex-prisoner; sortant; détenu; détenue; "
             "bracelet; prison; sorti de prison; prison leaver; released from prison; out of prison; sors de prison"},

    // ---- What organisations are called
    Everyday{
        Says::kind, "mairie",
        "maire; hôtel de ville; council offices; salle des fêtes; louer une salle; location de salle; location salle"},
    Everyday{Says::kind, "securite", "gendarme; gendarmes; policier; policiers; brigade; flics"},
    Everyday{Says::kind, "epci", "com com; comcom; communauté d'agglomération; agglo; interco"},
    Everyday{Says::kind, "departement", "conseil général; county council"},

    // ---- Whose business it usually is
    Everyday{Says::usual, "caf",
             "APL; prime d'activité; allocations familiales; allocation; allocations; RSA; complément familial; CMG; "
             "pension alimentaire; ARIPA; VACAF; allocation logement; ALS; ALF; CAF; AJPP; ASF; "
             "veuve; décès; perdu son mari; perdre son mari; husband died; mari décédé"},
    Everyday{Says::usual, "cpam",
             "carte vitale; C2S; CSS; complémentaire santé; complémentaire santé solidaire; AME; assurance maladie; "
             "sécu; mutuelle; Ameli; indemnités journalières; PUMA; pas de mutuelle; sans mutuelle; plus de mutuelle; "
             "aide médicale état; aide médicale d'état; renoncement aux soins; carte de sécu; health card; "
             "remboursement; dents; dentiste; lunettes; carte vitale perdue"},
    Everyday{Says::usual, "carsat",
             "retraite; pension de réversion; réversion; retirement; dossier de retraite; veuve; pension; arrêt longue "
             "durée; indemnités; plus d'indemnités; longue maladie; en arrêt; arrêt maladie; arrêt de travail; "
             "retirement pension; perdu son mari; perdre son mari"},
    Everyday{Says::usual, "msa",
             "agriculteur; agriculteurs; agricole; ferme; exploitant agricole; farmers; farm; saisonnier; saisonniers; "
             "viticulteur; éleveur; vigneron; exploitation; exploitation agricole; tracteur; seasonal workers; burn "
             "out agricole"},
    Everyday{Says::usual, "france-travail",
             "chômage; demandeur d'emploi; offre; offres d'emploi; ARE; indemnisation; job centre; formation; "
             "recherche d'emploi"},
    Everyday{
        Says::usual, "mission-locale",
        "CEJ; contrat d'engagement jeune; PACEA; décrochage; FAJ; NEET; jeune; jeunes; youth; youth worker; "
        "16-25; sans diplôme; ni école ni travail; garantie jeune; garantie jeunes; décrocheur; décrocheurs; ne "
        "fait rien de ses journées; aide au permis; premier appartement; premier appart; 1er appart; premier logement"},
    Everyday{Says::usual, "cap-emploi",
             "RQTH; maintien dans l'emploi; travailleur handicapé; aménagement de poste; inaptitude; inapte; "
             "reclassement; perdu son poste; disabled worker; disabled person; disabled people; emploi et handicap; "
             "travailler avec un handicap"},
    Everyday{Says::usual, "handicap",
             "MDPH; AAH; PCH; AEEH; AESH; CMI; dossier MDPH; RQTH; autiste; autisme; enfant handicapé; handicapé; "
             "handicapée; TDAH; dys; tutelle; curatelle; tuteur; curateur; guardian; debt advice; dettes; "
             "surendettement; crédits; trop de crédits; trop de dettes; microcrédit; micro crédit; micro-crédit; "
             "curatrice; tutrice; sous curatelle; sous tutelle; point conseil budget; allocation adulte handicapé; "
             "allocation aux adultes handicapés"},
    Everyday{Says::usual, "departement",
             "APA; ASE; aide sociale à l'enfance; placement; CRIP; mineur non accompagné; MNA; enfant placé; famille "
             "d'accueil; foster care"},
    Everyday{
        Says::usual, "cms",
        "assistante sociale; AS; PMI; FSL; RSA; polyvalence; travailleur social; social worker; facture d'eau; water "
        "bill; electricity bill; impayé; information préoccupante; enfance en danger; enfant en danger; puéricultrice; "
        "IP; assistante sociale de secteur; AS de secteur; dossier RSA; coupure d'électricité; coupé le courant; "
        "électricité; edf; EDF; chèque énergie; impayés; protection de l'enfance; bébé pleure; maternité; nourrisson; "
        "référent RSA; instruction RSA; caution; dépôt de garantie; deposit; aide à la caution; coupure d'eau; coupure "
        "de gaz; plus de chauffage; plus d'électricité; plus d'eau; plus de gaz; coupé l'eau; coupé l'électricité; "
        "enceinte; grossesse; pregnant; suivi de grossesse; electricity; cut off; power cut"},
    Everyday{Says::usual, "ccas-cias",
             "domiciliation; aide facultative; registre; élection de domicile; bon alimentaire; secours; portage de "
             "repas; personne isolée; personnes isolées; élire domicile; courrier sdf; personnes âgées isolées; aide "
             "d'urgence; repas livrés; meals on wheels; chèque énergie; repas à domicile; repas livrés à domicile; "
             "livraison de repas; meal delivery"},
    Everyday{
        Says::usual, "mairie",
        "carte d'identité; passeport; état civil; acte de naissance; inscription à l'école; inscrire à l'école; "
        "inscrire mon fils; inscrire ma fille; inscrire mon enfant; ID card; passport; carte électorale; CNI; maire; "
        "cantine; inscription cantine; inscription scolaire; état-civil; logement insalubre; acte de décès; PACS; "
        "papiers d'identité; pièce d'identité; carte nationale d'identité; identity papers; identity card"},
    Everyday{
        Says::usual, "france-services",
        "carte grise; ANTS; impôts; déclaration d'impôts; déclaration; online forms; démarches en ligne; permis en "
        "ligne; immatriculation; FranceConnect; France Connect; france connect; ANTS; paperwork; déclarer ses impôts"},
    Everyday{
        Says::usual, "bailleur",
        "HLM; logement social; demande de logement; demande de logement social; numéro unique; social housing; council "
        "housing; mutation; expulsion; bail; congé pour vente; propriétaire; landlord; locataire; force "
        "publique; marchand de sommeil; douche; baignoire; chaudière; rénovation énergétique; bail non renouvelé"},
    Everyday{Says::usual, "hebergement",
             "115; SIAO; CHRS; hébergement d'urgence; à la rue; FJT; shelter; sdf; sortant de prison; sort de prison; "
             "sortie de prison; dort dans sa voiture; vit dans son camion; famille à la rue; nowhere to sleep; "
             "homeless; sors de prison; bed tonight; bed for the night; sleeping rough; dort dehors; dormir dehors; "
             "dormir ce soir; sleep tonight; place to sleep; place to stay"},
    Everyday{Says::usual, "aide-alimentaire",
             "colis; colis alimentaire; faim; food bank; food parcel; free food; banque alimentaire; épicerie sociale; "
             "manger; nourriture; rien à manger; food"},
    Everyday{Says::usual, "sante",
             "médecin; docteur; médecin traitant; psychologue; psychiatre; psy; infirmière; doctor; GP; alcool; "
             "addictions; contraception; sage-femme; depressed; dépression; CMP; CSAPA; suicide; en finir; scarifie; "
             "se scarifie; sevrage; crack; drogue; drogues; enceinte; IVG; pregnant; takes drugs; kiné; dépression; "
             "burn out; psychologue pour enfant"},
    Everyday{Says::usual, "justice",
             "avocat; conciliateur; notaire; aide juridictionnelle; lawyer; legal advice; divorce; aide aux victimes; "
             "juriste; garde des enfants; tribunal; artisan; défenseur des droits; victime; commis d'office; arnaque; "
             "voisin; pension alimentaire; aide juridique"},
    Everyday{Says::usual, "securite",
             "plainte; porter plainte; déposer plainte; police; gendarmes; press charges; harcèle; me harcèle; tape sa "
             "femme; frappe; menace; agression; cambriolage; vol; arnaque; violences intrafamiliales; escroquerie; "
             "signaler"},
    Everyday{Says::usual, "etat",
             "titre de séjour; préfecture; naturalisation; OQTF; régularisation; régulariser; sans papiers; residence "
             "permit; carte de séjour; récépissé; titre de sejour expiré; force publique; concours de la force "
             "publique; carte de résident; immigration"},
    Everyday{Says::usual, "ecole",
             "collège; lycée; cantine; bourse; absentéisme; CPE; assistante sociale scolaire; harcèlement; harcèlement "
             "scolaire; ne veut plus aller à l'école; bullying; élève harcelé; élève harcelée; fonds social; "
             "absentéisme scolaire; fonds sociaux; décrocheur; redoublement; sèche les cours; ne va plus à l'école; "
             "refus d'école; phobie scolaire; skipping school; school dropout; bullied; bullied at school"},
    Everyday{Says::usual, "grand-age",
             "aide à domicile; aide ménagère; auxiliaire de vie; EHPAD; home help; help at home; téléassistance; SAAD; "
             "garde à domicile; sort de l'hôpital; sortie d'hôpital; retour à domicile; femme de ménage; ménage; après "
             "hospitalisation; out of hospital; toilette; Alzheimer; aide ménagère à domicile"},
    Everyday{Says::usual, "mediatheque-numerique",
             "conseiller numérique; ordinateur; tablette; smartphone; informatique; computer; livres; bibliothèque; "
             "médiathèque"},
    Everyday{Says::usual, "centre-social",
             "aide aux devoirs; lien social; café des parents; isolement; solitude; lonely; voir du monde"},
    Everyday{Says::usual, "iae",
             "chantier d'insertion; ressourcerie; recyclerie; meubles; meuble; association intermédiaire; petits "
             "ménages; ménages chez des particuliers; furniture; chantier; travailler doucement; maraîchage; lit; "
             "matelas; lave-linge; frigo"},
    Everyday{Says::usual, "epci",
             "transport à la demande; TAD; bus; aire d'accueil; OPAH; relais petite enfance; nounou; assistante "
             "maternelle; RPE; childminder; assistante maternelle; relais petite enfance; comment aller; minibus; "
             "rénovation énergétique; centre de loisirs; gens du voyage; caravanes; child minder"},
};

}  // namespace

std::span<const Everyday> everyday_words() {
    return table;
}

}  // namespace cafe::query
