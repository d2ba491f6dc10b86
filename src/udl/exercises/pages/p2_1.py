"""Exercises and questions of page 2.1, supervised learning."""

import numpy as np

from udl.datasets.regression import supervised_line
from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    published,
    question,
)
from udl.fitting.by_hand import best_offset, best_slope
from udl.fitting.regression import fit_line, line, line_loss, sum_of_squared_errors
from udl.networks.linear import linear_1d

_X, _Y = supervised_line()
_SMALL = (np.array([1.0, 2.0, 4.0]), np.array([2.0, 1.0, 6.0]))
_HALVES = (np.array([1.0, 2.5, 4.0]), np.array([2.5, 1.0, 6.5]))
_FOUR = np.array([2.0, -1.0, 3.0, 0.5])
_SLOPE = "slope = np.sum({}) / np.sum({} ** 2)"
_MESH = np.stack(np.meshgrid([0.3, 1.1, -0.4], [0.6, -0.7]), axis=-1)


def _data(rng):
    x = rng.uniform(-1, 3, 7)
    return x, 0.5 + x + rng.normal(0, 0.5, 7)


def _half_centered(x, y):
    slope = np.sum((x - x.mean()) * (y - y.mean())) / np.sum(x**2)
    return np.array([y.mean() - slope * x.mean(), slope])


def _low_enough(parameters):
    parameters = np.asarray(parameters, float)
    return parameters.size == 2 and bool(line_loss(parameters.ravel(), _X, _Y) < 0.21)


def _loss_at(offset, slope):
    return sum_of_squared_errors(_X, _Y, offset, slope)


def _with_slope(x, y, slope):
    return np.array([y.mean() - slope * x.mean(), slope])


def _weighted_about(x, y, w, x_mean, y_mean):
    x0, y0 = x - x_mean, y - y_mean
    slope = np.sum(w * x0 * y0) / np.sum(w * x0**2)
    return np.array([y_mean - slope * x_mean, slope])


def _weighted(x, y, w):
    return _weighted_about(x, y, w, np.average(x, weights=w), np.average(y, weights=w))


def _weighted_above(x, y, w, below):
    x_mean, y_mean = np.average(x, weights=w), np.average(y, weights=w)
    slope = np.sum(w * (x - x_mean) * (y - y_mean)) / below
    return np.array([y_mean - slope * x_mean, slope])


exercise(
    "2.1.1",
    title="The model",
    stub="def f(x, phi0, phi1):\n    ...  # your code\n",
    solution=("def f(x, phi0, phi1):\n    return phi0 + phi1 * x\n"),
    published=published("f(x, phi0, phi1)"),
    reference=linear_1d,
    cases=[
        case(np.array([0.5, 2.0]), 0.3, 1.5),
        case(np.array([-1.0, 0.0, 4.0]), 2.5, -0.5),
        case(_X, 0.4, 0.2),
        case(np.array([1, 3, -2]), 0.5, 0.25),
    ],
    random_case=lambda rng: case(rng.normal(size=6), rng.normal(), rng.normal()),
    curve=case(np.linspace(0, 2, 51), 0.4, 0.2),
    planted=[
        mistake(
            lambda x, phi0, phi1: phi0 * x + phi1 * x,
            "At x = 0 your line is at zero. The offset is a height, and no input "
            "multiplies it.",
        ),
        mistake(
            lambda x, phi0, phi1: phi0 + x / phi1,
            "Double the slope: your line gets flatter.",
        ),
        mistake(
            lambda x, phi0, phi1: np.sum(phi0 + phi1 * x),
            "You add up the predictions. Each input has one of its own.",
        ),
        mistake(
            lambda x, phi0, phi1: phi1 + phi0 * x,
            "Evaluate your line at x = 0: which parameter should you see there?",
        ),
        mistake(
            lambda x, phi0, phi1: phi0 + phi1 + x,
            "Your line has the same steepness for every slope.",
        ),
        mistake(
            lambda x, phi0, phi1: phi1 * x,
            "Your line always passes through the origin.",
        ),
        mistake(
            lambda x, phi0, phi1: phi1 * (x + phi0),
            "Your offset shifts the input, and the slope multiplies it. What should "
            "come out at x = 0?",
        ),
    ],
    hints=[
        "Which parameter is the height at $x = 0$?",
        "One product and one sum; `x` may be an array.",
    ],
)

