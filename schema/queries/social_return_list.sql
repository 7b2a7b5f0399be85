SELECT c.id, c.entry, j.object, j.entry, j.texts, j.hash
FROM social_return s JOIN contract c ON c.id = s.contract JOIN journal j ON j.seq = c.entry
WHERE s.organisation = $1 AND s.contract < $2
ORDER BY s.contract DESC
