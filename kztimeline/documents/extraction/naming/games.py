"""Tells the quarters, halves and clocks of matches, which are no dates."""

from __future__ import annotations

import re
from bisect import bisect
from functools import lru_cache
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.lexicon import MEASURES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kztimeline.documents.extraction.finding.phrases import Phrase

_REACH = 40
_PLAYED = frozenset({
    "assist", "assists", "basket", "coach", "equaliser", "equalizer", "fumble", "fumbles", "goal",
    "goalkeeper", "halftime", "innings", "interception", "interceptions", "jumper", "kickoff",
    "layup", "outscored", "overtime", "playoff", "playoffs", "punt", "quarterback", "rebounds",
    "scored", "scoreless", "shots", "striker", "substitute", "touchdown", "touchdowns", "trailed",
    "trailing", "yard", "yards",
})  # fmt: skip
# What tells of a match where a half is spoken of: one of these, or two that other things have too.
_OF_HALVES = frozenset({
    "crossbar", "equalised", "equalized", "footballers", "goalless", "header", "kick-off",
    "midfield", "midfielder", "midfielders", "offside", "pitch", "teammates", "winger", "wingers",
})  # fmt: skip
_OF_HALVES_TOO = frozenset({
    "attempts", "ball", "chances", "defender", "defenders", "defence", "defense", "fans", "fouls",
    "game", "goals", "lead", "match", "missed", "opponents", "penalties", "penalty", "played",
    "player", "players", "possession", "sides", "striker", "supporters", "team", "visitors",
    "whistled",
})  # fmt: skip
_BATTING = frozenset({
    "ashes", "batsman", "batsmen", "batting", "bowled", "bowler", "innings", "test", "tests",
    "unbeaten", "wicket", "wickets",
})  # fmt: skip
_BOUTS = frozenset({"knockdown", "knockout", "referee"})
# Of golf and baseball, whose holes and innings have numbers.
_HOLES = frozenset({
    "birdie", "birdied", "birdies", "birdying", "bogey", "bogeyed", "bogeys", "eagled", "fairway",
    "homer", "homered", "homers", "inning", "innings", "par-3", "par-4", "par-5",
    "putt", "putted", "putts", "tee",
})  # fmt: skip
_MATCHES = frozenset({"game", "match"})
_SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b(?![-–\d])")
_SCORE_BEFORE = re.compile(r"\b\d{1,2}[-–]\d{1,2}\s(?:run\s(?:during|in)\s)?\Z")
_SCORE_REACH = 20
# Before figures alone they give the time that a race took: "ran 2:06:20".
_TIMING = frozenset({"clocked", "clocking", "clocks", "ran", "running", "timed", "with"})
_MONEY = frozenset({"$", "€", "£", "percent", "%"})
# Whose quarter is one of the year, even in a text that speaks of matches.
_OF_ECONOMY = _MONEY | {
    "earnings", "economy", "exports", "gdp", "growth", "imports", "income", "inflation", "output",
    "prices", "production", "profit", "profits", "revenue", "revenues", "sales", "shares",
    "turnover", "wages",
}  # fmt: skip
# So many words of matches alone within so many characters are of a report of one.
_PLAY = re.compile(
    r"\b(?:(?:assist|defender|equali[sz]er|field goal|free[ -](?:kick|throw)|fumble|jumper|layup"
    r"|midfielder|penalty[ -]kick|playoff|rebound|semi-?final|striker|three-pointer|touchdown"
    r"|wicket)s?|champions league|coach|goalkeeper|half-?time|kick-?off|premiership|quarterback"
    r"|scored|scoreless|unbeaten)\b",
    re.IGNORECASE,
)
_PLAYS = 3
_REPORT_REACH = 1500
_LEFT = frozenset({"into", "left", "remaining"})
_PERIODS = frozenset({"clock", "game", "half", "match", "period", "quarter"})
_FIXTURE = re.compile(r"\s(?:v|vs\.?)\s[^\n]*\Z")
_FIXTURE_REACH = 60
# A line of results ends with a time taken: "9. Rui Madeira (Portugal) Toyota 16:34".
# "The index opened at 1804.37."
_DECIMALS = re.compile(r"\.\d")
# Before figures of hours, minutes and seconds they tell when, not how long.
_AT_TIMES = frozenset({"about", "around", "at", "before", "by", "from", "since", "to", "until"})
_ZONES = frozenset({"a", "am", "est", "gmt", "h", "hours", "hrs", "local", "p", "pm", "utc"})
_BEFORE_ENDS = frozenset({"before", "from", "into"})
_ENDS = frozenset({"break", "buzzer", "end", "half", "interval", "period", "quarter", "start"})
_RANKED = re.compile(r"(?:\A|\n)[ \t]*\d{1,3}\.?\s[^\n]*(?<!at\s)\Z")
_GAP = re.compile(r"(?:\s(?:behind|back|hours?|minutes?|seconds?)\b[^\n]*)?[ \t]*(?:\n|\Z)")
_LINE_REACH = 140
_FIGURES = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")


def is_of_match(phrase: Phrase) -> bool:
    """Tell "Orr scored in the second half" from "profit fell in the second half"."""
    if phrase.has("YEAR", "UNIT", "FISCAL"):
        return False
    if phrase.after() == "OF" and not _MATCHES.isdisjoint(map(phrase.word_after, (2, 3))):
        return True
    if _SCORE_BEFORE.search(phrase.text_before(_SCORE_REACH)):
        return True
    words = set(_sentence(phrase))
    if _is_reported_match(phrase) and words.isdisjoint(_OF_ECONOMY):
        return True
    if not words.isdisjoint(MEASURES) or not words.isdisjoint(_MONEY):
        return False
    start, end = phrase.tokens.starts, phrase.tokens.ends
    near = phrase.tokens.text[
        start[max(phrase.first - _REACH, 0)] : end[min(phrase.last + _REACH, len(end)) - 1]
    ]
    if phrase.has("PORTION") and _is_half_of_match(phrase, words):
        return True
    return not words.isdisjoint(_PLAYED) or ("led" in words and bool(_SCORE.search(near)))


