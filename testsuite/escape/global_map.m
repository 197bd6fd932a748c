# command-line-arguments
./global_map.go:8:29: map[string]*user{} escapes to heap
./global_map.go:11:2: moved to heap: u
./global_map.go:18:13: ... argument does not escape
./global_map.go:18:17: len(users) does not escape
./global_map.go:18:38: users["bob"].name does not escape
