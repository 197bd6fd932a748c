# command-line-arguments
./sent_on_channel.go:9:12: make(chan *message, 2) does not escape
./sent_on_channel.go:15:13: ... argument does not escape
./sent_on_channel.go:15:20: (<-ch).id does not escape
./sent_on_channel.go:15:29: kept.id does not escape
