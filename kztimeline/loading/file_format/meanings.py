"""What each key of a timeline file means, for the schema and the reference made from it."""

from __future__ import annotations

from typing import Final

FIELD_MEANINGS: Final[dict[str, dict[str, str]]] = {
    "TimelineFile": {
        "": "A timeline: what it is about, its registries, and its events.",
        "timeline": "What the timeline is called and what it covers.",
        "tracks": "One to four columns that stand side by side.",
        "topics": "Subjects that events are filed under.",
        "eras": "Stretches of time that are drawn behind the events.",
        "actors": "People, offices, bodies and states, named by events.",
        "sources": "Pages, books and papers, cited by events.",
        "events": "What happened, in order of date, then id.",
    },
    "Heading": {
        "": "What a timeline is called, what it covers, and what it aims at.",
        "title": "What the timeline is called.",
        "span": "The interval it covers; events outside it say why under `outside_span`.",
        "targets": "How much the timeline means to hold, at least; counted by `check --strict`.",
        "refused_hosts": "Hosts whose pages are not cited, and why.",
        "copy_hosts": "Hosts that keep other publishers' texts; a publisher there says so.",
    },
    "Targets": {
        "": "Numbers that `check --strict` counts up to.",
        "events": "Events in all.",
        "events_per_track": "Events on each track.",
        "events_per_year": "Events in each year of the span.",
        "events_per_track_and_year": "Events on each track in each year.",
        "links": "Links between events.",
    },
    "Refusal": {
        "": "A host that is not cited, with the hosts under it.",
        "host": "The host, such as example.org.",
        "why": "Why its pages are not cited.",
    },
    "Track": {
        "": "A column of the timeline; every event is on exactly one.",
        "id": "How events name the track.",
        "name": "What readers see.",
        "letter": "One letter for narrow screens; derived from the name where it is left out.",
    },
    "Topic": {
        "": "A subject.",
        "id": "How events name the topic.",
        "name": "What readers see.",
        "letter": "One letter for narrow screens; derived from the name where it is left out.",
    },
    "Era": {
        "": "A named stretch of time.",
        "id": "The era's id, for the query `era:`.",
        "name": "What readers see.",
        "kind": (
            "What it is, in one word. presidency, administration, envoy, membership and capital "
            "have places of their own on the screen; phase is never under way; any other may be "
            "used."
        ),
        "date": "From when to when.",
        "sources": "Ids of the sources that say so.",
        "note": "What else has to be known.",
        "begins_with": (
            "What the first day is the day of, where an office is entered in several steps: "
            "sworn in, credentials."
        ),
    },
    "Actor": {
        "": "A person, an office, a body or a state, entered once.",
        "id": "How events name the actor.",
        "name": "The name in full.",
        "kind": "Which of the four it is.",
        "other_names": "Other spellings and names, found by the query as well.",
        "side": "The id of the track the actor belongs to, if any.",
        "roles": "The offices held, each with its dates.",
        "note": "What else has to be known.",
    },
    "Role": {
        "": "An office that an actor held.",
        "title": "The office, with a capital.",
        "date": "From when to when it was held.",
        "begins_with": (
            "What the first day is the day of, where an office is entered in several steps: "
            "sworn in, credentials."
        ),
    },
    "Source": {
        "": "A page, book or paper. Fields are named as in CSL-JSON.",
        "id": "How events cite it.",
        "title": "Its title, as it stands there.",
        "publisher": "Who published it; for a copy also where the copy stands.",
        "author": "Who wrote it.",
        "issued": "When it was published.",
        "issued_basis": "How that date is known, where the page does not print it.",
        "URL": "The page's own public address.",
        "derived_from": "Whose text it repeats; two copies of one text are one witness.",
        "accessed": "The day on which it was read.",
        "archive_url": "Where a copy of what was read is kept.",
    },
    "Citation": {
        "": "Where an event's facts stand.",
        "source": "The id of a source, or of a document's card.",
        "spans": "Places in a document, START-END in characters, the end exclusive.",
        "says": "What the source says, in your own words.",
    },
    "Claim": {
        "": "One side of a disagreement.",
        "by": "Who says so.",
        "claim": "What is said.",
        "source": "The id of the source in which it stands.",
    },
    "Link": {
        "": "A relation to another event.",
        "to": "The id of the other event.",
        "kind": "What this event is to the other.",
        "basis": "What the relation rests on; begin with “Our reading:” where no source says it.",
        "source": "The id of the source that states it.",
    },
    "Event": {
        "": "One thing that happened, or a state that held from one date to another.",
        "id": "The event's id; it never changes.",
        "date": "When it happened, no finer than a source says.",
        "track": "The id of its track.",
        "topics": "Ids of its topics, at least one.",
        "title": "What happened, in one line in the present tense.",
        "summary": "What happened, in one to three sentences.",
        "importance": "1 for key events (two independent sources), 2, or 3 for details.",
        "sources": "Who says so, at least one.",
        "actors": "Ids of those involved.",
        "place": "Where it happened, where a source says so.",
        "inference": "From what the date or a fact was inferred.",
        "attributed_to": "Whose claim it is, where sources only report one.",
        "note": "What else has to be known.",
        "disputed": "The sides, where sources contradict each other; two or more.",
        "links": "What it has to do with other events.",
        "outside_span": "Why it stands here although it lies outside the timeline's span.",
    },
    "Document": {
        "": "The card of a document: what became of every date in it. The text is elsewhere.",
        "id": "How events cite it.",
        "file": "The name of the file with its text.",
        "sha256": "The SHA-256 of that file.",
        "characters": "How many characters it has.",
        "title": "Its title.",
        "publisher": "Who published it.",
        "issued": "Its own date, against which “last month” is read.",
        "issued_basis": "How that date is known.",
        "character": "What it is: report, opinion, statement.",
        "language": "The language it is in, such as en.",
        "author": "Who wrote it.",
        "URL": "Where it can be read.",
        "mentions": "Every date phrase in it, in order.",
        "statements": "What it says at places, with a date beside it or not.",
    },
    "Mention": {
        "": "A date phrase in a document, and what became of it.",
        "span": "Where it stands, START-END in characters, the end exclusive.",
        "text": "The phrase.",
        "kind": "What sort of phrase it is.",
        "date": "What it means, where it fixes a date.",
        "anchor": "What it was counted from.",
        "cited_by": "Ids of the events that cite it.",
        "dismissed": "Why no event cites it.",
    },
    "Statement": {
        "": "What a document says at a place.",
        "span": "Where it stands, START-END in characters, the end exclusive.",
        "states": "What it says, in your own words.",
        "cited_by": "Ids of the events that stand for it.",
        "dismissed": "Why none does.",
    },
}
"""For each kind of record, by its name, what its keys mean; '' stands for the record itself."""
