"""Pure functions that turn results into pictures: the data of the tier map, the cards and the ladder."""
