SELECT wording FROM tender_theme WHERE organisation = $1 AND theme = $2 AND state = $3 AND tender = $4
