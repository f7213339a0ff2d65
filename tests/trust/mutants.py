"""Mutation of the code: what may be changed in it without any test noticing. No test.

    python tests/trust/mutants.py ROOM COUNT [SEED] [MINUTES]

changes a copy of the project in COUNT places chosen at random, one at a time, and runs the
tests of the ROOM (one of `ROOMS`) on each. What survives is printed, to be looked at:
a change of behaviour wants a test. Tests that need the built-in timeline, take longer than
`SLOWEST` or fail on a copy of the project are left out. The project itself is never written to.
"""

from __future__ import annotations

import ast
import importlib
import math
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parent.parent.parent
SLOWEST: Final = 1.5
"""Seconds that a test may take to be run on every mutant."""
LIMIT: Final = 60
"""Seconds after which a mutant is taken to stand still, and to be noticed."""


class Room(NamedTuple):
    """What is mutated, as patterns below `kztimeline`, and the tests that should notice."""

    code: tuple[str, ...]
    tests: tuple[str, ...]


ROOMS: Final = {
    "dates": Room(("dates/*.py",), ("tests/dates", "tests/timeline", "tests/trust/test_models.py")),
    "typed": Room(("dates/typed/*.py",), ("tests/tui/test_typed_dates.py", "tests/query")),
    "query": Room(
        ("query/*.py", "query/words/*.py"), ("tests/query", "tests/trust/test_models.py")
    ),
    "checks": Room(
        ("loading/checks/*.py",),
        (
            "tests/loading/test_strict.py",
            "tests/loading/test_strict_rules.py",
            "tests/loading/test_loading.py",
            "tests/loading/test_chains.py",
            "tests/loading/test_quoting.py",
            "tests/documents/test_ledger.py",
            "tests/documents/test_own_cards.py",
        ),
    ),
}  # fmt: skip

# What is loaded once, before the tests of each mutant run in a process of their own.
AHEAD: Final = (
    "pytest",
    "hypothesis.strategies",
    "pydantic",
    "yaml",
    "textual.app",
    "edtf",
    "typer",
)

