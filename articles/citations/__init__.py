"""References, pure: CSL-JSON in; a formatted AMA entry, BibTeX, RIS and CSL-JSON out. No models, no requests."""
