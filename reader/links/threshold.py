"""What a score must reach to count, and what it can reach.

On the judged passages half of all links from the threshold up are related, and nine in ten from
a score of 0.8; ``python -m tests.bench.related`` prints the whole table.
"""

#: Below this score a link is not shown unless asked for.
THRESHOLD = 0.3
#: Even of the likeliest pairs some are disputed: a computed score never promises more.  With
#: 0.92 only seven in ten links of 0.8 and more were related.
CEILING = 0.87
