INSERT INTO request (request, entry) VALUES ($1, $2)