def _is_half_of_match(phrase: Phrase, words: set[str]) -> bool:
    """Tell "The match was dull. We played better in the second half" from "sold better in it"."""
    if words.isdisjoint(_OF_HALVES_TOO | _OF_HALVES):
        return False
    told = words | set(_sentence_before(phrase))
    return not told.isdisjoint(_OF_HALVES) or len(told & _OF_HALVES_TOO) > 1


def _is_reported_match(phrase: Phrase) -> bool:
    """Tell a text that around a phrase reports a match: in its fourth quarter there was a play."""
    plays = _plays(phrase.tokens.text)
    near = bisect(plays, phrase.end + _REPORT_REACH) - bisect(plays, phrase.start - _REPORT_REACH)
    return near >= _PLAYS


@lru_cache(maxsize=2)
def _plays(text: str) -> list[int]:
    """Return where a text speaks of what is done in matches alone; linear in its length."""
    return [match.start() for match in _PLAY.finditer(text)]


def is_hole_or_inning(phrase: Phrase) -> bool:
    """Tell "a birdie on the 16th" and "in the top of the 10th" from a day of the month."""
    if phrase.before() == "OF" and phrase.word_before(2) in ("top", "bottom"):
        return True
    return not _HOLES.isdisjoint(_sentence(phrase))


def is_of_cricket(phrase: Phrase) -> bool:
    """Tell "his ninth century in 40 Tests" and "the fourth century-maker" from a hundred years."""
    made = phrase.after() == "HYPHEN" and phrase.word_after(2) in ("maker", "makers")
    owned = phrase.before() == "A" or phrase.word_before() in verbs.OWNED
    return made or (owned and not _BATTING.isdisjoint(_sentence(phrase)))


def is_clock_of_match(phrase: Phrase) -> bool:
    """Tell "at 7:42 of the third period" and "with about 10:00 to play" from an hour."""
    if phrase.rule == "clock" and _DECIMALS.match(phrase.text_after(_SCORE_REACH)):
        return True
    if phrase.rule != "clock" or not _FIGURES.fullmatch(phrase.text):
        return False
    behind = list(map(phrase.word_after, (1, 2, 3, 4)))
    if _RANKED.search(phrase.text_before(_LINE_REACH)) and _GAP.match(
        phrase.text_after(_LINE_REACH)
    ):
        return True
    if behind[0] not in ("a", "p") and not _BOUTS.isdisjoint(_sentence(phrase)):
        return True
    runs = behind[0] == "to" and behind[1] in ("go", "play")
    under = phrase.before() == "HYPHEN" and phrase.word_before(2) in ("under", "over")
    return runs or under or (behind[0] == "of" and not _PERIODS.isdisjoint(behind[1:]))


def is_kick_off(phrase: Phrase) -> bool:
    """Tell the hour of "Watford v Arsenal (1730)" from a year."""
    is_alone = (phrase.before(), phrase.after()) == ("OPEN", "CLOSE") or phrase.ends_line
    return is_alone and _FIXTURE.search(phrase.text_before(_FIXTURE_REACH)) is not None


def time_taken(phrase: Phrase) -> str:
    """Return the length of "with 2:14 left" and "ran it in 3:12" as TIMEX3; empty for an hour."""
    figures = _FIGURES.fullmatch(phrase.text) if phrase.rule == "clock" else None
    lasts = phrase.before() == "IN" or phrase.word_before() in _TIMING
    lasts = lasts or (phrase.before() == "OF" and phrase.word_before(2) in ("record", "time"))
    lasts = lasts or _is_to_the_second(phrase) or _is_before_end(phrase)
    if figures is None or not (lasts or phrase.word_after() in _LEFT):
        return ""
    parts = [int(part) for part in phrase.text.split(":")]
    units = "HMS" if len(parts) > 2 else "MS"
    return "PT" + "".join(f"{part}{unit}" for part, unit in zip(parts, units, strict=True))


def _is_to_the_second(phrase: Phrase) -> bool:
    """Tell "his 2:09:30 victory" and "(Chan, 1:23:51)" from "went off at 5:29:45 a.m."."""
    told = phrase.word_before() in _AT_TIMES or phrase.word_after() in _ZONES
    return phrase.text.count(":") > 1 and not told


def _is_before_end(phrase: Phrase) -> bool:
    """Tell "was replaced 2:46 before the end of the first half"."""
    ends = not _ENDS.isdisjoint(map(phrase.word_after, (2, 3, 4)))
    return phrase.word_after() in _BEFORE_ENDS and ends and phrase.word_before() != "at"


def _sentence(phrase: Phrase) -> Iterator[str]:
    tokens = phrase.tokens
    for step, begin in ((-1, phrase.first - 1), (1, phrase.last)):
        at = begin
        while tokens.symbol(at) not in ("STOP", "BREAK") and abs(at - begin) < _REACH:
            yield tokens.word(at).lower()
            at += step


def _sentence_before(phrase: Phrase) -> Iterator[str]:
    """Yield the words of the sentence before that of a phrase."""
    tokens, at = phrase.tokens, phrase.first - 1
    while at > 0 and tokens.symbol(at) not in ("STOP", "BREAK") and phrase.first - at < _REACH:
        at -= 1
    for earlier in range(at - 1, max(at - _REACH, -1), -1):
        if tokens.symbol(earlier) in ("STOP", "BREAK"):
            return
        yield tokens.word(earlier).lower()
