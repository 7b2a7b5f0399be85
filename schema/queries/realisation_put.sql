INSERT INTO realisation (contract, kind, number, entry, taken_back) VALUES ($1, $2, $3, $4, 0)
ON CONFLICT (contract, kind, number) DO UPDATE SET entry = excluded.entry
