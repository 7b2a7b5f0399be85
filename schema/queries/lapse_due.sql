SELECT DISTINCT l.tender, t.entry FROM lapse l JOIN tender t ON t.id = l.tender
WHERE l.day <= $1 AND ($2 IS NULL OR t.organisation = $2) AND l.tender > $3 ORDER BY l.tender LIMIT $4
