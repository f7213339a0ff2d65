"""What can be wrong in a file whose every field is well formed, each rule a function.

A rule takes the contents, or one card, and yields a `Problem` at its place in the file;
`examination` makes findings of those. Most see what no single field can show; the strict
ones also ask of one field whether it is fit for publication. `quoting` alone sees the
text itself: it takes the YAML nodes and yields findings. `own_cards` holds no rule: it says
which cards are this timeline's. Knows no pydantic.
"""
