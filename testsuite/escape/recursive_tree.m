# command-line-arguments
./recursive_tree.go:16:9: &tree{...} does not escape
./recursive_tree.go:26:26: ... argument does not escape
./recursive_tree.go:26:44: build(1, 100).sum() does not escape
