"""Terms of agreements: who would have to do what, where, when and on what condition, as a text tells it."""
