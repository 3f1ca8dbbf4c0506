"""Pasted notices, read whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import notices
import office
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobglot.importing.draft import Draft, Refusal
from jobglot.importing.labels import label_of
from jobglot.importing.notice import Hints, read_notice
from jobglot.model import Localized

TODAY = date(2026, 11, 21)
FIVE = ("en", "fr", "de", "es", "nl")


def _draft(text, **changes) -> Draft:
    draft = read_notice("notice.txt", text, notices.known(**changes), TODAY)
    assert isinstance(draft, Draft), draft
    return draft


def test_a_page_around_a_bilingual_text_gives_two_editions():
    """The page's own language gives none; its list of jobs, counter and buttons are gone."""
    draft = _draft(notices.AGGREGATOR)
    assert [(edition.language, edition.title) for edition in draft.editions] == [
        ("en", "Harbour Data Officer"),
        ("fr", "Responsable des données portuaires"),
    ]
    for edition in draft.editions:
        assert "Ver: 47" not in edition.body
        assert "Gulls" not in edition.body
        assert edition.body.count("\n## ") + edition.body.startswith("## ") == 4
        assert edition.body.count("\n- ") == 9
        assert edition.asks == ()


def test_the_facts_of_labels_and_text_come_together():
    """Each in the form of front matter."""
    facts = _draft(notices.AGGREGATOR).facts
    assert facts["organization"] == "tide-office"
    assert facts["locations"] == ["brussels"]
    assert facts["categories"] == ["finance", "it"]
    assert facts["employment_type"] == ["full_time"]
    assert facts["hours_per_week"] == "36:30"
    assert facts["leave_days"] == 28
    assert facts["salary"] == {"max": "2850", "currency": "EUR", "per": "month"}
    assert facts["contract"] == {"kind": "fixed_term", "months": 9, "renewable": False, "probation_months": 1}
    assert facts["experience"] == {"months": 24}
    assert facts["updated"] == "2030-10-14"
    assert facts["source"] == {"name": "Gulls and Gauges"}
    assert facts["department"] == {
        "en": "Directorate for Coasts, Measurements Unit",
        "fr": "Direction des côtes, Unité des mesures",
    }
    email, post = facts["apply"]
    assert email == {"email": "gauges@tides.example"}
    assert post["post"]["fr"].endswith("B-1000 Bruxelles")


def test_a_deadline_that_the_page_contradicts_is_taken_from_the_text_and_asked_about():
    """Both dates are named, for the editor to see."""
    draft = _draft(notices.AGGREGATOR)
    assert draft.facts["deadline"] == "2026-03-03"
    assert any("2026-03-03" in ask and "2030-10-31" in ask for ask in draft.asks)
    assert "posted" not in draft.facts


def test_two_languages_without_separator_are_one_posting():
    """Their labels agree; the reference is no part of the titles; a condition is a notice."""
    draft = _draft(notices.BILINGUAL)
    assert [(edition.language, edition.title) for edition in draft.editions] == [
        ("en", "Keeper of the Standard Metre"),
        ("fr", "Gardien ou gardienne du mètre étalon"),
    ]
    assert draft.facts == {
        "organization": "tide-office",
        "reference": "31-077",
        "locations": ["ghent"],
        "employment_type": ["part_time"],
        "deadline": "2027-06-07",
        "posted": "2026-11-21",
        "salary": {"amount": "2041.50", "currency": "EUR", "per": "month"},
        "grade": "Grade T3-T4",
        "clearance": "TR",
        "contract": {"kind": "fixed_term", "months": 24, "renewable": True},
        "notice": {"en": "Subject to funding", "fr": "Sous reserve de financement"},
        "contact": {"email": "metre@tides.example"},
        "apply": [
            {
                "url": "https://www.tides.example/jobs",
                "audience": {"en": "All other candidates", "fr": "Tous les autres candidats"},
            }
        ],
    }
    assert draft.asks == ()
    assert draft.dated_today


def test_labels_and_values_of_other_languages_are_mapped():
    """Dutch values on an English page around a French text."""
    draft = read_notice("n", notices.GLUED, notices.known(), date(2030, 12, 1))
    assert isinstance(draft, Draft)
    (edition,) = draft.editions
    assert (edition.language, edition.title) == ("fr", "Aide-pilote")
    assert draft.facts["organization"] == "tide-office"
    assert draft.facts["industry"] == "public"
    assert draft.facts["employment_type"] == ["full_time"]
    assert draft.facts["categories"] == ["logistics"]
    assert draft.facts["deadline"] == "2031-01-10"
    assert draft.facts["posted"] == "2030-11-26"
    assert "Loading" not in edition.body


