"""The parts of the page Matrix."""
