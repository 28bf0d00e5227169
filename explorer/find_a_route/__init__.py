"""The parts of the page Find a route: asking, the answer, what a person has, and what is remembered."""
