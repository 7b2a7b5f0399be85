INSERT INTO evidence_serves (contract, promise, evidence) VALUES ($1, $2, $3)
