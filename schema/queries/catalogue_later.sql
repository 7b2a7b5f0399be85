SELECT valid_from FROM policy_catalogue WHERE organisation = $1 AND product_group = $2 AND edition > $3 AND valid_from > $4
ORDER BY valid_from LIMIT 1
