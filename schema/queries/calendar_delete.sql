DELETE FROM calendar WHERE organisation = $1 AND first = $2 AND object = $3 AND code = $4
