#!/bin/sh
# Allocations of every case under each policy beside the official compiler's, then where -escape=gc differs from those,
# then totals: GOLIFT=/path/to/golift ./policies.sh [heap gc full]
set -e
cd "$(dirname "$0")"
: "${GOLIFT:=golift}"
[ $# -gt 0 ] || set -- heap gc full
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for policy in "$@"; do
	for class in *.go; do
		grep -q '^func main()' "$class" || continue
		"$GOLIFT" run -escape="$policy" "$class" measure.go
	done | awk '{ print $1, $3 }' >"$scratch/$policy"
done
awk -v policies="$*" -v scratch="$scratch" '
	{ name[NR] = $1; official[$1] = $3 }
	END {
		n = split(policies, p, " ")
		line = "case official"
		for (i = 1; i <= n; i++) {
			file = scratch "/" p[i]
			while ((getline row < file) > 0) { split(row, f, " "); count[p[i], f[1]] = f[2] }
			line = line " " p[i]
		}
		print line
		for (k = 1; k <= NR; k++) {
			line = name[k] " " official[name[k]]
			for (i = 1; i <= n; i++) {
				c = count[p[i], name[k]]
				line = line " " (c == "" ? "?" : c)
				total[p[i]] += c
			}
			sum += official[name[k]]
			print line
			c = count["gc", name[k]]
			if (c != "" && c != official[name[k]]) differ = differ " " name[k] "(" official[name[k]] "," c ")"
		}
		line = "total " sum
		for (i = 1; i <= n; i++) line = line " " total[p[i]]
		print line
		if (differ != "") print "gc differs (official, ours):" differ
	}' *.allocs
