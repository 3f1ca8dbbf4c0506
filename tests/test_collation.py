"""The order of names, against CLDR's collation charts, written by hand."""

from __future__ import annotations

import pytest

from jobglot.collation import ALPHABETS, best_break, sort_key, spans
from jobglot.formats import find_locale


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", "Aarhus Ærø Ørsted Oslo Zoo"),
        ("fr", "eau Église Été Zoo"),
        ("de", "Ärztehaus Azur Straßenbau Strato Ülker Zoo"),
        ("de-AT", "Ärztehaus Azur Zoo"),
        ("es", "Nzu Ñandú Oslo"),
        ("sv", "Aalborg Oslo Zoo Ångström Ärende Öland"),
        ("da", "Oslo Zoo Ærø Ørsted Aalborg Århus"),
        ("nb", "Oslo Zoo Ærø Ørsted Ålesund"),
        ("tr", "Ceyhan Çanakkale Hatay Irmak Isparta İlgi İzmir Sivas Şile Uşak Ülker"),
        ("pl", "Lyon Łódź Nowa Sopot Świat Zamość Źródło Żywiec"),
        ("cs", "Czech Čapek Hana Charita Ibis Řím"),
        ("hr", "Luka Lyon Ljubljana Split Šibenik"),
        ("hu", "Cukor Csaba Sopron Szeged"),
        ("et", "Sina Šveits Zoo Žanr Tartu Võru Õun Äri"),
        ("el", "Αθήνα Έλεγχος Ζεύς Όμιλος Acme"),
        ("ru", "Елка Ёлка Жук Игорь Йога Яна Acme"),
        ("uk", "Гора Ґанок Дім Еко Єва Ива Іван Їжак Йога"),
        ("ar", "إدارة أكمي بنك ياسر Acme"),
        ("ja", "あおぞら 東京 Acme"),
        ("zh", "北京 重庆 华沙 基辅 上海市 厦门 珠海 衢州 Acme"),
        ("zh-CN", "安徽 财务 数据 Zoo"),
    ],
)
def test_names_stand_where_readers_look_for_them(language: str, names: str) -> None:
    """Accents count last, letters of its own have their own place, and the language's own script comes first."""
    wanted = names.split()
    assert sorted(set(wanted), key=lambda name: sort_key(name, language)) == wanted


def test_alphabets_are_of_languages_there_are() -> None:
    """Each by its primary subtag."""
    assert all(find_locale(tag) and "-" not in tag for tag in ALPHABETS)


@pytest.mark.parametrize("text", ["", "  ", "123", "🚀", "İ", "\ud800"])
def test_any_name_has_a_place(text: str) -> None:
    """Also one without letters."""
    for language in ("en", "tr", "el", "ja", "tlh"):
        assert sort_key(text, language) == sort_key(text, language)


@pytest.mark.parametrize(
    ("pages", "called"),
    [
        (["Abel Zorn"], ["A Z"]),
        (["3M Azur", "Baker Zorn"], ["3 A", "B Z"]),
        (["Abel Baker", "Bakhtin Zorn"], ["A Bake", "Bakh Z"]),
        (["Abel Eau", "Église Zorn"], ["A Ea", "Ég Z"]),
        (["“Abel” Acme", "Acme Acme-Süd"], ["“A Acme", "Acme A"]),
        (["安徽 北京", "北海 珠海"], ["安 北京", "北海 珠"]),
        (["إدارة بنك", "بيت ياسر"], ["إ بن", "بي ي"]),
        (["अमर कल", "किला हिम"], ["अ क", "कि हि"]),
        (["- …", "- …"], ["- …", "- …"]),
    ],
)
def test_pages_of_names_are_called_by_their_beginnings(pages: list[str], called: list[str]) -> None:
    """As much of a name as tells it from its neighbour on the next page, and no less than a letter with its marks."""
    ends = [tuple(page.split()) for page in pages]
    assert [" ".join(span) for span in spans([(first, last) for first, last in ends])] == called


def test_names_are_parted_where_a_letter_changes() -> None:
    """If one does nearby; else where the next one does, or where it was meant to be."""
    names = ["Abel", "Acme", "Adam", "Baker", "Bakhtin", "Bakst"]
    assert [best_break(names, near, 2) for near in (2, 4, 5)] == [3, 3, 3]
    assert best_break(names, 1, 1) == 1
    assert best_break(["Acme"] * 9, 4, 3) == 4
