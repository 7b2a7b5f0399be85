DELETE FROM lapse_edition WHERE organisation = $1 AND product_group = $2 AND tender = $3
