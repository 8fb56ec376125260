"""The map: a base, the marks that stand on it, and how both are drawn."""
