SELECT s.contract, r.entry, r.kind, r.number, r.taken_back, j.object, j.entry, j.texts, j.hash
FROM social_return s JOIN realisation r ON r.contract = s.contract JOIN journal j ON j.seq = r.entry
WHERE s.organisation = $1 AND s.contract < $2
ORDER BY s.contract DESC, r.entry, r.kind, r.number
