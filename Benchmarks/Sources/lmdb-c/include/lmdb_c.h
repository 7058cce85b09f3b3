// The operations of the wrapper, in C on LMDB itself: what the wrapper is measured against.
// Each returns a sum over what it read or wrote, to be compared; an error ends the process.
#ifndef ORGLEDGER_BENCHMARKS_LMDB_C_H
#define ORGLEDGER_BENCHMARKS_LMDB_C_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct c_store c_store;

// Opens the store in a folder, or makes one in an empty folder, with the same flags as the wrapper.
c_store *c_open(const char *folder, bool sync);
void c_close(c_store *store);

// All keys in one read transaction.
uint64_t c_get(c_store *store, const uint64_t *keys, size_t count);
// A read transaction for each key.
uint64_t c_get_each(c_store *store, const uint64_t *keys, size_t count);
// All entries in key order.
uint64_t c_scan(c_store *store);
// For each 12-byte key (unit 8, day 4) the greatest key not above it, of the same unit; with one
// cursor for all, or with one for each.
uint64_t c_floor(c_store *store, const uint64_t *units, const uint32_t *days, size_t count);
uint64_t c_floor_each(c_store *store, const uint64_t *units, const uint32_t *days, size_t count);
// One question: where the identifier of a unit stands in a buffer, and the day, as it stands in keys.
typedef struct {
  size_t unit_at;
  uint32_t unit_size;
  uint32_t day;
} c_question;

// Opens a table that is there already, to read only.
c_store *c_open_table(const char *folder, const char *table);
// For each question the last row of the life of the unit at or before the end of the day: all with
// one cursor in one read transaction; a transaction and a cursor each, begun and ended; the same,
// but renewed and reset.
uint64_t c_lives(c_store *store, const uint8_t *units, const c_question *questions, size_t count);
uint64_t c_lives_each(
    c_store *store, const uint8_t *units, const c_question *questions, size_t count);
uint64_t c_lives_renewed(
    c_store *store, const uint8_t *units, const c_question *questions, size_t count);
// Appends 8-byte keys from 0 on, with values of this size, so many in each commit.
uint64_t c_append(c_store *store, size_t count, size_t per_commit, size_t value_size);

// One entry to be written: where its key begins in a buffer; the value stands right behind it.
typedef struct {
  size_t key_at;
  uint32_t key_size;
  uint32_t value_size;
  uint32_t table;
  uint32_t append;
} c_put;

typedef struct c_tables c_tables;

// Opens so many tables in a folder, or makes them, with the same flags as the wrapper.
c_tables *c_tables_open(const char *folder, uint32_t count, bool sync);
void c_tables_close(c_tables *tables);
// Writes entries in one commit.
void c_tables_write(c_tables *tables, const uint8_t *bytes, const c_put *puts, size_t count);

// Writes 4 KiB and calls fdatasync, so many times, over a file that is there already.
void c_sync_probe(const char *path, size_t count);

#endif
