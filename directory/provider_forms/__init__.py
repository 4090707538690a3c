"""What a provider fills in, one subject a step. `steps` is the table: a new field of a listing needs one line there."""
