#!/usr/bin/python3
"""PyTorch as a peer: answers each request, a line of JSON, with a line of JSON, until its input ends. README.md has the requests."""
import json
import sys
import time

import torch
from torch.nn import functional

from torch_nets import NETS, OPTIMIZERS, build, expect_fast_blas

PICTURES = 60_000  # as many as MNIST has, of its size
WARM_UP_SECONDS = 0.3


class Peer:
    def __init__(self):
        torch.manual_seed(1)
        self.pictures = torch.randn(PICTURES, 1, 28, 28)
        self.labels = torch.randint(10, (PICTURES,))
        self.steps = {}  # what is warm, by what was asked for

    def answer(self, request):
        do, name = request["do"], request["net"]
        if name not in NETS:
            raise ValueError(f"there is no net '{name}'; there are {', '.join(NETS)}")
        if do == "load":
            return {"ok": True}  # the nets are built at their first use; speed does not depend on the weights
        if do not in ("infer", "train"):
            raise ValueError(f"there is no request '{do}'; there are load, infer, train")
        threads, batch, seconds = request["threads"], request["batch"], request["seconds"]
        torch.set_num_threads(threads)
        key = (do, name, threads, batch)
        if key not in self.steps:
            self.steps[key] = self.inference(name) if do == "infer" else self.training(name)
            self.run(self.steps[key], batch, WARM_UP_SECONDS)
        return self.run(self.steps[key], batch, seconds)

    def run(self, step, batch, seconds):
        images = start = 0
        began = time.perf_counter()
        while (elapsed := time.perf_counter() - began) < seconds:
            step(slice(start, start + batch))
            images += batch
            start = start + batch if start + 2 * batch <= PICTURES else 0
        return {"images": images, "seconds": elapsed}

    def inference(self, name):
        net = build(name).eval()

        @torch.inference_mode()
        def step(batch):
            net(self.pictures[batch])

        return step

    def training(self, name):
        net = build(name).train()
        optimizer = OPTIMIZERS[name](net.parameters())

        def step(batch):
            optimizer.zero_grad(set_to_none=True)
            functional.cross_entropy(net(self.pictures[batch]), self.labels[batch]).backward()
            optimizer.step()

        return step


def say(answer):
    print(json.dumps(answer, separators=(",", ":")), flush=True)


def main():
    expect_fast_blas()
    peer = Peer()
    say({"ready": True, "name": "PyTorch", "version": torch.__version__})
    for line in sys.stdin:
        try:
            say(peer.answer(json.loads(line)))
        except Exception as error:  # whatever it is, the other program waits for a line
            say({"error": f"{type(error).__name__}: {error}"})


if __name__ == "__main__":
    main()
