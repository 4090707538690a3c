"""What a search says: its cards, counts, chips, reasons, and the ways out when nothing is found."""
