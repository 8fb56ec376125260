"""Score weights, without any rule around them, on a file of articles.

usage: python -m training.evaluate WEIGHTS ARTICLES.jsonl SCORERS
"""
