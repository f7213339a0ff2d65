from __future__ import annotations

import datetime as dt
import pickle
import random
import re
import time
from functools import cache

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from kztimeline.dates import edtf as dates
from kztimeline.query import (
    EVERYTHING,
    FIELDS,
    And,
    Certainty,
    FieldTerm,
    Index,
    Not,
    Or,
    Query,
    QueryError,
    Term,
    all_of,
    any_of,
    complete,
    parse_query,
    without_field,
)
from kztimeline.query.fields import Value, resolve_value
from kztimeline.query.laid_out.date_columns import SortedNumbers, sorted_numbers
from kztimeline.session.state.kept_index import prepared_index_of
from kztimeline.timeline.model import (
    Actor,
    Claim,
    Document,
    Era,
    Event,
    Link,
    Source,
    Timeline,
    Topic,
    Track,
)
from tests import word_rule
from tests.build import build_event, build_timeline

TRACKS = (
    Track(id="politics", name="Kazakhstan", letter="K"),
    Track(id="us", name="United States", letter="U"),
)
TOPICS = (
    Topic(id="elections", name="elections", letter="E"),
    Topic(id="human-rights", name="human rights", letter="H"),
    Topic(id="energy-trade", name="energy and trade", letter="T"),
)
ERAS = (
    Era(id="first-term", name="First term", kind="presidency", date=dates.parse("1991/1999")),
    Era(id="obama", name="Obama", kind="administration", date=dates.parse("2009-01-20/2017-01-20")),
)
ACTORS = (
    Actor(id="hillary-clinton", name="Hillary Clinton", kind="person", other_names=("Rodham",)),
    Actor(id="bill-clinton", name="Bill Clinton", kind="person"),
    Actor(id="kazykhanov", name="Yerzhan Kazykhanov", kind="person"),
    Actor(id="osce", name="OSCE", kind="body", other_names=("Organisation for Sécurité",)),
)
SOURCES = (
    Source(id="001", title="A speech in Astana", publisher="Eurasia Review"),
    Source(id="nyt-2005", title="Pipelines", publisher="The New York Times"),
    Source(id="state-2012", title="Remarks", publisher="Department of State"),
)
DOCUMENT = Document(
    id="001",
    file="001.txt",
    sha256="0",
    characters=1,
    title="A speech in Astana",
    publisher="Eurasia Review",
    issued=dates.parse("2012-02-03"),
    issued_basis="printed",
    character="report",
    language="en",
)


def event(
    id_: str,
    date: str,
    title: str = "Something happens",
    *,
    sources: tuple[str, ...] = ("nyt-2005",),
    track: str = "politics",
    topics: tuple[str, ...] = ("elections",),
    importance: int = 2,
    summary: str = "Nothing more.",
    **more: object,
) -> Event:
    return build_event(
        id_,
        date,
        title,
        track=track,
        topics=topics,
        summary=summary,
        importance=importance,
        sources=sources,
        **more,
    )


def timeline(*events: Event) -> Timeline:
    return build_timeline(
        events,
        tracks=TRACKS,
        topics=TOPICS,
        eras=ERAS,
        actors=ACTORS,
        sources=SOURCES,
        documents=(DOCUMENT,),
    )


SMALL = timeline(
    event("independence", "1991-12-16", "Parliament declares independence", importance=1),
    event(
        "pipeline-talks",
        "1997~",
        "Talks on a Caspian pipeline",
        track="us",
        topics=("energy-trade",),
        actors=("bill-clinton",),
        note="Café minutes",
    ),
    event(
        "zhanaozen",
        "2011-12-16/2011-12-17",
        "Police fire on strikers in Zhanaozen",
        place="Zhanaozen",
        topics=("human-rights",),
        importance=1,
        disputed=(Claim(by="Prosecutor", claim="sixteen died", source="state-2012"),),
    ),
    event("vote", "2012-01-15", "Mazhilis election", importance=3, topics=("elections",)),
    event(
        "meeting",
        "2012-02-01",
        "Clinton presses Kazykhanov on the rule of law",
        sources=("001", "state-2012"),
        track="us",
        topics=("human-rights",),
        actors=("hillary-clinton", "kazykhanov"),
        inference="the year is that of publication",
        links=(Link(to="zhanaozen", kind="responds_to", basis="the text says so"),),
    ),
    event("sometime", "2012", "An undated law", attributed_to="An opponent"),
    event("state", "2015/..", "Membership holds", actors=("osce",)),
    event("doubt", "2020-05?", "A doubtful visit"),
)
INDEX = Index(SMALL)


def found(text: str) -> list[str]:
    """Ids of the matching events; with a ? behind those that only possibly match."""
    matches = INDEX.run(parse_query(text, SMALL))
    return [
        SMALL.events[at].id + ("" if matches.certainty(at) is Certainty.CERTAIN else "?")
        for at in matches.positions
    ]


