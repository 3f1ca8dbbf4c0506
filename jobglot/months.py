"""The names of months and weekdays as running text has them, by language."""

from __future__ import annotations

from collections.abc import Mapping

from jobglot.tokens import fold

# Each row holds one form of the twelve; "-" where there is none, or where it is a word of its own as well.
_MONTHS: Mapping[str, str] = {
    "en": """
        January February March April May June July August September October November December
        Jan Feb Mar Apr - Jun Jul Aug Sep Oct Nov Dec
        - - - - - - - - Sept - - -
    """,
    "fr": """
        janvier février mars avril mai juin juillet août septembre octobre novembre décembre
        janvier fevrier - - - - - aout - - - decembre
        janv févr - avr - - juil - sept oct nov déc
    """,
    "es": """
        enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
        ene feb - abr - jun jul ago sep oct nov dic
        - - - - - - - - setiembre - - -
        - - - - - - - - sept - - -
    """,
    "nl": """
        januari februari maart april mei juni juli augustus september oktober november december
        jan feb mrt apr - jun jul aug sep okt nov dec
        - febr - - - - - - sept - - -
    """,
    "de": """
        Januar Februar März April Mai Juni Juli August September Oktober November Dezember
        Jan Feb Mrz Apr - Jun Jul Aug Sep Okt Nov Dez
        Jänner Feber Maerz - - - - - Sept - - -
    """,
    "ar": """
        يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
        - - - ابريل - يونيه يوليه اغسطس - اكتوبر - -
        جانفي فيفري - أفريل ماي جوان جويلية أوت - - - -
        - - - - - - يوليوز غشت شتنبر - نونبر دجنبر
    """,
}
# "كانون الثاني" and its like are two words, so they stand apart.
_LEVANT = ("كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول").split("|")

_WEEKDAYS: Mapping[str, str] = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
}


def _months(subtag: str, table: str) -> dict[str, int]:
    rows = [row.split() for row in table.strip().splitlines()]
    named = {name: number for row in rows for number, name in enumerate(row, start=1) if name != "-"}
    if subtag == "ar":
        named |= {name: number for number, name in enumerate(_LEVANT, start=1)}
    return named


WRITTEN: Mapping[str, tuple[str, ...]] = {
    subtag: tuple(sorted(_months(subtag, table), key=lambda name: (-len(name), name)))
    for subtag, table in _MONTHS.items()
}
"""The names as written, long ones first, by primary language subtag: the languages whose dates are read."""

NUMBERS: Mapping[str, Mapping[str, int]] = {
    subtag: {fold(name): number for name, number in _months(subtag, table).items()} for subtag, table in _MONTHS.items()
}
"""The number of a month by its folded name, by language."""

WEEKDAYS: Mapping[str, tuple[str, ...]] = {subtag: tuple(days.split()) for subtag, days in _WEEKDAYS.items()}
"""The names of the days from Monday on, by language."""
