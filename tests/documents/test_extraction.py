"""What the extractor finds in news prose, and what each phrase means."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction import Extracted, extract
from kztimeline.documents.extraction.finding.clauses import outlook
from kztimeline.documents.extraction.finding.phrases import Phrase
from tests.conftest import ROOT


def read(text: str, published: str | None = None) -> list[Extracted]:
    return extract(text, parse(published) if published else None)


def meanings(text: str, published: str | None = None) -> dict[str, str | None]:
    """Map each phrase to its date, or to what is known of it."""
    return {
        found.text: str(found.date) if found.date else found.known
        for found in read(text, published)
    }


NEWS = [
    pytest.param(
        "The envoys met in the capital on Tuesday, two weeks after a summit that leaders of "
        "five states held on Jan. 30. A second round opens on Feb. 20; by the end of this year "
        "a treaty should be ready, the ministry said last month.",
        "2015-02-13",
        {
            "Tuesday": "2015-02-10",
            "two weeks after": "P2W",
            "Jan. 30": "2015-01-30",
            "Feb. 20": "2015-02-20",
            "by the end of this year": "../2015",
            "last month": "2015-01",
        },
        id="diplomacy",
    ),
    pytest.param(
        "Inflation slowed to 8.4% in the third quarter of 2016 from 17.1% in the first half "
        "of 2016. Since 2013 the bank, which printed $100 million in 1994-95, has missed its "
        "target every year. It wants 4 percent by 2020.",
        "2016-11-07",
        {
            "the third quarter of 2016": "2016-07/2016-09",
            "the first half of 2016": "2016-01/2016-06",
            "Since 2013": "2013/..",
            "1994-95": "1994/1995",
            "every year": "P1Y",
            "by 2020": "../2020",
        },
        id="economy",
    ),
    pytest.param(
        "Protesters gathered on March 21 and 22, 2020, in the square. The next day, police "
        "cleared it; three days later the mayor, 54, resigned. In late April a court freed "
        "nine people, and that month ended quietly.",
        "2021-06-01",
        {
            "March 21": "2020-03-21",
            "22, 2020": "2020-03-22",
            "The next day": "2020-03-23",
            "three days later": "2020-03-26",
            "54": "P54Y",
            "late April": "2020-04",
            "that month": "2020-04",
        },
        id="protest",
    ),
    pytest.param(
        "The plant, built in the late 1970s, was shut in the summer of 1999. Between 3 and 17 "
        "November 2004 inspectors came back. A decade ago it would have been sold; today the "
        "7-year lease costs 1/3 of that.",
        "2012-05-30",
        {
            "the late 1970s": "197X",
            "the summer of 1999": "1999-06~/1999-08~",
            "3 and 17 November 2004": "2004-11-03/2004-11-17",
            "A decade ago": "2002~",
            "today": "2012-05-30",
            "7-year": "P7Y",
        },
        id="industry",
    ),
    pytest.param(
        "After the September 11 attacks a base opened at the airport. It closed in June 2014, "
        "thirteen years after 9/11. Yesterday's talks, the first since last August, lasted "
        "four hours; the next will be held on Friday.",
        "2017-03-22",
        {
            "September 11": "2001-09-11",
            "June 2014": "2014-06",
            "thirteen years after": "2014",
            "9/11": "2001-09-11",
            "Yesterday": "2017-03-21",
            "since last August": "2016-08/..",
            "four hours": "PT4H",
            "Friday": "2017-03-24",
        },
        id="security",
    ),
    pytest.param(
        "Two years after floods hit the valley in May 2008, half the houses stood empty. "
        "Earlier this week, on 14 December, the governor, who took office a year and a half "
        "ago, said that 250 had been rebuilt in recent months.",
        "2010-12-16",
        {
            "Two years after": "2010-05",
            "May 2008": "2008-05",
            "Earlier this week": "2010-12-13/2010-12-19",
            "14 December": "2010-12-14",
            "a year and a half ago": "2009-06",
            "recent months": "PAST_REF",
        },
        id="floods",
    ),
    pytest.param(
        "Born on 3 October 1951, he studied from September 1969 to May 1974, joined the "
        "ministry in early 1975 and left it in the mid-1980s. In the twentieth century few "
        "served longer: 18 years.",
        None,
        {
            "3 October 1951": "1951-10-03",
            "September 1969 to May 1974": "1969-09/1974-05",
            "early 1975": "1975",
            "the mid-1980s": "198X",
            "the twentieth century": "19XX",
            "18 years": "P18Y",
        },
        id="obituary",
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), NEWS)
def test_news_sample(text: str, published: str | None, expected: dict[str, str]) -> None:
    assert meanings(text, published) == expected


HISTORY = (
    "The uprising began on 4 April 1903. By June it had spread to the coast, and on 12 August "
    "1903 the fort fell. In November the rebels split; the following month they lost the "
    "harbour. In February the governor returned. A statue raised in 1978 stands there. On 2 "
    "March an amnesty was read out, and two days later the port opened. On 9 May 1904 the last "
    "band surrendered, and in September 1904 the garrison left. In June 1905 the trial ended."
)


def test_a_history_gives_its_own_years() -> None:
    found = meanings(HISTORY, "2009-12-19")
    assert found["By June"] == "../1903-06"
    assert found["November"] == "1903-11"
    assert found["the following month"] == "1903-12"
    assert found["February"] == "1904-02"
    assert found["2 March"] == "1904-03-02", "the statue's year is an aside"
    assert found["two days later"] == "1904-03-04"


def test_news_that_looks_back_stays_news() -> None:
    text = (
        "The union was founded in March 1994. In May 1999 it split, in June 2003 it met again, "
        "and on 4 July 2008 and 9 August 2010 strikes began.\n\n"
        "Last week its leader spoke in the capital. On Monday and yesterday he did not."
    )
    found = meanings(text, "2016-10-12")
    assert found["Last week"] == "2016-10-03/2016-10-09"
    assert found["Monday"] == "2016-10-10"
    assert found["yesterday"] == "2016-10-11"


@pytest.mark.parametrize(
    "text",
    [
        "You may march if you must, and the second half of the choir may sing.",
        "Under Article 378 and Articles 274 and 488 he was charged.",
        "The border is 7,644 kilometers long, a 7,644-kilometer line.",
        "It cost $100 million, or 3.68 billion, or EUR 1994.",
        "Less than 2% of exports, and 1/3 of the capital.",
        "ISSN 2330-717X\n\n149\n\nsee pp. 1995-1998 and page 2010.",
        "Some 2000 soldiers, 1991 tanks and 1,500 horses crossed; 227 died.",
        "Flight 1812 left; the C5+1 group met; columns 501(c)3 apply.",
        "He was second, and seconded the motion; a third is trade.",
        "Theresa May said she will fall in line, and Spring Street is closed.",
    ],
)
def test_guard(text: str) -> None:
    assert [found for found in read(text, "2012-02-03") if found.date] == []


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("In an interview in late January she spoke.", "late January"),
        ("It has grown since 2015 and will by 2050 lead.", "since 2015"),
        ("On April 26th, he announced it.", "April 26th"),
        ("The January 15 parliamentary vote was flawed.", "January 15"),
        ("He served from 1992-95 there.", "1992-95"),
        ("The ILO every year since 2015 has noted it.", "every year since 2015"),
    ],
)
def test_span_holds_what_changes_the_value(text: str, phrase: str) -> None:
    first = read(text, "2018-01-19")[0]
    assert first.text == phrase
    assert text[first.span.start : first.span.end] == phrase


def test_year_stands_in_the_same_sentence() -> None:
    text = "Since 2022, following the January civil unrest, it changed its constitution."
    found = read(text, "2024-01")
    assert [str(item.date) for item in found] == ["2022/..", "2022-01"]
    assert found[1].anchor == "2022 at 6-10"


def test_without_publication_nothing_is_guessed() -> None:
    text = "On April 26th they met; last week, on Tuesday, and two months ago they had not."
    assert meanings(text) == {
        "April 26th": "XXXX-04-26",
        "last week": "XXXX-WXX",
        "Tuesday": "XXXX-XX-XX",
        "two months ago": "XXXX-XX",
    }


def test_publication_known_to_the_month() -> None:
    text = "On Jan. 4 he spoke; last month, last year and this week others did; on Monday none."
    assert meanings(text, "2024-01") == {
        "Jan. 4": "2024-01-04",
        "last month": "2023-12",
        "last year": "2023",
        "this week": "2024-01",
        "Monday": "XXXX-XX-XX",
    }


@pytest.mark.parametrize(
    ("published", "phrase", "expected"),
    [
        ("2012-02-03", "In December", "2011-12"),
        ("2012-02-03", "In February", "2012-02"),
        ("2012-12-20", "On January 15", "2013-01-15"),
        ("2012-06-20", "The vote will be held on May 5", "2013-05-05"),
        ("2012-06-20", "The vote was held on May 5", "2012-05-05"),
        ("2018-01-19", "on Friday", "2018-01-19"),
        ("2007-01-10", "this winter", "2006-12~/2007-02~"),
        ("2007-01-10", "last summer", "2006-06~/2006-08~"),
        ("2017-08-03", "at the end of last year", "2016"),
    ],
)
def test_which_year_news_means(published: str, phrase: str, expected: str) -> None:
    assert list(meanings(f"{phrase}.", published).values()) == [expected]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("16–17 December 2011", "2011-12-16/2011-12-17"),
        ("Dec. 28, 2011–Jan. 3, 2012", "2011-12-28/2012-01-03"),
        ("July/August 1998", "1998-07/1998-08"),
        ("2011/12", "2011/2012"),
        ("1992–present", "1992/.."),
        ("31.12.2011", "2011-12-31"),
        ("05.06.2011", "2011-06-05"),
        ("12/31/2011", "2011-12-31"),
        ("2012-02-01", "2012-02-01"),
        ("Monday, the 11th of January, 2022", "2022-01-11"),
        ("about 1850", "1850~"),
        ("the 1990s", "199X"),
        ("Q1 2012", "2012-01/2012-03"),
        ("Christmas 2011", "2011-12-25"),
        ("30 February 2012", "2012-02-30"),
        ("480 BC", "BC0480"),
    ],
)
def test_form_of_date(phrase: str, expected: str) -> None:
    assert meanings(f"It was {phrase}.") == {phrase: expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ended in mid-1943.", {"mid-1943": "1943"}),
        ("He ruled from early to mid-1944.", {"early to mid-1944": "1944"}),
        ("In the mid-to-late 1980s it closed.", {"the mid-to-late 1980s": "198X"}),
        ("They froze in the winter of 1942–43.", {"the winter of 1942–43": "1942-12~/1943-02~"}),
        ("They landed on the night of 5/6 June 1944.", {
            "the night of 5/6 June 1944": "1944-06-05/1944-06-06",
        }),
        ("In the early hours of 6 June 1944 it rained.", {
            "the early hours of 6 June 1944": "1944-06-06",
        }),
        ("At 6:30 a.m. on June 6, 1944, guns fired.", {"6:30 a.m. on June 6, 1944": "1944-06-06"}),
        ("Profit fell in fiscal 2012.", {"fiscal 2012": "2012"}),
        ("The 2011 second quarter was weak.", {"The 2011 second quarter": "2011-04/2011-06"}),
        ("Built in the late 18th and early 19th centuries.", {
            "the late 18th": "17XX", "early 19th centuries": "18XX",
        }),
        ("The second half of the 19th century was quiet.", {
            "The second half of the 19th century": "18XX",
        }),
        ("The temple burned in AD 70.", {"AD 70": "0070"}),
        ("A church of c. 1200 stands there.", {"c. 1200": "1200~"}),
        ("The war of 499–493 BC was lost.", {"499–493 BC": "BC0499/BC0493"}),
        ("In summer and autumn of 481 BC ships were built.", {
            "summer": "BC0481-SU", "autumn of 481 BC": "BC0481-FA",
        }),
        ("On Easter Sunday 1916 nobody rose.", {"Easter Sunday 1916": "1916-04-23"}),
        ("On Good Friday 1998 they signed.", {"Good Friday 1998": "1998-04-10"}),
        ("On Thanksgiving Day 1999 he was found.", {"Thanksgiving Day 1999": "1999-11-25"}),
        ("On New Year's Day 2001 it began.", {"New Year's Day 2001": "2001-01-01"}),
        ("It began before D-Day.", {"before D-Day": "../1944-06-05"}),
        ("The borders of pre-1914 Europe.", {"1914": "1914"}),
        ("He was jailed in nineteen ninety-one.", {"nineteen ninety-one": "1991"}),
    ],
)  # fmt: skip
def test_class_of_expression(text: str, expected: dict[str, str]) -> None:
    assert meanings(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met at 10:30 on Saturday.", {"10:30 on Saturday": "2015-02-07"}),
        ("They will vote in two weeks.", {"two weeks": "2015-02-23/2015-03-01"}),
        ("Half a century ago it was a village.", {"Half a century ago": "196X"}),
        ("Over the weekend it snowed.", {"the weekend": "2015-02-07/2015-02-08"}),
        ("Fourth-quarter profit rose.", {"Fourth-quarter": "2014-10/2014-12"}),
        ("Profit rose in the third quarter of last year.", {
            "the third quarter of last year": "2014-07/2014-09",
        }),
        ("The opening, in April next year, is near.", {"April next year": "2016-04"}),
        ("She said on Tuesday that he will resign.", {"Tuesday": "2015-02-10"}),
        ("She will speak on Tuesday.", {"Tuesday": "2015-02-17"}),
        ("The truce holds until Tuesday.", {"until Tuesday": "../2015-02-17"}),
        ("He may leave as soon as Tuesday.", {"Tuesday": "2015-02-17"}),
        ("Two hours ago it ended.", {"Two hours ago": "2015-02-13"}),
        ("A trial over the bombing of 1988 is slow. In January it stopped.", {
            "1988": "1988", "January": "2015-01",
        }),
    ],
)  # fmt: skip
def test_class_of_expression_in_news(text: str, expected: dict[str, str]) -> None:
    assert meanings(text, "2015-02-13") == expected


def test_a_year_earlier_is_the_same_quarter() -> None:
    text = (
        "In the third quarter sales fell. A year earlier they rose; the year-ago quarter was good."
    )
    assert list(meanings(text, "2015-11-13").values()) == [
        *("2015-07/2015-09", "2014-07/2014-09", "2014-07/2014-09"),
    ]


def test_ancient_history_leaves_the_era_out() -> None:
    text = (
        "The siege began in 264 BC. A truce of 255 BC failed, and by 250 BC the fleet was gone. "
        "In 249 BC it was rebuilt. In 242 BC it sailed; in spring 241 Carvilius won. In 238 Sardo "
        "fell, and the land of 300 villages was his. The first peace (241–218) was brief."
    )
    found = meanings(text, "2009-12-19")
    assert found["spring 241"] == "BC0241-SP"
    assert found["238"] == "BC0238"
    assert found["241–218"] == "BC0241/BC0218"
    assert "300" not in found


def test_a_history_of_recent_years_is_a_history() -> None:
    text = (
        "Fighting began on 3 March 2007. In June it spread. On 9 August 2008 a truce was signed; "
        "two days later it broke. In January 2009 talks opened, in March 2009 they failed, and in "
        "May 2009 the army came back. On 2 July the town fell, and the next day the mayor fled."
    )
    found = meanings(text, "2009-12-19")
    assert found["June"] == "2007-06"
    assert found["two days later"] == "2008-08-11"
    assert found["the next day"] == "2009-07-03"


def test_kinds_and_precision() -> None:
    text = (
        "Since 2015, on 1 May 2016, in 1992-95, yesterday, daily, for two years, the envoy, "
        "aged 61, now spoke."
    )
    found = read(text, "2018-01-19")
    assert [item.kind for item in found] == [
        *("range", "date", "range", "relative", "set", "duration", "age", "vague"),
    ]
    assert [item.precision for item in found] == ["year", "day", "year", "day", *[None] * 4]
    assert all(0 < item.confidence <= 1 for item in found)


def test_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="only 'en'"):
        extract("le 4 avril", None, language="fr")


VOCABULARY = (
    "January May march 1991 31 30 '99 490 BC 1990s 9/11 16th - – , . \n\n ( the last next two "
    "years ago later before after Monday of in since by every quarter century millennium "
    "fortnight end half Christmas Easter Thanksgiving D-Day fiscal latest c. weekend 90s 5/6 AD "
    "31.12.2011 2012-02-30 10:30 p.m. 9999 00 winter a and "
    "hour minute second this ) ; : Sunday first"
)
WORDS = st.sampled_from(VOCABULARY.split(" "))
PUBLISHED = st.sampled_from([
    None, "0001-01-01", "9999-12-31", "2024-01", "199X", "2015/..", "2015-05-15",
])  # fmt: skip


@given(st.lists(WORDS, max_size=12).map(" ".join) | st.text(), PUBLISHED)
@example("Monday (", None)
@example("It came at the last hour; the party's last minute, and the next second.", "2015-05-15")
@example("the first Sunday of May and the last Monday of December", "0001-01-01")
@example("the first Sunday of May and the last Monday of December", "9999-12-31")
@settings(max_examples=3 * settings().max_examples)
def test_any_text_gives_ordered_spans_of_itself(text: str, published: str | None) -> None:
    end = 0
    for found in read(text, published):
        assert end <= found.span.start < found.span.end <= len(text)
        assert text[found.span.start : found.span.end] == found.text == found.text.strip()
        assert (found.date is None) == (found.precision is None)
        end = found.span.end


SAMPLES = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "benchmarks" / "extraction_samples").glob("*.txt"))
)
PIECES = st.builds(
    lambda start, length: SAMPLES[start : start + length],
    st.integers(0, len(SAMPLES)),
    st.integers(1, 120),
)


@pytest.mark.slow
@given(st.lists(PIECES, max_size=4).map(" ".join), PUBLISHED)
@settings(max_examples=20 * settings().max_examples)
def test_any_pieces_of_texts_can_be_read(text: str, published: str | None) -> None:
    assert all(found.text for found in read(text, published))


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["1 ", "January ", "1-", "the end of ", "two ", "12:", "1.", "'", "1990s-", "$1,"]
)
def test_time_is_linear(piece: str) -> None:
    def seconds(copies: int) -> float:
        start = time.process_time()
        read(piece * copies, "2012-02-03")
        return time.process_time() - start

    seconds(100)
    assert seconds(8_000) < 12 * seconds(2_000) + 0.2


def test_dateparser_waits_for_the_first_phrase_that_needs_it() -> None:
    code = (
        "import sys; from kztimeline.documents.extraction import extract; "
        "extract('On 1 May 1991', None); sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_clause_around_a_phrase_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[Phrase] = []
    before = outlook._read

    def reading(phrase: Phrase) -> outlook.Outlook:
        reads.append(phrase)
        return before(phrase)

    monkeypatch.setattr(outlook, "_read", reading)
    read("A ferry sank in May 2012. Divers came on May 17 and left a day later.", "2017-01-13")
    assert reads
    assert len({id(phrase) for phrase in reads}) == len(reads)
