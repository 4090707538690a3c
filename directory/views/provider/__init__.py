"""What somebody who keeps a listing true sees and does there. Whoever has no membership gets 404."""
