"""Tracks, topics and actors as they are typed in the walk: by number, name or part of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.cli.curate.walk.asking import answer_to, ask
from kztimeline.cli.curate.walk.desk import NewName
from kztimeline.loading.file_format.first_file import identifier
from kztimeline.text.letters.folding import fold
from kztimeline.text.letters.unseen import unseen
from kztimeline.timeline.field_types import FieldError, check_text
from kztimeline.timeline.model import Actor, Topic, Track

if TYPE_CHECKING:
    from kztimeline.timeline.model import Event, TimelineFile

_KINDS: Final = {"p": "person", "o": "office", "b": "body", "s": "state"}
_WEIGHT: Final = re.compile(r"([1-3])(?:[\s,;]+|$)(.*)")
_NO_WEIGHT: Final = re.compile(r"([+-]?\d+(?:\.\d+)?)\s*(?:[,;].*)?|(\d)\s.*")
_USUAL: Final = 2
_DETAIL: Final = 3


class Cast(NamedTuple):
    """How important an event is, who acts in it, and who of them is new to the timeline."""

    importance: int
    actors: tuple[str, ...]
    new: tuple[NewName, ...] = ()


class Filed(NamedTuple):
    """The topics of an event, and which of them are new to the timeline."""

    topics: tuple[str, ...]
    new: tuple[NewName, ...] = ()


def track_of(among: Sequence[Track], last: str) -> str:
    """Return the id of the track; it is asked where there are several."""
    if len(among) == 1:
        return among[0].id
    usual = next((each for each in among if each.id == last), None)
    question = f"Track: {_numbered(among)}{_on_enter(usual.name if usual else '')}"
    return answer_to(question, lambda line: _one_of(among, line), usual.id if usual else None)


def topics_of(among: Sequence[Topic], last: tuple[str, ...]) -> Filed:
    """Return the topics, one or more; they are asked where there are several to choose from."""
    if len(among) == 1:
        return Filed((among[0].id,))
    usual = [each for each in among if each.id in last]
    default = _on_enter(", ".join(each.name for each in usual))
    return answer_to(
        f"Topic: {_numbered(among)}{default}",
        lambda line: _topics(among, line),
        Filed(tuple(each.id for each in usual)) if usual else None,
        help="One or more, separated by commas.",
        offered=[each.name for each in among],
    )


def _topics(among: Sequence[Topic], line: str) -> Filed:
    new: list[NewName] = []
    chosen: list[str] = []
    # Numbers may stand with nothing but spaces between them.
    numbers = all(word.isdecimal() for word in line.split())
    for name in _pieces(line.replace(" ", ",") if numbers else line):
        if fold(name) in (fold(each.name) for each in new):
            continue
        try:
            chosen.append(_one_of(among, name))
        except FieldError:
            if not _may_be_new(name, [each.name for each in among]):
                raise
            question = f"No topic is called “{name}”: y adds it, enter chooses again"
            if ask(question).lower() not in ("y", "yes"):
                raise
            taken = {each.id for each in among} | {each.id for each in new}
            new.append(NewName(identifier(name, taken, "topic"), name))
            chosen.append(new[-1].id)
    return Filed(tuple(dict.fromkeys(chosen)), tuple(new))


def usual_importance(events: Iterable[Event]) -> int:
    """Return whether more events of a timeline are of importance 2 or 3.

    1 is for those with two independent sources, of which a walk has one.
    """
    counted = Counter(event.importance for event in events)
    return _DETAIL if counted[_DETAIL] > counted[_USUAL] else _USUAL


def cast_of(file: TimelineFile, events: Sequence[Event]) -> Cast:
    """Ask how important an event is and who acts in it, in one line.

    Args:
        file: The timeline.
        events: Those of its events that are meant to stay.
    """
    usual = usual_importance(events)
    in_use = Counter(actor for event in events for actor in event.actors)
    names = [
        each.name for each in sorted(file.actors, key=lambda each: (-in_use[each.id], each.name))
    ]
    known = f" Actors: {', '.join(names)}." if names else ""
    return answer_to(
        f"Importance and actors (enter: {usual}, none)",
        lambda line: _cast(file.actors, line, usual),
        Cast(usual, ()),
        help="1 for key events, 2, or 3 for details; then actors, separated by commas, such as "
        f"1 Jane Smith, Home Office. A new one is added.{known}",
        offered=names,
    )


def _cast(actors: Sequence[Actor], line: str, usual: int) -> Cast:
    weighed = _WEIGHT.fullmatch(line)
    importance, rest = (int(weighed[1]), weighed[2]) if weighed else (usual, line)
    if not weighed and (number := _NO_WEIGHT.fullmatch(line)):
        _refuse_weight(actors, _pieces(line)[0], number[1] or number[2])
    new: list[NewName] = []
    chosen: list[str] = []
    for name in _pieces(rest):
        found = _acting(actors, name)
        if found is None:
            added = next((each for each in new if fold(each.name) == fold(name)), None)
            if added is None:
                new.append(added := _new_actor(name, actors, new))
            found = added.id
        chosen.append(found)
    return Cast(importance, tuple(sorted(set(chosen))), tuple(new))


def _refuse_weight(actors: Sequence[Actor], name: str, number: str) -> None:
    """Refuse a number that is no importance, unless it begins the name of an actor.

    Raises:
        FieldError: it does not.
    """
    if _acting(actors, name) is None:
        remedy = "type 1, 2 or 3, then actors, separated by commas"
        raise FieldError(f"importance is 1 to 3, not {number}", remedy)


def _acting(actors: Sequence[Actor], name: str) -> str | None:
    """Return the id of the actor that a name or a part of it means; None where none has it.

    Raises:
        FieldError: several have it.
    """
    wanted = fold(name)
    called = {each.id: [each.id, *map(fold, (each.name, *each.other_names))] for each in actors}
    exact = [id_ for id_, names in called.items() if wanted in names]
    words = wanted.split()
    begun = [id_ for id_, names in called.items() if all(_begins(w, names) for w in words)]
    found = exact or begun
    if len(found) > 1:
        raise FieldError(f"{name!r} means several: {', '.join(found[:5])}", "type more of the name")
    return found[0] if found else None


def _begins(word: str, names: Sequence[str]) -> bool:
    return any(each.startswith(word) for each in re.split(r"[\s-]+", " ".join(names)))


def _new_actor(name: str, actors: Sequence[Actor], new: Sequence[NewName]) -> NewName:
    """Return an actor that is to be added; it is asked what kind of one.

    Raises:
        FieldError: none is to be added.
    """
    once = "importance is given once, and " if name.isdecimal() else ""
    problem = f"{once}no actor is called {name!r}"
    if not _may_be_new(name, [each.name for each in actors]):
        raise FieldError(problem, "type a name, or ? for those there are")
    kinds = ", ".join(f"{letter} {kind}" for letter, kind in _KINDS.items())
    kind = ask(f"No actor is called “{name}”; add it as {kinds}, or enter to type again")
    if kind.lower()[:1] not in _KINDS:
        raise FieldError(problem, "type another name, or ? for those there are")
    taken = {each.id for each in actors} | {each.id for each in new}
    return NewName(identifier(name, taken, "actor"), name, _KINDS[kind.lower()[:1]])


def _may_be_new(name: str, known: Sequence[str]) -> bool:
    """Tell whether a name can be added; exact names are found before."""
    if len(name) < 2 or name.isdecimal() or any(unseen(name)):
        return False
    check_text(name)
    return fold(name) not in map(fold, known)


def _pieces(line: str) -> list[str]:
    return [piece for each in re.split(r"[,;]", line) if (piece := each.strip())]


def _numbered(among: Sequence[Track | Topic]) -> str:
    return ", ".join(f"{number} {each.name}" for number, each in enumerate(among, 1))


def _on_enter(usual: str) -> str:
    return f" (enter: {usual})" if usual else ""


def _one_of(among: Sequence[Track | Topic], line: str) -> str:
    """Return the id of the entry that a number, an id, a letter or the start of a name means.

    Raises:
        FieldError: it means none, or several.
    """
    numbered = {str(number): each.id for number, each in enumerate(among, 1)}
    if id_ := numbered.get(line.lstrip("0")):
        return id_
    wanted = line.casefold()
    exact = [e for e in among if wanted in (e.id, e.name.casefold(), (e.letter or "").casefold())]
    begun = [e for e in among if e.id.startswith(wanted) or e.name.casefold().startswith(wanted)]
    found = exact or begun
    if len(found) == 1:
        return found[0].id
    problem = f"{line!r} means several of them" if found else f"{line!r} is none of them"
    raise FieldError(problem, f"type its number, 1 to {len(among)}, or its name")
