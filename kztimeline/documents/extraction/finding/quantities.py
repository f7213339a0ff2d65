"""Numbers and lengths of time in words: "twenty-five", "a few", "two and a half years"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.moments import Unit

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

# How many of the smaller unit make the larger.
_SMALLER = {
    (Unit.YEAR, Unit.MONTH): 12, (Unit.WEEK, Unit.DAY): 7, (Unit.HOUR, Unit.MINUTE): 60,
}  # fmt: skip
_OR_MORE = frozenset({"more", "so", "two", "three"})
SHORTER_THAN_DAYS = (Unit.HOUR, Unit.MINUTE, Unit.SECOND)


def direction(phrase: Phrase) -> int:
    """Return how many units "last", "this" or "next" moves: -1, 0 or 1."""
    shifts = [phrase.tokens.meanings[i] for i in phrase.indexes("DIRECTION", "PAST")]
    return next((shift for shift in shifts if isinstance(shift, int) and shift), 0)


def ordinal(phrase: Phrase) -> int | None:
    """Return the number of "fifth", "21st", "twenty-first"; the last where there are two."""
    tens = phrase.meaning("TENS")
    numbers = phrase.indexes("ORDINAL_WORD", "ORDINAL_NUMBER")
    number = phrase.tokens.meanings[numbers[-1]] if numbers else None
    if not isinstance(number, int):
        return None
    return number + tens if isinstance(tens, int) else number


def unit(phrase: Phrase) -> Unit | None:
    """Return the unit a phrase counts in; a fortnight counts as weeks."""
    meaning = phrase.meaning("UNIT", "UNITS", "QUARTER", "QUARTERS", "CENTURY", "CENTURIES")
    if meaning == "fortnight":
        return Unit.WEEK
    return meaning if isinstance(meaning, Unit) else None


def is_open_length(phrase: Phrase) -> bool:
    """Tell "the next day or two" and "in the last week or so", which last.

    So does "the past month".
    """
    is_step = phrase.has("DIRECTION", "PAST") and unit(phrase) in (Unit.DAY, Unit.WEEK, Unit.MONTH)
    is_open = phrase.word_after() == "or" and phrase.word_after(2) in _OR_MORE
    return is_step and (is_open or phrase.has("PAST"))


def is_part_of_length(phrase: Phrase) -> bool:
    """Tell "the last quarter of a century" from "the last quarter of a bad year"."""
    is_part = phrase.has("QUARTER", "PORTION") and phrase.after() == "OF"
    return is_part and phrase.after(2) == "A" and "year" not in map(phrase.word_after, (3, 4))


def calendar_unit(phrase: Phrase) -> Unit | None:
    """Return the unit of the calendar that a phrase speaks of; of hours, the day they lie in."""
    named = unit(phrase)
    if phrase.has("SEASON", "WORD_SEASON"):
        return Unit.SEASON
    if (named is None and phrase.has("DAYPART", "WEEKDAY")) or named in SHORTER_THAN_DAYS:
        return Unit.DAY
    return named


def count(phrase: Phrase) -> int | None:
    """Return how many units a phrase counts, or None where it says only "some"."""
    if phrase.has("SOME", "COUPLE", "PORTION"):
        return None
    if phrase.meaning("UNIT") == "fortnight":
        return 2
    hundred, joint = phrase.meaning("HUNDRED"), phrase.index("AND")
    if isinstance(hundred, int) and joint and joint > (phrase.index("HUNDRED") or joint):
        return _hundreds(phrase, hundred, joint)
    total = _sum(phrase)
    return total * hundred if total is not None and isinstance(hundred, int) else total


def of_two_units(phrase: Phrase) -> tuple[Unit, int] | None:
    """Return the 14 months of "a year and two months", the 2 of "two months, nine days".

    None for a length in one unit, or without a number.
    """
    units, joint = phrase.indexes("UNIT", "UNITS"), phrase.index("AND", "COMMA")
    if len(units) != 2 or joint is None or not units[0] < joint < units[1]:
        return None
    first, second = replace(phrase, last=joint), replace(phrase, first=joint + 1)
    large, small, many, few = unit(first), unit(second), count(first), count(second)
    if large is None or small is None or many is None:
        return None
    size = _SMALLER.get((large, small))
    return (small, many * size + few) if size and few is not None else (large, many)


def _hundreds(phrase: Phrase, hundred: int, joint: int) -> int:
    """Return the 210 of "two hundred and ten"."""
    many = _added(phrase, phrase.first, joint) or 1
    return many * hundred + _added(phrase, joint, phrase.last)


def _added(phrase: Phrase, first: int, last: int) -> int:
    """Return the 25 of "twenty-five" between two places of a phrase; 0 without a number."""
    places = (at for at in phrase.indexes("NUMBER_WORD", "TENS") if first <= at < last)
    meanings = (phrase.tokens.meanings[at] for at in places)
    return sum(meaning for meaning in meanings if isinstance(meaning, int))


def _sum(phrase: Phrase) -> int | None:
    """Return the number of a count; of "ten and twenty years" that beside the unit."""
    joint = phrase.index("AND") if phrase.word_at("AND") == "and" else None
    if (
        joint
        and _added(phrase, phrase.first, joint)
        and (last := _added(phrase, joint, phrase.last))
    ):
        return last
    digits = phrase.index("DAY_NUMBER", "TWO_DIGITS", "THREE_DIGITS", "YEAR", "AMOUNT")
    if digits is not None and digits < (phrase.index("UNIT", "UNITS", "QUARTERS") or phrase.last):
        text = phrase.tokens.word(digits).replace(",", "")
        return int(text) if text.isdecimal() and len(text) < 5 else None
    last_tens, last_one = phrase.meaning("TENS"), phrase.meaning("NUMBER_WORD")
    if isinstance(last_tens, int) or isinstance(last_one, int):
        return sum(part for part in (last_tens, last_one) if isinstance(part, int))
    # "The year earlier" is one year earlier.
    before_told = phrase.rule == "away" and phrase.has("THE")
    return 1 if before_told or phrase.has("A", "HUNDRED") else None


def whole(phrase: Phrase) -> int | None:
    """Return the 2 of "two and a half", and 0 for a mere half; None where no number is told."""
    return _sum(phrase) if phrase.has("AND") else 0


def timex_duration(phrase: Phrase) -> str:
    """Return the TIMEX3 value of a length of time, such as P2M, PT3H or PXD."""
    length = unit(phrase) or Unit.DAY
    amount = count(phrase)
    if (
        amount is None
        and phrase.has("UNIT", "CENTURY")
        and not phrase.has("SOME", "COUPLE", "AMOUNT")
    ):
        amount = 1
    decimal = phrase.index("AMOUNT")
    halved = whole(phrase) if phrase.has("PORTION") else None
    number = "X" if amount is None else str(amount)
    number = f"{halved}.5" if halved is not None else number
    if decimal is not None and amount is None:
        number = phrase.tokens.word(decimal).replace(",", "")
    prefix = "PT" if length in SHORTER_THAN_DAYS else "P"
    return f"{prefix}{number}{length.value.removeprefix('T')}"
