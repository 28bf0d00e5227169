"""Whose work this rests on."""

CREDIT = (
    "The idea, and the matrices of childcare and electrical installation, come from the report on the "
    "Learner Progression Matrix, written by CFE for Aimhigher in 2010. The Learner Progression Matrix is "
    "© Phil Dent 2009. Here it is restated in our own words."
)

ESCO = (
    "This service uses the ESCO classification of the European Commission. What requirements are about is "
    "linked to its skills where they mean the same."
)
