"""What a provider sees while writing: a step of the form, what is still not stated, and what waits."""
