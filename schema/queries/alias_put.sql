INSERT INTO alias (organisation, alias, object) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
