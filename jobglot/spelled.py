"""Small numbers written out in words, so that "two" and 2 are one number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from jobglot.tokens import fold

# A number, then its words; "|" parts spellings.
_TABLES: Mapping[str, str] = {
    "en": """
        0 zero|no|none  1 one|a|an|once|first|single  2 two|twice|both|second|half|pair|couple  3 three|third
        4 four|fourth|quarter  5 five|fifth  6 six|sixth  7 seven|seventh  8 eight|eighth  9 nine|ninth
        10 ten|tenth  11 eleven  12 twelve|dozen  13 thirteen  14 fourteen  15 fifteen  16 sixteen  17 seventeen
        18 eighteen  19 nineteen  20 twenty  24 twenty-four  25 twenty-five  30 thirty  36 thirty-six  40 forty
        48 forty-eight  50 fifty  60 sixty  70 seventy  80 eighty  90 ninety  100 hundred  1000 thousand
    """,
    "fr": """
        0 zero|aucun|aucune  1 un|une|premier|premiere
        2 deux|double|deuxieme|second|seconde|demi|moitie|paire|couple  3 trois|troisieme|tiers|triple
        4 quatre|quatrieme|quart  5 cinq|cinquieme  6 six|sixieme  7 sept|septieme  8 huit|huitieme|huitaine  9 neuf
        10 dix|dizaine|dixieme  11 onze  12 douze|douzaine  13 treize  14 quatorze  15 quinze|quinzaine  16 seize
        17 dix-sept  18 dix-huit  19 dix-neuf  20 vingt|vingtaine  24 vingt-quatre  25 vingt-cinq
        30 trente|trentaine  36 trente-six  40 quarante|quarantaine  48 quarante-huit  50 cinquante|cinquantaine
        60 soixante|soixantaine  70 soixante-dix|septante  80 quatre-vingt|quatre-vingts|huitante
        90 quatre-vingt-dix|nonante  100 cent|centaine|centaines  1000 mille|millier|milliers
    """,
    "es": """
        0 cero|ningun|ninguna  1 un|una|uno|primer|primera|primero
        2 dos|doble|segundo|segunda|medio|media|mitad|par  3 tres|tercer|tercera|tercero|tercio
        4 cuatro|cuarto|cuarta  5 cinco|quinto|quinta  6 seis|sexto|sexta  7 siete|septimo  8 ocho|octavo  9 nueve
        10 diez|decena  11 once  12 doce|docena  13 trece  14 catorce  15 quince  16 dieciseis  17 diecisiete
        18 dieciocho  19 diecinueve  20 veinte|veintena  24 veinticuatro  25 veinticinco  30 treinta
        36 treinta-y-seis  40 cuarenta  48 cuarenta-y-ocho  50 cincuenta  60 sesenta  70 setenta  80 ochenta
        90 noventa  100 cien|ciento|centenar  1000 mil|miles
    """,
    "nl": """
        0 nul|geen  1 een|eerste|eens  2 twee|tweede|half|halve|beide|paar|dubbel  3 drie|derde  4 vier|vierde|kwart
        5 vijf|vijfde  6 zes|zesde  7 zeven|zevende  8 acht|achtste  9 negen|negende  10 tien|tiende|tiental  11 elf
        12 twaalf|dozijn  13 dertien  14 veertien  15 vijftien  16 zestien  17 zeventien  18 achttien  19 negentien
        20 twintig|twintigtal  24 vierentwintig  25 vijfentwintig  30 dertig  36 zesendertig  40 veertig
        48 achtenveertig  50 vijftig  60 zestig  70 zeventig  80 tachtig  90 negentig  100 honderd|honderden
        1000 duizend|duizenden
    """,
    "de": """
        0 null|kein|keine  1 ein|eine|einen|einem|einer|eins|erste|ersten
        2 zwei|zweite|zweiten|halb|halbe|halben|beide|paar  3 drei|dritte|dritten  4 vier|vierte|viertel
        5 funf|funfte  6 sechs|sechste  7 sieben|siebte  8 acht|achte  9 neun  10 zehn  11 elf  12 zwolf|dutzend
        13 dreizehn  14 vierzehn  15 funfzehn  16 sechzehn  17 siebzehn  18 achtzehn  19 neunzehn  20 zwanzig
        24 vierundzwanzig  25 funfundzwanzig  30 dreissig  36 sechsunddreissig  40 vierzig  48 achtundvierzig
        50 funfzig  60 sechzig  70 siebzig  80 achtzig  90 neunzig  100 hundert|hunderte  1000 tausend|tausende
    """,
    "ar": """
        1 واحد|واحدة|الاول|الاولى  2 اثنان|اثنين|اثنتين|عامين|سنتين|شهرين|يومين|الثاني|الثانية
        3 ثلاث|ثلاثة|الثالث|الثالثة  4 اربع|اربعة|الرابع|الرابعة  5 خمس|خمسة|الخامس|الخامسة  6 ست|ستة  7 سبع|سبعة
        8 ثمان|ثماني|ثمانية  9 تسع|تسعة  10 عشر|عشرة  20 عشرون|عشرين  30 ثلاثون|ثلاثين  40 اربعون|اربعين
        50 خمسون|خمسين  100 مئة|مائة  1000 الف|الاف
    """,
}


def _words(table: str) -> Mapping[Decimal, frozenset[str]]:
    cells = table.split()
    return {Decimal(n): frozenset(words.split("|")) for n, words in zip(cells[::2], cells[1::2], strict=True)}


WORDS: Mapping[str, Mapping[Decimal, frozenset[str]]] = {subtag: _words(table) for subtag, table in _TABLES.items()}
"""The folded words of each number, by language."""

_WORD = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> frozenset[str]:
    """The folded words of a text; "twenty-four" is itself and its parts."""
    return frozenset(_WORD.findall(small := fold(text))) | frozenset(_COMPOUND.findall(small))


_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")


def spells(words: frozenset[str], subtag: str, value: Decimal) -> bool:
    """Whether a text with these words may write a number out."""
    known = WORDS.get(subtag, {})
    return value in known and not known[value].isdisjoint(words)
