inline_sync.go:25:6: can inline small5
inline_sync.go:30:6: can inline small6
inline_sync.go:37:6: can inline small7
inline_sync.go:44:6: can inline small8
inline_sync.go:49:6: can inline small9
inline_sync.go:27:14: inlining call to sync.(*Mutex).Unlock
inline_sync.go:27:14: inlining call to sync.(*Mutex).Unlock
inline_sync.go:32:12: inlining call to sync.(*Mutex).Lock
inline_sync.go:32:12: inlining call to sync.(*Mutex).Lock
inline_sync.go:39:16: inlining call to sync.(*Once).Do
inline_sync.go:39:16: inlining call to atomic.(*Bool).Load
inline_sync.go:46:24: inlining call to sync.(*RWMutex).RUnlock
inline_sync.go:46:24: inlining call to atomic.(*Int32).Add
inline_sync.go:51:22: inlining call to sync.(*RWMutex).RLock
inline_sync.go:51:22: inlining call to atomic.(*Int32).Add
