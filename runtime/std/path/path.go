// Package path takes slash-separated paths apart and puts them together, as in URLs.
package path

// Clean is the shortest path that means the same: repeated slashes, "." and inner ".." are resolved by the text alone.
// The result ends in a slash only if it is the root; for "" it is ".".
func Clean(path string) string {
	if path == "" {
		return "."
	}
	rooted := path[0] == '/'
	out := make([]byte, 0, len(path))
	keep := 0 // out[:keep] is the root or a sequence of "..", which ".." cannot take back
	if rooted {
		out = append(out, '/')
		keep = 1
	}
	for i := 0; i < len(path); {
		j := i
		for j < len(path) && path[j] != '/' {
			j++
		}
		switch part := path[i:j]; part {
		case "", ".":
		case "..":
			switch {
			case len(out) > keep:
				n := len(out) - 1
				for n > keep && out[n] != '/' {
					n--
				}
				out = out[:n]
			case !rooted:
				if len(out) > 0 {
					out = append(out, '/')
				}
				out = append(out, ".."...)
				keep = len(out)
			}
		default:
			if rooted && len(out) > 1 || !rooted && len(out) > 0 {
				out = append(out, '/')
			}
			out = append(out, part...)
		}
		i = j + 1
	}
	if len(out) == 0 {
		return "."
	}
	if string(out) == path {
		return path
	}
	return string(out)
}

func lastSlash(path string) int {
	i := len(path) - 1
	for i >= 0 && path[i] != '/' {
		i--
	}
	return i
}

// Split cuts path behind its last slash.
func Split(path string) (dir, file string) {
	i := lastSlash(path)
	return path[:i+1], path[i+1:]
}

// Join puts slashes between the elements that are not empty and cleans the result; it is "" if all are empty.
func Join(elem ...string) string {
	var b []byte
	for _, e := range elem {
		if e == "" {
			continue
		}
		if len(b) > 0 {
			b = append(b, '/')
		}
		b = append(b, e...)
	}
	if len(b) == 0 {
		return ""
	}
	return Clean(string(b))
}

// Ext is what follows the last dot of the last element, with the dot; "" without a dot.
func Ext(path string) string {
	for i := len(path) - 1; i >= 0 && path[i] != '/'; i-- {
		if path[i] == '.' {
			return path[i:]
		}
	}
	return ""
}

// Base is the last element without trailing slashes: "." for "", "/" for nothing but slashes.
func Base(path string) string {
	if path == "" {
		return "."
	}
	n := len(path)
	for n > 0 && path[n-1] == '/' {
		n--
	}
	if n == 0 {
		return "/"
	}
	return path[lastSlash(path[:n])+1 : n]
}

// IsAbs reports whether path begins with a slash.
func IsAbs(path string) bool { return path != "" && path[0] == '/' }

// Dir is all but the last element, cleaned.
func Dir(path string) string { return Clean(path[:lastSlash(path)+1]) }
