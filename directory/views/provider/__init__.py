"""What people read and do who keep a listing true. Each page is theirs alone, and nobody keeps a copy."""
