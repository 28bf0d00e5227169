"""The page that compares sectors: what its address says, and its parts."""
