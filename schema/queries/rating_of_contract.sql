SELECT contract, promise, on_day, rating, entry FROM rating WHERE contract = $1 ORDER BY promise, on_day
