"""Titles that name one gender only."""

from __future__ import annotations

import pytest
from builders import manuscript, posting

from jobglot.gendered_titles import titles_name_everyone


def told(title, language):
    """The problems of one title."""
    return list(titles_name_everyone(posting(), [manuscript("Text.", language, title=title)]))


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Salesman"),
        ("en", "Chairman of the board"),
        ("en", "Waitress, evenings"),
        ("en", "Maintenance repairman"),
        ("fr", "Développeur Python"),
        ("fr", "Infirmière de nuit"),
        ("fr", "Chargé de communication"),
        ("fr", "Directrice adjointe"),
        ("fr", "Technicien de laboratoire"),
        ("es", "Ingeniero de datos"),
        ("es", "Enfermera de noche"),
        ("es", "Desarrollador web"),
        ("it", "Infermiere di notte"),
        ("it", "Educatrice di nido"),
        ("it", "Impiegato amministrativo"),
        ("pt", "Enfermeiro de urgência"),
        ("pt", "Gestora de projetos"),
        ("pt", "Técnico de laboratório"),
        ("ca", "Infermera de nit"),
        ("ca", "Treballador social"),
        ("ca", "Tècnic de laboratori"),
        ("nl", "Secretaresse"),
        ("nl", "Vakman dakwerken"),
        ("de", "Softwareentwickler"),
        ("de", "Krankenschwester"),
        ("de", "Leiter Finanzen"),
        ("pl", "Programista Pythona"),
        ("pl", "Sekretarka dyrekcji"),
        ("uk", "Прибиральниця"),
    ],
)
def test_one_gender_is_told(language, title):
    """At the title, with a remedy in its language."""
    (problem,) = told(title, language)
    assert (problem.code, problem.origin.line) == ("title-gendered", 2)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Salesperson"),
        ("en", "Manager, Human Resources"),
        ("en", "Salesman / saleswoman (m/f)"),
        ("fr", "Développeur·se Python"),
        ("fr", "Développeur(euse) Python"),
        ("fr", "Développeur/euse Python"),
        ("fr", "Développeur / Développeuse Python"),
        ("fr", "Développeur Python (H/F)"),
        ("fr", "Chargé(e) de communication"),
        ("fr", "Chargé.e.s de communication (F/H/X)"),
        ("fr", "Directeur ou directrice adjointe"),
        ("fr", "Journaliste"),
        ("fr", "Agent d’appui au projet"),
        ("fr", "Bénévole à l’accueil des spectacles"),
        ("es", "Ingeniero/a de datos"),
        ("es", "Ingeniera o ingeniero de datos"),
        ("es", "Periodista"),
        ("es", "Dirección de proyectos"),
        ("it", "Infermiere/a di notte"),
        ("it", "Educatore/trice di nido"),
        ("it", "Educatrice o educatore di nido"),
        ("it", "Settore acquisti: responsabile"),
        ("it", "Autista di ambulanza"),
        ("it", "Dirigente tecnico"),
        ("pt", "Enfermeiro(a) de urgência"),
        ("pt", "Gestor/a de projetos"),
        ("pt", "Técnica ou técnico de laboratório"),
        ("pt", "Engenharia de software"),
        ("pt", "Motorista de ambulância"),
        ("ca", "Infermer/a de nit"),
        ("ca", "Treballador/ora social"),
        ("ca", "Bibliotecari/ària"),
        ("ca", "Administratiu/iva"),
        ("ca", "Metge o metgessa de família"),
        ("ca", "Sector públic: analista"),
        ("nl", "Verpleegkundige (m/v/x)"),
        ("nl", "Projectmanager"),
        ("de", "Softwareentwickler (m/w/d)"),
        ("de", "Softwareentwickler:in"),
        ("de", "Softwareentwickler*in"),
        ("de", "SoftwareentwicklerIn"),
        ("de", "Leiterin/Leiter Finanzen"),
        ("de", "Pflegefachkraft"),
        ("cs", "Inženýr"),
        ("pl", "Programista (-ka) Pythona"),
        ("pl", "Programista Pythona [m/k]"),
        ("pl", "Pielęgniarka / pielęgniarz"),
        ("pl", "Psycholog"),
        ("uk", "Розробник Python"),
        ("uk", "Учитель / учителька математики"),
        ("uk", "Медсестра / медбрат"),
    ],
)
def test_everyone_is_silent(language, title):
    """Both forms, a mark, or a word for all."""
    assert told(title, language) == []
