"""The format of a timeline file as others need it: a first file, a schema, a reference of fields.

Knows the model and how YAML is written, and reads no files.
"""
