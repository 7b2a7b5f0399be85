  AND ($3 IS NULL OR t.phase = $3)
  AND ($4 IS NULL OR t.started_on >= $4)
  AND ($5 IS NULL OR t.started_on <= $5)
  AND ($6 IS NULL OR instr(lower(t.title), $6) > 0 OR instr(lower(t.reference), $6) > 0)
  AND ($7 IS NULL OR EXISTS (SELECT 1 FROM tender_flag f WHERE f.organisation = t.organisation AND f.flag = $7 AND f.tender = t.id
                            AND (f.since IS NULL OR f.since <= $11)))
  AND ($8 IS NULL OR EXISTS (SELECT 1 FROM tender_theme d WHERE d.organisation = t.organisation AND d.theme = $8
                             AND d.tender = t.id AND ($9 IS NULL OR d.state = $9)))
  AND CASE coalesce($10, '') WHEN '' THEN t.registration <> 'withdrawn' AND (t.registration <> 'provisional' OR t.lapses_on >= $11)
        WHEN 'provisional' THEN t.registration = 'provisional' AND t.lapses_on >= $11
        WHEN 'lapsed' THEN t.registration = 'provisional' AND t.lapses_on < $11
        ELSE t.registration = $10 END
