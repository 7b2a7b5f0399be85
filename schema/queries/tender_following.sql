SELECT min(started_on) FROM tender
WHERE predecessor = $1 AND registration <> 'withdrawn' AND phase <> 'cancelled'
