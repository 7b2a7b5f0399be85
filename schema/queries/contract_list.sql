SELECT id, entry FROM contract
WHERE ($1 IS NULL OR organisation = $1) AND id < $2
  AND ($3 IS NULL OR instr(lower(title), $3) > 0 OR instr(lower(reference), $3) > 0 OR instr(lower(suppliers), $3) > 0)
  AND (renews <= $4
       OR (($5 IS NULL OR ends >= $5) AND ($6 IS NULL OR ends <= $6)
           AND ($7 IS NULL OR notice >= $7) AND ($8 IS NULL OR notice <= $8)
           AND ($9 IS NULL OR option_by >= $4)))
ORDER BY id DESC
