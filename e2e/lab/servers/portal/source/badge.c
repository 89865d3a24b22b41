/* A visitor's badge: the name in the query string as a QR code of two characters a module, as plain text. */
#include <ctype.h>
#include <qrencode.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_NAME = 120 };

static int hex(int digit) {
  if (isdigit(digit)) return digit - '0';
  return tolower(digit) - 'a' + 10;
}

static void decode(const char *from, char *to, size_t room) {
  while (*from != '\0' && *from != '&' && room > 1) {
    if (*from == '%' && isxdigit((unsigned char)from[1]) && isxdigit((unsigned char)from[2])) {
      *to++ = (char)(hex((unsigned char)from[1]) * 16 + hex((unsigned char)from[2]));
      from += 3;
    } else {
      *to++ = *from == '+' ? ' ' : *from;
      from++;
    }
    room--;
  }
  *to = '\0';
}

int main(void) {
  const char *query = getenv("QUERY_STRING");
  char name[LONGEST_NAME + 1] = "";
  if (query != NULL && strncmp(query, "name=", 5) == 0) decode(query + 5, name, sizeof name);
  if (name[0] == '\0') {
    puts("Status: 400 Bad Request\r\nContent-Type: text/plain\r\n\r\nA badge needs a name.");
    return 0;
  }
  QRcode *code = QRcode_encodeString(name, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  if (code == NULL) {
    puts("Status: 500 Internal Server Error\r\nContent-Type: text/plain\r\n\r\nNo code could be made.");
    return 0;
  }
  puts("Content-Type: text/plain; charset=utf-8\r\n\r");
  for (int y = 0; y < code->width; y++) {
    for (int x = 0; x < code->width; x++) fputs(code->data[y * code->width + x] & 1 ? "##" : "  ", stdout);
    putchar('\n');
  }
  QRcode_free(code);
  return 0;
}