question(
    "2.1.2",
    title="Which line is worse?",
    prompt="Put a square on each error, as in the first figure, and add up the areas. "
    "For which of the two lines is the total larger?",
    choices=[
        choice(
            "The rising line: it misses every single point, always on the same side.",
            "Misses on one side do not count more than others. Compare the longest "
            "stick of each line, and then the *square* of its length.",
        ),
        choice(
            "The falling line: its longest sticks are much longer.",
            "Yes. Squares make the long sticks decide: one error of 1.5 costs as "
            "much as four errors of 0.75.",
            right=True,
        ),
        choice(
            "Both are the same: neither is any good.",
            "Two bad lines can differ a lot. Compare the longest sticks.",
        ),
        choice(
            "Nobody can say: the falling line is above some points and below others.",
            "A square has no sign, so above and below count alike and do not cancel.",
        ),
    ],
)

exercise(
    "2.1.3",
    title="The loss of one line",
    stub="def compute_loss(x, y, phi0, phi1):\n    ...  # your code\n",
    solution=(
        "def compute_loss(x, y, phi0, phi1):\n"
        "    errors = phi0 + phi1 * x - y\n"
        "    return np.sum(errors**2)\n"
    ),
    published=published("compute_loss(x, y, phi0, phi1)"),
    equivalent={
        "errors = y - (phi0 + phi1 * x)": "a square has no sign",
    },
    reference=sum_of_squared_errors,
    cases=[
        case(*_SMALL, 1.0, 0.5),
        case(*_SMALL, -0.5, 2.0),
        case(np.array([1, 2, 4]), np.array([2, 1, 6]), 0.5, 0.25),
        case(_X, _Y, 0.4, 0.2),
        case(_X, _Y, 1.6, -0.8),
    ],
    random_case=lambda rng: case(*_data(rng), *rng.normal(size=2)),
    uses={"f": "2.1.1"},
    planted=[
        mistake(
            lambda x, y, phi0, phi1: np.max((phi0 + phi1 * x - y) ** 2),
            "Only the worst point counts for you. Every point adds its square.",
        ),
        mistake(
            lambda x, y, phi0, phi1: np.sum((y - phi1 * x) ** 2),
            "Your loss does not change with the offset.",
        ),
        mistake(
            lambda x, y, phi0, phi1: (phi0 + phi1 * x[-1] - y[-1]) ** 2,
            "Only the last point counts: does each round of your loop overwrite the "
            "total?",
        ),
        mistake(
            lambda x, y, phi0, phi1: (phi0 + phi1 * x[0] - y[0]) ** 2,
            "Only the first point counts: do you return from inside the loop?",
        ),
        mistake(
            lambda x, y, phi0, phi1: np.mean((phi0 + phi1 * x - y) ** 2),
            "Your loss has the right shape but is too small by exactly the number of "
            "points. UDL adds over the data here.",
        ),
        mistake(
            lambda x, y, phi0, phi1: np.sum(phi0 + phi1 * x - y) ** 2,
            "Positive and negative errors cancel before you square. Check the order of "
            "the two operations.",
        ),
        mistake(
            lambda x, y, phi0, phi1: np.sum(np.abs(phi0 + phi1 * x - y)),
            "An error of 2 should count four times as much as an error of 1. Does it?",
        ),
        mistake(
            lambda x, y, phi0, phi1: np.sum((phi0 + phi1 * x - y) ** 2) / 2,
            "Exactly half. Some books do write the one half; UDL does not.",
        ),
        mistake(
            lambda x, y, phi0, phi1: (phi0 + phi1 * x - y) ** 2,
            "These are the squared errors of the single points. One number is asked "
            "for.",
        ),
        mistake(
            lambda x, y, phi0, phi1: np.sqrt(np.sum((phi0 + phi1 * x - y) ** 2)),
            "The root of what is asked for: drop the last step.",
        ),
        mistake(
            lambda x, y, phi0, phi1: np.sum((phi1 + phi0 * x - y) ** 2),
            "The right loss of another line. Which of your parameters is the slope?",
        ),
        mistake(
            lambda x, y, phi0, phi1: np.sum(phi0 + phi1 * x - y),
            "You add the errors as they are: positive and negative ones cancel.",
        ),
        mistake(
            lambda x, y, phi0, phi1: np.sum(y - phi0 - phi1 * x),
            "You add the errors as they are, with their signs: a bad line can get a "
            "sum of zero.",
        ),
        mistake(
            lambda x, y, phi0, phi1: np.sum((phi0 + phi1 * x) ** 2 - y**2),
            "You square prediction and target apart. Which single number does each "
            "point contribute before anything is squared?",
        ),
        mistake(
            lambda x, y, phi0, phi1: np.sum((phi0 + phi1 * y - x) ** 2),
            "You predict the inputs from the targets. Which of the two goes into the "
            "line?",
        ),
        mistake(
            lambda x, y, phi0, phi1: np.abs(np.sum(phi0 + phi1 * x - y)),
            "You take the size after adding: positive and negative errors have "
            "canceled by then.",
        ),
        mistake(
            lambda x, y, phi0, phi1: np.sum(phi0 + phi1 * x - y**2),
            "Only the targets are squared. It is the error, prediction minus target, "
            "that is squared.",
        ),
    ],
    hints=[
        "Which array holds, for each point, how far the line is off?",
        "Square first, then make one number of the array.",
    ],
)

