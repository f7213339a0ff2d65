"""Reads the clause that a phrase belongs to: the tense of its verb, and what stands before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import occasions
from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.governing import Clause
from kztimeline.documents.extraction.finding.clauses.plans import plan_of
from kztimeline.documents.extraction.finding.clauses.signs.changes import (
    came_otherwise,
    fails,
    has_passed,
    is_brought_nearer,
    is_since_then,
    was_elected,
    was_given_up,
    was_not_done,
)
from kztimeline.documents.extraction.finding.clauses.signs.coming.awaited import (
    draws_near,
    is_going_into,
)
from kztimeline.documents.extraction.finding.clauses.signs.coming.conditions import is_told_ahead
from kztimeline.documents.extraction.finding.clauses.signs.coming.prospects import (
    is_of_prospect,
    is_yet_to_be,
)
from kztimeline.documents.extraction.finding.clauses.signs.cues import (
    comes_next,
    comes_up,
    cue_of,
    goes_back_to,
    is_followed,
    is_measured_aside,
    is_of_coming,
    is_of_results,
    is_of_source,
    is_risen_from,
    is_said_by,
    is_spoken_of,
)
from kztimeline.documents.extraction.finding.clauses.signs.datelines import is_dateline, is_entry
from kztimeline.documents.extraction.finding.clauses.signs.markets import is_of_deal
from kztimeline.documents.extraction.finding.clauses.signs.past.accounts import (
    is_of_testimony,
    is_said_then,
)
from kztimeline.documents.extraction.finding.clauses.signs.past.aftermaths import (
    is_aftermath,
    is_recorded,
    never_came,
)
from kztimeline.documents.extraction.finding.clauses.signs.past.over import (
    came_about_when,
    comes_behind,
    did_then,
    is_during,
    is_of_accusation,
    is_of_what_is_over,
    is_told_of_when,
)
from kztimeline.documents.extraction.finding.clauses.signs.past.pictures import (
    is_day_of_picture,
    is_of_picture,
)
from kztimeline.documents.extraction.finding.clauses.signs.positions import (
    is_attributive,
    is_fronted,
    is_time_limit,
)
from kztimeline.documents.extraction.finding.clauses.signs.set_days import (
    is_made_day,
)
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Group, Tense
from kztimeline.documents.extraction.finding.reports import (
    is_covered,
    is_foretold,
    is_measured,
    is_of_report,
    is_published,
    is_tabled,
)

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_OVER = frozenset({Tense.PAST, Tense.PLUPERFECT})
_OF_ISSUED = frozenset({Tense.PRESENT, Tense.NONE, Tense.COULD, Tense.MAY, Tense.FUTURE})
_SPOKEN_OF = _OF_ISSUED - {Tense.FUTURE}
# "All of May" is no month of a thing, nor is "the end of March", nor "as of May".
SHARES = frozenset({"all", "half", "most", "much", "parts", "rest", "whole"})
_SHARES_OR_ENDS = SHARES | {"as", "because", "beginning", "close", "end", "middle", "start"}

_OF_FIGURES = (
    is_risen_from, is_measured_aside, is_covered, goes_back_to, is_of_report, is_tabled,
    is_foretold,
)  # fmt: skip
_OF_WHAT_IS_OVER = (
    occasions.stands_behind_unforeseen, is_said_by, has_passed, was_elected, is_since_then,
    was_not_done, did_then, comes_behind, came_about_when, is_said_then, is_aftermath,
)  # fmt: skip
_OF_WHAT_IS_AHEAD = (is_of_deal, is_spoken_of, comes_up, is_told_ahead)


@dataclass(frozen=True, slots=True)
class Outlook:
    """How the clause of a phrase looks at its time.

    Attributes:
        tense: Of the verb that the phrase belongs to.
        verb: That verb as it stands, for a reader.
        cue: What stands right before the phrase: "by", "until", "since", "ahead", "start",
            "eve", "before", "target", "at last" of "not until" and "had not by", or
            nothing.
        attributive: Whether it belongs to a noun, as in "Tuesday's election" and "a letter of
            May 5"; the latter is past.
        fronted: Whether it opens its sentence.
        looks_ahead: Whether the verb has an infinitive of what is not yet done, as in
            "agreed to meet".
        dateline: Whether it is the date that a text is headed with.
        entry: Whether a line of a chronicle begins with it.
        failed: Whether the sentence goes on with "but".
        otherwise: Whether the sentence says that something was canceled or put off.
        over: Whether it belongs to what nobody foresees, as in "Tuesday's fire".
        is_object: Whether its verb, in the present or with "would" or "could", stands before it.
    """

    tense: Tense
    verb: str = ""
    cue: str = ""
    attributive: bool = False
    fronted: bool = False
    looks_ahead: bool = False
    dateline: bool = False
    entry: bool = False
    failed: bool = False
    otherwise: bool = False
    is_object: bool = False
    over: bool = False


def outlook(phrase: Phrase) -> Outlook:
    """Read the clause around a phrase, once; looks at some seventy tokens before and after."""
    kept = phrase.kept.get("outlook")
    if not isinstance(kept, Outlook):
        kept = phrase.kept["outlook"] = _read(phrase)
    return kept


def _read(phrase: Phrase) -> Outlook:
    clause = Clause(phrase.tokens, phrase.first, phrase.last)
    governing = clause.governing()
    of_noun = _is_of_noun(phrase, governing[0])
    cue = _cue_in(clause, phrase, governing[0], cue_of(phrase))
    dateline = is_dateline(phrase)
    entry = not dateline and is_entry(phrase)
    limits = is_time_limit(phrase)
    ahead = limits or _is_ahead(clause, phrase, governing[0], cue)
    tense, verb, looks_ahead = _shown(clause, phrase, governing)
    over = _is_over(phrase, tense)
    if dateline or entry:
        tense, verb, looks_ahead = Tense.NONE, "", False
    elif over:
        tense, verb, looks_ahead, ahead = Tense.PAST, "", False, False
        cue = "" if cue in ("ahead", "by") else cue
    elif ahead:
        is_past = (limits or cue == "ahead") and tense in _OVER
        tense = Tense.PAST_PLAN if is_past else Tense.PLAN
        looks_ahead, of_noun = True, False
    elif of_noun:
        tense, verb, looks_ahead = Tense.NOUN, "of", False
    elif cue == "since" and is_followed(phrase):
        tense, verb, looks_ahead = Tense.PAST, "follows", False
    else:
        tense, looks_ahead = plan_of(clause, phrase, (tense, verb, looks_ahead), cue)
    return Outlook(
        tense=tense,
        verb=verb,
        cue="ahead" if ahead or (cue == "awaited" and not _tells_month_before(clause)) else cue,
        attributive=of_noun or (is_attributive(phrase) and not ahead),
        fronted=is_fronted(phrase),
        looks_ahead=looks_ahead,
        dateline=dateline,
        entry=entry,
        failed=fails(phrase) and not is_brought_nearer(phrase),
        otherwise=tense is Tense.PAST_PLAN
        and (was_given_up(phrase, verb) or came_otherwise(phrase)),
        is_object=tense in (Tense.PRESENT, Tense.WOULD, Tense.COULD)
        and (tense is Tense.PRESENT or phrase.word_before() not in ("at", "that"))
        and clause.has_verb_before(),
        over=over,
    )


def _is_of_noun(phrase: Phrase, tense: Tense) -> bool:
    """Tell the date of "a letter of May 5", in a clause of some tense, from "half of May"."""
    cue = cue_of(phrase)
    behind_of = phrase.before() == "OF" and phrase.word_before(2) not in _SHARES_OR_ENDS
    of_noun = behind_of or (is_attributive(phrase) and phrase.before(2) == "OF")
    is_about = phrase.word_before() == "about" and phrase.before(2) not in ("AT", "UNTIL", "BY")
    of_noun = of_noun or (is_about and phrase.has("DAYPART"))
    of_noun = (of_noun and cue != "eve") or (cue == "target" and is_measured(phrase))
    of_noun = of_noun or (tense not in TOLD and is_published(phrase))
    to_come = is_of_coming(phrase) or phrase.word_after() in ("through", "until")
    return of_noun and not (tense in (Tense.PLAN, Tense.FUTURE) and to_come)


def _is_ahead(clause: Clause, phrase: Phrase, tense: Tense, cue: str) -> bool:
    """Tell a date that lies ahead of its clause, whatever the tense of that."""
    if cue == "ahead" or (cue == "as" and tense not in TOLD):
        return True
    if _is_said_to_come(phrase, clause) or any(tells(phrase) for tells in _OF_WHAT_IS_AHEAD):
        return True
    if tense not in _OVER and is_yet_to_be(phrase):
        return True
    return is_of_prospect(phrase) and (phrase.has("WEEKDAY") or clause.is_of_now())


def _shown(clause: Clause, phrase: Phrase, group: Group) -> Group:
    """Return the verb of a date, past where the present tells of a picture, a figure, a ruling."""
    tense, verb, looks_ahead = group
    if comes_next(phrase):
        tense, looks_ahead = Tense.PRESENT, False
    figures = any(tells(phrase) for tells in _OF_FIGURES) or is_of_results(clause, tense)
    if figures:
        return Tense.PAST, "", False
    pictured = tense in (Tense.PRESENT, Tense.NONE) and (
        is_of_picture(clause, verb) or is_day_of_picture(phrase)
    )
    accused = tense in (Tense.PRESENT, Tense.MAY) and (
        is_of_accusation(clause) or occasions.is_of_response(phrase)
    )
    issued = tense in _OF_ISSUED and occasions.is_of_issued(phrase)
    issued = issued or (tense in _SPOKEN_OF and is_of_testimony(phrase))
    if pictured or accused or issued or is_of_source(phrase):
        return Tense.PAST, verb, False
    return tense, verb, looks_ahead


def _is_over(phrase: Phrase, tense: Tense) -> bool:
    """Tell a date that is over by what it is of, whatever its verb says."""
    if any(tells(phrase) for tells in _OF_WHAT_IS_OVER):
        return True
    if is_attributive(phrase) and (is_of_what_is_over(phrase) or is_during(phrase, tense)):
        return True
    if tense in (Tense.INTENT, Tense.PAST) and is_told_of_when(phrase):
        return True
    return is_recorded(phrase, tense) or never_came(phrase, tense)


def _cue_in(clause: Clause, phrase: Phrase, tense: Tense, cue: str) -> str:
    """Return what a cue says in a clause of some tense: "not until May" is no limit."""
    if cue == "start" and _began(phrase, tense):
        return "since"
    reached = (cue == "until" and tense in TOLD) or (cue == "by" and tense is Tense.PLUPERFECT)
    if reached and (clause.is_denied() or phrase.word_after() == "when"):
        return "at last"
    if cue == "ahead" and is_going_into(phrase) and tense in _OVER:
        return ""
    # "Effective Tuesday, the bank had ordered all to lock up funds."
    opens = is_fronted(phrase) or clause.opens_line(phrase.first - 1)
    had_been = cue == "ahead" and tense is Tense.PLUPERFECT and opens
    return "" if had_been else cue


def _tells_month_before(clause: Clause) -> bool:
    """Tell "In March it took bookings for May", which is not ahead of publication."""
    places = range(clause.sentence()[0], clause.first)
    return any(clause.tokens.symbol(at) in ("MONTH", "WORD_MONTH", "YEAR") for at in places)


def _began(phrase: Phrase, tense: Tense) -> bool:
    """Tell "From Monday on, rain had fallen" from "Flights were canceled from Monday on"."""
    told = tense is Tense.PLUPERFECT or (tense in TOLD and is_fronted(phrase))
    return told and phrase.word_before() == "from"


def _is_said_to_come(phrase: Phrase, clause: Clause) -> bool:
    """Tell "the July 9 vote drawing near", "the trial to come" and "declared Friday a holiday"."""
    if clause.is_anticipated() or (is_made_day(phrase) and phrase.has("WEEKDAY")):
        return True
    owned = phrase.before() in ("THE", "A", "POSSESSIVE") or phrase.word_before() in verbs.OWNED
    owned = owned or phrase.word_before() == "with" or occasions.is_called(phrase.word_before(2))
    return (owned or is_attributive(phrase)) and draws_near(phrase)
