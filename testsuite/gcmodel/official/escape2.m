escape2.go:21:11: moved to heap: x
escape2.go:25:11: leaking param: yy
escape2.go:29:11: moved to heap: x
escape2.go:35:12: leaking param: t
escape2.go:40:11: xx does not escape
escape2.go:40:15: yy does not escape
escape2.go:45:11: xx does not escape
escape2.go:45:21: yy does not escape
escape2.go:49:11: xx does not escape
escape2.go:49:21: leaking param: yy
escape2.go:53:11: xx does not escape
escape2.go:53:21: yy does not escape
escape2.go:57:11: xx does not escape
escape2.go:57:15: yy does not escape
escape2.go:62:11: leaking param: xx to result ~r0 level=0
escape2.go:62:15: leaking param: yy to result ~r0 level=0
escape2.go:67:12: xx does not escape
escape2.go:67:16: yy does not escape
escape2.go:81:12: leaking param: yyy
escape2.go:87:12: leaking param content: yyy
escape2.go:91:12: yyy does not escape
escape2.go:95:12: moved to heap: yy
escape2.go:99:12: leaking param: yy
escape2.go:103:12: yy does not escape
escape2.go:107:12: moved to heap: y
escape2.go:121:9: &Bar{...} escapes to heap
escape2.go:124:14: leaking param: x
escape2.go:125:9: &Bar{...} escapes to heap
escape2.go:128:15: x does not escape
escape2.go:129:9: &Bar{...} escapes to heap
escape2.go:132:7: b does not escape
escape2.go:136:7: leaking param: b to result ~r0 level=0
escape2.go:140:7: leaking param: b to result ~r0 level=1
escape2.go:144:7: leaking param: b to result ~r0 level=0
escape2.go:148:7: leaking param: b to result ~r0 level=0
escape2.go:149:2: moved to heap: v
escape2.go:154:7: leaking param: b to result ~r0 level=1
escape2.go:155:2: moved to heap: v
escape2.go:160:7: b does not escape
escape2.go:166:13: leaking param: b
escape2.go:176:9: &Bar2{...} escapes to heap
escape2.go:179:7: b does not escape
escape2.go:183:7: leaking param: b to result ~r0 level=0
escape2.go:187:7: leaking param: b to result ~r0 level=1
escape2.go:191:7: b does not escape
escape2.go:195:7: leaking param: b
escape2.go:199:7: leaking param: b
escape2.go:207:9: func literal escapes to heap
escape2.go:213:2: moved to heap: x
escape2.go:214:9: func literal escapes to heap
escape2.go:222:9: func literal does not escape
escape2.go:228:9: func literal escapes to heap
escape2.go:234:7: func literal escapes to heap
escape2.go:241:2: moved to heap: f
escape2.go:241:7: func literal escapes to heap
escape2.go:245:13: moved to heap: x
escape2.go:246:9: func literal escapes to heap
escape2.go:253:9: func literal does not escape
escape2.go:260:14: leaking param: xx
escape2.go:265:16: xx does not escape
escape2.go:269:12: moved to heap: x
escape2.go:285:7: leaking param: f
escape2.go:289:7: f does not escape
escape2.go:293:7: leaking param: f
escape2.go:297:7: f does not escape
escape2.go:301:12: moved to heap: x
escape2.go:305:7: f does not escape
escape2.go:305:21: moved to heap: x
escape2.go:309:12: f does not escape
escape2.go:309:20: moved to heap: x
escape2.go:313:12: leaking param: yy
escape2.go:317:7: f does not escape
escape2.go:322:7: leaking param content: f
escape2.go:326:7: leaking param: f
escape2.go:332:12: leaking param: i
escape2.go:338:12: leaking param: i
escape2.go:342:15: moved to heap: x
escape2.go:346:15: leaking param: x to result ~r0 level=0
escape2.go:350:15: leaking param: x to result ~r0 level=0
escape2.go:373:21: moved to heap: f
escape2.go:377:24: leaking param: f to result ~r0 level=0
escape2.go:381:13: leaking param: i to result ~r0 level=0
escape2.go:386:3: moved to heap: v
escape2.go:392:13: leaking param: i to result ~r0 level=0
escape2.go:404:12: leaking param: i to result ~r0 level=0
escape2.go:410:13: i does not escape
escape2.go:417:12: leaking param: i to result ~r0 level=0
escape2.go:426:13: i does not escape
escape2.go:438:12: leaking param: i
escape2.go:442:10: new(S) does not escape
escape2.go:451:12: m does not escape
escape2.go:454:12: leaking param: m
escape2.go:458:13: leaking param: m
escape2.go:472:6: moved to heap: mv
escape2.go:478:8: mv does not escape
escape2.go:484:8: mv escapes to heap
escape2.go:487:12: leaking param: m
escape2.go:491:12: leaking param: mv1
escape2.go:491:21: leaking param: m
escape2.go:496:12: leaking param: x
escape2.go:498:12: append escapes to heap
escape2.go:502:13: moved to heap: x
escape2.go:504:12: append escapes to heap
escape2.go:515:6: moved to heap: x
escape2.go:525:3: moved to heap: x
escape2.go:534:3: moved to heap: x
escape2.go:542:12: []int{...} does not escape
escape2.go:546:9: func literal escapes to heap
escape2.go:555:3: moved to heap: vv
escape2.go:553:12: []int{...} does not escape
escape2.go:557:9: func literal escapes to heap
escape2.go:565:12: []int{...} does not escape
escape2.go:569:9: func literal escapes to heap
escape2.go:579:3: moved to heap: vv
escape2.go:577:12: []int{...} does not escape
escape2.go:581:9: func literal escapes to heap
escape2.go:592:12: []int{...} does not escape
escape2.go:596:14: func literal escapes to heap
escape2.go:606:3: moved to heap: vv
escape2.go:604:12: []int{...} does not escape
escape2.go:608:14: func literal escapes to heap
escape2.go:614:14: leaking param: y to result ~r0 level=0
escape2.go:614:22: x does not escape
escape2.go:618:15: y does not escape
escape2.go:618:23: leaking param: x to result ~r0 level=0
escape2.go:622:12: z does not escape
escape2.go:623:9: ... argument does not escape
escape2.go:623:13: 1 does not escape
escape2.go:623:16: 2 does not escape
escape2.go:623:19: 3 does not escape
escape2.go:626:13: z does not escape
escape2.go:627:10: ... argument does not escape
escape2.go:627:14: 1 does not escape
escape2.go:627:17: 2 does not escape
escape2.go:627:20: 3 does not escape
escape2.go:630:15: leaking param: z
escape2.go:631:15: ... argument does not escape
escape2.go:631:19: 1 does not escape
escape2.go:631:22: 2 does not escape
escape2.go:631:25: 3 does not escape
escape2.go:634:16: z does not escape
escape2.go:636:17: ... argument escapes to heap
escape2.go:636:21: 1 escapes to heap
escape2.go:636:24: 2 escapes to heap
escape2.go:636:27: 3 escapes to heap
escape2.go:639:17: z does not escape
escape2.go:640:17: ... argument escapes to heap
escape2.go:640:21: 1 escapes to heap
escape2.go:640:24: 2 escapes to heap
escape2.go:640:27: 3 escapes to heap
escape2.go:643:12: z does not escape
escape2.go:644:9: ... argument does not escape
escape2.go:647:13: z does not escape
escape2.go:648:10: ... argument does not escape
escape2.go:652:9: ... argument does not escape
escape2.go:652:15: 1 does not escape
escape2.go:652:18: 2 does not escape
escape2.go:652:21: 3 does not escape
escape2.go:656:10: ... argument does not escape
escape2.go:656:16: 1 does not escape
escape2.go:656:19: 2 does not escape
escape2.go:656:22: 3 does not escape
escape2.go:660:21: 1 does not escape
escape2.go:660:24: 2 does not escape
escape2.go:660:27: 3 does not escape
escape2.go:660:15: ... argument does not escape
escape2.go:664:22: 1 does not escape
escape2.go:664:25: 2 does not escape
escape2.go:664:28: 3 does not escape
escape2.go:664:16: ... argument does not escape
escape2.go:670:22: 1 escapes to heap
escape2.go:670:25: 2 escapes to heap
escape2.go:670:28: 3 escapes to heap
escape2.go:670:16: ... argument does not escape
escape2.go:676:23: 1 escapes to heap
escape2.go:676:26: 2 escapes to heap
escape2.go:676:29: 3 escapes to heap
escape2.go:676:17: ... argument does not escape
escape2.go:680:12: z does not escape
escape2.go:684:13: z does not escape
escape2.go:688:13: leaking param: z
escape2.go:693:13: leaking param: z
escape2.go:699:9: ... argument does not escape
escape2.go:702:10: ... argument does not escape
escape2.go:705:12: moved to heap: z
escape2.go:709:13: moved to heap: z
escape2.go:716:12: new(int) escapes to heap
escape2.go:723:10: new(int) escapes to heap
escape2.go:731:11: new(int) does not escape
escape2.go:737:10: leaking param: p to result x level=0
escape2.go:737:10: leaking param: p to result y level=0
escape2.go:739:11: x does not escape
escape2.go:739:14: y does not escape
escape2.go:742:6: moved to heap: x
escape2.go:742:9: moved to heap: y
escape2.go:742:12: moved to heap: z
escape2.go:746:7: moved to heap: u
escape2.go:746:10: moved to heap: v
escape2.go:746:13: moved to heap: w
escape2.go:761:17: leaking param: r
escape2.go:762:9: &LimitedFooer{...} escapes to heap
escape2.go:765:12: leaking param: x
escape2.go:766:22: map[*int]*int{...} escapes to heap
escape2.go:769:12: leaking param: x
escape2.go:770:22: map[*int]*int{...} escapes to heap
escape2.go:773:12: leaking param: x to result ~r0 level=0
escape2.go:778:12: c does not escape
escape2.go:786:12: leaking param: m to result ~r0 level=1
escape2.go:797:12: m does not escape
escape2.go:797:29: leaking param: x
escape2.go:802:12: leaking param: m to result ~r0 level=1
escape2.go:807:12: leaking param: m to result ~r0 level=0
escape2.go:812:12: m does not escape
escape2.go:817:12: leaking param: m to result ~r0 level=0
escape2.go:822:13: leaking param: m to result ~r0 level=1
escape2.go:830:13: leaking param: m to result ~r0 level=0
escape2.go:838:14: m does not escape
escape2.go:839:6: moved to heap: i
escape2.go:846:13: m does not escape
escape2.go:846:23: leaking param: x
escape2.go:851:13: m does not escape
escape2.go:851:24: x does not escape
escape2.go:858:13: leaking param content: x
escape2.go:863:13: leaking param content: x
escape2.go:864:12: append does not escape
escape2.go:868:13: leaking param: x
escape2.go:869:12: append does not escape
escape2.go:872:13: leaking param: x
escape2.go:873:22: map[*int]*int{...} escapes to heap
escape2.go:876:13: leaking param: x
escape2.go:877:22: map[*int]*int{...} escapes to heap
escape2.go:880:13: leaking param: x
escape2.go:881:20: map[*int]*int{...} does not escape
escape2.go:888:13: leaking param: x
escape2.go:889:20: map[*int]*int{...} does not escape
escape2.go:893:13: leaking param: x to result ~r0 level=0
escape2.go:894:13: []*int{...} does not escape
escape2.go:898:13: leaking param: x to result ~r0 level=0
escape2.go:903:13: leaking param: x to result ~r0 level=0
escape2.go:908:13: leaking param: x to result ~r0 level=0
escape2.go:909:7: &Bar{...} does not escape
escape2.go:913:13: leaking param: x to result ~r0 level=0
escape2.go:919:3: moved to heap: x
escape2.go:922:3: moved to heap: y
escape2.go:928:13: unknown does not escape
escape2.go:929:2: moved to heap: x
escape2.go:933:13: unknown does not escape
escape2.go:934:2: moved to heap: x
escape2.go:940:13: leaking param: x
escape2.go:1151:22: i escapes to heap
escape2.go:1151:16: ... argument does not escape
escape2.go:1152:19: i escapes to heap
escape2.go:1152:13: ... argument does not escape
escape2.go:1159:26: i escapes to heap
escape2.go:1159:19: ... argument does not escape
escape2.go:1160:23: i escapes to heap
escape2.go:1160:16: ... argument does not escape
escape2.go:1170:9: new(int) does not escape
escape2.go:1179:9: new(int) escapes to heap
escape2.go:1185:13: x does not escape
escape2.go:1186:6: moved to heap: i
escape2.go:1188:2: func literal does not escape
escape2.go:1193:13: ch does not escape
escape2.go:1194:6: moved to heap: i
escape2.go:1196:2: func literal does not escape
escape2.go:1205:7: moved to heap: i
escape2.go:1206:3: func literal does not escape
escape2.go:1216:6: moved to heap: i
escape2.go:1230:6: moved to heap: i
escape2.go:1232:2: func literal does not escape
escape2.go:1234:3: func literal does not escape
escape2.go:1243:7: moved to heap: i
escape2.go:1244:3: func literal does not escape
escape2.go:1251:6: moved to heap: i
escape2.go:1252:2: func literal does not escape
escape2.go:1258:6: moved to heap: i
escape2.go:1259:5: func literal escapes to heap
escape2.go:1265:6: moved to heap: i
escape2.go:1266:8: func literal does not escape
escape2.go:1274:2: func literal does not escape
escape2.go:1276:3: func literal does not escape
escape2.go:1284:6: moved to heap: i
escape2.go:1286:5: func literal escapes to heap
escape2.go:1288:3: func literal does not escape
escape2.go:1296:6: moved to heap: i
escape2.go:1298:5: func literal escapes to heap
escape2.go:1300:3: func literal does not escape
escape2.go:1308:6: moved to heap: i
escape2.go:1310:2: func literal does not escape
escape2.go:1312:6: func literal escapes to heap
escape2.go:1323:10: new(T) escapes to heap
escape2.go:1333:10: new(T) escapes to heap
escape2.go:1346:7: &T{} escapes to heap
escape2.go:1347:10: U{...} escapes to heap
escape2.go:1361:9: x does not escape
escape2.go:1363:9: leaking param: x
escape2.go:1369:6: moved to heap: buf2
escape2.go:1375:6: moved to heap: buf4
escape2.go:1383:7: t does not escape
escape2.go:1389:10: new(Tm) does not escape
escape2.go:1390:7: t.M does not escape
escape2.go:1397:10: new(Tm) escapes to heap
escape2.go:1398:8: t.M escapes to heap
escape2.go:1404:3: func literal does not escape
escape2.go:1438:13: l does not escape
escape2.go:1444:13: l does not escape
escape2.go:1451:13: l does not escape
escape2.go:1459:13: l does not escape
escape2.go:1466:13: l does not escape
escape2.go:1478:13: leaking param: x
escape2.go:1483:8: ... argument escapes to heap
escape2.go:1490:13: leaking param: x
escape2.go:1495:6: moved to heap: a
escape2.go:1501:6: moved to heap: a
escape2.go:1507:6: moved to heap: a
escape2.go:1513:6: moved to heap: a
escape2.go:1524:7: leaking param: u to result ~r0 level=1
escape2.go:1532:11: leaking param: u
escape2.go:1533:9: &V{...} escapes to heap
escape2.go:1537:2: moved to heap: a
escape2.go:1545:13: v does not escape
escape2.go:1547:7: moved to heap: x
escape2.go:1550:8: 0 escapes to heap
escape2.go:1555:11: moved to heap: x
escape2.go:1560:11: moved to heap: x
escape2.go:1574:7: &Lit{...} does not escape
escape2.go:1580:2: moved to heap: i
escape2.go:1581:7: &Lit{...} does not escape
escape2.go:1587:2: moved to heap: i
escape2.go:1588:7: &Lit{...} escapes to heap
escape2.go:1604:9: (*Buffer).foo ignoring self-assignment in b.buf1 = b.buf1[1:2]
escape2.go:1605:9: (*Buffer).foo ignoring self-assignment in b.buf1 = b.buf1[1:2:3]
escape2.go:1606:9: (*Buffer).foo ignoring self-assignment in b.buf1 = b.buf2[1:2]
escape2.go:1607:9: (*Buffer).foo ignoring self-assignment in b.buf1 = b.buf2[1:2:3]
escape2.go:1603:7: b does not escape
escape2.go:1610:7: leaking param: b
escape2.go:1615:9: (*Buffer).arrayPtr ignoring self-assignment in b.buf1 = b.arrPtr[1:2]
escape2.go:1616:9: (*Buffer).arrayPtr ignoring self-assignment in b.buf1 = b.arrPtr[1:2:3]
escape2.go:1614:7: b does not escape
escape2.go:1620:9: (*Buffer).baz ignoring self-assignment in b.str1 = b.str1[1:2]
escape2.go:1621:9: (*Buffer).baz ignoring self-assignment in b.str1 = b.str2[1:2]
escape2.go:1619:7: b does not escape
escape2.go:1624:7: leaking param content: b
escape2.go:1625:10: new(Buffer) escapes to heap
escape2.go:1631:6: quux ignoring self-assignment in *sp = (*sp)[1:2]
escape2.go:1632:6: quux ignoring self-assignment in *bp = (*bp)[1:2]
escape2.go:1630:11: sp does not escape
escape2.go:1630:23: bp does not escape
escape2.go:1645:2: moved to heap: i
escape2.go:1647:10: x.s escapes to heap
escape2.go:1653:11: make([]byte, 20) does not escape
escape2.go:1654:14: string(b) does not escape
escape2.go:1659:11: make([]byte, 20) does not escape
escape2.go:1660:14: string(b) does not escape
escape2.go:1668:2: moved to heap: s1
escape2.go:1666:11: make([]byte, 20) does not escape
escape2.go:1667:14: string(b) escapes to heap
escape2.go:1673:11: make([]byte, 20) does not escape
escape2.go:1674:14: string(b) escapes to heap
escape2.go:1676:9: s1 escapes to heap
escape2.go:1682:10: s0 + s1 does not escape
escape2.go:1690:10: s0 + s1 does not escape
escape2.go:1695:11: make([]byte, 20) does not escape
escape2.go:1697:17: string(b) + s0 does not escape
escape2.go:1697:14: string(b) does not escape
escape2.go:1704:10: s0 + s1 escapes to heap
escape2.go:1706:9: s2 escapes to heap
escape2.go:1712:14: string(x) does not escape
escape2.go:1719:14: string(x) escapes to heap
escape2.go:1726:2: moved to heap: s
escape2.go:1726:14: string(x) escapes to heap
escape2.go:1732:14: ([]byte)(s) does not escape
escape2.go:1732:14: zero-copy string->[]byte conversion
escape2.go:1738:16: ([]byte)(s) escapes to heap
escape2.go:1743:15: ([]byte)(s) escapes to heap
escape2.go:1743:16: ([]byte)(s) escapes to heap
escape2.go:1748:14: ([]rune)(s) does not escape
escape2.go:1754:16: ([]rune)(s) escapes to heap
escape2.go:1759:15: ([]rune)(s) escapes to heap
escape2.go:1759:16: ([]rune)(s) escapes to heap
escape2.go:1763:13: []rune{...} does not escape
escape2.go:1764:14: string(r) does not escape
escape2.go:1769:13: []rune{...} does not escape
escape2.go:1770:16: string(r) escapes to heap
escape2.go:1774:13: []rune{...} does not escape
escape2.go:1775:15: string(r) escapes to heap
escape2.go:1775:16: string(r) escapes to heap
escape2.go:1779:11: make(map[int]int) does not escape
escape2.go:1783:10: m[0] escapes to heap
escape2.go:1787:13: make(map[int]int) escapes to heap
escape2.go:1791:11: make(map[int]int) escapes to heap
escape2.go:1795:23: m does not escape
escape2.go:1796:11: "foo" does not escape
escape2.go:1799:23: m does not escape
escape2.go:1800:13: MV(0) does not escape
escape2.go:1808:18: leaking param: x
escape2.go:1809:9: func literal escapes to heap
escape2.go:1804:10: new(int) escapes to heap
escape2.go:1817:11: new(int) escapes to heap
escape2.go:1818:7: func literal escapes to heap
escape2.go:1826:7: func literal escapes to heap
escape2.go:1827:24: []func() int{...} does not escape
escape2.go:1828:16: make([]func() int, 1) does not escape
escape2.go:1833:20: moved to heap: y
