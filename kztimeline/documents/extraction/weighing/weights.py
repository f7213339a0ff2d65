"""What each piece of evidence is worth, fitted by `benchmarks/extraction_fit.py`.

A weight is the logarithm of how much likelier its evidence makes a candidate. What has
weight 0 is not listed.
"""

# The likeliest candidate is the answer if it is at least so likely; else there is none.
CLEAR = 0.55
# Slope and shift that turn the logit of a likelihood into that of the share of right
# answers in texts not fitted to.
CALIBRATION = (0.97, 0.49)
# How often mentions that needed no weighing were right, by how they were resolved; of
# those without a date, how often they were temporal expressions at all.
RELIABILITY = {"completed": 0.91, "counted": 0.73, "explicit": 0.98, "undated": 0.7}
WEIGHTS = {
    "a quarter, after publication": -1.77,
    "after publication": 1.47,
    "ahead of it, after publication": 1.27,
    "at publication, looking back": -1.13,
    "between the date told and the next": 2.33,
    "by or until it, after publication": 0.78,
    "could, after publication": 1.23,
    "day at publication, looking back": 2.01,
    "day first with dots": 1.63,
    "day nearest on its side of publication": 1.75,
    "day of the month of the date before it, sentence": 3.17,
    "day weeks ahead": -1.16,
    "day weeks back": -0.94,
    "entry under its year": 1.65,
    "month of the date before it, text": 1.15,
    "months ahead": -1.52,
    "months ahead, to come": -1.35,
    "months back": -1.01,
    "names a thing, after publication": -2.64,
    "near a date that opens its sentence": 0.88,
    "near a date that opens its sentence, as it does": 1.97,
    "near publication, amid dates of long ago": -1.94,
    "near publication, amid verbs in the present": 2.50,
    "near publication, amid words of news": 0.90,
    "near the date told before that, after it": 0.82,
    "near the date told before that, before it": 0.86,
    "near the date told, as the dates before it": 0.29,
    "near the date told, joined by and": 1.36,
    "near the date told, paragraph": 1.87,
    "near the date told, sentence": 3.57,
    "near the date told, text": 1.19,
    "nearest on its side of publication": 1.73,
    "no verb, after publication": -0.99,
    "of a thing, after publication": -1.87,
    "order of the text's other figures": 2.38,
    "past tense, after publication": -2.53,
    "plan or future, after publication": 1.68,
    "pluperfect, before the date told": 3.25,
    "present tense, after publication": 2.54,
    "since or after it, after publication": -1.25,
    "state in the present, after publication": 1.36,
    "steps back": 0.79,
    "steps back, months": -1.01,
    "turns the year": -0.64,
    "was to be, after publication": -1.55,
    "weekday after the day told, paragraph": 1.36,
    "weekday of an event already dated": 3.37,
    "would, after the date of its report": 2.39,
    "year named in the sentence": 1.05,
    "year named right before it": 1.58,
    "year of the heading": 1.62,
    "year of the next date told": 0.44,
}
