"""Fine-tune the verifier: `python -m training.train PAIRS --base BASE --out RUN`.

Run the same command again with --resume to go on from the last checkpoint. The learning rate
climbs, stays, and falls over the last part of --pairs, so a run may be given more pairs later.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch.nn.functional import cross_entropy, kl_div, log_softmax, softmax

from training.model import Encoder, load, save, shrink
from training.pairs import Pair, digest, read

WARM = 2_000  # pairs until the full learning rate
FALL = 0.4  # the last part of the run, over which the rate falls to nothing
SOFT = 2.0  # temperature at which a teacher is imitated
NOTED = 25  # batches to a line of the log
POOL = 60  # batches sorted by length together


def batches(pairs: list[Pair], size: int, seed: int, epoch: int) -> Iterator[list[Pair]]:
    """Yield an epoch's batches, of pairs of like length, in an order that the seed fixes."""
    dice = random.Random(f"{seed}/{epoch}")  # noqa: S311 - a seeded shuffle, no secret
    order = list(pairs)
    dice.shuffle(order)
    for start in range(0, len(order), POOL * size):
        pool = sorted(order[start : start + POOL * size], key=lambda pair: len(pair.evidence))
        cut = [pool[place : place + size] for place in range(0, len(pool), size)]
        dice.shuffle(cut)
        yield from cut


def rate(seen: int, total: int, peak: float) -> float:
    """Return the learning rate after `seen` of `total` pairs.

    >>> [round(rate(seen, 100_000, 1.0), 2) for seen in (0, 1_000, 50_000, 80_000, 100_000)]
    [0.0, 0.5, 1.0, 0.5, 0.0]
    """
    return peak * max(0.0, min(1.0, seen / WARM, (total - seen) / (FALL * total)))


class Teacher:
    """A trained model whose shares a smaller one learns, besides the labels."""

    def __init__(self, folder: Path, device: str) -> None:
        self.device = torch.device(device)
        self.model = load(folder)[1].to(device).eval()

    def distance(self, inputs: dict[str, Any], scores: torch.Tensor) -> torch.Tensor:
        """Return how far the scores are from the teacher's, both softened."""
        with torch.inference_mode(), torch.autocast(self.device.type, torch.bfloat16):
            wanted = self.model(**inputs).logits
        return SOFT**2 * kl_div(
            log_softmax(scores.float() / SOFT, dim=1),
            softmax(wanted.float().clone() / SOFT, dim=1),
            reduction="batchmean",
        )


