"""Tells by its lines where a text has headings, entries of a chronicle, paragraphs and answers."""

from __future__ import annotations

import re

from kztimeline.dates.calendar_names import MONTHS

_NEWLINES_AT_BREAK = 2
MONTH_NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
NAMED_MONTH = rf"(?i:{'|'.join(MONTH_NAMES)})[A-Za-z]{{0,6}}"
_WHOLE_MONTH = rf"(?:{'|'.join(MONTHS)})"
_SHORT_MONTH = "|".join(["Sept", *(name.capitalize() for name in MONTH_NAMES)])
# A line of its own with nothing but a year, such as "Key events of 2009", and one marked as a
# heading that says a year.
_HEADING = re.compile(
    r"^[ \t#*=_>•–—-]*+(?:(?i:in|(?:the[ \t])?year|(?:[a-z]+[ \t])?(?:chronology|dates|diary|events"
    r"|highlights|milestones|timeline)[ \t](?:for|in|of))[ \t]+)?(?:1[5-9]|20)\d\d"
    r"(?:[ \t]?[-–—/][ \t]?(?:\d{4}|\d{2}))?[ \t:*=_#–—-]*+$"
    r"|^\#{1,6}[ \t].*\b(?:1[5-9]|20)\d\d\b.*$",
    re.MULTILINE,
)
# The title of a report on a year: "Country Reports on Human Rights Practices - 2003".
_REPORT = r"(?:Reports?|Practices|Survey|Review|Yearbook|Overview|Chronology|Almanac)"
_YEAR = r"(?:19|20)\d\d"
_TITLE = re.compile(
    rf"^[^\n.?!]*\b{_REPORT}\b[^\n.?!]{{0,40}}?[ ,:–—-]{_YEAR}[ \t]*$"
    rf"|^[ \t#]*{_YEAR}[ \t][^\n.?!]*\b{_REPORT}\b[^\n.?!]*$",
    re.MULTILINE,
)
_FIRST_LINES = 300
_NUMBERED = re.compile(r"^[ \t]*\d{1,2}[.)][ \t]+(?=[A-Z\"“])", re.MULTILINE)
_FEWEST_NUMBERED = 2
_ENTRY = re.compile(
    rf"^[ \t]*(?:[-*•·][ \t]+|\#{{1,6}}[ \t]|(?:(?:{NAMED_MONTH})\.?[ \t]+\d{{1,2}}"
    rf"|\d{{1,2}}[ \t]+(?:{NAMED_MONTH})|{_WHOLE_MONTH}|(?:{_SHORT_MONTH})\b)\.?"
    r"(?:,?[ \t]\d{4})?[ \t]*[-–—:])"
    r"|(?:(?<=[.!?:]\n)|(?<=[.!?:][ ]\n))"
    rf"(?:\d{{1,2}}[ \t])?{_WHOLE_MONTH}(?:[ \t]\d{{1,2}})?(?:,?[ \t]\d{{4}})?\.[ \t]",
    re.MULTILINE,
)
_YEAR_ENTRY = re.compile(rf"^[ \t]*{_YEAR}(?:[ \t]+[-–—]|:)[ \t]+(?=[^\W\d])", re.MULTILINE)
# A line with nothing but a month, and the lines below it that say which day of it they tell of.
_MONTH_LINE = re.compile(
    rf"^[ \t#*=_•–—-]*+(?:{_WHOLE_MONTH}|{_WHOLE_MONTH.upper()}|(?:{_SHORT_MONTH})\.?)"
    r"(?:,?[ \t]\d{4})?[ \t:*=_#]*+$",
    re.MULTILINE,
)
_DAY_LINE = re.compile(
    r"^[ \t]*(?:[-*•·][ \t]+)?\d{1,2}(?:st|nd|rd|th)?(?:[ \t]+[-–—]|:)[ \t]", re.MULTILINE
)

# The answer to a question of an interview, which is of one paragraph with it: "A: In March."
_ANSWER = re.compile(r"(?:(?P<own>A|Answer)|[A-Z][\w.’'-]*(?:[ \t][A-Z][\w.’'-]*){0,2}):[ \t]")
_ASKS = re.compile(r"\?[\"”’')]*\Z")
_QUESTION_REACH = 4
_LINE_REACH = 8


def heading_spans(text: str) -> list[tuple[int, int]]:
    """Return where the lines stand that are headings with a year."""
    title = _TITLE.search(text, 0, _FIRST_LINES)
    spans = [
        match.span()
        for match in _HEADING.finditer(text)
        if match.start() < 2 or _ends_line(text, match.start()) or "#" in match[0]
    ]
    return sorted([title.span(), *spans]) if title else spans


def _ends_line(text: str, start: int) -> bool:
    """Tell whether the line above is no part of a sentence, or the end of one.

    It is no part where it is empty or in capitals.
    """
    before = text[max(start - _LINE_REACH, 0) : start].rstrip(" \t").removesuffix("\n")
    if not before.strip() or text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : start].isupper():
        return True
    return before.rstrip(" \t")[-1:] in tuple('.!?:\n\r"”')


def line_breaks(text: str, found: list[tuple[int, int]]) -> set[int]:
    """Return the offsets of new lines that part what stands on them: headings, entries, items."""
    breaks = {match.start() - 1 for match in _ENTRY.finditer(text)}
    numbered = [match.start() - 1 for match in _NUMBERED.finditer(text)]
    if len(numbered) >= _FEWEST_NUMBERED:
        breaks.update(numbered)
    if breaks:
        breaks |= {match.start() - 1 for match in _YEAR_ENTRY.finditer(text)}
    months = [line.span() for line in _MONTH_LINE.finditer(text) if _ends_line(text, line.start())]
    if months:
        breaks |= {match.start() - 1 for match in _DAY_LINE.finditer(text)}
    for start, end in months:
        breaks |= {start - 1, end}
    for start, end in found:
        breaks |= {start - 1, end}
    return breaks


def is_break(match: re.Match[str], lines: set[int]) -> bool:
    """Tell whether white space parts two paragraphs, headings or entries.

    Args:
        match: The white space.
        lines: What `line_breaks` found.
    """
    word = match[0]
    newlines = word.count("\n")
    if newlines == 1:
        return match.start() + word.index("\n") in lines
    return newlines >= _NEWLINES_AT_BREAK and not _is_answered(match)


def _is_answered(match: re.Match[str]) -> bool:
    """Tell the empty line between a question of an interview and its answer."""
    answer = _ANSWER.match(match.string, match.end())
    if answer is None:
        return False
    before = match.string[max(match.start() - _QUESTION_REACH, 0) : match.start()]
    return answer["own"] is not None or _ASKS.search(before) is not None
