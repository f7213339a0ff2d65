"""Typing a day of the year, to see what happened on it in every year."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from kztimeline.dates.display import day_name, display
from kztimeline.dates.edtf import parse
from kztimeline.session.limits import is_on_day
from kztimeline.text.numbers import count_of
from kztimeline.tui.prompts.date import select_at
from kztimeline.tui.workspace.prompt import Outcome, Prompt, Submitted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.dates.typed.day_of_year import DayOfYear
    from kztimeline.session.view import View
    from kztimeline.tui.workspace.workspace import Workspace


class OnDayPrompt(Prompt):
    """Shows only what happened on a day of the year: at once today, then the day typed."""

    label: ClassVar[str] = "on this day"
    hints: ClassVar[Sequence[str]] = (
        "16 dec  ·  today  ·  leave empty for all days  ·  enter keeps  ·  esc cancels",
        "16 dec · empty: all days · enter keeps · esc cancels",
        "another day, or none · enter keeps · esc cancels",
        "another day, or none",
    )
    replaces: ClassVar[bool] = True

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def text(self) -> str:
        """Return today, or the present day of the year."""
        on_day = self.workspace.session.view.on_day
        today = self.workspace.today()
        return day_name(on_day or f"{today.month:02}-{today.day:02}")

    def begin(self) -> None:
        """Show today, or the present day of the year, before anything is typed."""
        self.use(self.text(), self.workspace.session.view)

    def use(self, text: str, start: View) -> Outcome:
        """Show the day, and say how many events it has."""
        on_day, refusal, of_a_year = self._read(text)
        shown = start.on_day if refusal else on_day
        self.workspace.ask(on_day=shown, **start.without_page_of_day())
        if not on_day:
            return Outcome("", refusal)
        count = self._count(on_day)
        every = f" of every year, not only {of_a_year[:4]}" if of_a_year else ""
        return Outcome(f"{day_name(on_day)}{every}: {count_of(count, 'dated event')}")

    def submit(self, text: str, _start: View) -> Submitted:
        """Show the day of the year in every year; an empty text shows all days."""
        on_day, refusal, of_a_year = self._read(text)
        show = partial(show_on_day, self.workspace, on_day, of_a_year)
        return Submitted(refusal, keeps=False, then=show)

    def _count(self, on_day: str) -> int:
        month, day = map(int, on_day.split("-"))
        dates = self.workspace.session.dates_on_all_days()
        return sum(count for date, count in dates.items() if is_on_day(date, month, day))

    def _read(self, text: str) -> DayOfYear:
        from kztimeline.dates.typed.day_of_year import DayOfYear, read_day_of_year

        return read_day_of_year(text, self.workspace.today()) if text else DayOfYear()


def show_on_day(workspace: Workspace, on_day: str, of_a_year: str = "") -> None:
    """Show what happened on a day of the year; on all of them where it is empty.

    Args:
        workspace: Where it is shown.
        on_day: The day of the year, as `MM-DD`.
        of_a_year: The same day of the year that was typed with it, `YYYY-MM-DD`, which is
            where the reader then is; or nothing.
    """
    workspace.ask(on_day=on_day, **workspace.session.view.without_page_of_day())
    if not on_day or workspace.session.view.on_day != on_day:
        return
    count, there = len(workspace.session.shown), day_name(on_day)
    if of_a_year:
        workspace.say(_with_year(workspace, f"{count_of(count, 'event')} on {there}", of_a_year))
    elif count:
        key = workspace.key("on_this_day")
        workspace.say(f"{count_of(count, 'event')} on {there}. {key} asks for another day.")


def _with_year(workspace: Workspace, found: str, of_a_year: str) -> str:
    """Go to the day of the year that was typed; return what to say of it."""
    day = parse(of_a_year)
    if not workspace.session.shown:
        return f"{found} of any year. {workspace.key('jump')} goes to {display(day)}."
    select_at(workspace, day)
    return f"{found} of every year; {workspace.key('running')} shows {display(day)}."
