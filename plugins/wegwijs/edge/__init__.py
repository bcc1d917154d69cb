"""Edge: the only part that knows MkDocs. It hands over files and settings, and gives back what the core made of them."""
