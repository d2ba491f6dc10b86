"""Exercises and questions of page 2.1, supervised learning."""

import numpy as np

from udl.datasets.regression import supervised_line
from udl.exercises.declare import case, choice, exercise, mistake, number, question
from udl.fitting.by_hand import best_slope
from udl.fitting.regression import fit_line, line_loss, sum_of_squared_errors
from udl.networks.linear import linear_1d

_X, _Y = supervised_line()
_SMALL = (np.array([1.0, 2.0, 4.0]), np.array([2.0, 1.0, 6.0]))
_MESH = np.stack(np.meshgrid([0.3, 1.1, -0.4], [0.6, -0.7]), axis=-1)


def _data(rng):
    x = rng.uniform(-1, 3, 7)
    return x, 0.5 + x + rng.normal(0, 0.5, 7)


def _half_centered(x, y):
    slope = np.sum((x - x.mean()) * (y - y.mean())) / np.sum(x**2)
    return np.array([y.mean() - slope * x.mean(), slope])


exercise(
    "2.1.1",
    title="The model",
    stub="def f(x, phi0, phi1):\n    ...  # your code\n",
    reference=linear_1d,
    cases=[
        case(np.array([0.5, 2.0]), 0.3, 1.5),
        case(np.array([-1.0, 0.0, 4.0]), 2.5, -0.5),
        case(_X, 0.4, 0.2),
    ],
    random_case=lambda rng: case(rng.normal(size=6), rng.normal(), rng.normal()),
    curve=case(np.linspace(0, 2, 51), 0.4, 0.2),
    planted=[
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

exercise(
    "2.1.2",
    title="The loss of one line",
    stub="def compute_loss(x, y, phi0, phi1):\n    ...  # your code\n",
    reference=sum_of_squared_errors,
    cases=[
        case(*_SMALL, 1.0, 0.5),
        case(*_SMALL, -0.5, 2.0),
        case(_X, _Y, 0.4, 0.2),
        case(_X, _Y, 1.6, -0.8),
    ],
    random_case=lambda rng: case(*_data(rng), *rng.normal(size=2)),
    uses={"f": "2.1.1"},
    planted=[
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
    ],
    hints=[
        "Which array holds, for each point, how far the line is off?",
        "Square first, then make one number of the array.",
    ],
)

question(
    "2.1.3",
    title="Which line is worse?",
    prompt="Look at the lengths of the sticks in the figure. Which of the two lines "
    "has the larger loss?",
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
            "The loss is a number, and two bad lines can differ in it a lot.",
        ),
        choice(
            "One cannot say: the falling line is above some points and below others.",
            "A square has no sign, so above and below count alike and do not cancel.",
        ),
    ],
)

exercise(
    "2.1.4",
    title="The losses of many lines",
    stub="def losses(phi, x, y):\n    ...  # your code\n",
    reference=line_loss,
    cases=[
        case(np.array([[1.0, 0.5], [-0.5, 2.0]]), *_SMALL),
        case(np.array([0.4, 0.2]), _X, _Y),
        case(_MESH, *_SMALL),
        case(_MESH, _X, _Y),
    ],
    random_case=lambda rng: case(rng.normal(size=(4, 5, 2)), *_data(rng)),
    uses={"f": "2.1.1", "compute_loss": "2.1.2"},
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
            "One line works, several do not: your lines and the points stand on the "
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
    ],
    hints=[
        "Try one line first: `phi` of shape `(2,)`. Which axis of the errors runs over "
        "the points?",
        "`phi[..., 0]` is the offset of every line, whatever the shape in front. To "
        "meet the points it needs one more axis at its end.",
        "`phi[..., 0, None]` has that axis. Then add over `axis=-1`.",
    ],
)

