INSERT INTO wording (organisation, hash, uses, text) VALUES ($1, $2, 1, $3)
ON CONFLICT (organisation, hash) DO UPDATE SET uses = wording.uses + 1
