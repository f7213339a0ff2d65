"""Direct speech: which phrases stand in it, and what dates its report.

In `"Yesterday we lost," he said on May 4, 1998` the report is of that day.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

# A quotation that nothing closes goes on to the end of its paragraph.
_SPEECH = re.compile(r"\"[^\"\n]*\"?|“[^”\n]*”?|``(?:[^'\n]|'(?!'))*(?:'')?")
_SAYING = frozenset({
    "added", "asked", "cried", "dated", "declared", "posted", "promised", "read", "remarked",
    "replied", "shouted", "stated", "testified", "tweeted", "vowed", "wrote",
})  # fmt: skip
# "Told the paper in an interview on May 4" was said then, whatever the verb before.
_INTERVIEWED = re.compile(
    r"\bin\s(?:an?|his|her|their)\s(?:[\w-]+\s){0,2}?(?:address|article|column|essay|interview|letter"
    r"|memoirs?|message|speech|statement|testimony)\s(?:(?:to|with|in)\s(?:[\w’'-]+\s){1,5}?)?"
    r"(?:dated|of|on|published\s(?:in|on))\s\Z"
)
_INTERVIEW_REACH = 90
# What is quoted in a paragraph of its own was published then: "an article on May 4. It read:".
_PUBLISHING = frozenset({"aired", "broadcast", "carried", "posted", "printed", "published", "ran"})
# So many dates beside a quotation can be that of its report.
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Speeches:
    """The direct speech of a text.

    Attributes:
        reports: For the first token of each phrase that is spoken, what dates the report of it;
            None where nothing does.
        amid_news: Whether the text itself says "yesterday", "on Monday", "last week" or the like.
    """

    reports: dict[int, Phrase | None]
    amid_news: bool

    def __contains__(self, phrase: Phrase) -> bool:
        return phrase.first in self.reports


def speeches_in(phrases: list[Phrase]) -> Speeches:
    """Find which of the phrases of a text are spoken."""
    reports = _reports(phrases) if phrases else {}
    outside = [phrase for phrase in phrases if phrase.first not in reports]
    is_news = any(each.counts_from_publication or each.rule == "weekday" for each in outside)
    return Speeches(reports, is_news)


def _reports(phrases: list[Phrase]) -> dict[int, Phrase | None]:
    """Return for the first token of each phrase in direct speech what dates its report.

    It stands before or behind the quotation, which can go on with the same report in between:
    `"We lost," he said on Monday. "We will try again."`.
    """
    text, starts = phrases[0].tokens.text, [phrase.start for phrase in phrases]
    spans = [match.span() for match in _SPEECH.finditer(text)]
    found: dict[int, Phrase | None] = {}
    for number, (start, end) in enumerate(spans):
        spoken = phrases[bisect_left(starts, start) : bisect_left(starts, end)]
        if spoken:
            last = spans[number - 1][1] if number else 0
            opens = spans[number + 1][0] if number + 1 < len(spans) else len(text)
            before = phrases[bisect_left(starts, last) : bisect_left(starts, start)]
            behind = phrases[bisect_left(starts, end) : bisect_left(starts, opens)]
            closed = text[:end].rstrip("\"”'").endswith(".")
            report = None if closed else _report_behind(behind, end)
            report = report or _report_before(before, start)
            found |= {phrase.first: report for phrase in spoken}
    return found


def _report_behind(phrases: list[Phrase], end: int) -> Phrase | None:
    """Return what dates the report of `"...," he said on Monday` in its sentence."""
    near = phrases[:_NEAR]
    return next((each for each in near if _dates_report(each) and not _is_parted(each, end)), None)


def _is_parted(phrase: Phrase, end: int) -> bool:
    """Tell whether a sentence ends between the end of a quotation and a phrase."""
    tokens = phrase.tokens
    first = bisect_left(tokens.starts, end)
    return any(tokens.symbol(at) in ("STOP", "BREAK") for at in range(first, phrase.first))


def _report_before(phrases: list[Phrase], start: int) -> Phrase | None:
    """Return what dates the report of `On Monday he said: "..."` right before the quotation."""
    for phrase in reversed(phrases[-_NEAR:]):
        tokens = phrase.tokens
        at = bisect_left(tokens.starts, start) - 1
        at -= tokens.symbol(at) in ("STOP", "DOT")
        if any(tokens.symbol(i) in ("STOP", "BREAK") for i in range(phrase.last, at + 1)):
            return _writing_before(phrases, at)
        if _dates_report(phrase):
            return phrase
    return None


def _writing_before(phrases: list[Phrase], at: int) -> Phrase | None:
    """Return what dates the article of `It read:`, which a paragraph right behind quotes."""
    tokens = phrases[-1].tokens
    if tokens.symbol(at) != "BREAK" or tokens.word(at - 1) != ":":
        return None
    opening = at - 1
    while opening > 0 and tokens.symbol(opening - 1) != "BREAK":
        opening -= 1
    written = [each for each in phrases if each.first >= opening and dates_writing(each)]
    return written[0] if written else None


def dates_writing(phrase: Phrase) -> bool:
    """Tell the day of "On May 4 the paper printed a letter"."""
    look = outlook(phrase)
    return look.verb.lower().rpartition(" ")[2] in _PUBLISHING and look.tense in TOLD


def _dates_report(phrase: Phrase) -> bool:
    """Tell "said on Monday" and "wrote in 1998" from "said the man held on Monday".

    So does "said Lobo, in power since 1994" not say when.
    """
    if _INTERVIEWED.search(phrase.text_before(_INTERVIEW_REACH)):
        return True
    look = outlook(phrase)
    says = verbs.reports(look.verb) or look.verb in _SAYING
    return says and look.tense in TOLD and not look.attributive and not look.cue
