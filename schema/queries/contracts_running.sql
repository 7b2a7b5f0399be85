SELECT id, entry FROM contract WHERE organisation = $1 AND (ends IS NULL OR ends >= $2 OR renews <= $3) ORDER BY id
