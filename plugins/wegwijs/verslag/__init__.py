"""Verslag: what a contribution changes and what the check says about it, for the comment on a pull request.

Made without rights from the contribution itself, and told with rights from the data only. So whoever tells it trusts no text:
the sentences come from our own words, and what a contributor wrote stands in them as a value that nothing can come out of.
"""
