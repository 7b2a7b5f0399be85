INSERT INTO lapse_edition (organisation, product_group, tender, edition, given) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT DO NOTHING
