"""The year that the syntax of a sentence gives a date, whatever lies near publication.

"In 2006, when a first round on July 30 failed" leaves nothing to weigh, nor does "was shut in 1998,
from August 7 until", "the 1996 contest, spread over May" or "sacked in March 2009, jailed in June".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.governing import Clause
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.rows import (
    goes_on_behind,
    is_list,
    is_row,
    opens_row,
)
from kztimeline.documents.extraction.finding.clauses.signs.positions import is_attributive
from kztimeline.documents.extraction.finding.clauses.signs.set_days import mover_of
from kztimeline.documents.extraction.finding.clauses.telling import (
    is_in_brackets,
    is_in_passing,
    opens_when,
)
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.finding.clauses.verbs import Form
from kztimeline.documents.extraction.finding.things_of_years import is_of_its_year
from kztimeline.documents.extraction.moments import Unit
from kztimeline.documents.extraction.weighing.context import between
from kztimeline.documents.extraction.weighing.remembered import Remembered
from kztimeline.documents.extraction.weighing.told.moves import is_moved_then
from kztimeline.documents.extraction.weighing.told.recollections import OF_STORY, recalled

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.moments import Moment
    from kztimeline.documents.extraction.weighing.context import Context

_MONTHS_IN_SEASON = 3
_WINTER = 4
_LASTING = frozenset({"from", "between"})
CLAUSE_OPENERS = frozenset({
    "after", "and", "because", "before", "but", "if", "since", "that", "until", "when", "where",
    "which", "while", "who", ";", ":",
})  # fmt: skip
_CLAUSE_OPENERS = CLAUSE_OPENERS | {"whose"}
_PERSONS = frozenset({"he", "her", "his", "it", "its", "she", "their", "they"})
_LONGEST_JOINT = 5
_JOINTS = ((";",), (",",), (",", "and"), ("and",))
_OF_LATE = 31
_OF_LATE_BESIDE = 120


def year_beside(partial: Moment, phrase: Phrase, context: Context) -> tuple[int, Remembered] | None:
    """Return the year of a part of the calendar, and the date that tells it; or None."""
    if named := _month_named(partial, phrase, context):
        return named.moment.year or 0, named
    if begun := _begun(phrase, context):
        return (begun.moment.year or 0) + _lies_before(partial, begun.moment), begun
    if then := recalled(phrase, context):
        return (then.moment.year or 0) + _lies_before(partial, then.moment), then
    ahead = _date_of_main_verb(partial, phrase, context)
    if last := ahead or _last_of_row(partial, phrase, context):
        is_later = _lies_before(last.moment, partial)
        return (last.moment.year or 0) - is_later, last
    told = _date_in_sentence(partial, phrase, context)
    if told is None or told.moment.year is None:
        return None
    if _goes_on(told, partial, phrase, context):
        return told.moment.year + _lies_before(partial, told.moment), told
    if aside := _told_around(told, phrase):
        later = (partial.part, partial.day) > (told.moment.part, told.moment.day or partial.day)
        in_month = partial.part == told.moment.part
        return told.moment.year + {"after": -later, "before": not later}[aside] * (
            not in_month
        ), told
    if _lasted_until(told, phrase):
        until = partial.part, partial.day or told.moment.day
        return told.moment.year + (until < (told.moment.part, told.moment.day)), told
    return (told.moment.year, told) if _shares_year(partial, told, phrase) else None


def _begun(phrase: Phrase, context: Context) -> Remembered | None:
    """Return the start of what "lasted from December 30 to January 3", which is not moved so."""
    told = context.remembered[-1] if context.remembered else None
    if told is None or told.moment.year is None or not told.moment.month:
        return None
    joint, opening = phrase.word_before(), told.phrase.word_before()
    joined = joint == "through" or (joint in ("to", "until") and opening == "from")
    follows = told.phrase.last == phrase.first - 1 and mover_of(told.phrase) is None
    return told if joined and follows else None


def _month_named(partial: Moment, phrase: Phrase, context: Context) -> Remembered | None:
    """Return the month of "Troops fired in May 2012. At least 40 people died on May 17".

    Nothing else is told between them but days of that month, and both are of the past. A day
    right before publication can be told of it; so can one some months before, where the month is
    told by the way.
    """
    told = next((item for item in reversed(context.remembered) if not item.moment.day), None)
    if told is None or partial.unit is not Unit.DAY or not _begins_story(told, phrase):
        return None
    since = context.remembered[context.remembered.index(told) :]
    months = {(item.moment.year, item.moment.part) for item in since}
    if months != {(told.moment.year, partial.part)} or between(told.phrase, phrase) == "text":
        return None
    look = outlook(phrase)
    is_told = look.tense in TOLD and not look.attributive and phrase.before() in ("ON", "IN", "BY")
    of_late = _OF_LATE_BESIDE if told.in_passing else _OF_LATE
    return told if is_told and not is_of_late(partial, context, of_late) else None


def _begins_story(told: Remembered, phrase: Phrase) -> bool:
    """Tell "a nurse who vanished in May 2012." from "The bank, founded in May 2012, failed"."""
    is_month = told.moment.unit is Unit.MONTH and told.explicit and told.tense in TOLD
    closes = told.phrase.after() in ("STOP", "DOT") or is_attributive(told.phrase)
    leads = (
        closes and told.phrase.before() != "SINCE" and between(told.phrase, phrase) != "sentence"
    )
    return is_month and (leads or not told.in_passing)


def is_of_late(partial: Moment, context: Context, most_days: int = _OF_LATE) -> bool:
    """Tell a day of so many days before publication."""
    if context.days is None:
        return False
    of_year = (partial.in_year(context.days[1].year - back).first_day() for back in (0, 1))
    return any(day and 0 <= (context.days[1] - day).days < most_days for day in of_year)


def _date_of_main_verb(partial: Moment, phrase: Phrase, context: Context) -> Remembered | None:
    """Return the month of "The law, adopted on 3 June, entered into force in August 1999".

    So does that of "The port, shut in July after a storm, reopened in May 2012".
    """
    following = context.upcoming.get(phrase.first)
    told = context.remembered[-1] if context.remembered else None
    if following is None or partial.unit not in (Unit.DAY, Unit.MONTH):
        return None
    if told and between(told.phrase, phrase) != "text":
        return None
    moment, ahead = following
    clause = Clause(phrase.tokens, phrase.first, phrase.last)
    symbols = [phrase.tokens.symbol(at) for at in range(phrase.last, ahead.first)]
    closes = "COMMA" in symbols and (clause.is_participial() or clause.is_done_before())
    comma = phrase.last + symbols.index("COMMA") if closes else phrase.last
    is_told = between(phrase, ahead) == "sentence" and outlook(ahead).tense in TOLD
    words = {phrase.tokens.word(at).lower() for at in range(comma, ahead.first)}
    in_clause = ahead.before() in ("IN", "ON") and _CLAUSE_OPENERS.isdisjoint(words)
    follows = moment.unit in (Unit.DAY, Unit.MONTH) and in_clause
    return Remembered(moment, ahead, True) if closes and is_told and follows else None


def _last_of_row(partial: Moment, phrase: Phrase, context: Context) -> Remembered | None:
    """Return the last day of "was named on July 31 and sworn in on August 12, 2008"."""
    following = context.upcoming.get(phrase.first)
    if following is None or partial.unit not in (Unit.DAY, Unit.MONTH):
        return None
    last, ahead = following
    told = _date_in_sentence(partial, phrase, context)
    goes_on = told and told.moment.year != last.year and _goes_on(told, partial, phrase, context)
    if goes_on or not last.part or between(phrase, ahead) != "sentence":
        return None
    if not is_row(phrase, ahead) and not _begins_list(phrase, ahead, context):
        return None
    is_told = outlook(phrase).tense in (*TOLD, Tense.PRESENT, Tense.NOUN)
    return Remembered(last, ahead, True) if is_told else None


def _begins_list(phrase: Phrase, last: Phrase, context: Context) -> bool:
    """Tell "On May 3 he left; on June 8, 2003, he came" where its paragraph tells no other date.

    The second of three in a row follows one that the same row has told.
    """
    told = context.remembered[-1] if context.remembered else None
    apart = between(told.phrase, phrase) if told else "text"
    in_row = told is not None and told.explicit and is_list(told.phrase, last)
    goes_on = apart == "sentence" and in_row
    if apart != "text" and not goes_on:
        return False
    look = outlook(phrase)
    is_past = look.fronted and look.tense is outlook(last).tense is Tense.PAST
    return is_list(phrase, last) or (is_past and opens_row(phrase, last))


def _date_in_sentence(partial: Moment, phrase: Phrase, context: Context) -> Remembered | None:
    """Return the date told last where the sentence of a day or month tells it."""
    told = context.remembered[-1] if context.remembered else None
    if told is None or told.moment.year is None or between(told.phrase, phrase) != "sentence":
        return None
    return told if partial.unit in (Unit.DAY, Unit.MONTH) else None


def _told_around(told: Remembered, phrase: Phrase) -> str:
    """Return the "after" of "resigned in May 2003 after a stroke suffered in October"; or nothing.

    What is told so stands in the past, and lies less than a year from the date beside it.
    """
    joint = told.phrase.word_after()
    if joint not in ("after", "before") or not told.moment.month or not told.explicit:
        return ""
    if told.in_passing or phrase.before() not in ("IN", "ON"):
        return ""
    clause = Clause(phrase.tokens, phrase.first, phrase.last)
    joint_symbols = [phrase.tokens.symbol(at) for at in range(told.phrase.last, phrase.first)]
    verb = phrase.tokens.word(phrase.first - 2).lower()
    is_past = clause.governing()[0] in TOLD or verbs.form(verb) in verbs.DONE
    return joint if is_past and "COMMA" not in joint_symbols else ""


def _lasted_until(told: Remembered, phrase: Phrase) -> bool:
    """Tell what "the storm, in December 2008, left them in the dark until January" lasted to."""
    if not told.moment.month or not told.explicit or outlook(told.phrase).entry:
        return False
    look = outlook(phrase)
    lasted = look.cue == "until" or (look.cue == "at last" and not told.in_passing)
    return lasted and look.tense in TOLD


def _shares_year(partial: Moment, told: Remembered, phrase: Phrase) -> bool:
    if _lies_before(partial, told.moment):
        return False
    if told.moment.unit is Unit.YEAR and told.explicit and is_in_brackets(told.phrase, phrase):
        return True
    if phrase.before() == "OPEN" and (partial.part, partial.day) == (
        told.moment.part,
        told.moment.day,
    ):
        return True
    if phrase.before() == "OPEN" and told.phrase.last == phrase.first - 1:
        return told.moment.unit is Unit.YEAR
    if (
        _stands_behind_year(told, phrase)
        or _opens_next(told, phrase)
        or _is_within(told, partial, phrase)
    ):
        return True
    named = _tells_when(told, phrase) or _lasts(told, phrase)
    named = named or (told.moment.unit is Unit.YEAR and is_of_its_year(told.phrase, phrase))
    return named or _is_second(told, phrase) or is_moved_then(told, phrase)


def _stands_behind_year(told: Remembered, phrase: Phrase) -> bool:
    """Tell the day of "met only once last year, on May 16." and "Last year he left on May 16"."""
    opens = told.fronted and told.phrase.rule in ("which", "year") and told.moment.unit is Unit.YEAR
    words = {phrase.tokens.word(at).lower() for at in range(told.phrase.last, phrase.first)}
    if opens and told.tense in OF_STORY and _CLAUSE_OPENERS.isdisjoint(words):
        return phrase.before() in ("IN", "ON") and outlook(phrase).tense in OF_STORY
    joined = told.phrase.last == phrase.first - 2 and phrase.before(2) == "COMMA"
    named = joined and phrase.before() in ("IN", "ON") and told.moment.unit is Unit.YEAR
    return named and phrase.after() in ("COMMA", "STOP", "DOT", "BREAK", "AND")


def _opens_next(told: Remembered, phrase: Phrase) -> bool:
    """Tell "fell ill in August 2018; in October he", which goes on about the same in its sentence.

    So does "in August 2018, and in October he".
    """
    tokens, first = phrase.tokens, told.phrase.last
    joint = tuple(tokens.word(at).lower() for at in range(first, phrase.first - 1))
    joined = joint in _JOINTS and phrase.before() in ("IN", "ON", "BY")
    same = phrase.word_after(1 + (phrase.after() == "COMMA")) in _PERSONS
    in_story = bool(told.moment.month) and told.explicit and told.tense in TOLD
    if not joined or not same or not in_story or told.in_passing:
        return False
    return Clause(tokens, phrase.first, phrase.last).governing()[0] in TOLD


def _is_within(told: Remembered, partial: Moment, phrase: Phrase) -> bool:
    """Tell the date of "Ten years ago he was jailed, on May 4," and "That summer he fell, on".

    It stands in the clause of those years or of that season, and winter is of two years.
    """
    season = told.moment.unit is Unit.SEASON and told.moment.part == (
        partial.part // _MONTHS_IN_SEASON or _WINTER
    )
    ago = told.phrase.rule == "ago" and told.moment.unit is Unit.YEAR
    if not ago and (not season or told.moment.part == _WINTER):
        return False
    tokens = phrase.tokens
    if not told.fronted and (phrase.before(2), phrase.first - told.phrase.last) != ("COMMA", 2):
        return False
    words = {tokens.word(at).lower() for at in range(told.phrase.last, phrase.first)}
    if not words.isdisjoint(_CLAUSE_OPENERS) or phrase.before() not in ("IN", "ON", "PREPOSITION"):
        return False
    return Clause(tokens, phrase.first, phrase.last).governing()[0] in TOLD


def _lies_before(partial: Moment, told: Moment) -> bool:
    first = told.order[1] if told.unit is Unit.SEASON else told.month
    return bool(first) and (partial.part, partial.day or told.day) < (first, told.day)


def _tells_when(told: Remembered, phrase: Phrase) -> bool:
    """Tell the date of "in 2006, when a first round on July 30", in the clause of its "when".

    So is that of "the first strike since 1987, when schools were shut until October".
    """
    opens = told.phrase.before() in ("IN", "UNTIL", "SINCE", "BY") or told.phrase.has("MONTH")
    if not opens or not opens_when(told.phrase, phrase):
        return False
    if told.in_passing and (told.phrase.before() != "SINCE" or is_in_passing(phrase)):
        return False
    clause = Clause(phrase.tokens, phrase.first, phrase.last)
    return all(clause.form(at) is not Form.WILL for at in range(told.phrase.last, phrase.first))


def _lasts(told: Remembered, phrase: Phrase) -> bool:
    """Tell "was last closed in 1998, from August 7 until", whose verb stands before the year."""
    if told.moment.unit is not Unit.YEAR or phrase.first - told.phrase.last > _LONGEST_JOINT:
        return False
    if (
        phrase.word_before() not in _LASTING
        or phrase.before(2) != "COMMA"
        or told.phrase.before() != "IN"
    ):
        return False
    clause = Clause(told.phrase.tokens, told.phrase.first, told.phrase.last)
    return phrase.first - 2 == told.phrase.last and clause.has_verb_before()


def _is_second(told: Remembered, phrase: Phrase) -> bool:
    """Tell the second of "May and June" where the year of the first is told."""
    joined = phrase.before() == "AND" and told.phrase.last == phrase.first - 1
    of_months = told.phrase.rule == phrase.rule == "bare_month"
    return joined and (told.explicit or of_months) and bool(told.moment.month)


def _goes_on(told: Remembered, partial: Moment, phrase: Phrase, context: Context) -> bool:
    """Tell "was sacked in March 2009, jailed in June", where verbs share a subject.

    Behind a comma the year turns where the months begin anew: "met in May 1945, married in March".
    """
    before = context.remembered[-2:-1]
    in_row = any(goes_on_behind(item.phrase, told.phrase) for item in before)
    is_part = told.moment.month or told.moment.unit is Unit.SEASON
    if not is_part or not told.explicit or (told.in_passing and not in_row):
        return False
    turns = _lies_before(partial, told.moment) and told.phrase.after() != "COMMA"
    return not turns and goes_on_behind(told.phrase, phrase)
