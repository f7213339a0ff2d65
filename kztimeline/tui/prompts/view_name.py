"""Typing a name under which the view is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from kztimeline.query import Completion
from kztimeline.session.saved_views import (
    LONGEST_NAME,
    SavedViews,
    name_of,
    put_record,
    saved_records,
    saved_views,
    view_record,
)
from kztimeline.session.state.view_records import read_view
from kztimeline.text.cells import cut
from kztimeline.tui.render.notices import in_words
from kztimeline.tui.workspace.prompt import Prompt, Submitted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.session.view import View
    from kztimeline.tui.workspace.workspace import Workspace

_SAID: Final = 40


class NamePrompt(Prompt):
    """Keeps the present view under the name that is typed; another one there is asked about."""

    label: ClassVar[str] = "save"
    hints: ClassVar[Sequence[str]] = (
        "name, e.g. osce · also usable as: kzt list @osce",
        "name, e.g. osce",
    )
    offers: ClassVar[bool] = True
    goes_on: ClassVar[bool] = True

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._confirmed: tuple[str, object] = "", None
        self._notice = ""

    def complete(self, text: str, cursor: int) -> Sequence[Completion]:
        """Return the saved views whose names go on as the text begins."""
        timeline = self.workspace.session.timeline
        return [
            Completion(0, len(text), name, f"replaces: {in_words(view, timeline)}")
            for name, view in self._saved().views.items()
            if name.startswith(text[:cursor].strip().removeprefix("@"))
        ]

    def submit(self, text: str, _start: View) -> Submitted:
        """Save the view; a name that can be none stays to be mended."""
        if not text:
            nothing = "No name given; nothing was saved."
            return Submitted(then=partial(self.workspace.say, nothing))
        name = name_of(text)
        if name is None:
            refusal = "A name is one word of letters, digits, - and _; nothing was saved."
            if len(text) > LONGEST_NAME:
                refusal = f"A name has at most {LONGEST_NAME} letters; nothing was saved."
            return Submitted(refusal)
        session = self.workspace.session
        record = view_record(session.view.to_keep.but(find="", trail=()))
        self._saved()
        found = saved_records(session.timeline).get(name)
        if found not in (None, record) and self._confirmed != (name, found):
            self._confirmed = name, found
            told = cut(self._told(found), _SAID)
            return Submitted(f"@{name} is saved already: {told}; enter again replaces it.")
        return Submitted(then=partial(self._save, name, record, found))

    def _saved(self) -> SavedViews:
        """Return the saved views; what is to be said of their file is said when the bar closes."""
        saved = saved_views(self.workspace.session.timeline)
        self._notice = saved.notice or self._notice
        return saved

    def cancel(self) -> None:
        """Say what is to be said of the file, for it is said once."""
        self.workspace.say(self._notice)

    def _told(self, record: object) -> str:
        """Return in words what is saved."""
        if not isinstance(record, dict):
            return "what is not understood"
        return in_words(read_view(record).view, self.workspace.session.timeline)

    def _save(self, name: str, record: object, found: object) -> None:
        workspace = self.workspace
        try:
            written = put_record(workspace.session.timeline, name, record, found)
        except OSError as error:
            workspace.say(f"@{name} cannot be saved: {error.strerror or error}")
            return
        if not written.done:
            workspace.say(f"Nothing was saved: another window has changed @{name} just now.")
            return
        replaced = "" if found in (None, record) else f", in place of: {self._told(found)}"
        opens = workspace.key("saved_views")
        said = f"Saved as @{name}{cut(replaced, 60)}. {opens} opens it; also: kzt list @{name}"
        workspace.say(" · ".join(filter(None, (written.notice or self._notice, said))))
