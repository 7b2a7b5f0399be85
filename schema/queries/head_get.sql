SELECT entry, hash FROM head