ALL = [e.id for e in SMALL.events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ALL),
        ("  ", ALL),
        ("zhanaozen", ["zhanaozen"]),
        ("ZHANA", ["zhanaozen"]),
        ('"rule of law"', ["meeting"]),
        ("law rule", ["meeting"]),
        ('"law rule"', []),
        ("undated or independence", ["independence", "sometime"]),
        ("undated OR independence", ["independence", "sometime"]),
        ("clinton talks or mazhilis", ["pipeline-talks", "vote"]),
        ("clinton (talks or rule)", ["pipeline-talks", "meeting"]),
        ("clinton -talks", ["meeting"]),
        ("clinton -(talks or rule)", []),
        ("--talks", ["pipeline-talks"]),
        ("rodham", ["meeting"]),
        ("securite", ["state"]),
        ("cafe", ["pipeline-talks"]),
        ("eurasia", ["meeting"]),
        ("publication", ["meeting"]),
        ('"sixteen died"', ["zhanaozen"]),
        ("opponent", ["sometime"]),
        ('"energy and"', ["pipeline-talks"]),
        ("topic:human-rights", ["zhanaozen", "meeting"]),
        ('topic:"human rights"', ["zhanaozen", "meeting"]),
        ("topic:human-rights,energy-trade", ["pipeline-talks", "zhanaozen", "meeting"]),
        ("-topic:elections", ["pipeline-talks", "zhanaozen", "meeting"]),
        ("track:us", ["pipeline-talks", "meeting"]),
        ('track:"united states"', ["pipeline-talks", "meeting"]),
        ("actor:clinton", ["pipeline-talks", "meeting"]),
        ("actor:bill-clinton", ["pipeline-talks"]),
        ("actor:RODHAM", ["meeting"]),
        ("actor:kazy", ["meeting"]),
        ('actor:"for securite"', ["state"]),
        ("source:001", ["meeting"]),
        ("source:nyt", [i for i in ALL if i != "meeting"]),
        ("source:state", ["zhanaozen", "meeting"]),
        ("source:eurasia", ["meeting"]),
        ("origin:seed", ["meeting"]),
        ("origin:reference", [i for i in ALL if i != "meeting"]),
        ("importance:1", ["independence", "zhanaozen"]),
        ("importance:2.. -importance:2", ["vote"]),
        ("importance:..1,3", ["independence", "zhanaozen", "vote"]),
        ("importance:<2", ["independence", "zhanaozen"]),
        ("importance:>=2 -importance:2", ["vote"]),
        ("place:zhanaozen", ["zhanaozen"]),
        ("id:vote,doubt", ["vote", "doubt"]),
        ("id:pipeline", ["pipeline-talks"]),
        ("id:nowhere", []),
        ("link:responds_to", ["meeting"]),
        ("link:responds-to", ["meeting"]),
        ("link:leads_to", []),
        ("is:disputed", ["zhanaozen"]),
        ("is:inferred", ["meeting"]),
        ("is:attributed", ["sometime"]),
        ("is:approximate", ["pipeline-talks"]),
        ("is:uncertain", ["doubt"]),
        ("is:interval", ["zhanaozen", "state"]),
        ("in:2012", ["sometime", "vote", "meeting"]),
        ("in:2012-02", ["sometime?", "meeting"]),
        ("in:2011-12-17..2012-01", ["zhanaozen", "sometime?", "vote"]),
        ("-in:2012-02", [i + "?" * (i == "sometime") for i in ALL if i != "meeting"]),
        ("in:1997", ["pipeline-talks?"]),
        ("in:..1999", ["independence", "pipeline-talks?"]),
        ("in:2020", ["state", "doubt?"]),
        ("in:2015-06", ["state?"]),
        ("in:1991,1997", ["independence", "pipeline-talks?"]),
        ("after:2012-02-01", ["sometime?", "state", "doubt?"]),
        ("after:2011", ["sometime", "vote", "meeting", "state", "doubt?"]),
        ("before:1997", ["independence"]),
        ("before:1998", ["independence", "pipeline-talks?"]),
        ("before:2012-02", ["independence", "pipeline-talks?", "zhanaozen", "sometime?", "vote"]),
        ("era:obama", ["zhanaozen", "sometime", "vote", "meeting", "state"]),
        ("era:term", ["independence", "pipeline-talks?"]),
        ("Topic:elections in:1991", ["independence"]),
    ],
)
def test_what_a_query_finds(text: str, expected: list[str]) -> None:
    order = {id_: at for at, id_ in enumerate(ALL)}
    assert found(text) == sorted(expected, key=lambda id_: order[id_.rstrip("?")])


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("“rule of law”", '"rule of law"'),
        ("„rule of law“", '"rule of law"'),
        ("„rule of law”", '"rule of law"'),
        ("”rule of law”", '"rule of law"'),
        ("«rule of law»", '"rule of law"'),
        ("»rule of law«", '"rule of law"'),
        ("‹rule of law›", '"rule of law"'),
        ("‘rule of law’", '"rule of law"'),
        ("'rule of law'", '"rule of law"'),
        ('“rule of law"', '"rule of law"'),
        ('"rule of law”', '"rule of law"'),
        ("“people’s party” or “b”", '"people’s party" or "b"'),
        ("‘people’s party’", '"people’s party"'),
        ('"say ""so"""', '"say ""so"""'),
        ("topic:“human rights”", 'topic:"human rights"'),
        ("topic:elections,«human rights»", 'topic:elections,"human rights"'),
        ("topic:'human rights'", 'topic:"human rights"'),
        ("-«rule of law»", '-"rule of law"'),
        ("–law —rule −order", "-law -rule -order"),
        ("law“rule”", 'law "rule"'),
        ("kazakhstan's", "kazakhstan's"),
        ("kazakhstan’s lawyers’", "kazakhstan’s lawyers’"),
        ("'law", "law"),
        ("law'", "law'"),
        ("’tis 'a 'b", "’tis a b"),
        ("'a' law", '"a" law'),
        ("'90s and '00s", "90s 00s"),
        ("rule and law", "rule law"),
        ("rule AND law or order", "rule law or order"),
        ("(rule and law)", "rule law"),
        ("and-so notes", "and-so notes"),
        ("not", "not"),
        ("rule not", "rule not"),
        ("law or not", "law or not"),
        ("law!", "law!"),
        ("'or", '"or"'),
    ],
)
def test_quotes_and_signs_of_every_kind(text: str, canonical: str) -> None:
    assert parse_query(text) == parse_query(canonical)
    if canonical not in {"not", "rule not", "law or not"}:
        assert str(parse_query(text)) == canonical


