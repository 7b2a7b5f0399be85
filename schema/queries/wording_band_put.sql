INSERT INTO wording_band (organisation, band, hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
