UPDATE review SET agenda = $2 WHERE id = $1
