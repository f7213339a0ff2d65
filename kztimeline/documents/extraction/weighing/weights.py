"""What each piece of evidence is worth, fitted by `benchmarks/extraction_fit.py`.

A weight is the logarithm of how much likelier its evidence makes a candidate. What has
weight 0 is not listed.
"""

# The likeliest candidate is the answer if it is at least so likely; else there is none.
CLEAR = 0.55
# Slope and shift that turn the logit of a likelihood into that of the share of right
# answers in texts not fitted to.
CALIBRATION = (0.90, 0.45)
# How often mentions that needed no weighing were right, by how they were resolved; of
# those without a date, how often they were temporal expressions at all.
RELIABILITY = {"completed": 0.85, "counted": 0.74, "explicit": 0.98, "undated": 0.7}
WEIGHTS = {
    "a quarter, after publication": -3.25,
    "after publication": 2.30,
    "ahead of it, after publication": 1.18,
    "at publication, looking ahead": -1.98,
    "at publication, looking back": -1.57,
    "between the date told and the next": 2.47,
    "came otherwise, after publication": -1.58,
    "dateline within days of publication": 0.84,
    "day first with dots": 1.97,
    "day of month, month of the date before it, sentence": 2.51,
    "entry under its year": 2.28,
    "intended, after publication": 1.45,
    "month of the date before it, sentence": 0.98,
    "month of the date before it, text": 1.02,
    "months ahead": -1.90,
    "months ahead, to come": -1.05,
    "months back": -0.88,
    "names a thing, after publication": -3.32,
    "near a date that opens its sentence": 1.70,
    "near a date told in passing": -0.57,
    "near publication, amid dates of long ago": -1.67,
    "near publication, amid verbs in the present": 2.60,
    "near publication, amid words of news": 0.58,
    "near the date told before that, after it": 0.78,
    "near the date told before that, before it": 0.93,
    "near the date told, after a date of news": -1.22,
    "near the date told, as the dates before it": 0.25,
    "near the date told, joined by and": 1.74,
    "near the date told, paragraph": 2.37,
    "near the date told, sentence": 3.53,
    "near the date told, text": 1.59,
    "nearest on its side of publication": 2.05,
    "no verb, after publication": -1.18,
    "of a thing, after publication": -2.13,
    "order of the text's other figures": 2.79,
    "past tense, after publication": -1.70,
    "plan or future, after publication": 2.18,
    "pluperfect, before the date told": 3.46,
    "present tense, after publication": 2.51,
    "since or after it, after publication": -1.39,
    "steps back, months": -0.81,
    "turns the year": -0.98,
    "was to be, after publication": -1.52,
    "weekday after the day told, paragraph": 1.92,
    "weekday at publication, looking back": 1.62,
    "weekday nearest on its side of publication": 1.37,
    "weekday of an event already dated": 3.82,
    "weekday weeks ahead": -0.90,
    "weekday weeks back": -1.55,
    "would, after the date of its report": 1.64,
    "year named in the sentence": 1.63,
    "year named right before it": 1.11,
    "year of the heading": 1.79,
}
