"""The parts of the page Explore the map: its address, filters, views, and the place that is selected."""
