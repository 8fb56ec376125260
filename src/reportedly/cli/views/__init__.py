"""Views for people: rows of the contract as text for a terminal. No colour stands for a side."""
