"""What commands ask of the screen beside another view: dialogs, and the program itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.app import SuspendNotSupported

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.screen import Screen

    from kztimeline.tui.actions.action import Action
    from kztimeline.tui.workspace.choices import Doing, Item, Option
    from kztimeline.tui.workspace.session import Session
    from kztimeline.tui.workspace.workspace import Workspace

T = TypeVar("T")


class ScreenDialogs:
    """Dialogs over a screen; each is loaded when it is first opened."""

    def __init__(
        self,
        screen: Screen[None],
        workspace: Workspace,
        actions: tuple[Action, ...],
        possible: Callable[[], Sequence[Action]],
        do: Callable[[str], None],
    ) -> None:
        """Prepare the dialogs.

        Args:
            screen: What they stand over.
            workspace: What they ask about.
            actions: Everything that can ever be done.
            possible: Returns what can be done now.
            do: Does an action, by its id.
        """
        self._screen = screen
        self._workspace = workspace
        self._actions = actions
        self._possible = possible
        self._do = do

    @property
    def _session(self) -> Session:
        return self._workspace.session

    def choose(
        self,
        title: str,
        options: Sequence[Option],
        then: Callable[[str], object],
        nothing: str,
    ) -> None:
        """Ask for one of some options and use its target; say `nothing` where there is none."""
        if not options:
            self._workspace.say(nothing)
            return
        from kztimeline.tui.dialogs.choice import ChoiceDialog

        self._screen.app.push_screen(ChoiceDialog(title, options), _if_any(then))

    def menu(self, title: str, items: Sequence[Item]) -> None:
        """Offer a few things to do."""
        from kztimeline.tui.dialogs.menu import Menu

        self._screen.app.push_screen(Menu(title, items))

    def question(
        self,
        prompt: str,
        text: str,
        hint: str,
        accept: Callable[[str], str | Doing],
        *,
        replace: bool = False,
    ) -> None:
        """Ask for one line of text."""
        from kztimeline.tui.dialogs.question import QuestionDialog

        self._screen.app.push_screen(QuestionDialog(prompt, text, hint, accept, replace=replace))

    def saved_views(self, then: Callable[[str], object]) -> None:
        """Let the reader choose one of the saved views by its name, or delete some."""
        from kztimeline.tui.dialogs.saved_views import ViewList, ViewsScreen

        session = self._session
        views = ViewList(session.timeline, session.leaves, self._workspace.key("save_view"))
        self._screen.app.push_screen(ViewsScreen(views), _if_any(then))

    def help(self) -> None:
        """Show the keys and the signs."""
        from kztimeline.tui.dialogs.help import HelpScreen

        tracks = self._session.timeline.tracks
        seen = self._workspace.list.signs_in_sight()
        self._screen.app.push_screen(HelpScreen(self._actions, tracks, seen), self._if_possible)

    def _if_possible(self, action: str | None) -> None:
        """Do what was chosen in the help; say so where it cannot be done now."""
        if not action:
            return
        if any(item.id == action for item in self._possible()):
            self._do(action)
        else:
            self._workspace.say("Not possible here.")

    def palette(self) -> None:
        """Let the reader search everything that can be done now."""
        from kztimeline.tui.dialogs.palette import Palette

        possible = [action for action in self._possible() if action.id != "palette"]
        palette = Palette(possible, self._actions, self._workspace.key("help"))
        self._screen.app.push_screen(palette, self._if_possible)


def _if_any(then: Callable[[str], object]) -> Callable[[str | None], None]:
    def use(answer: str | None) -> None:
        if answer is not None:
            then(answer)

    return use


class ScreenProgram:
    """The program that a screen belongs to, and its terminal."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen

    def copy(self, text: str) -> None:
        """Copy a text to the terminal's clipboard."""
        self._screen.app.copy_to_clipboard(text)

    def work(self, job: Callable[[], T], then: Callable[[T], object], latest: str = "") -> None:
        """Do a job off the interface's thread, then use what it returns."""
        screen = self._screen

        def run() -> None:
            screen.call_later(then, job())

        screen.run_worker(run, thread=True, exclusive=bool(latest), group=latest or "work")

    def later(self, seconds: float, do: Callable[[], object]) -> None:
        """Do something after some seconds."""
        self._screen.set_timer(seconds, do)

    def lend_terminal(self, run: Callable[[], T]) -> T | None:
        """Return what `run` returns, which has the terminal; None where that cannot be lent."""
        try:
            with self._screen.app.suspend():
                return run()
        except SuspendNotSupported:
            return None

    def change_theme(self) -> str:
        """Change between dark and light; return what to say of it, if anything."""
        from kztimeline.tui.themes import OTHER

        app = self._screen.app
        app.theme = OTHER[app.theme]
        return "NO_COLOR is set: there are no colors to change." if app.no_color else ""

    def redraw(self) -> None:
        """Draw the whole screen anew, over whatever another program wrote on it."""
        self._screen.refresh(repaint=True, layout=True)

    def suspend(self) -> None:
        """Suspend the program to the shell."""
        self._screen.app.action_suspend_process()

    def quit(self) -> None:
        """End the program."""
        self._screen.app.exit()
