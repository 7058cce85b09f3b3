#ifndef ORGLEDGER_CLMDB_SHIM_H
#define ORGLEDGER_CLMDB_SHIM_H

#include <lmdb.h>

#endif
