SELECT id, entry FROM contract
WHERE renews <= $1 AND ($2 IS NULL OR organisation = $2) ORDER BY id LIMIT $3
