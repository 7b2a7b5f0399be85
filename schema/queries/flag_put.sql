INSERT INTO tender_flag (organisation, flag, tender, since) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
