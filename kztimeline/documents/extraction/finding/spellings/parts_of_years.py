"""Reads weeks, quarters, halves and fiscal years written as codes: "2005Q4", "2H15", "FY07"."""

from __future__ import annotations

import datetime as dt
import re

from kztimeline.documents.extraction.finding.lexicon import WORDS, Meaning
from kztimeline.documents.extraction.finding.spellings.joined_dates import NO_DATE, whole_year

_NUMBER = r"(?:0?[1-9]|[1-4]\d|5[0-3])"
WEEK = (
    rf"\d{{4}}-?W{_NUMBER}(?![\w-])"
    rf"|[Ww](?:eek|k\.?)[ ]{_NUMBER}(?:,[ ]|[ ](?:(?:of|in)[ ](?:the[ ]year[ ])?)?)\d{{4}}(?![\w-])"
)
"""A week with its year, for the pattern of a token: "2001-W22", "week 22 of 2001"."""


def read_fiscal(word: str) -> tuple[str, Meaning]:
    """Read "FY07"."""
    figures = re.findall(r"\d+", word)[0]
    return "FISCAL_CODE", whole_year(int(figures), len(figures))


def read_label(word: str) -> tuple[str, Meaning]:
    """Read "4Q" and "1H", which are written "Q4" and "H1" elsewhere."""
    return WORDS[word[::-1].lower()]


def read_part(word: str) -> tuple[str, Meaning]:
    """Read "2005Q4", "1Q06" and "Q4 2005" as "2005/4", and "2H15" as "2015/2"."""
    word = word.upper()
    label = re.search(r"(?<!\d)[1-4][QH]|[QH][1-4]", word)
    quarter = label[0].strip("QH") if label else ""
    rest = re.findall(r"\d+", word.replace(label[0], " ", 1) if label else "")
    symbol = "HALF_CODE" if "H" in word else "QUARTER_CODE"
    return symbol, f"{whole_year(int(rest[0]), len(rest[0]))}/{quarter}"


def read_quarters(word: str) -> tuple[str, Meaning]:
    """Read "Q1–Q3 2011" as "2011/1/3"."""
    first, last, year = re.findall(r"\d+", word)
    return ("QUARTERS_CODE", f"{year}/{first}/{last}") if first < last else NO_DATE


def read_edge_day(word: str) -> tuple[str, Meaning]:
    """Read "first day" as 1 and "last day" as -1."""
    return "EDGE_DAY", 1 if word.lower().startswith(("first", "opening")) else -1


def read_week(word: str) -> tuple[str, Meaning]:
    """Read "2001-W22" and "week 22 of 2001" as "2001/22"."""
    year, number = sorted(map(int, re.findall(r"\d+", word)), reverse=True)
    try:
        dt.date.fromisocalendar(year, number, 1)
    except ValueError:
        return NO_DATE
    return "WEEK_CODE", f"{year}/{number}"
