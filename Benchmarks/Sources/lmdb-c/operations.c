#include "lmdb_c.h"

#include <fcntl.h>
#include <lmdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct c_store {
  MDB_env *env;
  MDB_dbi dbi;
};

static void check(int code) {
  if (code) {
    fprintf(stderr, "%s\n", mdb_strerror(code));
    exit(1);
  }
}

c_store *c_open(const char *folder, bool sync) {
  c_store *store = malloc(sizeof *store);
  MDB_txn *txn;
  check(mdb_env_create(&store->env));
  check(mdb_env_set_mapsize(store->env, (size_t)1 << 40));
  check(mdb_env_set_maxreaders(store->env, 1024));
  check(mdb_env_set_maxdbs(store->env, 64));
  check(mdb_env_open(store->env, folder, MDB_NOTLS | (sync ? 0 : MDB_NOSYNC), 0644));
  check(mdb_txn_begin(store->env, NULL, 0, &txn));
  check(mdb_dbi_open(txn, "table", MDB_CREATE, &store->dbi));
  check(mdb_txn_commit(txn));
  return store;
}

void c_close(c_store *store) {
  mdb_env_close(store->env);
  free(store);
}

// The size of the value and its first and last byte.
static inline uint64_t sum_of(const MDB_val *value) {
  const uint8_t *bytes = value->mv_data;
  return value->mv_size + bytes[0] + bytes[value->mv_size - 1];
}

static inline uint64_t get_one(MDB_txn *txn, MDB_dbi dbi, uint64_t key) {
  uint64_t ordered = __builtin_bswap64(key);
  MDB_val k = {sizeof ordered, &ordered}, v;
  check(mdb_get(txn, dbi, &k, &v));
  return sum_of(&v);
}

uint64_t c_get(c_store *store, const uint64_t *keys, size_t count) {
  MDB_txn *txn;
  uint64_t sum = 0;
  check(mdb_txn_begin(store->env, NULL, MDB_RDONLY, &txn));
  for (size_t i = 0; i < count; i++) sum += get_one(txn, store->dbi, keys[i]);
  mdb_txn_abort(txn);
  return sum;
}

uint64_t c_get_each(c_store *store, const uint64_t *keys, size_t count) {
  uint64_t sum = 0;
  for (size_t i = 0; i < count; i++) {
    MDB_txn *txn;
    check(mdb_txn_begin(store->env, NULL, MDB_RDONLY, &txn));
    sum += get_one(txn, store->dbi, keys[i]);
    mdb_txn_abort(txn);
  }
  return sum;
}

uint64_t c_scan(c_store *store) {
  MDB_txn *txn;
  MDB_cursor *cursor;
  MDB_val k, v;
  uint64_t sum = 0;
  check(mdb_txn_begin(store->env, NULL, MDB_RDONLY, &txn));
  check(mdb_cursor_open(txn, store->dbi, &cursor));
  while (mdb_cursor_get(cursor, &k, &v, MDB_NEXT) == 0) sum += sum_of(&v);
  mdb_cursor_close(cursor);
  mdb_txn_abort(txn);
  return sum;
}

static inline uint64_t floor_one(MDB_cursor *cursor, uint64_t unit, uint32_t day) {
  uint8_t key[12];
  uint64_t ordered_unit = __builtin_bswap64(unit);
  uint32_t ordered_day = __builtin_bswap32(day);
  memcpy(key, &ordered_unit, 8);
  memcpy(key + 8, &ordered_day, 4);
  MDB_val k = {sizeof key, key}, v;
  int code = mdb_cursor_get(cursor, &k, &v, MDB_SET_RANGE);
  if (code == MDB_NOTFOUND)
    code = mdb_cursor_get(cursor, &k, &v, MDB_LAST);
  else if (code == 0 && (k.mv_size != sizeof key || memcmp(k.mv_data, key, sizeof key)))
    code = mdb_cursor_get(cursor, &k, &v, MDB_PREV);
  if (code == MDB_NOTFOUND) return 0;
  check(code);
  if (k.mv_size < 8 || memcmp(k.mv_data, key, 8)) return 0;
  return sum_of(&v);
}

