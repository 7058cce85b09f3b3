// Counts what a program asks of LMDB: its symbols stand before those of the library, and pass on.
#ifndef ORGLEDGER_BENCHMARKS_LMDB_COUNT_H
#define ORGLEDGER_BENCHMARKS_LMDB_COUNT_H

#include <stdint.h>

// Searches from the root, so far, by this thread.
uint64_t lmdb_count_searches(void);
// Steps to the entry beside, likewise.
uint64_t lmdb_count_steps(void);

#endif
