UPDATE journal SET texts = $2 WHERE seq = $1