exercise(
    "2.1.4",
    title="The losses of many lines",
    stub="def losses(phi, x, y):\n    ...  # your code\n",
    solution=(
        "def losses(phi, x, y):\n"
        "    errors = phi[..., :1] + phi[..., 1:] * x - y\n"
        "    return np.sum(errors**2, axis=-1)\n"
    ),
    equivalent={
        "errors = y - (phi[..., :1] + phi[..., 1:] * x)": "a square has no sign",
    },
    reference=line_loss,
    cases=[
        case(np.array([[1.0, 0.5], [-0.5, 2.0]]), *_SMALL),
        case(np.array([[1, 2], [0, -1]]), *_HALVES),
        case(np.array([0.4, 0.2]), _X, _Y),
        case(_MESH, *_SMALL),
        case(_MESH, _X, _Y),
    ],
    random_case=lambda rng: case(rng.normal(size=(4, 5, 2)), *_data(rng)),
    uses={"f": "2.1.1", "compute_loss": "2.1.3"},
    planted=[
        mistake(
            lambda phi, x, y: np.sum((phi[..., :1] + phi[..., 1:] * x - y) ** 2),
            "You add over everything, lines included. Each line has a loss of its own: "
            "over which axis may you add?",
        ),
        mistake(
            lambda phi, x, y: np.mean((phi[..., :1] + phi[..., 1:] * x - y) ** 2, -1),
            "Too small by exactly the number of points: add over the data.",
        ),
        mistake(
            lambda phi, x, y: np.sum((phi[0] + phi[1] * x - y) ** 2),
            "`phi[0]` is the first *line* when there are several. Which axis holds the "
            "two parameters?",
        ),
        mistake(
            lambda phi, x, y: np.sum((phi[..., 1:] + phi[..., :1] * x - y) ** 2, -1),
            "The right losses of other lines. Which of the two parameters comes first?",
        ),
        mistake(
            lambda phi, x, y: (phi[..., :1] + phi[..., 1:] * x - y) ** 2,
            "These are the squared errors of each line at each point. One number for "
            "each line is asked for.",
        ),
        mistake(
            lambda phi, x, y: np.sum((phi[..., 0] + phi[..., 1] * x - y) ** 2, -1),
            "One line works, several do not: your lines and the points are on the "
            "same axis, and there are not equally many. Print the shapes of "
            "`phi[..., 0]` and `x`.",
        ),
        mistake(
            lambda phi, x, y: np.sum((phi[..., :1] + phi[..., 1:] * x - y) ** 2, 0),
            "You add over the first axis of the errors. What does it run over when "
            "there are several lines?",
        ),
        mistake(
            lambda phi, x, y: np.sum(phi[..., :1] + phi[..., 1:] * x - y, -1) ** 2,
            "Positive and negative errors cancel before you square. Check the order of "
            "the two operations.",
        ),
        mistake(
            lambda phi, x, y: np.sum(np.abs(phi[..., :1] + phi[..., 1:] * x - y), -1),
            "An error of 2 should count four times as much as an error of 1. Does it?",
        ),
    ],
    hints=[
        "Try one line first: `phi` of shape `(2,)`. Which axis of the errors runs over "
        "the points?",
        "`phi[..., 0]` is the offset of every line, whatever the shape in front. To "
        "meet the points it needs one more axis at its end.",
        "`phi[..., 0, None]` has that axis. Then add over `axis=-1`.",
    ],
)