class Run:
    """A training run: model, optimiser, place in the data, and its log."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.out: Path = options.out
        self.encoder, self.model = load(options.base)
        if options.layers:
            shrink(self.model, options.layers)
        self.teacher = Teacher(options.teacher, options.device) if options.teacher else None
        self.seen = self.epoch = self.batch = 0
        self.saved: dict[str, Any] = {}
        if options.resume and (self.out / "checkpoint.pt").exists():
            self.saved = torch.load(self.out / "checkpoint.pt", weights_only=True)
            self.model.load_state_dict(self.saved["model"])
            self.seen, self.epoch, self.batch = self.saved["place"]
        self.model.to(options.device)
        for part in (
            self.model.mpnet.embeddings,
            *self.model.mpnet.encoder.layer[: options.frozen],
        ):
            part.requires_grad_(False)  # known words stay known, and no time is spent on them
        decayed = [p for p in self.model.parameters() if p.requires_grad and p.dim() > 1]
        others = [p for p in self.model.parameters() if p.requires_grad and p.dim() == 1]
        self.optimiser = torch.optim.AdamW(
            [{"params": decayed, "weight_decay": 0.01}, {"params": others, "weight_decay": 0.0}],
            lr=0.0,
            fused=True,
        )
        if self.saved:
            self.optimiser.load_state_dict(self.saved["optimiser"])
        self.saved = {}

    def log(self, **values: object) -> None:
        """Add a line to the run's log."""
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps({"time": time.strftime("%H:%M:%S"), **values}) + "\n")

    def checkpoint(self) -> None:
        """Write everything a resumed run needs; a kill leaves the former checkpoint whole."""
        beside = self.out / "checkpoint.tmp"
        state = {
            "model": self.model.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "place": (self.seen, self.epoch, self.batch),
        }
        torch.save(state, beside)
        beside.replace(self.out / "checkpoint.pt")

    def step(self, batch: list[Pair]) -> float:
        """Learn from one batch and return its loss."""
        options = self.options
        for group in self.optimiser.param_groups:
            group["lr"] = rate(self.seen, options.pairs, options.rate)
        inputs = self.encoder([(pair.claim, pair.evidence) for pair in batch], options.device)
        labels = torch.tensor([pair.label for pair in batch], device=options.device)
        with torch.autocast(torch.device(options.device).type, torch.bfloat16):
            scores = self.model(**inputs).logits
        loss = cross_entropy(scores.float(), labels)
        if self.teacher is not None:
            loss = (loss + self.teacher.distance(inputs, scores)) / 2
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.seen += len(batch)
        return float(loss.detach())

    def train(self, pairs: list[Pair], measure: Callable[[Any, Encoder], dict[str, float]]) -> None:
        """Go over the pairs until `--pairs` have been seen; log a curve, write checkpoints."""
        options, losses, clock, last = self.options, [], time.monotonic(), time.monotonic()
        while self.seen < options.pairs:
            for place, batch in enumerate(batches(pairs, options.batch, options.seed, self.epoch)):
                if place < self.batch:
                    continue  # learned from before the run was resumed
                losses.append(self.step(batch))
                self.batch = place + 1
                if len(losses) == NOTED:
                    speed = options.batch * NOTED / (time.monotonic() - clock)
                    loss = sum(losses) / NOTED
                    self.log(seen=self.seen, loss=round(loss, 4), pairs_a_second=round(speed, 1))
                    losses, clock = [], time.monotonic()
                if self.seen // options.curve > (self.seen - len(batch)) // options.curve:
                    self.log(seen=self.seen, **measure(self.model, self.encoder))
                if time.monotonic() - last > options.every:
                    self.checkpoint()
                    last = time.monotonic()
                if self.seen >= options.pairs:
                    break
            else:
                self.epoch, self.batch = self.epoch + 1, 0
        self.checkpoint()
        save(self.model, self.encoder, self.out / "model")


def _places(text: str) -> Sequence[int]:
    """Read how many of the lowest layers to keep, or which ones."""
    return [int(place) for place in text.split(",")] if "," in text else range(int(text))


def main() -> None:
    """Read the options, start or resume the run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mix", type=Path, help="folder that training.mix wrote")
    parser.add_argument("--base", type=Path, required=True, help="folder of the base model")
    parser.add_argument("--out", type=Path, required=True, help="folder of the run")
    parser.add_argument("--layers", type=_places, help="8, or 0,2,4,6,8,11; else all")
    parser.add_argument("--teacher", type=Path, help="trained model to learn from besides")
    parser.add_argument("--frozen", type=int, default=2, help="lowest layers that do not learn")
    parser.add_argument("--pairs", type=int, default=70_000, help="stop after so many")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=5e-5, help="peak learning rate")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--curve", type=int, default=5_000, help="measure every so many pairs")
    parser.add_argument("--every", type=float, default=300, help="seconds between checkpoints")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--data", type=Path, help="folder of the sets that the curve is taken on")
    parser.add_argument("--resume", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    from training.evaluate import curve

    run = Run(options)
    settings = {name: str(value) for name, value in vars(options).items()}
    run.log(**settings, pairs_sha256=digest(options.mix / "pairs.jsonl.gz"), from_seen=run.seen)
    run.train(read(options.mix / "pairs.jsonl.gz"), curve(options.mix, options.data))


if __name__ == "__main__":
    main()
