"""Other extractors, each as a function from a text to what TimeML would annotate.

None of them is needed to run the benchmark; one that is not installed is left out.
`pip install recognizers-text-suite 'emoji<1' parsedatetime timexy` brings three,
`npm install chrono-node` in a folder named by CHRONO_FOLDER the fourth. Most give a day
for whatever they find; the words of the phrase then say whether a week, month or year
is meant, which is to their advantage.
"""

from __future__ import annotations

import datetime as dt
import importlib
import json
import os
import re
import subprocess
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from extraction_texts import Document

from kztimeline.documents.extraction.mentions import Timex

System = Callable[[Document], list[Timex]]
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DAY_NAMED = re.compile(
    rf"day\b|tonight|tomorrow|\d(?:st|nd|rd|th)\b|(?:{_MONTHS})[a-z]*\.?\s+\d{{1,2}}\b(?!\d)"
    rf"|\b\d{{1,2}}\s+(?:of\s+)?(?:{_MONTHS})|\d[/.-]\d",
    re.IGNORECASE,
)
_CHRONO = """
const chrono = require("chrono-node");
const documents = JSON.parse(require("fs").readFileSync(0));
console.log(JSON.stringify(documents.map(([text, day]) =>
  chrono.en.parse(text, new Date(day + "T12:00:00")).map(found => {
    const start = found.start;
    return [found.index, found.text, start.get("year"), start.get("month"), start.get("day")];
  }))));
"""


def valued(phrase: str, day: dt.date) -> str:
    """Return the TIMEX3 value of a day in the unit that the words of a phrase name."""
    if _DAY_NAMED.search(phrase):
        return day.isoformat()
    if re.search("week", phrase, re.IGNORECASE):
        return f"{day:%G-W%V}"
    if re.search(rf"month|\b(?:{_MONTHS})", phrase, re.IGNORECASE):
        return f"{day:%Y-%m}"
    if re.search(r"year|\d{4}", phrase, re.IGNORECASE):
        return f"{day:%Y}"
    return day.isoformat()


def search_dates_at_defaults(document: Document) -> list[Timex]:
    """Run search_dates with nothing but the text."""
    return _search_dates(document.text)


def search_dates_at_best(document: Document) -> list[Timex]:
    """Run search_dates with the settings that score best on tuning documents."""
    settings = {
        "PREFER_DATES_FROM": "past",
        "REQUIRE_PARTS": ["year"],
        "PARSERS": ["absolute-time"],
        "RELATIVE_BASE": dt.datetime.fromisoformat(document.created),
    }
    return _search_dates(document.text, languages=["en"], settings=settings)


def _search_dates(text: str, **options: Any) -> list[Timex]:
    from dateparser.search import search_dates

    found, position = [], 0
    for phrase, moment in search_dates(text, **options) or []:
        start = text.find(phrase, position)
        if start >= 0:
            position = start + len(phrase)
            found.append(Timex(start, position, valued(phrase, moment.date())))
    return found


def recognizers(document: Document) -> list[Timex]:
    """Run Microsoft's Recognizers-Text; of two values it gives, the one not after publication."""
    module = importlib.import_module("recognizers_date_time")
    base = dt.datetime.fromisoformat(document.created)
    results = module.recognize_datetime(document.text, "en-us", reference=base)
    found = []
    for result in results:
        values = (result.resolution or {}).get("values", [])
        value = _recognized(values, document.created)
        if value:
            found.append(Timex(result.start, result.end + 1, value))
    return found


def _recognized(values: list[dict[str, str]], created: str) -> str:
    dated = [each for each in values if (each.get("value") or each.get("start", ""))[:1].isdigit()]
    begun = [each for each in dated if (each.get("value") or each["start"])[:10] <= created]
    if not dated:
        return ""
    best = (begun or dated)[-1 if begun else 0]
    day, timex = (best.get("value") or best["start"])[:10], best.get("timex", "")
    if "X" not in timex and re.fullmatch(r"\d{4}(-(\d\d|W\d\d|[A-Z]{2}))?(-\d\d)?", timex):
        return timex
    if re.fullmatch(r"XXXX-\d\d", timex):
        return day[:7]
    return day


def parsedatetime(document: Document) -> list[Timex]:
    """Run parsedatetime's search."""
    module = importlib.import_module("parsedatetime")
    base = dt.datetime.fromisoformat(document.created)
    results = module.Calendar().nlp(document.text, base) or ()
    return [
        Timex(start, end, valued(phrase, moment.date()))
        for moment, _, start, end, phrase in results
    ]


@lru_cache(maxsize=1)
def _timexy() -> Any:
    spacy = importlib.import_module("spacy")
    importlib.import_module("timexy")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy"})
    return pipeline


def timexy(document: Document) -> list[Timex]:
    """Run timexy in an empty spaCy pipeline."""
    found = []
    for entity in _timexy()(document.text).ents:
        value = re.search(r'value="(\d{4}-\d\d-\d\d)', entity.kb_id_)
        if value:
            day = dt.date.fromisoformat(value[1])
            found.append(Timex(entity.start_char, entity.end_char, valued(entity.text, day)))
    return found


def chrono(document: Document) -> list[Timex]:
    """Run chrono; of a range its beginning."""
    folder = os.environ["CHRONO_FOLDER"]
    text = document.text
    run = subprocess.run(
        ["node", "-e", _CHRONO],
        input=json.dumps([[text, document.created]]),
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
    )
    units = text.encode("utf-16-le")
    found = []
    for index, phrase, year, month, day in json.loads(run.stdout)[0]:
        start = len(units[: 2 * index].decode("utf-16-le"))
        value = valued(phrase, dt.date(year, month, day))
        found.append(Timex(start, start + len(phrase), value))
    return found


def rivals() -> dict[str, System]:
    """Return those that are installed."""
    found: dict[str, System] = {
        "dateparser, defaults": search_dates_at_defaults,
        "dateparser, best settings": search_dates_at_best,
    }
    for name, module, system in (
        ("Recognizers-Text", "recognizers_date_time", recognizers),
        ("parsedatetime", "parsedatetime", parsedatetime),
        ("timexy", "timexy", timexy),
    ):
        try:
            importlib.import_module(module)
        except ImportError:
            continue
        found[name] = system
    if "CHRONO_FOLDER" in os.environ:
        found["chrono"] = chrono
    return found