exercise(
    "2.1.5",
    title="Fit it by hand",
    stub="def by_hand():\n    return 1.6, -0.8  # change these, one at a time\n",
    solution="def by_hand():\n    return 0.82, 0.52\n",
    reference=lambda: (0.82, 0.52),
    cases=[case()],
    accept=_low_enough,
    planted=[
        mistake(
            lambda: (1.4, 0.0),
            "Steps of 0.2 end here: neither parameter alone gets lower with them. Does "
            "it follow that this is the lowest point? Try smaller steps.",
        ),
        mistake(
            lambda: (0.8, 0.5),
            "Steps of 0.1 end here. You are close; take smaller ones.",
        ),
        mistake(
            lambda: (0.9, 0.45),
            "Steps of 0.05 end here. You are close; take smaller ones.",
        ),
        mistake(
            lambda: (0.52, 0.82),
            "You return the slope first. The offset comes first.",
        ),
        mistake(
            lambda: _loss_at(0.82, 0.52),
            "You return the loss. Asked for are the two parameters that reach it.",
        ),
        mistake(
            lambda: (0.4, 0.2),
            "This is the rising line of the figure. It is below all points.",
        ),
        mistake(
            lambda: (0.0, 0.0),
            "This line is the axis itself. Run the cell below with your two numbers: "
            "what is the loss?",
        ),
        mistake(
            lambda: (1.6, best_slope(1.6, _X, _Y)),
            "The slope is the best one for the offset 1.6. Now the offset is no longer "
            "the best one for this slope: go on taking turns.",
        ),
        mistake(
            lambda: (best_offset(-0.8, _X, _Y), -0.8),
            "The offset is the best one for the slope -0.8. Now the slope is no longer "
            "the best one for this offset: go on taking turns.",
        ),
        mistake(
            lambda: (2, -1),
            "This line is even worse than the one at the start. Go the other way.",
        ),
        mistake(
            lambda: (1.4, -0.8),
            "You have moved the offset. Now hold it, and move the slope.",
        ),
    ],
    hints=[
        "Take turns. Once the offset stops helping, change the slope, then the offset "
        "again. Halve the step when neither helps.",
        "The valley runs from the upper left of the map to the lower right. If you "
        "lower the offset by 0.1, raise the slope by a little less than 0.1.",
    ],
)

question(
    "2.1.6",
    title="Nothing helps any more",
    prompt="Where does the one with steps of 0.2 end? The best line of all has a loss "
    "of about 0.2.",
    choices=[
        choice(
            "At about 0.2, since the loss is a bowl.",
            "In a bowl the way down is always open, but it may need both parameters at "
            "once. This one moves them one at a time, in whole steps.",
        ),
        choice(
            "Above 1: far up the valley.",
            "Yes. In a slanted valley a whole step of one parameter leads out of it, "
            "on both sides, while the bottom is far away.",
            right=True,
        ),
        choice(
            "At about 0.25: half a step from the best line in each parameter.",
            "That would be so if the valley ran along an axis. Put a ruler on the map: "
            "which way does it run?",
        ),
        choice(
            "Nowhere: the two parameters chase each other forever.",
            "Each move makes the loss smaller, and no place is visited twice. With "
            "fixed steps there are only so many places.",
        ),
    ],
)

exercise(
    "2.1.7",
    title="The best slope for a given offset",
    stub="def slope_for(offset, x, y):\n    ...  # your code\n",
    solution=(
        "def slope_for(offset, x, y):\n"
        "    return np.sum(x * (y - offset)) / np.sum(x**2)\n"
    ),
    reference=best_slope,
    cases=[
        case(1.0, *_SMALL),
        case(0.5, *_SMALL),
        case(0.25, np.array([1, 2, 4, -1]), np.array([2, 1, 6, 0])),
        case(1, *_HALVES),
        case(1.6, _X, _Y),
    ],
    random_case=lambda rng: case(rng.normal(), *_data(rng)),
    planted=[
        mistake(
            lambda offset, x, y: np.sum(x * (y - offset)) / np.sum((x - x.mean()) ** 2),
            "The numerator is right. Below the line you have centered the inputs.",
        ),
        mistake(
            lambda offset, x, y: np.mean((y - offset) / x),
            "You average the slopes that the single points ask for. Points near x = 0 "
            "then count enormously, though moving the slope hardly moves the line "
            "there.",
        ),
        mistake(
            lambda offset, x, y: np.sum(y - offset) / np.sum(x),
            "This makes the errors add up to zero. The derivative along the slope "
            "has another factor inside its sum.",
        ),
        mistake(
            lambda offset, x, y: np.sum(x * y) / np.sum(x**2),
            "Your slope is the same for every offset. What does the line still have to "
            "explain once the offset is given?",
        ),
        mistake(
            lambda offset, x, y: (
                np.sum((x - x.mean()) * (y - y.mean())) / np.sum((x - x.mean()) ** 2)
            ),
            "That is the slope of the best line of all. Here the offset is held at "
            "another value.",
        ),
        mistake(
            lambda offset, x, y: np.sum(x * (y - offset)) / np.sum(x) ** 2,
            "The numerator is right. Below the line, is it the sum that is squared?",
        ),
        mistake(
            lambda offset, x, y: np.sum(x * (y - offset)),
            "That is the numerator. Try it on points that lie on a line through the "
            "offset: is the result the slope of that line?",
        ),
        mistake(
            lambda offset, x, y: np.sum(x) * np.sum(y - offset) / np.sum(x**2),
            "You add the inputs and the rests apart and then multiply. Which comes "
            "first in the numerator?",
        ),
        mistake(
            lambda offset, x, y: np.sum(x * y - offset) / np.sum(x**2),
            "The offset is subtracted from the products. Where are the brackets "
            "in the equation?",
        ),
        mistake(
            lambda offset, x, y: np.sum(x * (y - offset)) / np.sum(x),
            "The numerator is right. Differentiate again: which power of the inputs is "
            "multiplied by the slope?",
        ),
        mistake(
            lambda offset, x, y: np.sum(y - offset) / np.sum(x**2),
            "The lower sum is right. Which factor comes before the rests in the upper "
            "one?",
        ),
        mistake(
            lambda offset, x, y: (y - offset) / x,
            "This is the slope that each single point asks for. All of them have to "
            "agree on one.",
        ),
        mistake(
            lambda offset, x, y: np.sum(x * (y - offset * x)) / np.sum(x**2),
            "Only the slope is multiplied by the input. What does the offset do at "
            "each point?",
        ),
    ],
    hints=[
        "Write the loss as a function of the slope alone, with the rest of the targets "
        "$r_i = y_i - \\phi_0$.",
        "The derivative of $(\\phi_1 x_i - r_i)^2$ with respect to $\\phi_1$ has the "
        "inner derivative $x_i$. Set the sum to zero and solve.",
    ],
)