@pytest.mark.parametrize("text", ["not", "law not"])
def test_a_word_is_no_sign_where_nothing_follows(text: str) -> None:
    assert Term("not", whole=True) in (parse_query(text), *getattr(parse_query(text), "parts", ()))


def test_matches_tell_counts_and_certainty() -> None:
    matches = INDEX.run(parse_query("in:2012-02"))
    assert len(matches) == 2
    assert matches.certain_count == 1
    assert matches.certainty(0) is Certainty.NO


# Each line: a query with the faulty stretch in [], a word of the problem, of the remedy.
FAULTS = """
["rule of law]             | quote is not closed  | add a closing "
[“rule of law]             | quote is not closed  | add a closing ”
[«rule of law]             | quote is not closed  | add a closing »
topic:[„human rights]      | quote is not closed  | add a closing “
law [(]rule                | not closed           | add a closing )
rule[)] law                | closes nothing       | remove
[()]                       | empty                | in them
[or] law                   | on its left          | a or b
law [or]                   | on its right         | a or b
law [or] or rule           | on its right         | a or b
law or ([or] rule)         | on its left          | a or b
[and] law                  | on its left          | a and b
law [and]                  | on its right         | a and b
law [and] or rule          | on its right         | a and b
law [(]                    | not closed           | add a closing )
law [-])                   | minus sign           | -word
[-]or                      | minus sign           | -word
[)]                        | closes nothing       | remove
(law [or])                 | on its right         | a or b
[-] law                    | minus sign           | -word
law [-]                    | minus sign           | -word
law [–]                    | minus sign           | -word
[""]                       | nothing to search    | word
[...]                      | nothing to search    | word
law [|] rule               | '|' is not a word       | did you mean or?
law [!] rule               | nothing to search    | write a word
law [&] rule               | '&' is not a word       | leave it out
[not clinton]              | 'not' leaves nothing | did you mean -clinton?
law [NOT clinton] rule     | 'NOT' leaves nothing | did you mean -clinton?
law and [not (a or b)] c   | 'not' leaves nothing | did you mean -(a or b)?
[not topic:elections]      | 'not' leaves nothing | did you mean -topic:elections?
[!clinton]                 | '!' leaves nothing   | did you mean -clinton?
[topci:]elections          | unknown field topci: | did you mean topic:?
[xyzzyx:]elections         | unknown field        | put quotes
[http:]//example.org       | unknown field        | put quotes
[on:]2012                  | unknown field on:    | dates: in:
[since:]2012               | unknown field since: | dates: in:
[person:]clinton           | unknown field        | did you mean actor:?
law [topic:]               | topic: has no value  | topic:elections
[topic:elections,]         | after the comma      | topic:elections
topic:[electoins]          | unknown value topic:electoins | did you mean elections?
topic:elections,[rihgts]   | unknown value topic:rihgts    | did you mean human-rights?
topic:[zzz]                | unknown value topic:zzz       | use elections
track:[usa]                | unknown value track:usa       | did you mean us?
actor:[clintn]             | unknown value actor:clintn    | did you mean hillary-clinton or bill-
source:[eurasa]            | unknown value source:eurasa   | did you mean 001?
era:[obame]                | unknown value era:obame       | did you mean obama?
origin:[seeds]             | unknown value origin:seeds    | did you mean seed?
importance:[4]             | unknown value importance:4    | 1..2
importance:[..]            | unknown value importance:..   | 1..2
importance:[1..9]          | unknown value importance:1..9 | 1..2
importance:[<1]            | unknown value importance:<1   | 1..2
importance:[>=4]           | unknown value importance:>=4  | 1..2
link:[follows]             | unknown value link:follows    | use responds_to
is:[dispted]               | unknown value is:dispted      | did you mean disputed?
is:[foo]                   | unknown value is:foo          | use disputed, inferred, attributed
in:[2012-13]               | no month 13          | 01 to 12
in:2012,[2013-02-29]       | has 28 days          | 01 to 28
in:[..]                    | open at both ends    | one date
after:[2014..2012]         | before it begins     | 2012/2014
before:["31 feb 2012"]     | '31 feb 2012': February 2012 has 29 days | a day from 01 to 29
""".strip().splitlines()


