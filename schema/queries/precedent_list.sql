SELECT outcome, detail, tenders FROM precedent WHERE organisation = $1 AND scope = $2 AND theme = $3 ORDER BY outcome, tenders DESC, detail