question(
    "2.1.8",
    title="Exact moves",
    prompt="Each move now goes *exactly* to the best value of its parameter. Where "
    "does it end?",
    choices=[
        choice(
            "In the lowest point, after two moves: each parameter is best then.",
            "The offset was best for the slope it had. Then the slope moved. Is the "
            "offset still best?",
        ),
        choice(
            "Somewhere on the way, where neither parameter alone helps any more.",
            "With fixed steps, yes. But suppose neither helps, exactly: then both "
            "derivatives are zero. What does a bowl have there?",
        ),
        choice(
            "It comes as close to the lowest point as you like, and never quite gets "
            "there.",
            "Yes. Every round leaves a fixed share of the distance, so it shrinks "
            "forever. How large that share is comes next.",
            right=True,
        ),
        choice(
            "It runs around the lowest point in circles.",
            "No move makes the loss larger. Could it come back to where it was?",
        ),
    ],
)

exercise(
    "2.1.9",
    title="The best line",
    stub="def fit(x, y):\n    ...  # your code\n",
    solution=(
        "def fit(x, y):\n"
        "    centered = x - x.mean()\n"
        "    slope = np.sum(centered * (y - y.mean())) / np.sum(centered**2)\n"
        "    return np.array([y.mean() - slope * x.mean(), slope])\n"
    ),
    equivalent={
        _SLOPE.format(
            "centered * (y + y.mean())", "centered"
        ): "centered inputs add up to zero",
        _SLOPE.format(
            "centered * (y - y.sum())", "centered"
        ): "centered inputs add up to zero",
        _SLOPE.format(
            "centered * (y - x.mean())", "centered"
        ): "centered inputs add up to zero",
    },
    reference=fit_line,
    cases=[
        case(*_SMALL),
        case(np.array([-1.0, 0.5, 2.0, 3.0]), np.arange(4.0) ** 2),
        case(np.array([1, 2, 4, 9]), np.array([2, 1, 6, 0])),
        case(_X, _Y),
    ],
    random_case=lambda rng: case(*_data(rng)),
    uses={"slope_for": "2.1.7"},
    planted=[
        mistake(
            lambda x, y: fit_line(x, y) * [0, 1],
            "The slope is right, and your offset is always zero. Which means do you "
            "take: those from before or from after centering?",
        ),
        mistake(
            lambda x, y: fit_line(x - x.mean(), y),
            "The slope is right. Your offset is the height at the mean input. Where is "
            "it counted from here?",
        ),
        mistake(
            lambda x, y: fit_line(x, y)[::-1],
            "The right numbers. Which of them comes first?",
        ),
        mistake(
            lambda x, y: np.array(
                [
                    y.mean() - x.mean() * np.sum(x * y) / np.sum(x**2),
                    np.sum(x * y) / np.sum(x**2),
                ]
            ),
            "Your slope is that of the best line through the origin. What is "
            "subtracted from the inputs and targets first?",
        ),
        mistake(
            lambda x, y: np.array(
                [
                    y.mean() - x.mean() * np.cov(x, y)[0, 1] / np.var(x),
                    np.cov(x, y)[0, 1] / np.var(x),
                ]
            ),
            "Too steep by a factor that depends on the number of points only: `np.cov` "
            "and `np.var` do not divide by the same number.",
        ),
        mistake(
            lambda x, y: np.array(
                [x.mean() - fit_line(y, x)[1] * y.mean(), fit_line(y, x)[1]]
            ),
            "You fit the inputs by the targets. Whose errors are to be small?",
        ),
        mistake(
            lambda x, y: fit_line(x, y) * [0, 1] + [y.mean() - fit_line(x, y)[1], 0],
            "The slope is right. Insert the mean of the inputs into your line: does "
            "the mean of the targets come out?",
        ),
        mistake(
            lambda x, y: fit_line(x, y)[1],
            "The slope is right, and alone. How many parameters has the line?",
        ),
        mistake(
            _half_centered,
            "The numerator of your slope is right. Which inputs are below the line, "
            "as they are or centered?",
        ),
        mistake(
            lambda x, y: _with_slope(x, y, np.sum((x - x.mean()) * (y - y.mean()))),
            "Your slope is only the numerator. Try points that lie on a line: do you "
            "get its slope?",
        ),
        mistake(
            lambda x, y: [y.mean(), 0] + fit_line(x, y)[1] * np.array([x.mean(), 1]),
            "The slope is right. Insert the mean of the inputs into your line: it "
            "should give the mean of the targets. Check a sign.",
        ),
        mistake(
            lambda x, y: [y[0], 0] + fit_line(x, y)[1] * np.array([-x[0], 1]),
            "The slope is right, and your line passes through the first point. Through "
            "which point should it pass?",
        ),
        mistake(
            lambda x, y: _with_slope(x, y, (y[-1] - y[0]) / (x[-1] - x[0])),
            "Your slope is that between the first and the last point. The others have "
            "a say, too.",
        ),
        mistake(
            lambda x, y: _with_slope(x, y, np.corrcoef(x, y)[0, 1]),
            "Your slope is the correlation, which takes no notice of the units. Which "
            "sum is below the line?",
        ),
        mistake(
            lambda x, y: _with_slope(x, y, fit_line(y, x)[1]),
            "The numerator of your slope is right. Below the line, whose deviations "
            "are squared?",
        ),
        mistake(
            lambda x, y: _with_slope(x, y, np.mean((y - y.mean()) / (x - x.mean()))),
            "You average the slopes from the mean point to each single point. Points "
            "close to the mean then count enormously.",
        ),
    ],
    hints=[
        "The slope first. Subtract the mean from the inputs and from the targets.",
        "Then the offset: the line passes through the point of the means.",
        "Return both in one array, offset first.",
    ],
)

