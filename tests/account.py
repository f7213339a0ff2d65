"""Which rules of `kzt check` find something in some test, in whatever process that runs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from kztimeline.loading import examination
from kztimeline.loading.checks import cards

VARIABLE: Final = "KZT_TEST_ACCOUNT"
"""Names the file into which the rules are written that find something."""

_Rule = Callable[..., Iterator[Any]]


def note_rules() -> None:
    """From now on, write each rule that finds something into the file that is named."""
    named = os.environ.get(VARIABLE)
    if not named:
        return
    file, noted = Path(named), set[str]()

    def note(name: str) -> None:
        if name not in noted:
            noted.add(name)
            # A run that may write nothing, or open nothing, is not to fail for that.
            with suppress(OSError), file.open("a", encoding="utf-8") as account:
                account.write(f"{name}\n")

    def noting(rule: _Rule) -> _Rule:
        def found(*args: Any) -> Iterator[Any]:
            for problem in rule(*args):
                note(rule.__name__)
                yield problem

        return found

    for module, tables in (
        (examination, ("FILE_CHECKS", "STRICT_CHECKS")),
        (cards, ("CARD_CHECKS", "STRICT_CARD_CHECKS")),
    ):
        for table in tables:
            setattr(module, table, tuple(map(noting, getattr(module, table))))


def rules_noted() -> set[str]:
    """Return the names of the rules that have found something so far."""
    named = os.environ.get(VARIABLE)
    return set(Path(named).read_text(encoding="utf-8").split()) if named else set()
