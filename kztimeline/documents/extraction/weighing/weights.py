"""What each piece of evidence is worth, fitted by `benchmarks/extraction_fit.py`.

A weight is the logarithm of how much likelier its evidence makes a candidate. What has
weight 0 is not listed.
"""

# The likeliest candidate is the answer if it is at least so likely; else there is none.
CLEAR = 0.55
# Slope and shift that turn the logit of a likelihood into that of the share of right
# answers in texts not fitted to.
CALIBRATION = (0.89, 0.47)
# How often mentions that needed no weighing were right, by how they were resolved; of
# those without a date, how often they were temporal expressions at all.
RELIABILITY = {"completed": 0.85, "counted": 0.73, "explicit": 0.98, "undated": 0.7}
WEIGHTS = {
    "a quarter, after publication": -3.09,
    "after publication": 2.28,
    "ahead of it, after publication": 1.15,
    "at publication, looking ahead": -2.16,
    "at publication, looking back": -1.59,
    "between the date told and the next": 2.48,
    "came otherwise, after publication": -1.59,
    "dateline within days of publication": 0.91,
    "day first with dots": 1.97,
    "day of month, month of the date before it, sentence": 2.50,
    "entry under its year": 2.30,
    "intended, after publication": 1.45,
    "month of the date before it, sentence": 0.94,
    "month of the date before it, text": 1.05,
    "months ahead": -1.83,
    "months ahead, to come": -1.16,
    "months back": -0.91,
    "names a thing, after publication": -3.31,
    "near a date that opens its sentence": 1.70,
    "near a date told in passing": -0.57,
    "near publication, amid dates of long ago": -1.68,
    "near publication, amid verbs in the present": 2.61,
    "near publication, amid words of news": 0.58,
    "near the date told before that, after it": 0.78,
    "near the date told before that, before it": 0.93,
    "near the date told, after a date of news": -1.22,
    "near the date told, as the dates before it": 0.24,
    "near the date told, joined by and": 1.75,
    "near the date told, paragraph": 2.38,
    "near the date told, sentence": 3.54,
    "near the date told, text": 1.60,
    "nearest on its side of publication": 2.00,
    "no verb, after publication": -1.24,
    "of a thing, after publication": -2.21,
    "order of the text's other figures": 2.79,
    "past tense, after publication": -1.98,
    "plan or future, after publication": 2.26,
    "pluperfect, before the date told": 3.47,
    "present tense, after publication": 2.59,
    "since or after it, after publication": -1.41,
    "steps back, months": -0.81,
    "turns the year": -0.96,
    "was to be, after publication": -1.56,
    "weekday after the day told, paragraph": 1.93,
    "weekday at publication, looking back": 1.59,
    "weekday nearest on its side of publication": 1.40,
    "weekday of an event already dated": 3.84,
    "weekday weeks ahead": -0.95,
    "weekday weeks back": -1.55,
    "would, after the date of its report": 1.65,
    "year named in the sentence": 1.62,
    "year named right before it": 1.11,
    "year of the heading": 1.79,
}
