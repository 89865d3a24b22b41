// A book of quotes, read from a file of "text|author" lines.
#pragma once
#include <string>
#include <vector>

struct Quote {
  std::string text;
  std::string author;
};

std::vector<Quote> read_book(const std::string &path);
