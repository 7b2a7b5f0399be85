SELECT social_return.contract, contract.entry FROM social_return JOIN contract ON contract.id = social_return.contract
WHERE social_return.organisation = $1 AND social_return.contract < $2
ORDER BY social_return.contract DESC
