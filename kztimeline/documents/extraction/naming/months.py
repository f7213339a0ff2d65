"""Tells months and seasons from names and other words: "its March meeting" from "Theresa May"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.signs.markets import is_of_deal
from kztimeline.documents.extraction.finding.lexicon import (
    HAPPENINGS,
    MEASURES,
    MONTH_SYMBOLS,
    TITLES,
)
from kztimeline.documents.extraction.finding.occasions import is_of_occasion
from kztimeline.documents.extraction.naming.no_dates.falls import is_of_falling
from kztimeline.documents.extraction.naming.no_dates.persons import (
    is_behind_initial,
    is_full_name,
)

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_BEFORE_MONTHS = frozenset({"for", "as", "than", "like"})
# Before these words a month can have a word of its own: "the week-long May holiday".
_DESCRIBING = frozenset({"LONG", "FREQUENCY", "QUALITY", "POSSESSIVE"})
_OF_MONTHS = frozenset({
    "break", "budget", "ceasefire", "congress", "deadline", "festival", "harvest", "holiday",
    "holidays", "offensive", "recess", "review", "truce", "vacation", "weekend",
})  # fmt: skip
# What is told of the figures of a month.
_CHANGES = frozenset({
    "decline", "drop", "fall", "gain", "increase", "jump", "payrolls", "pace", "rate", "rise",
    "total",
})  # fmt: skip
_MEASURED = MEASURES | _CHANGES
_MEASURE_REACH = 7
# Games and things of a kind, whenever they are: "a winter storm warning", "spring training".
_OF_A_KIND = frozenset({
    "barley", "camp", "camps", "clothes", "clothing", "coat", "coats", "crops", "games", "olympiad",
    "olympics", "paralympics", "solstice", "sports", "stock", "storm", "storms", "tires",
    "training", "tyres", "weather", "wheat", "school", "schools", "sale", "sales", "timetable",
    "timetables", "collection", "job", "jobs",
})  # fmt: skip
_BEFORE_VERBS = verbs.MODALS | {verbs.Form.DID}
# What goes on behind "a summer", which no noun does.
_BEHIND_SEASONS = frozenset({
    "away", "earlier", "for", "full", "later", "like", "so", "spent", "than", "that", "there",
    "when", "where", "which", "with", "without",
})  # fmt: skip
_TOWNS = frozenset({"city", "community", "hamlet", "suburb", "town", "township", "village"})
_OPENING = frozenset({"STOP", "BREAK", "OTHER", "DASH"})
_CLOSING = frozenset({"AND", "COMMA", "STOP", "DOT"})
# What a month does at the beginning of a sentence, where May is a surname, too.
_SAYS = frozenset({"said", "say", "says"})
_JOINTS = frozenset({"AND", "TO", "DASH", "HYPHEN"})
_SPEAKERS = frozenset({"he", "it", "now", "she", "they", "we"})
_DOES = frozenset({"brought", "saw"})
_OFFICES = frozenset({
    "ambassador", "chairwoman", "chief", "director", "governor", "judge", "justice", "mayor",
    "minister", "officer", "president", "professor", "secretary", "senator", "spokeswoman",
})  # fmt: skip
_TITLES = frozenset({*TITLES, "dame", "lady", "madam", "miss", "sir"})
_RELATIVES = frozenset({"daughter", "friend", "mother", "sister", "wife"})
_GIVEN_NAMES = frozenset({"april", "august", "june"})
_FINITE = verbs.MODALS | {
    verbs.Form.PAST, verbs.Form.WAS, verbs.Form.IS, verbs.Form.HAD, verbs.Form.HAVE,
}  # fmt: skip
# What is held in a month, and named for what is contested.
_CONTESTS = frozenset({
    "championship", "championships", "cup", "festival", "olympiad", "olympics", "open",
    "paralympics", "regatta", "tournament", "trials",
})  # fmt: skip
_LONGEST_EVENT = 3
_SURNAMES = re.compile(
    r"\b(?:Theresa|Brian|Mr|Mrs|Ms|Dr|Miss|Sir|Lord|Lady|Minister|President|Secretary)\.?\s"
    r"(?:[A-Z]\w+\s)?(May|March)\b(?!\s\d)"
)
_TEXTS_KEPT = 8
_LINE_REACH = 120
_PLACES = frozenset({"avenue", "bay", "creek", "island", "lake", "river", "street"})
# And what March does, which seldom is a name there.
_IS = frozenset({"broke", "ended", "had", "has", "is", "made", "proved", "turned", "was", "will"})


def names_season(phrase: Phrase) -> bool:
    """Tell the season of "a summer without rain" and "its summer offensive".

    "A winter storm", "the winter games" and "crews who will winter there" tell none, nor do
    "Indian summer" and the town of Spring.
    """
    word = phrase.word_after()
    of_wheat = phrase.word_before(2) == "hard" and phrase.word_before() in ("red", "white")
    if phrase.word_before() == "another" or of_wheat or is_of_falling(phrase):
        return False
    if phrase.word_before() == "indian" or _is_town(phrase):
        return False
    if phrase.word_before() in _GIVEN_NAMES and phrase.tokens.word(phrase.first).istitle():
        return False
    if is_behind_initial(phrase) or _is_of_person(phrase) or _is_surname(phrase):
        return False
    if phrase.before() == "NAME" and phrase.after() == "OPEN" and phrase.text.istitle():
        # A member of a team and his club: "Aron Winter (Ajax)".
        return False
    named = phrase.before() == phrase.after() == "NAME" and phrase.text.istitle()
    if named and word not in HAPPENINGS | _OF_MONTHS:
        return False
    of_a_kind = word in _OF_A_KIND and phrase.after(2) != "OF"
    if of_a_kind or verbs.form(phrase.word_before()) in _BEFORE_VERBS:
        return False
    if _is_within_name(phrase) and not is_of_occasion(phrase):
        return word in (HAPPENINGS | _OF_MONTHS) - {"festival"}
    owned = phrase.before() in ("A", "POSSESSIVE") or phrase.word_before() in verbs.OWNED
    if not owned or phrase.after() != "WORD" or word in _BEHIND_SEASONS:
        return True
    happens = is_of_occasion(phrase) or word in HAPPENINGS | _OF_MONTHS | _MEASURED
    return happens or verbs.form(word) is not verbs.Form.NONE


def _is_of_person(phrase: Phrase) -> bool:
    """Tell "Singer Donna Summer and" from "Rome summer sales" and a heading's "Rome Winter"."""
    named = phrase.before() == "NAME" and phrase.tokens.word(phrase.first).istitle()
    ends = phrase.after() in ("AND", "COMMA", "POSSESSIVE") or phrase.after() == "WORD"
    line = phrase.text_before(_LINE_REACH).rpartition("\n")[2]
    return named and ends and any(word.islower() for word in line.split())


