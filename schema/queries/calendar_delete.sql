DELETE FROM calendar WHERE organisation = $1 AND first = $2 AND tender = $3 AND code = $4
