"""What each piece of evidence is worth, fitted by `benchmarks/extraction_fit.py`.

A weight is the logarithm of how much likelier its evidence makes a candidate. What has
weight 0 is not listed.
"""

# The likeliest candidate is the answer if it is at least so likely; else there is none.
CLEAR = 0.55
# Slope and shift that turn the logit of a likelihood into that of the share of right
# answers in texts not fitted to.
CALIBRATION = (0.81, 0.77)
# How often mentions that needed no weighing were right, by how they were resolved; of
# those without a date, how often they were temporal expressions at all.
RELIABILITY = {"completed": 0.85, "counted": 0.74, "explicit": 0.98, "undated": 0.7}
WEIGHTS = {
    "a quarter, after publication": -3.02,
    "at publication, looking ahead": -2.46,
    "at publication, looking back": -2.13,
    "between the date told and the next": 2.40,
    "came otherwise, after publication": -2.00,
    "day first with dots": 1.97,
    "day of month, month of the date before it, sentence": 2.62,
    "entry under its year": 2.40,
    "intended, after publication": 1.70,
    "months ahead": -1.60,
    "months ahead, to come": -0.60,
    "months back": -1.16,
    "names a thing, after publication": -3.88,
    "near a date that opens its sentence": 2.08,
    "near publication, amid dates of long ago": -1.90,
    "near publication, amid verbs in the present": 2.66,
    "near the date told before that, after it": 0.96,
    "near the date told before that, before it": 1.05,
    "near the date told, joined by and": 1.66,
    "near the date told, paragraph": 2.50,
    "near the date told, sentence": 3.97,
    "near the date told, text": 1.93,
    "nearest on its side of publication": 2.19,
    "order of the text's other figures": 2.79,
    "plan or future, after publication": 2.43,
    "pluperfect, before the date told": 3.19,
    "present tense, after publication": 2.88,
    "steps back, months": -0.86,
    "turns the year": -0.89,
    "weekday after the day told, paragraph": 1.73,
    "weekday at publication, looking back": 1.80,
    "weekday nearest on its side of publication": 1.47,
    "weekday of an event already dated": 3.86,
    "weekday weeks back": -1.43,
    "year named in the sentence": 2.30,
    "year of the heading": 1.92,
}