uint64_t c_floor(c_store *store, const uint64_t *units, const uint32_t *days, size_t count) {
  MDB_txn *txn;
  MDB_cursor *cursor;
  uint64_t sum = 0;
  check(mdb_txn_begin(store->env, NULL, MDB_RDONLY, &txn));
  check(mdb_cursor_open(txn, store->dbi, &cursor));
  for (size_t i = 0; i < count; i++) sum += floor_one(cursor, units[i], days[i]);
  mdb_cursor_close(cursor);
  mdb_txn_abort(txn);
  return sum;
}

uint64_t c_floor_each(c_store *store, const uint64_t *units, const uint32_t *days, size_t count) {
  MDB_txn *txn;
  uint64_t sum = 0;
  check(mdb_txn_begin(store->env, NULL, MDB_RDONLY, &txn));
  for (size_t i = 0; i < count; i++) {
    MDB_cursor *cursor;
    check(mdb_cursor_open(txn, store->dbi, &cursor));
    sum += floor_one(cursor, units[i], days[i]);
    mdb_cursor_close(cursor);
  }
  mdb_txn_abort(txn);
  return sum;
}

c_store *c_open_table(const char *folder, const char *table) {
  c_store *store = malloc(sizeof *store);
  MDB_txn *txn;
  check(mdb_env_create(&store->env));
  check(mdb_env_set_mapsize(store->env, (size_t)1 << 40));
  check(mdb_env_set_maxreaders(store->env, 1024));
  check(mdb_env_set_maxdbs(store->env, 64));
  check(mdb_env_open(store->env, folder, MDB_NOTLS | MDB_RDONLY, 0644));
  check(mdb_txn_begin(store->env, NULL, MDB_RDONLY, &txn));
  check(mdb_dbi_open(txn, table, 0, &store->dbi));
  check(mdb_txn_commit(txn));
  return store;
}

static inline uint64_t life_one(
    MDB_cursor *cursor, const uint8_t *units, const c_question *question) {
  uint8_t key[160];
  const uint32_t line = question->unit_size + 2;
  const uint32_t ordered_day = __builtin_bswap32(question->day);
  memcpy(key, units + question->unit_at, question->unit_size);
  key[line - 2] = key[line - 1] = 0;
  memcpy(key + line, &ordered_day, 4);
  memset(key + line + 4, 0xff, 9);
  MDB_val k = {line + 13, key}, v;
  int code = mdb_cursor_get(cursor, &k, &v, MDB_SET_RANGE);
  if (code == MDB_NOTFOUND)
    code = mdb_cursor_get(cursor, &k, &v, MDB_LAST);
  else if (code == 0 && (k.mv_size != line + 13 || memcmp(k.mv_data, key, line + 13)))
    code = mdb_cursor_get(cursor, &k, &v, MDB_PREV);
  if (code == MDB_NOTFOUND) return 0;
  check(code);
  if (k.mv_size < line || memcmp(k.mv_data, key, line)) return 0;
  return sum_of(&v);
}

uint64_t c_lives(c_store *store, const uint8_t *units, const c_question *questions, size_t count) {
  MDB_txn *txn;
  MDB_cursor *cursor;
  uint64_t sum = 0;
  check(mdb_txn_begin(store->env, NULL, MDB_RDONLY, &txn));
  check(mdb_cursor_open(txn, store->dbi, &cursor));
  for (size_t i = 0; i < count; i++) sum += life_one(cursor, units, &questions[i]);
  mdb_cursor_close(cursor);
  mdb_txn_abort(txn);
  return sum;
}

uint64_t c_lives_each(
    c_store *store, const uint8_t *units, const c_question *questions, size_t count) {
  uint64_t sum = 0;
  for (size_t i = 0; i < count; i++) sum += c_lives(store, units, &questions[i], 1);
  return sum;
}

