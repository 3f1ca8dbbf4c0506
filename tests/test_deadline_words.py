"""The deadline of the text against that of the facts."""

from __future__ import annotations

import re
from datetime import date

import pytest
from builders import manuscript, posting
from hypothesis import given
from hypothesis import strategies as st

from jobglot import deadline_words
from jobglot.deadline_words import deadline_is_as_said, may_be_dated, said
from jobglot.figures import Kind, figures
from jobglot.language import KNOWN
from jobglot.language import language as known_of
from jobglot.model import Deadline, DeadlineKind
from jobglot.months import written
from jobglot.problem import Severity

TEXTS = {
    "it": (
        "Le candidature vanno inviate entro e non oltre il {}. L’inizio è previsto per l’estate.",
        "18 novembre 2021",
        "31 dicembre 2025",
    ),
    "pt": (
        "As candidaturas devem ser enviadas por e-mail até ao dia {}. O início está previsto para o verão.",
        "18 de novembro de 2021",
        "31 de dezembro de 2025",
    ),
    "ca": (
        "Les candidatures s’han d’enviar per correu electrònic fins al {}. La incorporació és a l’estiu.",
        "18 de novembre del 2021",
        "31 de desembre del 2025",
    ),
    "en": (
        "Interested candidates should submit their application no later than {} to us.",
        "18 November 2021",
        "31 December 2025",
    ),
    "fr": (
        "Les candidatures doivent nous parvenir au plus tard le {} par courriel.",
        "18 novembre 2021",
        "31 décembre 2025",
    ),
    "es": (
        "Envíe su candidatura a más tardar el {} a la dirección.",
        "18 de noviembre de 2021",
        "31 de diciembre de 2025",
    ),
    "nl": ("Solliciteer uiterlijk op {} met een brief.", "18 november 2021", "31 december 2025"),
    "de": ("Senden Sie Ihre Bewerbung bis spätestens {} an uns.", "18. November 2021", "31.12.2025"),
    "pl": ("Dokumenty prosimy przesyłać do {} na adres urzędu.", "18 listopada 2021", "31 grudnia 2025"),
    "uk": ("Документи приймаються не пізніше {} у паперовій формі.", "18 листопада 2021", "31 грудня 2025"),
    "zh": ("请于{}前将简历发送至邮箱。", "2021年11月18日", "2025年12月31日"),
    "ar": ("ترسل الطلبات في موعد أقصاه {} بالبريد.", "18 نوفمبر 2021", "31 ديسمبر 2025"),
}
LABELS = {
    "it": "Scadenza: {}",
    "pt": "Prazo de candidatura: {}",
    "ca": "Termini de presentació: {}",
    "en": "**Closing date:** {}",
    "fr": "Date limite de candidature : {}",
    "es": "Plazo: {}",
    "nl": "Sluitingsdatum: {}",
    "de": "Bewerbungsschluss: {}",
    "ar": "آخر موعد للتقديم: {}",
    "pl": "Termin składania ofert: {} r.",
    "uk": "Заявки до: {} р.",
    "zh": "报名截止日期：{}",
}
LANGUAGES = sorted(subtag for subtag in KNOWN if known_of(subtag).deadlines)
JOB = posting(posted=date(2025, 11, 16), deadline=Deadline(DeadlineKind.DATE, date(2025, 12, 31)))


def told(text, language="en", job=JOB):
    """The problems of one text."""
    return list(deadline_is_as_said(job, [manuscript(text, language)]))


def test_every_language_with_words_for_deadlines_is_tried():
    """In a sentence and after a label."""
    assert sorted(TEXTS) == sorted(LABELS) == LANGUAGES


@pytest.mark.parametrize("language", TEXTS)
def test_another_day_in_the_text_is_an_error_on_its_line(language):
    """A notice of 2021 that is listed with a deadline of 2025."""
    sentence, wrong, _ = TEXTS[language]
    (problem,) = told(f"One.\n\n{sentence.format(wrong)}", language)
    assert (problem.code, problem.severity, problem.origin.line) == ("deadline-contradicted", Severity.ERROR, 7)
    assert told(LABELS[language].format(wrong), language)


@pytest.mark.parametrize("language", TEXTS)
def test_the_same_day_is_silent(language):
    """In words and in figures, in a sentence and after a label."""
    sentence, _, right = TEXTS[language]
    for text in (sentence.format(right), LABELS[language].format(right), LABELS[language].format("2025-12-31")):
        assert told(text, language) == []


@pytest.mark.parametrize(
    "text",
    [
        "On 11 March 2020 the WHO called it a pandemic. Apply by e-mail.",
        "Interviews with candidates take place before 20 January 2026.",
        "Candidates start no later than 1 March 2026.",
        "The deadline for the project report is 30 June 2027.",
        "Applicants need a permit until 1 May 2027.",
        "Apply before 1 January 2026.",
        "Send your application by 31 December.",
        "Applications received by 30 November 2025 are read first; the closing date is 31 December 2025.",
    ],
)
def test_other_dates_are_other_dates(text):
    """Of the story, of interviews, of the first day of work, of a first round; and “before” the day after."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Umowa na czas określony do 31.12.2027. CV prosimy przesyłać mailem."),
        ("pl", "Osoby zakwalifikowane do rozmowy zawiadomimy do 15 stycznia 2026 r."),
        ("pl", "Kandydatury przyjmujemy przed 1 stycznia 2026 r."),
        ("uk", "Конкурс проводиться відповідно до постанови від 25 березня 2016 року."),
        ("uk", "Співбесіди з кандидатами відбудуться до 15 січня 2026 року."),
        ("zh", "面试将于2026年1月15日前进行。"),
        ("zh", "报名时间：2025年11月16日至2025年12月31日。"),
        ("zh", "合同期限至2027年12月31日止。请尽快提交申请。"),
    ],
)
def test_other_dates_are_other_dates_in_other_languages(language, text):
    """Of contracts, of interviews, of laws; the first day of a span."""
    assert told(text, language) == []


def test_a_left_over_deadline_is_told_beside_the_right_one():
    """Copied notices keep the last year's sentence somewhere."""
    text = "Closing date: 31 December 2025\n\nSend your application no later than 18 November 2021."
    assert [problem.origin.line for problem in told(text)] == [7]


