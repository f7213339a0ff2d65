"""Files far larger than anybody writes: work in proportion, and a message that can be read."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from kztimeline.loading.findings import MOST_SHOWN, FileError, report
from kztimeline.loading.loader import examine
from tests.files import event, timeline

KINDS: dict[str, tuple[Callable[[int], str], int]] = {
    "unknown keys": (
        lambda n: timeline(event() + "".join(f"    k{i}: 1\n" for i in range(n))),
        4000,
    ),
    "unknown keys above": (lambda n: "".join(f"k{i}: 1\n" for i in range(n)) + timeline(), 4000),
    "bad events": (lambda n: timeline(*(event(f"e{i}", "nonsense") for i in range(n))), 500),
    "one long text": (lambda n: timeline(event(title="xy " * n + "z")), 200_000),
    "one long line": (lambda n: timeline(event(title="x" * n)), 1_000_000),
    "the same id": (lambda n: timeline(*(event("one") for _ in range(n))), 500),
    "letters that hide": (lambda n: timeline(event(title="a\u200bb " * n)), 20_000),
}
FEWER = 20
"""How many times smaller the files are where calls are counted, which takes longer."""


def examined(text: str, path: Path) -> int:
    """Examine a timeline and have all said of it; return how many findings there are."""
    try:
        findings, _read = examine(path, text.encode())
    except FileError as error:
        findings = error.findings
    written = list(report(findings))
    assert len(written) <= MOST_SHOWN + 1
    assert sum(map(len, written)) < 2_000_000
    if len(findings) > MOST_SHOWN:
        assert f"{len(findings) - MOST_SHOWN} more" in written[-1]
    return len(findings)


def calls(text: str, path: Path) -> int:
    """The calls of functions that an examination makes, the same on every machine."""
    count = 0

    def counted(_frame: FrameType, kind: str, _what: object) -> None:
        nonlocal count
        count += kind in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        assert examined(text, path)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("kind", KINDS)
def test_work_grows_with_the_size(kind: str, tmp_path: Path) -> None:
    make, size = KINDS[kind]
    size //= FEWER
    path = tmp_path / "events.yaml"
    examined(make(size), path)  # what is worked out once is not counted
    small, large = calls(make(size), path), calls(make(4 * size), path)
    assert large < 4.5 * small, (small, large)


def seconds(text: str, path: Path) -> tuple[float, int]:
    """The time of the processor that an examination takes, and the findings.

    Without the collector of garbage, which goes through all that other tests left too.
    """
    gc.collect()
    gc.disable()
    start = time.process_time()
    try:
        found = examined(text, path)
        return time.process_time() - start, found
    finally:
        gc.enable()


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_time_grows_with_the_size(kind: str, tmp_path: Path) -> None:
    """As the calls do, also within one of them."""
    make, size = KINDS[kind]
    path = tmp_path / "events.yaml"
    small, found = seconds(make(size), path)
    text = make(4 * size)
    assert found
    # Once is enough; where something else had the machine, one of the next is.
    assert any(seconds(text, path)[0] < 12 * small + 0.5 for _ in range(3))


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize(
    ("kind", "size"),
    [
        ("unknown keys", 200_000),
        ("bad events", 30_000),
        ("one long line", 100_000_000),
        ("one long text", 30_000_000),
    ],
)
def test_the_largest(kind: str, size: int, tmp_path: Path) -> None:
    took, found = seconds(KINDS[kind][0](size), tmp_path / "events.yaml")
    print(f"\n{kind} {size}: {took:.1f} s, {found} findings")
