SELECT t.id, t.entry, j.object, j.entry, j.texts, j.hash
FROM tender t JOIN journal j ON j.seq = t.entry
WHERE t.organisation = $1 AND t.planned_by IS NOT NULL AND t.planned_by <> $2
  AND t.phase NOT IN ('contract', 'execution', 'closed', 'cancelled') AND t.registration <> 'withdrawn'
ORDER BY t.id
