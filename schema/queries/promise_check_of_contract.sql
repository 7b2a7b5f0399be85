SELECT promise, day, status, sequence FROM promise_check WHERE contract = $1 ORDER BY promise
