"""What belongs to the page a notice stood on, not to the notice: counters, buttons, cookie notices, similar jobs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from jobglot.importing.lines import Line, is_rule
from jobglot.tokens import fold
from jobglot.wordlists import rows

_ALONE = """
loading|cargando|chargement|chargement en cours|laden|wird geladen|bezig met laden|please wait
apply|apply now|apply online|apply for this job|click to apply|click to apply for free candidate|postuler
  |postuler maintenant
je postule|postulez|cliquez pour postuler|postular|postularse|aplicar|aplicar ahora
  |haga clic para postularse como candidato gratuito
inscribirse|solliciteer|solliciteren|solliciteer nu|klik om te solliciteren|jetzt bewerben|bewerben
  |online bewerben|candidati|candidati ora|candidarsi|invia candidatura|invia la candidatura|candidatar-se
  |candidate-se|candidatar-me|quero candidatar-me|inscriu-t'hi|inscriure-s'hi|presentar candidatura
report job|report this job|report this ad|reporte trabajo|reportar trabajo|reportar oferta|signaler cette offre
  |signaler l'offre
signaler cette annonce|meld deze vacature|vacature melden|stelle melden|anzeige melden
  |segnala annuncio|segnala questo annuncio|denunciar vaga|denunciar anuncio|reportar vaga|denuncia aquesta oferta
share|share this job|share on facebook|share on linkedin|share on twitter|partager|partager cette offre
  |compartir|delen|teilen|condividi|partilhar|compartilhar|comparteix
print|print this page|imprimer|imprimir|afdrukken|drucken|stampa|imprimeix
save|save job|save this job|enregistrer|sauvegarder|guardar|guardar oferta|bewaren|speichern|merken
  |salva|salva annuncio|guardar vaga|salvar|salvar vaga|desa|desa l'oferta
back|back to results|back to search results|retour|retour aux resultats|retour a la liste|volver|terug
  |terug naar overzicht|zuruck|indietro|torna ai risultati|torna all'elenco|voltar|voltar aos resultados|torna
  |torna enrere
sign in|log in|login|se connecter|connexion|iniciar sesion|inloggen|anmelden
  |accedi|entrar|iniciar sessao|inicia la sessio|skip to content|aller au contenu
  |menu|home|accueil
read more|lire la suite|leer mas|lees meer|mehr lesen|show more|voir plus
  |leggi tutto|leggi di piu|ler mais|llegeix-ne mes
"""
_PHRASES = frozenset(phrase for row in rows(_ALONE) for phrase in row.split("|"))

_COUNTER = re.compile(
    r"(?:ver|view|views|vistas|visualizaciones|visitas|vues|vu|consultations|weergaven|bekeken|aufrufe|ansichten|visualizzazioni|"
    r"visualizacoes|visualitzacions|"
    r"applicants|candidats|clicks|clics)\s*:?\s*\d[\d .,]*|\d[\d .,]*\s*(?:views|vues|vistas|weergaven|aufrufe)"
)
_SIMILAR = re.compile(
    r"(?:similar|related|recommended|other) (?:jobs|vacancies|positions|postings)|jobs you may like|you may also like|"
    r"(?:offres|emplois|postes|annonces) (?:similaires|semblables|proches)|autres offres|"
    r"(?:trabajos|empleos|ofertas|vagas) (?:similares|semelhantes|relacionadas)|"
    r"(?:offerte|annunci|lavori) simili|ofertes (?:similars|semblants|relacionades)|"
    r"(?:vergelijkbare|soortgelijke|gelijkaardige) (?:vacatures|jobs)|"
    r"(?:ahnliche|weitere) (?:stellen|stellenangebote|jobs)"
)
_COOKIE = re.compile(r"\bcookies?\b")
_ABOUT_SITE = re.compile(
    r"\b(?:site|website|web|navigation|browsing|policy|politique|politica|accept|acceptez|consent|navegacion|beleid|navigazione|informativa|accetta|navegacao|aceitar|navegacio|accepteu|"
    r"richtlinie|akzeptieren|preferences)\b"
)
_FOUND_ON = re.compile(
    r"(?:you (?:found|saw) this (?:job(?: ad)?|ad|vacancy|posting) (?:on|at|in|via)|"
    r"vous avez (?:trouve|vu) cette (?:offre|annonce) (?:sur|dans)|"
    r"(?:encontro|vio) (?:esta|este) (?:oferta|anuncio) (?:en)|"
    r"(?:deze )?vacature (?:gevonden|gezien) (?:op|via|hebt)|"
    r"diese (?:stelle|anzeige|stellenanzeige) (?:auf|bei|in))\s+(?:the\s+|le\s+|la\s+|el\s+|de\s+|der\s+)?(.+)"
)

LEAST_BELOW = 40
"""A line shorter than this is no text, but another button."""
_SIGNS = " .…!»>:*#"


@dataclass(frozen=True, slots=True)
class Cleared:
    """The lines that are the notice's own, where it says it was found, and how many lines were left out by kind."""

    lines: tuple[Line, ...]
    source: str
    dropped: tuple[str, ...]


def clear(lines: list[Line]) -> Cleared:
    """The notice without what its page put around it."""
    kept: list[Line] = []
    dropped: list[str] = []
    source = ""
    for at, line in enumerate(lines):
        bare = line.text.strip(_SIGNS)
        words = fold(bare.replace("’", "'"))
        if _SIMILAR.fullmatch(words) and all(len(other.text) <= 160 for other in lines[at + 1 :]):
            dropped.append("a list of similar jobs")
            break
        if (what := _kind(words, line.text)) and not _heads_text(lines, at):
            dropped.append(what)
        elif (match := _FOUND_ON.search(words)) and len(words) <= 160:
            source = source or bare[-len(match[1]) :]
            dropped.append("a sentence on where the notice was found")
        else:
            kept.append(line)
    return Cleared(tuple(kept), source, tuple(dict.fromkeys(dropped)))


def _heads_text(lines: list[Line], at: int) -> bool:
    """Whether a line that reads as a button is a heading with a text below it: “Solliciteren”, and how to."""
    after = lines[at + 1].text if at + 1 < len(lines) else ""
    return lines[at].text.startswith(("#", "**")) and len(after) >= LEAST_BELOW and not after.startswith(("#", "**"))


def leads_similar_jobs(heading: str) -> bool:
    """Whether a heading stands above a list of other jobs."""
    return _SIMILAR.fullmatch(fold(heading.strip(_SIGNS))) is not None


_BUTTON = re.compile(r"\s*\[([^\[\]]+)\]\((\S+?)(?: \"[^\"]*\")?\)\s*")


def without_buttons(text: str, is_own: Callable[[str], bool]) -> str:
    """A Markdown text without lines that are a button, such as “Apply now”, to a site that will be no more."""
    return "\n".join(
        line
        for line in text.split("\n")
        if (match := _BUTTON.fullmatch(line)) is None
        or fold(match[1]) not in _PHRASES
        or not (is_own(match[2]) or match[2].startswith("#"))
    )


def _kind(words: str, line: str) -> str:
    if words in _PHRASES:
        return f"“{words}”"
    if _COUNTER.fullmatch(words):
        return "a counter of views"
    if _COOKIE.search(words) and _ABOUT_SITE.search(words):
        return "a cookie notice"
    return "signs without words" if not re.search(r"[^\W_]", words) and not is_rule(line) else ""
