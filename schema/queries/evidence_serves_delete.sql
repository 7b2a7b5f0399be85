DELETE FROM evidence_serves WHERE contract = $1 AND evidence = $2
