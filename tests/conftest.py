"""Every test runs with a home of its own and sees no settings of the developer's.

A run of the whole suite fails where an action of the screen was done by no test, or a rule
of `kzt check` found nothing in any.
"""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from kztimeline.loading.cache import load_timeline
from kztimeline.query import Index
from kztimeline.timeline.model import Timeline
from tests.account import VARIABLE, note_rules, rules_noted
from tests.sampling import cases_left_to_the_slow_run

ROOT = Path(__file__).resolve().parent.parent

HOMES = count()
_SLOWEST = 900
"""Seconds for a slow test, on a machine that does other things beside."""
FAST = "not slow and not soak"
OF_EVERYTHING = "KZT_TESTS_OF_EVERYTHING"
settings.register_profile("fast", deadline=None, max_examples=25)
settings.register_profile("unhurried", deadline=None, max_examples=200)


# Hundreds of processes are started; compiling the program takes longer than running it.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Leave the developer's home before anything is collected; the workers inherit the new one.

    What is kept of a checked timeline is shared by all of them: it is made of what the
    timeline says.
    """
    if not hasattr(config, "workerinput"):
        home = Path(tempfile.mkdtemp(prefix="kzt-tests-"))
        config.add_cleanup(lambda: shutil.rmtree(home, ignore_errors=True))
        os.environ["HOME"] = str(home)
        for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = str(home / kind.lower())
        of_everything = config.args_source is not pytest.Config.ArgsSource.ARGS
        os.environ[OF_EVERYTHING] = "1" if of_everything else ""
    settings.load_profile("fast" if config.option.markexpr == FAST else "unhurried")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave to the slow tests what takes long.

    Properties are tried twice, on a few examples each time and on many among the slow tests. Of the
    cases that open the screen or run the program a run of everything has a sample; whoever names a
    file has all of them.
    """
    if config.option.markexpr != FAST:
        for item in items:
            test = getattr(item, "obj", None)
            if getattr(test, "is_hypothesis_test", False) and not item.get_closest_marker("soak"):
                item.add_marker("slow")
    if os.environ[OF_EVERYTHING]:
        for item in cases_left_to_the_slow_run(items):
            item.add_marker("slow")
    for item in items:
        if item.get_closest_marker("slow") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(_SLOWEST))


def pytest_collection_finish() -> None:
    """Spare the collector of garbage what stays to the end, and let it come less often."""
    collect_and_freeze()
    gc.set_threshold(100_000, 100, 100)


def collect_and_freeze() -> None:
    """Collect garbage once, and spare what is left from being looked through again."""
    gc.collect()
    gc.freeze()


CHOSEN_BY_READERS = ("KZT_TIMELINE", "KZT_DOCUMENTS", "NO_COLOR", "EDITOR", "VISUAL", "TMUX")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    # The factory would look through all homes that there are for the next number.
    home = tmp_path_factory.getbasetemp() / "homes" / str(next(HOMES))
    home.mkdir(parents=True)
    # What runs the tests may tell its workers how wide its own terminal is: that is not the size of
    # those that tests open.
    for name in (*CHOSEN_BY_READERS, "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    for kind in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    return home


@pytest.fixture
def own_cache(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of what is kept: nothing is shared with other tests."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(own_home / "cache"))


@pytest.fixture(scope="session")
def builtin() -> Timeline:
    """The timeline that comes with the program."""
    return load_timeline(ROOT / "events.yaml")


@pytest.fixture(scope="session")
def builtin_index(builtin: Timeline) -> Index:
    """The index of the timeline that comes with the program."""
    return Index(builtin)


@pytest.fixture
def texts() -> Path:
    """The folder with the documents' texts; the test is skipped where there is none."""
    named = os.environ.get("KZT_TEST_DOCUMENTS")
    folder = Path(named) if named else ROOT / "seeds"
    if not any(folder.glob("*.txt")):
        pytest.skip("the documents' texts are not at hand")
    return folder


ACTIONS_DONE: set[str] = set()


@pytest.fixture(autouse=True, scope="session")
def account_of_actions() -> Iterator[None]:
    """Note each action of the registry that some test does on purpose, not by chance."""
    from kztimeline.tui.screens.timeline import TimelineScreen

    do = TimelineScreen.do

    def noted(screen: TimelineScreen, action: str) -> None:
        if "test_monkey" not in os.environ.get("PYTEST_CURRENT_TEST", ""):
            ACTIONS_DONE.add(action)
        do(screen, action)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TimelineScreen, "do", noted)
        yield


@pytest.fixture(autouse=True, scope="session")
def styles_read_once() -> Iterator[None]:
    """Let the applications of a worker share what the same styles with the same colors come to.

    Each application reads its styles anew, which takes a twentieth of the time of its test.
    """
    from textual.css.model import RuleSet
    from textual.css.stylesheet import Stylesheet

    parse = Stylesheet._parse_rules
    read: dict[object, list[RuleSet]] = {}

    def parse_once(sheet: Stylesheet, css: str, *args: Any, **more: Any) -> list[RuleSet]:
        key = (css, args, tuple(more.items()), tuple(sheet._variables.items()))
        if key not in read:
            read[key] = parse(sheet, css, *args, **more)
        return read[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse_once)
        yield


RULES_BROKEN: set[str] = set()


@pytest.fixture(autouse=True, scope="session")
def account_of_rules(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Note each rule for timelines and cards that finds something in some test."""
    file = tmp_path_factory.mktemp("account") / "rules"
    file.touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(file))
        note_rules()
        yield
        RULES_BROKEN.update(rules_noted())


def left_out() -> Iterator[str]:
    """Yield what a run of everything has to complain of."""
    from kztimeline.loading.checks.cards import CARD_CHECKS, STRICT_CARD_CHECKS
    from kztimeline.loading.checks.strict import STRICT_CHECKS
    from kztimeline.loading.checks.whole_file import FILE_CHECKS
    from kztimeline.tui.commands import ACTIONS

    if missing := {action.id for action in ACTIONS} - ACTIONS_DONE:
        yield f"no test does these actions: {', '.join(sorted(missing))}"
    rules = {
        rule.__name__ for rule in (*FILE_CHECKS, *STRICT_CHECKS, *CARD_CHECKS, *STRICT_CARD_CHECKS)
    }
    if missing := rules - RULES_BROKEN:
        yield f"no test breaks these rules: {', '.join(sorted(missing))}"


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over the account of a worker process that has ended."""
    account = getattr(node, "workeroutput", {})
    ACTIONS_DONE.update(account.get("actions", ()))
    RULES_BROKEN.update(account.get("rules", ()))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run of everything in which an action or a rule was left out."""
    config = session.config
    if hasattr(config, "workeroutput"):
        config.workeroutput["actions"] = sorted(ACTIONS_DONE)
        config.workeroutput["rules"] = sorted(RULES_BROKEN)
        # At its end pytest collects five times; a worker that takes so long is interrupted.
        collect_and_freeze()
        return
    chosen = config.option.keyword or config.option.markexpr not in ("", FAST)
    if chosen or config.invocation_params.args or session.exitstatus:
        return
    for complaint in left_out():
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        print(f"\n{complaint}")
