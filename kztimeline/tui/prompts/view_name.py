"""Typing a name under which the view is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from kztimeline.query import Completion
from kztimeline.session.saved_views import name_of, save_view, saved_views
from kztimeline.text.cells import cut
from kztimeline.tui.render.notices import in_words
from kztimeline.tui.workspace.prompt import Prompt, Submitted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.session.view import View
    from kztimeline.tui.workspace.workspace import Workspace


class NamePrompt(Prompt):
    """Keeps the present view under the name that is typed."""

    label: ClassVar[str] = "save"
    hints: ClassVar[Sequence[str]] = (
        "name, e.g. osce · also usable as: kzt list @osce",
        "name, e.g. osce",
    )
    offers: ClassVar[bool] = True
    goes_on: ClassVar[bool] = True

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def complete(self, text: str, cursor: int) -> Sequence[Completion]:
        """Return the saved views whose names go on as the text begins."""
        timeline = self.workspace.session.timeline
        return [
            Completion(0, len(text), name, f"replaces: {in_words(view, timeline)}")
            for name, view in saved_views(timeline).views.items()
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
            return Submitted(refusal)
        return Submitted(then=partial(self._save, name))

    def _save(self, name: str) -> None:
        workspace, session = self.workspace, self.workspace.session
        before = saved_views(session.timeline).views.get(name)
        try:
            notice = save_view(session.timeline, name, session.view.to_keep.but(find="", trail=()))
        except OSError as error:
            workspace.say(f"@{name} cannot be saved: {error.strerror or error}")
            return
        replaced = (
            f", in place of: {in_words(before, session.timeline)}"
            if before not in (None, session.view)
            else ""
        )
        opens = workspace.key("saved_views")
        said = f"Saved as @{name}{cut(replaced, 60)}. {opens} opens it; also: kzt list @{name}"
        workspace.say(notice or said)
