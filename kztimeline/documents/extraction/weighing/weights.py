"""What each piece of evidence is worth, fitted by `benchmarks/extraction_fit.py`.

A weight is the logarithm of how much likelier its evidence makes a candidate. What has
weight 0 is not listed.
"""

# The likeliest candidate is the answer if it is at least so likely; else there is none.
CLEAR = 0.55
# Slope and shift that turn the logit of a likelihood into that of the share of right
# answers in texts not fitted to.
CALIBRATION = (0.91, 0.60)
# How often mentions that needed no weighing were right, by how they were resolved; of
# those without a date, how often they were temporal expressions at all.
RELIABILITY = {"completed": 0.91, "counted": 0.74, "explicit": 0.98, "undated": 0.7}
WEIGHTS = {
    "a quarter, after publication": -1.40,
    "after publication": 1.18,
    "ahead of it, after publication": 1.25,
    "at publication, looking back": -1.28,
    "between the date told and the next": 2.71,
    "by or until it, after publication": 0.92,
    "came otherwise, after publication": -1.26,
    "could, after publication": 1.10,
    "day at publication, looking back": 1.97,
    "day first with dots": 1.63,
    "day nearest on its side of publication": 1.10,
    "day of the month of the date before it, sentence": 2.39,
    "day weeks ahead": -1.41,
    "day weeks back": -1.74,
    "entry under its year": 1.89,
    "intended, after publication": 1.31,
    "month of the date before it, text": 1.15,
    "months ahead": -1.52,
    "months ahead, to come": -1.25,
    "months back": -1.10,
    "names a thing, after publication": -2.95,
    "near a date that opens its sentence, as it does": 2.08,
    "near a date told in passing, sentence": 1.12,
    "near publication, amid dates of long ago": -2.06,
    "near publication, amid verbs in the present": 2.27,
    "near publication, amid words of news": 1.02,
    "near the date told before that, after it": 0.74,
    "near the date told before that, before it": 0.84,
    "near the date told, after a date of news": -1.11,
    "near the date told, joined by and": 1.52,
    "near the date told, paragraph": 2.42,
    "near the date told, sentence": 3.55,
    "near the date told, text": 1.36,
    "near the date told, with no word of now around": 0.93,
    "nearest on its side of publication": 1.77,
    "no verb, after publication": -0.92,
    "of a thing, after publication": -2.10,
    "order of the text's other figures": 2.43,
    "past tense, after publication": -2.00,
    "plan or future, after publication": 1.67,
    "pluperfect, before the date told": 3.36,
    "present tense, after publication": 2.66,
    "since or after it, after publication": -1.24,
    "state in the present, after publication": 1.22,
    "steps back": 1.10,
    "steps back, months": -1.20,
    "turns the year": -0.36,
    "was to be, after publication": -1.44,
    "weekday after the day told, paragraph": 1.76,
    "weekday of an event already dated": 3.94,
    "would, after the date of its report": 2.30,
    "year named in the paragraph": 0.54,
    "year named right before it": 1.80,
    "year of the heading": 1.85,
    "year of what was told last, opens its sentence": 2.18,
}