@pytest.mark.parametrize("line", FAULTS, ids=lambda line: line[:26].strip())
def test_a_mistake_is_pointed_at(line: str) -> None:
    marked, problem, remedy = (part.strip() for part in re.split(r" \|(?= )", line))
    before, _, rest = marked.partition("[")
    faulty, _, after = rest.partition("]")
    with pytest.raises(QueryError) as caught:
        parse_query(before + faulty + after, SMALL)
    error = caught.value
    assert problem in error.problem
    assert remedy in error.remedy
    assert (error.start, error.end) == (len(before), len(before + faulty))


def test_deep_nesting_is_refused_and_not_a_crash() -> None:
    for text in ("(" * 100_000, "-" * 100_000 + "a", "(" * 5000 + "a" + ")" * 5000):
        with pytest.raises(QueryError, match="nested too deeply"):
            parse_query(text)


def test_words_before_it_make_no_room_for_a_deeper_query() -> None:
    text = "word " * 200 + "(" * 200 + "word" + ")" * 200
    with pytest.raises(QueryError, match="nested too deeply"):
        parse_query(text)


def test_every_letter_may_stand_in_a_word() -> None:
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    assert parse_query(" ".join(f"x{letter}x" for letter in letters)) == And(
        tuple(Term(f"x{letter}x") for letter in letters)
    )


def test_a_bound_among_many_days_is_found_without_a_scan() -> None:
    dice = random.Random(7)
    for size in (1, 5, 300, 1500):
        numbers = [dice.randint(0, 400) for _ in range(size)]
        column = SortedNumbers(
            {name: memoryview(part) for name, part in sorted_numbers("n", numbers).items()}, "n"
        )
        for bound in (-1, 0, 57, 199, 200, 399, 400, 401):
            below = sum(1 << at for at, number in enumerate(numbers) if number <= bound)
            assert column.at_most(bound) == below
            above = sum(1 << at for at, number in enumerate(numbers) if number >= bound)
            assert column.at_least(bound) == above


def test_query_error_survives_pickling() -> None:
    with pytest.raises(QueryError) as caught:
        parse_query("law or")
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (str(copy), copy.start, copy.end) == (str(caught.value), 4, 6)


@given(st.text(alphabet='ab-:"() ,.or12topicn\u0301“”«»’‘–!', max_size=20) | st.text(max_size=12))
@example("topic:")
@example('a"b"c')
def test_any_text_parses_to_its_canonical_form_or_is_pointed_at(text: str) -> None:
    try:
        query = parse_query(text)
    except QueryError as error:
        fault = error
    else:
        assert parse_query(str(query)) == query
        assert hash(parse_query(str(query))) == hash(query)
        return
    assert 0 <= fault.start < fault.end <= len(text)
    assert fault.problem
    assert fault.remedy


WORDS = ["law", "Clinton", "é", "some", "a", "a-b", "LAW", "Éa", "ru", "clinton's", "Клинтон"]
PHRASES = ["or", "and", "not", "-a", "a b", 'say "so"', "“so”", "topic:x", "rule of", "'so'", "!so"]
FIELD_VALUES = {
    "topic": ["elections", "human-rights", "energy"],
    "track": ["us", "politics"],
    "actor": ["clinton", "osce", "Rodham"],
    "in": ["2012", "2011-12..2012-02", "1997~", "199X", "..2000", "2013/..", "2012-01-15"],
    "after": ["2012", "1997", "2011-12-16"],
    "before": ["2012-02", "1998", "2013-01-01"],
    "era": ["obama", "first-term"],
    "origin": ["seed", "reference"],
    "source": ["001", "nyt", "state-2012"],
    "importance": ["1", "2..", "1..3"],
    "place": ["Astana", "a b,c"],
    "id": ["e1", "e3"],
    "link": ["responds_to"],
    "is": ["interval", "approximate", "uncertain", "disputed", "inferred"],
}
FIELD_TERMS = st.sampled_from(sorted(FIELD_VALUES)).flatmap(
    lambda field: st.lists(
        st.sampled_from(FIELD_VALUES[field]), min_size=1, max_size=2, unique=True
    ).map(lambda values: FieldTerm(field, tuple(values)))
)
TERMS = (
    st.sampled_from(WORDS).map(Term)
    | st.sampled_from([*WORDS, *PHRASES]).map(lambda text: Term(text, whole=True))
    | FIELD_TERMS
)


