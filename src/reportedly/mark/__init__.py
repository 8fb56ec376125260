"""Marking: what stands where in a document. Attributions, time expressions, places, actors."""
