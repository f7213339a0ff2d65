"""A workspace without a screen: what a command asks for takes effect at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock

from kztimeline.query import Guess
from kztimeline.session.view import History, View
from kztimeline.timeline.model import Timeline
from kztimeline.tui.commands import ACTIONS
from kztimeline.tui.render.list.layout import Measures
from kztimeline.tui.render.rails.arranging import arrange_rows
from kztimeline.tui.render.room import room
from kztimeline.tui.workspace.prompt import Prompt
from kztimeline.tui.workspace.session import Session


class Desk:
    """Remembers what was said and asked for; dialogs, pages and program only take note."""

    def __init__(self, timeline: Timeline, cursor: str = "", size: tuple[int, int] = (80, 24)):
        self.session = Session(timeline)
        self.said = ""
        self.prompts: list[Prompt] = []
        self.facets: Any = None
        self.guesses: tuple[str, tuple[Guess, ...]] = ("", ())
        self.dialogs, self.pages, self.program, self.files = Mock(), Mock(), Mock(), Mock()
        self.show_pins, self.toggle_facets, self.await_answer = Mock(), Mock(), Mock()
        self.room = room(size, self.session.view, len(timeline.tracks), False)
        self.ask(record=False, **({"cursor": cursor} if cursor else {}))

    def do(self, action: str) -> None:
        self.said = ""
        next(item for item in ACTIONS if item.id == action).do(self)

    def ask(self, record: bool = True, **changes: object) -> None:
        history, view = self.session.history, self.session.view.but(**changes)
        self.restore(history.record(view) if record else history.amend(view))

    def show_view(self, view: View) -> None:
        self.restore(self.session.history.record(view))

    def travel(self, travel: Callable[[History], History]) -> None:
        self.restore(travel(self.session.history))

    def restore(self, history: History) -> None:
        session, view = self.session, history.present
        session.history = session.ahead = history
        session.found = session.search.run(view.active_query, view.certain)
        session.hits = session.search.run(view.find) if view.find else None
        session.choose()

    @property
    def list(self) -> Any:
        years = Measures.of(self.session.timeline).years
        layout = arrange_rows(years, self.session.shown).layout
        position = self.session.position
        row = None if position is None else layout.row_of(position)
        return SimpleNamespace(row=row, arrangement=layout, page_from=lambda row, by: row + 10 * by)

    def prompt(self, prompt: Prompt) -> None:
        self.prompts.append(prompt)

    def say(self, message: str) -> None:
        self.said = message

    def show_guesses(self, query: str, guesses: Sequence[Guess]) -> None:
        self.guesses = (query, tuple(guesses))

    def key(self, action: str) -> str:
        return next(item.keys[0] for item in ACTIONS if item.id == action)

    def today(self) -> dt.date:
        return dt.date(2012, 2, 1)

    def answer(self, text: str) -> str:
        """Answer the question that was asked last; return what is said against that."""
        answer, said = self.dialogs.question.call_args.args[3](text), list[str]()
        if isinstance(answer, str):
            return answer
        answer.begin(said.append)
        job, then = self.program.work.call_args.args
        then(job())
        return said[0]

    @property
    def here(self) -> str:
        event = self.session.event
        return event.id if event else ""

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(self.session.timeline.events[at].id for at in self.session.shown)
