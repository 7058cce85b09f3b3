#!/usr/bin/env python3
"""Write the commune documents of Lạng Sơn from the two tables in tools/data.

    python3 tools/generate_communes.py [TABLES [OUTPUT]]

TABLES is the folder that holds the two tables (default: tools/data), OUTPUT the folder
that receives the documents (default: events/lang-son). The result depends on the tables
alone: a second run writes the same bytes.

Written: the list of 01/01/2020, resolution 1672 and resolution 203 (both of 01/07/2025).
The texts between them, such as resolution 1246 of 01/12/2024, are written by hand. Their
outcome is checked here, since both tables must agree on it.
"""

import argparse
import csv
import hashlib
import json
import re
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
BEFORE = "lang-son-communes-2020.tsv"
AFTER = "lang-son-communes-2025-07-01.tsv"

PROVINCE = "tinh-lang-son"
SCHEME = "gso"

# The list abbreviates one name that the later table spells out.
FULL_NAMES = {"Thị trấn NT Thái Bình": "Thị trấn Nông trường Thái Bình"}

# What a reader should know of a name as the list writes it, by code.
NOTES = {"06337": "The list writes a small ý, as does the table of 2025; Đồng Ý is probably meant."}

# Resolution 1246: the units that ended on 01/12/2024, by code. Đại Đồng ended too, but
# its code went to Thất Khê, whose own code 05995 is therefore missing from the later table.
ENDED_IN_2024 = {"06007", "06295", "06301", "06454", "06574"}
RECODED_IN_2024 = {"05995": "06040"}

# The only two units that resolution 1672 split, and the three new units which their parts
# tie together: nine old ones, three new ones, eleven links.
SPLIT = {"06622", "06625"}


# ---------------------------------------------------------------- the tables


def read(path):
    text = path.read_text(encoding="utf-8")
    if unicodedata.normalize("NFC", text) != text:
        sys.exit(f"{path}: not in NFC")
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t"))
    for line, row in enumerate(rows, start=2):  # line 1 is the header
        row["line"] = line
    return rows


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def slug(text):
    """ASCII, lower case, words joined by hyphens: đ is no combining letter, so it comes first."""
    text = text.lower().replace("đ", "d")
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return "-".join(plain.split())


def split_kind(name):
    """'Thị trấn Thất Khê' → ('thị trấn', 'Thất Khê')."""
    for kind in ("Thị trấn", "Thành phố", "Phường", "Huyện", "Xã"):
        if name.startswith(kind + " "):
            return kind.lower(), name[len(kind) + 1 :]
    sys.exit(f"no kind in {name!r}")


def district_id(name):
    kind, proper = split_kind(name)
    return f"tp-{slug(proper)}" if kind == "thành phố" else f"{slug(kind)}-{slug(proper)}"


def old_id(name, district):
    """Names repeat within the province, so the district goes into the id."""
    kind, proper = split_kind(district)
    place = f"tp-{slug(proper)}" if kind == "thành phố" else slug(proper)
    return f"{slug(FULL_NAMES.get(name, name))}-{place}"


def new_id(name):
    """The new units bear old names: the year keeps them apart."""
    return f"{slug(name)}-2025"


# ---------------------------------------------------------------- YAML

# What can stand without quotes, also within a flow list: words of any script, ids, signs inside.
# Digits in front are quoted, so that no reader takes a code or a range for a number.
PLAIN = re.compile(r"[^\W\d_][\w ./-]*")


def flow(value, quoted=False):
    if isinstance(value, dict):
        pairs = ((k, flow(v, quoted=k == "quote")) for k, v in value.items() if v is not None)
        return "{" + ", ".join(f"{k}: {v}" for k, v in pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(v) for v in value) + "]"
    # A double-quoted scalar: JSON's escapes are a subset of YAML's.
    return value if PLAIN.fullmatch(value) and not quoted else json.dumps(value, ensure_ascii=False)


def event(**fields):
    lines = [f"{key}: {flow(value)}" for key, value in fields.items()]
    return "      - " + "\n        ".join(lines) + "\n"


def act(ident, day, order, events, ordered_by=None, enacts=None):
    """`ordered_by` None: the document's own instrument, which is the default of the format."""
    head = f"  - id: {ident}\n    effectiveOn: {day}\n"
    if order:
        head += f"    order: {order}\n"
    if ordered_by is not None:
        head += f"    orderedBy: {flow(ordered_by)}\n"
    if enacts:
        head += f"    enacts: {flow(enacts)}\n"
    return head + "    events:\n" + "".join(events)


