# ruff: noqa: E501 -- pasted texts have long lines
"""Notices of invented jobs, with the traits of those that editors really paste.

`AGGREGATOR`: a page in Spanish around a text in English and French, with a deadline that contradicts the text.
`BILINGUAL`: English, then French, with nothing between; labels without colons; a reference in the title.
`GLUED`: a French text under English labels with Dutch values; a lost bullet, glued headings, placeholders.
`NEWS`: no job. `SCORED`: English under French labels, no title, two grids. `GERMAN`, `SPANISH`, `DUTCH`: one each.
"""

from __future__ import annotations

from jobglot.importing.known import Known, KnownOrganization
from jobglot.model import Localized, Term, plain
from jobglot.problem import Origin

_HERE = Origin("vocabulary.yaml", 1, 1)


def _term(id_: str, en: str, fr: str = "", **more: str) -> Term:
    name = Localized((("en", en), ("fr", fr))) if fr else plain(en)
    return Term(id_, name, _HERE, **more)  # type: ignore[arg-type]


def known(**changes: object) -> Known:
    """A board in English and French with a few places, categories, industries and organizations."""
    base: dict[str, object] = {
        "languages": ("en", "fr"),
        "timezone": "Europe/Brussels",
        "categories": {
            "finance": _term("finance", "Finance and budget", "Finances et budget"),
            "logistics": _term("logistics", "Transport and logistics", "Transport et logistique"),
            "it": _term("it", "Information technology", "Informatique"),
        },
        "industries": {"public": _term("public", "Public administration", "Administration publique")},
        "places": {
            "belgium": _term("belgium", "Belgium", "Belgique", country="BE"),
            "brussels": _term("brussels", "Brussels", "Bruxelles", parent="belgium"),
            "ghent": _term("ghent", "Ghent", "Gand", parent="belgium"),
        },
        "organizations": (
            KnownOrganization("tide-office", ("European Tide Office", "ETO", "Office européen des marées", "OEM")),
            KnownOrganization("lighthouse-agency", ("Lighthouse Agency", "LA", "Agence des phares")),
        ),
    }
    return Known(**(base | changes))  # type: ignore[arg-type]


AGGREGATOR = """\
Harbour Data Officer
Ver: 47
Día de actualización: 14-10-2030
Ubicación: Brussels Brussels Capital
Categoría: Finanzas / Banco / Acciones IT - Software
Industria:
Contenido de trabajo
Directorate for Coasts
Measurements Unit
Harbour Data Officer
INTRODUCTION
The European Tide Office (ETO) measures the sea along eleven coasts. It was founded by nine harbours that had grown tired of quarrelling about centimetres, and its tables are now used by pilots everywhere.
WHAT YOU DO
Under the guidance of the head of unit, you look after the gauges and after what they say:
- to visit each gauge twice a year and to clean it;
- to compare its figures with those of the satellites; and
- to answer the letters of those who believe that the sea is wrong.
CONTRACT AND CONDITIONS
- Contract of nine (9) months (no possibility of extension);
- Probationary period: one (1) month;
- Full-time employment (36 hours and 30 minutes weekly) at our office in Brussels;
- 28 days of annual paid leave;
- Salary up to 2,850 EUR/month before tax; and
- A health insurance of 40 EUR/month is deducted from the salary.
HOW TO APPLY
At least two (2) years of experience with measurements are required. Please submit your application no later than 3 March 2026, with a CV, by e-mail to: gauges@tides.example
Or by mail to:
European Tide Office
Measurements Unit
Quai aux Algues, 12
B-1000 Brussels
The office is the home of a cat. Those who cannot live with that should say so before they apply for the job.
***
Direction des côtes
Unité des mesures
Responsable des données portuaires
INTRODUCTION
L’Office européen des marées (OEM) mesure la mer le long de onze côtes. Il a été fondé par neuf ports qui étaient las de se quereller pour des centimètres, et ses tables servent aujourd’hui aux pilotes du monde entier.
VOTRE TRAVAIL
Sous la conduite de la cheffe d’unité, vous prenez soin des marégraphes et de ce qu’ils disent :
- visiter chaque marégraphe deux fois par an et le nettoyer ;
- comparer ses chiffres avec ceux des satellites ; et
- répondre aux lettres de ceux qui pensent que la mer a tort.
CONTRAT ET CONDITIONS
- Contrat de neuf (9) mois (sans possibilité de prolongation) ;
- Période d’essai : un (1) mois ;
- Emploi à temps plein (36 heures et 30 minutes par semaine) dans nos bureaux de Bruxelles ;
- 28 jours de congés payés par an ;
- Salaire de jusqu’à 2 850 EUR par mois avant impôt ;
- Une assurance maladie de 40 EUR par mois est retenue sur le salaire.
COMMENT POSTULER
Au moins deux (2) ans d’expérience des mesures sont demandés. Veuillez envoyer votre candidature au plus tard le 3 mars 2026, avec un CV, par courriel à : gauges@tides.example
Ou par courrier à :
Office européen des marées
Unité des mesures
Quai aux Algues, 12
B-1000 Bruxelles
Un chat habite ces bureaux. Que ceux qui ne peuvent vivre avec lui le disent avant de poser leur candidature.
Please mention that you found this job on the Gulls and Gauges!
Plazo: 31-10-2030
Haga clic para postularse como candidato gratuito
Reporte trabajo
TRABAJOS SIMILARES
-
⏰ 29-10-2030🌏 Ghent, East Flanders
-
⏰ 02-11-2030🌏 Brussels, Brussels Capital
"""

