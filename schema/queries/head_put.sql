INSERT INTO head (one, entry, hash) VALUES (1, $1, $2)
ON CONFLICT (one) DO UPDATE SET entry = excluded.entry, hash = excluded.hash
