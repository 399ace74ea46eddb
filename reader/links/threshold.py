"""What a score must reach to count, and what it can reach.

On the judged passages two in five links just above the threshold are related, four in five from
a score of 0.8; ``python -m tests.bench.related`` prints the whole table.
"""

#: Below this score a link is not shown unless asked for.
THRESHOLD = 0.3
#: Even of the likeliest pairs some are disputed; a computed score never promises more.
CEILING = 0.9
