INSERT INTO evidence (contract, number, organisation, sha256, kind, valid_to, withdrawn, entry, sequence, changed_on, changed)
SELECT $1, $2, organisation, $3, $4, $5, $6, $7, 0, $8, $9 FROM contract WHERE id = $1
ON CONFLICT (contract, number) DO UPDATE SET sha256 = excluded.sha256, kind = excluded.kind, valid_to = excluded.valid_to,
    withdrawn = excluded.withdrawn, entry = excluded.entry,
    sequence = evidence.sequence + (evidence.valid_to IS NOT excluded.valid_to OR evidence.withdrawn <> excluded.withdrawn),
    changed_on = CASE WHEN evidence.valid_to IS NOT excluded.valid_to OR evidence.withdrawn <> excluded.withdrawn
                      THEN excluded.changed_on ELSE evidence.changed_on END,
    changed = CASE WHEN evidence.valid_to IS NOT excluded.valid_to OR evidence.withdrawn <> excluded.withdrawn
                   THEN excluded.changed ELSE evidence.changed END
