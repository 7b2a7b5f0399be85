INSERT INTO tender_flag (organisation, flag, tender) VALUES ($1, $2, $3)
