"""What no single field can show to be wrong, each rule a function. Knows no YAML and no pydantic."""