question(
    "2.1.10",
    title="The lowest loss",
    prompt=r"Write $A = \sum_i (x_i - \bar{x})^2$, $B = \sum_i (x_i - \bar{x})(y_i - "
    r"\bar{y})$ and $C = \sum_i (y_i - \bar{y})^2$. Insert the best line into the loss "
    "and simplify: the lowest loss depends on these three numbers only. How large is "
    "it for $A = 4$, $B = 6$ and $C = 10$?",
    answer=number(
        1,
        tolerance=1e-6,
        feedback="Yes: $C - B^2/A = 10 - 36/4$.",
    ),
    near=[
        number(
            10,
            tolerance=1e-6,
            feedback="This is $C$, the loss of the best horizontal line. What does "
            "the slope gain?",
        ),
        number(
            19,
            tolerance=1e-6,
            feedback="A slope should make the loss smaller. Check the sign of the "
            "mixed term.",
        ),
        number(
            8.5,
            tolerance=1e-6,
            feedback="Is it $B/A$ that is subtracted? Check with other units of $x$: "
            "the loss should not change.",
        ),
        number(
            37,
            tolerance=1e-6,
            feedback="All terms are there, and all are added. The error is a "
            "difference; its square has a mixed term with a minus.",
        ),
        number(
            -8,
            tolerance=1e-6,
            feedback="A sum of squares cannot be negative. The square of the error "
            "has three terms; which one is missing?",
        ),
        number(
            7.75,
            tolerance=1e-6,
            feedback="You subtract the square of the slope alone. Its square is "
            "multiplied by $A$.",
        ),
        number(
            9,
            tolerance=1e-6,
            feedback="This is what the slope gains. Subtract it from the loss of the "
            "best horizontal line.",
        ),
        number(
            1.5,
            tolerance=1e-6,
            feedback="This is the slope of the best line. What is its loss?",
        ),
        number(
            4,
            tolerance=1e-6,
            feedback="You insert the slope into one term only. It enters squared in "
            "another one.",
        ),
    ],
    otherwise=r"At the best line each error is $\hat\phi_1 (x_i - \bar{x}) - (y_i - "
    r"\bar{y})$. Square it, add, and insert $\hat\phi_1 = B/A$.",
)

