package os

import (
	"internal/sys"
	"sync"
	"syscall"
)

// environment is a copy of the process's, made when it is first needed.
var environment struct {
	mu     sync.Mutex
	loaded bool
	list   []string
}

// loadEnvironment returns the list; the caller holds the lock.
func loadEnvironment() []string {
	if !environment.loaded {
		environment.loaded = true
		for i := 0; ; i++ {
			e := sys.Environ(i)
			if e == "" {
				break
			}
			environment.list = append(environment.list, e)
		}
	}
	return environment.list
}

// find is the index of a variable, -1 if it is not set.
func find(list []string, key string) int {
	for i, e := range list {
		if len(e) > len(key) && e[len(key)] == '=' && e[:len(key)] == key {
			return i
		}
	}
	return -1
}

// Getenv is a variable's value, "" if it is not set.
func Getenv(key string) string {
	v, _ := LookupEnv(key)
	return v
}

// LookupEnv is a variable's value and whether it is set.
func LookupEnv(key string) (string, bool) {
	if key == "" {
		return "", false
	}
	environment.mu.Lock()
	defer environment.mu.Unlock()
	list := loadEnvironment()
	if i := find(list, key); i >= 0 {
		return list[i][len(key)+1:], true
	}
	return "", false
}

// Setenv sets a variable.
func Setenv(key, value string) error {
	bad := key == ""
	for i := 0; i < len(key); i++ {
		bad = bad || key[i] == '=' || key[i] == 0
	}
	for i := 0; i < len(value); i++ {
		bad = bad || value[i] == 0
	}
	if bad {
		return NewSyscallError("setenv", syscall.EINVAL)
	}
	environment.mu.Lock()
	defer environment.mu.Unlock()
	list := loadEnvironment()
	if i := find(list, key); i >= 0 {
		list[i] = key + "=" + value
	} else {
		environment.list = append(list, key+"="+value)
	}
	return nil
}

// Unsetenv removes a variable.
func Unsetenv(key string) error {
	environment.mu.Lock()
	defer environment.mu.Unlock()
	list := loadEnvironment()
	if i := find(list, key); i >= 0 {
		environment.list = append(list[:i:i], list[i+1:]...)
	}
	return nil
}

// Clearenv removes all variables.
func Clearenv() {
	environment.mu.Lock()
	defer environment.mu.Unlock()
	environment.loaded = true
	environment.list = nil
}

// Environ is a copy of all variables as "key=value".
func Environ() []string {
	environment.mu.Lock()
	defer environment.mu.Unlock()
	return append([]string{}, loadEnvironment()...)
}

// ExpandEnv replaces $name and ${name} by variables.
func ExpandEnv(s string) string { return Expand(s, Getenv) }

// Expand replaces $name and ${name} by mapping's results.
func Expand(s string, mapping func(string) string) string {
	var b []byte
	done := 0
	for i := 0; i < len(s); i++ {
		if s[i] != '$' || i+1 >= len(s) {
			continue
		}
		b = append(b, s[done:i]...)
		name, n := variableName(s[i+1:])
		if name == "" && n > 0 {
			// Bad syntax is dropped.
		} else if name == "" {
			b = append(b, '$')
		} else {
			b = append(b, mapping(name)...)
		}
		i += n
		done = i + 1
	}
	if b == nil {
		return s
	}
	return string(b) + s[done:]
}

func isSpecial(c byte) bool {
	switch c {
	case '*', '#', '$', '@', '!', '?', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return true
	}
	return false
}

func isNameByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// variableName reads a name after a dollar sign and returns how many bytes it takes.
func variableName(s string) (string, int) {
	if s[0] == '{' {
		if len(s) > 2 && isSpecial(s[1]) && s[2] == '}' {
			return s[1:2], 3
		}
		for i := 1; i < len(s); i++ {
			if s[i] == '}' {
				if i == 1 {
					return "", 2
				}
				return s[1:i], i + 1
			}
		}
		return "", 1
	}
	if isSpecial(s[0]) {
		return s[:1], 1
	}
	i := 0
	for i < len(s) && isNameByte(s[i]) {
		i++
	}
	return s[:i], i
}
