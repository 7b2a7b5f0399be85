INSERT INTO request (request, organisation, entry, stopped)
VALUES ($1, coalesce((SELECT organisation FROM tender WHERE id = $2), (SELECT organisation FROM contract WHERE id = $2),
                     (SELECT organisation FROM review WHERE id = $2), $3), $4, $5)
ON CONFLICT (request, organisation) DO UPDATE SET entry = excluded.entry, stopped = excluded.stopped
