"""What is asked of many events at once: columns, sets of positions, records made when looked at.

`attributes` is what a query or a page may ask of each. Knows what a record is, and a timeline
only where one is handed over: `model` knows this room.
"""
