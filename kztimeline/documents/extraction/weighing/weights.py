"""What each piece of evidence is worth, fitted by `benchmarks/extraction_fit.py`.

A weight is the logarithm of how much likelier its evidence makes a candidate. What has
weight 0 is not listed.
"""

# The likeliest candidate is the answer if it is at least so likely; else there is none.
CLEAR = 0.55
# Slope and shift that turn the logit of a likelihood into that of the share of right
# answers in texts not fitted to.
CALIBRATION = (0.96, 0.67)
# How often mentions that needed no weighing were right, by how they were resolved; of
# those without a date, how often they were temporal expressions at all.
RELIABILITY = {"completed": 0.93, "counted": 0.81, "explicit": 0.99, "undated": 0.7}
WEIGHTS = {
    "a quarter, after publication": -1.99,
    "after publication": 1.33,
    "after the next date told": -0.51,
    "ahead of it, after publication": 1.81,
    "at publication, looking ahead": -1.22,
    "at publication, looking back": -1.49,
    "between the date told and the next": 3.25,
    "by or until it, after publication": 0.89,
    "by or until it, after the date told": 0.88,
    "came otherwise, after publication": -1.32,
    "could, after publication": 1.35,
    "day at publication, looking back": 1.75,
    "day first with dots": 1.63,
    "day nearest on its side of publication": 1.27,
    "day of the month of the date before it, sentence": 2.49,
    "day weeks ahead": -2.25,
    "day weeks back": -1.71,
    "entry under its year": 1.72,
    "entry, after publication": -2.19,
    "in the year when it was": 2.88,
    "intended, after publication": 1.23,
    "leaps a year or more": -0.58,
    "month of the date before it, sentence": 1.71,
    "month of the date before it, text": 1.17,
    "months ahead": -1.67,
    "months ahead, to come": -1.24,
    "months back": -1.07,
    "names a thing, after publication": -2.89,
    "near a date that opens its sentence, as it does": 1.68,
    "near a date told in passing": -0.74,
    "near a date told in passing, sentence": 0.84,
    "near publication, amid dates of long ago": -1.71,
    "near publication, amid verbs in the present": 2.34,
    "near publication, amid words of news": 1.23,
    "near the date told before that, after it": 0.98,
    "near the date told before that, before it": 0.96,
    "near the date told, after a date of news": -1.15,
    "near the date told, joined by and": 0.91,
    "near the date told, paragraph": 2.93,
    "near the date told, sentence": 3.46,
    "near the date told, text": 1.30,
    "near the date told, with no word of now around": 0.79,
    "nearest on its side of publication": 1.94,
    "of a thing, after publication": -2.14,
    "order of the text's other figures": 2.43,
    "past tense, after publication": -1.80,
    "plan or future, after publication": 2.32,
    "pluperfect, after the date told": -1.30,
    "pluperfect, before the date told": 3.22,
    "pluperfect, year named in the sentence": 1.93,
    "present tense, after publication": 3.10,
    "since or after it, after publication": -1.54,
    "since or after it, under the year of the sentence": 1.69,
    "state in the present, after publication": 1.10,
    "steps back": 1.10,
    "steps back, months": -1.28,
    "told in passing, after the date told": -2.51,
    "turns the year": -0.32,
    "was to be, after publication": -1.24,
    "weekday after a day to come, paragraph": 1.89,
    "weekday after a day to come, sentence": 1.81,
    "weekday after the day told, paragraph": 1.73,
    "weekday of an event already dated": 4.36,
    "would, after the date of its report": 1.97,
    "year named in the sentence": 1.74,
    "year named right before it": 1.61,
    "year of the heading": 1.90,
    "year of what was told last, opens its sentence": 2.46,
}
