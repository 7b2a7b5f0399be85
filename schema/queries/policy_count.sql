SELECT count(*) FROM policy WHERE organisation = $1 AND valid_from = $2
