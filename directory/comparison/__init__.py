"""Up to four practices side by side: the same facts, in the same words, as on the page of each."""
