"""What each piece of evidence is worth, fitted by `benchmarks/extraction_fit.py`.

A weight is the logarithm of how much likelier its evidence makes a candidate. What has
weight 0 is not listed.
"""

# The likeliest candidate is the answer if it is at least so likely; else there is none.
CLEAR = 0.55
# Slope and shift that turn the logit of a likelihood into that of the share of right
# answers in texts not fitted to.
CALIBRATION = (0.83, 0.64)
# How often mentions that needed no weighing were right, by how they were resolved; of
# those without a date, how often they were temporal expressions at all.
RELIABILITY = {"completed": 0.85, "counted": 0.74, "explicit": 0.98, "undated": 0.7}
WEIGHTS = {
    "a quarter, after publication": -2.85,
    "after publication": 0.66,
    "at publication, looking ahead": -2.18,
    "at publication, looking back": -2.03,
    "between the date told and the next": 2.45,
    "came otherwise, after publication": -1.71,
    "day first with dots": 1.97,
    "day of month, month of the date before it, sentence": 2.53,
    "entry under its year": 2.22,
    "intended, after publication": 1.07,
    "months ahead": -1.53,
    "months ahead, to come": -0.75,
    "months back": -1.23,
    "names a thing, after publication": -3.25,
    "near a date that opens its sentence": 2.01,
    "near publication, amid dates of long ago": -1.91,
    "near publication, amid verbs in the present": 2.70,
    "near the date told before that, after it": 0.93,
    "near the date told before that, before it": 0.96,
    "near the date told, after a date of news": -1.67,
    "near the date told, joined by and": 1.66,
    "near the date told, paragraph": 2.77,
    "near the date told, sentence": 3.96,
    "near the date told, text": 2.14,
    "nearest on its side of publication": 1.99,
    "no verb, after publication": -1.38,
    "of a thing, after publication": -2.11,
    "order of the text's other figures": 2.79,
    "past tense, after publication": -1.93,
    "plan or future, after publication": 1.91,
    "pluperfect, before the date told": 3.63,
    "present tense, after publication": 2.08,
    "steps back, months": -0.82,
    "turns the year": -0.98,
    "was to be, after publication": -1.64,
    "weekday after the day told, paragraph": 1.69,
    "weekday at publication, looking back": 1.66,
    "weekday nearest on its side of publication": 1.53,
    "weekday of an event already dated": 3.86,
    "weekday weeks back": -1.39,
    "year named in the sentence": 1.67,
    "year named right before it": 1.22,
    "year of the heading": 1.82,
}
