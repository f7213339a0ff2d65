"""Reads what stands beside a date and says how it looks at it: "by", "ahead of", "put off".

Knows no publication date and no candidates, and no verb but those of its clause.
"""