question(
    "2.1.5",
    title="Fit it by hand",
    prompt="Start at offset 1.6 and slope -0.8. Edit the cell: change one parameter "
    "until the loss stops falling, then the other, and so on, with steps as small as "
    "you like. How low does the loss get? Two digits behind the point will do.",
    answer=number(
        0.2,
        tolerance=0.005,
        feedback="Yes, and that took patience: many small corrections of both "
        "parameters, each of which made the other one wrong again.",
    ),
    near=[
        number(
            1.407,
            tolerance=0.01,
            feedback="With steps of 0.2 neither parameter alone gets lower than that. "
            "Does it follow that you are at the lowest point? Try smaller steps.",
        ),
        number(
            0.229,
            tolerance=0.002,
            feedback="With steps of 0.1 it may end here. Smaller steps go on.",
        ),
        number(
            0.222,
            tolerance=0.0025,
            feedback="With steps of 0.05 it ends about here. Smaller steps go on.",
        ),
        number(
            0.0,
            tolerance=0.004,
            feedback="Zero would mean that the line passes through all twelve points. "
            "Do they lie on a line?",
        ),
    ],
    otherwise="Take turns: once the offset stops helping, change the slope, then the "
    "offset again. Halve the step when neither helps.",
)

exercise(
    "2.1.6",
    title="The best slope for a given offset",
    stub="def slope_for(offset, x, y):\n    ...  # your code\n",
    reference=best_slope,
    cases=[
        case(1.0, *_SMALL),
        case(0.5, *_SMALL),
        case(1.6, _X, _Y),
    ],
    random_case=lambda rng: case(rng.normal(), *_data(rng)),
    planted=[
        mistake(
            lambda offset, x, y: np.mean((y - offset) / x),
            "You average the slopes that the single points ask for. Points near x = 0 "
            "then count enormously, though moving the slope hardly moves the line "
            "there.",
        ),
        mistake(
            lambda offset, x, y: np.sum(y - offset) / np.sum(x),
            "This makes the errors add up to zero. The derivative by the slope has "
            "another factor inside its sum.",
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
            "The offset is subtracted from the products. Where do the brackets stand "
            "in the equation?",
        ),
    ],
    hints=[
        "Write the loss as a function of the slope alone, with the rest of the targets "
        "$r_i = y_i - \\phi_0$.",
        "The derivative of $(\\phi_1 x_i - r_i)^2$ by $\\phi_1$ has the inner "
        "derivative $x_i$. Set the sum to zero and solve.",
    ],
)

question(
    "2.1.7",
    title="Exact moves",
    prompt="Now let each move go *exactly* to the best value of its parameter, with no "
    "fixed steps. Where does it end?",
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
    "2.1.8",
    title="The best line",
    stub="def fit(x, y):\n    ...  # your code\n",
    reference=fit_line,
    cases=[
        case(*_SMALL),
        case(np.array([-1.0, 0.5, 2.0, 3.0]), np.arange(4.0) ** 2),
        case(_X, _Y),
    ],
    random_case=lambda rng: case(*_data(rng)),
    uses={"slope_for": "2.1.6"},
    planted=[
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
            lambda x, y: np.array([y.mean(), fit_line(x, y)[1]]),
            "The slope is right. The best line passes through the point of the means. "
            "Which height does it have at x = 0 then?",
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
            "The numerator of your slope is right. Which inputs stand below the line, "
            "as they are or centered?",
        ),
    ],
    hints=[
        "The slope first. Subtract the mean from the inputs and from the targets.",
        "Then the offset: the line passes through the point of the means.",
        "Return both in one array, offset first.",
    ],
)

question(
    "2.1.9",
    title="A better start for the search",
    prompt=r"Subtract the mean of the inputs from each input, so that $\bar{x} = 0$, "
    "and start over with exact moves. How many moves does it take to the lowest point "
    "now?",
    answer=number(
        2,
        tolerance=1e-9,
        feedback="Yes. The share of the distance that a round leaves is zero: one move "
        "for each parameter, and both are right.",
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
            "share that each round leaves.",
        ),
    ],
    otherwise="Insert $\\bar{x} = 0$ into the share that each round leaves. What is "
    "left after the first round?",
)

question(
    "2.1.10",
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