def _larger(queries: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    several = st.lists(queries, min_size=2, max_size=3)
    return (
        queries.map(Not)
        | several.map(lambda parts: all_of(*parts))
        | several.map(lambda parts: any_of(*parts))
    )


QUERIES: st.SearchStrategy[Query] = st.recursive(TERMS, _larger, max_leaves=6)

POINTS = st.builds(
    lambda year, month, day, form: form.format(year=year, month=month, day=day),
    st.sampled_from([1997, 2011, 2012, 2013]),
    st.integers(1, 12),
    st.integers(1, 28),
    st.sampled_from(["{year}", "{year}-{month:02}", "{year}-{month:02}-{day:02}", "199X"]),
)
QUALIFIED = st.builds(str.__add__, POINTS, st.sampled_from(["", "", "", "~", "?", "%"]))


@st.composite
def event_dates(draw: st.DrawFn) -> str:
    start, end = draw(QUALIFIED), draw(QUALIFIED)
    shape = draw(st.sampled_from(["{0}", "{0}", "{0}/{1}", "{0}/..", "../{0}"]))
    text = shape.format(start, end)
    try:
        dates.parse(text)
    except dates.DateError:
        assume(False)
    return text


def few_of(values: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    events = [
        event(
            f"e{number}",
            draw(event_dates()),
            draw(st.sampled_from(["The rule of LAW", "Something", "Éa b", 'They say "so"'])),
            track=draw(st.sampled_from(["us", "politics"])),
            topics=tuple(draw(few_of([topic.id for topic in TOPICS]))) or ("elections",),
            importance=draw(st.integers(1, 3)),
            sources=tuple(draw(few_of([source.id for source in SOURCES]))) or ("001",),
            actors=tuple(draw(few_of([actor.id for actor in ACTORS]))),
            place=draw(st.sampled_from([None, "Astana", "A b,c"])),
            inference=draw(st.sampled_from([None, "so it seems"])),
            disputed=draw(st.sampled_from([(), (Claim(by="x", claim="-a", source="001"),)])),
            links=draw(st.sampled_from([(), SMALL.event("meeting").links])),
        )
        for number in range(draw(st.integers(0, 5)))
    ]
    return timeline(*events)


def brute(query: Query, whole: Timeline, at: Event) -> Certainty:
    """What a query says of one event, straight from the definition."""
    match query:
        case And(parts):
            return min((brute(part, whole, at) for part in parts), default=Certainty.CERTAIN)
        case Or(parts):
            return max(brute(part, whole, at) for part in parts)
        case Not(part):
            return Certainty(2 - brute(part, whole, at))
        case Term(text, quoted):
            every = [texts_of(whole, event) for event in whole.events]
            found = word_rule.holding(text, quoted, every, rows_of(whole))
            return sure(found[whole.positions_by_id[at.id]])
        case FieldTerm(field, values):
            return max(brute_value(field, value, whole, at) for value in values)
    raise AssertionError(query)


def sure(holds: bool) -> Certainty:
    return Certainty.CERTAIN if holds else Certainty.NO


def rows_of(whole: Timeline) -> list[list[str]]:
    """The texts of a timeline, those of each event, actor, topic and source apart."""
    return [
        *(own_texts_of(at) for at in whole.events),
        *([actor.name, *actor.other_names] for actor in whole.actors),
        *([topic.name] for topic in whole.topics),
        *([source.title, source.publisher] for source in whole.sources),
    ]


def own_texts_of(at: Event) -> list[str]:
    texts = [at.title, at.summary, at.place, at.note, at.inference, at.attributed_to]
    texts += [text for claim in at.disputed for text in (claim.by, claim.claim)]
    return list(filter(None, texts))


def texts_of(whole: Timeline, at: Event) -> list[str]:
    texts = own_texts_of(at)
    for actor_id in at.actors:
        texts += [whole.actors_by_id[actor_id].name, *whole.actors_by_id[actor_id].other_names]
    texts += [whole.topics_by_id[topic_id].name for topic_id in at.topics]
    named = [cited.source for cited in at.sources] + [claim.source for claim in at.disputed]
    for source_id in dict.fromkeys(named):
        source = whole.sources_by_id[source_id]
        texts += [source.title, source.publisher]
    return texts


NAMED = {
    "topic": {"energy": {"energy-trade"}},
    "actor": {
        "clinton": {"hillary-clinton", "bill-clinton"},
        "Rodham": {"hillary-clinton"},
    },
    "source": {"nyt": {"nyt-2005"}},
}


def brute_value(field: str, value: str, whole: Timeline, at: Event) -> Certainty:
    if field in {"in", "after", "before"}:
        return brute_date(field, value, at.date)
    if field == "era":
        return brute_date("in", next(era.date.text for era in ERAS if era.id == value), at.date)
    if field == "place":
        return sure(word_rule.Rule().stands_in(value, at.place or ""))
    if field == "importance":
        levels = {"1": {1}, "2..": {2, 3}, "1..3": {1, 2, 3}}[value]
        return sure(at.importance in levels)
    if field == "is":
        kinds = {
            "interval": at.date.is_interval,
            "approximate": at.date.qualifier in ("~", "%"),
            "uncertain": at.date.qualifier in ("?", "%"),
            "disputed": bool(at.disputed),
            "inferred": at.inference is not None,
        }
        return sure(kinds[value])
    had: dict[str, set[str]] = {
        "topic": set(at.topics),
        "track": {at.track},
        "actor": set(at.actors),
        "source": {c.source for c in at.sources} | {c.source for c in at.disputed},
        "origin": {whole.origin(at)},
        "id": {at.id},
        "link": {link.kind for link in at.links},
    }
    return sure(bool(had[field] & NAMED.get(field, {}).get(value, {value})))


def brute_date(field: str, value: str, date: dates.Date) -> Certainty:
    asked = dates.parse(value if "/" in value or ".." not in value else range_as_interval(value))
    blurred = bool(date.qualifier)
    if field == "in":
        span = date.certain_days if date.start else None
        if span and dates_meet(span, (asked.earliest, asked.latest)):
            return Certainty.CERTAIN
        if date.start is None and not blurred and asked.contains(ending(date)):
            return Certainty.CERTAIN
        if asked.contains(date) and not blurred:
            return Certainty.CERTAIN
        return Certainty.POSSIBLE if asked.overlaps(date) else Certainty.NO
    end = date.start if field == "after" else date.end
    if end is None:
        return Certainty.NO
    if field == "after":
        assert asked.latest is not None
        last_start = min(end.latest, date.latest or end.latest)
        surely, maybe = end.earliest > asked.latest, last_start > asked.latest
    else:
        assert asked.earliest is not None
        first_end = max(end.earliest, date.earliest or end.earliest)
        surely, maybe = end.latest < asked.earliest, first_end < asked.earliest
    if surely and not end.qualifier:
        return Certainty.CERTAIN
    return Certainty.POSSIBLE if maybe else Certainty.NO


def ending(date: dates.Date) -> dates.Date:
    """The end of what has no known start: a period that holds each day it may be has it."""
    return dates.parse(date.text.rpartition("/")[2])


def range_as_interval(value: str) -> str:
    start, end = value.split("..")
    return f"{start or '..'}/{end or '..'}"


Days = tuple[dt.date | None, dt.date | None]
"""A first and a last day, each None where it is open."""


def dates_meet(a: Days, b: Days) -> bool:
    starts_first = a[0] is None or b[1] is None or a[0] <= b[1]
    return starts_first and (a[1] is None or b[0] is None or b[0] <= a[1])


@given(QUERIES, timelines())
def test_an_index_finds_what_the_definition_says(query: Query, whole: Timeline) -> None:
    matches = Index(whole).run(query)
    expected = [brute(query, whole, at) for at in whole.events]
    assert [matches.certainty(at) for at in range(len(whole.events))] == expected
    assert list(matches.positions) == [at for at, c in enumerate(expected) if c]
    assert matches.certain_count == expected.count(Certainty.CERTAIN)


@given(QUERIES)
def test_a_query_is_what_its_text_parses_to(query: Query) -> None:
    assert parse_query(str(query)) == query


@given(QUERIES, QUERIES, QUERIES)
def test_laws_of_and_or_not(a: Query, b: Query, c: Query) -> None:
    def marks(query: Query) -> tuple[int, int]:
        return INDEX.run(query).answer

    assert marks(all_of(a, b)) == marks(all_of(b, a))
    assert marks(any_of(a, b)) == marks(any_of(b, a))
    assert marks(Not(Not(a))) == marks(a)
    assert marks(Not(all_of(a, b))) == marks(any_of(Not(a), Not(b)))
    assert marks(Not(any_of(a, b))) == marks(all_of(Not(a), Not(b)))
    assert marks(all_of(a, any_of(b, c))) == marks(any_of(all_of(a, b), all_of(a, c)))
    assert marks(any_of(a, all_of(b, c))) == marks(all_of(any_of(a, b), any_of(a, c)))
    assert marks(all_of(a, EVERYTHING)) == marks(a)
    assert marks(any_of(a, EVERYTHING)) == marks(EVERYTHING)


@given(timelines(), st.lists(st.sampled_from(WORDS), max_size=3), st.booleans())
def test_an_index_answers_the_same_whatever_was_asked_before(
    whole: Timeline, words: list[str], in_quotes: bool
) -> None:
    used = Index(whole)
    for word in words:
        for length in range(1, len(word) + 1):
            term = Term(word[:length], whole=in_quotes)
            assert used.run(term) == Index(whole).run(term)


@pytest.mark.parametrize("field", ["topic", "track", "actor", "era", "origin", "importance"])
@given(QUERIES)
def test_counts_are_what_each_value_would_leave(field: str, query: Query) -> None:
    counts = INDEX.counts(query, field)
    for value, count in counts.items():
        assert count == len(INDEX.run(all_of(query, FieldTerm(field, (value,)))))


def test_counts_name_every_value_in_the_timelines_order() -> None:
    assert INDEX.counts(parse_query("in:2012-02-01"), "topic") == {
        "elections": 1,
        "human-rights": 1,
        "energy-trade": 0,
    }
    assert list(INDEX.counts(EVERYTHING, "source")) == [source.id for source in SOURCES]
    assert INDEX.counts(EVERYTHING, "importance") == {"1": 2, "2": 5, "3": 1}


def test_a_facet_is_taken_out_and_put_in() -> None:
    query = parse_query("law topic:elections -topic:human-rights (topic:energy or us)")
    bare = without_field(query, "topic")
    assert str(bare) == "law (topic:energy or us)"
    chosen = all_of(bare, FieldTerm("topic", ("elections", "a b")))
    assert str(chosen) == 'law (topic:energy or us) topic:elections,"a b"'
    assert without_field(parse_query("topic:elections"), "topic") == EVERYTHING


@given(QUERIES)
def test_an_empty_timeline_answers_nothing(query: Query) -> None:
    assert len(Index(timeline()).run(query)) == 0


def offered(text: str) -> list[str]:
    """The texts that the completions at the bar in `text` would make."""
    cursor = text.index("|")
    bare = text.replace("|", "")
    return [bare[: c.start] + c.replacement + bare[c.end :] for c in complete(bare, cursor, SMALL)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("to|", ["topic:"]),
        ("law -to|", ["law -topic:"]),
        ("(to|)", ["(topic:)"]),
        ("topic:|", ["topic:elections", "topic:human-rights", "topic:energy-trade"]),
        ("topic:ri|", ["topic:human-rights"]),
        ("topic:elections,en|", ["topic:elections,energy-trade"]),
        ("topic:el|,energy-trade law", ["topic:elections,energy-trade law"]),
        ("topic:ele|ctions", ["topic:elections"]),
        ("to|pic:elections", ["topic:elections"]),
        ("actor:clin|", ["actor:hillary-clinton", "actor:bill-clinton"]),
        ('actor:"hillary cl|', ["actor:hillary-clinton"]),
        ("Clin|", ["actor:hillary-clinton", "actor:bill-clinton"]),
        ("actor:secu|", ["actor:osce"]),
        ("us|", ["track:us"]),
        ("topic:r|", ["topic:human-rights"]),
        ("hu|", ["topic:human-rights"]),
        ("law us|", ["law track:us"]),
        ("energy-trade|", ["topic:energy-trade"]),
        ("is:un|", ["is:uncertain"]),
        ("link:re|", ["link:responds_to", "link:reverses"]),
        ("origin:|", ["origin:seed", "origin:reference"]),
        ("source:eur|", ["source:001"]),
        ("topic:xyz|", []),
        ("nofield:x|", []),
        ('"rule of|', []),
    ],
)
def test_completion(text: str, first: list[str]) -> None:
    found = offered(text)
    assert found[: len(first)] == first
    if not first:
        assert found == []


def test_an_empty_bar_is_offered_every_field() -> None:
    assert offered("|") == [f"{field}:" for field in FIELDS]
    assert offered("law |") == [f"law {field}:" for field in FIELDS]


@given(st.text(alphabet='topicareus:,"- ()clin', max_size=12), st.data())
def test_a_completed_value_is_a_query(text: str, data: st.DataObject) -> None:
    cursor = data.draw(st.integers(0, len(text)))
    for completion in complete(text, cursor, SMALL):
        assert 0 <= completion.start <= cursor <= completion.end <= len(text)
        assert completion.label
        if re.fullmatch(r"\w+:.+", completion.replacement):
            parse_query(completion.replacement, SMALL)


@pytest.mark.parametrize("name", FIELDS)
def test_the_example_of_each_field_is_a_query(name: str) -> None:
    query = parse_query(FIELDS[name].example)
    assert isinstance(query, FieldTerm)
    assert query.field == name


def test_ids_of_the_shown_timeline_are_always_accepted() -> None:
    for field in ("topic", "track", "actor", "era", "source", "origin", "importance"):
        for value in INDEX.counts(EVERYTHING, field):
            parse_query(f"{field}:{value}", SMALL)


@cache
def large_timeline(size: int) -> Timeline:
    chosen = random.Random(0)
    syllables = [a + b for a in ("ka", "zo", "mi", "tre", "sha") for b in ("len", "rov", "ti")]
    words = [a + b for a in syllables for b in syllables]

    def text(count: int) -> str:
        return " ".join(chosen.choices(words, k=count))

    def date() -> str:
        year, month, day = chosen.randint(1991, 2023), chosen.randint(1, 12), chosen.randint(1, 28)
        forms = (f"{year}-{month:02}-{day:02}", f"{year}-{month:02}", f"{year}", f"{year}~")
        return chosen.choice((*forms, f"{year}/{year + 1}"))

    return timeline(
        *(
            event(
                f"e{number}",
                date(),
                text(6),
                summary=text(30),
                track=chosen.choice(("us", "politics")),
                topics=(chosen.choice(TOPICS).id,),
                actors=(chosen.choice(ACTORS).id,),
            )
            for number in range(size)
        )
    )


def seconds(index: Index, text: str) -> float:
    start = time.perf_counter()
    index.run(parse_query(text))
    return time.perf_counter() - start


@pytest.mark.slow
def test_a_hundred_thousand_events_are_filtered_within_a_few_scans() -> None:
    """Held against one plain pass over the summaries, so that the machine does not matter."""
    whole = large_timeline(100_000)
    index = prepared_index_of(whole)

    def scan() -> float:
        start = time.perf_counter()
        _ = [at for at, e in enumerate(whole.events) if "zhanaozen" in e.summary]
        return time.perf_counter() - start

    plain_pass = min(scan() for _ in range(5))
    assert seconds(index, "zhanaozen") < 8 * plain_pass
    assert seconds(index, "topic:elections") < 4 * plain_pass
    assert seconds(index, "in:2011-12..2012-02") < 4 * plain_pass
    assert seconds(index, "shalen track:us in:2012") < 12 * plain_pass


def test_a_place_is_found_in_any_case() -> None:
    timeline = build_timeline([build_event("one", "2011", place="Astana", track="us")])
    for written in ("Astana", "astana", "ASTANA"):
        assert len(Index(timeline).run(parse_query(f"place:{written}", timeline))) == 1


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("in:dec 2011", "in:2011-12"),
        ("in:dec-2011", "in:2011-12"),
        ('in:"dec 2011"', "in:2011-12"),
        ("in:16 dec 2011", "in:2011-12-16"),
        ("before:16.12.2011", "before:2011-12-16"),
        ("in:16 dec 2011..15 jan 2012 strike", "in:2011-12-16/2012-01-15 strike"),
        ("in:dec 2011 to feb 2012", "in:2011-12/2012-02"),
        ("in:2011 to 2013 strike", "in:2011/2013 strike"),
        ("in:dec 2011,feb 2012", "in:2011-12,2012-02"),
        ("(after:dec 2011 or strike)", "after:2011-12 or strike"),
        ("in:the 1990s", "in:199X"),
        ("in:q3 2011", "in:2011-07/2011-09"),
        ("in:2011 dec", "in:2011 dec"),
        ("in:2011-12..2012-01", "in:2011-12..2012-01"),
    ],
)
def test_a_date_field_takes_dates_as_one_types_them(typed: str, query: str) -> None:
    assert str(parse_query(typed)) == query


