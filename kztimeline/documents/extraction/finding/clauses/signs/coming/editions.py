"""Tells the day of a paper or journal that is written of before it is out: "in Friday's Lancet"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_REACH = 120
_DAYS_TO_RELEASE = 6
# A journal is known of the day before it is out: "a study in Thursday's Journal of Medicine".
_EDITION = re.compile(
    r"['’]s\s(?:editions?|issue|(?:[A-Z][\w.]*\s){0,3}(?:Circulation|Guardian|Herald|Independent"
    r"|Journal|Lancet|Nature|Observer|Post|Science|Telegraph|Times|Tribune)\b(?!\s(?:reported|said|wrote)))"
)
_PUBLISHED = re.compile(
    r"\b(?:analysis|article|data|essay|findings|letter|paper|report|research|results|review|study"
    r"|survey)\s(?:(?:that\s(?:is|was)|which\s(?:is|was)|to\sbe)\s)?(?:being\s)?"
    r"(?:appearing|presented|published|released)\s(?:on\s)?\Z"
)
_BEING_SHOWN = re.compile(
    r"(?<!\bwas\s)(?<!\bwere\s)\bbeing\s(?:broadcast|buried|launched|opened|presented|published|released"
    r"|screened|shown|unveiled)\s(?:on\s)?\Z"
)
# A paper or a table that is out before the day that it bears.
_DATED = re.compile(r"\b(?:dated|weeks?\s(?:ended|ending))\s\Z")


def days_before_edition(phrase: Phrase) -> int:
    """Return within how many days "reported in its Friday edition" speaks of the day to come.

    Such papers are out the day before, and so is what was "published Friday in the journal
    Nature". What is "being released Friday" is so within the week.
    """
    behind = phrase.text_after(_REACH)
    if phrase.word_after() in ("edition", "editions", "issue") or _EDITION.match(behind):
        return 1
    before = phrase.text_before(_REACH)
    published = _PUBLISHED.search(before)
    if _BEING_SHOWN.search(before) or (published and "to be" in published[0]):
        return _DAYS_TO_RELEASE
    return int(published is not None)


def is_dated_ahead(phrase: Phrase) -> bool:
    """Tell the day of "Le Monde, dated Aug 23" and "the week ending August 30"."""
    return _DATED.search(phrase.text_before(_REACH)) is not None
