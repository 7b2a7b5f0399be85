INSERT INTO precedent (organisation, scope, theme, outcome, detail, tenders) VALUES ($1, $2, $3, $4, $5, 1)
ON CONFLICT (organisation, scope, theme, outcome, detail) DO UPDATE SET tenders = precedent.tenders + 1
