#!/usr/bin/env python3
"""The network of the "tensors" benchmarks in PyTorch: rates of a training step of parallel adapters and of inference, and of the 3x3 convolutions alone.

usage: resnet26_torch.py [threads] [repetitions]     prints one line of JSON; rates come from processor time where one thread runs, else from the wall clock
"""
import json
import statistics
import sys
import time

import torch
from torch import nn
from torch.nn import functional

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 1
REPETITIONS = int(sys.argv[2]) if len(sys.argv) > 2 else 8
BATCH, PIXELS, CLASSES = 64, 32, 100


class Unit(nn.Module):
    """3x3 convolution, parallel 1x1 adapter, batch norm."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.adapter = nn.Conv2d(inputs, outputs, 1, stride, 0, bias=False)
        self.bn = nn.BatchNorm2d(outputs)
        self.conv.weight.requires_grad = False

    def forward(self, x):
        return self.bn(self.conv(x) + self.adapter(x))


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.first, self.second, self.stride = Unit(inputs, outputs, stride), Unit(outputs, outputs, 1), stride

    def forward(self, x):
        y = self.second(functional.relu(self.first(x)))
        if self.stride == 2:
            x = functional.avg_pool2d(x, 2)
            x = torch.cat((x, torch.zeros_like(x)), 1)
        return functional.relu(y + x)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = Unit(3, 32, 1)
        blocks, channels = [], 32
        for _ in range(3):
            for block in range(4):
                blocks.append(Block(channels if block == 0 else 2 * channels, 2 * channels, 2 if block == 0 else 1))
            channels *= 2
        self.blocks, self.bn, self.classifier = nn.Sequential(*blocks), nn.BatchNorm2d(channels), nn.Linear(channels, CLASSES)

    def forward(self, x):
        x = functional.relu(self.bn(self.blocks(self.stem(x))))
        return self.classifier(x.mean((2, 3)))


def clock():
    return time.process_time() if THREADS == 1 else time.perf_counter()


def seconds(work, repetitions):
    times = []
    for repetition in range(repetitions + 2):
        start = clock()
        work()
        if repetition >= 2:
            times.append(clock() - start)
    return times


def convolutions():
    """Layers of the three stages: input channels, output channels, pixels of the input, stride, how many."""
    channels, pixels = 32, PIXELS
    for _ in range(3):
        yield channels, 2 * channels, pixels, 2, 1
        channels, pixels = 2 * channels, pixels // 2
        yield channels, channels, pixels, 1, 7


def main():
    torch.set_num_threads(THREADS)
    torch.manual_seed(1)
    net, images, labels = Net(), torch.randn(BATCH, 3, PIXELS, PIXELS), torch.arange(BATCH) % CLASSES
    optimiser = torch.optim.SGD([p for p in net.parameters() if p.requires_grad], lr=0.01, momentum=0.9, weight_decay=1e-4)

    def train():
        net.train()
        optimiser.zero_grad()
        functional.cross_entropy(net(images), labels).backward()
        optimiser.step()

    def infer():
        with torch.no_grad():
            net(images)

    training = seconds(train, REPETITIONS)
    net.eval()
    inference = seconds(infer, REPETITIONS)
    operations, best = 0, 0.0
    with torch.no_grad():
        for inputs, outputs, pixels, stride, count in convolutions():
            layer = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
            x = torch.randn(BATCH, inputs, pixels, pixels)
            operations += count * 2 * 9 * inputs * outputs * BATCH * (pixels // stride) ** 2
            best += count * statistics.median(seconds(lambda: layer(x), REPETITIONS))
    print(json.dumps({
        "engine": "torch " + torch.__version__, "threads": THREADS,
        "training": BATCH / statistics.median(training), "training_best": BATCH / min(training),
        "inference": BATCH / statistics.median(inference), "inference_best": BATCH / min(inference),
        "convolutions": operations / best / 1e9,
    }))


main()