def test_glued_headings_and_a_lost_bullet_are_repaired():
    """And said."""
    draft = _draft(notices.GLUED)
    body = draft.editions[0].body
    assert [line for line in body.split("\n") if line.startswith("## ")] == [
        "## 1. Résumé",
        "## 2. Profil",
        "## 3. Responsabilités",
        "## 4. Qualités",
        "## 5. Contrat",
        "## 6. Candidature",
    ]
    assert "\n- Esprit d’équipe : partage" in body
    assert "\nNOTE: Qui travaille" in body
    assert any("bullet" in note for note in draft.notes)


def test_news_is_refused_with_the_reason():
    """It has none of the signs of a job."""
    refused = read_notice("news.txt", notices.NEWS, notices.known(), TODAY)
    assert isinstance(refused, Refusal)
    assert refused.reason.startswith("it is no job: no deadline, no way to apply")


def test_a_missing_title_is_asked_for_and_grids_are_facts():
    """English under French labels, which are put into English."""
    draft = _draft(notices.SCORED)
    (edition,) = draft.editions
    assert (edition.language, edition.title) == ("en", "")
    assert "no title" in edition.asks[0]
    assert "not in the language" in edition.asks[1]
    assert draft.facts["deadline"] == "2028-05-04 17:30"
    assert draft.facts["contract"] == {"kind": "service", "months": 14, "note": {"fr": "Court terme"}}
    assert draft.facts["employment_type"] == ["contractor", "full_time"]
    assert draft.facts["starts"] == "2028-06"
    assert [stage.get("out_of") for stage in draft.facts["criteria"]] == [100, 100, None]
    assert [line for line in edition.body.split("\n") if line.startswith("## ")] == [
        "## The assignment",
        "## The project",
        "## Profile",
        "## Additional information",
    ]
    assert "cookies" not in edition.body
    assert "points" not in edition.body
    assert any("how to apply" in ask for ask in draft.asks)
    assert any("“locations”" in ask for ask in draft.asks)


@pytest.mark.parametrize(
    ("text", "language", "deadline", "salary"),
    [
        (notices.GERMAN, "de", "2027-03-31 12:00", {"min": "3000", "max": "3600"}),
        (notices.SPANISH, "es", "2027-04-15", {"amount": "1900"}),
        (notices.DUTCH, "nl", "2027-04-01", {"min": "2400", "max": "2900"}),
    ],
)
def test_notices_are_read_in_five_languages(text, language, deadline, salary):
    """By the habits of each."""
    draft = _draft(text, languages=FIVE)
    assert draft.editions[0].language == language
    assert draft.facts["deadline"] == deadline
    assert draft.facts["salary"] == {**salary, "currency": "EUR", "per": "month"}
    assert draft.asks == ()


EASTERN = {
    "pl": """
Stanowisko: Specjalista/specjalistka ds. kadr
Pracodawca: Urząd Miasta Łodzi
Wymiar etatu: pełny etat
Rodzaj umowy: umowa o pracę na czas określony
Wynagrodzenie: od 6 200 do 7 400 zł brutto miesięcznie
Termin składania ofert: 31 stycznia 2027 r.

Zakres obowiązków
- prowadzenie spraw kadrowych pracowników urzędu.

Aplikacje prosimy przesyłać na adres kadry@example.org.
""",
    "uk": """
Посада: Розробник / розробниця Python
Роботодавець: Міністерство цифрової трансформації
Вид зайнятості: повна зайнятість
Договір: строковий
Зарплата: від 6 200 до 7 400 грн на місяць
Кінцевий термін: 31 січня 2027 р.

Обов’язки
- розробка вебсервісів мовою Python та робота з базами даних.

Надсилайте резюме на kadry@example.org.
""",
    "zh": """
职位：数据工程师
招聘单位：上海市数据管理中心
工作性质：全职
合同类型：固定期限
薪酬：6200-7400元/月
截止日期：2027年1月31日

工作职责
- 设计和开发数据管道，维护数据平台。

请将简历发送至 kadry@example.org。
""",
}


