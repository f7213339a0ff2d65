"""How words and names are compared: other names, words of many texts.

Knows no field and no event.
"""
