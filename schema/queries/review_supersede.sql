UPDATE review SET latest = 0, agenda = 0 WHERE tender = $1
