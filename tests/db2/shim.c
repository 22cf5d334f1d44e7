/* Stands between unixODBC and IBM's CLI driver when the server is Derby (tests only).
 *
 * IBM's driver gives Derby an empty product name. SOCI recognises IBM's driver, and with it the
 * 32-bit length indicators that it writes, by a product name that begins with "DB2/". This object
 * depends on libdb2, so every other call resolves there. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <string.h>

#include <sql.h>
#include <sqlext.h>

typedef SQLRETURN (*get_info)(SQLHDBC, SQLUSMALLINT, SQLPOINTER, SQLSMALLINT, SQLSMALLINT *);

SQLRETURN SQLGetInfo(SQLHDBC connection, SQLUSMALLINT kind, SQLPOINTER value, SQLSMALLINT size,
                     SQLSMALLINT *length) {
  static const char name[] = "DB2/DERBY";
  get_info real = (get_info)dlsym(RTLD_NEXT, "SQLGetInfo");
  SQLRETURN result = real(connection, kind, value, size, length);
  if (kind != SQL_DBMS_NAME || !SQL_SUCCEEDED(result) || value == NULL ||
      size < (SQLSMALLINT)sizeof name || *(char *)value != '\0') {
    return result;
  }
  memcpy(value, name, sizeof name);
  if (length != NULL) {
    *length = (SQLSMALLINT)(sizeof name - 1);
  }
  return SQL_SUCCESS;
}
