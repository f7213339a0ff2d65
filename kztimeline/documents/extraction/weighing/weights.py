"""What each piece of evidence is worth, fitted by `benchmarks/extraction_fit.py`.

A weight is the logarithm of how much likelier its evidence makes a candidate. What has
weight 0 is not listed.
"""

# The likeliest candidate is the answer if it is at least so likely; else there is none.
CLEAR = 0.55
# Slope and shift that turn the logit of a likelihood into that of the share of right
# answers in texts not fitted to.
CALIBRATION = (0.86, 0.73)
# How often mentions that needed no weighing were right, by how they were resolved; of
# those without a date, how often they were temporal expressions at all.
RELIABILITY = {"completed": 0.91, "counted": 0.74, "explicit": 0.98, "undated": 0.7}
WEIGHTS = {
    "a quarter, after publication": -2.01,
    "after publication": 1.75,
    "ahead of it, after publication": 1.73,
    "at publication, looking back": -1.93,
    "between the date told and the next": 3.18,
    "by or until it, after publication": 0.86,
    "came otherwise, after publication": -1.33,
    "could, after publication": 1.24,
    "day at publication, looking back": 1.75,
    "day first with dots": 1.63,
    "day nearest on its side of publication": 1.27,
    "day of the month of the date before it, sentence": 2.50,
    "day weeks ahead": -2.22,
    "day weeks back": -1.70,
    "entry under its year": 1.47,
    "entry, after publication": -2.14,
    "goes on, months": -0.20,
    "in the year told": -0.93,
    "intended, after publication": 1.23,
    "month of the date before it, sentence": 1.51,
    "months ahead": -1.78,
    "months ahead, to come": -1.32,
    "months back": -1.00,
    "names a thing, after publication": -2.87,
    "near a date that opens its sentence, as it does": 1.82,
    "near a date told in passing, sentence": 1.28,
    "near publication, amid dates of long ago": -1.78,
    "near publication, amid verbs in the present": 2.53,
    "near publication, amid words of news": 1.54,
    "near the date told before that, after it": 1.02,
    "near the date told before that, before it": 0.87,
    "near the date told, paragraph": 1.02,
    "near the date told, same tense": 1.12,
    "near the date told, sentence": 2.23,
    "near the date told, told right before": 2.61,
    "nearest on its side of publication": 1.86,
    "of a thing, after publication": -2.20,
    "order of the text's other figures": 2.43,
    "past tense, after publication": -1.66,
    "plan or future, after publication": 2.27,
    "pluperfect, before the date told": 2.63,
    "pluperfect, months": 0.59,
    "present tense, after publication": 3.04,
    "since or after it, after publication": -1.53,
    "state in the present, after publication": 1.30,
    "steps back": 1.01,
    "steps back, months": -1.50,
    "told in passing, after the date told": -3.76,
    "was to be, after publication": -1.23,
    "weekday after the day told, paragraph": 1.72,
    "weekday of an event already dated": 4.36,
    "would, after the date of its report": 1.98,
    "year named in the paragraph": 0.62,
    "year named right before it": 1.14,
    "year of the heading": 1.80,
    "year of what was told last, opens its sentence": 2.19,
}
