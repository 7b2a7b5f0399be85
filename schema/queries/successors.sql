-- Of the tenders that follow on a contract: the first day of those that were not called off, and their turns. Contracts
-- are those with a milestone of what follows in the window, and those that renewed themselves by day $5: of these there
-- are few, so that they are looked for by day and not by organisation.
SELECT t.predecessor,
       min(CASE WHEN t.registration <> 'withdrawn' AND t.phase <> 'cancelled' THEN t.started_on END),
       sum(CASE WHEN t.registration <> 'withdrawn' AND t.phase <> 'cancelled' THEN 1 ELSE 2 END)
FROM tender t
WHERE t.predecessor IN (
    SELECT k.uuid FROM calendar c JOIN contract k ON k.id = c.object
    WHERE c.organisation = $1 AND c.first BETWEEN $2 AND $3 AND c.last >= $4 AND c.code LIKE 'vervolg-%'
    UNION SELECT uuid FROM contract WHERE renews <= $5 AND organisation || '' = $1)
GROUP BY t.predecessor
