"""What a command or a prompt may see and ask for, and nothing else of the screen.

Types alone: nothing imports this while the program runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from kztimeline.loading.findings import Finding
    from kztimeline.query import Guess, QueryError
    from kztimeline.session.search import Found
    from kztimeline.session.view import History, View
    from kztimeline.timeline.model import Mention
    from kztimeline.tui.render.facet_rows import FacetRow
    from kztimeline.tui.render.list.layout import Layout, Row
    from kztimeline.tui.render.room import Room
    from kztimeline.tui.workspace.choices import Doing, Item, Option
    from kztimeline.tui.workspace.prompt import Prompt
    from kztimeline.tui.workspace.session import Session

T = TypeVar("T")


class ListPort(Protocol):
    """The list of events as it is laid out."""

    @property
    def row(self) -> Row | None:
        """The row of the selected event."""

    @property
    def arrangement(self) -> Layout:
        """Which events stand on which lines."""

    def signs_in_sight(self) -> set[str]:
        """Return the signs that the lines in sight are drawn with."""

    def page_from(self, row: Row, direction: int) -> Row:
        """Return the row a page further on or back from `row`."""


class TextPort(Protocol):
    """A text that can be scrolled, with links that can be chosen."""

    @property
    def target(self) -> str | None:
        """Where the chosen link, or the only one, leads to."""

    @property
    def chosen_link(self) -> str | None:
        """Where the chosen link leads."""

    def choose_link(self, direction: int) -> None:
        """Choose the next or the previous link."""

    def scroll_lines(self, lines: int) -> None:
        """Scroll by some lines."""

    def scroll_pages(self, pages: int) -> None:
        """Scroll by some heights of the text."""


class EvidencePort(Protocol):
    """The passages of the selected event, one of them shown."""

    @property
    def number(self) -> int:
        """The number of the passage shown."""

    def show_passage(self, number: int) -> None:
        """Show another passage, going round at the ends."""

    def show_mention(self, mention: Mention) -> None:
        """Show the passage that a mention stands in."""

    def turn_fold(self) -> None:
        """Tell how to have the text of a document that is not at hand, or no longer."""


class CoveragePort(Protocol):
    """The documents and their mentions, one of each chosen."""

    @property
    def mention(self) -> Mention | None:
        """The chosen mention."""

    @property
    def chosen_link(self) -> str | None:
        """Where the chosen link leads."""

    def choose_document(self, direction: int) -> None:
        """Choose the next or the previous document."""

    def choose_mention(self, direction: int) -> None:
        """Choose the next or the previous mention."""

    def choose_open(self, direction: int) -> bool:
        """Choose the next or the previous open mention; False where there is none."""


class PagesPort(Protocol):
    """What can take the place of the list."""

    @property
    def front(self) -> TextPort:
        """The text that the keys scroll and whose links they choose."""

    @property
    def evidence(self) -> EvidencePort:
        """The evidence of the selected event."""

    @property
    def coverage(self) -> CoveragePort:
        """The coverage of the documents."""

    @property
    def addresses(self) -> list[tuple[str, str]]:
        """The addresses of the sources at hand, each with what stands there."""


class FacetsPort(Protocol):
    """The facets panel."""

    @property
    def is_filled(self) -> bool:
        """Whether its values have been counted."""

    @property
    def row(self) -> FacetRow | None:
        """The line the cursor is on."""

    @property
    def words(self) -> str:
        """What the values in sight have in their names; empty for all values."""

    def narrow(self, words: str) -> str:
        """Show only the values with some words; say how many."""

    def unfold(self, field: str) -> None:
        """Show all values of a facet."""

    def step(self, steps: int) -> None:
        """Move the cursor over so many values."""

    def page(self, pages: int) -> None:
        """Move the cursor over so many pages."""

    def step_facet(self, direction: int) -> None:
        """Move the cursor to another facet."""


class Dialogs(Protocol):
    """What stands over the timeline until it is answered."""

    def choose(
        self,
        title: str,
        options: Sequence[Option],
        then: Callable[[str], object],
        nothing: str,
    ) -> None:
        """Ask for one of some options and use its target; say `nothing` where there is none."""

    def menu(self, title: str, items: Sequence[Item]) -> None:
        """Offer a few things to do."""

    def question(
        self,
        prompt: str,
        text: str,
        hint: str,
        accept: Callable[[str], str | Doing],
        *,
        replace: bool = False,
    ) -> None:
        """Ask for one line of text.

        Args:
            prompt: A word for what is asked.
            text: What stands there to begin with.
            hint: What may be typed.
            accept: Uses an answer; returns '', why it must be given again, or what takes a while.
            replace: Whether typing replaces the text that stands there.
        """

    def saved_views(self, then: Callable[[str], object]) -> None:
        """Let the reader choose one of the saved views by its name, or delete some."""

    def help(self) -> None:
        """Show the keys and the signs."""

    def palette(self) -> None:
        """Let the reader search everything that can be done."""


class Program(Protocol):
    """What is asked of the program and its terminal."""

    def copy(self, text: str) -> None:
        """Copy a text to the terminal's clipboard."""

    def work(self, job: Callable[[], T], then: Callable[[T], object], latest: str = "") -> None:
        """Do a job off the interface's thread, then use what it returns.

        Args:
            job: What to do.
            then: Is given what the job returns.
            latest: A kind of job of which only the one begun last counts.
        """

    def later(self, seconds: float, do: Callable[[], object]) -> None:
        """Do something after some seconds."""

    def lend_terminal(self, run: Callable[[], T]) -> T | None:
        """Return what `run` returns, which has the terminal; None where that cannot be lent."""

    def change_theme(self) -> str:
        """Change between dark and light; return what to say of it, if anything."""

    def redraw(self) -> None:
        """Draw the whole screen anew."""

    def suspend(self) -> None:
        """Suspend the program to the shell."""

    def quit(self) -> None:
        """End the program."""


