//! Print → parse → print is the identity, for every operation.

use golift_ssa::parse::parse_module;
use golift_ssa::print::print_module;

const ALL: &str = r##"entry fn0
hooks fn1 -
type_descs data0 data1
itabs data1
layout0 "main.T \"x\" # \\ \u{1}" size=24 align=8 ptrs=101 desc=data0
layout1 "int" size=8 align=8 ptrs= desc=data0
data0 "type:main.T" kind=ro align=8 size=80 {
  bytes 000102ff
  8: fn1+0
  16: data1-8
}
data1 "main.x" kind=zero align=8 size=8 pointers {
}
site0 pos=12 func="main.f" expr="&T{...}" kind=addr_lit layout=layout0 place=unplaced
site1 pos=0 func="main.f" expr="x" kind=append place=heap origin=site0 in_loop keep reason="escapes \"here\"\n"

func fn0 "main.f" (ptr, i64, f64) -> (i64) context defer recover {
  loc0 pos=12 func="main.f"
  loc1 pos=13 func="main.g" parent=loc0
  recover_block b4
  pinned v3 v4
b0(v0: ptr, v1: i64, v2: f64):
  v3: ptr = alloc site0 @loc0
  v4: ptr = make_slice site0 v1, v1
  v5: i64 = iconst -5
  v6: f64 = fconst 0x3ff0000000000000
  v7: ptr = func_addr fn1
  v8: ptr = data_addr data1-8
  v9: i64 = add v1, v5 @loc1
  v10: i64 = popcnt v9
  v11: f64 = fma v2, v2, v6
  v12: i8 = cmp.ult v1, v5
  v13: i8 = fcmp.ge v2, v6
  v14: i64 = select v12, v1, v5
  v15: i64 = conv.f_to_s v2
  v16: i64 = load.nil.ro.r7 v3+8
  store.nil v3-16, v16
  v17: ptr = addr_off v3+24
  v18: ptr = elem_addr scale=8 offset=-3 v3, v1
  mem_copy.nil size=24 v3, v4
  mem_zero size=8 v3
  check.nil v3
  check.bounds.slice3_alen.signed v1, v5
  check.div_zero v1
  check.shift v1
  v19: i64 = call fn1()
  call_closure(v3, v1)
  v20: ptr, v21: i64 = call_iface slot=2 iface=data0 (v3, v4, v1)
  v22: ptr = call_builtin rt_new site1 (v3)
  call_builtin rt_gosched ()
  v23: ptr = frame_ptr
  v30: ptr = defer_frame
  branch v12, b1(v1, v2), b3 @loc0
b1(v31: i64, v32: f64):
  switch v31 [-1: b3, 7: b2] default b5(v31)
b3 cold:
  unreachable
b2:
  return v1
b5(v33: i64):
  jump b3
b4:
  none
}

func fn1 "main.(*T).M" () -> (i64) noinline wrapper init {
b0:
  tail_call fn1()
b1:
  v0: ptr = iconst 0
  tail_call_closure(v0)
b2:
  tail_call_iface slot=3 iface=data0 (v0, v0)
b3:
  return
}
"##;

#[test]
fn text_form_round_trips() {
    let text = ALL.replace("_block b4\n", "_block b4 # here control comes back\n");
    let module = parse_module(&text).expect("the text follows the grammar");
    let printed = print_module(&module, None);
    for (a, b) in printed.lines().zip(ALL.lines()) {
        assert_eq!(a, b);
    }
    assert_eq!(printed.len(), ALL.len());
}

#[test]
fn errors_name_the_line() {
    let err = parse_module("entry fn0\nfrob\n").expect_err("no such item");
    assert_eq!(err, "line 2: expected an item before `frob`");
    let err = parse_module("func fn0 \"f\" () -> () {\nb0:\n  v1: i64 = blub v2\n").expect_err("no such operation");
    assert!(err.contains("unknown operation `blub`") && err.contains("(line 3)"), "{err}");
}
