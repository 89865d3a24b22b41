#include "quotebook.h"

#include <fstream>
#include <stdexcept>

std::vector<Quote> read_book(const std::string &path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::vector<Quote> book;
  for (std::string line; std::getline(in, line);) {
    const auto bar = line.find('|');
    if (bar != std::string::npos) book.push_back({line.substr(0, bar), line.substr(bar + 1)});
  }
  return book;
}
