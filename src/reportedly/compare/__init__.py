"""Who copied whom, who stands alone, who contradicts whom."""
