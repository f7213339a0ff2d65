"""The English words that tell when something happens: verbs by form, and words of plans.

Tense is read without a tagger. Closed lists hold the irregular verbs, the auxiliaries
and the verbs that news prose uses in the present for what is on a calendar; any other
word in -ed is a past form.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.tokens import Tokens

_WORDS_KEPT = 16384
_SHORTEST_PAST = 4


class Form(StrEnum):
    """What a word can be in a verb group."""

    NONE = ""
    PAST = "past"
    PARTICIPLE = "participle"
    WAS = "was"
    IS = "is"
    BE = "be"
    BEEN = "been"
    HAD = "had"
    HAVE = "have"
    WILL = "will"
    WOULD = "would"
    MAY = "may"
    DID = "did"
    DO = "do"
    PRESENT = "present"
    PRESENT_OR_NOUN = "present or noun"
    BASE = "base"
    ING = "ing"


DONE = frozenset({Form.PAST, Form.PARTICIPLE})
MODALS = frozenset({Form.WILL, Form.WOULD, Form.MAY})


def _split(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PAST = _split(
    "arose ate awoke beat became began bent bet bid bit blew bled bound bought broke "
    "brought broadcast built burnt burst came cast caught chose clung cost crept cut dealt "
    "drank drew drove dug dwelt fed fell felt fled flew flung forbade foresaw forgot "
    "forgave fought found froze gave got grew heard hid hit held hung hurt kept knelt knew laid "
    "lay leapt learnt led left lent let lit lost made meant met overcame oversaw overthrew "
    "overtook paid put quit ran rang read reran retook rode rose sank sang sat saw sent set "
    "shed shone shook shot showed shrank shut slept slid sold sought spent split spoke "
    "spread sprang spun stole stood stuck struck sued swam swept swore swung taught thought "
    "threw told took tore underwent understood undertook upheld upset wept went withdrew "
    "withheld withstood woke won wore wound wrote said rebuilt resold spelt dreamt lapsed "
    "died bade befell beheld bore forsook foretold mislaid misled misread mistook outbid outdid "
    "outgrew outran outsold outspent overheard overran overrode overspent partook redrew "
    "remade repaid rethought retold rewon rewrote slew slung slunk spat strode strove strung stung "
    "trod undercut underlay underpaid underwrote undid unwound wove wrung"
)
# Past forms that are no participles, so that they describe nothing: "The first took place in May".
_NO_PARTICIPLES = _split(
    "arose ate awoke became began blew broke came chose drank drew drove fell flew foresaw forgot "
    "forgave froze gave grew knew overcame oversaw overthrew overtook ran rang rode rose sank sang "
    "saw shook shrank spoke sprang stole swam swore threw took tore underwent undertook went "
    "withdrew woke wore wrote rewrote befell outdid outgrew outran overran overrode "
    "partook slew strode strove trod underlay underwrote undid wove forbade"
)
_PARTICIPLES = _split(
    "arisen awoken beaten become begun bitten blown borne born broken chosen come done "
    "drawn driven drunk eaten fallen flown forbidden foreseen forgiven forgotten frozen "
    "given gone gotten grown hidden known lain mistaken overcome overseen overtaken "
    "overthrown proven retaken rewritten ridden risen run seen shaken shown shrunk slain "
    "spoken sprung stolen stricken striven sunk sung swollen sworn swum taken thrown torn trodden "
    "undergone undertaken withdrawn woken worn woven written befallen forsaken outgrown hewn mown "
    "overridden overrun redone redrawn strewn underwritten undone outdone sawn sewn shorn sown"
)
_NO_PAST = _split(
    "hundred red bed need feed seed speed breed sacred naked indeed exceed proceed succeed "
    "embed weed deed greed heed reed kindred hatred wicked rugged ragged jagged unmanned "
    "so-called armed unprecedented unrelated wed united alleged limited advanced detailed "
    "mixed sled"
)
_AUXILIARIES = {
    Form.WAS: "was were wasn weren",
    Form.IS: "is are am re m isn aren remains remain stands",
    Form.BE: "be",
    Form.BEEN: "been",
    Form.HAD: "had hadn",
    Form.HAVE: "has have ve hasn haven",
    Form.WILL: "will shall ll wo",
    Form.WOULD: "would could should might wouldn couldn shouldn ought",
    Form.MAY: "may can must cannot",
    Form.DID: "did didn",
    Form.DO: "does do doesn don",
}
# Verbs of calendars and agendas whose forms in -s are no plural nouns.
_BASES = _split(
    "commence adopt arrive attend become begin bring choose close come convene decide decline "
    "deliver depart discuss elect embark end enter examine expire face fall fly gather get "
    "give go hear hold inaugurate join keep kill lead leave let lie lose make meet name "
    "need open pay present preside publish put reach receive reconvene remain replace "
    "resign respond resume retire run see seek sell send sign sit speak start step stop "
    "take tell travel unveil warn win mark lapse consider swear introduce say argue accuse agree "
    "allow announce approve arrest ask ban believe build buy cancel chair charge claim "
    "complete continue criticize cut declare deny detain die dismiss elect enact encourage "
    "establish expand expect fail find fine fire flee free grant grow hand happen help host "
    "include increase intend invite jail know launch lift live look lower merge move "
    "observe occur offer oppose order oust pass pledge postpone prepare promise propose "
    "protest prove pull raise ratify recall recognize reduce refuse register reject release "
    "report require resolve return reveal review rise rule sack score sentence serve set "
    "settle show shut split stand stay storm strike submit suspend tackle target think try "
    "turn uphold urge use veto visit vote vow want withdraw work write finish add adjourn "
    "address advance appear appoint assume award back break call campaign cast celebrate "
    "change collapse commit compete conclude condemn confirm consult debate demand deploy "
    "destroy discuss draw drop explode extend form halt hike implement issue kick land last "
    "lay march negotiate nominate outline outlaw overturn plan play praise press probe push "
    "question quit rally reappear reopen repeal restart rename sail schedule search seize "
    "share sponsor stage struggle study summon test threaten trade train transfer "
    "undergo unite update walk welcome play hope aim head approach near loom brace await debut "
    "premiere tour mature regroup apply hire sue bite oblige compel entitle mean"
)
_NOUNS_TOO = _split(
    "address advance aim award back ban break call campaign cast chair change charge claim close "
    "collapse cut debate decline deal demand draw drop end face fall fine fire form free grant "
    "hand halt help hike hold hope host increase issue kick land last launch lay lead lift look "
    "march mark merge move name need offer order pass plan play pledge praise present press probe "
    "promise protest push question rally reach release report return review rise rule run sack "
    "sail schedule score search sentence set share show sign split stage stand start step stay "
    "stop storm strike struggle study swear target test think trade train transfer turn update use "
    "visit veto vote vow walk want welcome win work build buy find head approach debut tour brace"
)

# What is said, thought or shown now may be of any time; so may what is.
_REPORTING = _split(
    "says say said argues argue claims claim notes note adds estimates estimate believes believe "
    "thinks think knows know recalls remembers shows show reports report alleges allege writes "
    "suggests suggest cites cite blames blame complains insists maintains explains tells reveals "
    "admits denies deny describes concludes acknowledges accuses accuse reads indicates suspects"
)
_REPORTED = _split(
    "said thought believed knew claimed argued noted added feared hoped found showed reported "
    "told admitted denied estimated recalled warned insisted announced learned heard felt saw"
)
_STATES = _split("is are am isn aren remains remain stands has have hasn haven does do doesn don")

# Adjectives and participles that say something is to come, whatever follows.
PLANNED = _split(
    "scheduled slated due expected unlikely planned supposed poised foreseen envisaged envisioned "
    "anticipated upcoming forthcoming impending looming pending projected bound destined "
    "coming eyed timetabled earmarked pencilled penciled proposed tipped likely "
    "await awaits awaited awaiting payable redeemable returnable maturing"
)
# Verbs that say so where "for", "to" or "until" follows them: "set for", "put off until".
PLANNED_FOR = _split(
    "slip slips slipped set called calls fixed moved moves pushed extended adjourned postponed "
    "delayed deferred rescheduled tabled timed brought booked put shifted switched targeted "
    "earmarked committed listed enrolled forecast appointed reserved convened arranged prolonged "
    "lengthened ready prepared prepares prepare going about heading headed preparing preparations "
    "deadline announced summoned summons convoked picked chosen chose certain sure favoured "
    "favored billed fated braced bracing advertised"
)
_NAMING = _split(
    "set sets setting fixed fixes fixing scheduled named names naming picked picks picking chosen "
    "chose choose chooses choosing agreed proposed proposes proposing designated designates "
    "designating earmarked earmarks earmarking selected selects selecting suggested suggests "
    "suggesting appointed reserved"
)
_MOVING = _split(
    "adjourned postponed delayed deferred rescheduled moved put pushed extended shifted switched "
    "prolonged lengthened"
)
# What is set has such an end or beginning: "three days of mourning, to end on Friday".
LASTING = _split("begin close continue end expire finish last open reconvene resume run start")
_GIVING = _split("allowed capped fixed gave given granted sent")
# What they stop until a day is stopped still: "suspended flights until Tuesday".
_STOPPING = _split(
    "banned barred canceled cancelled closed excluded froze remanded ruled shelved shut suspended"
)
# Their gerund is of what is not yet done.
_PROPOSING = _split(
    "advise advises advised consider considers considered considering contemplate contemplates "
    "contemplated contemplating debate debates debated debating discuss discusses discussed "
    "discussing favor favors favored favour favours favoured mull mulls mulled mulling propose "
    "proposes proposed proposing recommend recommends recommended recommending suggest suggests "
    "suggested suggesting urge urges urged weigh weighs weighed weighing"
)
# "Were closed until Tuesday" can be over.
_OPEN_AGAIN = _split("closed shut")
# What begins at the time that they give: "declared three days of mourning, beginning on Friday".
_ANNOUNCING = _split(
    "announced approved called decreed declared imposed introduced ordered proclaimed prolonged "
    "promised reimposed renewed scheduled unveiled"
)
OWNED = _split("his her its their our my your")
_UNTIL_WORDS = _split("for to until till")
# Verbs and nouns with an infinitive of what is not yet done: "plans to", "agreed to".
INTENDING = _split(
    "plan plans planned intend intends intended hope hopes hoped expect expects expected "
    "aim aims aimed want wants wanted vow vows vowed promise promises promised pledge "
    "pledges pledged threaten threatens threatened agree agrees agreed decide decides "
    "decided mean means meant prepare prepares prepared seek seeks sought propose proposes "
    "proposed order orders ordered set due scheduled slated poised supposed likely ready "
    "bound certain sure favoured favored about going wish wishes wished willing eager able "
    "urge urges urged deadline resolve resolves resolved oblige obliges compel compels "
    "named elected chosen hired picked tapped nominated selected "
    "decision agreement offer offers offered invited invitation authorized asked asks told "
    "tells called calls summoned subpoenaed required requires appointed allowed cleared voted "
    "votes vote demanded demands requested requests "
    "planning intending hoping expecting aiming wanting vowing promising pledging threatening "
    "preparing seeking proposing wishing asking offering "
    "appeal appeals appealed appealing beg begs begged begging plead pleads pleaded pled pleading "
    "urging ordering telling instruct instructs instructed instructing advise advises advised "
    "advising warn warns warned warning implore implores implored imploring directed exhorted "
    "exhorts commanded remanded bailed encouraged encourages recommended recommends commit commits"
)


# Nouns with such an infinitive: "rejected a request to hold a rally on Sunday".
OF_INTENT = _split(
    "agreement application approval bid bids call calls consent deal decision decisions demand "
    "demands invitation motion offer pact permission permit petition plan plans pledge promise "
    "proposal proposals request requests threat ultimatum vow"
)
# They say that a text speaks of its own time.
_OF_NOW = re.compile(r"\b(?:will|is|are|has|have|says|say|may|can)\b|[’']s?\sgoing\b")


def present_verbs(tokens: Tokens) -> list[int]:
    """Return which tokens are common verbs in the present or future, in order."""
    return [
        at
        for match in _OF_NOW.finditer(tokens.text)
        if (at := bisect_left(tokens.starts, match.start())) < len(tokens.starts)
    ]


@lru_cache(maxsize=_WORDS_KEPT)
def form(word: str) -> Form:
    """Return what a lower-case word can be in a verb group."""
    for name, words in _AUXILIARIES.items():
        if word in words.split():
            return name
    if word in _PAST:
        return Form.PAST
    if word in _PARTICIPLES:
        return Form.PARTICIPLE
    if word.endswith("ed") and len(word) >= _SHORTEST_PAST and word not in _NO_PAST:
        return Form.PAST
    if word.endswith("ing"):
        return Form.ING
    if word in _BASES:
        return Form.BASE
    base = _singular(word)
    if base in _BASES:
        return Form.PRESENT_OR_NOUN if base in _NOUNS_TOO else Form.PRESENT
    return Form.NONE


def is_base_too(word: str) -> bool:
    """Tell the "come" of "results come out", which is a participle in other places."""
    return word in _PARTICIPLES and word in _BASES


def can_describe(word: str) -> bool:
    """Tell the "broken" of "a broken promise" and "paid" from "broke" and "took"."""
    return word not in _NO_PARTICIPLES


def kind_of_present(verb: str) -> str:
    """Tell what a verb in the present says of its time: a report, a state, or what is to be."""
    words = verb.lower().split()
    if words and words[-1] in _REPORTING:
        return "report in the present"
    if words and words[0] in _STATES:
        return "state in the present"
    return "present tense"


def reports(word: str) -> bool:
    """Tell a verb that a clause can follow without "that": "officials said prices rose"."""
    return word in _REPORTED


def names_thing(word: str) -> bool:
    """Tell whether a base form is a noun as well, such as "vote"."""
    return word in _NOUNS_TOO


def is_planned(word: str, following: str) -> bool:
    """Tell whether a word, with the one after it, says that something is to come."""
    if word in _MOVING and following == "from":
        return True
    agreed = word == "agreed" and following == "for"
    return agreed or word in PLANNED or (word in PLANNED_FOR and following in _UNTIL_WORDS)


def sets_time(verb: str) -> bool:
    """Tell whether a verb sets something for a time: "fixed a ballot for Jan. 18"."""
    last = verb.lower().rpartition(" ")[2]
    return last in PLANNED or last in PLANNED_FOR


def moves_time(verb: str) -> bool:
    """Tell whether a verb gives something a new time, which stands: "postponed until"."""
    return verb.lower().rpartition(" ")[2] in _MOVING


def gives_time(verb: str) -> bool:
    """Tell a verb that gives time: "gave them until Sunday", "sent home until July 1"."""
    return verb.lower().rpartition(" ")[2] in _GIVING


def proposes(word: str) -> bool:
    """Tell whether what a verb is followed by is yet to be done: "recommended closing it"."""
    return word in _PROPOSING


def stops(verb: str) -> bool:
    """Tell whether a verb stops something for a time: "suspended flights until Tuesday"."""
    words = verb.lower().split() or [""]
    over = words[0] in ("was", "were") and words[-1] in _OPEN_AGAIN
    return words[-1] in _STOPPING and not over


def announces(verb: str) -> bool:
    """Tell whether a verb tells of what will begin: "ordered a curfew, starting Friday"."""
    return verb.lower().rpartition(" ")[2] in _ANNOUNCING


def names_time(verb: str) -> bool:
    """Tell whether a verb has a time as its object: "set Nov. 10 as the deadline"."""
    return verb.lower().rpartition(" ")[2] in _NAMING


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("shes", "ches", "sses", "xes", "oes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else ""