@pytest.mark.parametrize(
    ("typed", "marked", "said"),
    [
        ("in:dec", "dec", "'dec' does not say which year; write 2012, dec 2011, "),
        ("in:may clinton", "may", "'may' does not say which year; write 2012, dec 2011, "),
        ("in:tomorrow", "tomorrow", "'tomorrow' depends on today's date; write the date, "),
        ("in:foo", "foo", "'foo' is not a date; write 2012, dec 2011, "),
        ("in:31 feb 2012 strike", "31 feb 2012", "February 2012 has 29 days"),
    ],
)
def test_a_date_that_is_none_is_marked_whole_with_plain_words_as_the_remedy(
    typed: str, marked: str, said: str
) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(typed)
    assert typed[caught.value.start : caught.value.end] == marked
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("us", {"us"}),
        ("US", {"us"}),
        ("congress", {"us-congress"}),
        ("cong", {"us-congress"}),
        ("States", {"us"}),
        ("u", {"us", "us-congress", "union"}),
        ("nothing", set()),
    ],
)
def test_the_value_of_just_this_id_goes_before_those_that_hold_its_word(
    text: str, named: set[str]
) -> None:
    values = (
        Value("us", ("United States",)),
        Value("us-congress", ("US Congress",)),
        Value("union", ("European Union",)),
    )
    assert resolve_value(text, values) == named


@pytest.mark.parametrize(
    ("date", "asked", "certainty"),
    [
        ("../1985", "in:1900", Certainty.POSSIBLE),
        ("../1985", "in:1985-03", Certainty.POSSIBLE),
        ("../1985", "in:1985", Certainty.CERTAIN),
        ("../1985-05-06", "in:1985-05", Certainty.CERTAIN),
        ("../1985-05-06", "in:1985-04", Certainty.POSSIBLE),
        ("../1985-05-06?", "in:1985-05", Certainty.POSSIBLE),
        ("../1985", "in:1986", Certainty.NO),
    ],
)
def test_what_has_no_known_beginning_is_sure_of_its_end_only(
    date: str, asked: str, certainty: Certainty
) -> None:
    matches = Index(timeline(event("one", date))).run(parse_query(asked))
    assert matches.certainty(0) is certainty


def test_where_a_field_has_many_names_the_first_of_them_are_no_hint(builtin: Timeline) -> None:
    for field, some in (("actor", len(builtin.actors)), ("source", len(builtin.sources))):
        with pytest.raises(QueryError) as caught:
            parse_query(f"{field}:zzz", builtin)
        assert str(caught.value).endswith(f"zzz; write a part of the name of one of {some}")
