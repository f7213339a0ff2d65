"""On which day of a year the days with a name are: feasts, and days such as "Black Monday"."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import Tense
from kztimeline.documents.extraction.naming import names_of_days, national_days, reckoning

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_YEAR = ("YEAR", "SHORT_YEAR", "COMMA", "OF", "DIRECTION")
# The symbols that the name of a day begins with.
NAMING = ("HOLIDAY", "NEW", "EASTER", "FEAST", "NAMED_WEEKDAY")
_DAYS_IN_WEEK = 7
_THURSDAY, _SUNDAY = 3, 6
# How many days after Easter Sunday the feasts are that move with it.
_FROM_EASTER = {
    "shrove tuesday": -47, "fat tuesday": -47, "mardi gras": -47, "ash wednesday": -46,
    "palm sunday": -7, "maundy thursday": -3, "holy thursday": -3, "good friday": -2,
    "holy saturday": -1, "easter saturday": -1, "easter": 0, "easter sunday": 0,
    "easter monday": 1, "ascension day": 39, "whit sunday": 49, "whitsunday": 49,
    "pentecost sunday": 49, "whit monday": 50, "trinity sunday": 56,
    "whitsun": 49,
}  # fmt: skip
# Month and day of the Islamic calendar; the new moon can make each a day earlier or later.
_LUNAR = {
    "ramadan": (9, 1), "ramazan": (9, 1),
    "eid al-fitr": (10, 1), "eid ul-fitr": (10, 1), "oraza ait": (10, 1), "uraza bayram": (10, 1),
    "eid al-adha": (12, 10), "eid ul-adha": (12, 10), "kurban ait": (12, 10),
    "qurban bayram": (12, 10),
    "kurban bayram": (12, 10),
}  # fmt: skip
RAMADAN = frozenset({"ramadan", "ramazan"})
DAYS_OF_RAMADAN = 30
# Month, weekday from 0 for Monday, and which of that month, from 1; -1 is the last.
_NTH = {
    "thanksgiving": (11, _THURSDAY, 4), "labor day": (9, 0, 1), "memorial day": (5, 0, -1),
    "presidents day": (2, 0, 3), "martin luther king day": (1, 0, 3), "columbus day": (10, 0, 2),
    "remembrance sunday": (11, _SUNDAY, 2), "mothers day": (5, _SUNDAY, 2),
    "fathers day": (6, _SUNDAY, 3),
}  # fmt: skip
_FIXED = {
    "christmas": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "halloween": (10, 31), "new years eve": (12, 31), "new years day": (1, 1), "new year": (1, 1),
    "armistice day": (11, 11), "veterans day": (11, 11), "valentines day": (2, 14),
    "st valentines day": (2, 14), "st patricks day": (3, 17), "st davids day": (3, 1),
    "st georges day": (4, 23), "st andrews day": (11, 30), "st stephens day": (12, 26),
    "st nicholass day": (12, 6), "st nicholas day": (12, 6), "may day": (5, 1),
    "all saints day": (11, 1), "all souls day": (11, 2), "april fools day": (4, 1),
    "april fool day": (4, 1), "womens day": (3, 8), "bastille day": (7, 14),
    "anzac day": (4, 25), "guy fawkes night": (11, 5), "guy fawkes day": (11, 5),
    "lady day": (3, 25), "midsummer day": (6, 24), "midsummers day": (6, 24),
    "midsummer eve": (6, 23), "midsummers eve": (6, 23), "michaelmas": (9, 29),
    "michaelmas day": (9, 29), "martinmas": (11, 11), "candlemas": (2, 2), "lammas": (8, 1),
    "first president day": (12, 1), "first presidents day": (12, 1),
    "day of the first president": (12, 1),
    "victory day": (5, 9), "nowruz": (3, 21), "nauryz": (3, 22), "earth day": (4, 22),
    "human rights day": (12, 10), "juneteenth": (6, 19), "workers day": (5, 1),
    "world aids day": (12, 1), "world environment day": (6, 5),
    "world health day": (4, 7), "world press freedom day": (5, 3), "world refugee day": (6, 20),
    "world tourism day": (9, 27),
    "world water day": (3, 22), "groundhog day": (2, 2), "orthodox christmas": (1, 7),
    "orthodox christmas eve": (1, 6),
}  # fmt: skip
_OF_BOTH = frozenset({f"orthodox {name}" for name in (*_FROM_EASTER, "christmas", "christmas eve")})
# Days that were once only.
_ONCE = {"d-day": (1944, 6, 6), "v-e day": (1945, 5, 8), "ve day": (1945, 5, 8)}
# Weekdays that became names of what was done on them, and the primaries of many states at once.
_NAMED = {
    "black monday": ((1987, 10, 19), (1929, 10, 28)),
    "black tuesday": ((1929, 10, 29),),
    "black wednesday": ((1992, 9, 16),),
    "black thursday": ((1929, 10, 24),),
    "bloody sunday": ((1905, 1, 22), (1920, 11, 21), (1965, 3, 7), (1972, 1, 30)),
    "bloody friday": ((1972, 7, 21),),
    "super tuesday": (
        (1988, 3, 8), (1992, 3, 10), (1996, 3, 12), (2000, 3, 7), (2004, 3, 2), (2008, 2, 5),
        (2012, 3, 6), (2016, 3, 1), (2020, 3, 3), (2024, 3, 5),
    ),
}  # fmt: skip
_NOWRUZ = re.compile(names_of_days.NOWRUZ, re.IGNORECASE)
# Days of sales: how many days after Thanksgiving they are, and since when they go by that name.
_OF_SALES = {
    "black friday": (1, 1960), "cyber monday": (4, 2005), "giving tuesday": (5, 2012),
}  # fmt: skip
_USUAL_YEAR = 1999


def _plain(name: str) -> str:
    """Return a name without its apostrophes, dots and "international"."""
    plain = re.sub(r"['’.]", "", name).replace("saint ", "st ").replace(",", "")
    if _NOWRUZ.fullmatch(plain):
        # The Kazakh one is a day later.
        return "nauryz" if plain.startswith("naur") else "nowruz"
    plain = plain.replace("international labor day", "workers day")
    plain = plain.replace("eid al fitr", "eid al-fitr").replace("eid al adha", "eid al-adha")
    return plain.replace(" jr", "").removeprefix("international ")


def once(name: str) -> tuple[int, int, int] | None:
    """Return year, month and day of a day that was once only, such as "D-Day"."""
    return _ONCE.get(name)


def usual(name: str) -> tuple[int, int] | None:
    """Return month and day of a yearly holiday, roughly for movable feasts."""
    plain = _plain(name)
    fixed = _FIXED.get(plain) or _FIXED.get(plain.removesuffix(" day"))
    return fixed or national_days.day_of(plain, _USUAL_YEAR) or _moving(plain, _USUAL_YEAR)


def in_year(name: str, year: int, near: dt.date | None = None) -> tuple[int, int] | None:
    """Return month and day of a yearly holiday in a year of the Gregorian calendar.

    A lunar feast can be in it twice; then it is the one that is nearer to `near`.
    """
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return usual(name)
    return _moving(_plain(name), year, near) or usual(name)


def moves(name: str) -> bool:
    """Tell a feast that is on another day each year."""
    return _moving(_plain(name), _USUAL_YEAR) is not None


def is_lunar(name: str) -> bool:
    """Tell a feast that the new moon decides on, so that its day is known to one or two."""
    return _plain(name) in _LUNAR


def _moving(plain: str, year: int, near: dt.date | None = None) -> tuple[int, int] | None:
    own = plain.removeprefix("orthodox ")
    if national_days.has_moved(plain):
        return national_days.day_of(plain, year)
    if plain in _LUNAR:
        days = reckoning.lunar_days(year, *_LUNAR[plain])
        if not days:
            return None
        found = min(days, key=lambda day: abs(day - near)) if near else days[0]
        return found.month, found.day
    if own in _FROM_EASTER:
        sunday = reckoning.easter(year) if own == plain else reckoning.orthodox_easter(year)
        day = sunday + dt.timedelta(_FROM_EASTER[own])
    elif plain == "advent sunday":
        eve = dt.date(year, 12, 24)
        day = eve - dt.timedelta((eve.weekday() - _SUNDAY) % _DAYS_IN_WEEK + 3 * _DAYS_IN_WEEK)
    else:
        rule = _NTH.get(plain) or _NTH.get(plain.removesuffix(" day"))
        rule = rule or _NTH.get(plain.replace("president ", "presidents "))
        if rule is None:
            return None
        nth = reckoning.weekday_of_month(year, *rule)
        if nth is None:
            return None
        day = nth
    return day.month, day.day


def is_named(name: str) -> bool:
    """Tell a weekday whose name means a day, such as "Black Monday", from "Sheffield Wednesday"."""
    return name in _NAMED or is_of_sales(name)


def is_of_sales(name: str) -> bool:
    """Tell "Black Friday" and "Cyber Monday", which are in every year."""
    return name in _OF_SALES


def named_weekday(name: str, year: int) -> dt.date | None:
    """Return the day that the name of a weekday means in a year: "Black Monday" of 1987."""
    days, since = _OF_SALES.get(name, (0, dt.MAXYEAR))
    if since <= year < dt.MAXYEAR:
        thursday = reckoning.weekday_of_month(year, *_NTH["thanksgiving"])
        return thursday + dt.timedelta(days) if thursday else None
    return next((dt.date(*day) for day in _NAMED.get(name, ()) if day[0] == year), None)


def is_of_every_year(phrase: Phrase) -> bool:
    """Tell the Easter of "What is sung on the 2nd Sunday after Easter?", which is any."""
    counted = phrase.before() in ("AFTER", "BEFORE") and phrase.before(2) == "WEEKDAY"
    if not counted or phrase.before(3) not in ("ORDINAL_NUMBER", "ORDINAL_WORD"):
        return False
    return outlook(phrase).tense in (Tense.PRESENT, Tense.NONE)


def feast_named(phrase: Phrase) -> str:
    """Return what names a day, in lower case, without what stands before and behind its name."""
    first = phrase.index(*NAMING) or phrase.first
    behind = phrase.indexes("IN", "DAYPART", *_YEAR)
    end = next((at for at in behind if at > first), phrase.last)
    name = phrase.tokens.text[phrase.tokens.starts[first] : phrase.tokens.ends[end - 1]]
    plain = " ".join(name.lower().replace("’", "'").split())
    plain = plain.replace("-", " ") if phrase.has("NAMED_WEEKDAY") else plain
    plain = plain.removesuffix(" weekend").replace("holy week", "easter").removesuffix(" week")
    plain = national_days.with_country(plain, phrase)
    is_orthodox = phrase.tokens.word(first - 1).lower() == "orthodox"
    return f"orthodox {plain}" if is_orthodox and f"orthodox {plain}" in _OF_BOTH else plain
