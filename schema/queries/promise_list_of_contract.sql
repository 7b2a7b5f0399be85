SELECT p.contract, c.entry, j.object, j.entry, j.texts, j.hash, p.number
FROM promise p JOIN contract c ON c.id = p.contract JOIN journal j ON j.seq = c.entry
WHERE p.contract = $1 AND p.contract <= $2 AND (p.contract < $2 OR p.number > $3)
  AND ($4 IS NULL OR p.theme = $4) AND ($5 IS NULL OR p.owner = $5)
ORDER BY p.contract DESC, p.number
