"""How the model file of attribution is made: a seeded command that needs PolNeAR's training articles and torch."""
