"""What each piece of evidence is worth, fitted by `benchmarks/extraction_fit.py`.

A weight is the logarithm of how much likelier its evidence makes a candidate. What has
weight 0 is not listed.
"""

# The likeliest candidate is the answer if it is at least so likely; else there is none.
CLEAR = 0.55
# Slope and shift that turn the logit of a likelihood into that of the share of right
# answers in texts not fitted to.
CALIBRATION = (0.96, 0.51)
# How often mentions that needed no weighing were right, by how they were resolved; of
# those without a date, how often they were temporal expressions at all.
RELIABILITY = {"completed": 0.91, "counted": 0.74, "explicit": 0.98, "undated": 0.7}
WEIGHTS = {
    "a quarter, after publication": -1.55,
    "after publication": 1.66,
    "ahead of it, after publication": 1.20,
    "at publication, looking back": -1.24,
    "between the date told and the next": 2.51,
    "by or until it, after publication": 0.89,
    "came otherwise, after publication": -1.05,
    "could, after publication": 1.09,
    "day at publication, looking back": 1.93,
    "day first with dots": 1.63,
    "day nearest on its side of publication": 1.19,
    "day of the month of the date before it, sentence": 2.42,
    "day weeks ahead": -1.26,
    "day weeks back": -1.65,
    "entry under its year": 1.61,
    "months ahead": -1.64,
    "months ahead, to come": -1.34,
    "months back": -1.04,
    "names a thing, after publication": -2.66,
    "near a date that opens its sentence": 0.78,
    "near a date that opens its sentence, as it does": 2.01,
    "near publication, amid dates of long ago": -2.05,
    "near publication, amid verbs in the present": 2.20,
    "near publication, amid words of news": 0.92,
    "near the date told before that, after it": 0.86,
    "near the date told before that, before it": 0.91,
    "near the date told, after a date of news": -1.16,
    "near the date told, joined by and": 1.48,
    "near the date told, paragraph": 2.24,
    "near the date told, sentence": 3.36,
    "near the date told, text": 1.66,
    "near the date told, with no word of now around": 0.78,
    "nearest on its side of publication": 1.92,
    "no verb, after publication": -0.94,
    "of a thing, after publication": -1.96,
    "order of the text's other figures": 2.43,
    "past tense, after publication": -2.32,
    "plan or future, after publication": 1.74,
    "pluperfect, before the date told": 3.20,
    "present tense, after publication": 2.71,
    "since or after it, after publication": -1.27,
    "state in the present, after publication": 1.17,
    "steps back": 0.84,
    "steps back, months": -1.07,
    "turns the year": -0.55,
    "was to be, after publication": -1.46,
    "weekday after the day told, paragraph": 1.71,
    "weekday of an event already dated": 3.55,
    "would, after the date of its report": 2.61,
    "year named in the sentence": 1.01,
    "year named right before it": 1.59,
    "year of the heading": 1.85,
}