class FilesPort(Protocol):
    """The files of the timeline, which are watched."""

    @property
    def problem(self) -> Finding | None:
        """The first thing wrong with the files as they are."""

    def reload(self) -> None:
        """Read the files now."""

    def catch_up(self) -> None:
        """Read the files if they have changed, which are known to be complete."""


class TypingPort(Protocol):
    """What is told of the answers while something is typed, and after."""

    @property
    def is_open(self) -> bool:
        """Whether something is being typed."""

    def waits_for_more(self, found: Found) -> bool:
        """Tell whether what is typed so far is better not shown."""

    def show_answer(self) -> None:
        """Show what the text has come to."""

    def show_wait(self) -> None:
        """Show that an answer is still out."""

    def show_mistake(self, mistake: QueryError) -> None:
        """Show what is wrong with the text."""


class Workspace(Protocol):
    """What a command may see and ask for."""

    @property
    def session(self) -> Session:
        """The timeline, the views of it and what they show: to be read, not changed."""

    @property
    def room(self) -> Room:
        """What there is room for."""

    @property
    def list(self) -> ListPort:
        """The list of events."""

    @property
    def pages(self) -> PagesPort:
        """What is read."""

    @property
    def facets(self) -> FacetsPort | None:
        """The facets panel, or None where it is closed."""

    @property
    def dialogs(self) -> Dialogs:
        """What may be asked of the reader."""

    @property
    def program(self) -> Program:
        """The program and its terminal."""

    @property
    def files(self) -> FilesPort:
        """The files of the timeline."""

    def today(self) -> dt.date:
        """Return the present day."""

    def key(self, action: str) -> str:
        """Return the first key of an action, as it is printed on a keyboard."""

    def say(self, message: str) -> None:
        """Tell the reader something until the next key."""

    def ask(self, record: bool = True, **changes: object) -> None:
        """Show another view; one that needs a query answered follows when it is.

        Args:
            record: Whether undo comes back to the present view.
            changes: The fields of the view that change.
        """

    def show_view(self, view: View) -> None:
        """Show another view altogether; undo returns."""

    def travel(self, travel: Callable[[History], History]) -> None:
        """Show an earlier or later view of the history."""

    def restore(self, history: History) -> None:
        """Show what was shown, with the views before and after it."""

    def prompt(self, prompt: Prompt) -> None:
        """Have the reader type something."""

    def await_answer(self, prompt: Prompt, **changes: object) -> None:
        """Show another view, and let a prompt say what has come of it."""

    def toggle_facets(self) -> None:
        """Open the facets panel, or close it."""

    def show_guesses(self, query: str, guesses: Sequence[Guess]) -> None:
        """Show what may be meant by a filter that nothing matches, where it is still in force."""

    def show_pins(self) -> None:
        """Show what is pinned, after a change."""
