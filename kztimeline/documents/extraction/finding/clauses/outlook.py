"""Reads the clause that a phrase belongs to: the tense of its verb, and what stands before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import occasions
from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.governing import Clause
from kztimeline.documents.extraction.finding.clauses.signs.changes import (
    came_otherwise,
    fails,
    has_been_moved,
    has_passed,
    is_brought_nearer,
    is_called_off_now,
    is_put_off,
    is_ruled_out,
    is_since_then,
    was_elected,
    was_first_plan,
    was_given_up,
    was_not_done,
)
from kztimeline.documents.extraction.finding.clauses.signs.coming.awaited import (
    draws_near,
    is_going_into,
)
from kztimeline.documents.extraction.finding.clauses.signs.coming.conditions import is_conditional
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
from kztimeline.documents.extraction.finding.clauses.signs.due_days import (
    due_tense,
    is_left_open,
    lasts_still,
    was_moved,
)
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
    is_intended,
    is_made_day,
    is_moved_to,
    is_named_day,
    is_set_time,
)
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Group, Tense
from kztimeline.documents.extraction.finding.reports import (
    is_covered,
    is_measured,
    is_of_report,
    is_published,
    is_tabled,
)

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_LIMITS = frozenset({"before", "by", "until"})
_OVER = frozenset({Tense.PAST, Tense.PLUPERFECT})
_TO_COME = frozenset({Tense.PLAN, Tense.FUTURE, Tense.PRESENT})
_OF_ISSUED = frozenset({Tense.PRESENT, Tense.NONE, Tense.COULD, Tense.MAY, Tense.FUTURE})
_SPOKEN_OF = _OF_ISSUED - {Tense.FUTURE}
# Those of who sets a day.
_OF_OTHERS = TOLD | {Tense.PRESENT, Tense.NONE, Tense.INTENT}
# "All of May" is no month of a thing, nor is "the end of March", nor "as of May".
SHARES = frozenset({"all", "half", "most", "much", "parts", "rest", "whole"})
_SHARES_OR_ENDS = SHARES | {"as", "because", "beginning", "close", "end", "middle", "start"}

_OF_FIGURES = (
    is_risen_from, is_measured_aside, is_covered, goes_back_to, is_of_report, is_tabled,
)  # fmt: skip
_OF_WHAT_IS_OVER = (
    occasions.stands_behind_unforeseen, is_said_by, has_passed, was_elected, is_since_then,
    was_not_done, did_then, comes_behind, came_about_when, is_said_then,
)  # fmt: skip


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
    cue = cue_of(phrase)
    of_noun = (phrase.before() == "OF" and phrase.word_before(2) not in _SHARES_OR_ENDS) or (
        is_attributive(phrase) and phrase.before(2) == "OF"
    )
    is_about = phrase.word_before() == "about" and phrase.before(2) not in ("AT", "UNTIL", "BY")
    of_noun = of_noun or (is_about and phrase.has("DAYPART"))
    of_noun = (of_noun and cue != "eve") or (cue == "target" and is_measured(phrase))
    clause = Clause(phrase.tokens, phrase.first, phrase.last)
    tense, verb, looks_ahead = clause.governing()
    of_noun = of_noun or (tense not in TOLD and is_published(phrase))
    to_come = is_of_coming(phrase) or phrase.word_after() in ("through", "until")
    of_noun = of_noun and not (tense in (Tense.PLAN, Tense.FUTURE) and to_come)
    cue = _cue_in(clause, phrase, tense, cue)
    dateline = is_dateline(phrase)
    entry = not dateline and is_entry(phrase)
    limits = is_time_limit(phrase)
    if cue == "ahead" and is_going_into(phrase) and tense in _OVER:
        cue = ""
    ahead = cue == "ahead" or limits or _is_said_to_come(phrase, clause) or is_of_deal(phrase)
    ahead = ahead or (cue == "as" and tense not in TOLD) or is_spoken_of(phrase) or comes_up(phrase)
    ahead = ahead or (tense not in _OVER and is_yet_to_be(phrase))
    ahead = ahead or (is_of_prospect(phrase) and (phrase.has("WEEKDAY") or clause.is_of_now()))
    if comes_next(phrase):
        tense, looks_ahead = Tense.PRESENT, False
    pictured = tense in (Tense.PRESENT, Tense.NONE) and (
        is_of_picture(clause, verb) or is_day_of_picture(phrase)
    )
    accused = tense in (Tense.PRESENT, Tense.MAY) and (
        is_of_accusation(clause) or occasions.is_of_response(phrase)
    )
    figures = any(tells(phrase) for tells in _OF_FIGURES) or is_of_results(clause, tense)
    issued = tense in _OF_ISSUED and occasions.is_of_issued(phrase)
    issued = issued or (tense in _SPOKEN_OF and is_of_testimony(phrase))
    if pictured or accused or issued or is_of_source(phrase) or figures:
        tense, verb, looks_ahead = Tense.PAST, "" if figures else verb, False
    over = any(tells(phrase) for tells in _OF_WHAT_IS_OVER) or (
        is_attributive(phrase) and (is_of_what_is_over(phrase) or is_during(phrase, tense))
    )
    over = over or (tense is Tense.INTENT and is_told_of_when(phrase))
    over = over or is_aftermath(phrase) or is_recorded(phrase, tense) or never_came(phrase, tense)
    if dateline or entry:
        tense, verb, looks_ahead = Tense.NONE, "", False
    elif over:
        tense, verb, looks_ahead, ahead = Tense.PAST, "", False, False
        cue = "" if cue in ("ahead", "by") else cue
    elif ahead:
        is_over = (limits or cue == "ahead") and tense in _OVER
        tense = Tense.PAST_PLAN if is_over else Tense.PLAN
        looks_ahead, of_noun = True, False
    elif of_noun:
        tense, verb, looks_ahead = Tense.NOUN, "of", False
    elif cue == "since" and is_followed(phrase):
        tense, verb, looks_ahead = Tense.PAST, "follows", False
    else:
        tense, looks_ahead = _plan_of(clause, phrase, (tense, verb, looks_ahead), cue)
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


def _cue_in(clause: Clause, phrase: Phrase, tense: Tense, cue: str) -> str:
    """Return what a cue says in a clause of some tense: "not until May" is no limit."""
    if cue == "start" and _began(phrase, tense):
        return "since"
    reached = (cue == "until" and tense in TOLD) or (cue == "by" and tense is Tense.PLUPERFECT)
    if reached and (clause.is_denied() or phrase.word_after() == "when"):
        return "at last"
    # "Effective Tuesday, the bank had ordered all to lock up funds."
    opens = is_fronted(phrase) or clause.opens_line(phrase.first - 1)
    had_been = cue == "ahead" and tense is Tense.PLUPERFECT and opens
    return "" if had_been else cue


def _tells_month_before(clause: Clause) -> bool:
    """Tell "In March it took bookings for May", which is not ahead of publication."""
    places = range(clause.sentence()[0], clause.first)
    return any(clause.tokens.symbol(at) in ("MONTH", "WORD_MONTH", "YEAR") for at in places)


def _plan_of(clause: Clause, phrase: Phrase, group: Group, cue: str) -> tuple[Tense, bool]:
    """Return the tense of what was planned or set, and whether it was still to be done."""
    tense, verb, looks_ahead = group
    if ahead := _ahead(clause, phrase, tense, verb, cue):
        return ahead, ahead is not Tense.PAST
    if tense in _TO_COME and was_first_plan(phrase, tense):
        return Tense.PAST_PLAN, looks_ahead
    is_then = phrase.word_after() == "when" and phrase.before() in ("IN", "ON")
    if tense is Tense.PLAN and is_then and verb.partition(" ")[0] not in ("is", "are"):
        return Tense.PAST, False
    lasts = cue == "until" and lasts_still(clause, phrase, verb)
    if lasts and tense in (Tense.PAST, Tense.PERFECT):
        given = phrase.names_calendar and verb.rpartition(" ")[2] in ("gave", "given", "granted")
        return Tense.PAST_PLAN if given else Tense.PLAN, True
    if tense is Tense.PAST_PLAN and cue == "until" and (was_moved(verb) or clause.is_denied()):
        return Tense.PLAN, True
    if tense in TOLD and is_set_time(phrase, verb, cue):
        moved = tense is Tense.PAST and verbs.moves_time(verb) and cue
        stands = tense is Tense.PERFECT or moved
        return (Tense.PLAN if stands else Tense.PAST_PLAN), True
    return tense, looks_ahead


def _ahead(clause: Clause, phrase: Phrase, tense: Tense, verb: str, cue: str) -> Tense | None:
    """Return the tense of what a sign beside the date, or its verb, says is still to be done."""
    if tense is Tense.PAST_PLAN and (is_called_off_now(phrase) or is_brought_nearer(phrase)):
        return Tense.PLAN
    if set_by := _setting(clause, phrase, tense, cue):
        return set_by
    if is_conditional(clause, phrase, tense, verb):
        return Tense.PLAN
    if due := due_tense(clause, tense, verb, cue):
        return due
    announced = cue in ("start", "until") and tense is Tense.PAST and verbs.announces(verb)
    if announced or (cue in _LIMITS and tense in TOLD and is_ruled_out(phrase)):
        return Tense.PLAN
    stopped = tense is Tense.PAST and verbs.stops(verb)
    if stopped and cue == "target" and phrase.has("WEEKDAY"):
        return Tense.PLAN
    if stopped and phrase.word_before() == "from" and clause.is_of_now():
        return Tense.INTENT
    if cue == "awaited":
        return Tense.PAST_PLAN if tense in TOLD else Tense.PLAN
    return None


def _setting(clause: Clause, phrase: Phrase, tense: Tense, cue: str) -> Tense | None:
    """Return the tense of a day that a clause of some tense sets, told of now or in a story."""
    if has_been_moved(phrase) or (is_attributive(phrase) and is_put_off(phrase)):
        return Tense.PLAN if tense is Tense.PERFECT else Tense.PAST_PLAN
    if is_made_day(phrase) or (tense in TOLD and is_intended(clause, phrase, tense, cue)):
        return Tense.INTENT
    if tense in TOLD and is_left_open(clause, phrase):
        return Tense.PAST_PLAN
    opens = tense is Tense.PAST and (
        clause.is_behind_if() if cue == "by" else phrase.names_calendar and clause.begins_with_if()
    )
    limited = tense is Tense.PLUPERFECT and (
        cue in (*_LIMITS, "at last") or not phrase.has("WEEKDAY")
    )
    if (limited or opens) and clause.is_supposed():
        return Tense.WOULD
    is_set = is_named_day(clause, phrase) or is_moved_to(phrase)
    if tense not in _OF_OTHERS or not is_set:
        return None
    stands = clause.is_of_now() and not phrase.has("WEEKDAY")
    return Tense.PLAN if stands else Tense.PAST_PLAN


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
