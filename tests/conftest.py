"""Every test runs with a home of its own and sees no settings of the developer's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from kztimeline.loading import load_timeline
from kztimeline.model import Timeline

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path_factory.mktemp("home")
    for name in ("KZT_TIMELINE", "KZT_DOCUMENTS", "NO_COLOR", "EDITOR", "VISUAL", "TMUX"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    return home


@pytest.fixture(scope="session")
def builtin() -> Timeline:
    """The timeline that comes with the program."""
    return load_timeline(ROOT / "events.yaml")


@pytest.fixture
def texts() -> Path:
    """The folder with the documents' texts; the test is skipped where there is none."""
    named = os.environ.get("KZT_TEST_DOCUMENTS")
    folder = Path(named) if named else ROOT / "seeds"
    if not any(folder.glob("*.txt")):
        pytest.skip("the documents' texts are not at hand")
    return folder
