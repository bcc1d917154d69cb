"""Export: what can be taken along of a built site: one zip that opens from disk, and pages as one file. Files in, files out."""
