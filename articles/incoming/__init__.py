"""References as other programs write them; pure: text in, CSL-JSON items and refusals out. No models, no requests."""
