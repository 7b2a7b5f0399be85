SELECT entry FROM policy WHERE organisation = $1 AND valid_from <= $2 ORDER BY valid_from DESC, entry DESC LIMIT 1
