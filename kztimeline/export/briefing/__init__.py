"""A briefing: events as headlines, as one page or in full, with their sources numbered.

Knows events and what is said of them; it knows no files, no command and no screen.
"""

from kztimeline.export.briefing.forms import (
    SUFFIXES,
    BriefingForm,
    BriefingFormat,
    format_of,
    made_from,
)
from kztimeline.export.briefing.text import TEXT_WIDTH
from kztimeline.export.briefing.writing import paragraph, write_briefing

__all__ = [
    "SUFFIXES",
    "TEXT_WIDTH",
    "BriefingForm",
    "BriefingFormat",
    "format_of",
    "made_from",
    "paragraph",
    "write_briefing",
]
