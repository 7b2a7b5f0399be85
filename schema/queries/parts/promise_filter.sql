  AND c.id <= $2 AND (c.id < $2 OR p.number > $3)
  AND ($4 IS NULL OR p.theme = $4) AND ($5 IS NULL OR p.owner = $5)
