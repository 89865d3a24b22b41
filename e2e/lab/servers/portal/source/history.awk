# Thirty days of requests, always the same ones: what an access log of the portal looks like.
function pick(list, n,  parts) { split(list, parts, " "); return parts[1 + int(rand() * n)] }
BEGIN {
  srand(20140214)
  browser = "Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko"
  for (day = 1; day <= 30; day++) for (n = 0; n < 140; n++) {
    second = int(n * 86400 / 140) + int(rand() * 600)
    stamp = sprintf("%02d/Oct/2026:%02d:%02d:%02d +0800", day, int(second / 3600), int(second / 60) % 60, second % 60)
    client = "10.20." int(rand() * 4) "." (2 + int(rand() * 250))
    r = rand(); user = "-"; method = "GET"; status = 200; size = 300 + int(rand() * 900)
    if (r < 0.30) path = "/"
    else if (r < 0.42) path = "/news"
    else if (r < 0.54) path = "/style/portal.css"
    else if (r < 0.66) path = "/cgi-bin/phonebook.pl"
    else if (r < 0.74) path = "/cgi-bin/phonebook.pl?q=" pick("berg chen silva", 3)
    else if (r < 0.78) path = "/cgi-bin/phonebook.pl?format=json"
    else if (r < 0.84) path = "/cgi-bin/badge?name=" pick("Visitor Anna+Berg Chen%20Wei", 3)
    else if (r < 0.90) path = "/cgi-bin/status.pl"
    else if (r < 0.93) { path = "/internal/"; if (rand() < 0.5) user = "staff"; else status = 401 }
    else if (r < 0.95) { path = "/old/news.html"; status = 301 }
    else if (r < 0.97) { path = "/favicon.ico"; status = 404 }
    else if (r < 0.98) { path = "/cgi-bin/phonebook.pl"; method = "POST" }
    else path = "/robots.txt"
    printf "%s - %s [%s] \"%s %s HTTP/1.1\" %d %d \"-\" \"%s\"\n", client, user, stamp, method, path, status, size, browser
  }
  # What the night brings to every server.
  print "203.0.113.9 - - [30/Oct/2026:23:59:58 +0800] \"GET /../../etc/passwd HTTP/1.1\" 400 301 \"-\" \"-\""
  print "203.0.113.9 - - [30/Oct/2026:23:59:59 +0800] \"\\x16\\x03\\x01\" 400 301 \"-\" \"-\""
}
