"""Keeps account of the actions that tests of the screen do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kztimeline.tui.screen import TimelineScreen

DONE: set[str] = set()


@pytest.fixture(autouse=True, scope="session")
def account_of_actions() -> Iterator[None]:
    """Note each action of the registry that some test does."""
    do = TimelineScreen.do

    def noted(screen: TimelineScreen, action: str) -> None:
        DONE.add(action)
        do(screen, action)

    TimelineScreen.do = noted  # type: ignore[method-assign]
    yield
    TimelineScreen.do = do  # type: ignore[method-assign]
