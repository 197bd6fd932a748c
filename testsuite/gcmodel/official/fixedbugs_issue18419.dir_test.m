other.go:11:7: e does not escape
test.go:12:4: e.member undefined (cannot refer to unexported method member)
