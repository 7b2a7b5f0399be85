DELETE FROM tender_flag WHERE organisation = $1 AND flag = $2 AND tender = $3
