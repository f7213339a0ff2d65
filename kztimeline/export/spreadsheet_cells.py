"""Texts that a spreadsheet turns into something else, and how they stay as they are.

Excel and LibreOffice guess what each cell of a CSV file is, in the language of whoever
opens it: `2007-04` becomes a day, `001` the number 1, `3/4` a day, `1E5` 100000, `=1+1`
what comes of it. A cell `="2007-04"` is a formula whose result is that text, in both.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_FIRST_OF_FORMULA: Final = tuple("=+-@＝＋－＠\t\r\n")
_FIRST_OF_ERROR: Final = "#"
_WORD: Final = re.compile(r"[^\W\d_]+")
_MOST_WORDS: Final = 6  # "Monday, 5 March 2012 12:30 PM" has three, in Spanish with "de" five
_SHORT: Final = 2  # E, PM, st, de, kr
_LONGEST_LITERAL: Final = 200  # Excel takes 255 characters
_LONGEST_FORMULA: Final = 7500  # Excel takes 8,192 characters, with all that joins the texts

_TRUTHS: Final = """
true false wahr falsch vrai faux verdadero falso verdadeiro vero waar onwaar sant falskt sand
falsk sann usann tosi epätosi prawda fałsz pravda nepravda igaz hamis adevărat fals doğru yanlış
истина ложь істина хибність ақиқат жалған
"""
_CALENDAR: Final = """
jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun
mai okt dez die mit don fre sam son fev avr jui aou lun mer jeu ven dim
ene abr ago set dic mie jue vie sab dom out seg ter qua qui sex gen mag giu lug ott gio
maa mrt mei din woe vri zat zon maj des man tis ons tor lor tam hel huh tou kes hei elo
syy lok jou tii per lau sty lut kwi cze lip sie wrz paz lis gru pon wto sro czw pia sob nie
led uno bre dub kve cer srp zar rij pro sij vel ozu tra svi kol ruj stu sze ian iun iul noi
oca sub nis haz tem agu eyl eki kas ara sal car cum yan iyn iyl avq avg sen noy dek
qan aqp nau sau mam qyr qaz qar jel vas kov bal geg bir lie rug spa lap
jaa vee juu det mac ogo dis tha shk pri qer kor gus sht tet nen dhj
"""
"""How the months and days of the week begin in languages written in Latin letters."""
_TRUTH_WORDS: Final = frozenset(_TRUTHS.split())
_CALENDAR_STARTS: Final = frozenset(_CALENDAR.split())


def kept_text(cell: str) -> str:
    """Return a cell of text as it must be written so that a spreadsheet shows that text."""
    if not is_changed(cell):
        return cell
    if len(cell) > _LONGEST_FORMULA:
        return f"'{cell}"
    starts = range(0, len(cell), _LONGEST_LITERAL)
    parts = [cell[start : start + _LONGEST_LITERAL].replace('"', '""') for start in starts]
    return '="' + '"&"'.join(parts) + '"'


def is_changed(cell: str) -> bool:
    """Whether a spreadsheet may take a text for a formula, an error, a truth, number or day.

    A number or a day has a digit, and no words but those that stand beside one in some
    language. Where that cannot be told, the answer is yes.
    """
    text = cell.strip()
    if cell.startswith(_FIRST_OF_FORMULA) or text.startswith((*_FIRST_OF_FORMULA, _FIRST_OF_ERROR)):
        return True
    if not any(character.isnumeric() for character in text):
        return text.casefold() in _TRUTH_WORDS
    words = _WORD.findall(text)
    return len(words) <= _MOST_WORDS and all(map(_beside_a_number, words))


def _beside_a_number(word: str) -> bool:
    """Whether a word may be part of a number, an amount, a time or a day."""
    code = len(word) == 3 and word.isupper()
    if len(word) <= _SHORT or code or not unicodedata.name(word[0], "").startswith("LATIN"):
        return True
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(filter(str.isalpha, plain))[:3] in _CALENDAR_STARTS
