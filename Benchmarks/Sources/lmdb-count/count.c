#define _GNU_SOURCE
#include "lmdb_count.h"

#include <dlfcn.h>
#include <lmdb.h>
#include <stdlib.h>

static int (*next_cursor_get)(MDB_cursor *, MDB_val *, MDB_val *, MDB_cursor_op);
static int (*next_get)(MDB_txn *, MDB_dbi, MDB_val *, MDB_val *);
static _Thread_local uint64_t searches, steps;

__attribute__((constructor)) static void find_library(void) {
  next_cursor_get = dlsym(RTLD_NEXT, "mdb_cursor_get");
  next_get = dlsym(RTLD_NEXT, "mdb_get");
  if (!next_cursor_get || !next_get) abort();
}

int mdb_cursor_get(MDB_cursor *cursor, MDB_val *key, MDB_val *value, MDB_cursor_op operation) {
  if (operation == MDB_NEXT || operation == MDB_PREV)
    steps++;
  else
    searches++;
  return next_cursor_get(cursor, key, value, operation);
}

int mdb_get(MDB_txn *transaction, MDB_dbi table, MDB_val *key, MDB_val *value) {
  searches++;
  return next_get(transaction, table, key, value);
}

uint64_t lmdb_count_searches(void) { return searches; }
uint64_t lmdb_count_steps(void) { return steps; }
