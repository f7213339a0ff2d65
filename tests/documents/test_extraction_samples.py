"""The annotated samples: what is right in those never tuned on, and what certainty is worth."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction import extract
from kztimeline.documents.extraction.weighing.weights import WEIGHTS

BENCHMARKS = Path(__file__).parents[1].parent / "benchmarks"


@pytest.fixture(scope="module")
def scored() -> dict[str, float]:
    """Return date F1 by set of held-back samples, as the benchmark prints it."""
    run = benchmark("extraction.py")
    rows = [line.split(" | ") for line in run.splitlines() if line.startswith("| kzt extract")]
    return dict(
        zip(
            ("texts", "newsroom", "dispatches", "agencies", "phrases"),
            (float(row[4]) for row in rows),
            strict=True,
        )
    )


def benchmark(*arguments: str) -> str:
    run = subprocess.run(
        [sys.executable, BENCHMARKS / arguments[0], *arguments[1:]],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.mark.slow
def test_held_back_texts_and_phrases(scored: dict[str, float]) -> None:
    assert scored["texts"] >= 0.94
    assert scored["newsroom"] >= 0.94
    assert scored["dispatches"] >= 0.88
    assert scored["agencies"] >= 0.88
    assert scored["phrases"] >= 0.92


@pytest.mark.slow
def test_nine_in_ten_are_right_of_those_said_to_be() -> None:
    table = benchmark("extraction.py", "--reliability").partition("| said |")[2]
    rows = [line.split(" | ") for line in table.splitlines() if " to " in line]
    sure = [(int(row[1]), float(row[3].rstrip(" |"))) for row in rows if row[0] >= "| 0.90"]
    right = sum(number * share for number, share in sure) / sum(number for number, _ in sure)
    assert right >= 0.9


@pytest.mark.slow
def test_the_fitting_can_be_run_again() -> None:
    text = benchmark("extraction_fit.py", "--dry-run")
    fitted: dict[str, object] = {}
    exec(text[text.index('"""What each piece') :], fitted)
    weights = fitted["WEIGHTS"]
    assert isinstance(weights, dict)
    assert weights["nearest on its side of publication"] > 1


@pytest.mark.slow
def test_the_table_of_worth_is_written_of_the_weights_as_they_are() -> None:
    text = benchmark("extraction_fit.py", "--dry-run", "--worth")
    assert text.count("| evidence | weight |") == 1
    assert listed(text) == {name: f"{value:+.2f}" for name, value in WEIGHTS.items()}


def test_the_page_of_worth_lists_the_weights_as_they_are() -> None:
    text = (BENCHMARKS / "worth.md").read_text(encoding="utf-8")
    assert listed(text) == {name: f"{value:+.2f}" for name, value in WEIGHTS.items()}


def listed(text: str) -> dict[str, str]:
    """Return the evidence and weights that a table lists."""
    table = text.partition("| evidence | weight |")[2].partition("\n\n")[0]
    cells = [line.strip("| ").split(" | ") for line in table.splitlines() if " | " in line]
    return {row[0]: row[1] for row in cells if row[1][0] in "+-" and row[0] != "cases"}


@pytest.mark.slow
def test_each_weight_is_of_some_evidence() -> None:
    """A weight whose evidence no sample shows has lost its name in the code."""
    names = {
        name
        for line in (BENCHMARKS / "extraction_samples" / "tuning_phrases.txt")
        .read_text(encoding="utf-8")
        .splitlines()
        for found in extract(plain(line), parse(line[:10]))
        for one in found.weighed
        for name, _ in one.evidence
    }
    assert len(WEIGHTS.keys() - names) <= len(WEIGHTS) // 5


def plain(line: str) -> str:
    text = line.partition(" | ")[2].replace("¶", "\n")
    return "".join(part.partition("=")[0] + part.partition("}")[2] for part in text.split("{"))
