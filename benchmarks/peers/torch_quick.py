#!/usr/bin/python3
"""The whole of 'cifra train --recipe quick' in PyTorch: loads MNIST, trains two epochs, validates, and prints the accuracy on the test pictures.

    torch_quick.py FOLDER_OF_MNIST [--threads N] [--no-test]

'cifra train' does not look at the test pictures; --no-test leaves them out here too, for the time of the same work.
The recipe is src/Cifra/Training/Recipes.cs: batch 64, Adam, one cycle of the learning rate, label smoothing, averaged weights.
"""
import argparse
import gzip
import math
import pathlib

import numpy
import torch
from torch import optim
from torch.nn import functional

from torch_nets import build, expect_fast_blas

EPOCHS = 2
BATCH = 64
PEAK_RATE = 0.005
BETAS = (0.7, 0.9)
SMOOTHING = 0.05
AVERAGE_DECAY = 0.99
HELD_OUT = 5_000
MEAN, DEVIATION = 0.1307, 0.3081


def read(folder, name, header):
    """The bytes of an IDX file behind its header."""
    path = pathlib.Path(folder) / name
    content = path.read_bytes() if path.exists() else gzip.decompress(path.with_name(name + ".gz").read_bytes())
    return torch.from_numpy(numpy.frombuffer(content, numpy.uint8, offset=header).copy())


def load(folder, part):
    pictures = read(folder, f"{part}-images-idx3-ubyte", 16).view(-1, 1, 28, 28)
    labels = read(folder, f"{part}-labels-idx1-ubyte", 8).long()
    return pictures.float().mul_(1 / (255 * DEVIATION)).sub_(MEAN / DEVIATION), labels


def split(labels):
    """Indices to learn from, and held-out ones: so many of each class as its share is."""
    shuffled = torch.randperm(len(labels))
    by_class = shuffled[torch.argsort(labels[shuffled], stable=True)]
    held = torch.zeros(len(labels), dtype=torch.bool)
    held[by_class[torch.linspace(0, len(labels) - 1, HELD_OUT).round().long()]] = True
    return (~held).nonzero().view(-1), held.nonzero().view(-1)


def one_cycle(taken, steps):
    """The learning rate: half a cosine up over 0.3 of the steps, half a cosine down."""
    top, last = 0.3 * (steps - 1), steps - 1
    if taken < top:
        start, end, fraction = 0.04, 1, taken / top
    else:
        start, end, fraction = 1, 4e-6, (taken - top) / (last - top)
    return PEAK_RATE * (end + (start - end) * (1 + math.cos(math.pi * fraction)) / 2)


def train(pictures, labels, chosen, validate):
    net = build("quick")
    average = build("quick")
    average.load_state_dict(net.state_dict())
    weights = list(net.parameters())
    averages = [weight.detach() for weight in average.parameters()]
    optimizer = optim.Adam(weights, lr=PEAK_RATE, betas=BETAS)
    per_epoch = math.ceil(len(chosen) / BATCH)
    step = 0
    for epoch in range(EPOCHS):
        for batch in chosen[torch.randperm(len(chosen))].split(BATCH):
            optimizer.param_groups[0]["lr"] = one_cycle(step, EPOCHS * per_epoch)
            optimizer.zero_grad(set_to_none=True)
            scores = net(pictures[batch])
            functional.cross_entropy(scores, labels[batch], label_smoothing=SMOOTHING).backward()
            optimizer.step()
            step += 1
            kept = min(AVERAGE_DECAY, (1 + step) / (10 + step))
            torch._foreach_mul_(averages, kept)
            torch._foreach_add_(averages, [weight.detach() for weight in weights], alpha=1 - kept)
        print(f"epoch {epoch + 1}: validation {validate(average):.4f}", flush=True)
    return average


@torch.inference_mode()
def accuracy(net, pictures, labels):
    right = sum((net(x).argmax(1) == y).sum().item() for x, y in zip(pictures.split(500), labels.split(500)))
    return right / len(labels)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-test", action="store_true")
    options = parser.parse_args()
    expect_fast_blas()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)

    pictures, labels = load(options.folder, "train")
    chosen, held = split(labels)
    held_out = pictures[held], labels[held]
    net = train(pictures, labels, chosen, lambda average: accuracy(average, *held_out))
    if not options.no_test:
        print(f"test {accuracy(net, *load(options.folder, 't10k')):.4f}")


if __name__ == "__main__":
    main()
