INSERT INTO policy (entry, policy, organisation, valid_from) VALUES ($1, $2, $3, $4)
