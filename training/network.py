"""The encoder with its three heads: tags, content to cue, cue to source."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn
from transformers import BertModel

REACH = 32
"""Distances in pieces that have a weight of their own; longer ones share by doubling."""
BUCKETS = 2 * (REACH + 4) + 1


class Dropout(nn.Module):
    """Dropout whose masks come from numpy: torch draws them on one thread, which took a third of a step."""

    def __init__(self, chance: np.random.Generator, share: float) -> None:
        super().__init__()
        self.chance = chance
        self.below = round(256 * share)

    def forward(self, states: torch.Tensor) -> torch.Tensor:
        """Return ``states`` with a share of them set to zero and the rest scaled up."""
        if not self.training:
            return states
        drawn = torch.from_numpy(self.chance.integers(0, 256, states.shape, dtype=np.uint8))
        return states * ((drawn >= self.below) * (256 / (256 - self.below)))


class Linker(nn.Module):
    """Scores every pair of pieces: a product of two projections plus a learned weight for their distance.

    The biaffine form is that of Dozat and Manning, Deep Biaffine Attention for Neural Dependency Parsing, ICLR 2017.
    """

    def __init__(self, width: int, size: int = 96) -> None:
        super().__init__()
        self.left = nn.Linear(width, size)
        self.right = nn.Linear(width, size)
        self.far = nn.Embedding(BUCKETS, 1)
        self.scale = size**-0.5
        nn.init.zeros_(self.far.weight)

    def forward(self, states: torch.Tensor, distance: torch.Tensor) -> torch.Tensor:
        """Return scores, batch x pieces x pieces: how well the second answers the first."""
        left, right = nn.functional.gelu(self.left(states)), nn.functional.gelu(self.right(states))
        return left @ right.transpose(1, 2) * self.scale + self.far(distance).squeeze(-1)


class Tagger(nn.Module):
    """Tags and links of a batch of windows."""

    def __init__(self, folder: str, tags: int, layers: int, seed: int) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(
            folder, num_hidden_layers=layers, add_pooling_layer=False, attn_implementation="sdpa", attention_probs_dropout_prob=0.0
        )
        chance = np.random.default_rng(seed)
        for module in list(self.encoder.modules()):
            for name, child in module.named_children():
                if isinstance(child, nn.Dropout) and child.p:
                    setattr(module, name, Dropout(chance, child.p))
        width = self.encoder.config.hidden_size
        self.drop = Dropout(chance, 0.1)
        self.tags = nn.Linear(width, tags)
        self.cue = Linker(width)
        self.source = Linker(width)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Return tag scores (batch x pieces x tags) and two tables of link scores (batch x pieces x pieces).

        Args:
            ids: piece ids, batch x pieces, beginning with the start piece, to which a cue without a source is linked.
            mask: 1 for a piece, 0 for padding.
        """
        states = self.drop(self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state)
        distance = buckets(ids.shape[1], ids.device)
        return self.tags(states), self.cue(states, distance), self.source(states, distance)


def buckets(count: int, device: torch.device) -> torch.Tensor:
    """Return the bucket of the signed distance of every pair of ``count`` pieces, pieces x pieces."""
    at = torch.arange(count, device=device)
    apart = at[None, :] - at[:, None]
    size = apart.abs()
    far = REACH + (torch.log2(size.clamp(min=1).float() / REACH).clamp(min=0, max=3)).long()
    near = torch.where(size <= REACH, size, far + 1)
    return torch.where(apart < 0, -near, near) + BUCKETS // 2
