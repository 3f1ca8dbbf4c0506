"""Sectors of work under the names that boards give them, in five languages."""

from __future__ import annotations

from collections.abc import Iterable

from jobglot.importing.comparing import name_key
from jobglot.wordlists import rows

_SECTORS = """
public administration|government|public sector|administration publique|secteur public|administracion publica
  |openbaar bestuur|overheid|offentliche verwaltung|offentlicher dienst
finance|banking|finance / bank / stock|finances|banque|banque / finance|finanzas|finanzas / banco / acciones
  |financien|bankwezen|finanzen|bankwesen|finance and budget|finances et budget
accounting|accounting / auditing|comptabilite|contabilidad|boekhouding|buchhaltung|rechnungswesen
transport / logistics / warehouse|transport and logistics|logistics|transport et logistique|logistique
  |transporte / logistica / almacen|logistica|transport en logistiek|logistiek|transport und logistik|logistik
information technology|it|it - software|it - hardware / networking|it - hardware / redes|informatique
  |tecnologias de la informacion|informatica|ict|informatietechnologie|informationstechnologie
  |technologies de l'information|data and technology|donnees et technologies
software development|software|developpement logiciel|desarrollo de software|softwareontwikkeling
  |softwareentwicklung
administration|administration / office|administrative|clerical|administration and finance|secretariat
  |office support|administratie|administrativo|buroarbeit|verwaltung|office and programme support
human resources|hr|ressources humaines|recursos humanos|personeelszaken|hr en personeel|personalwesen|personal
health|health care|healthcare|health and care|sante|sante et soins|salud|sanidad|gezondheidszorg|zorg|gesundheit
  |gesundheitswesen|pflege
nursing|soins infirmiers|enfermeria|verpleging|krankenpflege
education|education and training|teaching|enseignement|enseignement et formation|educacion|ensenanza|onderwijs
  |bildung|lehre
engineering|ingenierie|ingenieria|ingenieurswezen|ingenieurwesen
mechanical / technical|mecanique / technique|mecanica / tecnica|mechanica / techniek|mechanik / technik
maintenance|entretien|mantenimiento|onderhoud|instandhaltung|wartung
construction|building|construction / batiment|batiment|construccion|bouw|bau|baugewerbe
marketing|marketing / advertising|communication and marketing|publicite|mercadotecnia|reclame|werbung
communication|communications|comunicacion|communicatie|kommunikation
sales|vente|ventes|commerce|ventas|verkoop|verkauf|vertrieb
legal|law|juridique|droit|derecho|legal / contracts|juridisch|recht
science|research|research and environment|recherche|recherche et environnement|investigacion|onderzoek|forschung
  |wissenschaft
environment|environnement|medio ambiente|milieu|umwelt
hospitality|restaurants|hotellerie|restauration|hosteleria|horeca|gastgewerbe|gastronomie
culture|arts|culture and heritage|culture et patrimoine|arts and heritage|cultura|cultuur|kultur
security|securite|security and customs|seguridad|beveiliging|sicherheit
international cooperation|development cooperation|cooperation internationale|cooperacion internacional
  |internationale samenwerking|internationale zusammenarbeit
project management|projects|projects and programmes|gestion de projets|gestion de proyectos|projectbeheer
  |projektmanagement
translation|translation and interpreting|traduction|traduction et interpretation|traduccion|vertaling
  |ubersetzung
agriculture|agriculture et peche|agricultura|landbouw|landwirtschaft
energy|renewable energy|energie|energies renouvelables|energia|erneuerbare energien
manufacturing|production|industrie manufacturiere|fabricacion|productie|fertigung|produktion
retail|commerce de detail|comercio minorista|detailhandel|kleinhandel|einzelhandel
social work|social services|action sociale|travail social|trabajo social|maatschappelijk werk|sozialarbeit
customer service|service client|atencion al cliente|klantendienst|klantenservice|kundendienst
"""


SECTORS: tuple[frozenset[tuple[str, ...]], ...] = tuple(
    frozenset(name_key(name) for name in row.split("|")) for row in rows(_SECTORS)
)
"""Names of one sector of work in many languages and on many boards, a set each."""


def sector_names(names: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """All names of the sectors that one of these names belongs to, and the names themselves."""
    own = frozenset(name_key(name) for name in names)
    return own.union(*(sector for sector in SECTORS if own & sector))
