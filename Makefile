# What a person does with the portal's source. `make help` lists it.

LISTEN ?= 127.0.0.1:8080
DATA ?= data/demo
TARGET := $(or $(CARGO_TARGET_DIR),target)

.PHONY: help demo test check assets api-check bench bench-engine deb release-check pictures setup setup-demo

help:
	@echo "make demo            the demo town on http://$(LISTEN) (LISTEN=host:port, DATA=folder)"
	@echo "make test            every test, on both databases and in a browser"
	@echo "make check           format, lints, house rules and unit tests: before every change goes up"
	@echo "make assets          styles, scripts and fonts that the portal carries inside"
	@echo "make bench           lists, search and the tree of units against bare pages, on both databases"
	@echo "make bench-engine    the allocation engine beside its peers (INSTANCES=folder, ARGS='--only n10k --docs .')"
	@echo "make api-check       the API against its own description, with strange requests of all kinds (LONG=1 for many)"
	@echo "make deb             the Debian package, built, unpacked, started and tried"
	@echo "make release-check   the long forms of the tests, the package, the first hour, the bench, and the release before beside this one"
	@echo "make pictures        the pictures of the README, taken from the demo"

demo: setup-demo assets
	cargo build --release --package portal
	$(TARGET)/release/fotfeste demo --data $(DATA) --listen $(LISTEN)

test: setup assets
	cargo xtask test

check:
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --quiet -- -D warnings
	cargo xtask tidy
	cargo xtask deps --check
	cargo test --workspace --lib --bins --quiet

assets:
	@scripts/assets.sh

bench: setup assets
	@scripts/bench.sh

bench-engine:
	@scripts/bench-engine.sh $(INSTANCES) $(ARGS)

api-check: setup assets
	cargo build --package portal
	node portal/tests/browser/api-check.mjs

deb: setup-demo assets
	cargo build --release --package portal
	scripts/test-deb.sh $(TARGET)/release/fotfeste
	scripts/deb.sh $(TARGET)/release/fotfeste $(TARGET)

release-check: setup assets
	cargo xtask deps --check
	cargo xtask test --long
	@$(MAKE) deb
	node portal/tests/browser/first-hour.mjs $(abspath $(TARGET))/release/fotfeste
	@scripts/bench.sh
	@scripts/side-by-side.sh

pictures: setup assets
	cargo build --release --package portal
	cd portal/tests/browser && FOTFESTE_BINARY=$(abspath $(TARGET))/release/fotfeste node pictures.mjs

setup:
	@scripts/setup.sh test

setup-demo:
	@scripts/setup.sh demo
