UPDATE review SET latest = 0, agenda = 0, sequence = sequence + 1, changed = $2 WHERE tender = $1 AND latest = 1
