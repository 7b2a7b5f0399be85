SELECT c.id, c.entry, j.object, j.entry, j.texts, j.hash
FROM contract c JOIN journal j ON j.seq = c.entry
WHERE c.organisation = $1 AND c.id < $2
  AND ($3 IS NULL OR instr(lower(c.title), $3) > 0 OR instr(lower(c.reference), $3) > 0
       OR instr(lower(c.suppliers), $3) > 0)
  AND (c.renews <= $4
       OR (($5 IS NULL OR c.ends >= $5) AND ($6 IS NULL OR c.ends <= $6)
           AND ($7 IS NULL OR c.notice >= $7) AND ($8 IS NULL OR c.notice <= $8)
           AND ($9 IS NULL OR c.option_by >= $4)))
ORDER BY c.id DESC
