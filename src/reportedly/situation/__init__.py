"""A situation report: what is claimed in a window, by whom, what changed and what is disputed, every sentence with what it rests on."""

from reportedly.situation.markdown import markdown
from reportedly.situation.model import Question, Report
from reportedly.situation.page import body, html
from reportedly.situation.question import question_of
from reportedly.situation.report import situation

__all__ = ["Question", "Report", "body", "html", "markdown", "question_of", "situation"]
