"""What each piece of evidence is worth, fitted by `benchmarks/extraction_fit.py`.

A weight is the logarithm of how much likelier its evidence makes a candidate. What has
weight 0 is not listed.
"""

# The likeliest candidate is the answer if it is at least so likely; else there is none.
CLEAR = 0.55
# Slope and shift that turn the logit of a likelihood into that of the share of right
# answers in texts not fitted to.
CALIBRATION = (0.92, 0.33)
# How often mentions that needed no weighing were right, by how they were resolved; of
# those without a date, how often they were temporal expressions at all.
RELIABILITY = {"completed": 0.91, "counted": 0.73, "explicit": 0.98, "undated": 0.7}
WEIGHTS = {
    "a quarter, after publication": -2.97,
    "after publication": 2.12,
    "ahead of it, after publication": 1.09,
    "at publication, looking ahead": -1.94,
    "at publication, looking back": -1.59,
    "between the date told and the next": 2.51,
    "by or until it, after publication": 0.56,
    "came otherwise, after publication": -1.47,
    "could, after publication": 0.59,
    "dateline within days of publication": 0.92,
    "day first with dots": 1.97,
    "day of month, month of the date before it, sentence": 2.51,
    "entry under its year": 2.41,
    "goes on, months": 0.16,
    "intended, after publication": 1.08,
    "month of the date before it, sentence": 0.97,
    "month of the date before it, text": 1.15,
    "months ahead": -1.77,
    "months ahead, to come": -1.16,
    "months back": -0.92,
    "names a thing, after publication": -3.20,
    "near a date that opens its sentence": 1.68,
    "near a date told in passing": -0.85,
    "near publication, amid dates of long ago": -1.67,
    "near publication, amid verbs in the present": 2.56,
    "near publication, amid words of news": 0.61,
    "near the date told before that, after it": 0.78,
    "near the date told before that, before it": 0.96,
    "near the date told, after a date of news": -1.15,
    "near the date told, as the dates before it": 0.24,
    "near the date told, joined by and": 1.50,
    "near the date told, paragraph": 2.20,
    "near the date told, sentence": 3.65,
    "near the date told, text": 1.44,
    "nearest on its side of publication": 2.03,
    "no verb, after publication": -1.24,
    "of a thing, after publication": -2.24,
    "order of the text's other figures": 2.79,
    "past tense, after publication": -2.21,
    "plan or future, after publication": 2.27,
    "pluperfect, before the date told": 3.43,
    "present tense, after publication": 2.54,
    "since or after it, after publication": -1.42,
    "steps back": 0.56,
    "steps back, months": -0.91,
    "turns the year": -1.05,
    "was to be, after publication": -1.48,
    "weekday after the day told, paragraph": 1.87,
    "weekday at publication, looking back": 1.65,
    "weekday nearest on its side of publication": 1.41,
    "weekday of an event already dated": 3.85,
    "weekday weeks ahead": -1.06,
    "weekday weeks back": -1.53,
    "would, after the date of its report": 1.89,
    "year named in the sentence": 1.67,
    "year named right before it": 1.09,
    "year of the heading": 1.84,
}
