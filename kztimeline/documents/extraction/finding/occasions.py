"""Occasions, held on a day that was set before it, such as a vote; and what nobody foresees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.verbs import Form
from kztimeline.documents.extraction.finding.lexicon import HAPPENINGS, MONTH_SYMBOLS

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.finding.tokens import Tokens

_OCCASIONS: Final = frozenset({
    "assembly", "auction", "ballot", "bout", "by-election", "by-elections", "caucus", "caucuses",
    "celebrations", "ceremony", "concert", "conference", "congress", "debate", "debates", "derby",
    "election", "elections", "final", "fixture", "forum", "friendly", "funeral", "gala", "game",
    "games", "hearing", "hearings", "inauguration", "launch", "marathon", "march", "marches",
    "match", "matches", "meeting", "meetings", "negotiations", "parade", "play-off", "playoff",
    "plebiscite", "poll", "polls", "premiere", "primaries", "primary", "qualifier", "race",
    "rallies", "rally", "re-run", "referendum", "rematch", "replay", "rerun", "retrial", "run-off",
    "runoff", "semi-final", "semifinal", "sentencing", "session", "showdown", "signing", "sitting",
    "summit", "talks", "trial", "verdict", "vigil", "visit", "vote", "voting", "wedding",
})  # fmt: skip
_VOTES: Final = frozenset({
    "ballot", "by-election", "election", "elections", "plebiscite", "poll", "polls", "primaries",
    "primary", "referendum", "runoff", "run-off", "turnout", "vote", "voters", "votes", "voting",
})  # fmt: skip
_ALIKE: Final = (
    _VOTES, {"earthquake", "quake", "tremor"}, {"blast", "bombing", "explosion"}, {"blaze", "fire"},
)  # fmt: skip
"""Words of one and the same occasion."""
_UNFORESEEN: Final = frozenset({
    "accident", "accidents", "ambush", "arrest", "arrests", "assassination", "assault", "attack",
    "attacks", "avalanche", "blast", "blasts", "blaze", "bloodshed", "bombing", "bombings",
    "capture", "clashes", "collapse", "collision", "crackdown", "crash", "crashes", "death",
    "deaths", "decline", "defeat", "derailment", "disaster", "drop", "earthquake", "escape",
    "explosion", "explosions", "fire", "fires", "flood", "floods", "gain", "gains", "hijacking",
    "hurricane", "hurricanes", "incident", "incidents", "kidnapping", "killing", "killings",
    "landslide", "loss", "losses", "massacre", "murder", "murders", "outage", "outbreak", "plunge",
    "purchase", "purchases", "quake", "raid", "raids", "resignation", "resignations", "riot",
    "riots", "rout", "seizure", "selloff", "shelling", "shooting", "shootings", "shootout",
    "slaying", "slayings", "slide", "slump", "spill", "stabbing", "stampede", "surge", "takeover",
    "theft", "tragedy", "tremor", "tsunami", "tumble", "typhoon", "unrest", "upset", "violence",
})  # fmt: skip
"""What has a day only when it has happened."""
_HAPPENED: Final = _UNFORESEEN | {
    "invasion", "landslide", "offensive", "triumph", "uprising", "victory", "war", "win",
}  # fmt: skip
# Behind "Friday's fire" they go on; another noun, as in "Friday's fire drill", is what is named.
_GOING_ON: Final = frozenset({"against", "as", "for", "near", "under", "which", "who", "with"})
_FINITE: Final = frozenset({
    Form.PAST, Form.WAS, Form.IS, Form.HAD, Form.HAVE, Form.WILL, Form.WOULD, Form.MAY, Form.DID,
    Form.DO, Form.PRESENT,
})  # fmt: skip
_CALLED: Final = frozenset({
    "boycott", "demonstration", "demonstrations", "lockout", "protest", "shutdown", "stoppage",
    "stoppages", "strike", "strikes", "walkout", "walkouts",
})  # fmt: skip
"""What people are called out to, besides occasions."""
_MOST_BETWEEN: Final = 3
REASONS: Final = frozenset({
    "accused", "apologised", "apologises", "apologized", "apologizes", "arrested", "blame",
    "blamed", "blames", "charged", "condemned", "condemns", "convicted", "credit", "credited",
    "criticised", "criticises", "criticized", "criticizes", "detained", "expelled", "fined",
    "forgiven", "jailed", "paid", "praise", "praised", "praises", "prosecuted", "punished",
    "responsible", "responsibility", "sacked", "sanctioned", "sentenced", "suspended", "thank",
    "thanked", "thanks", "tried", "vengeance",
})  # fmt: skip
"""After them, "for" says why, as in "were fined for Sunday's rally"."""
_RESPONSES: Final = REASONS | {
    "condemn", "denounce", "denounces", "deplore", "deplores", "grieve", "lament", "laments",
    "mourn", "mourns", "regret", "regrets", "applaud", "applauds", "commend", "commends", "hail",
    "hails", "note", "notes", "welcome", "welcomes",
}  # fmt: skip
# What is answered when it is done: "welcomes the decision of the court on Wednesday".
_ANSWERED: Final = _UNFORESEEN | {
    "acquittal", "adoption", "agreement", "announcement", "conviction", "decision",
    "ratification", "release", "resignation", "result", "results", "ruling", "sentence",
    "signing", "statement", "verdict",
}  # fmt: skip
_ANSWERING: Final = _RESPONSES | {
    "appeal", "appealing", "appeals", "challenge", "challenging", "contest", "contesting",
    "criticise", "criticize", "digest", "dispute", "disputes", "disputing", "overturn",
    "overturning", "praise", "protest", "protesting", "protests", "quash", "react", "reacting",
    "respond", "responding", "responds", "reverse", "reversing", "study", "uphold", "upholding",
}  # fmt: skip
# Of what is still to come nobody says what it shows.
_SHOWING: Final = frozenset({
    "confirms", "highlights", "illustrates", "indicates", "means", "proves", "reflects", "reveals",
    "show", "shows", "signal", "signals", "suggest", "suggests", "underlines", "underscores",
})  # fmt: skip
# What people say, who have been asked.
_POLLED: Final = re.compile(
    r"['’]s\s(?:[\w/-]+\s){0,3}?(?:poll|survey),?\s(?:[^.;:\n]{0,60}?\s)?(?:approve|back|believe"
    r"|consider|disapprove|favou?r|feel|find|oppose|prefer|rate|reject|say|support|think|trust|want)s?\b"
)
_POLLED_REACH: Final = 120
# Of which news tell in the present when they have come: "Monday's ruling sends it back".
ISSUED: Final = frozenset({
    "acquittal", "agreement", "announcement", "comments", "conviction", "deal", "decision",
    "disclosure", "discovery", "move", "order", "orders", "remarks", "revelation", "ruling",
    "statement", "storm", "victory", "win",
})  # fmt: skip
# What it will or could do is told of when it has come: "Monday's ruling could help veterans".
_WORKING: Final = frozenset({
    "affect", "allow", "boost", "clear", "complicate", "cost", "embolden", "encourage", "ease",
    "fuel", "force", "give", "harm", "help", "hit", "hurt", "leave", "make", "mean", "pave",
    "prompt", "raise", "strengthen", "undermine", "weaken",
})  # fmt: skip
_DECIDED: Final = frozenset({
    "accord", "acquittal", "conviction", "judgment", "ruling", "sentence", "verdict",
})  # fmt: skip
_OF_NOW: Final = frozenset({Form.PRESENT, Form.IS})
_STRUCK_BY: Final = frozenset({"at", "by", "over"})
# What stands in the name of what is unforeseen, behind its noun: "the fire at the mill".
_IN_NOUN: Final = frozenset({"WORD", "NAME", "THE", "A", "IN", "AT", "OF", "ON", "PREPOSITION"})
_CAUSES: Final = frozenset({"about", "after", "by", "for", "from", "in", "into", "over"})
# What has such a quality has happened.
_REPORTED: Final = frozenset({
    "alleged", "botched", "deadly", "fatal", "foiled", "lethal", "recent", "reported",
})  # fmt: skip
# Of what is still to come: "the risk of an attack in May".
_FEARED: Final = frozenset({
    "afraid", "chance", "danger", "fear", "fears", "possibility", "prospect", "risk", "threat",
    "warned", "warning", "warnings", "warns",
})  # fmt: skip
_CAUSES_OF_MANY: Final = frozenset({"after", "from", "over"})
_SENTENCE_REACH: Final = 12
_PLACE_REACH: Final = 9
_ENDS: Final = frozenset({"STOP", "BREAK"})


def is_of_occasion(phrase: Phrase) -> bool:
    """Tell the date of "Sunday's vote" and "the May 9 military parade"."""
    return bool(occasion_of(phrase))


def occasion_of(phrase: Phrase) -> str:
    """Return the "vote" of "Sunday's vote"; empty where a date is of no occasion."""
    tokens, at = phrase.tokens, phrase.last + (phrase.after() == "POSSESSIVE")
    for index in range(at, at + _MOST_BETWEEN):
        if (word := tokens.word(index).lower()) in _OCCASIONS:
            return word
        if tokens.symbol(index) not in ("WORD", "NAME", "HYPHEN"):
            return ""
    return ""


def is_of_unforeseen(phrase: Phrase) -> bool:
    """Tell the date of "Friday's deadly fire" and "the May 9 attack", which is over."""
    tokens, at = phrase.tokens, phrase.last + (phrase.after() == "POSSESSIVE")
    for index in range(at, at + _MOST_BETWEEN):
        if tokens.word(index).lower() in _HAPPENED:
            return _ends_noun(phrase, index + 1)
        if tokens.symbol(index) not in ("WORD", "NAME", "HYPHEN", "COUNTED"):
            return False
    return False


def stands_behind_unforeseen(phrase: Phrase) -> bool:
    """Tell the day of "to be tried on May 3 for a theft on March 5", which its noun has.

    So has the month of "The charges stem from riots in December".
    """
    tokens, noun = phrase.tokens, phrase.first - 2
    if phrase.before() not in ("IN", "ON"):
        return False
    if tokens.word(noun).lower() not in _UNFORESEEN:
        return _has_been_reported(tokens, noun)
    at = noun - 1
    while tokens.symbol(at) == "WORD" and noun - at < _MOST_BETWEEN:
        at -= 1
    if tokens.word(at).lower() in _CAUSES_OF_MANY:
        return True
    owned = tokens.symbol(at) in ("A", "THE")
    of_it = tokens.word(at - 1).lower() == "of" and tokens.word(at - 2).lower() not in _FEARED
    of_it = of_it and tokens.symbol(at) == "A" and phrase.has("WEEKDAY", *MONTH_SYMBOLS)
    return owned and (of_it or tokens.word(at - 1).lower() in _CAUSES)


def _has_been_reported(tokens: Tokens, at: int) -> bool:
    """Tell "for the reported bombing of a village on Tuesday", up to whose last word it reads."""
    for noun in range(at, at - _PLACE_REACH, -1):
        if tokens.symbol(noun) not in _IN_NOUN or verbs.form(tokens.word(noun)) in _FINITE:
            return False
        if tokens.word(noun).lower() in _UNFORESEEN:
            return tokens.word(noun - 1).lower() in _REPORTED
    return False


def is_of_issued(phrase: Phrase) -> bool:
    """Tell the day of "Monday's ruling sends it back" and "The vote Monday shows", which is over.

    The verb is in the present: what is still to come "is expected" or "is due".
    """
    tokens = phrase.tokens
    if _is_of_poll(phrase):
        return True
    if phrase.after() != "POSSESSIVE":
        stands_behind = phrase.before() == "WORD" and phrase.before(2) in ("THE", "WORD", "NAME")
        return stands_behind and _tells_in_present(tokens, phrase.first - 1, phrase.last)
    for at in range(phrase.last + 1, phrase.last + 1 + _MOST_BETWEEN):
        if tokens.symbol(at) not in ("WORD", "NAME") or _is_modal(tokens, at):
            return False
        if _tells_in_present(tokens, at, at + 1):
            return True
    return False


def _is_of_poll(phrase: Phrase) -> bool:
    """Tell the day of "In Monday's poll, most voters say", who have been asked."""
    asked = phrase.after() == "POSSESSIVE" and phrase.word_before() in ("in", "to")
    return asked and _POLLED.match(phrase.text_after(_POLLED_REACH)) is not None


def _tells_in_present(tokens: Tokens, noun: int, verb: int) -> bool:
    word = tokens.word(verb).lower()
    issued = tokens.word(noun).lower() in ISSUED
    works = _is_modal(tokens, verb) and tokens.word(verb + 1).lower() in _WORKING
    several = tokens.word(noun).endswith("s") and verbs.form(word) is Form.BASE
    return word in _SHOWING or (issued and (works or several or verbs.form(word) in _OF_NOW))


def _is_modal(tokens: Tokens, at: int) -> bool:
    return verbs.form(tokens.word(at).lower()) in verbs.MODALS


def is_of_response(phrase: Phrase) -> bool:
    """Tell the day of "deplores the attack on Sunday", or "is shocked by a fire at a mill on".

    So answers only what is over, though the verb is in the present.
    """
    tokens, noun = phrase.tokens, phrase.first - 1 - (phrase.before() == "ON")
    while tokens.word(noun).lower() not in _ANSWERED:
        if tokens.symbol(noun) not in _IN_NOUN or phrase.first - noun > _SENTENCE_REACH:
            return False
        noun -= 1
    at = noun - 1
    while tokens.symbol(at) == "WORD" and noun - at < _MOST_BETWEEN:
        at -= 1
    if tokens.symbol(at) not in ("THE", "A"):
        return False
    verb = tokens.word(at - 1).lower()
    is_struck = verb in _STRUCK_BY and verbs.form(tokens.word(at - 2).lower()) in verbs.DONE
    return is_struck or verb in _RESPONSES


def is_of_decided(phrase: Phrase) -> bool:
    """Tell the month of "The April ruling is to be tested", of which one speaks when it is over."""
    whose = phrase.before() == "THE" and phrase.has(*MONTH_SYMBOLS)
    return whose and phrase.word_after() in _DECIDED


def is_of_answered(phrase: Phrase) -> bool:
    """Tell the day of "to appeal Friday's verdict" and "responds to Monday's ruling".

    What is answered is over, though the answer is to come.
    """
    tokens, at = phrase.tokens, phrase.last + 1
    if phrase.after() != "POSSESSIVE":
        return False
    while tokens.symbol(at) in ("WORD", "NAME") and tokens.word(at).lower() not in _ANSWERED:
        at += 1
    opening = 1 + (phrase.word_before() in ("against", "to"))
    return tokens.word(at).lower() in _ANSWERED and phrase.word_before(opening) in _ANSWERING


def _ends_noun(phrase: Phrase, index: int) -> bool:
    word = phrase.tokens.word(index).lower()
    if phrase.tokens.symbol(index) not in ("WORD", "NAME", "COUNTED", "HYPHEN"):
        return True
    takes_object = phrase.tokens.symbol(index + 1) in ("THE", "A")
    return word in _GOING_ON or verbs.form(word) in _FINITE or takes_object


def is_occasion(word: str) -> bool:
    """Tell what is held on a day that was set before it."""
    return word in _OCCASIONS


def is_unforeseen(word: str) -> bool:
    """Tell what has a day only when it has happened: a fire, an arrest."""
    return word in _UNFORESEEN


def is_vote(word: str) -> bool:
    """Tell what people vote in: an election, polls."""
    return word in _VOTES


def has_day(word: str) -> bool:
    """Tell what has a day of its own, set before it or not: a vote, a fire."""
    return word in _OCCASIONS or word in _UNFORESEEN


def is_day_of(phrase: Phrase, occasion: str) -> bool:
    """Tell the day that a sentence gives of an occasion: "Turnout on Sunday", "Sunday's vote".

    Args:
        phrase: The day.
        occasion: A word for what is held on it, such as "vote".
    """
    words = next((words for words in _ALIKE if occasion in words), {occasion})
    tokens = phrase.tokens
    first, last = phrase.first - 1, _end_of_place(phrase)
    reach = 0 if _is_of_report(phrase) else _SENTENCE_REACH
    while phrase.first - first < reach and tokens.symbol(first) not in _ENDS:
        first -= 1
    return any(occasion_at(tokens, at) in words for at in range(first + 1, last + 1))


def _end_of_place(phrase: Phrase) -> int:
    """Return where "on Sunday in the second round of the vote" ends, or some words after a day."""
    tokens, at = phrase.tokens, phrase.last + _MOST_BETWEEN
    if phrase.after() in ("IN", "AT"):
        while at - phrase.last < _PLACE_REACH and tokens.symbol(at) not in (*_ENDS, "COMMA"):
            at += 1
    return at


def _is_of_report(phrase: Phrase) -> bool:
    """Tell the day on which somebody spoke of an occasion: "A vote is near, she said Monday"."""
    return verbs.reports(phrase.word_before(1 + (phrase.before() == "ON")))


def is_happening(word: str) -> bool:
    """Tell what was when it is named by its year: a coup, a trial, a flood; not a law."""
    return word in HAPPENINGS or has_day(word)


def occasion_at(tokens: Tokens, at: int) -> str:
    """Return a word in lower case, with what a hyphen joins to it: "run-off" at "run"."""
    word = tokens.word(at).lower()
    joined = tokens.symbol(at + 1) == "HYPHEN" and tokens.ends[at] == tokens.starts[at + 1]
    return f"{word}-{tokens.word(at + 2).lower()}" if joined else word


def is_called(word: str) -> bool:
    """Tell what "called for a" sets a day for: a rally or a strike."""
    return word in _CALLED or word in _OCCASIONS
