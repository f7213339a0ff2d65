"""Harnesses: what is promised is attacked at random, against models written independently.

Short runs belong to the suite; the long ones are marked `soak`. They know of the program
what they try, and nothing of one another.
"""
