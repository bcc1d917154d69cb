"""Kaartjes: the picture of 1200 × 630 that others show when somebody shares a link. Drawn by the project, always the same bytes."""
