"""Levels, qualifications, job roles and sectors, and the rules by which people move between them."""
