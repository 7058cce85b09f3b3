// Asks PostgreSQL for id, name, kind and parent of units as of a day, as known at a position.
//
// Reads one command a line from standard input and answers each with one line:
//   load FILE                        rows as COPY reads them        → rows
//   units TABLE DAY POSITION N ID…   those units, N times           → seconds rows digest
//   under TABLE DAY POSITION N ID    what stands under one, N times → seconds rows digest
// TABLE is gist or btree. The statements are prepared, arguments and answers binary, and each field
// of an answer is read. The argument is the connection string.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <libpq-fe.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static PGconn *connection;

static void fail(const char *what) {
  fprintf(stderr, "%s: %s\n", what, PQerrorMessage(connection));
  exit(1);
}

static PGresult *done(PGresult *result, ExecStatusType status, const char *what) {
  if (PQresultStatus(result) != status) fail(what);
  return result;
}

static void command(const char *sql) { PQclear(done(PQexec(connection, sql), PGRES_COMMAND_OK, sql)); }

// The same rows under the index that fits periods, and under one that every table can have.
static void load(const char *path) {
  FILE *file = fopen(path, "r");
  static char buffer[1 << 20];
  size_t length;
  if (!file) exit(1);
  command("CREATE EXTENSION IF NOT EXISTS btree_gist");
  command("DROP TABLE IF EXISTS lives_gist, lives_btree");
  command(
      "CREATE TABLE lives_gist (unit text NOT NULL, name text NOT NULL, kind text NOT NULL,"
      " parent text, valid int4range NOT NULL, system int8range NOT NULL)");
  PQclear(done(PQexec(connection, "COPY lives_gist FROM STDIN"), PGRES_COPY_IN, "COPY"));
  while ((length = fread(buffer, 1, sizeof buffer, file)) > 0)
    if (PQputCopyData(connection, buffer, (int)length) != 1) fail("COPY");
  fclose(file);
  if (PQputCopyEnd(connection, NULL) != 1) fail("COPY");
  PGresult *copied = done(PQgetResult(connection), PGRES_COMMAND_OK, "COPY");
  char rows[32];
  snprintf(rows, sizeof rows, "%s", PQcmdTuples(copied));
  PQclear(copied);
  while ((copied = PQgetResult(connection))) PQclear(copied);
  command("CREATE TABLE lives_btree AS TABLE lives_gist");
  command("CREATE INDEX ON lives_gist USING gist (unit, valid, system)");
  command("CREATE INDEX ON lives_gist USING gist (parent, valid, system)");
  command("CREATE INDEX ON lives_btree (unit)");
  command("CREATE INDEX ON lives_btree (parent)");
  command("VACUUM ANALYZE lives_gist");
  command("VACUUM ANALYZE lives_btree");
  printf("%s\n", rows);
}

static void prepare(void) {
  static const char *const tables[] = {"gist", "btree"};
  for (int i = 0; i < 2; i++) {
    char name[32], sql[512];
    snprintf(name, sizeof name, "units_%s", tables[i]);
    snprintf(
        sql, sizeof sql,
        "SELECT l.unit, l.name, l.kind, l.parent FROM unnest($1::text[]) AS asked(unit)"
        " JOIN lives_%s l ON l.unit = asked.unit AND l.valid @> $2::int4 AND l.system @> $3::int8",
        tables[i]);
    PQclear(done(PQprepare(connection, name, sql, 0, NULL), PGRES_COMMAND_OK, sql));
    snprintf(name, sizeof name, "under_%s", tables[i]);
    snprintf(
        sql, sizeof sql,
        "SELECT unit, name, kind, parent FROM lives_%s"
        " WHERE parent = $1::text AND valid @> $2::int4 AND system @> $3::int8",
        tables[i]);
    PQclear(done(PQprepare(connection, name, sql, 0, NULL), PGRES_COMMAND_OK, sql));
  }
}

// An array of texts in PostgreSQL's binary form, of identifiers parted by spaces.
static int array(char *ids, char **bytes) {
  size_t room = 20 + strlen(ids) * 5 + 8;
  uint32_t *head = malloc(room), count = 0;
  char *at = (char *)head + 20;
  for (char *id = strtok(ids, " "); id; id = strtok(NULL, " "), count++) {
    uint32_t length = (uint32_t)strlen(id), ordered = htonl(length);
    memcpy(at, &ordered, 4);
    memcpy(at + 4, id, length);
    at += 4 + length;
  }
  head[0] = htonl(1);
  head[1] = 0;
  head[2] = htonl(25);
  head[3] = htonl(count);
  head[4] = htonl(1);
  *bytes = (char *)head;
  return (int)(at - (char *)head);
}

// FNV-1a of the fields of each row, summed, so that the order does not matter.
static uint64_t digest(const PGresult *result) {
  uint64_t sum = 0;
  for (int row = 0; row < PQntuples(result); row++) {
    uint64_t hash = 0xcbf29ce484222325;
    for (int column = 0; column < 4; column++) {
      const uint8_t *text = (const uint8_t *)PQgetvalue(result, row, column);
      for (int i = 0; i <= PQgetlength(result, row, column); i++)
        hash = (hash ^ (i < PQgetlength(result, row, column) ? text[i] : 0)) * 0x100000001b3;
    }
    sum += hash;
  }
  return sum;
}

static void ask(const char *what, char *rest) {
  char *table = strtok(rest, " "), *day = strtok(NULL, " "), *position = strtok(NULL, " ");
  int times = atoi(strtok(NULL, " "));
  char *ids = strtok(NULL, "");
  char name[32], *bytes = ids;
  snprintf(name, sizeof name, "%s_%s", what, table);
  int length = strcmp(what, "units") ? (int)strlen(ids) : array(ids, &bytes);
  uint32_t ordered_day = htonl((uint32_t)atoi(day));
  uint64_t ordered_position = __builtin_bswap64(strtoull(position, NULL, 10));
  const char *values[] = {bytes, (char *)&ordered_day, (char *)&ordered_position};
  const int lengths[] = {length, 4, 8}, formats[] = {1, 1, 1};
  struct timespec start, end;
  double seconds = 0;
  uint64_t sum = 0;
  int rows = 0;
  for (int i = 0; i < times; i++) {
    volatile unsigned char seen = 0;
    clock_gettime(CLOCK_MONOTONIC, &start);
    PGresult *result = PQexecPrepared(connection, name, 3, values, lengths, formats, 1);
    if (PQresultStatus(result) != PGRES_TUPLES_OK) fail(name);
    rows = PQntuples(result);
    for (int row = 0; row < rows; row++)
      for (int column = 0; column < 4; column++)
        seen ^= (unsigned char)*PQgetvalue(result, row, column);
    clock_gettime(CLOCK_MONOTONIC, &end);
    seconds += (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
    if (i == 0) sum = digest(result);
    PQclear(result);
  }
  if (bytes != ids) free(bytes);
  printf("%.9f %d %llu\n", seconds, rows, (unsigned long long)sum);
}

int main(int count, char **arguments) {
  char *line = NULL;
  size_t room = 0;
  ssize_t length;
  if (count != 2) return 64;
  connection = PQconnectdb(arguments[1]);
  if (PQstatus(connection) != CONNECTION_OK) fail("connect");
  while ((length = getline(&line, &room, stdin)) > 0) {
    line[length - 1] = 0;
    char *rest = strchr(line, ' ');
    if (!rest) return 64;
    *rest++ = 0;
    if (!strcmp(line, "load")) {
      load(rest);
      prepare();
    } else {
      ask(line, rest);
    }
    fflush(stdout);
  }
  PQfinish(connection);
  return 0;
}
