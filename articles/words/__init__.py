"""What a search by words is made of, for guides and for listings alike: one way to fold, part and stem what is stored
and what is typed, one way to ask the full text of either database, and one way to find what a misspelt word meant.

Nothing here knows a guide or a listing.
"""
