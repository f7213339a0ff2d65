"""Tells dates of things that a year is of: "the 1996 poll, held in May", "last year's May vote"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.clause_words import ENDS
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.signs.positions import is_attributive
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.finding.lexicon import DAY_SYMBOLS, HAPPENINGS
from kztimeline.documents.extraction.finding.occasions import is_happening

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

# What is told to have been held in the year that it is named by; a law is amended in another.
_HOLDING = frozenset({
    "begun", "carried", "conducted", "convened", "fought", "held", "opened", "organised",
    "organized", "played", "signed", "spread", "staged", "started", "taken",
})  # fmt: skip
# A law has its year from when it was made.
_ENACTED = frozenset({"adopted", "approved", "concluded", "enacted", "passed", "signed"})
_LAWS = frozenset({
    "accord", "act", "agreement", "code", "constitution", "convention", "decree", "law", "pact",
    "protocol", "resolution", "statute", "treaty",
})  # fmt: skip
# What is over within its year, and how it begins and ends; votes are counted in it, too.
_HAPPENING = HAPPENINGS | {
    "convention", "earthquake", "expedition", "festival", "fire", "flood", "floods", "race",
    "season", "siege", "storm", "tour", "tournament", "trial", "voyage",
}  # fmt: skip
_IN_ITS_YEAR = _HAPPENING | {"ballot", "poll", "polls", "referendum", "vote", "votes"}
_TAKING_PLACE = frozenset({
    "began", "broke", "closed", "collapsed", "ended", "erupted", "failed", "happened", "left",
    "occurred", "opened", "ran", "sailed", "set", "started", "struck", "took",
})  # fmt: skip
_NAMING_THING = frozenset({"DAYPART", "HYPHEN", "LABEL", "NAME", "NEW", "UNIT", "WORD"})
_OF_NAMES = frozenset(
    {verbs.Form.NONE, verbs.Form.PRESENT_OR_NOUN, verbs.Form.BASE, verbs.Form.ING}
)
# What stands before a date that a year of its own would follow, not a thing.
_JOINING = frozenset({"AT", "IN", "ON", "PREPOSITION", "SINCE", "TO", "UNTIL"})
_LEADING = frozenset({"AT", "IN", "OF", "THE", "TO"})
_MONTHS = frozenset({"bare_month", "part_month"})
_IN_CLAUSE = frozenset({"A", "AT", "BY", "LABEL", "NAME", "OF", "POSSESSIVE", "THE", "WORD"})
# Behind them stands what the date is told with, which has a time of its own.
_OTHERWISE = frozenset({
    "about", "above", "against", "as", "below", "but", "for", "he", "into", "it", "like", "on",
    "over", "she", "than", "that", "they", "this", "under", "versus", "we", "when", "where",
    "which", "while", "who", "whose", "with",
})  # fmt: skip
_CLOSING = frozenset({"BREAK", "CLOSE", "COMMA", "DOT", "STOP"})
_LONGEST_PLACE = 10
_MEASURED = frozenset({"dollars", "money", "prices", "terms"})
_WAS_DONE = _HOLDING | _ENACTED | {"called", "due", "scheduled", "set"}
_LONGEST_NAME = 6
_LONGEST_TITLE = 8
_BACK_IN = frozenset({"back", "in", "only", "still", "the", "year"})
_TIMES_OF_YEARS = frozenset({"season", "year"})
_LASTING = frozenset({"during", "throughout"})
_POINTING = frozenset({"it", "that", "this"})
_OPENING = ENDS | {"OTHER", "AND"}
_NAMING_ALONE = frozenset({"LABEL", "NAME", "WORD"})
_NAMING = _NAMING_ALONE | {"IN", "NEW"}


def is_of_its_year(year: Phrase, phrase: Phrase) -> bool:
    """Tell whether a date behind a year is of it, because the thing between them is."""
    named = _is_of_happening(year, phrase) or _was_held(year, phrase)
    return named or _is_owned(year, phrase) or _took_place(year, phrase)


def year_of_thing(phrase: Phrase) -> int | None:
    """Return where the year stands that "the January elections of 1999" are of, if anywhere.

    So it does in "one July evening in 2009", "the May summit in Moscow in 2010" and "on 3 May in
    Almaty in 1965"; that of "the May report on arms in 2010" can be another.
    """
    tokens, last = phrase.tokens, (phrase.whole or phrase).last
    first = last + (tokens.symbol(last) == "POSSESSIVE")
    names_thing = tokens.symbol(first) in _NAMING_THING
    if names_thing and phrase.before() in _JOINING and first == last:
        return None
    at = first
    while at - first < _LONGEST_NAME and _names_thing(phrase, at):
        at += 1
    at += names_thing and tokens.symbol(at) == "COMMA"
    joint = ("IN", "OF") if names_thing else ("IN",)
    is_of = tokens.symbol(at) in joint and tokens.symbol(at + 1) == "YEAR"
    counts = tokens.symbol(at) == "OF" and tokens.symbol(at + 2) == "COUNTED"
    measures = tokens.word(at + 2).lower() in _MEASURED
    return at + 1 if is_of and not counts and not measures else None


def year_in_clause(phrase: Phrase) -> int | None:
    """Return where the year stands of "came out in the May issue of the review in 1954".

    It closes a clause told in the past; what was done in May about a fire in 1954 was later.
    """
    look, tokens = outlook(phrase), phrase.tokens
    if phrase.rule not in _MONTHS or look.fronted or look.tense not in TOLD:
        return None
    owned = phrase.after() == "POSSESSIVE"
    at = phrase.last + owned
    if phrase.after() == "OF":
        return None
    while at - phrase.last < _LONGEST_PLACE and _goes_on(phrase, at):
        at += 1
    is_year = tokens.symbol(at) == "IN" and tokens.symbol(at + 1) == "YEAR"
    if not is_year or at <= phrase.last + owned or tokens.symbol(at + 2) not in _CLOSING:
        return None
    return None if is_happening(tokens.word(at - 1).lower()) else at + 1


def _goes_on(phrase: Phrase, at: int) -> bool:
    """Tell a word of "issue of the review" and "by the council" from a verb and from a reason."""
    symbol, word = phrase.tokens.symbol(at), phrase.tokens.word(at).lower()
    if symbol == "IN":
        return phrase.tokens.symbol(at + 1) in ("THE", "NAME")
    is_thing = symbol in _IN_CLAUSE and word not in _OTHERWISE
    return is_thing and verbs.form(word) in _OF_NAMES


def _names_thing(phrase: Phrase, at: int) -> bool:
    """Tell a word of "coup attempt" and "summit in the Hague" from a verb, and from what it did."""
    symbol = phrase.tokens.symbol
    if symbol(at) in _NAMING_THING:
        return verbs.form(phrase.tokens.word(at).lower()) in _OF_NAMES
    leads_to = at + 1 + (symbol(at + 1) == "THE")
    return symbol(at) in _LEADING and symbol(leads_to) == "NAME"


def _ends_title(year: Phrase) -> bool:
    """Tell the year of a title that says nothing more: "Winter party, 2010."."""
    closes = year.before() == "COMMA" and year.after() in ("STOP", "DOT", "BREAK")
    tokens, at = year.tokens, year.first - 1
    while tokens.symbol(at) not in ENDS and year.first - at <= _LONGEST_TITLE:
        at -= 1
    is_first = tokens.symbol(at) in ENDS and year.first - at <= _LONGEST_TITLE
    return closes and is_first and outlook(year).tense is Tense.NONE


def heads_entry_of_year(year: Phrase) -> bool:
    """Tell the year that an entry begins with: "1848 The diet meets in March"."""
    opens = year.first == 0 or year.before() in ENDS
    behind = year.tokens.word(year.last)
    return opens and year.last - year.first == 1 and behind.istitle()


def is_year_of_story(year: Phrase, phrase: Phrase) -> bool:
    """Tell the year that what follows is of.

    "That was 1944." says so, and "The 2008 season was her best: gold on June 6, silver on" and "Of
    the 1989 floods, that of". So does "Such deaths were common throughout 2004."
    """
    tokens = phrase.tokens
    if year.word_before() in _LASTING and year.after() in ("STOP", "DOT"):
        return phrase.has(*DAY_SYMBOLS) and outlook(year).tense in TOLD
    between = range(year.last, phrase.first)
    if any(tokens.word(at) == ":" for at in between):
        is_story = outlook(year).tense in TOLD
        return is_story and all(tokens.symbol(at) != "STOP" for at in between)
    if (year.before(), year.before(2)) == ("THE", "OF") and year.before(3) in ENDS:
        return all(tokens.symbol(at) not in ENDS for at in between)
    if year.before() == "OF" and year.word_before(2) in _TIMES_OF_YEARS:
        return any(tokens.symbol(at) in ENDS for at in range(year.first - 3, year.first - 6, -1))
    if _ends_title(year):
        return True
    at = year.first - 1
    while tokens.word(at).lower() in _BACK_IN:
        at -= 1
    was = verbs.form(tokens.word(at).lower()) in (verbs.Form.WAS, verbs.Form.IS)
    opens = tokens.word(at - 1).lower() in _POINTING and tokens.symbol(at - 2) in _OPENING
    closes = year.after() in ("STOP", "DOT", "COMMA", "BREAK")
    return was and opens and closes


def _is_of_happening(year: Phrase, phrase: Phrase) -> bool:
    """Tell "in the 1999 election in January" and "the 1988 Spitak earthquake of December 7"."""
    end = _end_of_name(year.last, year, _NAMING_ALONE)
    follows = phrase.first == end + 1 and phrase.before() in ("IN", "OF", "ON")
    thing = phrase.word_before(2).lower()
    return follows and is_attributive(year) and thing in _IN_ITS_YEAR


def _was_held(year: Phrase, phrase: Phrase) -> bool:
    """Tell "the 1996 contest, spread over May and June," and "The 2009 poll, held on 4 June,".

    So is that of "last year's session in Oslo, held in July" and of "the 1995 constitution, adopted
    in August".
    """
    if year.before() != "OF" and not is_attributive(year):
        return False
    tokens = phrase.tokens
    at = _end_of_name(year.last + (year.after() == "POSSESSIVE"), year)
    enacted = tokens.word(at - 1) in _LAWS and tokens.word(at + 1) in _ENACTED
    began = tokens.word(at + 1) == "which" and _takes_place(year, at + 2)
    began = began and tokens.word(at - 1).lower() in _IN_ITS_YEAR
    named = enacted or began or tokens.word(at + 1) in _HOLDING
    held = tokens.symbol(at) == "COMMA" and named
    return held and "COMMA" not in {tokens.symbol(i) for i in range(at + 1, phrase.first)}


def _took_place(year: Phrase, phrase: Phrase) -> bool:
    """Tell "The society's 1908 expedition sailed on 9 June" from "The 1908 law ended in June".

    So is "The 2005 vote was held on 4 December".
    """
    word = year.tokens.word
    verbs_near = range(year.last + 1, year.last + _LONGEST_NAME)
    at = next((i for i in verbs_near if _takes_place(year, i)), None)
    if at is None or not is_attributive(year):
        return False
    things = {word(i).lower() for i in range(year.last, at)}
    made = not things.isdisjoint(_LAWS) and not _ENACTED.isdisjoint({word(at), word(at + 1)})
    if not made and word(at - 1).lower() not in _IN_ITS_YEAR:
        return False
    return all(year.tokens.symbol(i) not in ("COMMA", *ENDS) for i in range(at, phrase.first))


def _takes_place(year: Phrase, at: int) -> bool:
    word = year.tokens.word
    was = verbs.form(word(at).lower()) is verbs.Form.WAS
    return word(at) in _TAKING_PLACE or (was and word(at + 1) in _WAS_DONE)


def _is_owned(year: Phrase, phrase: Phrase) -> bool:
    """Tell "last year's May vote", "at last year's talks in July", "Last year's riots, in June,".

    "Overturned last year's ban in June" tells when it was overturned.
    """
    if year.after() != "POSSESSIVE":
        return False
    if phrase.first == year.last + 1:
        return True
    at = _end_of_name(year.last + 1, year)
    if at == year.last + 1 or phrase.before() not in ("IN", "ON"):
        return False
    if phrase.tokens.symbol(at) == "COMMA" and at == phrase.first - 2:
        return phrase.after() in ("COMMA", "STOP", "DOT", "BREAK")
    joined = at == phrase.first - (phrase.before() == "ON")
    return joined and year.before() in ("AT", "IN", "PREPOSITION")


def _end_of_name(at: int, year: Phrase, naming: frozenset[str] = _NAMING) -> int:
    """Return where the name ends of a thing that a year is of: "session in New Delhi"."""
    while year.tokens.symbol(at) in naming and at - year.last < _LONGEST_NAME:
        at += 1
    return at
