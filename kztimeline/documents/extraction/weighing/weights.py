"""What each piece of evidence is worth, fitted by `benchmarks/extraction_fit.py`.

A weight is the logarithm of how much likelier its evidence makes a candidate. What has
weight 0 is not listed.
"""

# The likeliest candidate is the answer if it is at least so likely; else there is none.
CLEAR = 0.55
# Slope and shift that turn the logit of a likelihood into that of the share of right
# answers in texts not fitted to.
CALIBRATION = (0.89, 0.46)
# How often mentions that needed no weighing were right, by how they were resolved; of
# those without a date, how often they were temporal expressions at all.
RELIABILITY = {"completed": 0.91, "counted": 0.73, "explicit": 0.98, "undated": 0.7}
WEIGHTS = {
    "a quarter, after publication": -3.08,
    "after publication": 2.29,
    "ahead of it, after publication": 1.15,
    "at publication, looking ahead": -2.17,
    "at publication, looking back": -1.58,
    "between the date told and the next": 2.48,
    "came otherwise, after publication": -1.59,
    "could, after publication": 0.57,
    "dateline within days of publication": 0.92,
    "day first with dots": 1.97,
    "day of month, month of the date before it, sentence": 2.50,
    "entry under its year": 2.30,
    "intended, after publication": 1.45,
    "month of the date before it, sentence": 0.92,
    "month of the date before it, text": 1.06,
    "months ahead": -1.83,
    "months ahead, to come": -1.17,
    "months back": -0.90,
    "names a thing, after publication": -3.25,
    "near a date that opens its sentence": 1.70,
    "near a date told in passing": -0.57,
    "near publication, amid dates of long ago": -1.68,
    "near publication, amid verbs in the present": 2.60,
    "near publication, amid words of news": 0.58,
    "near the date told before that, after it": 0.78,
    "near the date told before that, before it": 0.93,
    "near the date told, after a date of news": -1.22,
    "near the date told, as the dates before it": 0.24,
    "near the date told, joined by and": 1.75,
    "near the date told, paragraph": 2.38,
    "near the date told, sentence": 3.54,
    "near the date told, text": 1.59,
    "nearest on its side of publication": 2.01,
    "no verb, after publication": -1.25,
    "of a thing, after publication": -2.25,
    "order of the text's other figures": 2.79,
    "past tense, after publication": -2.14,
    "plan or future, after publication": 2.26,
    "pluperfect, before the date told": 3.47,
    "present tense, after publication": 2.58,
    "since or after it, after publication": -1.41,
    "steps back, months": -0.81,
    "turns the year": -0.96,
    "was to be, after publication": -1.56,
    "weekday after the day told, paragraph": 1.87,
    "weekday at publication, looking back": 1.60,
    "weekday nearest on its side of publication": 1.43,
    "weekday of an event already dated": 3.84,
    "weekday weeks ahead": -0.94,
    "weekday weeks back": -1.52,
    "would, after the date of its report": 1.65,
    "year named in the sentence": 1.63,
    "year named right before it": 1.11,
    "year of the heading": 1.79,
}
