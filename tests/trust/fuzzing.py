"""A coverage-guided fuzzer over what reads text from outside; a program, and no test.

    python -m tests.trust.fuzzing TARGET FOLDER -max_total_time=600

needs `atheris`, which is no dependency of the tests. TARGET is one of `TARGETS`, FOLDER is
where inputs are kept that reached something new; what follows goes to libFuzzer. An input
that was written down (`crash-…`) is tried again by `… TARGET FILE`.
"""

from __future__ import annotations

import datetime as dt
import importlib
import json
import os
import pkgutil
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import atheris

HOME: Final = Path(tempfile.mkdtemp(prefix="kzt-fuzz-"))
os.fsync = lambda fd: None  # what is written need not outlive the machine
os.environ["HOME"] = str(HOME)
for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
    os.environ[f"XDG_{kind}_HOME"] = str(HOME / kind.lower())

ROOMS: Final = ("dates", "loading", "query", "session", "text", "timeline")

with atheris.instrument_imports(include=["kztimeline", "tomllib"]):
    import tomllib  # noqa: F401 (the program imports it where it needs it)

    import kztimeline
    from kztimeline.dates.display import display, display_short
    from kztimeline.dates.edtf import DateError, parse
    from kztimeline.dates.typed.reading import read_typed
    from kztimeline.loading.findings import FileError, report
    from kztimeline.loading.loader import examine
    from kztimeline.query import Index, QueryError, parse_query
    from kztimeline.session.pins import change_pins, load_pins
    from kztimeline.session.saved_views import keep_last_view, last_view, save_view, saved_views
    from kztimeline.session.settings import load_settings, settings_file
    from kztimeline.session.state.state_files import state_file, timeline_key
    from kztimeline.session.view import View

    for module in pkgutil.walk_packages(kztimeline.__path__, "kztimeline."):
        if module.name.split(".")[1] in ROOMS:
            importlib.import_module(module.name)

    from tests.files import CARD, write
    from tests.trust.test_hostile_text import shown_raw
    from tests.trust.test_kept import leaves
    from tests.trust.test_models import SMALL, assert_told, by_calendar, same
    from tests.tui.sample import sample

INVENTED: Final = sample()
INDEX: Final = Index(INVENTED)
FOLDER: Final = HOME / "work"
TIMELINE: Final = write(FOLDER, SMALL)

_VALUE: Final = re.compile(r'(?<=: )[^\n]+|(?<== )[^\n]+|(?<=^  - )[^\n]+|"\w+"(?=:)', re.MULTILINE)
"""What is replaced in a file that is right: a value, an entry of a list, a name in JSON."""


def text_of(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def file_like(right: str, data: bytes) -> bytes:
    """Return the content of a file: the data after `=`, or else a right file made wrong.

    In a right file each piece of the data, up to a zero byte, stands for the value
    that its first byte counts to; random bytes by themselves hardly ever get past the syntax.
    """
    if data[:1] == b"=":
        return data[1:]
    values = [match.span() for match in _VALUE.finditer(right)]
    pieces = {piece[0] % len(values): piece[1:] for piece in data.split(b"\0") if piece}
    content = right.encode()
    assert right.isascii()  # so that places in the text are places in the bytes
    for number in sorted(pieces, reverse=True):
        start, end = values[number]
        content = content[:start] + pieces[number] + content[end:]
    return content


# Targets


def fuzz_date(data: bytes) -> None:
    text = text_of(data)
    expected = by_calendar(text)
    try:
        date = parse(text)
    except DateError as fault:
        assert_told(text, fault, expected)
    else:
        assert (date.earliest, date.latest) == expected
        assert str(date) == text
        assert not shown_raw(display(date) + display_short(date))
    for near in (parse("2012-02-01"), None):
        read_typed(text, near, dt.date(2026, 11, 26))


def fuzz_query(data: bytes) -> None:
    text = text_of(data)
    try:
        query = parse_query(text, INVENTED)
    except QueryError as error:
        start, end = error.start, error.end
        if not 0 <= start <= end:
            raise AssertionError((start, end)) from error
        return
    found = INDEX.run(query)
    again = INDEX.run(parse_query(str(query), INVENTED))
    for at in range(len(INVENTED.events)):
        assert found.certainty(at) == again.certainty(at), str(query)


def examined(content: bytes) -> Any:
    """Examine a timeline; return it where it is right. What is found can be told."""
    try:
        findings, timeline = examine(TIMELINE, content)
    except FileError as error:
        findings, timeline = error.findings, None
    told = list(report(findings))
    assert told or timeline is not None
    return timeline


def fuzz_yaml(data: bytes) -> None:
    content = file_like(SMALL, data)
    timeline = examined(content)
    if timeline is not None:
        same(content.decode("utf-8-sig"), timeline)


def fuzz_card(data: bytes) -> None:
    right = CARD.format(
        sha256="0" * 64,
        characters=40,
        mentions="- span: '5:9'\n  text: 2011\n  date: '2011'\n  dismissed: so\n",
    )
    content = file_like(right, data)
    (FOLDER / "seeds").mkdir(exist_ok=True)
    (FOLDER / "seeds" / "001.yaml").write_bytes(content)
    examined(SMALL.encode())


def fuzz_toml(data: bytes) -> None:
    right = (
        'documents = "x"\ntheme = "dark"\nsigns = "ascii"\nkeep_screen = true\n'
        '[keys]\nundo = "u"\n"filter" = "f,F"\n'
    )
    path = settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file_like(right, data))
    load_settings()