COMPARED: Final[dict[type, type]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
RECKONED: Final[dict[type, type]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.BitXor: ast.BitOr,
}  # fmt: skip
OPPOSITES: Final = {
    one: other
    for pair in (
        ("min", "max"), ("any", "all"), ("earliest", "latest"), ("start", "end"),
        ("startswith", "endswith"), ("fullmatch", "match"), ("possible", "certain"),
    )
    for one, other in (pair, pair[::-1])
}  # fmt: skip


class Change(NamedTuple):
    """A change of the code: at which node, of which kind, and what does it."""

    node: ast.AST
    kind: str
    make: Callable[[], Any]


def changes(tree: ast.AST) -> Iterator[Change]:
    """Yield every change that may be made, in an order that the same code always has."""
    for node in list(_run(tree)):
        yield from _of_operators(node)
        yield from _of_values(node)
        yield from _of_statements(node)


def _run(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what is run: neither annotations, nor docstrings, nor what is for type checkers."""
    yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns"):
            continue
        for child in value if isinstance(value, list) else [value]:
            said = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
            typing = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
            if isinstance(child, ast.AST) and not said and not typing:
                yield from _run(child)


def _of_operators(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Compare):
        for at, operator in enumerate(node.ops):
            other = COMPARED[type(operator)]
            yield Change(node, "comparison", partial(_put, node.ops, at, other()))
    elif isinstance(node, ast.BoolOp):
        other = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield Change(node, "and/or", lambda: setattr(node, "op", other()))
        yield Change(node, "last operand", lambda: node.values.pop())
    elif isinstance(node, ast.BinOp) and type(node.op) in RECKONED:
        yield Change(node, "reckoning", lambda: setattr(node, "op", RECKONED[type(node.op)]()))
    elif isinstance(node, ast.If | ast.IfExp | ast.While):
        yield Change(node, "condition", lambda: setattr(node, "test", _not(node.test)))
    elif isinstance(node, ast.comprehension) and node.ifs:
        yield Change(node.ifs[-1], "filter", lambda: node.ifs.pop())


def _put(among: list[Any], at: int, other: ast.AST) -> None:
    among[at] = other


def _not(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


def _of_values(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Constant):
        value = node.value
        if isinstance(value, bool):
            yield Change(node, "truth", lambda: setattr(node, "value", not value))
        elif isinstance(value, int):
            yield Change(node, "number", lambda: setattr(node, "value", value + 1))
        elif isinstance(value, str) and 0 < len(value) < 60:
            yield Change(node, "text", lambda: setattr(node, "value", f"XX{value}"))
    elif isinstance(node, ast.Name) and node.id in ("min", "max", "any", "all"):
        yield Change(node, "name", lambda: setattr(node, "id", OPPOSITES[node.id]))
    elif isinstance(node, ast.Attribute) and node.attr in OPPOSITES:
        yield Change(node, "attribute", lambda: setattr(node, "attr", OPPOSITES[node.attr]))


def _of_statements(node: ast.AST) -> Iterator[Change]:
    for field in ("body", "orelse"):
        body = getattr(node, field, None)
        if not isinstance(body, list) or isinstance(node, ast.Module | ast.ClassDef):
            continue
        for at, statement in enumerate(body):
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                continue
            bare = isinstance(statement, ast.If) and not statement.orelse
            if bare or isinstance(statement, ast.Expr | ast.AugAssign | ast.Raise | ast.Continue):
                yield Change(
                    statement,
                    "statement",
                    partial(_put, body, at, ast.Pass()),
                )


# Running the tests


class Timing:
    """How long each test took on the code as it is; without end for one that fails there."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def pytest_runtest_logreport(self, report: Any) -> None:
        took = math.inf if report.failed else report.duration
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0) + took

    def pytest_sessionfinish(self) -> None:
        lines = [f"{seconds} {name}" for name, seconds in self.seconds.items()]
        Path("times").write_text("\n".join(lines), encoding="utf-8")


class Choosing:
    """Leaves out tests that are slow, and has the quickest run first."""

    def __init__(self, seconds: dict[str, float]) -> None:
        self.seconds = seconds

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        kept = [
            item
            for item in items
            if "builtin" not in item.fixturenames and self.seconds.get(item.nodeid, 0) < SLOWEST
        ]
        items[:] = sorted(kept, key=lambda item: self.seconds.get(item.nodeid, 0))


def noticed(copy: Path, tests: tuple[str, ...], plugin: object, limit: float, *more: str) -> str:
    """Run tests on the copy as it is: "" where they pass, else what they say."""
    pid = os.fork()
    if pid == 0:
        os.setsid()
        os.chdir(copy)
        sys.path.insert(0, str(copy))
        output = os.open("output", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(output, 1)
        os.dup2(output, 2)
        import pytest

        options = ["-p", "no:cacheprovider", "-n", "0", "-q", "--tb=line", *more]
        os._exit(int(pytest.main([*options, *tests], plugins=[plugin])))
    end = time.monotonic() + limit
    while time.monotonic() < end:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            code = os.waitstatus_to_exitcode(status)
            return "" if code == 0 else (copy / "output").read_text("utf-8", "replace") or "failed"
        time.sleep(0.02)
    os.killpg(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return "stood still"


def quick_ones(copy: Path, tests: tuple[str, ...]) -> Choosing:
    """Run all tests once on the code as it is, and note how long each took."""
    noticed(copy, tests, Timing(), 900)
    times = (line.split(" ", 1) for line in (copy / "times").read_text("utf-8").splitlines())
    return Choosing({name: float(seconds) for seconds, name in times})


def mutated(path: Path, number: int) -> str:
    """Make one of the changes of a file, and return what it was."""
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    change = list(changes(tree))[number]
    before, line = ast.unparse(change.node), getattr(change.node, "lineno", 0)
    change.make()
    ast.fix_missing_locations(tree)
    path.write_text(ast.unparse(tree), "utf-8")
    after = "" if change.kind in ("statement", "filter") else ast.unparse(change.node)
    return " ".join(f"{line} {change.kind}: {before[:90]} -> {after[:90]}".split())


def main() -> None:
    name, count, *more = sys.argv[1:]
    seed, minutes = (int(more[0]) if more else 1), (float(more[1]) if len(more) > 1 else 600)
    room = ROOMS[name]
    for module in AHEAD:
        importlib.import_module(module)
    with tempfile.TemporaryDirectory(prefix="kzt-mutants-") as folder:
        copy = Path(folder)
        ignored = shutil.ignore_patterns(".*", "__pycache__", "screenshots", "benchmarks")
        shutil.copytree(ROOT, copy, ignore=ignored, dirs_exist_ok=True)
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        choosing = quick_ones(copy, room.tests)
        files = [path for each in room.code for path in sorted((copy / "kztimeline").glob(each))]
        places = [
            (path, number)
            for path in files
            for number, _ in enumerate(changes(ast.parse(path.read_text("utf-8"))))
        ]
        chosen = random.Random(seed).sample(places, min(int(count), len(places)))
        tried = survived = 0
        end = time.monotonic() + 60 * minutes
        for path, number in chosen:
            if time.monotonic() > end:
                break
            text = path.read_text("utf-8")
            said = mutated(path, number)
            tried += 1
            if not noticed(copy, room.tests, choosing, LIMIT, "-x"):
                survived += 1
                print(f"survived: {path.relative_to(copy)}:{said}", flush=True)
            path.write_text(text, "utf-8")
        print(f"{name}: {tried} of {len(places)} mutants, seed {seed}: {survived} survived")


if __name__ == "__main__":
    main()
