"""Figurative days, names that hold a date, what is of a life or of every year, and matches."""

from __future__ import annotations

from .dates_told import for_each_case, times_told

# Publication, text, and what some of its phrases mean; None for what is no date at all.
KINDS: dict[str, list[tuple[str, str, dict[str, str | None]]]] = {
    "yesterday and tomorrow that are no days": [
        ("2014-11-12", "She recalls the flood as if it were yesterday.", {"yesterday": None}),
        (
            "2014-11-12",
            "I can see the crash as though it had happened only yesterday.",
            {"yesterday": None},
        ),
        ("2014-11-12", "They laughed as if they had met yesterday.", {"yesterday": None}),
        ("2014-11-12", "To him the wedding still seems like yesterday.", {"yesterday": None}),
        (
            "2014-11-12",
            "It feels like only yesterday that the bakery opened.",
            {"yesterday": None},
        ),
        ("2014-11-12", "I remember my first goal like yesterday.", {"yesterday": None}),
        ("2014-11-12", "She was not born yesterday.", {"yesterday": None}),
        ("2014-11-12", "It might have been yesterday, so clear is it.", {"yesterday": None}),
        (
            "2014-11-12",
            "The town looks as if yesterday's storm had spared it.",
            {"yesterday": "2014-11-11"},
        ),
        ("2014-11-12", "They danced like there was no tomorrow.", {"tomorrow": None}),
        ("2014-11-12", "Critics called them yesterday's men.", {"yesterday": None}),
        ("2014-11-12", "That pact is yesterday's thinking.", {"yesterday": None}),
        ("2014-11-12", "The merger is yesterday's news.", {"yesterday": None}),
        (
            "2014-11-12",
            "The college trains the nurses of tomorrow in two old houses.",
            {"tomorrow": "FUTURE_REF"},
        ),
        ("2014-11-12", "Nobody will queue in the bank of tomorrow.", {"tomorrow": "FUTURE_REF"}),
        (
            "2014-11-12",
            "It looks as if the bridge fell yesterday and will be gone tomorrow.",
            {"yesterday": "2014-11-11", "tomorrow": "2014-11-13"},
        ),
        (
            "2014-11-12",
            "He acted as if nothing was wrong and left yesterday.",
            {"yesterday": "2014-11-11"},
        ),
        ("2014-11-12", "It seems yesterday was a good day.", {"yesterday": "2014-11-11"}),
        ("2014-11-12", "Yesterday's news conference was short.", {"Yesterday": "2014-11-11"}),
        ("2014-11-12", "He won yesterday's men's race.", {"yesterday": "2014-11-11"}),
        ("2014-11-12", "The talks of yesterday went badly.", {"yesterday": "2014-11-11"}),
        ("2014-11-12", "Ferries are cancelled as of tomorrow.", {"tomorrow": "2014-11-13"}),
        (
            "2014-11-12",
            "The results of tomorrow's vote will be close.",
            {"tomorrow": "2014-11-13"},
        ),
    ],
    "a programme": [
        (
            "2015-09-16",
            "Breakfast Hour won the morning, and the station said that Today lost viewers.",
            {"Today": None},
        ),
        (
            "2015-09-16",
            "Its rival drew 390,000 viewers to Today's 330,000 on Monday.",
            {"Today": None, "Monday": "2015-09-14"},
        ),
        ("2015-09-16", "Many left Sunrise for Today in droves.", {"Today": None}),
        ("2015-09-16", "In July, Today drew 320,000 viewers.", {"Today": None}),
        (
            "2015-09-16",
            "Posted by TODAY on Monday.",
            {"TODAY": None, "by TODAY": None, "Monday": "2015-09-14"},
        ),
        ("2015-09-16", "Today the council met.", {"Today": "2015-09-16"}),
        ("2015-09-16", "Ann Lee\nToday we begin a series.", {"Today": "2015-09-16"}),
        ("2015-09-16", 'The mayor said: "Today we mourn."', {"Today": "2015-09-16"}),
        ("2015-09-16", "Dear Sir, Today I got your letter.", {"Today": "2015-09-16"}),
        ("2015-09-16", "The shop is shut TODAY.", {"TODAY": "2015-09-16"}),
        (
            "2015-09-16",
            "He wrote Yesterday that the shop opens Today.",
            {"Yesterday": "2015-09-15", "Today": "2015-09-16"},
        ),
    ],
    "towns, cars and stars": [
        ("2016-09-21", "She grew up in Spring, Texas, and swims.", {"Spring": None}),
        ("2016-09-21", "The firm will move to Spring, Texas.", {"Spring": None}),
        ("2016-09-21", "A man from Spring, a suburb of Houston, was hurt.", {"Spring": None}),
        ("2016-09-21", "Police in Winter, Wisconsin, found the car.", {"Winter": None}),
        ("2016-09-21", "In Spring, Texas was dry.", {"Spring": "2016-SP"}),
        ("2016-09-21", "In spring, Texas, too, was dry.", {"spring": "2016-SP"}),
        ("2016-09-21", "She parked her Audi Q3 outside.", {"Q3": None}),
        ("2016-09-21", "The new Audi Q2 costs more than the Q3.", {"Q2": None, "the Q3": None}),
        ("2016-09-21", "In Q2 Audi sold fewer cars.", {"Q2": "2016-Q2"}),
        ("2016-09-21", "Audi Q2 sales fell.", {"Q2": "2016-Q2"}),
        ("2016-09-21", "The pair is known as UGC 1810.", {"1810": None}),
        ("2016-09-21", "The nebula NGC 1999 is faint.", {"1999": None}),
        ("2016-09-21", "A planet circles the star HD 1690.", {"1690": None}),
        ("2016-09-21", "A probe will reach the asteroid 1999 JU3.", {"1999": None}),
        ("2016-09-21", "The tribe settled there in AD 1810.", {"AD 1810": "1810"}),
        ("2016-09-21", "Papers of the NATO 2012 summit were leaked.", {"2012": "2012"}),
        ("2016-09-21", "Astronomers found the asteroid in 1999.", {"1999": "1999"}),
    ],
    "of a life": [
        ("2016-09-21", "This is Ana Rios's last year coaching the team.", {"last year": None}),
        ("2016-09-21", "It was his last year as coach of the club.", {"last year": None}),
        ("2016-09-21", "In her last year she taught two pupils.", {"last year": None}),
        ("2016-09-21", "The king's last month was spent in bed.", {"last month": None}),
        ("2016-09-21", "It was our last summer in Turin.", {"last summer": None}),
        ("2016-09-21", "Plays and poems filled her next decade.", {"next decade": None}),
        ("2016-09-21", "He spent his last decade in a village.", {"last decade": None}),
        ("2016-09-21", "The mine closed last decade.", {"last decade": "200"}),
        ("2016-09-21", "The club's sales last year fell.", {"last year": "2015"}),
        ("2016-09-21", "The firm's last year results were poor.", {"last year": "2015"}),
        ("2016-09-21", "He lost his last year's bonus.", {"last year": "2015"}),
        ("2016-09-21", "That's last year's profit.", {"last year": "2015"}),
        (
            "2016-09-21",
            "The port's last year was bad, but this year is worse.",
            {"last year": "2015", "this year": "2016"},
        ),
        ("2016-09-21", "We met her last week.", {"last week": "2016-W37"}),
        ("2016-09-21", "A street is named for her next month.", {"next month": "2016-10"}),
    ],
    "days counted": [
        (
            "2014-11-12",
            "Which psalm is sung on the 2nd Sunday after Easter?",
            {"the 2nd": None, "Sunday": "XXXX-XX-XX", "Easter": None},
        ),
        (
            "2014-11-12",
            "The guild elects its head on the first Monday after Easter.",
            {"Monday": "XXXX-XX-XX", "Easter": None},
        ),
        (
            "2014-11-12",
            "The parish meets on the 4th Sunday of Advent.",
            {"the 4th": None, "Sunday": "XXXX-XX-XX"},
        ),
        (
            "2014-11-12",
            "On the 3rd Monday of the strike the men went back.",
            {"the 3rd": None, "Monday": "XXXX-XX-XX"},
        ),
        (
            "2014-11-12",
            "The trial began on the third Monday in May 2014.",
            {"the third Monday in May 2014": "2014-05-19"},
        ),
        ("2014-11-12", "They left on the 9th.", {"the 9th": "2014-11-09"}),
        ("2014-11-12", "They left on Monday the 3rd.", {"Monday the 3rd": "2014-11-03"}),
        (
            "2014-11-12",
            "Four runs in the bottom of the sixth Sunday won the game.",
            {"Sunday": "2014-11-09"},
        ),
    ],
    "things of a weekday": [
        ("2012-11-28", "He told a Sunday newspaper so.", {"Sunday": "XXXX-XX-XX"}),
        ("2012-11-28", "A Sunday paper printed the letters.", {"Sunday": "XXXX-XX-XX"}),
        ("2012-11-28", "She taught at a Saturday school.", {"Saturday": "XXXX-XX-XX"}),
        ("2012-11-28", "We ate a Sunday roast at the inn.", {"Sunday": "XXXX-XX-XX"}),
        ("2012-11-28", "He plays in a Sunday league side.", {"Sunday": "XXXX-XX-XX"}),
        ("2012-11-28", "The town has a Friday market.", {"Friday": "XXXX-XX-XX"}),
        ("2012-11-28", "She runs a Tuesday class.", {"Tuesday": "XXXX-XX-XX"}),
        ("2012-11-28", "A bomb hit a Saturday market.", {"Saturday": "2012-11-24"}),
        ("2012-11-28", "A Tuesday paper by the bank warned of it.", {"Tuesday": "2012-11-27"}),
        ("2012-11-28", "In a Tuesday statement he denied it.", {"Tuesday": "2012-11-27"}),
        ("2012-11-28", "A Monday ruling cleared him.", {"Monday": "2012-11-26"}),
        ("2012-11-28", "A Friday attack killed two.", {"Friday": "2012-11-23"}),
    ],
    "parts of a length": [
        (
            "2014-11-12",
            "He has run the inn for the last quarter of a century.",
            {"the last quarter": None},
        ),
        (
            "2014-11-12",
            "They won in the third quarter of an hour.",
            {"the third quarter": None},
        ),
        ("2014-11-12", "Sales fell in the last quarter.", {"the last quarter": "2014-Q3"}),
        (
            "2014-11-12",
            "Sales fell in the last quarter of 2013.",
            {"the last quarter of 2013": "2013-Q4"},
        ),
    ],
    "the fall": [
        ("2016-09-21", "What is the fall-out from this quarrel?", {"the fall": None}),
        ("2016-09-21", "Video of the fall was seen by millions.", {"the fall": None}),
        ("2016-09-21", "The climber survived the fall.", {"the fall": None}),
        ("2016-09-21", "After the fall she could not walk.", {"the fall": None}),
        (
            "2016-09-21",
            "He slipped on the ice, and the fall broke his wrist.",
            {"the fall": None},
        ),
        ("2016-09-21", "Analysts blamed the fall on cheap oil.", {"the fall": None}),
        ("2016-09-21", "He has not ridden since the fall from his horse.", {"the fall": None}),
        ("2016-09-21", "The vote is planned for the fall.", {"the fall": "2016-FA"}),
        ("2016-09-21", "By the fall the road will be done.", {"By the fall": None}),
        ("2016-09-21", "The mayor spoke of the fall.", {"the fall": "2016-FA"}),
        ("2016-09-21", "The fall election will be close.", {"The fall": "2016-FA"}),
        ("2016-09-21", "The fall was wet and cold.", {"The fall": "2016-FA"}),
    ],
    "at seasons of every year": [
        ("2012-11-28", "We sat by the lake during Indian summer.", {"summer": None}),
        ("2012-11-28", "Guests can bathe there even in winter months.", {"winter": "XXXX-WI"}),
        (
            "2012-11-28",
            "The pass is closed in the winter months.",
            {"the winter": "XXXX-WI"},
        ),
        (
            "2012-11-28",
            "As long as I can row in summer and ski in winter, I am content.",
            {"summer": "XXXX-SU", "winter": "XXXX-WI"},
        ),
        (
            "2012-11-28",
            "In the old days hay was cut in summer and fed to the cows in winter.",
            {"summer": "XXXX-SU", "winter": "XXXX-WI"},
        ),
        (
            "2012-11-28",
            "The bridge was closed in spring and reopened in autumn.",
            {"spring": "2012-SP", "autumn": "2012-FA"},
        ),
        (
            "2012-11-28",
            "The law takes effect in spring, with more cuts in summer.",
            {"spring": "2013-SP", "summer": "2013-SU"},
        ),
        (
            "2012-11-28",
            "The firm opens a mill in spring and another in summer.",
            {"spring": "2013-SP", "summer": "2013-SU"},
        ),
        (
            "2012-11-28",
            "The road will be shut in the winter months.",
            {"the winter": "2012-WI"},
        ),
    ],
    "on days of every week": [
        (
            "2012-11-28",
            "The working week begins on Sunday morning and ends on Thursday.",
            {"Sunday morning": "XXXX-WXX-7", "Thursday": "XXXX-WXX-4"},
        ),
        ("2012-11-28", "Their weekend starts on Friday.", {"Friday": "XXXX-WXX-5"}),
        ("2012-11-28", "The Sabbath ends on Saturday night.", {"Saturday night": "XXXX-WXX-6"}),
        (
            "2012-11-28",
            "Between Friday evening and sunset on Saturday, shops close and buses stop.",
            {"Friday evening": "XXXX-WXX-5", "Saturday": "XXXX-WXX-6"},
        ),
        ("2012-11-28", "The conference starts on Sunday.", {"Sunday": "2012-12-02"}),
        ("2012-11-28", "The fashion week starts on Sunday.", {"Sunday": "2012-12-02"}),
        (
            "2012-11-28",
            "The fair runs from sunset on Friday to Saturday night.",
            {"Friday": "2012-11-30", "Saturday night": "2012-12-01TNI"},
        ),
    ],
    "birthdays": [
        ("2016-09-21", "Marsh, like his rival, was born on 23 March.", {"23 March": "XXXX-03-23"}),
        ("2016-09-21", "Her coach is also born on 23 March.", {"23 March": "XXXX-03-23"}),
        ("2016-09-21", "His birthday is 4 May.", {"4 May": "XXXX-05-04"}),
        ("2016-09-21", "The aunts' birthday was 4 May.", {"4 May": "XXXX-05-04"}),
        ("2016-09-21", "She marks her birthday on 4 May.", {"4 May": "XXXX-05-04"}),
        ("2016-09-21", "He shares his birthday, 4 May, with a king.", {"4 May": "XXXX-05-04"}),
        ("2016-09-21", "He died on his birthday, 4 May.", {"4 May": "2016-05-04"}),
        ("2016-09-21", "The cub was born on 3 June at the zoo.", {"3 June": "2016-06-03"}),
        ("2016-09-21", "A baby girl was born on 3 June in the lift.", {"3 June": "2016-06-03"}),
        ("2016-09-21", "He was born on 3 June 1950.", {"3 June 1950": "1950-06-03"}),
        ("2016-09-21", "She turned 30 on 4 May.", {"4 May": "2016-05-04"}),
        (
            "2016-09-21",
            "The party was born on 3 June out of two movements.",
            {"3 June": "2016-06-03"},
        ),
    ],
    "halves of matches": [
        (
            "2014-11-12",
            "The way we played mainly in the second half pleased the players.",
            {"the second half": None},
        ),
        ("2014-11-12", "Both sides missed chances in the first half.", {"the first half": None}),
        (
            "2014-11-12",
            "The match was dull. We played better in the second half.",
            {"the second half": None},
        ),
        ("2014-11-12", "The winger had four attempts in the first half.", {"the first half": None}),
        ("2014-11-12", "Profits rose in the second half.", {"the second half": "2014-H2"}),
        (
            "2014-11-12",
            "The key players in the market gained in the first half.",
            {"the first half": "2014-H1"},
        ),
        (
            "2014-11-12",
            "The game maker expects a profit in the second half.",
            {"the second half": "2014-H2"},
        ),
    ],
    "ages": [
        ("2014-11-12", "To die in your mid-thirties is not rare there.", {"mid-thirties": None}),
        ("2014-11-12", "Dying in her late twenties, she left two sons.", {"late twenties": None}),
        ("2014-11-12", "Wages fell in the late thirties.", {"the late thirties": "193"}),
    ],
}


@for_each_case(KINDS)
def test_the_dates_are_read(published: str, text: str, expected: dict[str, str | None]) -> None:
    told = times_told(text, published)
    assert {phrase: told.get(phrase) for phrase in expected} == expected
