INSERT INTO rating (contract, promise, on_day, rating, entry) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (contract, promise, on_day) DO UPDATE SET rating = excluded.rating, entry = excluded.entry
