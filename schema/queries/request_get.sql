SELECT entry FROM request WHERE request = $1
