"""How words and names are compared: romanizations, exonyms, the words of many texts. Knows no field and no event."""
