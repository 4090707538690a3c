"""The sheet to take to a practice: a question for each fact that it has not stated."""
