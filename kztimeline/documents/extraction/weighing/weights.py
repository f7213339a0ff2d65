"""What each piece of evidence is worth, fitted by `benchmarks/extraction_fit.py`.

A weight is the logarithm of how much likelier its evidence makes a candidate. What has
weight 0 is not listed.
"""

# The likeliest candidate is the answer if it is at least so likely; else there is none.
CLEAR = 0.55
# Slope and shift that turn the logit of a likelihood into that of the share of right
# answers in texts not fitted to.
CALIBRATION = (0.96, 0.55)
# How often mentions that needed no weighing were right, by how they were resolved; of
# those without a date, how often they were temporal expressions at all.
RELIABILITY = {"completed": 0.91, "counted": 0.74, "explicit": 0.98, "undated": 0.7}
WEIGHTS = {
    "a quarter, after publication": -2.09,
    "after publication": 1.64,
    "ahead of it, after publication": 1.78,
    "at publication, looking ahead": -1.13,
    "at publication, looking back": -2.33,
    "between the date told and the next": 3.35,
    "by or until it, after publication": 0.84,
    "came otherwise, after publication": -1.30,
    "could, after publication": 1.32,
    "dateline within days of publication": 1.24,
    "day at publication, looking back": 1.74,
    "day first with dots": 1.63,
    "day nearest on its side of publication": 1.27,
    "day of the month of the date before it, sentence": 2.50,
    "day weeks ahead": -2.23,
    "day weeks back": -1.70,
    "entry under its year": 1.75,
    "entry, after publication": -2.20,
    "intended, after publication": 1.21,
    "leaps a year or more": -0.63,
    "month of the date before it, sentence": 1.75,
    "month of the date before it, text": 1.10,
    "months ahead": -1.66,
    "months ahead, to come": -1.28,
    "months back": -0.97,
    "names a thing, after publication": -2.88,
    "near a date that opens its sentence, as it does": 1.55,
    "near publication, amid dates of long ago": -1.64,
    "near publication, amid verbs in the present": 2.54,
    "near publication, amid words of news": 1.40,
    "near the date told before that, after it": 0.97,
    "near the date told before that, before it": 0.91,
    "near the date told, after a date of news": -1.23,
    "near the date told, paragraph": 2.71,
    "near the date told, sentence": 3.75,
    "near the date told, text": 1.29,
    "near the date told, with no word of now around": 0.70,
    "nearest on its side of publication": 1.83,
    "of a thing, after publication": -2.11,
    "order of the text's other figures": 2.43,
    "past tense, after publication": -1.77,
    "plan or future, after publication": 2.32,
    "pluperfect, after the date told": -1.30,
    "pluperfect, before the date told": 3.06,
    "present tense, after publication": 3.06,
    "since or after it, after publication": -1.57,
    "state in the present, after publication": 1.23,
    "steps back": 1.66,
    "steps back, months": -1.48,
    "told in passing, after the date told": -3.28,
    "was to be, after publication": -1.25,
    "weekday after the day told, paragraph": 1.72,
    "weekday of an event already dated": 4.36,
    "would, after the date of its report": 1.98,
    "year named right before it": 1.41,
    "year of the heading": 1.65,
    "year of what was told last, opens its sentence": 2.43,
}
