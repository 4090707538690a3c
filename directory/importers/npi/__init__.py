"""The public file of the NPI registry (NPPES) beside the NPIs that we list: read, compare, save as checks."""
