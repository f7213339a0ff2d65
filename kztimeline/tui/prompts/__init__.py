"""What is typed into the prompt, one class a purpose.

Knows no Textual.
"""
