INSERT INTO evidence (contract, number, organisation, sha256, kind, valid_to, withdrawn, entry)
SELECT $1, $2, organisation, $3, $4, $5, $6, $7 FROM contract WHERE id = $1
ON CONFLICT (contract, number) DO UPDATE SET sha256 = excluded.sha256, kind = excluded.kind, valid_to = excluded.valid_to,
    withdrawn = excluded.withdrawn, entry = excluded.entry
