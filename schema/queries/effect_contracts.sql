SELECT c.id, c.entry, j.object, j.entry, j.texts, j.hash,
       EXISTS (SELECT 1 FROM promise p WHERE p.contract = c.id)
       OR EXISTS (SELECT 1 FROM social_return s WHERE s.organisation = c.organisation AND s.contract = c.id)
FROM contract c JOIN journal j ON j.seq = c.entry
WHERE c.organisation = $1 AND c.id < $2
ORDER BY c.id DESC