BILINGUAL = """\
\tETO\tEUROPEAN TIDE OFFICE SECRETARIAT
\tOEM\tOFFICE EUROPÉEN DES MARÉES SECRÉTARIAT

VACANCY NOTICE / AVIS DE VACANCE

Keeper of the Standard Metre (31-077)

Primary Location Belgium-Ghent
Organisation European Tide Office (ETO)
Schedule Part-time
Application Deadline 07-Jun-2027
Salary (Pay Basis) 2,041.50Euro (EUR) Monthly
Grade Grade T3-T4
Clearance Level TR
Description

SUBJECT TO FUNDING

You will keep the metre against which all our gauges are compared. It lives in a cellar, and so, for a part of the week, will you. The work is quiet and should be done by somebody who likes that.

Your main tasks are:

- keep the cellar at one temperature, whatever the weather does above it;

- lend the metre to those who need it, and see that it comes back.

CONTRACT

The contract offered is a fixed-term contract of 2 years; it may be renewed for another 2 years.

USEFUL INFORMATION

Applications must be submitted as follows:

- For staff of the office: please apply via the [portal](#);
- For all other candidates: www.tides.example/jobs

For any questions, please write to metre@tides.example.

Gardien ou gardienne du mètre étalon (31-077)

Emplacement principal Belgique-Gand

Organisation Office européen des marées

Horaire Temps partiel

Date de retrait 07-juin-2027

Salaire (Base de paie) 2 041,50Euro (EUR) Mensuelle

Grade Grade T3-T4

Niveau de l'habilitation de sécurité TR

Description

SOUS RESERVE DE FINANCEMENT

Vous garderez le mètre auquel tous nos marégraphes sont comparés. Il habite une cave, et vous aussi, pour une partie de la semaine. Le travail est calme et convient à qui aime cela.

Vos tâches principales sont les suivantes :

- tenir la cave à une seule température, quoi que fasse le temps au-dessus d'elle ;
- prêter le mètre à ceux qui en ont besoin, et veiller à ce qu'il revienne.

CONTRAT

Le contrat proposé est un contrat à durée déterminée de deux ans ; il pourra être renouvelé pour deux ans.

INFORMATIONS UTILES

Les candidatures doivent être soumises comme suit :

- Pour le personnel de l'office : veuillez postuler via le [portail](#) ;
- Pour tous les autres candidats : via le lien www.tides.example/jobs.

Pour toute question, veuillez écrire à metre@tides.example.
"""

GLUED = """\
Aide-pilote

ETO - OEM

View: 12

Update day: 26-11-2030

Location: Brussels Brussels Capital

Category: Transport / Logistics / Warehouse

Industry: Openbaar bestuur

Job type: Voltijds

Loading ...

Job content

1. RÉSUMÉ

L’office cherche une personne pour aider les pilotes à lire les tables des marées. Elle travaille dans la tour, avec deux collègues et une longue-vue, et elle répond à la radio quand on l’appelle.

2. PROFIL

ACQUIS ESSENTIELS

La personne doit :

  • savoir lire une table sans la tenir à l’envers ;
  • avoir au moins trois années d’expérience de la radio ;
  • ne pas craindre les escaliers.

ACQUIS SOUHAITABLES

Seraient des atouts :

  • la connaissance des vents ;
  • un diplôme de navigation.

3. RESPONSABILITÉS

Veille

Sous la conduite du chef de la tour, assure la veille pendant la nuit. Note ce qui passe, ce qui ne passe pas et ce qui aurait dû passer, et remet ses notes au matin.

Conseil

Conseille les pilotes qui demandent la hauteur de l’eau. Ne conseille pas ceux qui ne demandent rien, car ils savent toujours mieux.

4. QUALITÉS

La personne fait preuve des qualités suivantes :

  • Calme : ne crie pas à la radio.
  • Patience : attend la marée.
  • Précision : compte les bateaux.
Esprit d’équipe : partage la longue-vue avec ses collègues.
5. CONTRAT
Contrat proposé : contrat d’une durée déterminée de trois ans.
NOTE:Qui travaille déjà dans la tour garde son contrat.
6. CANDIDATURE
  • Pour le personnel : veuillez postuler via le portail interne ;
  • Pour tous les autres candidats : www.tides.example/tour
Loading ...

Deadline: 10-01-2031

Click to apply for free candidate

Apply

SIMILAR JOBS

Loading ...
"""

