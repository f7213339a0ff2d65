"""Typing words to find among the events shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from kztimeline.session.view import View
from kztimeline.tui.prompts.query import QueryPrompt
from kztimeline.tui.render.guesses import question_of
from kztimeline.tui.render.list.moves import next_hit
from kztimeline.tui.render.notices import matches_text
from kztimeline.tui.workspace import going
from kztimeline.tui.workspace.prompt import Outcome, Prompt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.session.view import History
    from kztimeline.timeline.model import Position
    from kztimeline.tui.workspace.workspace import Workspace

_AT_ONCE: Final = 5_000
"""Of up to this many events it can be told what has some words, before queries are prepared."""

_STAY: Final = " · other events stay visible"


class FindPrompt(QueryPrompt):
    """Goes to the first match from where the reader is, as the text is typed."""

    label: ClassVar[str] = "find"
    hints: ClassVar[Sequence[str]] = (f"enter keeps the search{_STAY}", "enter keeps the search")
    replaces: ClassVar[bool] = True

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._before = workspace.session.view.find
        self._from = workspace.session.position
        active = workspace.session.view.active_query
        self._within = f"({active}) " if active else ""

    def hints_for(self, text: str) -> Sequence[str]:
        """Return the hints; without words, enter ends a search that there is."""
        if text.strip():
            return self.hints
        does = "enter ends the search" if self._before else "words of an event"
        return f"{does}{_STAY}", does

    def whole(self, text: str) -> str:
        """Return the words added to the filter, where that is on."""
        return f"{self._within}({text})"

    def text(self) -> str:
        """Return the words found last."""
        return self.workspace.session.view.find

    def use(self, text: str, _start: View) -> Outcome:
        """Find the text."""
        self.workspace.ask(find=text)
        return Outcome()

    def count(self) -> str:
        """Return how many matches are shown, and how many are hidden."""
        session = self.workspace.session
        return (
            super().count() if session.hits is None else matches_text(*session.seen(session.hits))
        )

    def leads_somewhere(self) -> bool:
        """Tell whether any match is shown."""
        session = self.workspace.session
        if session.hits is None:
            return super().leads_somewhere()
        return bool(session.seen(session.hits)[0])

    def arrive(self) -> None:
        """Go to the first match from where the typing began."""
        if self._from is not None:
            _to_hit(self.workspace, self._from)

    def forget_start(self) -> None:
        """Stay where the reader is in another timeline."""
        self._from = None

    def end(self, before: History | None) -> None:
        """Do not keep words that nothing has, and say so."""
        session = self.workspace.session
        hits, words = session.hits, session.view.find
        if before is None or hits is None or not words:
            return
        seen, hidden = session.seen(hits)
        if not seen and hidden:
            switch = self.workspace.key("toggle_filter")
            self.workspace.say(
                f"No match shown, {hidden:,} hidden by the filter; {switch} turns it off."
            )
        elif not seen:
            self.workspace.restore(before)
            nothing = f"No match for “{words}”."
            self.workspace.say(_unfound_text(self.workspace, nothing, words))
        elif said := self.looked_for_as_words(words):
            self.workspace.say(said)


class SoughtWords(Prompt):
    """Words that were typed where a date might be: the first event with them is gone to."""

    asks: ClassVar[bool] = True

    def __init__(self, workspace: Workspace, words: str) -> None:
        self.workspace = workspace
        self._words = words
        self._sought_from = workspace.session.history
        self._found = False

    def arrive(self) -> None:
        """Go to the first event of all that has the words."""
        self._found = _to_hit(self.workspace, 0)

    def end(self, _before: History | None) -> None:
        """Say how many events have the words; where none is, come back."""
        workspace, session = self.workspace, self.workspace.session
        if session.hits is None:
            return
        count, hidden = session.seen(session.hits)
        if self._found:
            further = workspace.key("next_match")
            workspace.say(
                "1 event has these words."
                if count == 1
                else f"{count:,} events have these words; {further}: next match."
            )
        elif hidden:
            switch = workspace.key("toggle_filter")
            workspace.say(f"The filter hides the events with these words; {switch} turns it off.")
        else:
            workspace.restore(self._sought_from)
            workspace.say(unfound_words_text(workspace, self._words))


def words_found(workspace: Workspace, words: str) -> tuple[int, int] | None:
    """Return how many events shown have some words, and how many hidden ones.

    None where that cannot be told: the words are a mistaken query, or answers would take time.
    """
    session = workspace.session
    if not session.search.is_ready and len(session.timeline.events) > _AT_ONCE:
        return None
    view = session.view
    within = f"({view.active_query}) ({words})" if view.active_query else words
    seen = session.leaves(view.but(query=within, filtering=True))
    known = session.leaves(View(query=words, as_of=view.as_of))
    return None if seen is None or known is None else (seen, known - seen)


def unfound_words_text(workspace: Workspace, words: str) -> str:
    """Return that words are not a date and in no event, and what may be meant by them."""
    these = "these words" if " " in words else "this word"
    nothing = f"“{words}” is not a date, and no event has {these}."
    if date := _date_meant(workspace, words):
        return f"{nothing} Did you mean the date {date}?"
    return _unfound_text(workspace, nothing, words)


def _date_meant(workspace: Workspace, words: str) -> str:
    """Return what is meant by words where that, typed in their place, would be a date."""
    from kztimeline.dates.typed.reading import read_typed

    meant = next(iter(FindPrompt(workspace).guess(words)), None)
    if meant is None:
        return ""
    date = read_typed(meant.query, None, workspace.today()).date
    return meant.query if date is not None else ""


def seek(workspace: Workspace, words: str) -> None:
    """Go to the first event that has some words, and say what has come of it."""
    to_list = workspace.session.view.without_page_of_day()
    workspace.await_answer(SoughtWords(workspace, words), find=words, **to_list)


def _to_hit(workspace: Workspace, position: Position) -> bool:
    """Go to the first match from a position on; False where there is none in the list."""
    hits = workspace.session.hits
    if hits is None:
        return False
    row = next_hit(workspace.list.arrangement, hits.positions, position - 1, 1)
    going.select_row(workspace, row)
    return row is not None


def _unfound_text(workspace: Workspace, nothing: str, words: str) -> str:
    """Return that there is nothing, and what may be meant by the words."""
    prompt = FindPrompt(workspace)
    meant = prompt.looked_for_as_words(words) or question_of(prompt.guess(words))
    return f"No match for “{words}”. {meant}" if meant else nothing
