SELECT k.organisation, k.starts, k.changed, k.uuid, k.reference, k.title, k.kind
FROM contract k
WHERE k.organisation = $1 AND k.ends IS NULL AND k.end_unknown = 0
ORDER BY k.id
