# The front door for those who work on fengbiao. `./demo` and `./test` need nothing of this.
.PHONY: all setup test demo format lint bench fuzz sanitize docs clean help
FUZZ_SECONDS ?= 600
CXX_FILES = $(shell find src bench tests examples -name '*.cc' -o -name '*.h')

all:       ## the release program at build/fengbiao
	@tools/setup build
	@tools/build --target fengbiao

setup:     ## everything that any target here needs, from Debian's packages
	@tools/setup build run test readers browser bench fuzz lint

test:      ## the same as ./test
	@./test

demo:      ## the same as ./demo
	@./demo

format:    ## sets the C++ sources in the house's form
	@tools/setup lint
	clang-format -i $(CXX_FILES)

lint:      ## form, house checks, shell scripts, clang-tidy (LINT_ROOMS="cli base" for some rooms)
	@tools/setup build test lint
	clang-format --dry-run -Werror $(CXX_FILES)
	python3 tools/check_layers.py
	python3 tools/check_chinese.py
	python3 tools/check_house.py
	shellcheck demo test tests/readers/fetch tests/mcp/fetch tests/mcp/run.sh tools/setup tools/build tools/fuzz .ci/run
	tools/tidy $(LINT_ROOMS)

bench:     ## speed against the yardstick, a line a stage
	@bench/run

fuzz:      ## every fuzz target for FUZZ_SECONDS, with sanitizers
	@tools/setup build fuzz
	@tools/fuzz $(FUZZ_SECONDS)

sanitize:  ## all tests with address and undefined-behaviour sanitizers
	@tools/setup build run test readers
	@tests/readers/fetch
	@tests/mcp/fetch
	cmake --preset sanitize
	cmake --build --preset sanitize
	ctest --test-dir build-sanitize --output-on-failure --parallel 2

docs:      ## makes the generated documents anew: command reference, rules, API, man page, completions
	@tools/build --target fengbiao
	build/fengbiao docs --manual > docs/manual-commands.md
	build/fengbiao docs --rules > docs/rules.md
	build/fengbiao docs --api > docs/api.md
	build/fengbiao docs --man > docs/fengbiao.1
	build/fengbiao docs --completion bash > completions/fengbiao.bash
	build/fengbiao docs --completion zsh > completions/_fengbiao
	build/fengbiao docs --completion fish > completions/fengbiao.fish

clean:     ## removes what was built
	rm -rf build build-bench build-fuzz build-sanitize build-readers

help:      ## this list
	@sed -n 's/^\([a-z]*\): *## /  make \1\t/p' Makefile | expand -t 18
