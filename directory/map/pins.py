"""Numbered pins. Where they would hide each other they move aside, with a line to their place; where there is no room
beside, some become one block of numbers, each of which is still a link of its own."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from directory.map.block import Block, merged
from directory.map.frame import Spot
from directory.map.room import Room
from directory.map.spec import Pin
from directory.map.spread import settled

SAME_PLACE = 10  # pixels: closer ones are a block at once
FARTHEST = 48  # pixels that a pin may be moved
LARGE = 4  # pins: a block grows beyond that only where all others are as large


def place_pins(pins: Sequence[tuple[Pin, Spot]], room: Room) -> list[Block]:
    """In blocks that do not touch. They come first: the room must be empty."""
    blocks = _together([Block.of([pin], [spot], room) for pin, spot in pins], room)
    while None in (spots := _settled(blocks, room)) and len(blocks) > 1:
        blocks = _joined(blocks, [block for block, spot in zip(blocks, spots, strict=True) if not spot], room)
    placed = [replace(block, spot=spot or block.spot) for block, spot in zip(blocks, spots, strict=True)]
    if placed:
        room.take_all(np.array([block.spot for block in placed]), np.array([block.extent for block in placed]))
    return placed


def _settled(blocks: Sequence[Block], room: Room) -> list[Spot | None]:
    return settled([block.spot for block in blocks], [block.extent for block in blocks], room.emptied(), FARTHEST)


def _together(alone: Sequence[Block], room: Room) -> list[Block]:
    """Pins in the same place are a block at once."""
    blocks: list[Block] = []
    for one in alone:
        same = next((block for block in blocks if block.pixels_to(one.spot, room) <= SAME_PLACE), None)
        if same:
            blocks[blocks.index(same)] = merged(same, one, room)
        else:
            blocks.append(one)
    return blocks


def _joined(blocks: list[Block], stuck: Sequence[Block], room: Room) -> list[Block]:
    """Each of these with another."""
    for one in stuck:
        if one in blocks and len(blocks) > 1:
            others = [block for block in blocks if block is not one]
            partner = _partner(one, others, room)
            blocks = [merged(one, block, room) if block is partner else block for block in others]
    return blocks


def _partner(stuck: Block, others: Sequence[Block], room: Room) -> Block:
    """The nearest with which it does not become too large, or else the nearest."""
    small = [other for other in others if len(stuck.pins) + len(other.pins) <= LARGE]
    return min(small or others, key=lambda other: other.pixels_to(stuck.spot, room))
