"""The two networks that are compared, as src/Cifra/Network/Architectures.cs describes them, and how each is trained."""
import os
import sys

import torch
from torch import nn, optim


# As Debian installs it, with the default layout and whatever BLAS is there: what a user gets who changes nothing.
AS_INSTALLED = os.environ.get("PYTORCH_AS_INSTALLED") == "1"


def quick():
    return nn.Sequential(
        nn.Conv2d(1, 24, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(24, 32, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(800, 256), nn.ReLU(), nn.Linear(256, 10))


def example():
    return nn.Sequential(
        nn.Conv2d(1, 32, 3), nn.ReLU(), nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(9216, 128), nn.ReLU(), nn.Linear(128, 10))


def build(name):
    """A fresh network, in the layout that oneDNN is faster with."""
    return NETS[name]() if AS_INSTALLED else NETS[name]().to(memory_format=torch.channels_last)


def expect_fast_blas():
    """Ends the program where dense layers would run on the reference BLAS: up to ten times slower, and no fair peer."""
    if sys.platform == "linux" and not AS_INSTALLED:
        with open("/proc/self/maps", encoding="ascii", errors="replace") as maps:
            loaded = maps.read()
        if not any(name in loaded for name in ("openblas", "blis", "mkl_")):
            sys.exit("PyTorch has loaded the reference BLAS, which is several times slower than OpenBLAS; run setup.sh.")


NETS = {"quick": quick, "example": example}
OPTIMIZERS = {
    "quick": lambda parameters: optim.Adam(parameters, lr=0.001),
    "example": lambda parameters: optim.Adadelta(parameters, lr=1.0),
}
