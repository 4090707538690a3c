"""The map, drawn as SVG from the stored outlines. No models, no requests; `draw(MapSpec(…), towns)` is the door."""

from directory.map.drawing import Drawing, draw
from directory.map.spec import Circle, Cluster, MapSpec, Pin
from directory.map.towns import Towns

__all__ = ["Circle", "Cluster", "Drawing", "MapSpec", "Pin", "Towns", "draw"]