def lines_of(rows):
    """Line numbers as ranges: 2-5, 9."""
    numbers, parts = sorted(row["line"] for row in rows), []
    for n in numbers:
        if parts and n == parts[-1][1] + 1:
            parts[-1][1] = n
        else:
            parts.append([n, n])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in parts)


# Records of the other texts, the same wherever they are cited.
REPORT = """  - id: vn/lang-son/ubnd/bc/tong-ket-nq-18
    kind: báo cáo
    issuer: UBND tỉnh Lạng Sơn
    title: Báo cáo tổng kết thực hiện Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Ban Chấp hành Trung ương khoá XII
    issuedOn: 2025-09-25/2025-12-31
    source: {file: 000_1d34e513724ef885.txt, sha256: 97190fa489106e313d30ddd99b23719d9f0b0da90aeb0eb4f1fc11166b1903b5}
"""
REPORT_ID = "vn/lang-son/ubnd/bc/tong-ket-nq-18"
RESOLUTION_818 = """  - id: vn/ubtvqh/nq/2019/818
    number: 818/NQ-UBTVQH14
    kind: nghị quyết
    issuer: Ủy ban Thường vụ Quốc hội
    issuedOn: 2019-11-21
"""
TABLE_ID = "table/lang-son-communes-2025-07-01"
GENERATED = "# Written by tools/generate_communes.py. Change the tables or the script, not this file.\n"


# ---------------------------------------------------------------- the documents


def list_of_2020(rows, folder):
    """The province, its 11 districts and its 200 communes, as the statistics office lists them."""
    districts = {}
    for row in rows:
        districts.setdefault((row["district_code"], row["district"]), []).append(row)
    all_lines = f"2-{rows[-1]['line']}"

    province = event(
        type="registered",
        born=[{"id": PROVINCE, "name": "Tỉnh Lạng Sơn", "kind": "tỉnh", "parent": "null"}],
        certainty="inferred",
        citations=[
            {"lines": all_lines},
            {"instrument": REPORT_ID, "lines": "713", "quote": "Năm 2015 được giao: 24.102 người làm việc"},
        ],
        note="It stood long before. The report goes back to the posts given out for 2015, so it stood when that year began; no founding is told here.",
    )

    def district(code, name, communes):
        kind, _ = split_kind(name)
        return event(
            type="registered",
            born=[{"id": district_id(name), "name": name, "kind": kind, "parent": PROVINCE, "codes": {SCHEME: code}}],
            certainty="inferred",
            citations=[
                {"lines": lines_of(communes)},
                {"instrument": REPORT_ID, "lines": "137", "quote": "phòng chuyên môn thuộc UBND cấp huyện. Luỹ kế từ năm 2017"},
                {"instrument": REPORT_ID, "lines": "264-268", "quote": "Sáp nhập 11 Phòng Y tế các huyện, thành phố"},
            ],
            note="Named and coded by the list of 2020; that it stood when 2017 began is inferred from the report.",
        )

    def commune(row):
        full = FULL_NAMES.get(row["name"], row["name"])
        born = {
            "id": old_id(row["name"], row["district"]),
            "name": full,
            "kind": split_kind(full)[0],
            "parent": district_id(row["district"]),
            "shortName": row["name"] if full != row["name"] else None,
            "codes": {SCHEME: row["code"]},
        }
        note = {"note": NOTES[row["code"]]} if row["code"] in NOTES else {}
        return event(type="registered", born=[born], citations=[{"lines": str(row["line"])}], **note)

    acts = [
        act("lang-son/opening/tinh", "../2015-01-01", -9, [province], []),
        act(
            "lang-son/opening/huyen",
            "../2017-01-01",
            -8,
            [district(code, name, communes) for (code, name), communes in sorted(districts.items())],
            [],
        ),
    ]
    for (_, name), communes in sorted(districts.items()):
        acts.append(act(f"lang-son/2020-01-01/{district_id(name)}", "2020-01-01", -6, [commune(row) for row in communes], []))

    cities = sum(1 for _, name in districts if name.startswith("Thành phố"))
    return f"""{GENERATED}instrument:
  id: vn/gso/dvhc/2020-01-01
  kind: danh mục
  issuer: cơ quan thống kê
  title: Danh mục đơn vị hành chính tỉnh Lạng Sơn, từ 01/01/2020 đến 30/11/2024
  issuedOn: 2020-01-01/2024-11-30
  relations: [{{relation: basedOn, instrument: vn/ubtvqh/nq/2019/818}}]
  source: {{file: {BEFORE}, sha256: {sha256(folder / BEFORE)}}}
instruments:
{RESOLUTION_818}{REPORT}acts:
{"".join(acts)}claims:
  - id: cl-gso-2020-cap-huyen
    asOf: 2020-01-01
    count: {{kinds: [huyện, thành phố], under: {PROVINCE}, level: all}}
    value: {len(districts)}
    citations: [{{lines: "{all_lines}"}}]
    note: "{len(districts) - cities} huyện and {cities} thành phố."
  - id: cl-gso-2020-cap-xa
    asOf: 2020-01-01
    count: {{kinds: [xã, phường, thị trấn], under: {PROVINCE}, level: all}}
    value: {len(rows)}
    citations: [{{lines: "{all_lines}"}}]
coverage:
  - kinds: [huyện, thành phố]
    under: {PROVINCE}
    from: 2020-01-01
    to: 2025-07-01
    citations: [{{lines: "{all_lines}"}}]
  - kinds: [xã, phường, thị trấn]
    under: {PROVINCE}
    from: 2020-01-01
    to: 2025-07-01
    citations: [{{lines: "{all_lines}"}}]
"""