uint64_t c_lives_renewed(
    c_store *store, const uint8_t *units, const c_question *questions, size_t count) {
  MDB_txn *txn;
  MDB_cursor *cursor;
  uint64_t sum = 0;
  check(mdb_txn_begin(store->env, NULL, MDB_RDONLY, &txn));
  check(mdb_cursor_open(txn, store->dbi, &cursor));
  for (size_t i = 0; i < count; i++) {
    mdb_txn_reset(txn);
    check(mdb_txn_renew(txn));
    check(mdb_cursor_renew(txn, cursor));
    sum += life_one(cursor, units, &questions[i]);
  }
  mdb_cursor_close(cursor);
  mdb_txn_abort(txn);
  return sum;
}

uint64_t c_append(c_store *store, size_t count, size_t per_commit, size_t value_size) {
  uint8_t *value = malloc(value_size);
  uint64_t sum = 0;
  memset(value, 0xA5, value_size);
  for (size_t next = 0; next < count;) {
    MDB_txn *txn;
    check(mdb_txn_begin(store->env, NULL, 0, &txn));
    for (size_t i = 0; i < per_commit && next < count; i++, next++) {
      uint64_t ordered = __builtin_bswap64(next);
      MDB_val k = {sizeof ordered, &ordered}, v = {value_size, value};
      value[0] = (uint8_t)next;
      check(mdb_put(txn, store->dbi, &k, &v, MDB_APPEND));
      sum += sum_of(&v);
    }
    check(mdb_txn_commit(txn));
  }
  free(value);
  return sum;
}

struct c_tables {
  MDB_env *env;
  MDB_dbi dbis[16];
};

c_tables *c_tables_open(const char *folder, uint32_t count, bool sync) {
  c_tables *tables = malloc(sizeof *tables);
  MDB_txn *txn;
  if (count > 16) exit(1);
  check(mdb_env_create(&tables->env));
  check(mdb_env_set_mapsize(tables->env, (size_t)1 << 40));
  check(mdb_env_set_maxreaders(tables->env, 1024));
  check(mdb_env_set_maxdbs(tables->env, 64));
  check(mdb_env_open(tables->env, folder, MDB_NOTLS | (sync ? 0 : MDB_NOSYNC), 0644));
  check(mdb_txn_begin(tables->env, NULL, 0, &txn));
  for (uint32_t i = 0; i < count; i++) {
    char name[] = {(char)('a' + i), 0};
    check(mdb_dbi_open(txn, name, MDB_CREATE, &tables->dbis[i]));
  }
  check(mdb_txn_commit(txn));
  return tables;
}

void c_tables_close(c_tables *tables) {
  mdb_env_close(tables->env);
  free(tables);
}

void c_tables_write(c_tables *tables, const uint8_t *bytes, const c_put *puts, size_t count) {
  MDB_txn *txn;
  check(mdb_txn_begin(tables->env, NULL, 0, &txn));
  for (size_t i = 0; i < count; i++) {
    const c_put *put = &puts[i];
    MDB_val key = {put->key_size, (void *)(bytes + put->key_at)};
    MDB_val value = {put->value_size, (void *)(bytes + put->key_at + put->key_size)};
    check(mdb_put(txn, tables->dbis[put->table], &key, &value, put->append ? MDB_APPEND : 0));
  }
  check(mdb_txn_commit(txn));
}

void c_sync_probe(const char *path, size_t count) {
  static const uint8_t page[4096] = {1};
  int descriptor = open(path, O_RDWR | O_CREAT, 0644);
  if (descriptor < 0) exit(1);
  // The file is made large enough first: to grow it costs more than to write over it.
  for (off_t i = 0; i < 64; i++)
    if (pwrite(descriptor, page, sizeof page, i * 4096) != sizeof page) exit(1);
  fsync(descriptor);
  for (size_t i = 0; i < count; i++)
    if (pwrite(descriptor, page, sizeof page, (off_t)(i % 64) * 4096) != sizeof page ||
        fdatasync(descriptor))
      exit(1);
  close(descriptor);
}
