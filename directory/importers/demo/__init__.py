"""Demonstration listings: drawn from a seed over real places, plainly invented, marked as such wherever they show."""
