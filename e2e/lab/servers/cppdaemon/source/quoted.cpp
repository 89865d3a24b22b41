// quoted -c FILE: serves quotes over a line protocol (COUNT, GET n, FIND word, ADMIN password, STATS, QUIT).
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <yaml-cpp/yaml.h>

#include <csignal>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <sstream>
#include <thread>

#include "quotebook.h"

struct Service {
  std::vector<Quote> book;
  std::string greeting;
  std::string password;
  std::time_t started;
};

static std::string show(const Quote &quote) { return "200 " + quote.text + " (" + quote.author + ")\n"; }

static std::string get(const Service &service, std::size_t number) {
  if (number < 1 || number > service.book.size()) return "404 no such quote\n";
  return show(service.book[number - 1]);
}

static std::string find(const Service &service, const std::string &word) {
  for (const Quote &quote : service.book)
    if (quote.text.find(word) != std::string::npos) return show(quote);
  return "404 no such quote\n";
}

static std::string answer(const Service &service, const std::string &line) {
  std::istringstream in(line);
  std::string command, argument;
  in >> command >> argument;
  if (command == "COUNT") return "200 " + std::to_string(service.book.size()) + "\n";
  if (command == "GET") return get(service, std::strtoul(argument.c_str(), nullptr, 10));
  if (command == "FIND") return find(service, argument);
  if (command == "ADMIN") return argument == service.password ? "230 welcome\n" : "530 denied\n";
  if (command == "STATS")
    return "200 up " + std::to_string(std::time(nullptr) - service.started) + " s, pid " + std::to_string(getpid()) + "\n";
  return "500 unknown command\n";
}

static void say(int connection, const std::string &text) {
  if (write(connection, text.data(), text.size()) < 0) std::cerr << "a client left early\n";
}

static void converse(const Service &service, int connection) {
  say(connection, "220 " + service.greeting + "\n");
  std::string pending;
  char buffer[512];
  for (ssize_t got; (got = read(connection, buffer, sizeof buffer)) > 0;) {
    pending.append(buffer, static_cast<std::size_t>(got));
    for (std::size_t end; (end = pending.find('\n')) != std::string::npos;) {
      std::string line = pending.substr(0, end);
      pending.erase(0, end + 1);
      if (!line.empty() && line.back() == '\r') line.pop_back();
      if (line == "QUIT") {
        say(connection, "221 bye\n");
        close(connection);
        return;
      }
      say(connection, answer(service, line));
    }
    if (pending.size() > 4096) break;
  }
  close(connection);
}

static int listen_on(int port) {
  const int listener = socket(AF_INET, SOCK_STREAM, 0);
  const int yes = 1;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_ANY);
  address.sin_port = htons(static_cast<uint16_t>(port));
  if (bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address) < 0 || listen(listener, 16) < 0)
    throw std::runtime_error("cannot listen on port " + std::to_string(port));
  return listener;
}

int main(int argc, char **argv) {
  try {
    const YAML::Node config = YAML::LoadFile(argc == 3 ? argv[2] : "etc/quoted.yaml");
    const Service service{read_book(config["book"].as<std::string>()), config["greeting"].as<std::string>(),
                          config["admin"]["password"].as<std::string>(), std::time(nullptr)};
    std::signal(SIGPIPE, SIG_IGN);
    const int listener = listen_on(config["port"].as<int>());
    std::cout << "serving " << service.book.size() << " quotes" << std::endl;
    for (int connection; (connection = accept(listener, nullptr, nullptr)) >= 0;)
      std::thread(converse, std::cref(service), connection).detach();
  } catch (const std::exception &error) {
    std::cerr << "quoted: " << error.what() << "\n";
  }
  return 1;
}
