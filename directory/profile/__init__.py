"""What the page of one listing says: headings, the words that answer each, and the rows beneath."""
