"""Years that are named apart from a day: "25 October (7 November) 1917", "It was 1998. In May"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.signs.set_days import is_contrasted
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.finding.lexicon import DAY_SYMBOLS, MONTH_SYMBOLS
from kztimeline.documents.extraction.finding.things_of_years import (
    heads_entry_of_year,
    is_year_of_story,
    year_in_clause,
    year_of_thing,
)
from kztimeline.documents.extraction.moments import Unit
from kztimeline.documents.extraction.resolving.references.years_told.years_counted import (
    CLOSING,
    nearest_year,
)
from kztimeline.documents.extraction.weighing.context import between
from kztimeline.documents.extraction.weighing.years_beside import CLAUSE_OPENERS, is_of_late

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.moments import Moment
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.remembered import Remembered

_LONGEST_ASIDE = 8
_MONTHS_IN_YEAR = 12
_WINTER = 4
_CLAUSE_OPENERS = CLAUSE_OPENERS | {","}
_DATES_IN_MIND = 8
_BEFORE_CLAUSES = frozenset({"AND", "BREAK", "DASH", "STOP"})
_BEFORE_DATES = frozenset({"BY", "IN", "ON", "SINCE", "UNTIL"})
_OPENERS = frozenset({"how", "that", "when", "where"})
_OF_STORY = TOLD | {Tense.NONE, Tense.NOUN}
_OF_CHRONICLE = _OF_STORY | {Tense.PRESENT}
_FEWEST_YEARS = 2
_LONGEST_STORY = 60
_LONGEST_ROW = 14
_PAIR = 3
_BEGINNING = frozenset(
    {"begin", "begins", "began", "open", "opens", "opened", "start", "starts", "started"}
)
_ENDING = frozenset(
    {"close", "closed", "closes", "ends", "end", "ended", "finish", "finished", "finishes"}
)
_LEADING_TO_YEAR = frozenset({"AT", "EARLY", "EDGE", "IN", "MID", "OF", "THE"})
_ENDS = frozenset({"STOP", "DOT", "BREAK"})
# What stands before and behind a sentence or an aside that says the year.
_BESIDE_YEAR = _ENDS | {"OPEN", "CLOSE", "DASH", "HYPHEN"}
_ENDS_STORY = frozenset({"YEAR", "BREAK", "SHORT_YEAR", "DUAL_YEAR", "TODAY"})
# How a sentence begins that says which year it was.
_GIVE_YEAR = frozenset(
    {("it", "was"), ("this", "was"), ("the", "year", "was"), ("the", "year", "is")}
    | {
        (what, verb, "in")
        for what in ("it", "this", "that")
        for verb in ("was", "happened", "occurred")
    }
)


def year_spoken_of(
    partial: Moment, phrase: Phrase, context: Context
) -> tuple[int, Remembered] | None:
    """Return the year that syntax names apart from a date: "It was 1998. I enlisted in April".

    So do the date that it is set against, a year beside the subject of its verb, and the line above
    it in a chronicle.
    """
    if partial.unit not in (Unit.DAY, Unit.MONTH):
        return None
    if beside := _year_in_sentence(partial, phrase, context):
        return beside
    look = outlook(phrase)
    if look.tense not in _OF_CHRONICLE:
        return None
    if not look.entry and (heading := _year_above(context)):
        return heading.moment.year or 0, heading
    return _year_of_paragraph(partial, phrase, context)


def _year_in_sentence(
    partial: Moment, phrase: Phrase, context: Context
) -> tuple[int, Remembered] | None:
    told = context.remembered[-1] if context.remembered else None
    if not told or not told.moment.year or between(told.phrase, phrase) != "sentence":
        return None
    if _ends_what_began(told, phrase):
        return nearest_year(partial, told.moment, 1), told
    if is_contrasted(phrase) and told.moment.month:
        return _nearest_year(partial, told.moment), told
    if not _is_of_subject(told, phrase) and not _opens_clause_of(told, phrase):
        return None
    turned = told.moment.unit is Unit.SEASON and told.moment.part == _WINTER
    return told.moment.year + (turned and partial.part <= _MONTHS_IN_YEAR // 2), told


def _year_of_paragraph(
    partial: Moment, phrase: Phrase, context: Context
) -> tuple[int, Remembered] | None:
    """Return the year that the months of a paragraph go on in; behind December it turns."""
    last: Remembered | None = None
    for item in context.remembered[:-_DATES_IN_MIND:-1]:
        year = item.moment.year
        if year is None or not item.explicit or between(item.phrase, phrase) == "text":
            return None
        if item.moment.unit in (Unit.YEAR, Unit.SEASON):
            of_entry = heads_entry_of_year(item.phrase)
            in_past = outlook(phrase).tense in _OF_STORY and is_year_of_story(item.phrase, phrase)
            if not of_entry and not in_past:
                return None
            told = last or item
            is_before = last is not None and partial.part < last.moment.part
            return (told.moment.year or year) + is_before, item
        last = last or item
    return None


def _year_above(context: Context) -> Remembered | None:
    """Return the year of the line above, in a chronicle whose years have lines of their own."""
    heading = context.heading
    if heading is None or heading.moment.unit is not Unit.YEAR:
        return None
    phrase = heading.phrase
    begins = phrase.first == 0 or phrase.before() == "BREAK"
    is_alone = begins and phrase.ends_line and heading.moment.year == context.heading_until
    told = {item.moment.year for item in context.leads if item.explicit}
    is_one = is_alone and told <= {heading.moment.year}
    return heading if is_one and len(phrase.tokens.headings) >= _FEWEST_YEARS else None


def day_set_against(day: int, phrase: Phrase, context: Context) -> tuple[Moment, str] | None:
    """Return the day of "on 12 June instead of the 13th", in the month of the other."""
    told = context.remembered[-1] if context.remembered else None
    if told is None or not is_contrasted(phrase) or told.moment.unit is not Unit.DAY:
        return None
    moment = replace(told.moment, day=day)
    is_near = between(told.phrase, phrase) == "sentence" and moment.first_day() is not None
    return (moment, told.anchor) if is_near else None


def _nearest_year(partial: Moment, told: Moment) -> int:
    """Return the year of "on 3 January, and not 28 December as planned", nearest to the other."""
    months = (partial.part or told.month or 0) - (told.month or 0)
    turns = (months > _MONTHS_IN_YEAR // 2) - (months < -_MONTHS_IN_YEAR // 2)
    return (told.year or 0) - turns


def _ends_what_began(told: Remembered, phrase: Phrase) -> bool:
    """Tell the end of "begins on 1 September and ends on 25 May"."""
    tokens, last = phrase.tokens, told.phrase.last
    began = told.phrase.word_before(1 + (told.phrase.before() in ("IN", "ON")))
    words = [tokens.word(at) for at in range(last, phrase.first)]
    ends = words[:1] == ["and"] and words[-1:] in (["on"], ["in"], ["at"]) and len(words) == _PAIR
    return began in _BEGINNING and ends and words[1] in _ENDING and bool(told.moment.month)


def _opens_clause_of(told: Remembered, phrase: Phrase) -> bool:
    """Tell the day of "said that in 2021 it had come on 5 November", in the clause of its year."""
    opens = told.phrase.before(2) in _BEFORE_CLAUSES or told.phrase.word_before(2) in _OPENERS
    is_long = told.moment.unit in (Unit.YEAR, Unit.SEASON)
    if not is_long or told.phrase.before() != "IN" or not opens:
        return False
    words = {phrase.tokens.word(at).lower() for at in range(told.phrase.last, phrase.first - 1)}
    in_clause = words.isdisjoint(_CLAUSE_OPENERS) and phrase.before() in _BEFORE_DATES
    return in_clause and outlook(phrase).tense in TOLD


def _is_of_subject(told: Remembered, phrase: Phrase) -> bool:
    """Tell the days of "The last stoppage, in 1981, ran from June 12 to July 31"."""
    stands_aside = (told.phrase.before(), told.phrase.before(2)) == ("IN", "COMMA")
    if told.moment.unit is not Unit.YEAR or not stands_aside or told.phrase.after() != "COMMA":
        return False
    words = {phrase.tokens.word(at).lower() for at in range(told.phrase.last + 1, phrase.first)}
    return words.isdisjoint(_CLAUSE_OPENERS) and outlook(phrase).tense in TOLD


def from_aside(phrase: Phrase) -> tuple[int, str] | None:
    """Return the year behind brackets or right before, and what tells it.

    So it stands in "25 October (7 November) 1917", in "in 1917, on 25 October", in "the October
    Revolution in 1917" and in "came out in the May issue of the review in 1954".
    """
    year, tokens = _year_behind_brackets(phrase) or _year_before_comma(phrase), phrase.tokens
    year = year or year_of_thing(phrase) or _year_of_all(phrase) or _year_in_apposition(phrase)
    year = year or year_in_clause(phrase)
    meaning = tokens.meanings[year] if year is not None else None
    if isinstance(meaning, str):
        # A dual year, of which the later is that of the calendar now in use.
        meaning = int(meaning.rpartition("/")[2])
    if year is None or not isinstance(meaning, int):
        return None
    return meaning, tokens.place(year)


def year_told_after(partial: Moment, phrase: Phrase, context: Context) -> tuple[int, str] | None:
    """Return the year that the next sentences give: "On 16 December they met. It was 1986.".

    So does an aside: "On 16 December (it was 1986) they met".
    """
    tokens = phrase.tokens
    near = range(phrase.last, phrase.last + _LONGEST_STORY)
    at = next((at for at in near if tokens.symbol(at) in _ENDS_STORY), -1)
    year = tokens.year_at(at)
    if year is None or outlook(phrase).tense not in _OF_STORY or not _gives_year(phrase, at):
        return None
    # "It was 1972, and he had" can begin another scene than that of the news before it.
    goes_on = tokens.symbol(at + 1) == "COMMA" and not is_of_late(partial, context)
    return year if goes_on or tokens.symbol(at + 1) in _BESIDE_YEAR else None


def _gives_year(phrase: Phrase, year: int) -> bool:
    """Tell a sentence that begins with saying which year it was."""
    symbol, word = phrase.tokens.symbol, phrase.tokens.word
    return any(
        symbol(year - len(words) - 1) in _BESIDE_YEAR
        and tuple(word(at).lower() for at in range(year - len(words), year)) == words
        for words in _GIVE_YEAR
    )


def year_aside(phrase: Phrase) -> int | None:
    """Return the year of a feast: "in 2009, on New Year's Eve", "the May Day march of 1990".

    So is the year right before it, as in "the 2009 Christmas special".
    """
    beside = phrase.first - 1 if phrase.before() == "YEAR" else None
    at = beside or _year_before_comma(phrase) or year_of_thing(phrase)
    meaning = phrase.tokens.meanings[at] if at is not None else None
    return meaning if isinstance(meaning, int) else None


def _year_before_comma(phrase: Phrase) -> int | None:
    """Return where the year stands in "He came in 2003, in April."."""
    joint = (phrase.before(), phrase.before(2), phrase.before(3), phrase.before(4))
    closes = phrase.after() in ("COMMA", "STOP", "DOT", "BREAK")
    named = joint[0] in ("IN", "ON", "AT") and joint[1:] == ("COMMA", "YEAR", "IN")
    return phrase.first - 3 if named and closes else None


def _year_of_all(phrase: Phrase) -> int | None:
    """Return where the year stands of "in April and again in August, both in 1995"."""
    symbol, word = phrase.tokens.symbol, phrase.tokens.word
    near = range(phrase.last, phrase.last + _LONGEST_ROW)
    at = next((at for at in near if symbol(at) in ("YEAR", *_ENDS)), phrase.last)
    of_all = at - 1 - (symbol(at - 1) == "IN")
    joined = word(of_all) in ("all", "both") and symbol(of_all - 1) in ("COMMA", "OPEN")
    return at if joined and symbol(at) == "YEAR" else None


def _year_in_apposition(phrase: Phrase) -> int | None:
    """Return where the year stands of "in December, back in 1997, they" and ", at the end of"."""
    symbol, word = phrase.tokens.symbol, phrase.tokens.word
    at = phrase.last + 1
    while symbol(at) in _LEADING_TO_YEAR or word(at) == "back":
        at += 1
    leads = phrase.after() == "COMMA" and at > phrase.last + 2 and symbol(at - 1) in ("IN", "OF")
    return at if leads and symbol(at) == "YEAR" and symbol(at + 1) in CLOSING else None


def year_beside_that(phrase: Phrase) -> tuple[int, str] | None:
    """Return the year of "May of that year (1999)" and "of that year, 1999,", and what tells it."""
    tokens, at = phrase.tokens, phrase.last + 1
    around = tokens.symbol(at - 1), tokens.symbol(at + 1)
    is_aside = around == ("OPEN", "CLOSE") or (around[0] == "COMMA" and around[1] in CLOSING)
    return tokens.year_at(at) if is_aside else None


def _year_behind_brackets(phrase: Phrase) -> int | None:
    """Return where the year stands that follows a bracket after or around a day."""
    symbol = phrase.tokens.symbol
    inside, with_name = phrase.before() == "OPEN", symbol(phrase.last - 1) == "CLOSE"
    if not inside and not with_name and phrase.after() != "OPEN":
        return None
    if inside and phrase.before(2) == "YEAR":
        return None
    at = phrase.last - with_name + (not inside and not with_name)
    end = at + _LONGEST_ASIDE
    while at < end and symbol(at) not in ("CLOSE", "OPEN", "STOP", "BREAK", "YEAR"):
        at += 1
    if symbol(at) != "CLOSE":
        return None
    at += 1 + (symbol(at + 1) == "COMMA")
    return at if symbol(at) in ("YEAR", "DUAL_YEAR") else None


def is_year_of_aside(phrase: Phrase) -> bool:
    """Tell the 1917 of "25 October (7 November) 1917", which its days have taken."""
    symbol, at = phrase.tokens.symbol, phrase.first - 1
    at -= symbol(at) == "COMMA"
    if phrase.rule != "year" or phrase.last - phrase.first > 1 or symbol(at) != "CLOSE":
        return False
    start = at - _LONGEST_ASIDE
    while at > start and symbol(at) != "OPEN":
        at -= 1
    named = symbol(at - 1) in (*DAY_SYMBOLS, *MONTH_SYMBOLS)
    return (
        symbol(at) == "OPEN"
        and named
        and {symbol(at - 1), symbol(at - 2)} & {*MONTH_SYMBOLS} != set()
    )
