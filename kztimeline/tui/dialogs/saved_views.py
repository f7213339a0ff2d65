"""Views kept under a name: saving one, and the list to open them from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message

from kztimeline.session.limits import narrowed
from kztimeline.session.saved_views import SavedViews, put_record, saved_records, saved_views
from kztimeline.text.cells import clean, fit, width
from kztimeline.text.pieces import Piece
from kztimeline.tui.dialogs.dialog import Dialog
from kztimeline.tui.render.notices import in_words
from kztimeline.tui.widgets.pick_list import PickList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult
    from textual.strip import Strip

    from kztimeline.session.view import View
    from kztimeline.timeline.model import Timeline

_COUNT: Final = 7
_WIDEST_NAME: Final = 24
_NO_VIEWS: Final = "No saved views yet."


class ViewList(PickList, can_focus=True):
    """The saved views, one a line: name, number of events, filter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "step(1)", show=False),
        Binding("k,up", "step(-1)", show=False),
        Binding("pagedown", "step(8)", show=False),
        Binding("pageup", "step(-8)", show=False),
        Binding("g,home", "step(-1000000)", show=False),
        Binding("G,end", "step(1000000)", show=False),
        Binding("enter,space", "open", show=False),
        Binding("x,delete", "forget", show=False),
        Binding("u", "restore", show=False),
    ]

    class Opened(Message):
        """A view was chosen."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(
        self, timeline: Timeline, leaves: Callable[[View], int | None], save_key: str
    ) -> None:
        super().__init__()
        self._timeline = timeline
        self._no_views = (_NO_VIEWS, "", f"{save_key} saves the current view.")
        self._leaves = leaves
        self._views: dict[str, View] = {}
        self._counts: dict[str, int | None] = {}
        self._records: dict[str, Any] = {}
        self._forgotten: list[tuple[str, object]] = []
        self.load(saved_views(timeline))

    @property
    def count(self) -> int:
        """How many views there are."""
        return len(self._views)

    def lines_of(self, number: int) -> range:
        """Return the line of a view."""
        return range(number, number + 1)

    @property
    def name_here(self) -> str | None:
        """The name of the view at the cursor."""
        names = list(self._views)
        return names[self.number] if names else None

    def load(self, saved: SavedViews) -> None:
        """Show what is saved."""
        self._views, self._records = saved.views, saved_records(self._timeline)
        self._counts = {name: self._leaves(view) for name, view in saved.views.items()}
        self.number = min(self.number, max(len(saved.views) - 1, 0))
        self.styles.height = max(len(saved.views), len(self._no_views)) + 2
        self._tell(saved.notice)

    def on_resize(self) -> None:
        """Tell how far there is to scroll."""
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._views))
        self.action_step(0)

    def render_line(self, y: int) -> Strip:
        """Return one line."""
        names = list(self._views)
        number = y + self.scroll_offset.y
        if not names and y < len(self._no_views):
            return self.line([Piece(fit(self._no_views[y], self.line_width, "centre"), "notice")])
        if number >= len(names):
            return self.line(())
        return self.line(self._pieces(names[number]), "selected" if number == self.number else "")

    def on_click(self, event: events.Click) -> None:
        """Open the view under the pointer."""
        offset = event.get_content_offset(self)
        if offset is not None and offset.y + self.scroll_offset.y < len(self._views):
            self.number = offset.y + self.scroll_offset.y
            self.action_open()

    def action_step(self, steps: int) -> None:
        """Move the cursor over so many views."""
        self.select(self.number + steps)

    def action_open(self) -> None:
        """Open the view at the cursor."""
        if self.name_here is not None:
            self.post_message(self.Opened(self.name_here))

    def action_forget(self) -> None:
        """Remove the view at the cursor, if it is still the one that is shown."""
        name = self.name_here
        if name is None:
            return
        record = self._records[name]
        if self._put(name, None, record, f"another window has changed @{name}; it stays"):
            self._forgotten.append((name, record))
            self._tell(f"@{name} deleted; u restores it")

    def action_restore(self) -> None:
        """Bring back the view that was removed last, where its name is free."""
        if self._forgotten:
            name, record = self._forgotten[-1]
            taken = f"another @{name} is saved now; the deleted one is not restored"
            if self._put(name, record, None, taken):
                self._forgotten.pop()

    def _put(self, name: str, record: object, instead_of: object, else_said: str) -> bool:
        """Write a record in place of another, and show what is saved then; tell whether it was."""
        try:
            written = put_record(self._timeline, name, record, instead_of)
        except OSError as error:
            self._tell(f"cannot be written: {error.strerror or error}")
            return False
        self.load(saved_views(self._timeline))
        self.on_resize()
        if written.notice or not written.done:
            self._tell(written.notice or else_said)
        return written.done

    def _tell(self, notice: str) -> None:
        keys = "enter opens · x deletes · esc closes" if self._views else "esc closes"
        self.border_subtitle = clean(notice or keys).replace("[", "\\[")
        self.refresh()

    def _pieces(self, name: str) -> list[Piece]:
        view, count = self._views[name], self._counts[name]
        names = min(max(map(width, self._views)), _WIDEST_NAME)
        return [
            Piece(f" @{fit(clean(name), names)} ", "key"),
            Piece(fit("?" if count is None else str(count), _COUNT, "right"), "count"),
            Piece("  "),
            Piece(clean(in_words(view, self._timeline)), "text" if narrowed(view) else "quiet"),
        ]


class ViewsScreen(Dialog[str | None]):
    """The list of the saved views over the timeline; gives the name that was chosen."""

    # Here and not in the style sheet, so that it is read when the list is first opened.
    DEFAULT_CSS = """
    ViewsScreen {
        align: center middle;
        ViewList {
            width: 84; max-width: 100%; max-height: 100%; padding: 0 1;
            border: round $kzt-line; background: $background;
            overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1;
            border-title-color: $kzt-strong; border-subtitle-color: $kzt-quiet;
            scrollbar-color: $kzt-line; scrollbar-background: $background;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,V", "dismiss", show=False)]

    def __init__(self, views: ViewList) -> None:
        super().__init__()
        self._list = views

    def compose(self) -> ComposeResult:
        """Show the list in a frame."""
        self._list.border_title = "Saved views"
        yield self._list

    def on_mount(self) -> None:
        """Take the keys, and let the timeline shine through."""
        # The style sheet says what every screen looks like, which outweighs the defaults here.
        if not self.app.current_theme.ansi:
            self.styles.background = self.styles.background.with_alpha(0.6)
        self._list.focus()

    @on(ViewList.Opened)
    def _opened(self, message: ViewList.Opened) -> None:
        self.dismiss(message.name)