def resolution_1672(rows, folder):
    """62 mergers, and one reorganisation of nine units into three."""
    groups = {}
    for row in rows:
        groups.setdefault((row["new_code"], row["new_name"]), []).append(row)
    tied = sorted(new for new, parts in groups.items() if any(part["old_code"] in SPLIT for part in parts))

    def born(new):
        code, name = new
        return {"id": new_id(name), "name": name, "kind": split_kind(name)[0], "parent": PROVINCE, "codes": {SCHEME: code}}

    def old(part):
        return old_id(part["old_name"], part["old_district"])

    def merger(new, parts):
        if len(parts) < 2:
            sys.exit(f"{new}: one part alone is no merger")
        wording = [{"quote": "sắp xếp toàn bộ … thành xã mới có tên gọi là …"}] if new[1].startswith("Xã") else []
        return event(
            type="merged",
            ends=[old(part) for part in parts],
            born=[born(new)],
            term="sắp xếp",
            citations=wording + [{"instrument": TABLE_ID, "lines": lines_of(parts)}],
        )

    acts = [
        act(f"lang-son/2025-07-01/{slug(new[1])}", "2025-07-01", 0, [merger(new, parts)])
        for new, parts in sorted(groups.items())
        if new not in tied
    ]
    links = [(old(part), new_id(new[1])) for new in tied for part in groups[new]]
    acts.append(
        act(
            "lang-son/2025-07-01/" + "-".join(slug(split_kind(name)[1]) for _, name in tied),
            "2025-07-01",
            0,
            [
                event(
                    type="reorganized",
                    ends=list(dict.fromkeys(end for end, _ in links)),
                    born=[born(new) for new in tied],
                    links=[{"from": end, "to": to} for end, to in links],
                    reason="Bính Xá and Kiên Mộc were split among the three new units; the other seven went whole into one each. What share of the two went where is not on record here.",
                    term="sắp xếp",
                    citations=[{"instrument": TABLE_ID, "lines": lines_of([part for new in tied for part in groups[new]])}],
                )
            ],
        )
    )

    communes = sum(1 for _, name in groups if name.startswith("Xã"))
    before = len({row["old_code"] for row in rows})
    table = f"{{instrument: {TABLE_ID}, lines: \"2-{rows[-1]['line']}\"}}"
    return f"""{GENERATED}instrument:
  id: vn/ubtvqh/nq/2025/1672
  number: 1672/NQ-UBTVQH15
  kind: nghị quyết
  issuer: Ủy ban Thường vụ Quốc hội
  title: Nghị quyết về việc sắp xếp các ĐVHC cấp xã của tỉnh Lạng Sơn năm 2025
  issuedOn: 2025-06-16
  inForceOn: 2025-06-16
instruments:
{REPORT}  - id: {TABLE_ID}
    kind: bảng đối chiếu
    title: Đơn vị hành chính cấp xã tỉnh Lạng Sơn trước và sau ngày 01/07/2025, với mã của cơ quan thống kê
    source: {{file: {AFTER}, sha256: {sha256(folder / AFTER)}}}
acts:
{"".join(acts)}claims:
  - id: cl-1672-truoc
    asOf: 2025-06-30
    count: {{kinds: [xã, phường, thị trấn], under: {PROVINCE}, level: all}}
    value: {before}
    citations: [{table}]
  - id: cl-1672-xa
    asOf: 2025-07-01
    count: {{kinds: [xã], under: {PROVINCE}, level: all}}
    value: {communes}
    citations: [{table}]
  - id: cl-1672-phuong
    asOf: 2025-07-01
    count: {{kinds: [phường], under: {PROVINCE}, level: all}}
    value: {len(groups) - communes}
    citations: [{table}]
  - id: cl-1672-cap-xa
    asOf: 2025-07-01
    count: {{kinds: [xã, phường, thị trấn], under: {PROVINCE}, level: all}}
    value: {len(groups)}
    parts: [cl-1672-xa, cl-1672-phuong]
    citations: [{table}]
coverage:
  - kinds: [xã, phường, thị trấn]
    under: {PROVINCE}
    from: 2025-07-01
    citations: [{table}]
"""


