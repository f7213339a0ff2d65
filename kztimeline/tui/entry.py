"""What the reader types into the bar, from its opening to what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from kztimeline.tui.movement import next_hit
from kztimeline.view import View

if TYPE_CHECKING:
    from textual.events import Key

    from kztimeline.query import Completion, Guess, QueryError
    from kztimeline.tui.bar import Bar
    from kztimeline.tui.messages import Purpose
    from kztimeline.tui.screen import TimelineScreen
    from kztimeline.tui.search import Found
    from kztimeline.view import History

Complete: TypeAlias = "Callable[[str, int], Sequence[Completion]]"
Leaves: TypeAlias = "Callable[[str], int | None]"
GuessAt: TypeAlias = "Callable[[str], Sequence[Guess]]"

KEYS_OF_LIST: Final = frozenset({"down", "up", "pagedown", "pageup"})
"""The keys that move in the list while the bar is open."""
_SEARCHING: Final = "Searching …"

_OF_DATES: Final = frozenset({"jump", "as of"})
_OF_WORDS: Final = frozenset({"filter", "find"})


def _best_first(offers: Sequence[Completion], text: str, leaves: Leaves) -> list[Completion]:
    """Return offers in order: the nearest, then what leaves most events; at last what none."""

    def order(offer: Completion) -> tuple[bool, int, int]:
        left = leaves(offer.applied(text)) if offer.distance else None
        return left == 0, offer.distance, -(left or 0)

    return sorted(offers, key=order)


class Entry:
    """The bar of a screen while it is open, and what it began until that is over.

    Attributes:
        reads_date: Whether a date that was typed is being read.
    """

    def __init__(self, screen: TimelineScreen) -> None:
        self._screen = screen
        self._bar: Bar | None = None
        self._before: History | None = None
        self._seek_from: int | None = None
        self.reads_date = False

    @property
    def is_open(self) -> bool:
        """Whether something is being typed."""
        return self._bar is not None

    def open(self, purpose: Purpose) -> None:
        """Open the line for typing."""
        from kztimeline.tui.bar import Bar

        screen = self._screen
        text = self._text_for(purpose)
        self._before = screen.asking.history
        self._seek_from = screen.list_view.position if purpose == "find" else None
        self._bar = Bar(purpose, text, *self._help_with(purpose), screen.take_key)
        screen.show_keys(False)
        screen.mount(self._bar)
        if purpose in _OF_DATES:
            from kztimeline.tui.jumping import prepare

            prepare(screen)

    def _text_for(self, purpose: Purpose) -> str:
        """Return what a bar opens with."""
        view = self._screen.view
        if purpose == "filter":
            # Whoever types on adds a word, and does not lengthen the last one.
            return f"{view.query} " if view.query else ""
        if purpose == "as of":
            from kztimeline.tui.zoom_commands import as_of_text

            return as_of_text(self._screen)
        facets = self._screen.facets
        if purpose == "values" and facets is not None:
            return facets.words
        return view.find if purpose == "find" else ""

    def _help_with(self, purpose: Purpose) -> tuple[Complete, Leaves, GuessAt]:
        """Return what completes the text of a bar, counts what it leaves, guesses what it means."""
        screen = self._screen
        if purpose == "save":
            from kztimeline.tui.views_screen import complete_name

            return partial(complete_name, screen.timeline), lambda _text: None, lambda _text: ()
        view = screen.view.but(filtering=True)
        # A find adds to the filter, where that is on; a filter takes its place.
        before = f"({screen.view.active_query}) " if screen.view.active_query else ""
        query = f"{before}(%s)" if purpose == "find" else "%s"

        def leaves(text: str) -> int | None:
            return screen.leaves(view.but(query=query.replace("%s", text)))

        def complete(text: str, cursor: int) -> Sequence[Completion]:
            found = screen.search.complete(text, cursor, view)
            return _best_first(found, text, leaves) if screen.search.is_ready else found

        def guess(text: str) -> Sequence[Guess]:
            return screen.search.guesses(text, leaves) if purpose in _OF_WORDS else ()

        return complete, leaves, guess

    def take_key(self, key: str) -> bool:
        """Do what a key means for the open bar; False where that is nothing."""
        bar = self._bar
        if bar is None:
            return False
        if bar.take_key(key):
            return True
        if key == "enter":
            self._submit(bar.purpose, bar.text.strip())
        elif key == "escape":
            self._leave_preview()
            self._close()
        else:
            return False
        return True

    def take_early(self, event: Key) -> bool:
        """Take a character that was typed for the bar, but before the bar had the keys."""
        if self._bar is None or not event.character or not event.is_printable:
            return False
        self._bar.insert(event.character)
        return True

    def use(self, purpose: Purpose, text: str) -> None:
        """Show what the text typed so far asks for."""
        if purpose == "filter":
            self._screen.ask(query=text, filtering=True)
        elif purpose == "find":
            self._screen.ask(find=text)
        elif self._bar is not None and text == self._bar.text.strip():
            # What a bar closed meanwhile has reported late leads nowhere.
            self._bar.show_count(self._preview(purpose, text))

    def _preview(self, purpose: Purpose, text: str) -> str:
        """Show where a date or the words of a facet's values lead, and say it."""
        if purpose == "values" and self._screen.facets is not None:
            return self._screen.facets.narrow(text)
        if purpose != "jump":
            return ""
        from kztimeline.tui.jumping import preview

        if not text:
            self._leave_preview()
        return preview(self._screen, text)

    def _leave_preview(self) -> None:
        """Go back to the event from which a date was typed, or to all values of the facets."""
        if self._bar is None or self._before is None:
            return
        if self._bar.purpose == "jump":
            self._screen.ask(cursor=self._before.present.cursor)
        elif self._bar.purpose == "values" and self._screen.facets is not None:
            self._screen.facets.narrow("")

    def _submit(self, purpose: Purpose, text: str) -> None:
        if purpose in _OF_DATES:
            from kztimeline.tui.jumping import use_date

            # So that a date without a year is one of the year left, and undo one step.
            self._leave_preview()
            self._close()
            use_date(self._screen, purpose, text)
        elif purpose == "save":
            from kztimeline.tui.views_screen import save_as

            self._close()
            save_as(self._screen, text)
        elif purpose == "values":
            self.use(purpose, text)
            self._close()
            if text:
                self._screen.say(f"Values with {text}; {self._screen.key('back')} shows all.")
        elif self._bar is not None and not self._bar.mistaken:
            # Keys may come faster than the bar reports its text.
            self.use(purpose, text)
            self._close()

    def _close(self) -> None:
        """Close the bar at once, so that no further key is typed into it."""
        if self._bar is None:
            return
        self._bar.remove()
        self._bar = None
        self._screen.show_keys(True)
        self._screen.set_focus(None)
        if self._before is not None:
            self._screen.asking.close_step(self._before)
            if not self._screen.asking.waits:
                self._end()

    def _end(self) -> None:
        """Forget where the typing began."""
        self._before = self._seek_from = None
        self._screen.show_state()

    def follow(self, follow: Callable[[View], View]) -> None:
        """Go over to another timeline; a search goes on from the event selected there."""
        if self._before is not None:
            self._before = self._before.each(follow)
            self._seek_from = None

    # What the answers come to

    def waits_for_more(self, found: Found) -> bool:
        """Tell whether what is typed so far is better not shown."""
        bar = self._bar
        if bar is None or found.positions or not bar.unfinished:
            return False
        bar.show_count(self._screen.count())
        return True

    def show_answer(self) -> None:
        """Show what the text has come to, at the first event found."""
        self._screen.unsay(_SEARCHING)
        self._seek()
        if self._bar is not None:
            self._bar.show_count(self._count(self._bar))
            if not self._found_something(self._bar):
                self._bar.guess()
        else:
            self._end()

    def show_wait(self) -> None:
        """Show that an answer is still out."""
        if self._bar is not None:
            self._bar.show_count(_SEARCHING)
        else:
            self._screen.say(_SEARCHING)

    def show_mistake(self, mistake: QueryError) -> None:
        """Show what is wrong with the text."""
        if self._bar is not None:
            self._bar.show_mistake(mistake)
        else:
            self._end()
            self._screen.say(str(mistake))

    def _found_something(self, bar: Bar) -> bool:
        """Tell whether what is typed so far leads to an event that is shown."""
        hits = self._screen.hits if bar.purpose == "find" else None
        return bool(self._screen.shown if hits is None else self._seen(hits)[0])

    def _count(self, bar: Bar) -> str:
        screen, hits = self._screen, self._screen.hits
        if bar.purpose != "find" or hits is None:
            return screen.count()
        seen, hidden = self._seen(hits)
        return f"{seen} found, {hidden} not shown" if hidden else f"{seen} found"

    def _seen(self, hits: Found) -> tuple[int, int]:
        """Return how many of the events found are shown, and how many more are known."""
        if len(self._screen.shown) == len(self._screen.timeline.events):
            return len(hits.positions), 0
        found = set(hits.positions)
        seen = len(found.intersection(self._screen.shown))
        return seen, len(found.intersection(self._screen.chosen.everything)) - seen

    def seek(self, words: str) -> None:
        """Go to the first event that has these words."""
        self._seek_from = 0
        if words == self._screen.view.find:
            self._seek()
        else:
            self._screen.ask(find=words)

    def _seek(self) -> None:
        """Go to the first event found from where the search began."""
        screen, hits = self._screen, self._screen.hits
        if self._seek_from is None or hits is None:
            return
        layout = screen.list_view.arrangement
        row = next_hit(layout, hits.positions, self._seek_from - 1, 1)
        if row is not None:
            screen.move(row)
        if self._before is not None:
            return
        self._seek_from = None
        count, hidden = self._seen(hits)
        if row is not None:
            further = screen.key("next_match")
            screen.say(
                "1 event has these words."
                if count == 1
                else f"{count} events have these words; {further} goes to the next."
            )
        elif hidden:
            switch = screen.key("toggle_filter")
            screen.say(f"The filter hides the events with these words; {switch} switches it off.")
        else:
            screen.say(f"No date and no words of an event: {screen.view.find}")
            screen.ask(record=False, find="")
