#!/bin/sh
# Compares time and allocations of the gauntlet by policy: GOLIFT=/path/to/golift GO=/path/to/go ./bench.sh [CLASS...]
# Tables go to standard output, files for benchstat and charts to the directory OUT, one a class, if that is set.
set -e
cd "$(dirname "$0")"
: "${GOLIFT:=golift}" "${GO:=go}" "${TIME:=20ms}" "${COUNT:=5}"
[ $# -gt 0 ] || set -- $(ls *.go | grep -v -e '^measure.go$' -e '_test.go$' | sed 's/\.go$//')
for class in "$@"; do
	"$GOLIFT" bench -go "$GO" -benchtime "$TIME" -count "$COUNT" ${OUT:+-o "$OUT/$class"} "$class.go" measure.go gauntlet_test.go
	echo
done
