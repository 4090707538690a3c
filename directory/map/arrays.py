"""Arrays, by what is in them."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]  # mostly rows of latitude and longitude, or of x and y
Flags = NDArray[np.bool_]
Words = NDArray[np.str_]
