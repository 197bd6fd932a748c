issue4099.go:24:6: moved to heap: buf2
