"""Writes what is read and held in the formats of the field."""
