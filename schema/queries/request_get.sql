SELECT organisation, entry, stopped FROM request WHERE request = $1 ORDER BY organisation
