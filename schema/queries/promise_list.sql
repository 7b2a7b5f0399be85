SELECT promise.contract, promise.number, contract.entry FROM promise JOIN contract ON contract.id = promise.contract
WHERE promise.organisation = $1 AND promise.contract <= $2 AND (promise.contract < $2 OR promise.number > $3)
  AND ($4 IS NULL OR promise.theme = $4) AND ($5 IS NULL OR promise.owner = $5)
ORDER BY promise.contract DESC, promise.number
