# sockspec. `make help` tells the targets.
VARIANT ?= debug
B := build/$(VARIANT)
