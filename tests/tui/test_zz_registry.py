"""Last of the tests of the screen: none of its actions was left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from kztimeline.tui.actions import ACTIONS

from .conftest import DONE


def test_every_action_was_done_by_some_test(request: pytest.FixtureRequest) -> None:
    collected = {item.path.name for item in request.session.items}
    here = {path.name for path in Path(__file__).parent.glob("test_*.py")}
    if not here <= collected or hasattr(request.config, "workerinput"):
        pytest.skip("only some of the tests are run")
    assert {action.id for action in ACTIONS} - DONE == set()
