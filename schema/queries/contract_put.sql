INSERT INTO contract (id, entry, uuid, revision, organisation, reference, title, kind, suppliers, tender, starts, ends,
                      notice, option_by, renews, changed, source_digest, counted_by, end_unknown)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
