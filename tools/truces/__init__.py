"""The agreements that ship, on hand-coded claims and on the program's own of the same reports, side by side."""