@pytest.mark.parametrize(("language", "currency"), [("pl", "PLN"), ("uk", "UAH"), ("zh", "CNY")])
def test_notices_of_the_east_are_read_as_closely(language, currency):
    """Working time, contract, pay, deadline, and the address behind a word of applying."""
    draft = _draft(EASTERN[language], languages=("pl", "uk", "zh"))
    assert [edition.language for edition in draft.editions] == [language]
    assert draft.facts["deadline"] == "2027-01-31"
    assert draft.facts["salary"] == {"min": "6200", "max": "7400", "currency": currency, "per": "month"}
    assert (draft.facts["employment_type"], draft.facts["contract"]) == (["full_time"], {"kind": "fixed_term"})
    assert draft.facts["apply"] == [{"email": "kadry@example.org"}]


ARABIC = """
إعلان عن وظيفة شاغرة

المسمى الوظيفي: مهندس بيانات / مهندسة بيانات
جهة العمل: المكتب الوطني للموانئ
مكان العمل: بروكسل
نوع الدوام: دوام كامل
الراتب: من 2.800 إلى 3.400 يورو شهريا
آخر موعد للتقديم: 31 مارس 2027
رقم الإعلان: MD-2027-14

المهام والمسؤوليات
- تصميم قواعد البيانات وصيانتها بالتعاون مع فرق الموانئ.
- إعداد تقارير شهرية عن حركة السفن.

المؤهلات والشروط
- شهادة جامعية في علوم الحاسوب.
- خبرة لا تقل عن سنتين في مجال مماثل.
- إجادة اللغتين العربية والفرنسية.

ما نقدمه
- عقد محدد المدة لمدة 12 شهرا قابل للتجديد.
- فترة تجربة مدتها ثلاثة أشهر.
- 38 ساعة في الأسبوع و30 يوما من الإجازة السنوية.

كيفية التقديم
ترسل السيرة الذاتية ورسالة الترشح إلى العنوان jobs@example.org في موعد أقصاه 31 مارس 2027.
للاستفسار: info@example.org
"""


def test_a_notice_in_arabic_is_read_as_closely():
    """By its labels and its sentences, with its duals; and its headings part its text."""
    brussels = notices.known().places["brussels"]
    named = replace(brussels, name=Localized((*brussels.name.texts, ("ar", "بروكسل"))))
    draft = _draft(ARABIC, languages=("ar", "fr"), places={**notices.known().places, "brussels": named})
    (edition,) = draft.editions
    assert (edition.language, edition.title) == ("ar", "مهندس بيانات / مهندسة بيانات")
    assert [line for line in edition.body.splitlines() if line.startswith("#")] == [
        f"## {name}" for name in ("المهام والمسؤوليات", "المؤهلات والشروط", "ما نقدمه", "كيفية التقديم")
    ]
    assert draft.facts["organization"] == {"name": "المكتب الوطني للموانئ"}
    assert draft.facts["locations"] == ["brussels"]
    assert draft.facts["deadline"] == "2027-03-31"
    assert draft.facts["reference"] == "MD-2027-14"
    assert draft.facts["employment_type"] == ["full_time"]
    assert draft.facts["salary"] == {"min": "2800", "max": "3400", "currency": "EUR", "per": "month"}
    assert draft.facts["contract"] == {"kind": "fixed_term", "months": 12, "renewable": True, "probation_months": 3}
    assert draft.facts["experience"] == {"months": 24}
    assert draft.facts["hours_per_week"] == "38"
    assert draft.facts["leave_days"] == 30
    assert draft.facts["apply"] == [{"email": "jobs@example.org"}]
    assert draft.facts["contact"] == {"email": "info@example.org"}


def test_a_language_that_the_board_does_not_have_is_refused():
    """It would have nowhere to go."""
    refused = read_notice("n", notices.GERMAN, notices.known(), TODAY)
    assert isinstance(refused, Refusal)
    assert "written in de" in refused.reason


def test_an_edition_the_board_does_not_have_is_left_out_with_a_note():
    """The other one is taken."""
    draft = _draft(notices.BILINGUAL, languages=("fr",))
    assert [edition.language for edition in draft.editions] == ["fr"]
    assert any("“en” was left out" in note for note in draft.notes)


def test_an_organization_the_site_does_not_have_is_written_out():
    """By its name."""
    assert _draft(notices.GERMAN, languages=FIVE).facts["organization"] == {"name": "Leuchtturmamt Nord"}


def test_dates_that_could_be_either_are_asked_about():
    """In an English notice with nothing that tells the order."""
    text = "Baker\nLocation: Ghent\nDeadline: 04/05/2028\n\nPlease apply with us by letter to bread@oven.example."
    draft = _draft(text)
    assert "deadline" not in draft.facts
    assert any("day and month could be either" in ask for ask in draft.asks)


