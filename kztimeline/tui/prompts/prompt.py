"""What the reader types into the bar, from its opening to what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from kztimeline.session.view import View
from kztimeline.tui.prompts.guesses import question_of
from kztimeline.tui.prompts.typing_help import typing_help
from kztimeline.tui.render.list.moves import next_hit
from kztimeline.tui.render.notices import matches_text

if TYPE_CHECKING:
    from textual.events import Key

    from kztimeline.query import QueryError
    from kztimeline.session.search import Found
    from kztimeline.session.view import History
    from kztimeline.tui.screens.timeline import TimelineScreen
    from kztimeline.tui.widgets.messages import Purpose
    from kztimeline.tui.widgets.prompt_bar import Bar

KEYS_OF_LIST: Final = frozenset({"down", "up", "pagedown", "pageup"})
"""The keys that move in the list while the bar is open."""
_SEARCHING: Final = "Searching …"

_OF_DATES: Final = frozenset({"jump", "as of"})


class Entry:
    """The bar of a screen while it is open, and what it began until that is over."""

    def __init__(self, screen: TimelineScreen) -> None:
        self._screen = screen
        self._bar: Bar | None = None
        self._before: History | None = None
        self._words_before = ""
        self._height_before: int | None = None
        self._seek_from: int | None = None
        self._sought_from: History | None = None
        self._finding = False

    @property
    def is_open(self) -> bool:
        """Whether something is being typed."""
        return self._bar is not None

    def open(self, purpose: Purpose) -> None:
        """Open the line for typing."""
        from kztimeline.tui.widgets.prompt_bar import Bar

        screen = self._screen
        text = self._text_for(purpose)
        self._before = screen.asking.history
        self._words_before = screen.facets.words if screen.facets is not None else ""
        self._height_before = screen.list_view.height_of_cursor
        self._seek_from = screen.list_view.position if purpose == "find" else None
        self._bar = Bar(purpose, text, *typing_help(screen, purpose), screen.take_key)
        screen.show_keys(False)
        screen.mount(self._bar, before="#keys")

    def _text_for(self, purpose: Purpose) -> str:
        """Return what a bar opens with."""
        view = self._screen.view
        if purpose == "filter":
            # Whoever types on adds a word, and does not lengthen the last one.
            return f"{view.query} " if view.query else ""
        if purpose == "as of":
            from kztimeline.tui.commands.viewing import as_of_text

            return as_of_text(self._screen)
        facets = self._screen.facets
        if purpose == "values" and facets is not None:
            return facets.words
        return view.find if purpose == "find" else ""

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
            self._cancel()
        else:
            return False
        return True

    def take_early(self, event: Key) -> bool:
        """Take a character that was typed for the bar, but before the bar had the keys."""
        if not event.character or not event.is_printable:
            return False
        return self.take_early_text(event.character)

    def take_early_text(self, text: str) -> bool:
        """Take a text that came for the bar, but before the bar had the keys."""
        if self._bar is None:
            return False
        self._bar.insert(text)
        return True

    def use(self, purpose: Purpose, text: str) -> None:
        """Show what the text typed so far asks for."""
        if purpose == "filter":
            self._screen.ask(query=text, filtering=True)
        elif purpose == "find":
            self._screen.ask(find=text)
        elif self._bar is not None and text == self._bar.text.strip():
            # What a bar closed meanwhile has reported late leads nowhere.
            self._preview(self._bar, text)

    def _preview(self, bar: Bar, text: str) -> None:
        """Show where a date or the words of a facet's values lead, and say it."""
        if bar.purpose == "values" and self._screen.facets is not None:
            bar.show_count(self._screen.facets.narrow(text))
        elif bar.purpose in _OF_DATES and self._before is not None:
            from kztimeline.tui.prompts.date import preview

            leads = preview(self._screen, bar.purpose, text, self._before.present)
            if leads.mistake:
                bar.show_refusal(leads.mistake)
            else:
                bar.show_count(leads.text)
        else:
            bar.show_count("")

    def _cancel(self) -> None:
        """Close the bar and go back to what stood before it was opened."""
        before, bar = self._before, self._bar
        if before is None or bar is None:
            return
        if bar.purpose == "values" and self._screen.facets is not None:
            self._screen.facets.narrow(self._words_before)
        self._take_bar_away()
        self._before = self._seek_from = None
        # Whatever is still being answered counts no more.
        self._screen.asking.head_for(before)
        self._screen.list_view.hold(self._height_before)
        self._screen.show_state()

    def _submit(self, purpose: Purpose, text: str) -> None:
        if purpose in _OF_DATES:
            self._submit_date(purpose, text)
        elif purpose == "save":
            self._save(text)
        elif purpose == "values":
            self.use(purpose, text)
            self._close()
            if text:
                self._screen.say(f"Values with {text}; {self._screen.key('back')} shows all.")
        elif self._bar is not None and not self._bar.mistaken:
            # Keys may come faster than the bar reports its text.
            self.use(purpose, text)
            self._finding = purpose == "find"
            self._close()

    def _save(self, name: str) -> None:
        """Save the view under a name; one that can be none stays to be mended."""
        from kztimeline.tui.dialogs.saved_views import refused_name, save_as

        refusal = refused_name(name)
        if refusal and self._bar is not None:
            self._bar.show_refusal(refusal)
            return
        self._close()
        if name:
            save_as(self._screen, name)
        else:
            self._screen.say("No name given; nothing was saved.")

    def _submit_date(self, purpose: Purpose, text: str) -> None:
        """Go to a date, or see the timeline as of it; a date that is none stays to be mended."""
        from kztimeline.tui.prompts.date import read, use_date

        bar, before = self._bar, self._before
        if bar is None or before is None:
            return
        typed = read(self._screen, purpose, text, before.present)
        if typed.refusal:
            bar.show_refusal(typed.refusal)
            return
        # Where the preview led is no step of its own.
        self._cancel()
        use_date(self._screen, purpose, text, typed)

    def _close(self) -> None:
        """Close the bar; what was typed is one step, which undo takes back."""
        if self._bar is None:
            return
        self._take_bar_away()
        if self._before is not None:
            self._screen.asking.close_step(self._before)
            if not self._screen.asking.waits:
                self._end_with_answer()

    def _take_bar_away(self) -> None:
        """Remove the bar at once, so that no further key is typed into it."""
        if self._bar is not None:
            self._bar.remove()
            self._bar = None
            self._screen.show_keys(True)
            self._screen.set_focus(None)

    def _end(self) -> None:
        """Forget where the typing began; what is selected now is where the reader is."""
        self._before = self._seek_from = None
        self._finding = False
        self._screen.settle()
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
            if not self._leads_somewhere(self._bar):
                self._bar.guess()
        else:
            self._end_with_answer()

    def _end_with_answer(self) -> None:
        """Forget where the typing began; words that nothing has are not kept."""
        before = self._before if self._finding else None
        hits, words = self._screen.hits, self._screen.view.find
        self._end()
        if before is None or hits is None or not words:
            return
        seen, hidden = self._seen(hits)
        if not seen and hidden:
            switch = self._screen.key("toggle_filter")
            self._screen.say(f"{matches_text(0, hidden)}; {switch} turns the filter off.")
        elif not seen:
            self._screen.asking.head_for(before)
            self._say_unfound(f"No match for “{words}”.", words)

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

    def _leads_somewhere(self, bar: Bar) -> bool:
        """Tell whether what is typed so far leads to an event that is shown."""
        hits = self._screen.hits if bar.purpose == "find" else None
        return bool(self._screen.shown if hits is None else self._seen(hits)[0])

    def _count(self, bar: Bar) -> str:
        screen, hits = self._screen, self._screen.hits
        if bar.purpose != "find" or hits is None:
            return screen.count()
        return matches_text(*self._seen(hits))

    def _seen(self, hits: Found) -> tuple[int, int]:
        """Return how many of the events found are shown, and how many more are known."""
        if len(self._screen.shown) == len(self._screen.timeline.events):
            return len(hits.positions), 0
        found = set(hits.positions)
        seen = len(found.intersection(self._screen.shown))
        return seen, len(found.intersection(self._screen.chosen.everything)) - seen

    def seek(self, words: str) -> None:
        """Go to the first event that has these words."""
        self._seek_from, self._sought_from = 0, self._screen.asking.history
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
            screen.say(f"The filter hides the events with these words; {switch} turns it off.")
        else:
            words = screen.view.find
            if self._sought_from is not None:
                screen.asking.head_for(self._sought_from)
            self._say_unfound(f"“{words}” is neither a date nor a word in any event.", words)

    def _say_unfound(self, nothing: str, words: str) -> None:
        """Say that there is nothing, and what may be meant by the words."""
        meant = question_of(typing_help(self._screen, "find").guess(words))
        self._screen.say(f"No match for “{words}”. {meant}" if meant else nothing)
