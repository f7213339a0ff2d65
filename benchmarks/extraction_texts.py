"""Reads annotated texts for the benchmarks of the extraction: TimeML files and own samples.

Own samples mark each temporal expression whose value is a place in the calendar as
`{phrase=value}`, with TIMEX3 values. In *_texts.txt each begins with a line
`%% title published`; in *_phrases.txt each is one line, `published | text`, where ¶
stands for a line end.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kztimeline.documents.extraction.mentions import Timex

SAMPLES = Path(__file__).parent / "extraction_samples"
TUNING = (
    "tuning_texts",
    "tuning_news_texts",
    "tuning_report_texts",
    "tuning_phrases",
    "tuning_clause_phrases",
)
HELD_BACK = (
    "held_back_texts",
    "held_back_newsroom_texts",
    "held_back_service_texts",
    "held_back_archive_texts",
    "held_back_phrases",
)
HELD_OUT = frozenset({"04", "07", "10", "12", "14", "16"})
_WIKIWARS = re.compile(r"\d\d_")
_MARK = re.compile(r"\{([^{}=]*)=([^{}]*)\}")
_CALENDAR_VALUE = re.compile(r"(BC)?\d\d")


def read_samples() -> list[str]:
    """Return the names of the own samples whose errors are read, fitted to or not."""
    names = sorted(path.stem for path in SAMPLES.glob("*.txt"))
    return [name for name in names if not name.startswith("held_back")]


@dataclass(frozen=True, slots=True)
class Document:
    """An annotated text; `gold` holds spans in its text with their values."""

    name: str
    created: str
    text: str
    gold: list[Timex]


def is_calendar(value: str) -> bool:
    """Tell whether a TIMEX3 value names a place in the calendar: P2M does not."""
    return bool(_CALENDAR_VALUE.match(value))


def tells_date(value: str) -> bool:
    """Tell a TIMEX3 value that says when it was, from 1989-WXX, 1989-QX and P1W."""
    return is_calendar(value) and not value.endswith(("WXX", "QX"))


def agree(first: str, second: str) -> bool:
    """Tell whether two TIMEX3 values are the same, however they write what is unknown.

    Annotators of TempEval-3 write 1949-XX and 198X beside 1949 and 198, W5 beside W05.
    """
    return _plain(first) == _plain(second)


def _plain(value: str) -> str:
    return re.sub(r"W(\d)$", r"W0\1", re.sub(r"(?<=\d)(X|-XX|-WXX)+$", "", value))


def overlapping(gold: list[Timex], found: list[Timex]) -> list[tuple[Timex, Timex]]:
    """Pair annotations with findings one to one, in order of the text."""
    pairs = []
    position = 0
    for annotated in gold:
        while position < len(found) and found[position].end <= annotated.start:
            position += 1
        if position < len(found) and found[position].start < annotated.end:
            pairs.append((annotated, found[position]))
            position += 1
    return pairs


def corpus(folder: Path, held_out: bool = False) -> list[Document]:
    """Read the TimeML files of a folder; of WikiWars those held out, or those that are not."""
    return [
        read(path)
        for path in sorted(folder.glob("*.tml"))
        if not _WIKIWARS.match(path.name) or (path.name[:2] in HELD_OUT) == held_out
    ]


def read(path: Path) -> Document:
    """Read a TimeML file; offsets of its TIMEX3 run over the text of TEXT."""
    root = ElementTree.parse(path).getroot()
    body, created = root.find("TEXT"), root.find("DCT/TIMEX3")
    if body is None or created is None:
        raise ValueError(f"{path}: no TEXT or no DCT/TIMEX3; is it a TimeML document?")
    gold: list[Timex] = []
    text = "".join(_walk(body, gold, 0))
    return Document(path.stem, created.get("value", "")[:10], text, sorted(gold))


def _walk(element: ElementTree.Element, gold: list[Timex], offset: int) -> list[str]:
    pieces = [element.text or ""]
    for child in element:
        start = offset + sum(map(len, pieces))
        inner = "".join(_walk(child, gold, start))
        if child.tag == "TIMEX3":
            gold.append(Timex(start, start + len(inner), child.get("value", "")))
        pieces += [inner, child.tail or ""]
    return pieces


def samples(name: str) -> list[Document]:
    """Read own samples: "tuning_texts", "held_back_phrases", ..."""
    content = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    if name.endswith("_texts"):
        return list(_texts(content))
    return [
        _marked(str(number), *line.split(" | ", 1))
        for number, line in enumerate(content.splitlines(), 1)
        if " | " in line
    ]


def _texts(content: str) -> Iterator[Document]:
    for block in content.split("%% ")[1:]:
        head, _, body = block.partition("\n")
        title, published = head.rsplit(" ", 1)
        yield _marked(title, published, body)


def _marked(name: str, published: str, body: str) -> Document:
    gold: list[Timex] = []
    text, position = "", 0
    body = body.replace("¶", "\n").strip()
    for match in _MARK.finditer(body):
        text += body[position : match.start()]
        gold.append(Timex(len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        position = match.end()
    return Document(name, published, text + body[position:], gold)