def test_what_the_page_tells_goes_before_the_text():
    """Its heading is the title, its address the source."""
    hints = Hints("Night baker (B-12)", "The Oven", "https://oven.example/jobs/12")
    draft = read_notice("page.html", notices.DUTCH, notices.known(languages=FIVE), TODAY, hints)
    assert isinstance(draft, Draft)
    assert draft.editions[0].title == "Night baker"
    assert draft.facts["reference"] == "B-12"
    assert draft.facts["source"] == {"name": "The Oven", "url": "https://oven.example/jobs/12"}


APPLY = "Send your CV to a@b.example before 3 May 2027.\n"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("JOB DESCRIPTION FORM\nJob title: Accountant\nEmployer: Oven\n\nJob Summary\n\n", "Accountant"),
        ("Job Title: Accountant\nEmployer: Oven\n\nJob Summary\n\n", "Accountant"),
        (
            "**GREEN RIVERS**\n12 Canal Street, Ghent\n\n**VACANCY NOTICE**\n**Accountant (m/f)**\n\n",
            "Accountant (m/f)",
        ),
        ("VACANCY NOTICE\nAccountant\n\n", "Accountant"),
        ("**Accountant**\n\n**Job description**\n\n", "Accountant"),
    ],
)
def test_the_title_is_what_the_job_is_called_not_what_the_paper_is(above, title):
    """Below “Vacancy notice”, not the letterhead above that; a label says it before a heading does."""
    text = f"{above}You keep the books of the house, and you write the reports for the board.\n\n{APPLY}"
    draft = read_notice("n", text, notices.known(), TODAY)
    assert isinstance(draft, Draft)
    assert draft.editions[0].title == title


def test_paragraphs_may_take_turns_in_two_languages():
    """Each followed by its translation, headings too, under one title for both."""
    english = [
        "What you do",
        office.ENGLISH,
        "Your profile",
        "You know the sea and those who work on it.",
        APPLY.strip(),
    ]
    french = ["Vos missions", office.FRENCH, "Votre profil", "Vous connaissez la mer et ceux qui y travaillent."]
    french.append("Envoyez votre CV à a@b.example avant le 3 mai 2027.")
    pairs = [line for pair in zip(english, french, strict=True) for line in pair]
    draft = read_notice("n", "\n\n".join(["Economist / Économiste", *pairs]), notices.known(), TODAY)
    assert isinstance(draft, Draft)
    assert [(each.language, each.title) for each in draft.editions] == [("en", "Economist"), ("fr", "Économiste")]
    bodies = [each.body for each in draft.editions]
    assert [office.ENGLISH in body for body in bodies] == [True, False]
    assert [office.FRENCH in body for body in bodies] == [False, True]
    assert ["Votre profil" in body for body in bodies] == [False, True]


def test_a_label_may_be_in_two_languages():
    """“Closing date / Date limite”; not two different ones."""
    labels = "Closing date / Date limite : 3 May 2027\nLocation / Lieu : Ghent / Gand"
    draft = read_notice("n", f"Cook\n\n{labels}\n\n{office.ENGLISH}\n\n{APPLY}", notices.known(), TODAY)
    assert isinstance(draft, Draft)
    assert (draft.facts["deadline"], draft.facts["locations"]) == ("2027-05-03", ["ghent"])
    assert label_of("Location / Deadline: Ghent") is None


def test_until_filled_is_a_deadline_in_a_text_as_well():
    """And what stands behind “Apply:” is a way to apply: both make a notice of a text."""
    text = (
        "Cook\n\nApply: cook@quay.example\n\nYou cook for the school of the quay until the post is filled by somebody."
    )
    draft = read_notice("n", text.replace("by somebody", ""), notices.known(), TODAY)
    assert isinstance(draft, Draft)
    assert (draft.facts["deadline"], draft.facts["apply"]) == ("open", [{"email": "cook@quay.example"}])


def test_nothing_is_refused_as_nothing():
    """An empty file has no job in it."""
    assert read_notice("n", " \n\u00a0\n", notices.known(), TODAY) == Refusal("n", "it holds no text")


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from([*notices.AGGREGATOR.split("\n"), *notices.SCORED.split("\n"), "", "1.", "- ", "***", "a:"])
    )
)
def test_no_jumble_of_lines_is_too_odd(lines):
    """A posting or a refusal comes of it, always the same."""
    text = "\n".join(lines)
    first = read_notice("n", text, notices.known(), TODAY)
    assert first == read_notice("n", text, notices.known(), TODAY)
