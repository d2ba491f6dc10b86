"""Page 10.3's convolution against its seven loops, and beside torch if installed."""

import numpy as np

from benchmarks.race import Race
from udl.images.convolution_2d import convolve, output_size

RNG = np.random.default_rng(0)
IMAGE, WEIGHTS = RNG.normal(size=(2, 4, 16, 16)), RNG.normal(size=(8, 4, 3, 3))


def seven_loops(image, weights, stride=1, padding=0, dilation=1):
    """One product at a time."""
    image = np.pad(image, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    batch, channels, height, width = image.shape
    outputs, _, size_y, size_x = weights.shape
    rows = output_size(height, size_y, stride, 0, dilation)
    columns = output_size(width, size_x, stride, 0, dilation)
    out = np.zeros((batch, outputs, rows, columns))
    for b in range(batch):
        for o in range(outputs):
            for y in range(rows):
                for x in range(columns):
                    for c in range(channels):
                        for m in range(size_y):
                            for n in range(size_x):
                                out[b, o, y, x] += (
                                    image[
                                        b,
                                        c,
                                        y * stride + m * dilation,
                                        x * stride + n * dilation,
                                    ]
                                    * weights[o, c, m, n]
                                )
    return out


def races():
    found = [
        Race(
            "10.3 2 pictures, 4 channels to 8",
            lambda: seven_loops(IMAGE, WEIGHTS, padding=1),
            lambda: convolve(IMAGE, WEIGHTS, padding=1),
        )
    ]
    try:
        import torch
    except ImportError:
        return found
    torch.set_num_threads(1)
    image, weights = torch.tensor(IMAGE), torch.tensor(WEIGHTS)
    return [
        *found,
        Race(
            "10.3 the same, beside torch on one thread",
            lambda: torch.conv2d(image, weights, padding=1).numpy(),
            lambda: convolve(IMAGE, WEIGHTS, padding=1),
        ),
    ]