def _is_within_name(phrase: Phrase) -> bool:
    """Tell the season in the name of "the Winter Palace" and "in Spring Valley"."""
    written = phrase.tokens.word(phrase.last - 1)
    inside = phrase.has("THE") or phrase.before() not in ("STOP", "BREAK", "OTHER")
    return inside and written[:1].isupper() and phrase.after() == "NAME"


def _is_town(phrase: Phrase) -> bool:
    """Tell "grew up in Spring, Texas, and" and "from Spring, a suburb," from "In Spring, Rome"."""
    if not phrase.text.istitle() or phrase.after() != "COMMA" or phrase.before() in _OPENING:
        return False
    if phrase.after(2) == "A":
        return not _TOWNS.isdisjoint(map(phrase.word_after, (3, 4, 5)))
    behind = phrase.after(3 + (phrase.after(3) == "NAME"))
    opens = phrase.before(2) in _OPENING
    ends = behind in ("COMMA", "OPEN") or (
        behind in ("STOP", "DOT", "BREAK", "CLOSE") and not opens
    )
    return phrase.after(2) == "NAME" and ends


def names_month(phrase: Phrase) -> bool:
    """Tell the month of "set for May" and "a March interview" from the name of "said May".

    "The long May weekend" and "the annual March session" name one, "the Long March" and
    "Mar-a-Lago" do not.
    """
    before = phrase.before()
    if phrase.after() == "NAME" and phrase.word_after() in _PLACES:
        return False
    if _is_surname(phrase) or is_full_name(phrase) or phrase.text_after(3).startswith("-a-"):
        return False
    if not phrase.has("WORD_MONTH"):
        return not _is_first_name(phrase)
    if before in _DESCRIBING:
        measured = phrase.before(2) == "WEEKDAY" or phrase.word_after() in MEASURES | _OF_MONTHS
        return is_of_occasion(phrase) or measured
    if before in _OPENING and phrase.after() in ("WORD", "POSSESSIVE"):
        return _opens(phrase)
    if before == "HYPHEN" and phrase.before(2) == "BREAK":
        return True
    if before == "A":
        return verbs.form(phrase.word_after()) is not verbs.Form.PAST
    if before not in ("AT", "WORD", "NAME", "DOT", "LATEST", "HYPHEN"):
        return before != "THE" or phrase.after() != "NAME" or _is_measured(phrase)
    if phrase.after() == "POSSESSIVE" and _is_of_event(phrase):
        return True
    return _is_owned_or_joined(phrase) or _is_measured(phrase) or _is_said(phrase)