def test_dates_without_a_year_are_compared_by_day_and_month():
    """“Apply by 18 November” cannot be 31 December of any year."""
    assert len(told("Please apply by 18 November with a letter.")) == 1


def test_ambiguous_english_figures_pass_if_either_reading_is_right():
    """01/03 may be 1 March."""
    job = posting(deadline=Deadline(DeadlineKind.MOMENT, date(2026, 3, 1), 16 * 60 + 5))
    assert told("Closing date: 01/03/2026 16:05", job=job) == []
    assert len(told("Closing date: 02/04/2026", job=job)) == 1


def test_midnight_belongs_to_the_day_before_too():
    """“Until 28 February” and 2026-03-01 00:00 are one instant."""
    job = posting(deadline=Deadline(DeadlineKind.MOMENT, date(2026, 3, 1), 0))
    assert told("Apply by 28 February 2026.", job=job) == []


def test_open_ended_postings_name_no_last_day():
    """A day in the text closes what the fact leaves open."""
    job = posting(deadline=Deadline(DeadlineKind.OPEN))
    (problem,) = told("Send your application by 18 November 2026.", job=job)
    assert "“deadline” is open" in problem.message


@pytest.mark.parametrize("said", ["Ci si candida entro l’{} gennaio 2026.", "Candidature fino all’{} gennaio 2026."])
def test_an_article_may_be_one_with_a_day(said):
    """As before the eight and the eleven in Italian."""
    job = posting(deadline=Deadline(DeadlineKind.DATE, date(2026, 1, 11)))
    assert told(said.format(11), "it", job) == []
    assert len(told(said.format(8), "it", job)) == 1


@pytest.mark.parametrize(
    "said",
    [
        "Scadenza: ore 12.00 di lunedì {}",
        "Le domande vanno inviate entro e non oltre le ore 12.00 del giorno di domenica {}.",
        "Le domande vanno inviate entro le ore 23:59 di {}.",
    ],
)
def test_an_hour_may_stand_before_the_day(said):
    """With a point in it, which ends no sentence."""
    assert told(said.format("31 dicembre 2025"), "it") == []
    assert len(told(said.format("18 novembre 2025"), "it")) == 1


@pytest.mark.parametrize("run", ["_", "- ", ": _", "a:", "–a"])
def test_lines_to_fill_in_are_read_in_no_time(run):
    """Forty underscores between “by” and a point took longer than anybody waits."""
    assert len(told(f"Send your application by {run * 60} v.1 or by 18 November 2021.")) == 1


def test_the_summary_is_read_as_well():
    """At the line of its key."""
    text = manuscript("Text.", summary="Apply by 18 November 2021.")
    (problem,) = deadline_is_as_said(JOB, [text])
    assert problem.origin == text.summary_origin


def _scraps(subtag: str) -> st.SearchStrategy[str]:
    months = [f"{m}{p}" for m in written(subtag) for p in ("", ".")]
    dates = [f"{d}{o}{g}" for d in ("3", "21") for o in ("", ".", "º", "ème") for g in ("", " ", "\xa0", " de ", "-")]
    words = ["by", "closing date", "avant le", "date limite", "hasta", "uiterlijk", "spätestens", "apply", "sollicit"]
    return st.lists(st.sampled_from([*months, *dates, *words, " ", "\n", ". ", "2027", "1/2/2027", "2027-01-02"]))


@pytest.mark.parametrize("subtag", LANGUAGES)
@given(data=st.data())
def test_what_is_passed_over_holds_no_date(subtag: str, data: st.DataObject) -> None:
    """The quick look at a text misses no day of a month that the slow one would find."""
    text = "".join(data.draw(_scraps(subtag)))
    dated = [found for found in figures(text, subtag) if found.kind is Kind.DATE and found.days[0].day]
    assert may_be_dated(text.lower(), subtag) or not dated


@given(st.text() | st.text(alphabet="0 19a²½é٣۴४３\U0001d7d8"))
def test_digits_are_found_in_whatever_script(text: str) -> None:
    """Each once, as a pattern finds them."""
    assert sorted(deadline_words._digits(text)) == [match.start() for match in re.finditer(r"\d", text)]


@pytest.mark.parametrize("subtag", LANGUAGES)
@given(data=st.data())
def test_figures_far_from_words_of_a_deadline_change_nothing(subtag: str, data: st.DataObject) -> None:
    """To read only what stands behind such words finds what reading all does."""
    text = " ".join(data.draw(_scraps(subtag)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(deadline_words, "_figures_where", lambda _hint, text, _small, subtag: figures(text, subtag))
        every = list(said(text, text.lower(), subtag))
    assert list(said(text, text.lower(), subtag)) == every
