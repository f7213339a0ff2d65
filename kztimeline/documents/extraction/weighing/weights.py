"""What each piece of evidence is worth, fitted by `benchmarks/extraction_fit.py`.

A weight is the logarithm of how much likelier its evidence makes a candidate. What has
weight 0 is not listed.
"""

# The likeliest candidate is the answer if it is at least so likely; else there is none.
CLEAR = 0.55
# Slope and shift that turn the logit of a likelihood into that of the share of right
# answers in texts not fitted to.
CALIBRATION = (1.01, 0.39)
# How often mentions that needed no weighing were right, by how they were resolved; of
# those without a date, how often they were temporal expressions at all.
RELIABILITY = {"completed": 0.91, "counted": 0.73, "explicit": 0.98, "undated": 0.7}
WEIGHTS = {
    "a quarter, after publication": -1.40,
    "after publication": 1.62,
    "ahead of it, after publication": 1.20,
    "at publication, looking back": -1.16,
    "between the date told and the next": 2.54,
    "by or until it, after publication": 0.94,
    "could, after publication": 1.24,
    "day at publication, looking back": 1.89,
    "day first with dots": 1.63,
    "day nearest on its side of publication": 1.16,
    "day of the month of the date before it, sentence": 2.41,
    "day weeks ahead": -1.31,
    "day weeks back": -1.66,
    "entry under its year": 1.57,
    "month of the date before it, text": 1.06,
    "months ahead": -1.57,
    "months ahead, to come": -1.43,
    "months back": -1.01,
    "names a thing, after publication": -2.75,
    "near a date that opens its sentence": 0.72,
    "near a date that opens its sentence, as it does": 1.94,
    "near publication, amid dates of long ago": -2.04,
    "near publication, amid verbs in the present": 2.21,
    "near publication, amid words of news": 0.96,
    "near the date told before that, after it": 0.80,
    "near the date told before that, before it": 0.87,
    "near the date told, after a date of news": -1.00,
    "near the date told, joined by and": 1.47,
    "near the date told, paragraph": 2.28,
    "near the date told, sentence": 3.27,
    "near the date told, text": 1.49,
    "near the date told, with no word of now around": 0.84,
    "nearest on its side of publication": 1.91,
    "no verb, after publication": -0.94,
    "of a thing, after publication": -1.86,
    "order of the text's other figures": 2.43,
    "past tense, after publication": -2.40,
    "plan or future, after publication": 1.84,
    "pluperfect, before the date told": 3.16,
    "present tense, after publication": 2.70,
    "since or after it, after publication": -1.30,
    "state in the present, after publication": 1.35,
    "steps back": 0.84,
    "steps back, months": -1.08,
    "turns the year": -0.47,
    "was to be, after publication": -1.66,
    "weekday after the day told, paragraph": 1.71,
    "weekday of a day already told": 1.47,
    "weekday of an event already dated": 3.54,
    "would, after the date of its report": 2.67,
    "year named in the sentence": 1.01,
    "year named right before it": 1.55,
    "year of the heading": 1.91,
}
