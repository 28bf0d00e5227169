"""Answers, matrices and notices in the forms the command line can print."""
