SELECT number, entry FROM evidence WHERE contract = $1
ORDER BY number