def fuzz_state(data: bytes) -> None:
    """What is kept is read, changed and written; nothing that was there is lost."""
    key = timeline_key(INVENTED)
    view = dict.fromkeys(View._fields, "x")
    for name, own, change in (
        ("pins", {"pinned": ["vote"], "notes": {"vote": "x"}}, _pin),
        ("views", {"a": view, "b": {"query": "vote"}}, _save),
        ("last", view, _leave),
    ):
        path = state_file(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in path.parent.iterdir():
            old.unlink()
        path.write_bytes(file_like(json.dumps({key: own, "another": {"x": 1}}, indent=1), data))
        try:
            before = json.loads(path.read_bytes())
        except (ValueError, RecursionError):
            before = None
        change()
        after = json.loads(path.read_bytes())
        if not isinstance(before, dict):
            assert any("damaged" in other.name for other in path.parent.iterdir())
        elif name != "last":
            lost = set(map(repr, leaves(before))) - set(map(repr, leaves(after)))
            assert lost <= set(map(repr, leaves(before.get(key)))), lost


def _pin() -> None:
    load_pins(INVENTED)
    change_pins(INVENTED, lambda pins: pins.with_pin("press"))


def _save() -> None:
    saved_views(INVENTED)
    save_view(INVENTED, "new", View(query="press"))


def _leave() -> None:
    last_view(INVENTED)
    keep_last_view(INVENTED, View(query="press"))


TARGETS: Final[dict[str, tuple[Callable[[bytes], None], Sequence[bytes]]]] = {
    "date": (
        fuzz_date,
        [b"2012-02-29", b"199X~", b"../2012-05?", b"2011/2013%", b"the 3rd of March 2012",
         b"spring 2012", b"yesterday", b"3 weeks later", b"Q2 2012", b"since May"],
    ),
    "query": (
        fuzz_query,
        [b"in:2012..2013 -vote", b'topic:ferries or "the harbour"', b"(a b) or not c",
         b"after:2012-02 before:2013", b"importance:1..2 actor:ito", b"in:2012/.. x*"],
    ),
    "yaml": (fuzz_yaml, [b"\x10x", b"\x1e2012-02\0\x20'a: b'", b"=a: [b, {c: d}]\n", b"\x21>\n"]),
    "card": (fuzz_card, [b"\x02x", b"\x06'2012-02'\0\x0a'1:3'", b"=a: 1\n", b"\x08english"]),
    "toml": (fuzz_toml, [b"\x00'~/x'", b"\x04[]\0\x01\"light\"", b"=a.b = [1, 2.5]\n"]),
    "state": (fuzz_state, [b"\x02[3]", b"\x04\"x\",\0\x06[2012],", b"={\"a\": {}}", b"\x053,"]),
}  # fmt: skip


def main() -> None:
    name, place, *options = sys.argv[1:]
    target, seeds = TARGETS[name]
    if Path(place).is_file():
        target(Path(place).read_bytes())
        return
    Path(place).mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        Path(place, f"seed{number}").write_bytes(seed)
    atheris.Setup([sys.argv[0], place, *options], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
