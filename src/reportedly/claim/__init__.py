"""Claiming: what is said to be so, drawn from the parse by the frames of the codebook."""
