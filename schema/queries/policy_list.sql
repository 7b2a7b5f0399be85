SELECT policy, valid_from, entry FROM policy WHERE organisation = $1 ORDER BY valid_from DESC, entry DESC
