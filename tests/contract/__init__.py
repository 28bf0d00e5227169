"""What every store must do, whichever it is. A second store is one more name in `conftest.STORES`."""
