"""The parts of the page Move sector."""
