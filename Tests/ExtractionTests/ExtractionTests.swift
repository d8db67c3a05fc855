// placeholder, replaced by the first test of the room
