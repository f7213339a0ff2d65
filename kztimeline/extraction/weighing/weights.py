"""What each piece of evidence is worth, fitted by `benchmarks/extraction_fit.py`.

A weight is the logarithm of how much likelier its evidence makes a candidate. What has
weight 0 is not listed.
"""

# The likeliest candidate is the answer if it is at least so likely; else there is none.
CLEAR = 0.55
# Slope and shift that turn the logit of a likelihood into that of the share of right
# answers in texts not fitted to.
CALIBRATION = (0.83, 0.66)
# How often mentions that needed no weighing were right, by how they were resolved; of
# those without a date, how often they were temporal expressions at all.
RELIABILITY = {"completed": 0.85, "counted": 0.74, "explicit": 0.98, "undated": 0.7}
WEIGHTS = {
    "a quarter, after publication": -2.95,
    "at publication, looking ahead": -2.53,
    "at publication, looking back": -2.04,
    "between the date told and the next": 2.39,
    "came otherwise, after publication": -1.64,
    "day first with dots": 1.97,
    "day of month, month of the date before it, sentence": 2.52,
    "entry under its year": 2.35,
    "intended, after publication": 1.60,
    "months ahead": -1.46,
    "months ahead, to come": -0.65,
    "months back": -1.23,
    "names a thing, after publication": -2.98,
    "near a date that opens its sentence": 2.07,
    "near publication, amid dates of long ago": -1.93,
    "near publication, amid verbs in the present": 2.67,
    "near the date told before that, after it": 0.93,
    "near the date told before that, before it": 1.04,
    "near the date told, after a date of news": -1.55,
    "near the date told, joined by and": 1.68,
    "near the date told, paragraph": 2.72,
    "near the date told, sentence": 3.97,
    "near the date told, text": 2.16,
    "nearest on its side of publication": 2.05,
    "of a thing, after publication": -1.91,
    "order of the text's other figures": 2.79,
    "past tense, after publication": -1.55,
    "plan or future, after publication": 2.40,
    "pluperfect, before the date told": 3.21,
    "present tense, after publication": 2.57,
    "steps back, months": -0.85,
    "turns the year": -0.90,
    "was to be, after publication": -1.11,
    "weekday after the day told, paragraph": 1.69,
    "weekday at publication, looking back": 1.65,
    "weekday nearest on its side of publication": 1.55,
    "weekday of an event already dated": 3.85,
    "weekday weeks back": -1.38,
    "year named in the sentence": 1.70,
    "year named right before it": 1.24,
    "year of the heading": 1.87,
}
