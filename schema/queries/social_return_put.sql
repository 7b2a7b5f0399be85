INSERT INTO social_return (organisation, contract) VALUES ($1, $2)
