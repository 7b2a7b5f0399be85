UPDATE precedent SET tenders = tenders - 1 WHERE organisation = $1 AND scope = $2 AND theme = $3 AND outcome = $4 AND detail = $5
