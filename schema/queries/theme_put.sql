INSERT INTO tender_theme (organisation, theme, state, tender, level, reason, wording) VALUES ($1, $2, $3, $4, $5, $6, $7)
