// The field list of a meeting.
#include "model/fields.hpp"
#include "model/meeting.hpp"

namespace cafe::model {

namespace {

const Shape& calendar_mark_shape() {
    static const Shape shape{
        "calendar",
        {
            field<&CalendarMark::stamp>("stamp", Type::date)
                .for_everyone()
                .named("envoyée le", "stamp")
                .helped("Le jour de la dernière invitation d'agenda, écrit par l'outil. Exemple : 2026-10-19",
                        "The day of the last calendar invitation, written by the tool. Example: 2026-10-19")
                .exchanged_as("DTSTAMP")
                .in_french({"horodatage", "date"}),
            field<&CalendarMark::sequence>("sequence", Type::number)
                .for_everyone()
                .named("révision", "sequence")
                .helped("Combien de fois l'invitation a changé, écrit par l'outil. Exemple : 1",
                        "How often the invitation changed, written by the tool. Example: 1")
                .at_least(0)
                .exchanged_as("SEQUENCE")
                .in_french({"numero", "revision"}),
            field<&CalendarMark::digest>("digest", Type::line)
                .for_everyone()
                .named("empreinte", "digest")
                .helped("L'empreinte de la date, des heures, du lieu et de l'état, écrite par l'outil. Exemple : "
                        "3f9a1c0be27d",
                        "A digest of date, times, place and status, written by the tool. Example: 3f9a1c0be27d")
                .length(1, 128)
                .in_french({"empreinte"}),
        }};
    return shape;
}

const Shape& attendee_shape() {
    static const Shape shape{
        "attendee",
        {
            field<&Attendee::person>("person", Type::reference)
                .for_everyone()
                .to(Folder::people)
                .named("personne", "person")
                .helped("Une personne du carnet. Exemple : marie-delmas",
                        "A person of the notebook. Example: marie-delmas")
                .in_french({"personne", "nom"}),
            field<&Attendee::partner>("partner", Type::reference)
                .for_everyone()
                .to(Folder::partners)
                .named("partenaire", "partner")
                .helped("Au nom de qui, si la personne a plusieurs partenaires. Exemple : ccas-fumel",
                        "On whose behalf, when the person has several partners. Example: ccas-fumel")
                .in_french({"partenaire", "pour"}),
            field<&Attendee::guest>("guest", Type::line)
                .for_everyone()
                .named("invité", "guest")
                .helped("Le nom de quelqu'un qui n'est pas dans le carnet, sans adresse. Exemple : Lucie Arnal",
                        "The name of somebody not in the notebook, without any address. Example: Lucie Arnal")
                .length(1, 150)
                .in_french({"invite", "invitee", "visiteur"}),
            field<&Attendee::organisation>("organisation", Type::line)
                .for_everyone()
                .named("organisme", "organisation")
                .helped("D'où vient l'invité. Exemple : Institut de travail social",
                        "Where the guest comes from. Example: Institut de travail social")
                .length(1, 150)
                .in_french({"organisme", "structure", "organization"}),
        }};
    return shape;
}

const Shape& news_shape() {
    static const Shape shape{
        "news",
        {
            field<&News::partner>("partner", Type::reference)
                .for_everyone()
                .required()
                .to(Folder::partners)
                .named("partenaire", "partner")
                .helped("Le partenaire qui parle. Exemple : habitalys", "The partner that speaks. Example: habitalys")
                .in_french({"partenaire", "structure"}),
            field<&News::speaker>("speaker", Type::reference)
                .for_everyone()
                .to(Folder::people)
                .or_free_words()
                .named("intervenant", "speaker")
                .helped("La personne qui parle : une personne du carnet, ou un nom. Exemple : david-zanin",
                        "The person who speaks: a person of the notebook, or a name. Example: david-zanin")
                .in_french({"intervenant", "intervenante", "par", "qui"}),
            field<&News::news>("news", Type::markdown)
                .for_everyone()
                .required()
                .named("nouvelles", "news")
                .helped("Ce qui a été dit, en Markdown. Exemple : Douze logements livrés en janvier.",
                        "What was said, in Markdown. Example: Twelve flats ready in January.")
                .length(1, 10000)
                .in_french({"nouvelles", "actualites", "texte", "infos"}),
            field<&News::themes>("themes", Type::term)
                .for_everyone()
                .from(VocabularyKind::themes)
                .named("thèmes", "themes")
                .helped("De quoi il s'agit. Exemple : [logement-recherche]",
                        "What it is about. Example: [logement-recherche]")
                .in_french({"thematiques", "thematique", "theme"}),
            field<&News::audience>("audience", Type::choice)
                .for_everyone()
                .one_of(audience_choices())
                .named("diffusion", "audience")
                .helped("Qui peut le lire : public, partners (professionnels, par défaut) ou private (personne).",
                        "Who may read it: public, partners (professionals, the default) or private (nobody).")
                .in_french({"diffusion", "visibilite"}),
        }};
    return shape;
}

const Shape& answer_shape() {
    static const Shape shape{
        "answer",
        {
            field<&Answer::text>("text", Type::markdown)
                .for_everyone()
                .required()
                .named("texte", "text")
                .helped("La réponse. Exemple : Oui, en cinq jours ouvrés.",
                        "The answer. Example: Yes, within five days.")
                .length(1, 10000)
                .in_french({"texte", "reponse"}),
            field<&Answer::by>("by", Type::reference)
                .for_everyone()
                .to(Folder::people, Folder::partners)
                .or_free_words()
                .named("par", "by")
                .helped("Qui a répondu : une personne, un partenaire, ou quelques mots. Exemple : nadia-benali",
                        "Who answered: a person, a partner, or a few words. Example: nadia-benali")
                .in_french({"par"}),
            field<&Answer::on>("on", Type::date)
                .for_everyone()
                .named("le", "on")
                .helped("Le jour de la réponse. Exemple : 2026-11-06", "The day of the answer. Example: 2026-11-06")
                .in_french({"le", "date"}),
            field<&Answer::meeting>("meeting", Type::reference)
                .for_everyone()
                .to(Folder::meetings)
                .named("réunion", "meeting")
                .helped("La réunion où la réponse est venue. Exemple : 2026-11-06-fumel",
                        "The meeting where the answer came. Example: 2026-11-06-fumel")
                .in_french({"reunion", "rencontre"}),
        }};
    return shape;
}

const Shape& question_shape() {
    static const Shape shape{
        "question",
        {
            field<&Question::id>("id", Type::id)
                .for_everyone()
                .advised()
                .named("identifiant", "id")
                .helped("Un mot court qui la nomme, jamais un numéro. Exemple : permanence-msa",
                        "A short word that names it, never a number. Example: permanence-msa")
                .in_french({"identifiant"}),
            field<&Question::kind>("kind", Type::choice)
                .for_everyone()
                .one_of({{"question", {"question", "question"}},
                         {"worry", {"inquiétude", "worry"}},
                         {"need", {"besoin", "need"}}})
                .named("type", "kind")
                .helped("question (par défaut), worry (inquiétude) ou need (besoin). Exemple : need",
                        "question (the default), worry or need. Example: need")
                .in_french({"type", "nature"}),
            field<&Question::by>("by", Type::reference)
                .for_everyone()
                .to(Folder::people, Folder::partners)
                .or_free_words()
                .named("par", "by")
                .helped("Qui la pose : une personne, un partenaire, ou personne. Exemple : laurent-bousquet",
                        "Who asks: a person, a partner, or nobody. Example: laurent-bousquet")
                .in_french({"par", "auteur"}),
            field<&Question::text>("text", Type::markdown)
                .for_everyone()
                .required()
                .named("texte", "text")
                .helped("La question. Exemple : La MSA pourrait-elle revenir le lundi ?",
                        "The question. Example: Could the MSA come back on Mondays?")
                .length(1, 10000)
                .in_french({"texte", "question"}),
            field<&Question::themes>("themes", Type::term)
                .for_everyone()
                .from(VocabularyKind::themes)
                .named("thèmes", "themes")
                .helped("De quoi il s'agit. Exemple : [agriculture]", "What it is about. Example: [agriculture]")
                .in_french({"thematiques", "thematique", "theme"}),
            field<&Question::areas>("areas", Type::area)
                .for_everyone()
                .named("secteurs", "areas")
                .helped("De quels lieux il s'agit. Exemple : [Fumel]", "Which places it is about. Example: [Fumel]")
                .in_french({"secteurs", "territoire", "communes"}),
            field<&Question::audience>("audience", Type::choice)
                .for_everyone()
                .one_of(audience_choices())
                .named("diffusion", "audience")
                .helped("Qui peut la lire : public, partners (professionnels, par défaut) ou private (personne).",
                        "Who may read it: public, partners (professionals, the default) or private (nobody).")
                .in_french({"diffusion", "visibilite"}),
            record<&Question::answer>("answer", answer_shape)
                .for_everyone()
                .named("réponse", "answer")
                .helped("La réponse, quand elle est venue. Exemple : {text: Oui, by: nadia-benali, on: 2026-11-06}",
                        "The answer, once it came. Example: {text: Yes, by: nadia-benali, on: 2026-11-06}")
                .in_french({"reponse"}),
        }};
    return shape;
}

const Shape& decision_shape() {
    static const Shape shape{
        "decision",
        {
            field<&Decision::text>("text", Type::markdown)
                .for_everyone()
                .required()
                .named("texte", "text")
                .helped("Ce qui a été décidé. Exemple : Le café de décembre sera consacré à l'hiver",
                        "What was decided. Example: The December café will be about winter")
                .length(1, 4000)
                .in_french({"texte", "decision"}),
        }};
    return shape;
}

const Shape& closing_shape() {
    static const Shape shape{"closed",
                             {
                                 field<&Closing::on>("on", Type::date)
                                     .for_everyone()
                                     .named("le", "on")
                                     .helped("Le jour où l'action s'est terminée. Exemple : 2026-11-17",
                                             "The day the action ended. Example: 2026-11-17")
                                     .in_french({"le", "date"}),
                                 field<&Closing::meeting>("meeting", Type::reference)
                                     .for_everyone()
                                     .to(Folder::meetings)
                                     .named("réunion", "meeting")
                                     .helped("La réunion où on l'a constaté. Exemple : 2026-12-04-fumel",
                                             "The meeting where it was noted. Example: 2026-12-04-fumel")
                                     .in_french({"reunion", "rencontre"}),
                             }};
    return shape;
}

const Shape& action_shape() {
    static const Shape shape{
        "action",
        {
            field<&Action::id>("id", Type::id)
                .for_everyone()
                .advised()
                .named("identifiant", "id")
                .helped("Un mot court qui la nomme, jamais un numéro. Exemple : bureau-msa",
                        "A short word that names it, never a number. Example: bureau-msa")
                .in_french({"identifiant"}),
            field<&Action::what>("what", Type::line)
                .for_everyone()
                .required()
                .named("quoi", "what")
                .helped("Ce qui est à faire. Exemple : Envoyer à tous la liste des places d'hiver",
                        "What is to be done. Example: Send everybody the list of winter places")
                .length(1, 500)
                .in_french({"quoi", "action", "tache", "texte"}),
            field<&Action::who>("who", Type::reference)
                .for_everyone()
                .advised()
                .to(Folder::people, Folder::partners)
                .or_free_words()
                .named("qui", "who")
                .helped("Qui s'en charge : une personne, un partenaire, ou quelques mots. Exemple : yann-lebrun",
                        "Who does it: a person, a partner, or a few words. Example: yann-lebrun")
                .in_french({"qui", "responsable", "par"}),
            field<&Action::due>("due", Type::date)
                .for_everyone()
                .advised()
                .named("pour le", "due")
                .helped("Le dernier jour pour le faire. Exemple : 2026-12-01",
                        "The last day to do it. Example: 2026-12-01")
                .in_french({"echeance", "pour_le", "delai", "date"}),
            field<&Action::status>("status", Type::choice)
                .for_everyone()
                .one_of({{"open", {"à faire", "open"}},
                         {"done", {"faite", "done"}},
                         {"dropped", {"abandonnée", "dropped"}}})
                .named("état", "status")
                .helped("open (à faire, par défaut), done (faite) ou dropped (abandonnée). Exemple : done",
                        "open (the default), done or dropped. Example: done")
                .in_french({"etat", "statut"}),
            record<&Action::closed>("closed", closing_shape)
                .for_everyone()
                .named("terminée", "closed")
                .helped("Quand et à quelle réunion elle s'est terminée. Exemple : {on: 2026-11-17}",
                        "When and at which meeting it ended. Example: {on: 2026-11-17}")
                .in_french({"terminee", "close", "cloture"}),
        }};
    return shape;
}

const Shape& announcement_shape() {
    static const Shape shape{
        "announcement",
        {
            field<&Announcement::date>("date", Type::date)
                .for_everyone()
                .advised()
                .named("date", "date")
                .helped("Le jour de ce qui est annoncé. Exemple : 2026-11-25",
                        "The day of the event. Example: 2026-11-25")
                .in_french({"le", "jour"}),
            field<&Announcement::title>("title", Type::line)
                .for_everyone()
                .required()
                .named("titre", "title")
                .helped("Ce qui est annoncé. Exemple : Forum de l'emploi", "What is announced. Example: Job fair")
                .length(1, 200)
                .in_french({"titre", "intitule", "texte"}),
            field<&Announcement::place>("place", Type::line)
                .for_everyone()
                .named("lieu", "place")
                .helped("Où. Exemple : cinéma de Fumel", "Where. Example: cinéma de Fumel")
                .length(1, 200)
                .in_french({"lieu", "endroit"}),
            field<&Announcement::partner>("partner", Type::reference)
                .for_everyone()
                .to(Folder::partners)
                .named("partenaire", "partner")
                .helped("Le partenaire qui l'organise. Exemple : gendarmerie-fumel",
                        "The partner behind it. Example: gendarmerie-fumel")
                .in_french({"partenaire", "organisateur"}),
        }};
    return shape;
}

const Shape& fiches_seen_shape() {
    static const Shape shape{
        "fiches",
        {
            field<&FichesSeen::given>("given", Type::reference)
                .for_everyone()
                .to(Folder::partners)
                .named("remises", "given")
                .helped("Les fiches que des partenaires ont remises ce jour-là. Exemple : [habitalys]",
                        "The records that partners handed in on that day. Example: [habitalys]")
                .in_french({"remises", "donnees", "recues"}),
            field<&FichesSeen::verified>("verified", Type::reference)
                .for_everyone()
                .to(Folder::partners)
                .named("relues", "verified")
                .helped("Les fiches relues à la table. Exemple : [ccas-fumel, caf-47]",
                        "The records checked at the table. Example: [ccas-fumel, caf-47]")
                .in_french({"verifiees", "relues"}),
        }};
    return shape;
}

}  // namespace

const Shape& invitation_shape() {
    static const Shape shape{
        "invitation",
        {
            field<&Invitation::person>("person", Type::reference)
                .for_everyone()
                .to(Folder::people)
                .named("personne", "person")
                .helped("La personne invitée. Exemple : marie-delmas", "The person invited. Example: marie-delmas")
                .in_french({"personne", "nom"}),
            field<&Invitation::partner>("partner", Type::reference)
                .for_everyone()
                .to(Folder::partners)
                .named("partenaire", "partner")
                .helped("Le partenaire invité à sa propre adresse, sans personne. Exemple : ccas-fumel",
                        "The partner invited at its own address, without a person. Example: ccas-fumel")
                .in_french({"partenaire", "structure"}),
            field<&Invitation::sent>("sent", Type::date)
                .for_everyone()
                .named("envoyée le", "sent")
                .helped("Le jour de l'envoi. Exemple : 2026-10-19", "The day it was sent. Example: 2026-10-19")
                .in_french({"envoyee", "envoye", "envoi"}),
            field<&Invitation::reply>("reply", Type::choice)
                .for_everyone()
                .one_of({{"accepted", {"vient", "accepted"}},
                         {"declined", {"ne vient pas", "declined"}},
                         {"tentative", {"peut-être", "tentative"}}})
                .named("réponse", "reply")
                .helped("accepted (vient), declined (ne vient pas) ou tentative (peut-être). Exemple : accepted",
                        "accepted, declined or tentative. Example: accepted")
                .exchanged_as("PARTSTAT")
                .in_french({"reponse"}),
            field<&Invitation::replied>("replied", Type::date)
                .for_everyone()
                .named("répondu le", "replied")
                .helped("Le jour de la réponse. Exemple : 2026-10-20", "The day of the reply. Example: 2026-10-20")
                .in_french({"repondu", "repondu_le"}),
            field<&Invitation::count>("count", Type::number)
                .for_everyone()
                .named("combien", "count")
                .helped("Combien de personnes viennent. Exemple : 2", "How many people come. Example: 2")
                .between(0, 1000)
                .in_french({"nombre", "combien"}),
            field<&Invitation::instead_of>("instead_of", Type::reference)
                .for_everyone()
                .to(Folder::people)
                .named("à la place de", "instead of")
                .helped("La personne remplacée. Exemple : marie-delmas", "The person replaced. Example: marie-delmas")
                .in_french({"a_la_place_de", "remplace"}),
        }};
    return shape;
}

const Shape& meeting_shape() {
    static const Shape shape{
        "meeting",
        {
            field<&Meeting::cafe>("cafe", Type::reference)
                .for_everyone()
                .to(Folder::cafes)
                .named("café", "café")
                .helped("Le café ; rien pour une réunion de tout le réseau. Exemple : fumel",
                        "The café; nothing for a meeting of the whole network. Example: fumel")
                .in_french({"groupe"}),
            field<&Meeting::date>("date", Type::date)
                .for_everyone()
                .required()
                .named("date", "date")
                .helped("Année, mois, jour. Exemple : 2026-11-06", "Year, month, day. Example: 2026-11-06")
                .in_french({"jour", "le"}),
            field<&Meeting::start>("start", Type::time)
                .for_everyone()
                .advised()
                .named("début", "start")
                .helped("L'heure du début, entre guillemets. Exemple : \"08:30\"",
                        "When it begins, in quotes. Example: \"08:30\"")
                .in_french({"debut", "heure_debut", "heure"}),
            field<&Meeting::end>("end", Type::time)
                .for_everyone()
                .advised()
                .named("fin", "end")
                .helped("L'heure de la fin, entre guillemets. Exemple : \"10:30\"",
                        "When it ends, in quotes. Example: \"10:30\"")
                .in_french({"fin", "heure_fin"}),
            field<&Meeting::kind>("kind", Type::choice)
                .for_everyone()
                .one_of({{"monthly", {"mensuelle", "monthly"}},
                         {"thematic", {"thématique", "thematic"}},
                         {"general", {"plénière", "general"}}})
                .named("type", "kind")
                .helped("monthly (mensuelle), thematic (thématique) ou general (plénière). Exemple : monthly",
                        "monthly, thematic or general. Example: monthly")
                .in_french({"type", "nature"}),
            field<&Meeting::themes>("themes", Type::term)
                .for_everyone()
                .from(VocabularyKind::themes)
                .named("thèmes", "themes")
                .helped("Les thèmes à l'ordre du jour. Exemple : [logement, energie-eau]",
                        "The themes on the agenda. Example: [logement, energie-eau]")
                .in_french({"thematiques", "thematique", "theme"}),
            field<&Meeting::title>("title", Type::line)
                .for_everyone()
                .named("titre", "title")
                .helped("Le titre, s'il y en a un. Exemple : Préparer l'hiver",
                        "The title, if any. Example: Before winter")
                .length(1, 150)
                .in_french({"titre", "intitule", "nom"}),
            record<&Meeting::place>("place", venue_shape)
                .for_everyone()
                .named("lieu", "place")
                .helped("Où, quand ce n'est pas le lieu du café. Exemple : {name: Salle des fêtes, commune: Cuzorn}",
                        "Where, when not at the café's place. Example: {name: Salle des fêtes, commune: Cuzorn}")
                .in_french({"lieu", "adresse", "salle"}),
            field<&Meeting::invite>("invite", Type::query)
                .named("invités", "invited")
                .helped("Qui inviter, quand ce n'est pas comme d'habitude. Exemple : \"touches:circo-fumel "
                        "theme:logement\"",
                        "Whom to invite, when not as usual. Example: \"touches:circo-fumel theme:logement\"")
                .length(1, 500)
                .in_french({"invites", "inviter", "destinataires"}),
            field<&Meeting::status>("status", Type::choice)
                .for_everyone()
                .one_of({{"planned", {"prévue", "planned"}},
                         {"confirmed", {"confirmée", "confirmed"}},
                         {"held", {"tenue", "held"}},
                         {"cancelled", {"annulée", "cancelled"}},
                         {"postponed", {"reportée", "postponed"}}})
                .named("état", "status")
                .helped("planned (prévue, par défaut), confirmed (confirmée), held (tenue), cancelled (annulée) ou "
                        "postponed "
                        "(reportée). Exemple : held",
                        "planned (the default), confirmed, held, cancelled or postponed. Example: held")
                .exchanged_as("STATUS")
                .in_french({"etat", "statut"}),
            field<&Meeting::facilitator>("facilitator", Type::reference)
                .for_partners()
                .to(Folder::people)
                .named("animateur", "facilitator")
                .helped("La personne qui anime. Exemple : nadia-benali", "The person who leads. Example: nadia-benali")
                .in_french({"animateur", "animatrice", "animation"}),
            field<&Meeting::scribe>("scribe", Type::reference)
                .for_partners()
                .to(Folder::people)
                .named("secrétaire", "scribe")
                .helped("La personne qui écrit le compte rendu. Exemple : thomas-lacombe",
                        "The person who writes the minutes. Example: thomas-lacombe")
                .in_french({"secretaire", "redacteur", "prise_de_notes"}),
            field<&Meeting::breakfast>("breakfast", Type::reference)
                .for_partners()
                .to(Folder::partners, Folder::people)
                .or_free_words()
                .named("petit-déjeuner", "breakfast")
                .helped("Qui l'apporte : un partenaire, une personne, ou quelques mots. Exemple : habitalys",
                        "Who brings it: a partner, a person, or a few words. Example: habitalys")
                .in_french({"petit_dejeuner", "petit_dej", "collation"}),
            field<&Meeting::agenda>("agenda", Type::line)
                .for_everyone()
                .named("ordre du jour", "agenda")
                .helped("Un point par ligne. Exemple : [Tour de table, Fiches à vérifier]",
                        "One point per line. Example: [Tour de table, Fiches à vérifier]")
                .length(1, 300)
                .in_french({"ordre_du_jour", "odj"}),
            field<&Meeting::headcount>("headcount", Type::number)
                .for_partners()
                .named("nombre de présents", "headcount")
                .helped("Combien de personnes, quand on n'a pas gardé les noms. Exemple : 19",
                        "How many people, where no names were kept. Example: 19")
                .between(0, 10000)
                .in_french({"nombre", "nombre_de_presents", "effectif"}),
            record<&Meeting::calendar>("calendar", calendar_mark_shape)
                .named("agenda électronique", "calendar")
                .helped("Ce que la dernière invitation disait. Écrit par meeting invite : n'y touchez pas.",
                        "What the last invitation said. Written by meeting invite: leave it alone.")
                .in_french({"calendrier"}),
            record<&Meeting::invitations>("invitations", invitation_shape)
                .named("invitations", "invitations")
                .helped("Qui a été invité et ce qu'il a répondu. Exemple : [{person: marie-delmas, reply: accepted}]",
                        "Who was invited and what they replied. Example: [{person: marie-delmas, reply: accepted}]")
                .in_french({"invitation"}),
            record<&Meeting::attendance>("attendance", attendee_shape)
                .for_partners()
                .named("présents", "attendance")
                .helped("Qui est venu. Exemple : [marie-delmas, {guest: Lucie Arnal, organisation: Stagiaire au CMS}]",
                        "Who came. Example: [marie-delmas, {guest: Lucie Arnal, organisation: Stagiaire au CMS}]")
                .in_french({"presents", "presences", "emargement", "participants"}),
            record<&Meeting::excused>("excused", attendee_shape)
                .for_partners()
                .named("excusés", "excused")
                .helped("Qui s'est excusé. Exemple : [paulo-ferreira]", "Who sent apologies. Example: [paulo-ferreira]")
                .in_french({"excuses", "absents", "absents_excuses"}),
            record<&Meeting::round_table>("round_table", news_shape)
                .for_everyone()
                .named("tour de table", "round table")
                .helped("Les nouvelles de chacun. Exemple : [{partner: habitalys, news: Douze logements livrés}]",
                        "Everybody's news. Example: [{partner: habitalys, news: Twelve flats ready}]")
                .in_french({"tour_de_table", "actualites"}),
            record<&Meeting::questions>("questions", question_shape)
                .for_everyone()
                .named("questions", "questions")
                .helped("Questions, inquiétudes et besoins. Exemple : [{id: permanence-msa, text: La MSA peut-elle "
                        "revenir ?}]",
                        "Questions, worries and needs. Example: [{id: permanence-msa, text: Can the MSA come back?}]")
                .in_french({"question"}),
            record<&Meeting::decisions>("decisions", decision_shape)
                .for_partners()
                .named("décisions", "decisions")
                .helped("Ce qui a été décidé, un texte par décision. Exemple : [Le café de décembre sera consacré à "
                        "l'hiver]",
                        "What was decided, one text each. Example: [The December café will be about winter]")
                .in_french({"decision"}),
            record<&Meeting::actions>("actions", action_shape)
                .for_partners()
                .named("actions", "actions")
                .helped(
                    "Ce qui est à faire, par qui et pour quand. Exemple : [{id: bureau-msa, what: Confirmer, due: "
                    "2026-11-20}]",
                    "What is to be done, by whom and when. Example: [{id: bureau-msa, what: Confirm, due: 2026-11-20}]")
                .in_french({"action", "a_faire", "taches"}),
            record<&Meeting::announcements>("announcements", announcement_shape)
                .for_everyone()
                .named("annonces", "announcements")
                .helped("Les dates à retenir. Exemple : [{date: 2026-11-25, title: Forum de l'emploi}]",
                        "Dates to remember. Example: [{date: 2026-11-25, title: Job fair}]")
                .in_french({"annonces", "dates", "evenements"}),
            record<&Meeting::fiches>("fiches", fiches_seen_shape)
                .for_partners()
                .named("fiches", "records")
                .helped("Les fiches remises et relues à la table. Exemple : {verified: [ccas-fumel]}",
                        "The records handed in and checked at the table. Example: {verified: [ccas-fumel]}")
                .in_french({"fiche"}),
            field<&Meeting::minutes>("minutes", Type::markdown)
                .for_partners()
                .named("compte rendu", "minutes")
                .helped("Le reste du compte rendu, en Markdown. Exemple : Treize autour de la table.",
                        "The rest of the minutes, in Markdown. Example: Thirteen around the table.")
                .length(1, 100000)
                .in_french({"compte_rendu", "cr", "proces_verbal"}),
            record<&Meeting::approved>("approved", agreement_shape)
                .for_partners()
                .named("approuvé", "approved")
                .helped("Quand et par qui le compte rendu a été approuvé. Exemple : {on: 2026-11-16, by: nadia-benali}",
                        "When and by whom the minutes were approved. Example: {on: 2026-11-16, by: nadia-benali}")
                .in_french({"approuve", "validation", "valide"}),
            field<&Meeting::next>("next", Type::reference)
                .for_partners()
                .to(Folder::meetings)
                .or_free_words()
                .named("prochaine", "next")
                .helped("La réunion suivante, par son nom ou sa date. Exemple : 2026-12-04-fumel",
                        "The next meeting, by its name or date. Example: 2026-12-04-fumel")
                .in_french({"prochaine", "prochaine_reunion", "suite"}),
        }};
    return shape;
}

}  // namespace cafe::model
