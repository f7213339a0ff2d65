"""What `kzt check --strict` finds of terms of office that do not go together.

Terms are joined as the screen joins them, so that what it would show is what is found.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import combinations

from kztimeline.dates.display import display
from kztimeline.dates.edtf import parse
from kztimeline.loading.checks.contents import Check, Contents, Problem
from kztimeline.loading.yaml_nodes import Place
from kztimeline.timeline.in_office.names import same_person
from kztimeline.timeline.in_office.on_days import Holder, holders_by_office
from kztimeline.timeline.in_office.terms import TOGETHER, Stretch, is_acting, office_name, term_of
from kztimeline.timeline.model import Era, Role


def offices_handed_over(contents: Contents) -> Iterator[Problem]:
    """Nobody is said to hold an office before the one before has left it, but for one day.

    An office that several hold for months, such as a seat, is let alone, unless it is handed
    over more often; so is who acts for another, and who enters an office in steps.
    """
    for office, holders in holders_by_office(contents.file).items():
        ordered = sorted(holders, key=lambda holder: holder.term.order)
        pairs = [
            (one, other, days)
            for one, other in combinations(ordered, 2)
            if (days := _both_held(one, other)) and not same_person(one.name, other.name)
        ]
        for one, other, (first, last) in pairs:
            if (last - first).days > TOGETHER and not _is_handed_over(pairs):
                continue
            if first < last and not _is_explained(one, other):
                yield Problem(
                    _place_of(contents, office, other),
                    f"{one.name!r} and {other.name!r} both hold {office!r} from "
                    f"{_words(first)} to {_words(last)}",
                    "Let one end where the other begins; mark a day that is not certain, as in "
                    "2007-01-11?, or say by `begins_with` that an office is entered in steps.",
                )


def records_of_a_term_agree(contents: Contents) -> Iterator[Problem]:
    """Two records of one term begin and end alike, or `begins_with` tells them apart."""
    for office, holders in holders_by_office(contents.file).items():
        for holder in holders:
            for verb, end in (("begins", holder.term.begins), ("ends", holder.term.ends)):
                if end is not None and end.other:
                    yield Problem(
                        _place_of(contents, office, holder),
                        f"the term of {holder.name!r} as {office!r} {verb} "
                        f"{_end_words(end.text)} in one record, {_end_words(end.other)} in another",
                        "Correct one, or say by `begins_with` what each first day is the day of: "
                        "sworn in, credentials.",
                    )


def _both_held(one: Holder, other: Holder) -> Stretch | None:
    """Return the first days in a row on which two surely held an office, or None."""
    for start, end in one.term.sure:
        for begun, ended in other.term.sure:
            if start <= ended and begun <= end:
                return max(start, begun), min(end, ended)
    return None


def _is_handed_over(pairs: Sequence[tuple[Holder, Holder, Stretch]]) -> bool:
    """Tell whether an office is handed over more often than it is shared."""
    shared = sum((last - first).days > TOGETHER for _one, _other, (first, last) in pairs)
    return shared < len(pairs) - shared


def _is_explained(one: Holder, other: Holder) -> bool:
    """Tell whether two may hold an office at once: one acts, or the later enters it in steps."""
    return bool(other.term.steps) or any(is_acting(each.term.title) for each in (one, other))


def _place_of(contents: Contents, office: str, holder: Holder) -> Place:
    """Return where the date of a term stands: that of a role, or of an era."""
    title = office_name(holder.term.title or office)
    for number, actor in enumerate(contents.file.actors):
        for at, role in enumerate(actor.roles if actor.name == holder.name else ()):
            if office_name(role.title) == title and _is_of(role, holder):
                return ("actors", number, "roles", at, "date")
    for number, era in enumerate(contents.file.eras):
        if era.name == holder.name and _is_of(era, holder):
            return ("eras", number, "date")
    return ("actors",)


def _is_of(record: Role | Era, holder: Holder) -> bool:
    term = term_of("", record.date)
    return term.first <= holder.term.last and holder.term.first <= term.last


def _words(day: dt.date) -> str:
    return display(parse(day.isoformat()))


def _end_words(text: str) -> str:
    return display(parse(text))


TERM_CHECKS: tuple[Check, ...] = (offices_handed_over, records_of_a_term_agree)
