"""Scores rows with scikit-learn's isolation forest: prints the CPU seconds of the scoring, writes the scores."""
import sys
import time

import numpy as np
from sklearn.ensemble import IsolationForest

rows = np.fromfile(sys.argv[1]).reshape(-1, int(sys.argv[2]))
forest = IsolationForest(n_estimators=100, max_samples=256, random_state=1).fit(rows)
started = time.process_time()
scores = -forest.score_samples(rows)
print(time.process_time() - started)
scores.tofile(sys.argv[3])
