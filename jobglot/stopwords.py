"""Words that say nothing of a job, by language: small words of grammar, and words that any notice uses.

All are folded (small letters, no accents). Also in here are the ends that inclusive writing leaves behind when a word
is cut at its brackets or slash ("Directeur/rice", "Entwickler*in"), and the marks of gender ("m/f/x").
Words that fill every notice of one board need no entry: they weigh little because they are frequent.
"""

from __future__ import annotations

from collections.abc import Mapping

_ENGLISH = """
about above across after all also am an and another any are around as at based be because been before being below
between both but by can could did do does doing during each either etc every few first for from further get had has
have having he her here hers him his how if in including into is it its itself just least less like made make many may
me might more most much must my need needed needs new no nor not of off on once one only onto or other our ours out over
own per please same several shall she should since so some such than that the their theirs them themselves then there
these they this those through to too two under until up upon us use used using very via was we were what when where
whether which while who whom whose why will with within without would year years you your yours
ability apply applicant applicants application applications candidate candidates career currently day days deadline
employer employment experience experienced good great hire hiring ideal ideally job jobs join knowledge looking
opening opportunity part position positions post posting preferred recruit recruiting recruits required requirements
responsibilities responsible role roles salary skills strong successful task tasks team teams vacancies vacancy wanted
well work working works
"""

_FRENCH = """
afin ai ainsi alors apres au aucun aupres aussi autre autres aux avant avec avez avoir avons car ce ceci cela celle
celles celui ces cet cette ceux chaque chez ci comme comment contre dans de depuis des dont du elle elles en encore
entre est et etaient etait etant etc ete etes etre eu eux fait faire fois font hors ici il ils je jusqu jusque
la laquelle
le lequel les lesquels leur leurs lors lorsque lui ma mais meme memes mes moins mon ne ni nos notre nous on ont ou par
parmi pas pendant peu peut peuvent plus plusieurs pour pourra pourrez pouvez pouvoir pres puis puisque qu quand que quel
quelle quelles quelque quelques quels qui quoi sa sans se selon sera serez seront ses si sien soit sommes son sont sous
suis sur ta tant tel telle telles tels tes toi ton tous tout toute toutes tres trop tu un une vers via voici vos votre
vous vu aujourd hui quoique
annee annees ans an bon bonne bonnes bons candidat candidats candidature candidatures cherche cherchons competence
competences connaissance connaissances date emploi emplois embauche employeur equipe equipes experience experiences jour
jours limite mission missions offre offres postuler poste postes profil recherche recherchons recrutement recrute
fera feras ferez partie recrutons responsabilites responsabilite salaire souhaite souhaitee tache taches travail
travailler
esse euse euses ere eres ice ices ienne iennes iere ieres ive ives ne nes rice rices se te tes teuse teuses trice trices
"""

_SPANISH = """
al algo alguna algunas alguno algunos ambos ante antes aquel aquella asi aun aunque bajo bien cada como con contra cual
cuales cualquier cuando cuyo de del desde donde dos durante el ella ellas ellos en entre era eres es esa esas ese eso
esos esta estaba estado estan estar estas este esto estos fue fueron ha haber habia hacer hacia han has hasta hay he la
las le les lo los mas me mediante mi mis mismo mucho muy nada ni no nos nosotros nuestra nuestras nuestro nuestros
otra otras otro otros para pero poco por porque puede pueden puedes pues que quien quienes ser sera seran si sido sin
sobre sois solo somos son su sus tal tambien tan tanto te tendra tener tenga tiene tienen todo toda todas todos tras tu
tus un una unas uno unos usted ustedes vosotros ya yo
ano anos buscamos busca candidato candidatos candidatura conocimiento conocimientos dia dias empleo equipo equipos
experiencia funciones habilidades imprescindible necesita oferta ofertas ofrecemos perfil persona plaza puesto puestos
requisitos responsabilidades salario solicitud tareas trabajar trabajo valorable vacante ora oras dora doras
"""

_GERMAN = """
ab aber alle allem allen aller alles als also am an andere anderen anderer auch auf aus bei beim bin bis bist da dabei
dadurch dafur dahin damit dann daran das dass dazu dein dem den denn der deren des deshalb dessen die dies diese diesem
diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines er es etwa etwas euch euer eure fur gegen
gibt haben habe hat hatte hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in indem ins ist je jede jedem jeden
jeder jedes jedoch kann kein keine konnen man mehr mein mit mochten moglich muss mussen nach nicht noch nun nur ob oder
ohne sehr sei sein seine sich sie sind so sobald solche soll sollen sollte sowie uber um und uns unser unsere unserem
unseren unserer unter viel vom von vor wahrend war was weil welche wenn wer werden wie wir wird wo wurde zu zum zur zwei
zwischen
angebot arbeit arbeiten aufgabe aufgaben bewerben bewerber bewerbung bewerbungen bieten erfahrung erfahrungen
fahigkeiten gehalt gesucht gute jahr jahre jahren job kenntnisse position profil stelle stellen stellenangebot suchen
sucht tag tage team teams tatigkeit voraussetzungen innen gn mwd mwx
"""

_DUTCH = """
aan al alle alleen als altijd andere ben bent bij binnen daar dan dat de deze die dit doen door dus een eens elk elke en
er gaan geen goed goede haar had hebben hebt heb heeft heel hem het hier hij hoe hun ik in is ja je jij jou jouw jullie
kan kun kunnen maar mag me meer men met mijn moet moeten na naar naast niet niets nog nu of om omdat onder ons onze ook
op over per reeds samen te tegen ten ter tijdens toch toe tot tussen twee uit uw van vanuit veel via vol volgens voor
waar waarbij waarom wanneer want waren was wat we wel welke werd wie wij wil worden wordt zal ze zich zij zijn zo zoals
zonder zou zullen
aanbod baan banen dag dagen ervaring functie functies gezocht jaar jaren kandidaat kennis medewerkers profiel salaris
sollicitatie solliciteren taak taken team teams vacature vacatures verantwoordelijk vaardigheden werk werken werkgever
zoeken zoekt ster
"""

_ARABIC = """
في من الى على عن مع هذا هذه ذلك تلك التي الذي الذين ان او ام لا ما لم لن كل بعض غير بين حتى عند بعد قبل تحت فوق حول خلال
هو هي هم نحن انت انا كان كانت يكون تكون قد لقد ثم كما لكن اذا حيث منذ ايضا اي ليس يتم
وظيفة وظايف عمل العمل مطلوب خبرة الخبرة سنوات سنة المرشح المرشحين التقديم راتب الراتب فريق الفريق مهارات المهارات
"""

STOP_WORDS: Mapping[str, frozenset[str]] = {
    "en": frozenset(_ENGLISH.split()),
    "fr": frozenset(_FRENCH.split()),
    "es": frozenset(_SPANISH.split()),
    "de": frozenset(_GERMAN.split()),
    "nl": frozenset(_DUTCH.split()),
    "ar": frozenset(_ARABIC.split()),
}
"""By primary language subtag; a language without an entry has none."""
