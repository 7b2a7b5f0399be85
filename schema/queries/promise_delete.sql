DELETE FROM promise WHERE contract = $1
