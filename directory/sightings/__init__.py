"""How often a listing's page was opened and how often it stood in the results of a search, as numbers of a week.

What is counted, and what that leaves out:
- A page counts when a GET for it is answered with it, or with "you have it already" (304). HEAD does not count, nor
  what a browser fetches ahead of a click.
- A listing stands in results when a page of results with it is sent. A browser that shows its own copy again (304) has
  not been sent one, so it counts once.
- Of an answer that another process has put into a shared cache, this process does not know who is on it: it counts for
  nobody, rather than for a guess.
- Nobody is told apart: programs, search engines and the provider's own visits are in these numbers, and no address,
  browser or search is read for them, let alone kept.
"""
