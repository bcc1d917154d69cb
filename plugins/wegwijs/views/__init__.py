"""Views: the catalogue as what each page shows. Frozen data for templates and the list of pages; no HTML is written here."""
