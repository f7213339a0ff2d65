"""What each command is used for, by example: the beginning of its help."""

from __future__ import annotations

from typing import Final, NamedTuple


class Example(NamedTuple):
    """A command line, and what it does."""

    line: str
    does: str


EXAMPLES: Final[dict[str, tuple[Example, ...]]] = {
    "": (
        Example("kzt", "open the timeline on the screen"),
        Example("kzt list actor:clinton in:2012", "list events, one a line"),
        Example("kzt export track:us in:2012 -o us.csv", "write them to a file"),
        Example("kzt help query", "explain the query language"),
    ),
    "list": (
        Example("kzt list zhanaozen", "events with a word"),
        Example("kzt list track:us in:2011-12..2012-02", "by track and date"),
        Example("kzt list nuclear --as-of 1994", "nothing later than 1994"),
        Example("kzt list --count is:disputed", "only how many"),
    ),
    "show": (
        Example("kzt show zhanaozen-2011", "one event with its sources"),
        Example("kzt list osce in:2010 | kzt show -", "all that a query finds"),
    ),
    "export": (
        Example("kzt export track:us in:2012 -o us.csv", "a table"),
        Example("kzt export topic:energy -o energy.html", "a page for the browser"),
        Example("kzt export in:2012 --format json", "to standard output"),
        Example("kzt export --columns date,title in:1991", "some columns"),
    ),
    "briefing": (
        Example("kzt briefing actor:clinton in:2012", "in full, with footnotes"),
        Example("kzt briefing nuclear --form page", "the most important, on one page"),
        Example("kzt briefing nuclear in:1991..1995 -o page.md", "in a file, as Markdown"),
    ),
    "values": (
        Example("kzt values actor", "every actor with a number of events"),
        Example("kzt values topic track:us in:2012", "topics of what a query finds"),
    ),
    "office": (
        Example("kzt office 2007-03-01", "president, ministers, envoys on a day"),
        Example("kzt office 1 mar 2007 --format json", "for a program"),
        Example("kzt office 2019", "all who were within a year"),
    ),
    "views": (
        Example("kzt views", "list the saved views"),
        Example("kzt views make osce topic:multilateral osce", "save a query as @osce"),
        Example("kzt views delete osce", "delete it"),
    ),
    "views make": (
        Example("kzt views make osce topic:multilateral osce", "save a query as @osce"),
        Example("kzt views make nukes nuclear in:1991..1995 --force", "in place of another"),
    ),
    "views delete": (
        Example("kzt views delete osce", "delete the view @osce"),
        Example("kzt views delete osce nukes", "delete two"),
    ),
    "keys": (
        Example("kzt keys", "every key of the screen"),
        Example("kzt keys --format markdown", "as a table"),
    ),
    "config": (
        Example("kzt config", "where everything is kept"),
        Example("kzt config --format json", "for a program"),
    ),
    "new": (
        Example("kzt new events.yaml", "ask for title, span and tracks"),
        Example(
            "kzt new war.yaml --title 'A war' --span 1914/1918 --track East --track West",
            "ask nothing",
        ),
    ),
    "check": (
        Example("kzt check events.yaml", "all that is wrong, by line and column"),
        Example("kzt check --strict events.yaml", "and what falls short of publication"),
        Example("kzt check --format json events.yaml", "for an editor"),
    ),
    "schema": (
        Example("kzt schema -o events.schema.json", "the schema of a timeline file"),
        Example("kzt schema card", "that of a document's card"),
    ),
    "import": (
        Example("kzt import table.csv -o new.yaml", "a table with columns such as date, title"),
        Example(
            "kzt import table.csv --map date=When --map title=What -o new.yaml",
            "columns with other names",
        ),
        Example("kzt import events.json -o again.yaml", "what kzt export wrote"),
    ),
    "extract": (
        Example("kzt extract page.txt --published 2012-02-03", "every date in a document"),
        Example("kzt extract page.txt --format stubs --track home", "events to fill in"),
    ),
    "coverage": (
        Example("kzt coverage", "what became of every date in the documents"),
        Example("kzt coverage --format csv -o coverage.csv", "as a table"),
    ),
    "seeds": (
        Example("kzt seeds", "the documents' cards"),
        Example(
            "kzt seeds add page.txt --published 2012-02-03 --title 'A page' -t events.yaml",
            "add one",
        ),
        Example("kzt seeds walk -t events.yaml", "make events of the dates in it"),
        Example("kzt seeds cite -t events.yaml", "name in the cards the events that cite them"),
    ),
    "seeds add": (
        Example(
            "kzt seeds add page.txt --published 2012-02-03 --title 'A page' -t events.yaml",
            "write the card of a document",
        ),
        Example(
            "kzt seeds add page.txt --published 2012 --title P --id other -t events.yaml",
            "under another id",
        ),
    ),
    "seeds walk": (
        Example("kzt seeds walk page -t events.yaml", "an event or a reason for each open date"),
        Example("kzt seeds walk -t events.yaml", "through all cards, from where it ended"),
    ),
    "seeds cite": (
        Example("kzt seeds cite -t events.yaml", "in every card, from the events' spans"),
        Example("kzt seeds cite page -t events.yaml", "in one card"),
    ),
    "seeds reopen": (
        Example("kzt seeds reopen page 1 -t events.yaml", "the first date, as the walk counts"),
        Example("kzt seeds reopen page 7-17 -t events.yaml", "the date at some place"),
    ),
    "seeds dismiss": (
        Example(
            "kzt seeds dismiss page --kind duration --reason 'a length of time' -t events.yaml",
            "all of a kind that are open",
        ),
        Example(
            "kzt seeds dismiss page 7-17 --reason background -t events.yaml",
            "those at some places",
        ),
    ),
    "help": (
        Example("kzt help", "what kzt does"),
        Example("kzt help query", "the query language"),
        Example("kzt help list", "a command"),
    ),
}
"""For each command, by the words after `kzt`: two to four examples."""
