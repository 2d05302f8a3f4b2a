"""The categories of findings on clauses, in the groups that are judged alike."""

from __future__ import annotations

# What a clause provides, whatever words it is written in.
SUBSTANCE = ("unequal-treatment", "care-role", "household-head", "lineage", "violence-safety")

# What a clause should provide and does not.
OMISSIONS = ("representation", "sex-disaggregated-data", "participation", "targets-resources")

# All that is said of provisions, and of no paper that only describes them.
PROVISIONS = (*SUBSTANCE, *OMISSIONS)
