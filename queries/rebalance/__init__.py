"""Schools given to regional methodists anew: at least moves, nobody over the norm, by school subject and territory."""
