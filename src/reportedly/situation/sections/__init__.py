"""The sections of a report, one file each where it takes one: pure functions of the facts and of views."""
