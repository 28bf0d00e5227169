"""The parts of the page Sources and data health."""