exercise(
    "2.1.11",
    title="Weighted points",
    stub="def weighted_fit(x, y, w):\n    ...  # your code\n",
    solution=(
        "def weighted_fit(x, y, w):\n"
        "    x_mean, y_mean = np.sum(w * x) / np.sum(w), np.sum(w * y) / np.sum(w)\n"
        "    centered = x - x_mean\n"
        "    slope = np.sum(w * centered * (y - y_mean)) / np.sum(w * centered**2)\n"
        "    return np.array([y_mean - slope * x_mean, slope])\n"
    ),
    equivalent={
        _SLOPE.format(
            "w * centered * (y + y_mean)", "w * centered"
        ): "weighted, centered inputs add up to zero",
    },
    reference=_weighted,
    cases=[
        case(*_SMALL, np.array([1.0, 2.0, 0.5])),
        case(np.array([1, 2, 4, 9]), np.array([2, 1, 6, 0]), np.array([1, 3, 2, 1])),
        case(np.array([1.0, 2.0, 4.0, 5.0]), _FOUR, np.array([1.0, 1.0, 1.0, 1.0])),
        case(np.array([0.0, 1.5, 4.0, 5.0]), _FOUR, np.array([5.0, 0.1, 1.0, 3.0])),
    ],
    random_case=lambda rng: case(*_data(rng), rng.uniform(0.1, 3, 7)),
    uses={"fit": "2.1.9"},
    planted=[
        mistake(
            lambda x, y, w: fit_line(x, y),
            "Your line takes no notice of the weights.",
        ),
        mistake(
            lambda x, y, w: _weighted(x, y, w**2),
            "Your weights count squared. Does the weight belong inside the square?",
        ),
        mistake(
            lambda x, y, w: _weighted(x, y, np.sqrt(w)),
            "You take roots of the weights. If the whole sum is squared later, that is "
            "right; here it is not.",
        ),
        mistake(
            lambda x, y, w: _weighted_about(x, y, w, x.mean(), y.mean()),
            "The sums are weighted, and the means are not. Set the derivative along "
            "the offset to zero: through which point does the line pass?",
        ),
        mistake(
            lambda x, y, w: _weighted_above(x, y, w, x.size * np.var(x)),
            "The weight is missing below the line.",
        ),
        mistake(
            lambda x, y, w: fit_line(w * x, w * y),
            "You multiply the data by the weights, and that moves the points. The "
            "weight belongs to the square of the error.",
        ),
        mistake(
            lambda x, y, w: fit_line(x, w * y),
            "You multiply the targets by the weights, and that moves the points. The "
            "weight belongs to the square of the error.",
        ),
        mistake(
            lambda x, y, w: _weighted(x, y, 1 / w),
            "Points with a large weight count less for you than others.",
        ),
        mistake(
            lambda x, y, w: np.array([0.0, _weighted(x, y, w)[1]]),
            "The slope is right, and your offset is always zero. Which means do you "
            "take: those from before or from after centering?",
        ),
        mistake(
            lambda x, y, w: np.array(
                [y.mean() - _weighted(x, y, w)[1] * x.mean(), _weighted(x, y, w)[1]]
            ),
            "The slope is right. For the offset you take the plain means.",
        ),
        mistake(
            lambda x, y, w: _weighted(x, y, w)[::-1],
            "The right numbers. Which of them comes first?",
        ),
        mistake(
            lambda x, y, w: _weighted_about(x, y, w, np.mean(w * x), np.mean(w * y)),
            "Your weighted means are divided by the number of points. What do the "
            "weights add up to?",
        ),
        mistake(
            lambda x, y, w: _weighted(x, y, w)[1],
            "The slope is right, and alone. How many parameters has the line?",
        ),
        mistake(
            lambda x, y, w: _weighted_about(
                x, y, 1 + 0 * w, np.average(x, weights=w), np.average(y, weights=w)
            ),
            "The means are weighted, and the sums of the slope are not.",
        ),
        mistake(
            lambda x, y, w: _weighted_above(
                x, y, w, np.sum((w * (x - np.average(x, weights=w))) ** 2)
            ),
            "Below the line the weight is squared as well. It belongs outside of the "
            "square.",
        ),
        mistake(
            lambda x, y, w: _weighted(x, y, w / np.sum(w)) * np.sum(w),
            "Your result grows with all weights together. What happens if every weight "
            "is doubled?",
        ),
    ],
    hints=[
        "A point of weight 2 should count like two equal points. Which sums change?",
        "Set the derivative along the offset to zero. The line passes through the "
        "point of the *weighted* means.",
        "`np.sum(w * x) / np.sum(w)` is a weighted mean. Center with it, and put `w` "
        "into both sums of the slope.",
    ],
)

