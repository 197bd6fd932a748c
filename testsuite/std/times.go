package main

import (
	"fmt"
	"time"
)

func main() {
	for _, d := range []time.Duration{0, 1, 1100, 2200000, 3300000000, 4*time.Minute + 5*time.Second, 5*time.Hour + 6*time.Minute + 7001*time.Millisecond, -time.Second, 1<<63 - 1, -1 << 63} {
		fmt.Println(d, d.Seconds(), d.Minutes(), d.Round(time.Second), d.Truncate(time.Minute), d.Abs(), d.Milliseconds())
	}
	for _, s := range []string{"1h15m30.918273645s", "-1.5h", "100ms", "1us", "1µs", "", "3", "-.s", "1x", "9223372036854775808ns", "1d", "0", "+5s"} {
		d, err := time.ParseDuration(s)
		fmt.Println(d, err)
	}
	zone := time.FixedZone("XYZ", -5*3600-1800)
	times := []time.Time{
		{}, time.Unix(0, 0).UTC(), time.Unix(1700000000, 123456789).UTC(), time.Date(2024, 2, 29, 23, 59, 59, 999999999, time.UTC),
		time.Date(2023, time.December, 31, 0, 0, 0, 0, zone), time.Date(1600, 1, 1, 12, 30, 0, 5000, zone), time.Date(2024, 14, 35, 25, 61, 61, -1, time.UTC), time.Date(-44, 3, 15, 0, 0, 0, 0, time.UTC),
	}
	layouts := []string{time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMicro, time.DateTime, time.DateOnly, time.TimeOnly,
		"2006-002 __2 Jan January 1 01 Mon Monday 2 _2 02 15 3 03 4 04 5 05 06 PM pm MST Z0700 Z07:00 -07 -07:00:00 .000 .999 ,000000"}
	for _, t := range times {
		fmt.Println(t, t.Unix(), t.UnixMilli(), t.Weekday(), t.YearDay(), t.IsZero())
		y, w := t.ISOWeek()
		fmt.Printf("%d %d %#v %v\n", y, w, t, t.Month())
		for _, l := range layouts {
			s := t.Format(l)
			u, err := time.Parse(l, s)
			fmt.Println(s, u, err)
		}
		fmt.Println(t.Add(36*time.Hour), t.AddDate(0, 1, -1), t.Truncate(time.Hour), t.Round(24*time.Hour), t.Sub(times[2]), t.Before(times[3]), t.Equal(t.In(zone)), t.Compare(times[1]))
	}
	for _, c := range [][2]string{{time.DateOnly, "2023-02-30"}, {time.DateOnly, "2023-13-01"}, {time.DateOnly, "x"}, {time.RFC3339, "2023-01-01T00:00:00Z extra"}, {time.Kitchen, "13:00PM"}, {"2006", "20"}, {time.RFC3339, "2023-01-01T25:00:00Z"}, {"Jan", "Foo"}} {
		_, err := time.Parse(c[0], c[1])
		fmt.Println(err)
	}
	start := time.Now()
	time.Sleep(5 * time.Millisecond)
	fmt.Println(time.Since(start) >= 5*time.Millisecond, time.Now().After(start))
	fired := make(chan string, 3)
	time.AfterFunc(150*time.Millisecond, func() { fired <- "second" })
	time.AfterFunc(2*time.Millisecond, func() { fired <- "first" })
	stopped := time.AfterFunc(time.Millisecond, func() { fired <- "never" })
	fmt.Println(stopped.Stop(), stopped.Stop())
	fmt.Println(<-fired, <-fired)
	tick := time.NewTicker(time.Millisecond)
	for i := 0; i < 3; i++ {
		<-tick.C
	}
	tick.Stop()
	select {
	case <-tick.C:
		fmt.Println("tick after stop")
	case <-time.After(5 * time.Millisecond):
		fmt.Println("timeout")
	}
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Reset(time.Millisecond))
	<-t.C
	fmt.Println(t.Stop())
	fmt.Println(time.Month(13), time.Weekday(-1), time.March, time.Saturday)
}
