DELETE FROM promise_check WHERE contract = $1 AND promise = $2
