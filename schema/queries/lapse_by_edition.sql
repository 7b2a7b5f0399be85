INSERT INTO lapse (tender, day) SELECT tender, $3 FROM lapse_edition
WHERE organisation = $1 AND product_group = $2 AND edition < $4 AND given < $3 ON CONFLICT DO NOTHING
