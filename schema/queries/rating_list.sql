-- Of each promise the last rating up to day $6 comes with its entry.
SELECT c.id, r.promise, r.on_day, r.rating, r.entry, j.object, j.entry, j.texts, j.hash
FROM contract c JOIN promise p ON p.contract = c.id JOIN rating r ON r.contract = p.contract AND r.promise = p.number
LEFT JOIN journal j ON j.seq = r.entry AND r.on_day = (SELECT max(l.on_day) FROM rating l
     WHERE l.contract = r.contract AND l.promise = r.promise AND l.on_day <= $6)
WHERE c.organisation = $1
-- part: promise_filter
ORDER BY c.id DESC, p.number, r.on_day
