INSERT INTO policy_catalogue (policy, organisation, product_group, edition, valid_from) VALUES ($1, $2, $3, $4, $5)
