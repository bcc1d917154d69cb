"""Wegwijs in kwaliteit: a knowledge base about quality, built from Markdown, metadata and a model.

Only `wegwijs.edge` knows MkDocs. Everything else is plain Python that reads text and gives back objects and problems.
"""

__version__ = "0.1.0"