NEWS = """\
La mer a été mesurée deux fois

12 mai 2029
La mer a été mesurée deux fois

L’Office européen des marées a reçu hier les directrices des neuf ports. Elles ont parlé des centimètres qui manquent, et de ceux qui sont en trop.

Trois sujets ont été retenus :

  • les marégraphes du nord
  • les cartes anciennes
  • le chat

« Nous avons mesuré la mer deux fois, et elle n’avait pas bougé », a dit la présidente pour finir.
"""

SCORED = """\
Type d'offre

Type de contrat
Contrat de prestation de services

Conditions de l'offre

Secteurs d'activité
Administration publique

Date limite de candidature
04/05/2028 17:30

Durée de la mission
Court terme

Indépendant / Entrepreneur Individuel

14 mois

Description de la mission

General objective

You will help the Lighthouse Agency to count the lamps of the northern coast, and to say which of them could be lit again without waking the birds.

Tasks to be done

  •  Counting
    • Visit the towers by boat
    • Write down what is there
  •  Telling
    • Draw a map for the Lighthouse Agency

Description du projet ou contexte

The project follows an older one that counted the lamps of the south, which turned out to be easier because there are fewer of them and the towers have lifts.

Profil souhaité

Practice

  • A minimum of six (6) years of experience with towers
  • No fear of heights

Selection criteria for the first round (/100 points)

Studies of towers

30 points

Experience with boats

50 points

Knowledge of birds

20 points

Selection criteria in the interview (/100 points)

Way of telling a story

Strength of the voice

60 points

40 points

Informations complémentaires

  • Period of implementation: 14 months from June 2028
  • Full time
  • Place of duty: An island in the north (to be settled) ; frequent trips to Paris

Critères de sélection des candidatures

La sélection se fait selon les critères suivants :

  • Expérience des tours
  • Connaissance de la côte

Date limite de candidature : 04/05/2028 17:30

L’Agence des phares est une agence publique. Elle s’occupe des lampes de toutes les côtes, et elle prend soin de celles qui ne servent plus à personne.

Ce site web utilise des cookies pour compter ses visites. En poursuivant votre navigation, vous acceptez leur utilisation.
Pour en savoir plus, lire la politique des cookies >>.
"""

GERMAN = """\
Leuchtturmwärterin oder Leuchtturmwärter

Arbeitgeber: Leuchtturmamt Nord
Arbeitsort: Brussel
Bewerbungsfrist: 31.03.2027, 12:00 Uhr
Gehalt: 3.000 bis 3.600 € pro Monat
Art der Stelle: Teilzeit
Vertragsart: unbefristet
Kennziffer: LT-2027-04

Aufgaben

- Sie zünden die Lampe an, sobald es dunkel wird.
- Sie löschen die Lampe, wenn die Sonne aufgeht.

Ihr Profil

Sie haben mindestens zwei Jahre Erfahrung mit Lampen und wohnen gern allein.

Ihre Bewerbung senden Sie bitte an lampe@leuchtturm.example.
"""

SPANISH = """\
Guardián del faro

Empresa: Lighthouse Agency
Ubicación: Bruselas
Fecha límite: 15 de abril de 2027
Salario: 1.900 € al mes
Jornada: tiempo completo
Tipo de contrato: temporal
Duración: 18 meses

Funciones

- Encender la lámpara cuando cae la noche.
- Apagar la lámpara por la mañana y limpiar los cristales.

Requisitos

Se pide una persona que no tenga miedo de la soledad ni de las escaleras.

Las candidaturas se envían a faro@lamparas.example antes de la fecha límite.
"""

DUTCH = """\
Vuurtorenwachter

Werkgever: Lighthouse Agency
Standplaats: Gent
Solliciteren tot: 1 april 2027
Salaris: 2.400 - 2.900 euro per maand
Dienstverband: deeltijds
Type contract: onbepaalde duur

Taken

- Je steekt de lamp aan zodra het donker wordt.
- Je dooft de lamp als de zon opkomt.

Jouw profiel

Je hebt geen hoogtevrees en je woont graag alleen op een plek waar het altijd waait.

Solliciteer met een brief aan lamp@vuurtoren.example, en vertel wat je van de zee vindt.
"""
