"""The orders service. Reads its settings from the environment, its orders from a CSV file beside it."""

import csv
import hmac
import json
import os
import pathlib

import bottle
import pricing

HERE = pathlib.Path(__file__).parent
app = bottle.Bottle()


def orders():
    with open(HERE / "orders.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            quantity, cents = int(row["quantity"]), int(row["cents"])
            yield {
                "number": int(row["number"]),
                "customer": row["customer"],
                "total": pricing.total(quantity, cents),
            }


def allowed(request):
    key = request.get_header("X-Api-Key", "")
    return hmac.compare_digest(key.encode(), os.environ["ORDERS_API_KEY"].encode())


@app.get("/health")
def health():
    bottle.response.content_type = "application/json"
    return json.dumps({"status": "ok", "site": os.environ.get("ORDERS_SITE", "?")}) + "\n"


@app.get("/orders")
def list_orders():
    if not allowed(bottle.request):
        bottle.abort(401, "An API key is needed.")
    customer = bottle.request.query.getunicode("customer")
    found = [order for order in orders() if customer in (None, "", order["customer"])]
    bottle.response.content_type = "application/json"
    return json.dumps(found, ensure_ascii=False) + "\n"


@app.get("/orders.yaml")
def export():
    # Only the warehouse asks for it, so the module is loaded when it does.
    import yaml

    if not allowed(bottle.request):
        bottle.abort(401, "An API key is needed.")
    bottle.response.content_type = "application/yaml"
    return yaml.dump(list(orders()), Dumper=yaml.CSafeDumper, allow_unicode=True)


if __name__ == "__main__":
    state = pathlib.Path(os.environ["STATE_DIRECTORY"])
    (state / "last-start").write_text(f"{os.getpid()}\n", encoding="utf-8")
    app.run(host="0.0.0.0", port=int(os.environ["ORDERS_PORT"]), quiet=True)
