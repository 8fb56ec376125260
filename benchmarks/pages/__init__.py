"""Invented pages of the shapes that pages of news really have, each with the words of its article: how much of it is read as such."""