def _is_of_event(phrase: Phrase) -> bool:
    """Tell the month of "since winning May's election" from a person that the text speaks of."""
    places = range(2, 2 + _LONGEST_EVENT)
    held = is_of_occasion(phrase) or any(phrase.word_after(at) in _CONTESTS for at in places)
    return held and phrase.text.lower() not in _surnames(phrase.tokens.text)


@lru_cache(maxsize=_TEXTS_KEPT)
def _surnames(text: str) -> frozenset[str]:
    """Return which of these months a text has as the name of somebody: "Theresa May"."""
    return frozenset(name.lower() for name in _SURNAMES.findall(text))


def _is_surname(phrase: Phrase) -> bool:
    """Tell the name of "Dr. August", "Mrs June" and "Dr. April May"."""
    steps = 1 + (phrase.before() == "DOT")
    if phrase.tokens.symbol(phrase.first - steps) in MONTH_SYMBOLS:
        steps += 1 + (phrase.before(steps + 1) == "DOT")
    return phrase.word_before(steps).lower() in _TITLES


def _is_first_name(phrase: Phrase) -> bool:
    """Tell "April Lane wept" and "April Lane, a clerk," from "In April Lane wept"."""
    stands = phrase.before() in ("STOP", "BREAK") or phrase.word_before() in _RELATIVES
    is_aged = phrase.word_after() == "is" and phrase.after(2) in ("DAY_NUMBER", "TWO_DIGITS")
    if stands and is_aged and phrase.after(3) in _CLOSING:
        return phrase.text.lower() in _GIVEN_NAMES
    is_season = phrase.after() in ("SEASON", "WORD_SEASON")
    is_named_so = is_season and phrase.tokens.word(phrase.last).istitle()
    if not (phrase.after() == "NAME" or is_named_so) or phrase.text.lower() not in _GIVEN_NAMES:
        return False
    if phrase.before() == "NAME" and phrase.word_before() in _OFFICES:
        return True
    is_told_of = phrase.after(2) == "COMMA" and phrase.after(3) in ("DAY_NUMBER", "TWO_DIGITS", "A")
    if is_told_of and phrase.after(3) != "A" and phrase.after(4) == "COMMA":
        return True
    if phrase.before() not in ("STOP", "BREAK", "COMMA"):
        return False
    return is_told_of or verbs.form(phrase.word_after(2)) in _FINITE


def _is_owned_or_joined(phrase: Phrase) -> bool:
    """Tell "its March meeting", "a warm May" and "but May and June" from "said May"."""
    if phrase.word_before() in verbs.OWNED:
        return phrase.after() == "WORD"
    if phrase.before() == "HYPHEN":
        return phrase.before(2) in MONTH_SYMBOLS
    joined = phrase.after() in _JOINTS and phrase.after(2) in MONTH_SYMBOLS
    listed = joined or (phrase.before(2) == "A" and phrase.after() in _CLOSING)
    return phrase.before() == "WORD" and (listed or phrase.word_before() in _BEFORE_MONTHS)


def _is_said(phrase: Phrase) -> bool:
    """Tell the month of "it now says March." from the name of "so said May."."""
    by_whom = phrase.word_before(2) in _SPEAKERS
    return by_whom and phrase.word_before() in _SAYS and phrase.after() in _CLOSING


def _opens(phrase: Phrase) -> bool:
    """Tell "March was warm" and "May's sales fell" from "May was warm to them"."""
    is_march = phrase.word_before(0) == "march"
    if phrase.after() == "POSSESSIVE":
        return is_march or phrase.word_after(2) in _MEASURED | _OF_MONTHS
    does = phrase.word_after() in _DOES or (is_march and phrase.word_after() in _IS)
    return does or is_of_deal(phrase) or _is_measured(phrase)


def _is_measured(phrase: Phrase) -> bool:
    """Tell "U.S. March retail sales", of which the words up to the measure are nouns and names."""
    for steps in range(1, _MEASURE_REACH):
        word = phrase.word_after(steps)
        if word in _MEASURED:
            return True
        named = phrase.after(steps) in ("NAME", "DOT")
        if not named and (phrase.after(steps) != "WORD" or verbs.form(word) is verbs.Form.PAST):
            return False
    return False
