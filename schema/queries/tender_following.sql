SELECT min(CASE WHEN registration <> 'withdrawn' AND phase <> 'cancelled' THEN started_on END),
       sum(CASE WHEN registration <> 'withdrawn' AND phase <> 'cancelled' THEN 1 ELSE 2 END)
FROM tender
WHERE predecessor = $1
