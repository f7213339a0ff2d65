"""The commands of `kzt`, one module a command or a few that belong together."""
