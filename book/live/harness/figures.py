"""Matplotlib's backend in a page: ``show`` displays then and there."""

from matplotlib._pylab_helpers import Gcf
from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends.backend_agg import FigureCanvasAgg

import harness


class FigureManager(FigureManagerBase):
    """Stands for the window that other backends open."""

    def show(self):
        """Display the figure, once."""
        Gcf.destroy(self)
        harness.display(self.canvas.figure)


class FigureCanvas(FigureCanvasAgg):
    """Draws as agg does."""

    manager_class = FigureManager
