"""The orders service."""
import json, os
import bottle
from pricing.rules import total

app = bottle.Bottle()


@app.get("/health")
def health():
    return json.dumps({"site": os.environ["ORDERS_SITE"]})
