"""What a provider reads about the own listings, and about the own account."""
