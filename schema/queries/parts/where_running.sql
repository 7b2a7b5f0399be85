WHERE c.organisation = $1 AND (c.ends IS NULL OR c.ends >= $2 OR c.renews <= $3)