def resolution_203(rows):
    """The district tier ends, after the communes have left it (order 0 of the same day)."""

    def committee(unit):
        return event(
            type="dissolved",
            ends=[f"ubnd-{unit}"],
            mode="operationsEnded",
            certainty="inferred",
            citations=[
                {"instrument": "vn/qh/nq/2025/203"},
                {"instrument": REPORT_ID, "lines": "211-213", "quote": "không tổ chức cấp huyện"},
                {"instrument": REPORT_ID, "lines": "308-310", "quote": "Đến tháng 7/2025, thực hiện mô hình chính quyền địa phương 02 cấp"},
            ],
            note="No text speaks of the committee. That it ended on the day of its district is inferred.",
        )

    def district(unit):
        return event(
            type="dissolved",
            ends=[unit],
            mode="operationsEnded",
            term="không tổ chức cấp huyện",
            citations=[{"instrument": "vn/qh/nq/2025/203"}, {"instrument": REPORT_ID, "lines": "211-213", "quote": "không tổ chức cấp huyện"}],
        )

    units = [district_id(name) for _, name in sorted({(row["district_code"], row["district"]) for row in rows})]
    # The plan of February 2025 put it under the tasks "from 2026"; that this carries it out is inferred.
    acts = [act(f"lang-son/2025-07-01/{unit}", "2025-07-01", 5, [committee(unit), district(unit)], enacts=["lang-son/kl-121/bo-cap-huyen"]) for unit in units]
    return f"""{GENERATED}instrument:
  id: vn/qh/nq/2025/203
  number: 203/2025/QH15
  kind: nghị quyết
  issuer: Quốc hội
  issuedOn: 2025-01-01/2025-07-01
  inForceOn: 2025-07-01
instruments:
{REPORT}acts:
{"".join(acts)}coverage:
  - kinds: [huyện, thành phố]
    under: {PROVINCE}
    from: 2025-07-01
    citations: [{{instrument: {REPORT_ID}, lines: "211-213", quote: "không tổ chức cấp huyện"}}]
"""


# ---------------------------------------------------------------- both tables against each other


def check(before, after):
    """The two tables were made apart. What lies between them must be resolution 1246 and nothing else."""
    names = {row["code"]: (FULL_NAMES.get(row["name"], row["name"]), row["district"]) for row in before}
    for code in ENDED_IN_2024:
        names.pop(code, None)
    for code, given in RECODED_IN_2024.items():
        names[given] = names.pop(code)  # overwrites Đại Đồng, whose code it was
    later = {row["old_code"]: (row["old_name"], row["old_district"]) for row in after}
    if names != later:
        sys.exit(f"the tables disagree: {sorted(set(names.items()) ^ set(later.items()))}")
    parts = [row["old_code"] for row in after]
    if {code for code in parts if parts.count(code) > 1} != SPLIT:
        sys.exit("other units than Bính Xá and Kiên Mộc are split")
    ids = [old_id(row["name"], row["district"]) for row in before]
    ids += sorted({new_id(row["new_name"]) for row in after})
    ids += sorted({district_id(row["district"]) for row in before})
    if len(set(ids)) != len(before) + len({row["new_code"] for row in after}) + len({row["district"] for row in before}):
        sys.exit("two units would share an id")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("tables", nargs="?", type=Path, default=HERE / "data", help="folder of the two tables")
    arguments.add_argument("output", nargs="?", type=Path, default=HERE.parent / "events" / "lang-son", help="folder that receives the documents")
    options = arguments.parse_args()
    tables, output = options.tables, options.output
    before, after = read(tables / BEFORE), read(tables / AFTER)
    check(before, after)
    output.mkdir(parents=True, exist_ok=True)
    documents = {
        "2020-01-01-danh-muc-dvhc.yaml": list_of_2020(before, tables),
        "2025-06-16-1672-NQ-UBTVQH15.yaml": resolution_1672(after, tables),
        "2025-07-01-203-2025-QH15.yaml": resolution_203(before),
    }
    for name, text in documents.items():
        (output / name).write_text(unicodedata.normalize("NFC", text), encoding="utf-8", newline="\n")
        print(output / name, file=sys.stderr)


if __name__ == "__main__":
    main()
