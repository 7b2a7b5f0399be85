INSERT INTO tender (id, entry, uuid, revision, organisation, reference, title, kind, phase, registration, lapses_on,
                    started_on, ambition, changed, outline, source_digest, predecessor, planned_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