question(
    "2.1.12",
    title="A better start for the search",
    prompt=r"The inputs are centered, and $\bar{x} = 0$. Start at offset 1.6 and slope "
    r"$-0.8$ again, with exact moves. How many moves does it take to the lowest point "
    r"now?",
    answer=number(
        2,
        tolerance=1e-9,
        feedback="Yes. The best offset no longer depends on the slope, nor the best "
        "slope on the offset: one move for each.",
    ),
    near=[
        number(
            1,
            tolerance=1e-9,
            feedback="One move changes one parameter. At the start both are wrong.",
        ),
        number(
            12,
            tolerance=1e-9,
            feedback="That is the number of points. Insert $\\bar{x} = 0$ into the "
            "formula for the best offset: does it still depend on the slope?",
        ),
    ],
    otherwise="Insert $\\bar{x} = 0$ into the formula for the best offset: does it "
    "still depend on the slope? And the best slope on the offset?",
)

exercise(
    "2.1.13",
    title="Every line is horizontal",
    stub=(
        "def loss(phi, x, y):\n"
        "    ones = np.ones_like(x)\n"
        "    inputs = np.stack([ones, x], axis=1)  # (I, 2)\n"
        "    predictions = inputs @ phi.reshape(2, 1)\n"
        "    return np.sum((predictions - y) ** 2)\n"
    ),
    solution=(
        "def loss(phi, x, y):\n"
        "    inputs = np.stack([np.ones_like(x), x], axis=1)  # (I, 2)\n"
        "    predictions = inputs @ phi  # (I,), as y\n"
        "    return np.sum((predictions - y) ** 2)\n"
    ),
    equivalent={
        "inputs = np.stack([np.ones_like(y), x], axis=1)": "a target for each input",
        "return np.sum((y - predictions) ** 2)": "a square has no sign",
    },
    reference=line_loss,
    cases=[
        case(np.array([1.0, 0.5]), *_SMALL),
        case(np.array([-0.5, 2.0]), np.array([1.0, 2.0, 4.0, 5.0]), _FOUR),
        case(np.array([0.5, 0.25]), np.array([1, 2, 4, 9]), np.array([2, 1, 6, 0])),
        case(np.array([1, 2]), *_HALVES),
        case(np.array([0.4, 0.2]), _X, _Y),
    ],
    random_case=lambda rng: case(rng.normal(size=2), *_data(rng)),
    uses={"f": "2.1.1", "compute_loss": "2.1.3", "losses": "2.1.4"},
    planted=[
        mistake(
            lambda phi, x, y: np.sum((line(x, phi)[:, None] - y) ** 2) / x.size,
            "Dividing by the number of points hides that there are too many terms. "
            "Print the shape of `predictions - y`.",
        ),
        mistake(
            lambda phi, x, y: np.mean((line(x, phi)[:, None] - y) ** 2),
            "A mean hides that there are too many terms. Print the shape of "
            "`predictions - y`.",
        ),
        mistake(
            lambda phi, x, y: np.sum((line(x, phi)[:, None] - y) ** 2, axis=0),
            "You add along the first axis only, and a number for each target is left. "
            "Why are there two axes? Print the shape of `predictions - y`.",
        ),
        mistake(
            lambda phi, x, y: np.sum((line(x, phi)[:, None] - y) ** 2, axis=1),
            "You add along the last axis only, and a number for each input is left. "
            "Why are there two axes? Print the shape of `predictions - y`.",
        ),
        mistake(
            lambda phi, x, y: (line(x, phi) - y) ** 2,
            "The shapes are right now, and the sum is lost.",
        ),
        mistake(
            lambda phi, x, y: np.sum(line(x, phi) - y) ** 2,
            "The shapes are right now. Errors cancel if you add before you square.",
        ),
        mistake(
            lambda phi, x, y: np.sum((line(x, phi) - y.mean()) ** 2),
            "You compare each prediction with the mean of the targets. Which target "
            "belongs to it?",
        ),
        mistake(
            lambda phi, x, y: (line(x, phi)[0] - y[0]) ** 2,
            "Only the first point counts now. How many predictions are there?",
        ),
    ],
    hints=[
        "Print `predictions.shape` and `y.shape`. What does numpy make of their "
        "difference?",
        "How many numbers are added up for three points?",
        "Make the predictions flat, or the targets a column.",
    ],
)

question(
    "2.1.14",
    title="A loss of zero",
    prompt="A polynomial of degree 11 has twelve parameters and passes through all "
    "twelve points: its loss is zero. How will it do on *new* points from the same "
    "source, compared with the line?",
    choices=[
        choice(
            "Better: it has learned everything that the data can teach.",
            "It has learned the noise of these twelve points too. Will new points have "
            "the same noise?",
        ),
        choice(
            "The same: the new points come from the same source.",
            "They come from the same source, but their noise is their own. What does "
            "the curve do between the old points?",
        ),
        choice(
            "Worse, and often much worse.",
            "Yes. A curve that passes through every point follows the noise, and must "
            "swing between the points to do so.",
            right=True,
        ),
    ],
)
