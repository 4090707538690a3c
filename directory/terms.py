"""The terms under which a provider lets a listing be shown. Other words need another version, and consent anew."""

VERSION = "2026-11"
