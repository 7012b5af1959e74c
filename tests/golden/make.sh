#!/bin/sh
# Makes the archives of this folder anew: tests/golden/make.sh BUILD_FOLDER (with test_store built in it, and sqlite3).
# Only for a new format number; see README.md.
set -eu
build=$(cd "${1:?the build folder}" && pwd)
cd "$(dirname "$0")"
rm -f ./*.fb format-1.txt
# The test fails where the new format-1.txt differs from the one it was built beside; it writes both files all the same.
FENGBIAO_GOLDEN_OUT=$PWD "$build/test_store" --gtest_filter='Golden.TodaysProgram*' || true

cp format-1.fb newer-format.fb
sqlite3 newer-format.fb "PRAGMA user_version = 999"
cp format-1.fb damaged-words.fb
sqlite3 damaged-words.fb "UPDATE articles SET text_hash = text_hash + 1 WHERE id = '2031-04/0-2'"
sqlite3 other-program.fb "PRAGMA page_size = 512; CREATE TABLE notes (words TEXT)"
head -c 8192 format-1.fb > damaged-cut.fb
cp format-1.fb damaged-page.fb
page=$(sqlite3 format-1.fb "SELECT max(pageno) FROM dbstat WHERE name = 'documents'")
dd if=/dev/zero of=damaged-page.fb bs=1024 seek=$((page - 1)) count=1 conv=notrunc status=none
